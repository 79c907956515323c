import type { WordSink } from './page-builder.ts';
import { rowText } from './row-text.ts';
import { attribute, type Attributes, isOn, type XmlHandler } from './xml-walker.ts';

/** A footnote, an endnote or a comment. */
export interface Note {
  text: string;
  hidden: string[];
  author: string | null;
}

interface Run {
  vanishes: boolean;
  highlight: string | undefined;
  fill: string | undefined;
  color: string | undefined;
}

/** A paragraph is handed on in pieces of about this, should it never end. */
const LONGEST = 20_000;

/**
 * Reads one part of a Word file as it streams by. Text that was deleted under tracked changes, that is formatted as
 * hidden, or that is blackened with the highlighter, is in the file and not on the page: it goes to `hide`.
 */
export class DocxWords implements XmlHandler {
  readonly #sink: WordSink;
  readonly #notes: ReadonlyMap<string, Note>;
  readonly #path: string[] = [];
  readonly #runs: Run[] = [];
  readonly #paragraphs: string[] = [];
  readonly #rows: string[][] = [];
  readonly #cells: string[] = [];
  #secret = '';
  #deleted = 0;
  #ignored = 0;
  #isFresh = true;
  #due: string[] = [];
  #dueHidden: string[] = [];
  readonly #numbers = { footnote: 0, endnote: 0 };

  constructor(sink: WordSink, notes: ReadonlyMap<string, Note> = new Map()) {
    this.#sink = sink;
    this.#notes = notes;
  }

  opened(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    // `Fallback` says once more what `Choice` says. What was moved away stands where it was moved to.
    if (name === 'Fallback' || name === 'moveFrom') this.#ignored += 1;
    if (this.#ignored > 0) return;
    if (name === 'del') this.#deleted += 1;
    else if (name === 'r')
      this.#runs.push({ vanishes: false, highlight: undefined, fill: undefined, color: undefined });
    else if (name === 'p') this.#paragraphs.push('');
    else if (name === 'tr') this.#rows.push([]);
    else if (name === 'tc') this.#cells.push('');
    else if (parent === 'rPr' && this.#path.at(-3) === 'r') this.#format(name, attributes);
    else if (parent === 'pPr' && name === 'pageBreakBefore' && isOn(attributes)) this.#renderedBreak();
    else if (parent === 'r') this.#inRun(name, attributes);
  }

  text(text: string): void {
    const name = this.#path.at(-1);
    if (this.#ignored === 0 && (name === 't' || name === 'delText')) this.#append(text);
  }

  closed(name: string): void {
    this.#path.pop();
    if (name === 'Fallback' || name === 'moveFrom') this.#ignored -= 1;
    if (this.#ignored > 0) return;
    if (name === 'del') this.#deleted -= 1;
    else if (name === 'r') this.#runs.pop();
    else if (name === 'p') this.#line(this.#paragraphs.pop() ?? '');
    else if (name === 'tc') this.#rows.at(-1)?.push(this.#cells.pop() ?? '');
    else if (name === 'tr') this.#line(rowText(this.#rows.pop() ?? []));
  }

  /** Hands on what is still held back: the notes of the last page. */
  end(): void {
    this.#reveal();
    this.#notesHere();
  }

  #format(name: string, attributes: Attributes): void {
    const run = this.#runs.at(-1);
    if (!run) return;
    if (name === 'vanish') run.vanishes = isOn(attributes);
    else if (name === 'highlight') run.highlight = attribute(attributes, 'val');
    else if (name === 'color') run.color = attribute(attributes, 'val');
    else if (name === 'shd') run.fill = attribute(attributes, 'fill');
  }

  #inRun(name: string, attributes: Attributes): void {
    if (name === 'tab' || name === 'ptab') this.#append('\t');
    else if (name === 'cr') this.#append('\n');
    else if (name === 'noBreakHyphen') this.#append('-');
    else if (name === 'br' && attribute(attributes, 'type') === 'page') this.#pageEnd();
    else if (name === 'br') this.#append('\n');
    else if (name === 'lastRenderedPageBreak') this.#renderedBreak();
    else if (name === 'footnoteReference') this.#refer('footnote', attributes);
    else if (name === 'endnoteReference') this.#refer('endnote', attributes);
  }

  #refer(kind: 'footnote' | 'endnote', attributes: Attributes): void {
    const note = this.#notes.get(`${kind}:${attribute(attributes, 'id')}`);
    if (!note) return;
    const mark = `[${kind === 'endnote' ? 'endnote ' : ''}${(this.#numbers[kind] += 1)}]`;
    this.#append(mark);
    this.#due.push(`${mark} ${note.text}`);
    this.#dueHidden.push(...note.hidden);
  }

  #append(text: string): void {
    if (this.#deleted > 0 || isHidden(this.#runs.at(-1))) {
      this.#secret += text;
      if (this.#secret.length > LONGEST) this.#reveal();
      return;
    }
    this.#reveal();
    this.#isFresh = false;
    const last = this.#paragraphs.length - 1;
    if (last < 0) return;
    const line = this.#paragraphs[last]! + text;
    const isLong = line.length > LONGEST;
    this.#paragraphs[last] = isLong ? '' : line;
    if (isLong) this.#line(line);
  }

  /** A paragraph or a row of a table is complete. Inside a cell it is a piece of the cell. */
  #line(text: string): void {
    this.#reveal();
    if (this.#cells.length === 0) {
      // What is left of the paragraph that broke the page is no line of the next one.
      if (text !== '' || !this.#isFresh) this.#sink.add(text);
      return;
    }
    const cell = `${this.#cells.pop()!} ${text}`.trim();
    this.#cells.push(cell.length > LONGEST ? '' : cell);
    if (cell.length > LONGEST) this.#sink.add(cell);
  }

  #reveal(): void {
    if (this.#secret !== '') this.#sink.hide(this.#secret);
    this.#secret = '';
  }

  /** Where Word last broke the page by itself. After a break that is in the text it says the same once more. */
  #renderedBreak(): void {
    if (!this.#isFresh) this.#pageEnd();
  }

  #pageEnd(): void {
    this.#reveal();
    // A paragraph that goes on over the break is divided; a row of a table goes to the next page as a whole.
    if (this.#cells.length === 0) {
      for (const text of this.#paragraphs) if (text !== '') this.#sink.add(text);
      this.#paragraphs.fill('');
    }
    this.#notesHere();
    this.#sink.pageEnd();
    this.#isFresh = true;
  }

  #notesHere(): void {
    for (const text of this.#due) this.#sink.add(text);
    for (const text of this.#dueHidden) this.#sink.hide(text);
    this.#due = [];
    this.#dueHidden = [];
  }
}

/** Black on black is how some redact with a word processor. Automatic colour turns white on black shading, and shows. */
function isHidden(run: Run | undefined): boolean {
  if (!run) return false;
  const { vanishes, highlight, fill, color } = run;
  const isBlack = color === undefined || color === 'auto' || color === '000000';
  return vanishes || (highlight === 'black' && isBlack) || (fill === '000000' && color === '000000');
}
