import { setImmediate as breathe } from 'node:timers/promises';
import { eachWord } from './normalise.ts';
import { placesOf } from './matches.ts';
import { type Query, type Term, termsOf } from './query.ts';

/** A piece of a text as it is, line breaks as spaces; `ranges` say what was found in it, in UTF-16 units. */
export interface Snippet {
  text: string;
  ranges: [from: number, to: number][];
}

interface Mark {
  from: number;
  to: number;
  term: number;
}

const LONGEST = 300;
const BEFORE = 80;
/** So much of a long text is walked over before others have their turn. */
const STRETCH = 50_000;
const ENOUGH = 100;

/** Where a text speaks of what was asked: the first place that holds most of it, else the text's beginning. */
export async function snippetOf(text: string, query: Query): Promise<Snippet> {
  const terms = termsOf(query);
  const marks: Mark[] = [];
  for (let from = 0; from < text.length && marks.length < ENOUGH;) {
    const to = endOfStretch(text, from);
    marks.push(...marksIn(text.slice(from, to), from, terms));
    from = to;
    if (from < text.length) await breathe();
  }
  return cutOut(text, marks, bestStart(marks));
}

/** Stretches end between words: what lies across two of them is found, but not marked. */
function endOfStretch(text: string, from: number): number {
  const to = from + STRETCH;
  if (to >= text.length) return text.length;
  const gap = text.slice(from, to).search(/\s\S*$/);
  return gap > 0 ? from + gap : to;
}

function marksIn(text: string, offset: number, terms: readonly Term[]): Mark[] {
  const words: string[] = [];
  const spans: [number, number][] = [];
  eachWord(text, (word, from, to) => {
    words.push(word);
    spans.push([from + offset, to + offset]);
  });
  const marks = terms.flatMap((term, i) =>
    placesOf(words, term).map((at) => ({ from: spans[at]![0], to: spans[at + term.words.length - 1]![1], term: i })),
  );
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The first mark after which most terms follow within a snippet's length. */
function bestStart(marks: readonly Mark[]): number {
  let best = 0;
  let most = 0;
  for (const [i, first] of marks.entries()) {
    const terms = new Set<number>();
    for (let j = i; j < marks.length && marks[j]!.to <= first.from + LONGEST - BEFORE; j += 1)
      terms.add(marks[j]!.term);
    if (terms.size > most) [best, most] = [first.from, terms.size];
  }
  return best;
}

function cutOut(text: string, marks: readonly Mark[], around: number): Snippet {
  const from = around <= BEFORE ? 0 : betweenWords(text, around - BEFORE, around);
  const end = Math.min(text.length, from + LONGEST);
  const to = end === text.length ? end : betweenWordsBefore(text, from, end);
  const ranges: Snippet['ranges'] = [];
  for (const mark of marks) {
    if (mark.from < from || mark.to > to) continue;
    const last = ranges.at(-1);
    // What one term finds inside another's place, or overlapping it, is one place.
    if (last && mark.from - from <= last[1]) last[1] = Math.max(last[1], mark.to - from);
    else ranges.push([mark.from - from, mark.to - from]);
  }
  return { text: text.slice(from, to).replace(/[\s\p{Cc}]/gu, ' '), ranges };
}

/** The first place from `from` on at which a word begins, `latest` at the latest. */
function betweenWords(text: string, from: number, latest: number): number {
  const gap = text.slice(from, latest).search(/\s/);
  return gap < 0 ? latest : from + gap + 1;
}

function betweenWordsBefore(text: string, from: number, end: number): number {
  const gap = text.slice(from, end).search(/\s\S*$/);
  if (gap > 0) return from + gap;
  // Half of a surrogate pair would be no text.
  return /[\ud800-\udbff]/.test(text[end - 1]!) ? end - 1 : end;
}
