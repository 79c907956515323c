import { Parser } from 'htmlparser2';
import { CannotRead } from '../extractor.ts';
import type { WordSink } from './page-builder.ts';

const NO_TEXT = new Set(
  'script style template noframes iframe object embed applet audio video canvas svg math map datalist'.split(' '),
);
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section ' +
    'summary table tbody tfoot thead title tr ul'
  ).split(' '),
);
const HIDING = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i;
const LONGEST = 20_000;
/** Pages by careless programs nest hundreds deep; from here on it is an attack. */
const DEEPEST = 10_000;

interface Open {
  depth: number;
  isSilent: boolean;
  isHidden: boolean;
  keepsBlanks: boolean;
}

/** Makes lines of HTML as it streams by. What an element's own attributes hide goes to `hide`; comments are left out. */
export class HtmlWords {
  readonly #sink: Pick<WordSink, 'add' | 'hide'>;
  readonly #parser: Parser;
  /** Elements that change what text means; all others are only counted by the parser. */
  readonly #open: Open[] = [{ depth: 0, isSilent: false, isHidden: false, keepsBlanks: false }];
  #depth = 0;
  #line = '';
  #secret = '';
  #isFirstCell = true;

  constructor(sink: Pick<WordSink, 'add' | 'hide'>) {
    this.#sink = sink;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#opened(name, attributes),
        onclosetag: (name) => this.#closed(name),
        ontext: (text) => this.#text(text),
      },
      { decodeEntities: true },
    );
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.end();
    this.#endLine();
  }

  get #state(): Open {
    return this.#open[this.#open.length - 1]!;
  }

  #opened(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > DEEPEST) throw new CannotRead('The file is refused: its parts are nested too deep.');
    if (BLOCKS.has(name)) this.#endLine();
    if (name === 'br') this.#endLine(true);
    if (name === 'tr') this.#isFirstCell = true;
    if ((name === 'td' || name === 'th') && !this.#isFirstCell && !this.#state.isHidden)
      this.#line = `${this.#line.replace(/ +$/, '')}\t`;
    if (name === 'td' || name === 'th') this.#isFirstCell = false;
    const hides = 'hidden' in attributes || HIDING.test(attributes['style'] ?? '');
    if (!NO_TEXT.has(name) && !hides && name !== 'pre') return;
    const { isSilent, isHidden, keepsBlanks } = this.#state;
    this.#open.push({
      depth: this.#depth,
      isSilent: isSilent || NO_TEXT.has(name),
      isHidden: isHidden || hides,
      keepsBlanks: keepsBlanks || name === 'pre',
    });
  }

  #closed(name: string): void {
    if (BLOCKS.has(name)) this.#endLine();
    if (this.#state.depth === this.#depth) this.#open.pop();
    this.#depth -= 1;
  }

  #text(text: string): void {
    const { isSilent, isHidden, keepsBlanks } = this.#state;
    if (isSilent) return;
    if (isHidden) this.#secret += text.replace(/\s+/g, ' ');
    else if (keepsBlanks) this.#pre(text);
    else this.#append(text.replace(/[ \t\n\r\f]+/g, ' '));
    if (this.#secret.length > LONGEST) this.#reveal();
  }

  #pre(text: string): void {
    for (const [i, line] of text.split(/\r\n|\n/).entries()) {
      if (i > 0) this.#endLine(true);
      this.#append(line, true);
    }
  }

  #append(text: string, asItIs = false): void {
    const isStart = this.#line === '' || /\s/.test(this.#line.at(-1)!);
    this.#line += isStart && !asItIs ? text.trimStart() : text;
    if (this.#line.length > LONGEST) this.#endLine();
  }

  #endLine(evenIfEmpty = false): void {
    this.#reveal();
    const line = this.#line.trimEnd();
    if (line.trim() !== '' || evenIfEmpty) this.#sink.add(line);
    this.#line = '';
  }

  #reveal(): void {
    if (this.#secret.trim() !== '') this.#sink.hide(this.#secret);
    this.#secret = '';
  }
}
