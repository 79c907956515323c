import { addDays, daysBetween, earlierOf, laterOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Suspension } from './statute.ts';

type Span = Pick<Suspension, 'from' | 'to'>;

/**
 * The end of a term that counts calendar days, months or years after `start`, moved on by every day on which terms stood
 * still by decree. Working days need no moving: suspended days are days off.
 */
export function overSuspensions(suspensions: readonly Suspension[], start: PlainDate, end: PlainDate): PlainDate {
  let moved = end;
  for (const { from, to } of stretches(suspensions)) {
    const [first, last] = [laterOf(from, addDays(start, 1)), to];
    // What begins after the term has ended does not touch it; what runs past its end moves it all the same.
    if (first > moved || last < first) continue;
    moved = addDays(moved, daysBetween(first, last) + 1);
  }
  return moved;
}

/** How many days after `a` up to and including `b` are suspended. */
export function suspendedCount(suspensions: readonly Suspension[], a: PlainDate, b: PlainDate): number {
  return stretches(suspensions).reduce((sum, { from, to }) => {
    const [first, last] = [laterOf(from, addDays(a, 1)), earlierOf(to, b)];
    return last < first ? sum : sum + daysBetween(first, last) + 1;
  }, 0);
}

/** The suspensions that fall between two days, cut to them; for explanations. */
export function suspendedBetween(suspensions: readonly Suspension[], start: PlainDate, end: PlainDate): Suspension[] {
  return spanned(suspensions, start, end).map((one) => ({
    ...one,
    from: laterOf(one.from, addDays(start, 1)),
    to: earlierOf(one.to, end),
  }));
}

/** Those that have a day after `start` up to and including `end`, in order, as they are. */
export function spanned<T extends Span>(spans: readonly T[], start: PlainDate, end: PlainDate): T[] {
  return spans.filter(({ from, to }) => to > start && from <= end).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** In order and apart from one another: two decrees may cover one day, which stands still once. */
function stretches(suspensions: readonly Span[]): readonly Span[] {
  if (suspensions.length < 2) return suspensions;
  const found: Span[] = [];
  for (const { from, to } of suspensions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = laterOf(last.to, to);
    else found.push({ from, to });
  }
  return found;
}
