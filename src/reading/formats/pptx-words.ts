import { type Attributes, attribute, type XmlHandler } from './xml-walker.ts';
import type { WordSink } from './page-builder.ts';

/** What holds text and may be switched off, or be a placeholder of the program's own. */
const SHAPES: readonly string[] = ['sp', 'grpSp', 'graphicFrame', 'pic', 'cxnSp', 'contentPart'];

interface Shape {
  isHidden: boolean;
  /** Its text is the program's own: a number, a day, the picture of the slide above its notes. */
  isSkipped: boolean;
}

/** The words of a slide, of its notes, or of a diagram on it: paragraph by paragraph, a row of a table as a line. */
export class PptxWords implements XmlHandler {
  readonly #shapes: Shape[] = [];
  #line = '';
  #isText = false;
  /** Paragraphs of the cell, and cells of the row, inside a table. */
  #cell: string[] | null = null;
  #row: string[] = [];
  /** Depth inside what is there a second time for older programs. */
  #fallback = 0;

  constructor(
    private readonly sink: Pick<WordSink, 'add' | 'hide'>,
    private readonly skipped: readonly string[] = [],
  ) {}

  opened(name: string, attributes: Attributes): void {
    if (name === 'Fallback' || this.#fallback > 0) {
      this.#fallback += 1;
      return;
    }
    const shape = this.#shapes.at(-1);
    if (SHAPES.includes(name)) this.#shapes.push({ isHidden: false, isSkipped: false, ...shape });
    else if (name === 'cNvPr' && shape) shape.isHidden ||= /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
    else if (name === 'ph' && shape) shape.isSkipped ||= this.skipped.includes(attribute(attributes, 'type') ?? 'obj');
    else if (name === 'p') this.#line = '';
    else if (name === 'br') this.#line += this.#cell ? ' ' : '\n';
    else if (name === 'tc') this.#cell = [];
    else if (name === 'tr') this.#row = [];
    this.#isText = name === 't' || name === 'text';
  }

  text(text: string): void {
    if (this.#isText && this.#fallback === 0) this.#line += text;
  }

  closed(name: string): void {
    if (this.#fallback > 0) {
      this.#fallback -= 1;
      return;
    }
    this.#isText = false;
    if (SHAPES.includes(name)) this.#shapes.pop();
    else if (name === 'p' || name === 'text') this.#paragraph();
    else if (name === 'tc') {
      this.#row.push((this.#cell ?? []).join(' ').trim());
      this.#cell = null;
    } else if (name === 'tr') this.#tell(this.#row.join('\t'));
  }

  #paragraph(): void {
    if (this.#cell) this.#cell.push(this.#line);
    else this.#tell(this.#line);
    this.#line = '';
  }

  #tell(line: string): void {
    const { isHidden, isSkipped } = this.#shapes.at(-1) ?? { isHidden: false, isSkipped: false };
    if (isSkipped || line.trim() === '') return;
    if (isHidden) this.sink.hide(line);
    else this.sink.add(line);
  }
}
