import type { Calendar } from '../calendar.ts';
import { daysBetween, earlierOf, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Length } from '../terms.ts';
import { suspendedCount } from '../suspensions.ts';
import type { QuestionEvent } from './period.ts';
import { bareEnd, countFrom } from './term.ts';

/** Counting over stretches in which nothing counts. */

/** A stretch of days that do not count, both ends included; `to` is null while the question is open. */
export interface Pause {
  from: PlainDate;
  /** The day before it: the last that may count. */
  before: PlainDate;
  to: PlainDate | null;
  /** Once it is over, the whole period begins anew. */
  restarts: boolean;
  event: QuestionEvent;
  /** What had been counted when it began, and what was left. */
  used: Length;
  left: Length;
}

/** An end, or what is left while there is none. */
export interface Counted {
  dueOn: PlainDate | null;
  left: Length | null;
}

type Lengths = Length & { orAtMost?: Length | undefined };

/** Counts over pauses, which begin in order and may overlap; a day in two of them is left out once. */
export function countOver(calendar: Calendar, start: PlainDate, length: Lengths, pauses: readonly Pause[]): Counted {
  const one = countOne(calendar, start, length, pauses);
  if (!length.orAtMost || one.dueOn === null) return one;
  const other = countOne(calendar, start, length.orAtMost, pauses);
  return other.dueOn === null ? other : { dueOn: earlierOf(one.dueOn, other.dueOn), left: null };
}

/** Of a term in months, as many days are counted as its months have where nothing stands still. */
function countOne(calendar: Calendar, start: PlainDate, length: Length, pauses: readonly Pause[]): Counted {
  const { unit } = inDays(length, start);
  let [at, left] = [start, inDays(length, start).count];
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= at && !pause.restarts) continue;
    const counted = unitsBetween(calendar, at, pause.before, unit);
    // A question that makes the period begin anew was asked in time, or it would not be here.
    if (counted >= left && !pause.restarts) break;
    if (pause.to === null)
      return { dueOn: null, left: pause.restarts ? anew(length) : { count: left - counted, unit } };
    left = pause.restarts ? inDays(length, pause.to).count : left - counted;
    // An answer on the day of the question leaves a pause without days: what was counted stays counted.
    at = pause.restarts ? pause.to : laterOf(laterOf(at, pause.before), pause.to);
  }
  return { dueOn: countFrom(calendar, at, left, unit), left: null };
}

/** What is counted up to and including a day, and what is left of the length then. */
export function countedOver(
  calendar: Calendar,
  start: PlainDate,
  length: Length,
  pauses: readonly Pause[],
  day: PlainDate,
): { used: Length; left: Length } {
  const { unit } = inDays(length, start);
  let [at, used] = [start, 0];
  for (const pause of pauses) {
    if (pause.from > day) break;
    used = pause.restarts ? 0 : used + unitsBetween(calendar, at, pause.before, unit);
    if (pause.to === null || pause.to >= day) return toLength(start, length, used, unit, pauses);
    at = laterOf(laterOf(at, pause.before), pause.to);
  }
  return toLength(start, length, used + unitsBetween(calendar, at, day, unit), unit, pauses);
}

function toLength(
  start: PlainDate,
  length: Length,
  used: number,
  unit: DayUnit,
  pauses: readonly Pause[],
): { used: Length; left: Length } {
  const begun = pauses.findLast((pause) => pause.restarts && pause.to !== null)?.to ?? start;
  const whole = inDays(length, begun).count;
  return { used: { count: used, unit }, left: { count: Math.max(0, whole - used), unit } };
}

type DayUnit = 'working-day' | 'calendar-day';

/** The length in days of one kind, of months and years as many as they have from that day on. */
function inDays({ count, unit }: Length, from: PlainDate): { count: number; unit: DayUnit } {
  if (unit === 'working-day') return { count, unit };
  if (unit === 'working-week') return { count: count * 5, unit: 'working-day' };
  return { count: daysBetween(from, bareEnd(from, count, unit)), unit: 'calendar-day' };
}

/** What is left of a period that begins anew once the question is answered: the whole of it, in its own words. */
function anew(length: Length): Length {
  const { count, unit } = length;
  if (unit === 'working-week') return { count: count * 5, unit: 'working-day' };
  return unit === 'hour' ? { count: Math.ceil(count / 24), unit: 'calendar-day' } : { count, unit };
}

/** Working or calendar days after `a` up to and including `b`, without those that stand still; 0 if `b` is not later. */
function unitsBetween(calendar: Calendar, a: PlainDate, b: PlainDate, unit: DayUnit): number {
  if (b <= a) return 0;
  if (unit === 'working-day') return calendar.workingDaysBetween(a, b);
  return daysBetween(a, b) - suspendedCount(calendar.suspensions, a, b);
}
