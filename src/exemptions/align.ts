import { likeness, type Sketch } from './sketch.ts';

/** Indices into both lists; null where the other has no such page. */
export type Pair = [here: number | null, there: number | null];

/** A hash that so many pages share, such as that of a letterhead, tells nothing. */
const COMMON = 20;
const MOST_CANDIDATES = 3;
/** Pages less alike than this are no anchor. */
const ANCHOR = 0.15;
/** And less than this are not each other's versions, unless their places say so. */
const ALIKE = 0.08;
/** Cells of the table for pages between two anchors. */
const LARGEST_TABLE = 40_000;

/**
 * Which page of one file is which of the other, in order, also when pages were put in or taken out. A generator that stops
 * every few milliseconds, so that whoever drives it can let others have their turn. Swapping the lists swaps the pairs.
 */
export function* align(here: readonly Sketch[], there: readonly Sketch[]): Generator<void, Pair[]> {
  // The steps below break ties by order; deciding once which list is first makes both directions agree.
  if (nameOf(here) <= nameOf(there)) return yield* aligned(here, there);
  const pairs = yield* aligned(there, here);
  return pairs.map(([a, b]): Pair => [b, a]);
}

function nameOf(sketches: readonly Sketch[]): string {
  return sketches.map((sketch) => sketch.digest).join(' ');
}

function* aligned(a: readonly Sketch[], b: readonly Sketch[]): Generator<void, Pair[]> {
  let start = 0;
  while (start < a.length && start < b.length && a[start]!.digest === b[start]!.digest) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end]!.digest === b[b.length - 1 - end]!.digest) end += 1;
  const [aEnd, bEnd] = [a.length - end, b.length - end];
  const anchors = heaviestChain(yield* candidates(a, b, start, aEnd, bEnd), bEnd);
  const pairs: Pair[] = Array.from({ length: start }, (_, i) => [i, i]);
  let [i, j] = [start, start];
  for (const [x, y] of [...anchors, [aEnd, bEnd] as const]) {
    pairs.push(...between(a, b, { from: i, to: x }, { from: j, to: y }));
    if (x < aEnd) pairs.push([x, y]);
    [i, j] = [x + 1, y + 1];
    yield;
  }
  for (let k = 0; k < end; k += 1) pairs.push([aEnd + k, bEnd + k]);
  return pairs;
}

type Candidate = [here: number, there: number, weight: number];

/** For each page the few of the other list that share most of its rare runs of words. */
function* candidates(
  a: readonly Sketch[],
  b: readonly Sketch[],
  start: number,
  aEnd: number,
  bEnd: number,
): Generator<void, Candidate[]> {
  const holders = new Map<number, number[]>();
  for (let j = start; j < bEnd; j += 1) {
    for (const hash of b[j]!.lowest) {
      const known = holders.get(hash);
      if (known) known.push(j);
      else holders.set(hash, [j]);
    }
    if (j % 100 === 0) yield;
  }
  const found: Candidate[] = [];
  for (let i = start; i < aEnd; i += 1) {
    const votes = new Map<number, number>();
    for (const hash of a[i]!.lowest) {
      const pages = holders.get(hash) ?? [];
      if (pages.length <= COMMON) for (const j of pages) votes.set(j, (votes.get(j) ?? 0) + 1);
    }
    const likely = [...votes.entries()].sort((x, y) => y[1] - x[1] || Math.abs(x[0] - i) - Math.abs(y[0] - i));
    for (const [j] of likely.slice(0, MOST_CANDIDATES)) {
      const weight = likeness(a[i]!, b[j]!);
      if (weight >= ANCHOR) found.push([i, j, weight]);
    }
    if (i % 100 === 0) yield;
  }
  return found;
}

/** The candidates that keep both orders and are most alike in sum: a Fenwick tree holds the best chain up to each page. */
function heaviestChain(all: readonly Candidate[], size: number): (readonly [number, number])[] {
  const best: (number | undefined)[] = [];
  const sums: number[] = [];
  const before: (number | undefined)[] = [];
  const tree: (number | undefined)[] = Array.from({ length: size + 1 }, () => undefined);
  const heavier = (x: number | undefined, y: number | undefined) =>
    y === undefined || (x !== undefined && sums[x]! >= sums[y]!) ? x : y;
  // Of one page the later partners first: then none of them can follow another.
  const order = all.map((_, n) => n).sort((x, y) => all[x]![0] - all[y]![0] || all[y]![1] - all[x]![1]);
  for (const n of order) {
    const [, there, weight] = all[n]!;
    let last: number | undefined;
    for (let k = there; k > 0; k -= k & -k) last = heavier(last, tree[k]);
    before[n] = last;
    sums[n] = weight + (last === undefined ? 0 : sums[last]!);
    for (let k = there + 1; k <= size; k += k & -k) tree[k] = heavier(tree[k], n);
    best[0] = heavier(best[0], n);
  }
  const chain: (readonly [number, number])[] = [];
  for (let n = best[0]; n !== undefined; n = before[n]) chain.push([all[n]![0], all[n]![1]]);
  return chain.reverse();
}

interface Stretch {
  from: number;
  to: number;
}

/** The pages between two anchors: by likeness where the table is small enough, and by their places where they are as many. */
function between(a: readonly Sketch[], b: readonly Sketch[], x: Stretch, y: Stretch): Pair[] {
  const [n, m] = [x.to - x.from, y.to - y.from];
  if (n === 0 || m === 0 || n * m > LARGEST_TABLE) return byPlace(x, y);
  const sums: number[][] = Array.from({ length: n + 1 }, () => Array.from({ length: m + 1 }, () => 0));
  const like: number[][] = [];
  for (let i = n - 1; i >= 0; i -= 1) {
    like[i] = [];
    for (let j = m - 1; j >= 0; j -= 1) {
      const alike = likeness(a[x.from + i]!, b[y.from + j]!);
      like[i]![j] = alike >= ALIKE ? alike : 0;
      sums[i]![j] = Math.max(sums[i + 1]![j]!, sums[i]![j + 1]!, like[i]![j]! + sums[i + 1]![j + 1]!);
    }
  }
  const pairs: Pair[] = [];
  let [i, j, i0, j0] = [0, 0, 0, 0];
  while (i < n && j < m) {
    if (like[i]![j]! > 0 && sums[i]![j] === like[i]![j]! + sums[i + 1]![j + 1]!) {
      pairs.push(...byPlace({ from: x.from + i0, to: x.from + i }, { from: y.from + j0, to: y.from + j }));
      pairs.push([x.from + i, y.from + j]);
      [i, j] = [i + 1, j + 1];
      [i0, j0] = [i, j];
    } else if (sums[i]![j] === sums[i + 1]![j]) i += 1;
    else j += 1;
  }
  return [...pairs, ...byPlace({ from: x.from + i0, to: x.to }, { from: y.from + j0, to: y.to })];
}

/** As many on both sides are versions of one another: a page that was covered whole shares no word with what it became. */
function byPlace(x: Stretch, y: Stretch): Pair[] {
  const [n, m] = [x.to - x.from, y.to - y.from];
  if (n === m) return Array.from({ length: n }, (_, k): Pair => [x.from + k, y.from + k]);
  const here = Array.from({ length: n }, (_, k): Pair => [x.from + k, null]);
  const there = Array.from({ length: m }, (_, k): Pair => [null, y.from + k]);
  return [...here, ...there];
}
