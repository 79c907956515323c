import type { PlainDate } from '../law/plain-date.ts';

/** What a citation says of its source, before any format has put it into words. Texts are one line each, or are made so. */
export interface Source {
  /** The public body: a component, with the agency that it belongs to. */
  agency: { name: string; parent: string | null };
  /** The document's label, else the name of its file. */
  title: string;
  /** The file's name, where the title is another. */
  filename: string | null;
  /** Which letter or fact it came with, for the middle of a sentence: `determination letter of March 4, 2026`. */
  letter: string | null;
  releasedOn: PlainDate | null;
  /** Told where the day of release is not known. */
  receivedOn: PlainDate | null;
  /** The desk's number of the request. */
  requestNumber: string;
  /** The agency's own numbers. */
  trackingNumbers: readonly string[];
  /** From 1. */
  page: number;
  quote: string | null;
  /** The first digits of the file's SHA-256. */
  prefix: string;
  permalink: string;
  /** Whether days are written as in the United States: `March 4, 2026`; else `4 March 2026`. */
  monthFirst: boolean;
}

/** Names the cited page in a bibliography or among footnotes: letters, digits and hyphens only. */
export function keyOf({ prefix, page }: Pick<Source, 'prefix' | 'page'>): string {
  return `foia-${prefix}-p${page}`;
}

/** The agency as one name: `Department of the Army, Criminal Investigation Division`. */
export function nameOf({ name, parent }: Source['agency']): string {
  return parent === null || name.includes(parent) ? oneLine(name) : `${oneLine(parent)}, ${oneLine(name)}`;
}

/** Without line breaks, control characters or double blanks. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
