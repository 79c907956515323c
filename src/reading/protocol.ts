import type { FileToRead, ReadPage } from './extractor.ts';
import type { WordBox } from './page.entity.ts';

/** What a child process is asked, as JSON on its standard input. */
export type Task = Guarded &
  (
    | { do: 'read'; file: FileToRead }
    /** Draws one page into a new file. */
    | { do: 'draw'; file: FileToRead; page: number; width: number; into: string }
    | { do: 'find-words'; file: FileToRead; page: number }
  );

interface Guarded {
  /** Beyond it the child ends itself with `OUT_OF_MEMORY`. */
  memoryBytes: number;
}

/** What a child tells, one line of JSON each on file descriptor 3. */
export type Told =
  /** The file is about to be opened: what goes wrong from here on is its doing. */
  | { is: 'begun' }
  | { is: 'reader'; name: string }
  | { is: 'total'; pages: number }
  | { is: 'page'; page: ReadPage }
  | { is: 'broken'; number: number; reason: string }
  /** OCR begins. */
  | { is: 'recognising' }
  | { is: 'words'; text: string; boxes: WordBox[] }
  /** Nobody here reads such files. */
  | { is: 'none' }
  | { is: 'cannot'; reason: string }
  | { is: 'done' };

export const TOLD_ON = 3;

/** Kept beside what was read: places of words are asked for later, and must be those of the same program. */
export const PDFIUM = 'pdfium 2.1.13';

/** The signal by which a child ends itself that has grown beyond its memory. Nobody else sends it. */
export const OUT_OF_MEMORY = 'SIGUSR2';
