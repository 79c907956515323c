import { addDays, daysBetween, earlierOf, laterOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Suspension } from './statute.ts';

/**
 * The end of a term that counts calendar days, months or years after `start`, moved on by every day on which terms stood
 * still by decree. Working days need no moving: suspended days are days off.
 */
export function overSuspensions(suspensions: readonly Suspension[], start: PlainDate, end: PlainDate): PlainDate {
  let moved = end;
  for (const { from, to } of suspensions) {
    const [first, last] = [laterOf(from, addDays(start, 1)), to];
    // What begins after the term has ended does not touch it; what runs past its end moves it all the same.
    if (first > moved || last < first) continue;
    moved = addDays(moved, daysBetween(first, last) + 1);
  }
  return moved;
}

/** The suspensions that fall between two days, cut to them; for explanations. */
export function suspendedBetween(suspensions: readonly Suspension[], start: PlainDate, end: PlainDate): Suspension[] {
  return suspensions
    .filter(({ from, to }) => to > start && from <= end)
    .map((one) => ({ ...one, from: laterOf(one.from, addDays(start, 1)), to: earlierOf(one.to, end) }));
}

/** Every suspended day, for a calendar that counts working days. */
export function suspendedDays(suspensions: readonly Suspension[]): PlainDate[] {
  return suspensions.flatMap(({ from, to }) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)),
  );
}
