import type { Readable } from 'node:stream';
import { placeOf } from './bag.ts';

/** A file of a package that somebody hands us. */
export interface Held {
  /** As the package calls it, with `/`. */
  path: string;
  /** In bytes, as far as its container says. */
  size: number;
}

/** Where a package lies: in a ZIP or in a folder. Nothing of it is trusted, and nothing is ever written anywhere. */
export interface BagSource {
  /** In the order in which they are best read. */
  readonly members: readonly Held[];
  /** What is wrong with the container itself. */
  readonly faults: readonly string[];
  /** The bytes of one; throws `Unreadable` as soon as they turn out not to be what the container says. */
  read(member: Held): Promise<Readable>;
  close(): Promise<void>;
}

/** The container cannot be read, or not without danger; `message` is for people. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

export const MOST_MEMBERS = 100_000;

/** Text from outside on its way to a terminal: without anything that moves a cursor or turns text round. */
export function plainWords(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => {
    return `\\u{${one.codePointAt(0)!.toString(16)}}`;
  });
}

/** A name from outside, quoted. */
export function shown(name: string): string {
  return `"${plainWords(name.length > 300 ? `${name.slice(0, 300)}…` : name)}"`;
}

/** What is wrong with a path as a place below some folder, or null. */
export function pathFault(path: string): string | null {
  if (path === '' || path.length > 4096) return 'is no name';
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'has a control character';
  if (path.includes('\\')) return 'has a backslash';
  if (/^\/|^[a-z]:/i.test(path)) return 'does not lie below the folder into which it is unpacked';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) return 'leads out of its folder';
  return null;
}

/** Paths that would lie in one place on some system. */
export function sharedPlaces(paths: readonly string[]): string[] {
  const places = new Map<string, string>();
  return paths.filter((path) => {
    const place = placeOf(path);
    const taken = places.has(place);
    places.set(place, path);
    return taken;
  });
}
