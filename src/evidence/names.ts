import { cleanFilename } from '../documents/filename.ts';

/** What some file system or checking program takes for something else; `%` is what BagIt would have to escape. */
const AWKWARD = /[<>:"|?*%$`~^!&;'{}#]/g;
const MOST_BYTES = 150;
const LONGEST_EXTENSION = /\.[a-z0-9]{1,12}$/i;

/**
 * Names under which files can lie side by side on any system, in the order given: `001-letter.pdf`. The number keeps
 * them apart whatever a file system does to case, accents, long names or names that it keeps for itself.
 */
export function namesInOrder(filenames: readonly string[]): string[] {
  const digits = Math.max(3, String(filenames.length).length);
  return filenames.map((filename, i) => `${String(i + 1).padStart(digits, '0')}-${plainName(filename)}`);
}

/** One name without its number; never empty, at most 150 bytes, with its extension. */
export function plainName(filename: string): string {
  const plain = cleanFilename(filename).replace(AWKWARD, '_').normalize('NFC');
  const extension = LONGEST_EXTENSION.exec(plain)?.[0] ?? '';
  const stem = cut(plain.slice(0, plain.length - extension.length), MOST_BYTES - extension.length);
  // Windows takes dots and blanks off the end of a name.
  return `${stem}${extension}`.replace(/[. ]+$/, '') || 'document';
}

/** A text as part of a name: words with hyphens. Empty when nothing of it can be one. */
export function slugOf(text: string, mostBytes: number): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return cut(words.replace(/^-+/, ''), mostBytes).replace(/-+$/, '');
}

/** At most so many bytes, of whole characters with their accents. */
function cut(text: string, mostBytes: number): string {
  let kept = '';
  let room = mostBytes;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    room -= Buffer.byteLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept.trimEnd();
}
