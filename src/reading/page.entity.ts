import { Entity } from 'typeorm';
import { Id, Int, NullInt, NullJson, NullText, NumberId, Text } from '../database/columns.ts';
import { type TextState, textStates } from '../documents/text-state.ts';
import type { Instant } from '../now.ts';

export const readingStates = textStates;
export type ReadingState = TextState;

/** How far the reading of one stored file has come. One row for each blob that was ever offered for reading. */
@Entity('blob_reading')
export class BlobReading {
  @Id() sha256: string;
  @Text() state: ReadingState;
  /** Why it is not `ready`, in words for people. */
  @NullText() reason: string | null;
  @NullInt() pagesTotal: number | null;
  @Int() pagesDone: number;
  /** Whose pages are shown: those of no other generation exist for anybody. Null before the first reading has ended. */
  @NullInt() generation: number | null;
  /** The generation that was begun last; whoever writes pages of another has lost the file to somebody else. */
  @Int() draft: number;
  /** Which program read it, with its version. */
  @NullText() reader: string | null;
  /** What OCR was told to expect, as Tesseract names languages: `eng`, `deu+eng`. */
  @NullText() language: string | null;
  @NullText() startedAt: Instant | null;
  @NullText() finishedAt: Instant | null;
  @Text() updatedAt: Instant;
}

/** Left, top, right, bottom as fractions of the page's width and height, from its top left corner, as it is shown. */
export type Box = [left: number, top: number, right: number, bottom: number];

export interface WordBox {
  /** Where the word begins in the page's `text`, in UTF-16 units. */
  at: number;
  length: number;
  box: Box;
}

/** Text that lies under an opaque box: a redaction that hides nothing. */
export interface HiddenText {
  text: string;
  box: Box;
}

/** One page of a stored file as text: a page of a PDF, a sheet of a workbook, else the whole file. */
@Entity('blob_page')
export class BlobPage {
  @Id() sha256: string;
  /** See `BlobReading.generation`; ask `pagesOf` or `shownPage` of `pages.ts`, which know. */
  @NumberId() generation: number;
  /** From 1. */
  @NumberId() number: number;
  /** What a person sees on the page, without `hidden`. */
  @Text() text: string;
  /** `layer`: the file's own text; `ocr`: recognised from the image; `markup`: from a format without pages. */
  @Text() source: 'layer' | 'ocr' | 'markup' | 'none';
  /** In PDF points (1/72 inch), as shown; null where a page has no size. */
  @NullInt() width: number | null;
  @NullInt() height: number | null;
  /** Kept where reading the file once more would not give them: after OCR. */
  @NullJson() boxes: WordBox[] | null;
  /** Never shown, searched, quoted or handed over before a person has decided; null when there is none. */
  @NullJson() hidden: HiddenText[] | null;
}
