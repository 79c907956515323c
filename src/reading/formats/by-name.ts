import { extname } from 'node:path';
import type { FileToRead } from '../extractor.ts';

/**
 * The first bytes of a file in UTF-16 or Windows-1252 say nothing certain (a byte order mark looks like the beginning of an
 * MP3), so for these the name is believed, and what it promises is looked for.
 */
const VAGUE: readonly string[] = ['application/octet-stream', 'audio/mpeg'];
const TEXT_TYPES = /^text\/|^application\/(json|xml|x-ndjson|javascript|x-sh|x-subrip)$/;

/** Could it be text, by its first bytes or, where they do not tell, by an ending that `names` knows? */
export function mayBeText({ mediaType, filename }: Pick<FileToRead, 'mediaType' | 'filename'>, names: RegExp): boolean {
  return TEXT_TYPES.test(mediaType) || (VAGUE.includes(mediaType) && names.test(endingOf(filename)));
}

/** In lower case, with its dot. */
export function endingOf(filename: string): string {
  return extname(filename).toLowerCase();
}
