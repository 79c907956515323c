import { diffArrays } from 'diff';
import type { Pair } from './align.ts';
import type { Form } from './form.ts';
import { marks } from './marks.ts';
import { wordsOf } from './sketch.ts';

/** A page as it is compared: its words without the marks of redactions, and the exemptions on it. */
export interface PageToCompare {
  number: number;
  words: readonly string[];
  codes: readonly string[];
}

export type Change = 'same' | 'changed' | 'only-here' | 'only-there';

export interface ComparedPair {
  page: number | null;
  otherPage: number | null;
  change: Change;
  /** Words, each as often as it occurs, that the other has more often; and those that this one has. */
  wordsShown: number;
  wordsWithheld: number;
  codesGone: string[];
  codesNew: string[];
}

/** Beyond so many words put in or taken out, two pages are told to differ, not where. */
const MOST_EDITS = 600;
const MOST_PASSAGES = 200;
const LONGEST_PASSAGE = 5000;

/** The words that are compared: what marks a redaction is no text that anybody gave or took. */
export function comparedWords(text: string, forms: readonly Form[]): string[] {
  let rest = '';
  let at = 0;
  for (const mark of marks(text, forms).sort((a, b) => a.from - b.from)) {
    rest += `${text.slice(at, Math.max(at, mark.from))} `;
    at = Math.max(at, mark.to);
  }
  // Commas and dashes between two marks are nobody's words either.
  return wordsOf(rest + text.slice(at)).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** What a pair of pages has and has not in common; either may be missing. */
export function comparePair(here: PageToCompare | null, there: PageToCompare | null): ComparedPair {
  const [own, others] = [here?.words ?? [], there?.words ?? []];
  const sameWords = own.length === others.length && own.every((word, i) => word === others[i]);
  const codesGone = without(here?.codes ?? [], there?.codes ?? []);
  const codesNew = without(there?.codes ?? [], here?.codes ?? []);
  const [wordsShown, wordsWithheld] = sameWords ? [0, 0] : [surplus(others, own), surplus(own, others)];
  const same = sameWords && codesGone.length === 0 && codesNew.length === 0;
  const change = !there ? 'only-here' : !here ? 'only-there' : same ? 'same' : 'changed';
  const pages = { page: here?.number ?? null, otherPage: there?.number ?? null };
  return { ...pages, change, wordsShown, wordsWithheld, codesGone, codesNew };
}

export interface Passages {
  shown: string[];
  withheld: string[];
}

/** The passages that one has and the other has not; null when they differ too much for that to mean anything. */
export function passagesOf(here: readonly string[], there: readonly string[]): Passages | null {
  if (here.length === 0 || there.length === 0) return { shown: inWords([there]), withheld: inWords([here]) };
  // In one order whichever side is first, since a shortest way from one text to the other is not the only one.
  const swapped = here.join(' ') > there.join(' ');
  const [first, second] = swapped ? [there, here] : [here, there];
  const changes = diffArrays([...first], [...second], { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  const removed = changes.filter((change) => change.removed).map((change) => change.value);
  const added = changes.filter((change) => change.added).map((change) => change.value);
  const [withheld, shown] = swapped ? [added, removed] : [removed, added];
  return { shown: inWords(shown), withheld: inWords(withheld) };
}

function inWords(passages: readonly (readonly string[])[]): string[] {
  const told = passages.filter((words) => words.length > 0).slice(0, MOST_PASSAGES);
  return told.map((words) => {
    const text = words.join(' ');
    return text.length > LONGEST_PASSAGE ? `${text.slice(0, LONGEST_PASSAGE)}…` : text;
  });
}

export interface Summary {
  same: number;
  changed: number;
  onlyHere: number;
  onlyThere: number;
  wordsShown: number;
  wordsWithheld: number;
  /** Exemption → on how many pages it is gone, or new. */
  codesGone: Map<string, number>;
  codesNew: Map<string, number>;
}

export function summaryOf(pairs: Iterable<ComparedPair>): Summary {
  const counts: Record<Change, number> = { same: 0, changed: 0, 'only-here': 0, 'only-there': 0 };
  const words = { wordsShown: 0, wordsWithheld: 0 };
  const codesGone = new Map<string, number>();
  const codesNew = new Map<string, number>();
  for (const pair of pairs) {
    counts[pair.change] += 1;
    words.wordsShown += pair.wordsShown;
    words.wordsWithheld += pair.wordsWithheld;
    for (const code of pair.codesGone) codesGone.set(code, (codesGone.get(code) ?? 0) + 1);
    for (const code of pair.codesNew) codesNew.set(code, (codesNew.get(code) ?? 0) + 1);
  }
  const { same, changed, 'only-here': onlyHere, 'only-there': onlyThere } = counts;
  return { same, changed, onlyHere, onlyThere, ...words, codesGone, codesNew };
}

/** Both pages of a pair. */
export function pagesOfPair<T>([i, j]: Pair, here: readonly T[], there: readonly T[]): [T | null, T | null] {
  return [i === null ? null : here[i]!, j === null ? null : there[j]!];
}

function without(codes: readonly string[], others: readonly string[]): string[] {
  return [...new Set(codes)].filter((code) => !others.includes(code)).sort();
}

function surplus(of: readonly string[], over: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of over) left.set(word, (left.get(word) ?? 0) + 1);
  let more = 0;
  for (const word of of) {
    const others = left.get(word) ?? 0;
    if (others > 0) left.set(word, others - 1);
    else more += 1;
  }
  return more;
}
