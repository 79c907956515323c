import { DeskError, type FieldError } from '../errors.ts';
import { mostOwnDays } from '../law/overrides.ts';
import type { PlainDate } from '../law/plain-date.ts';

/** Days of one entry of a list, both ends included. */
export interface ListedDays {
  from: PlainDate;
  to: PlainDate;
  /** Null where the list gives none. */
  name: string | null;
}

/** What a list of days says. */
export interface DayList {
  /** The list's own name. */
  title: string | null;
  days: ListedDays[];
  /** In words: what was left out, and why. */
  notes: string[];
}

const MOST_FAULTS_TOLD = 100;

/** What is wrong with the entries of a list, each by its number. */
export class Faults {
  readonly #errors: FieldError[] = [];

  constructor(private readonly what: 'row' | 'event') {}

  add(number: number, detail: string): void {
    this.#errors.push({ pointer: `/${this.what}s/${number}`, detail: `${this.what} ${number}: ${detail}` });
  }

  /** Throws `does-not-fit` if there is any. */
  refuse(): void {
    const [first, ...others] = this.#errors;
    if (!first) return;
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    throw new DeskError('does-not-fit', `Nothing was imported: ${first.detail}${more}.`, {
      errors: this.#errors.slice(0, MOST_FAULTS_TOLD),
    });
  }
}

/** A list that cannot be read at all. */
export function unreadable(detail: string): DeskError {
  return new DeskError('does-not-fit', `Nothing was imported: the list ${detail}.`, {
    errors: [{ pointer: '', detail }],
  });
}

/** Throws `does-not-fit` on more entries than an agency may have. */
export function refuseTooMany(count: number, what: 'rows' | 'events' | 'days'): void {
  if (count > mostOwnDays) throw unreadable(`has ${count} ${what}; at most ${mostOwnDays} are taken`);
}

/** A name on one line; null if there is nothing in it. */
export function nameIn(text: string): string | null {
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim() || null;
}
