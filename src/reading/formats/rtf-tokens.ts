export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word, or a control symbol such as `*` or `~`. */
  word(name: string, parameter: number | null): void;
  /** A byte of text in the encoding of the moment. */
  byte(byte: number): void;
}

const LONGEST_WORD = 32;
type Mode = 'text' | 'backslash' | 'word' | 'parameter' | 'hex' | 'skip';

/** Cuts RTF into its tokens byte by byte, wherever the chunks of a stream end. */
export class RtfTokens {
  readonly #handler: RtfHandler;
  #mode: Mode = 'text';
  #name = '';
  #parameter = '';
  /** Bytes of a picture that are no text. */
  #toSkip = 0;

  constructor(handler: RtfHandler) {
    this.#handler = handler;
  }

  write(chunk: Buffer): void {
    for (let i = 0; i < chunk.length; i += 1) {
      if (this.#mode === 'skip') i += this.#skip(chunk.length - i) - 1;
      else this.#next(chunk[i]!);
    }
  }

  #next(byte: number): void {
    if (this.#mode === 'text') this.#inText(byte);
    else if (this.#mode === 'backslash') this.#afterBackslash(byte);
    else if (this.#mode === 'hex') this.#inHex(byte);
    else this.#inWord(byte);
  }

  #inText(byte: number): void {
    if (byte === 0x5c) this.#mode = 'backslash';
    else if (byte === 0x7b) this.#handler.open();
    else if (byte === 0x7d) this.#handler.close();
    // Line ends in the file are for the eyes of programmers.
    else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) this.#handler.byte(byte);
  }

  #afterBackslash(byte: number): void {
    this.#name = '';
    this.#parameter = '';
    this.#mode = 'text';
    if (isLetter(byte)) {
      this.#name = String.fromCharCode(byte);
      this.#mode = 'word';
    } else if (byte === 0x27) this.#mode = 'hex';
    else if (byte === 0x5c || byte === 0x7b || byte === 0x7d) this.#handler.byte(byte);
    else if (byte === 0x0a || byte === 0x0d) this.#handler.word('par', null);
    else this.#handler.word(String.fromCharCode(byte), null);
  }

  #inHex(byte: number): void {
    this.#name += String.fromCharCode(byte);
    if (this.#name.length < 2) return;
    this.#mode = 'text';
    const value = Number.parseInt(this.#name, 16);
    if (/^[0-9a-f]{2}$/i.test(this.#name)) this.#handler.byte(value);
  }

  #inWord(byte: number): void {
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (this.#mode === 'word' && isLetter(byte) && this.#name.length < LONGEST_WORD) {
      this.#name += String.fromCharCode(byte);
    } else if ((isDigit && this.#parameter.length < 11) || (byte === 0x2d && this.#mode === 'word')) {
      this.#parameter += String.fromCharCode(byte);
      this.#mode = 'parameter';
    } else {
      this.#endWord();
      // One blank after a control word belongs to it.
      if (byte === 0x20) return;
      if (this.#mode === 'skip') this.#skip(1);
      else this.#next(byte);
    }
  }

  #skip(most: number): number {
    const skipped = Math.min(this.#toSkip, most);
    this.#toSkip -= skipped;
    if (this.#toSkip === 0) this.#mode = 'text';
    return skipped;
  }

  #endWord(): void {
    this.#mode = 'text';
    const parameter = /\d/.test(this.#parameter) ? Number(this.#parameter) : null;
    if (this.#name === 'bin' && parameter !== null && parameter > 0) {
      this.#toSkip = parameter;
      this.#mode = 'skip';
      return;
    }
    this.#handler.word(this.#name, parameter);
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}
