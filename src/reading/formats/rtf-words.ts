import iconv from 'iconv-lite';
import { CannotRead } from '../extractor.ts';
import type { WordSink } from './page-builder.ts';
import type { RtfHandler } from './rtf-tokens.ts';

/** What holds until the group ends in which it was said. */
interface Group {
  /** Nothing in it is text. */
  isIgnored: boolean;
  isFontTable: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  isInTable: boolean;
  encoding: string | null;
  /** How many characters after a `\u` say the same for old programs. */
  unicodeSkip: number;
  /** In front of each line: `[header] `. */
  label: string;
  isNote: boolean;
}

const DEEPEST = 1_000;
const LONGEST = 20_000;
const OUTSIDE: Group = {
  isIgnored: false,
  isFontTable: false,
  isHidden: false,
  isDeleted: false,
  isInTable: false,
  encoding: null,
  unicodeSkip: 1,
  label: '',
  isNote: false,
};

const IGNORED = new Set(
  (
    'colortbl stylesheet info pict objdata themedata colorschememapping latentstyles datastore fldinst filetbl revtbl ' +
    'listtable listoverridetable rsidtbl generator sn sv xe tc bkmkstart bkmkend private nonesttables template nonshppict'
  ).split(' '),
);
/** What old programs are told to leave out, and people see all the same. */
const SHOWN_ALL_THE_SAME = new Set(['shpinst', 'shptxt']);
const SYMBOLS: Readonly<Record<string, string>> = {
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  line: '\n',
  softline: '\n',
  '~': '\u00a0',
  _: '-',
};
/** By the number of a font's character set. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'cp1252',
  77: 'macroman',
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'cp1253',
  162: 'cp1254',
  163: 'cp1258',
  177: 'cp1255',
  178: 'cp1256',
  186: 'cp1257',
  204: 'cp1251',
  222: 'cp874',
  238: 'cp1250',
  255: 'cp437',
};

/** Makes words of the tokens of an RTF file. Hidden (`\v`) and deleted text is in the file and not on the page. */
export class RtfWords implements RtfHandler {
  readonly #sink: WordSink;
  readonly #groups: Group[] = [];
  #group: Group = { ...OUTSIDE };
  #isStarred = false;
  #encoding = 'cp1252';
  readonly #fonts = new Map<number, string>();
  #font = 0;
  #bytes: number[] = [];
  /** Lines that are being written: the innermost is a footnote's. */
  #lines: string[] = [''];
  #secret = '';
  #notes: string[] = [];
  #toSkip = 0;

  constructor(sink: WordSink) {
    this.#sink = sink;
  }

  open(): void {
    this.#settle();
    if (this.#groups.length >= DEEPEST) throw new CannotRead('The file is refused: its parts are nested too deep.');
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, isNote: false };
    this.#isStarred = false;
  }

