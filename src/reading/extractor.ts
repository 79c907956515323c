import type { BlobPage } from './page.entity.ts';

/** A stored file as an extractor finds it: a copy on the disk that was checked and may be read, never written. */
export interface FileToRead {
  path: string;
  /** In bytes. */
  size: number;
  /** What the first bytes say. */
  mediaType: string;
  /** A label: nothing may be trusted because of its ending, but CSV and the like are told by nothing else. */
  filename: string;
  /** What OCR is to expect, as Tesseract names languages: `eng`, `deu+eng`. */
  language: string;
}

/** One page as read; the numbers of a file's pages run from 1 without gaps. */
export type ReadPage = Omit<BlobPage, 'sha256' | 'generation'>;

/** A file, or a page of it, that cannot be read; `message` is in words for people and names no path. */
export class CannotRead extends Error {
  override name = 'CannotRead';
}

/**
 * Reads one family of formats. Runs in a child process that is killed at its limits, and holds neither settings nor the
 * database: a hostile file costs that file only.
 */
export interface Extractor {
  /** With the version of what reads, for instance `pdfium 2.1.13`: it is kept beside the pages. */
  readonly name: string;
  reads(file: Pick<FileToRead, 'mediaType' | 'filename'>): boolean;
  /**
   * The pages in order. `total` is told as soon as it is known, before the first page if possible. A page that cannot
   * be read is skipped by `broken`; throws `CannotRead` when nothing further can be.
   */
  pages(file: FileToRead, tell: Tell): AsyncIterable<ReadPage>;
}

export interface Tell {
  total(pages: number): void;
  /** The page is left out, and the file will be `partial`. */
  broken(number: number, reason: string): void;
  /** Before text is recognised in an image: the next page may take its time. */
  recognising?(): void;
}
