const MOST_BYTES = 255;
const NAMELESS = 'document';

/** Control characters, what turns the direction of text round, and what nobody can see. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cn}\p{Co}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd\ufff9-\ufffb]/gu;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A sent file's name, as far as it can be shown and handed on: no path, no control characters, no text that reads
 * backwards, at most 255 bytes with its extension. For people only: no stored path is ever made of it.
 */
export function cleanFilename(sent: string | undefined): string {
  const wellFormed = (sent ?? '').toWellFormed().normalize('NFC').replace(UNSEEN, '');
  const last = wellFormed.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .replace(DEVICES, '_$1');
  return plain === '' ? NAMELESS : shorten(plain);
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  const extension = /\.[a-z0-9]{1,12}$/i.exec(name)?.[0] ?? '';
  let stem = '';
  let room = MOST_BYTES - Buffer.byteLength(extension);
  // Whole characters only: half of one is no text.
  for (const character of name.slice(0, name.length - extension.length)) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    stem += character;
  }
  return stem.trimEnd() + extension;
}