  close(): void {
    this.#settle();
    const { label, isNote } = this.#group;
    if (isNote && this.#lines.length > 1) {
      const note = this.#lines.pop()!.trim();
      if (note !== '') this.#notes.push(`[footnote] ${note}`);
    }
    const outer = this.#groups.pop() ?? { ...OUTSIDE };
    if (label !== outer.label && this.#line !== '') this.#endLine();
    this.#group = outer;
  }

  byte(byte: number): void {
    this.#isStarred = false;
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else if (!this.#group.isIgnored) this.#bytes.push(byte);
    if (this.#bytes.length >= LONGEST) this.#decode();
  }

  word(name: string, parameter: number | null): void {
    if (name === '*') {
      this.#isStarred = true;
      return;
    }
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    if (name === 'u' && parameter !== null) return this.#unicode(parameter);
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#decode();
    if (IGNORED.has(name) || (isStarred && !SHOWN_ALL_THE_SAME.has(name))) this.#group.isIgnored = true;
    else if (name === 'fonttbl') this.#group = { ...this.#group, isIgnored: true, isFontTable: true };
    else if (this.#group.isFontTable) this.#fontTable(name, parameter);
    else if (!this.#group.isIgnored) this.#inText(name, parameter);
  }

  /** Hands on the last line, which nothing need end. */
  end(): void {
    this.#settle();
    while (this.#lines.length > 1) this.#notes.push(`[footnote] ${this.#lines.pop()!.trim()}`);
    if (this.#line !== '' || this.#notes.length > 0) this.#endLine();
    this.#reveal();
  }

  #inText(name: string, parameter: number | null): void {
    const group = this.#group;
    const symbol = Object.hasOwn(SYMBOLS, name) ? SYMBOLS[name] : undefined;
    if (symbol !== undefined) this.#append(symbol);
    else if (name === 'par' || name === 'sect')
      group.isInTable || this.#lines.length > 1 ? this.#append(' ') : this.#endLine();
    else if (name === 'row' || name === 'nestrow') this.#endLine();
    else if (name === 'page' || name === 'pagebb') this.#pageEnd();
    else if (name === 'intbl') group.isInTable = true;
    else if (name === 'pard') group.isInTable = false;
    else if (name === 'v') group.isHidden = parameter !== 0;
    else if (name === 'deleted') group.isDeleted = parameter !== 0;
    else if (name === 'plain') Object.assign(group, { isHidden: false, isDeleted: false, encoding: null });
    else if (name === 'f') group.encoding = this.#fonts.get(parameter ?? 0) ?? null;
    else if (name === 'uc') group.unicodeSkip = Math.max(0, Math.min(parameter ?? 1, 100));
    else if (name === 'footnote') this.#beginNote();
    else if (/^(header|footer)[lrf]?$/.test(name)) this.#beginMargin(name.slice(0, 6));
    else this.#setEncoding(name, parameter);
  }

  #setEncoding(name: string, parameter: number | null): void {
    if (name === 'ansicpg') this.#encoding = known(`cp${parameter}`) ?? (parameter === 65001 ? 'utf8' : 'cp1252');
    else if (name === 'mac') this.#encoding = 'macroman';
    else if (name === 'pc') this.#encoding = 'cp437';
    else if (name === 'pca') this.#encoding = 'cp850';
  }

  #fontTable(name: string, parameter: number | null): void {
    if (name === 'f') this.#font = parameter ?? 0;
    // 0 and 1 mean the encoding of the whole file; 2 has symbols without letters.
    const charset = name === 'fcharset' && parameter !== null && parameter > 2 ? CHARSETS[parameter] : undefined;
    if (charset !== undefined && this.#fonts.size < 10_000) this.#fonts.set(this.#font, charset);
  }

  #unicode(parameter: number): void {
    this.#decode();
    this.#toSkip = 0;
    if (this.#group.isIgnored) return;
    this.#append(String.fromCharCode(parameter & 0xffff));
    this.#toSkip = this.#group.unicodeSkip;
  }

  #beginNote(): void {
    if (this.#lines.length > 20) return;
    this.#group.isNote = true;
    this.#lines.push('');
  }

  #beginMargin(label: string): void {
    if (this.#line !== '') this.#endLine();
    this.#group.label = `[${label}] `;
  }

  get #line(): string {
    return this.#lines.at(-1) ?? '';
  }

  #append(text: string): void {
    if (this.#group.isHidden || this.#group.isDeleted) {
      this.#secret += text;
      if (this.#secret.length > LONGEST) this.#reveal();
      return;
    }
    this.#reveal();
    this.#lines[this.#lines.length - 1] = this.#line + text;
    if (this.#line.length > LONGEST) this.#endLine();
  }

  #endLine(): void {
    this.#decode();
    this.#reveal();
    const text = this.#line.trimEnd();
    this.#lines[this.#lines.length - 1] = '';
    // An empty header says nothing; an empty line of the text parts paragraphs.
    if (text !== '' || this.#group.label === '') this.#sink.add(text === '' ? '' : this.#group.label + text);
    for (const note of this.#notes) this.#sink.add(note);
    this.#notes = [];
  }

  #pageEnd(): void {
    if (this.#line !== '' || this.#notes.length > 0) this.#endLine();
    this.#sink.pageEnd();
  }

  #reveal(): void {
    if (this.#secret.trim() !== '') this.#sink.hide(this.#secret);
    this.#secret = '';
  }

  #settle(): void {
    this.#decode();
    this.#toSkip = 0;
  }

  #decode(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    this.#append(iconv.decode(bytes, this.#group.encoding ?? this.#encoding));
  }
}

function known(encoding: string): string | null {
  return iconv.encodingExists(encoding) ? encoding : null;
}
