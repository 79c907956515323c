import type { ReadPage } from './extractor.ts';
import type { Told } from './protocol.ts';
import type { Outcome, Progress } from './readings.ts';

/** What one file may become, beyond which its reading ends. */
export interface Most {
  pages: number;
  /** Characters of all pages together. */
  text: number;
}

/** Throwing this ends a reading with what it has. */
export class Enough extends Error {
  override name = 'Enough';
}

const MOST_NAMED = 3;
const LONGEST_REASON = 500;
const MOST_PAGE_CHARACTERS = 1_000_000;
const LOT_PAGES = 50;
const LOT_CHARACTERS = 512 * 1024;
const LOT_MS = 1000;

/** Collects what a child tells of one file: pages in lots, and in the end what to say of it. */
export class ReadingRun implements Progress {
  pagesTotal: number | null = null;
  reader: string | null = null;
  #lot: ReadPage[] = [];
  #lotCharacters = 0;
  #lotSince = performance.now();
  #kept = 0;
  #characters = 0;
  /** Images that nothing read: without OCR, and in spite of it. */
  #images = 0;
  #unreadable = 0;
  #recognising = false;
  #isNone = false;
  #cannot: string | null = null;
  readonly #broken: string[] = [];
  #brokenCount = 0;

  constructor(private readonly most: Most) {}

  /** Takes in one word. True when the lot should be kept now. Throws `Enough` beyond what a file may be. */
  hear(told: Told): boolean {
    if (told.is === 'reader') this.reader = told.name;
    if (told.is === 'total') {
      this.pagesTotal = told.pages;
      return true;
    }
    if (told.is === 'none') this.#isNone = true;
    if (told.is === 'cannot') this.#cannot = told.reason;
    if (told.is === 'broken') this.#isBroken(told.number, told.reason);
    if (told.is === 'page') this.#take(told.page);
    this.#recognising = told.is === 'recognising';
    const isLarge = this.#lot.length >= LOT_PAGES || this.#lotCharacters >= LOT_CHARACTERS;
    return isLarge || performance.now() - this.#lotSince > LOT_MS;
  }

  /** The pages since the last lot. */
  lot(): ReadPage[] {
    const lot = this.#lot;
    this.#lot = [];
    this.#lotCharacters = 0;
    this.#lotSince = performance.now();
    return lot;
  }

  /** What became of the file; `stopped` says why it came to no end. */
  outcome(stopped: string | null): Outcome {
    const { pagesTotal, reader } = this;
    const of = (state: Outcome['state'], reason: string | null): Outcome => ({
      state,
      reason: reason && inShort(reason),
      pagesTotal,
      reader,
    });
    if (this.#isNone) return of('none', 'Nothing here reads files of this kind.');
    const ended = stopped ?? this.#cannot;
    const only = ended && this.#kept > 0 ? `${ended} Only ${this.#ofAll()} could be read.` : ended;
    const reasons = [only, this.#brokenInWords(), ...this.#imagesInWords()].filter((reason) => reason !== null);
    if (this.#kept === 0 && reasons.length === 0) return of('none', 'There is nothing to read in it.');
    if (this.#kept === 0) return of('failed', reasons.join(' '));
    return reasons.length === 0 ? of('ready', null) : of('partial', reasons.join(' '));
  }

  #take(page: ReadPage): void {
    if (page.text.length > MOST_PAGE_CHARACTERS)
      return this.#isBroken(page.number, 'It holds more text than a page may.');
    if (this.#kept >= this.most.pages) throw new Enough('It has more pages than a file may have here.');
    this.#characters += page.text.length;
    if (this.#characters > this.most.text) throw new Enough('It holds more text than a file may hold here.');
    this.#kept += 1;
    if (page.source === 'none' && this.#recognising) this.#unreadable += 1;
    else if (page.source === 'none') this.#images += 1;
    this.#lot.push(page);
    this.#lotCharacters += page.text.length;
  }

  #isBroken(number: number, reason: string): void {
    this.#brokenCount += 1;
    if (this.#brokenCount > this.most.pages) throw new Enough('It has more broken pages than a file may have here.');
    if (this.#broken.length < MOST_NAMED) this.#broken.push(`${number} (${reason.replace(/\.$/, '')})`);
  }

  #ofAll(): string {
    const of = this.pagesTotal === null ? '' : ` of ${this.pagesTotal}`;
    return `${this.#kept}${of} ${this.#kept === 1 && of === '' ? 'page' : 'pages'}`;
  }

  #brokenInWords(): string | null {
    if (this.#brokenCount === 0) return null;
    const more = this.#brokenCount > this.#broken.length ? ` and ${this.#brokenCount - this.#broken.length} more` : '';
    return `${this.#brokenCount === 1 ? 'Page' : 'Pages'} ${this.#broken.join(', ')}${more} could not be read.`;
  }

  #imagesInWords(): string[] {
    const are = (count: number) => `${count} ${count === 1 ? 'page is an image' : 'pages are images'}`;
    return [
      ...(this.#images > 0 ? [`${are(this.#images)} and no OCR is installed.`] : []),
      ...(this.#unreadable > 0 ? [`${are(this.#unreadable)} in which OCR could read nothing.`] : []),
    ];
  }
}

function inShort(reason: string): string {
  return reason.length <= LONGEST_REASON ? reason : `${reason.slice(0, LONGEST_REASON - 1)}…`;
}
