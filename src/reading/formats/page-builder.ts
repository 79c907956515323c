import { cleanText } from '../clean-text.ts';
import type { ReadPage } from '../extractor.ts';
import type { Box, HiddenText } from '../page.entity.ts';

/** The place of a text whose place is not known. */
export const WHOLE_PAGE: Box = [0, 0, 1, 1];

export interface PageLimits {
  /** A page is full after so many lines. */
  lines: number;
  /** UTF-16 units, hidden text included. A longer line is cut. */
  characters: number;
}

/** Where the words go; a `PageBuilder` is one. */
export interface WordSink {
  add(text: string): void;
  hide(text: string): void;
  pageEnd(): void;
}

/** Prose and logs: what one can still look through. */
export const PROSE: PageLimits = { lines: 200, characters: 20_000 };
/** Rows of tables are short, and there are many of them. */
export const ROWS: PageLimits = { lines: 500, characters: 50_000 };

/** Makes pages of the lines of a file that has none, or that says itself where a page ends. What is full waits in `take()`. */
export class PageBuilder implements WordSink {
  readonly #limits: PageLimits;
  #finished: ReadPage[] = [];
  #number = 0;
  #lines: string[] = [];
  #hidden: HiddenText[] = [];
  #length = 0;
  #heading: string | null = null;

  constructor(limits: PageLimits) {
    this.#limits = limits;
  }

  /** How many pages were finished. */
  get count(): number {
    return this.#number;
  }

  /** Is nothing on the page that is being filled, but perhaps its heading? */
  get isBlank(): boolean {
    return this.#hidden.length === 0 && this.#lines.length === (this.#heading === null ? 0 : 1);
  }

  /** Begins a page under `heading`, which the pages after it repeat until the next heading. */
  section(heading: string): void {
    this.break();
    this.#heading = cleanText(heading).slice(0, 1000);
    this.#begin();
  }

  /** What people see; `\n` in it ends a line. */
  add(text: string): void {
    for (const line of cleanText(text).split('\n')) {
      for (const piece of pieces(line, this.#limits.characters)) {
        this.#makeRoom(piece.length + 1, true);
        this.#lines.push(piece);
      }
    }
  }

  /** What is in the file and people do not see. */
  hide(text: string): void {
    for (const piece of pieces(cleanText(text).trim(), this.#limits.characters)) {
      if (piece === '') continue;
      this.#makeRoom(piece.length, false);
      this.#hidden.push({ text: piece, box: WHOLE_PAGE });
    }
  }

  /** Ends the page, unless nothing is on it. */
  break(): void {
    if (!this.isBlank) this.pageEnd();
  }

  /** Ends the page even if nothing is on it: the file counts its pages itself. */
  pageEnd(): void {
    this.#finished.push({
      number: ++this.#number,
      text: this.#lines.join('\n').trimEnd(),
      source: 'markup',
      width: null,
      height: null,
      boxes: null,
      hidden: this.#hidden.length > 0 ? this.#hidden : null,
    });
    this.#begin();
  }

  /** Ends the last page. A file without any text has one empty page. */
  end(): void {
    if (!this.isBlank || this.#number === 0) this.pageEnd();
  }

  /** The number of a page that is left out. */
  skip(): number {
    this.#number += 1;
    return this.#number;
  }

  take(): ReadPage[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  #makeRoom(length: number, isLine: boolean): void {
    const isFull = isLine && this.#lines.length >= this.#limits.lines;
    if (isFull || this.#length + length > this.#limits.characters) this.break();
    this.#length += length;
  }

  #begin(): void {
    this.#lines = this.#heading === null ? [] : [this.#heading];
    this.#hidden = [];
    this.#length = 0;
  }
}

/** Cuts where no character is torn apart. */
export function* pieces(text: string, longest: number): Generator<string> {
  let start = 0;
  while (text.length - start > longest) {
    const last = text.charCodeAt(start + longest - 1);
    const end = start + longest - (last >= 0xd800 && last < 0xdc00 ? 1 : 0);
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}
