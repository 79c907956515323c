import { DeskError } from '../errors.ts';
import { wordsOf } from './normalise.ts';

/** Words that stand beside one another, in this order; with `prefix` the last is the beginning of one. */
export interface Term {
  words: readonly string[];
  prefix: boolean;
}

/** What to look for, as both indexes are asked. `all` is never empty: what is left out is left out of something. */
export type Query = Term | { all: readonly Query[]; none: readonly Query[] } | { any: readonly Query[] };

export const MOST_WORDS = 50;
const DEEPEST = 10;

type Sign = { is: 'open' | 'close' | 'or' | 'not' } | { is: 'term'; term: Term };

const QUOTES = '"\\u201c\\u201d\\u201e\\u201f\\u00ab\\u00bb\\uff02';
const GAP = /\s+/y;
const PHRASE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}](\\*?)|$)`, 'y');
/** A statute's own brackets, as in (b)(7)(C) and 552(b)(6), hold no space: they are no group. */
const BRACKETED = `\\([^\\s()\\-${QUOTES}][^\\s()${QUOTES}]{0,39}\\)`;
const CHUNK = new RegExp(`(?:[^\\s()${QUOTES}]|${BRACKETED})+`, 'y');

/**
 * Reads what a person typed: `words` that all occur, `"a phrase"`, `begin*`, `a OR b`, `-not` or `NOT not`, brackets.
 * AND is meant where nothing is said, and binds closer than OR. Whatever else is typed is words; a hyphen, an
 * apostrophe, a colon or a slash inside a word make a phrase of it. Throws `invalid` when there is nothing to look for.
 */
export function parseQuery(typed: string): Query {
  const signs = signsOf(typed);
  const words = signs.reduce((sum, sign) => sum + (sign.is === 'term' ? sign.term.words.length : 0), 0);
  if (words > MOST_WORDS) throw refused(`has ${words} words, at most ${MOST_WORDS} are looked for`);
  const query = new Reader(signs).whole();
  if (!query) throw refused('holds nothing to search for: name a word or a number');
  return query;
}

/** The terms that a match shows; not those that it must not hold. */
export function termsOf(query: Query): Term[] {
  if ('words' in query) return [query];
  return ('any' in query ? query.any : query.all).flatMap(termsOf);
}

function signsOf(typed: string): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(typed);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const term = (text: string, prefix: boolean) => {
    const words = wordsOf(text);
    if (words.length > 0) signs.push({ is: 'term', term: { words, prefix } });
  };
  while (at < typed.length) {
    if (take(GAP)) continue;
    if (isMinus(typed, at)) {
      signs.push({ is: 'not' });
      at += 1;
      continue;
    }
    const phrase = take(PHRASE);
    if (phrase) {
      term(phrase[1]!, phrase[2] === '*' || phrase[1]!.endsWith('*'));
      continue;
    }
    const chunk = take(CHUNK)?.[0];
    if (chunk === undefined) signs.push({ is: typed[at++] === '(' ? 'open' : 'close' });
    else if (chunk === 'OR') signs.push({ is: 'or' });
    else if (chunk === 'NOT') signs.push({ is: 'not' });
    else if (chunk !== 'AND') term(chunk, chunk.endsWith('*'));
  }
  return signs;
}

/** A hyphen that begins a word; one between spaces, or several, are punctuation. */
function isMinus(typed: string, at: number): boolean {
  return typed[at] === '-' && /^$|[\s(]/.test(typed[at - 1] ?? '') && /^[^\s-]/.test(typed.slice(at + 1, at + 2));
}

/** One way through the signs; brackets that nobody opened or closed are forgiven. */
class Reader {
  #at = 0;

  constructor(private readonly signs: readonly Sign[]) {}

  whole(): Query | null {
    const parts: Query[] = [];
    while (this.#at < this.signs.length) {
      const part = this.#either(0);
      if (part) parts.push(part);
      // A bracket closed that was never opened.
      this.#at += 1;
    }
    return together(parts, []);
  }

  #either(depth: number): Query | null {
    if (depth > DEEPEST) throw refused(`has brackets in brackets, ${DEEPEST} deep at most`);
    const any: Query[] = [];
    for (;;) {
      const part = this.#both(depth);
      if (part) any.push(part);
      if (this.signs[this.#at]?.is !== 'or') break;
      this.#at += 1;
    }
    return any.length > 1 ? { any } : (any[0] ?? null);
  }

  #both(depth: number): Query | null {
    const all: Query[] = [];
    const none: Query[] = [];
    let not = false;
    for (;;) {
      const sign = this.signs[this.#at];
      if (!sign || sign.is === 'or' || sign.is === 'close') break;
      this.#at += 1;
      if (sign.is === 'not') {
        not = !not;
        continue;
      }
      const part = sign.is === 'term' ? sign.term : this.#group(depth);
      if (part) (not ? none : all).push(part);
      not = false;
    }
    return together(all, none);
  }

  #group(depth: number): Query | null {
    const inside = this.#either(depth + 1);
    if (this.signs[this.#at]?.is === 'close') this.#at += 1;
    return inside;
  }
}

function together(all: readonly Query[], none: readonly Query[]): Query | null {
  if (all.length === 0 && none.length > 0) {
    throw refused('says what to leave out, but not of what: name something to search for beside it');
  }
  return all.length > 1 || none.length > 0 ? { all, none } : (all[0] ?? null);
}

function refused(detail: string): DeskError {
  return new DeskError('invalid', `q ${detail}.`, { errors: [{ pointer: '/q', detail }] });
}
