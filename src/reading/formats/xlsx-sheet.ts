import { format as show, isDateFormat } from 'numfmt';
import { rowText } from './row-text.ts';
import type { Book } from './xlsx-book.ts';
import { type Attributes, isOn, type XmlHandler } from './xml-walker.ts';

export interface SheetSink {
  /** Before the first row, if there are any: `C, F–H`. */
  hiddenColumns(columns: string): void;
  row(line: string): void;
}

const DAYS_TO_1904 = 1462;
/** Empty cells between two of a row: more of them are shortened to one. */
const WIDEST_GAP = 40;
const LONGEST_CELL = 40_000;

/** The rows of one worksheet, values as the workbook shows them. Formulas are not shown, their last results are. */
export class SheetRows implements XmlHandler {
  readonly #book: Book;
  readonly #sink: SheetSink;
  readonly #hiddenColumns: string[] = [];
  #cells: string[] = [];
  #column = 0;
  #isHiddenRow = false;
  #cell: Attributes = {};
  #value = '';
  #isValue = false;
  #phonetic = 0;

  constructor(book: Book, sink: SheetSink) {
    this.#book = book;
    this.#sink = sink;
  }

  opened(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#phonetic += 1;
    this.#isValue = (name === 'v' || name === 't') && this.#phonetic === 0;
    if (name === 'c') this.#begin(attributes);
    else if (name === 'row') {
      this.#cells = [];
      this.#column = 0;
      this.#isHiddenRow = isHidden(attributes, 'ht');
    } else if (name === 'col' && isHidden(attributes, 'width')) {
      const [first, last] = [Number(attributes['min']), Number(attributes['max'])];
      this.#hiddenColumns.push(first === last ? letters(first) : `${letters(first)}–${letters(last)}`);
    } else if (name === 'sheetData' && this.#hiddenColumns.length > 0) {
      this.#sink.hiddenColumns(this.#hiddenColumns.join(', '));
    }
  }

  text(text: string): void {
    if (this.#isValue && this.#value.length < LONGEST_CELL) this.#value += text;
  }

  closed(name: string): void {
    this.#isValue = false;
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'c') this.#cells.push(this.#shown());
    else if (name === 'row') {
      const line = rowText(this.#cells);
      if (line !== '') this.#sink.row(this.#isHiddenRow ? `[hidden row] ${line}` : line);
    }
  }

  #begin(attributes: Attributes): void {
    this.#cell = attributes;
    this.#value = '';
    const column = columnOf(attributes['r']) ?? this.#column + 1;
    const gap = column - this.#column - 1;
    for (let i = 0; i < (gap > WIDEST_GAP ? 1 : gap); i += 1) this.#cells.push('');
    this.#column = column;
  }

  #shown(): string {
    const { t: type = 'n', s: style } = this.#cell;
    const value = this.#value;
    if (type === 's') return this.#book.strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n' || value === '') return value.replace(/_x000D_/g, '');
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    const format = this.#book.formats[Number(style ?? 0)] ?? null;
    return format === null ? plain(number) : this.#formatted(format, number);
  }

  #formatted(format: string, number: number): string {
    const isDay = this.#book.is1904 && isDateFormat(format);
    try {
      return show(format, isDay ? number + DAYS_TO_1904 : number, { throws: true }).trim();
    } catch {
      return plain(number);
    }
  }
}

/** Fifteen digits are what a spreadsheet knows: the sixteenth is an artefact of binary numbers. */
function plain(number: number): string {
  return String(Number(number.toPrecision(15)));
}

/** By its switch, or because it has no height or width. */
function isHidden(attributes: Attributes, size: 'ht' | 'width'): boolean {
  return ('hidden' in attributes && isOn(attributes, 'hidden')) || Number(attributes[size] ?? 1) === 0;
}

/** `C` for 3. */
function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0 && text.length < 3; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** 3 for `C7`. */
function columnOf(reference: string | undefined): number | undefined {
  const found = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  return found === undefined
    ? undefined
    : [...found].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
