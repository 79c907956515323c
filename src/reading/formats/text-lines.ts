import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { CannotRead } from '../extractor.ts';
import { pieces } from './page-builder.ts';

/** As iconv-lite calls them. */
export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'win1252';

const HEAD_BYTES = 64 * 1024;
const LONGEST_LINE = 20_000;
/** Compressed or random bytes have about eleven in a hundred; text has a few at most. */
const MOST_CONTROLS = 0.05;
const NO_TEXT =
  'This file is no text, although its name says so: it is full of bytes that no text has. Its real format is not known.';

/** How the text in a file is encoded, by its first bytes and by the first of them that is no ASCII. Throws `CannotRead` if it is none. */
export async function encodingOf(path: string): Promise<Encoding> {
  const head = await headOf(path, HEAD_BYTES);
  const byMark = markOf(head) ?? wideOf(head);
  if (byMark) {
    refuseBinary(iconv.decode(head, byMark));
    return byMark;
  }
  refuseBinary(head.toString('latin1'));
  // Only what is not ASCII can tell, and in a log it may come late.
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (chunk.some((byte) => byte > 0x7f)) return looksLikeUtf8(chunk) ? 'utf8' : 'win1252';
  }
  return 'utf8';
}

/** The text in pieces. Bytes that mean nothing become U+FFFD; a byte order mark is left out. */
export async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** Lines, many at a time. One that never ends is cut, so that memory stays flat. */
export async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const text of texts) {
    // A `\r` at the very end may be half of a `\r\n`.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      lines.push(...pieces(rest, LONGEST_LINE));
      rest = lines.pop() ?? '';
    }
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest.replace(/\r$/, '')];
}

export async function headOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function markOf(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf16be';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf8' : undefined;
}

/** UTF-16 without a mark: in most languages every other byte of much text is NUL. */
function wideOf(head: Buffer): Encoding | undefined {
  const nulls = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) nulls[i % 2]! += 1;
  const [even, odd] = nulls.map((count) => count / Math.max(1, head.length / 2)) as [number, number];
  if (odd > 0.4 && even < 0.05) return 'utf16le';
  return even > 0.4 && odd < 0.05 ? 'utf16be' : undefined;
}

/** Is most of what is not ASCII good UTF-8? A few bad bytes make no other encoding of a file. */
function looksLikeUtf8(chunk: Buffer): boolean {
  // A chunk may begin and end within a character.
  const text = chunk.toString('utf8').replace(/^\ufffd{1,3}|\ufffd$/g, '');
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = (text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0) + (bad === 0 ? 1 : 0);
  return good > bad;
}

function refuseBinary(text: string): void {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (controls > text.length * MOST_CONTROLS) throw new CannotRead(NO_TEXT);
}
