import { createHash } from 'node:crypto';

/** A member of a bag before it is written: a text that is at hand, or a stored file. */
export interface Member {
  /** From the bag's base, with `/`: `data/history/chain.json`. */
  path: string;
  size: number;
  sha256: string;
  /** Absent: the stored file of that SHA-256. */
  text?: Buffer;
}

export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export function textMember(path: string, text: string): Member {
  const bytes = Buffer.from(text, 'utf8');
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), text: bytes };
}

/**
 * A whole bag (RFC 8493): the payload with the files that tell what it is and what it must be. Everything is in one
 * order, so that the same payload is the same bag. Throws when two members would lie in one place.
 */
export function toBag(payload: readonly Member[], info: readonly [label: string, value: string][], readme: string) {
  const sorted = inOrder(payload);
  mustLieApart(sorted);
  const bytes = sorted.reduce((sum, member) => sum + member.size, 0);
  const said: readonly [string, string][] = [...info, ['Payload-Oxum', `${bytes}.${sorted.length}`]];
  const tags = inOrder([
    textMember('bagit.txt', DECLARATION),
    textMember('bag-info.txt', said.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('')),
    textMember('README.txt', readme),
    textMember(MANIFEST, manifestOf(sorted)),
  ]);
  return [...tags, textMember(TAG_MANIFEST, manifestOf(tags)), ...sorted];
}

/** As `sha256sum` writes and reads it. */
function manifestOf(members: readonly Member[]): string {
  return members.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}

function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}

function inOrder(members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function mustLieApart(members: readonly Member[]): void {
  const places = new Set<string>();
  for (const { path } of members) {
    const place = placeOf(path);
    if (places.has(place)) throw new Error(`Two files of the package would lie at ${path}.`);
    places.add(place);
  }
}

/** What a path is to a file system that knows neither case nor spellings of accents. */
export function placeOf(path: string): string {
  return path.normalize('NFKC').toLowerCase().normalize('NFKC');
}
