import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';
import { CannotRead } from '../extractor.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix: `w:p` is `p`. */
export interface XmlHandler {
  opened(name: string, attributes: Attributes): void;
  closed?(name: string): void;
  text?(text: string): void;
}

/** Office nests some ten deep; deeper than this is an attack. */
const DEEPEST = 500;

/**
 * Walks through XML as it streams by, with flat memory. Entities that a document declares itself are never expanded and
 * nothing is fetched: a document type means nothing here. Broken XML is read as far as it makes sense.
 */
export class XmlWalker {
  readonly #parser: Parser;
  #decoder: { write(chunk: Buffer): string; end(): string | undefined } | null = null;
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (++this.#depth > DEEPEST) throw new CannotRead('The file is refused: its parts are nested too deep.');
          handler.opened(localName(name), attributes);
        },
        onclosetag: (name) => {
          this.#depth -= 1;
          handler.closed?.(localName(name));
        },
        ontext: (text) => handler.text?.(text),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  write(chunk: Buffer): void {
    this.#decoder ??= iconv.getDecoder(encodingOf(chunk), { stripBOM: true });
    this.#parser.write(this.#decoder.write(chunk));
  }

  end(): void {
    this.#parser.end(this.#decoder?.end());
  }
}

/** Walks through a whole part at once, where nothing is to be handed on meanwhile. */
export async function walkXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const walker = new XmlWalker(handler);
  for await (const chunk of chunks) walker.write(chunk);
  walker.end();
}

/** The value of an attribute, whatever its prefix: `w:val` for `val`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** Is a switch of Office on? It is when it is there, unless it says no. */
export function isOn(attributes: Attributes, name = 'val'): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute(attributes, name) ?? '1');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf16be' : 'utf8';
}
