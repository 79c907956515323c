import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { LANGUAGE_SHAPE } from '../setting-reader.ts';
import { IsFlag, IsMaybe, IsOneOf, IsWords } from '../http/validators.ts';
import { type HiddenDecision, hiddenDecisions } from './hidden-text.entity.ts';
import { type Box, type ReadingState, readingStates } from './page.entity.ts';

export const WIDEST = 2000;
export const NARROWEST = 50;
const USUAL_WIDTH = 1200;
const LONGEST_REASON = 1000;
const MOST_PAGES = 1_000_000;

const states = ['show', 'withhold', 'undecided'] as const;
const pageSources = ['layer', 'ocr', 'markup', 'none'] as const;
const wholeNumber = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export class ReadAnew {
  /** What OCR is to expect, as Tesseract names languages: `eng`, `deu+eng`. */
  @IsMaybe()
  @Matches(LANGUAGE_SHAPE, { message: 'must be a language as Tesseract names it, such as eng or deu+eng' })
  language?: string;
}

export class WordsQuery {
  /** Also where each word stands. Found by opening the file once more, so ask when you need it. */
  @IsFlag()
  words?: boolean;
}

export class ImageQuery {
  /** In pixels, 50 to 2,000; a page that is very high or very wide comes smaller. */
  @ApiProperty({ type: Number, minimum: NARROWEST, maximum: WIDEST, default: USUAL_WIDTH, required: false })
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(NARROWEST, { message: `must be at least ${NARROWEST}` })
  @Max(WIDEST, { message: `must be at most ${WIDEST}` })
  width: number = USUAL_WIDTH;
}

/** How many pages have text under boxes. */
export class HiddenTextCount {
  pages: number;
  /** Of these, those on which nobody has decided. */
  undecided: number;
}

/** How far the reading of a document's file has come. */
export class ReadingView {
  documentId: string;
  /** `partial`: some pages could not be read. `none`: there is nothing to read in such a file. */
  @ApiProperty({ enum: readingStates })
  state: ReadingState;
  /** Why it is not `ready`. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  pagesDone: number;
  @ApiProperty({ type: Number, nullable: true })
  pagesTotal: number | null;
  /** Which program read it, with its version. */
  @ApiProperty({ type: String, nullable: true })
  reader: string | null;
  /** What OCR was told to expect. */
  language: string;
  hiddenText: HiddenTextCount;
}

/** One page of a document, without its text. */
export class PageItem {
  /** From 1; a page that could not be read is left out. */
  number: number;
  /** `layer`: the file's own text; `ocr`: recognised; `markup`: a format without pages; `none`: an image that nothing read. */
  @ApiProperty({ enum: pageSources })
  source: (typeof pageSources)[number];
  /** In points (1/72 inch), as shown. */
  @ApiProperty({ type: Number, nullable: true })
  width: number | null;
  @ApiProperty({ type: Number, nullable: true })
  height: number | null;
  /** Whether text lies under boxes on this page, and what was decided on it. */
  @ApiProperty({ enum: states, nullable: true })
  hiddenText: (typeof states)[number] | null;
  url: string;
  /** Null where a page is no picture: only those of PDFs are. */
  @ApiProperty({ type: String, nullable: true })
  imageUrl: string | null;
  @ApiProperty({ type: String, nullable: true })
  thumbnailUrl: string | null;
}

export class PageList {
  items: PageItem[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class WordView {
  /** Where it begins in `text`, in UTF-16 units. */
  at: number;
  length: number;
  /** Left, top, right, bottom, as fractions of the page, from its top left corner. */
  @ApiProperty({ type: [Number], minItems: 4, maxItems: 4 })
  box: Box;
}

/** One page with its text. */
export class PageView extends PageItem {
  /** What is seen on the page; what lies under boxes follows only where that was decided. */
  text: string;
  /** Null when not asked for, and where they cannot be known. */
  @ApiProperty({ type: [WordView], nullable: true })
  words: WordView[] | null;
}

export class HiddenPiece {
  @ApiProperty({ type: [Number], minItems: 4, maxItems: 4 })
  box: Box;
  characters: number;
  /** Only for those who may change the request. */
  @ApiProperty({ type: String, nullable: true })
  text: string | null;
}

export class HiddenTextPage {
  number: number;
  @ApiProperty({ enum: states })
  decision: (typeof states)[number];
  /** The decision that counts here. */
  @ApiProperty({ type: String, nullable: true })
  decisionId: string | null;
  pieces: HiddenPiece[];
}

export class HiddenTextList {
  items: HiddenTextPage[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** Whether text that lies under boxes may be shown, searched, quoted and handed over like the rest. */
export class NewHiddenTextDecision {
  @IsOneOf(hiddenDecisions)
  decision: HiddenDecision;

  /** Only pages from this one on. */
  @IsMaybe()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(MOST_PAGES, { message: `must be at most ${MOST_PAGES}` })
  firstPage?: number;

  /** Only pages up to this one. */
  @IsMaybe()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(MOST_PAGES, { message: `must be at most ${MOST_PAGES}` })
  lastPage?: number;

  /** Why. It stays on record. */
  @IsWords(LONGEST_REASON, { lines: true })
  reason: string;
}

export class HiddenTextDecisionView {
  id: string;
  documentId: string;
  @ApiProperty({ enum: hiddenDecisions })
  decision: HiddenDecision;
  @ApiProperty({ type: Number, nullable: true })
  firstPage: number | null;
  @ApiProperty({ type: Number, nullable: true })
  lastPage: number | null;
  /** The pages whose hidden text was decided on: text that a later reading finds is not. */
  pages: number[];
  reason: string;
  decidedBy: string;
  decidedAt: string;
}

/** Newest first. */
export class HiddenTextDecisions {
  items: HiddenTextDecisionView[];
}
