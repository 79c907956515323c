import type { Calendar } from '../calendar.ts';
import { addDays, daysBetween, earlierOf, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Length, Unit } from '../statute.ts';
import type { QuestionEvent } from './period.ts';
import { countFrom } from './term.ts';

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

function countOne(calendar: Calendar, start: PlainDate, length: Length, pauses: readonly Pause[]): Counted {
  const days = inDays(length);
  if (!days) return countMonths(calendar, start, length, pauses);
  const { unit } = days;
  let [at, left] = [start, days.count];
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= at && !pause.restarts) continue;
    const counted = unitsBetween(calendar, at, pause.before, unit);
    // A question that makes the period begin anew was asked in time, or it would not be here.
    if (counted >= left && !pause.restarts) break;
    left = pause.restarts ? days.count : left - counted;
    if (pause.to === null) return { dueOn: null, left: { count: left, unit } };
    // An answer on the day of the question leaves a pause without days: what was counted stays counted.
    at = pause.restarts ? pause.to : laterOf(laterOf(at, pause.before), pause.to);
  }
  return { dueOn: countFrom(calendar, at, left, unit), left: null };
}

/** Months cannot be cut in pieces: the end moves by as many days as did not count. */
function countMonths(calendar: Calendar, start: PlainDate, length: Length, pauses: readonly Pause[]): Counted {
  let end = countFrom(calendar, start, length.count, length.unit);
  let until = start;
  for (const pause of pauses) {
    if (pause.before >= end && !pause.restarts) break;
    if (pause.to === null) {
      const left = { count: daysBetween(laterOf(pause.before, until), end), unit: 'calendar-day' } as const;
      return { dueOn: null, left: pause.restarts ? length : left };
    }
    if (pause.restarts) end = countFrom(calendar, pause.to, length.count, length.unit);
    else end = addDays(end, Math.max(0, daysBetween(laterOf(pause.before, until), pause.to)));
    until = laterOf(until, pause.to);
  }
  return { dueOn: end, left: null };
}

/** What is counted up to and including a day, and what is left of the length then. */
export function countedOver(
  calendar: Calendar,
  start: PlainDate,
  length: Length,
  pauses: readonly Pause[],
  day: PlainDate,
): { used: Length; left: Length } {
  const days = inDays(length);
  const unit = days?.unit ?? 'calendar-day';
  let [at, used] = [start, 0];
  for (const pause of pauses) {
    if (pause.from > day) break;
    used = pause.restarts ? 0 : used + unitsBetween(calendar, at, pause.before, unit);
    if (pause.to === null || pause.to >= day) return toLength(calendar, start, length, used, unit, pauses);
    at = laterOf(laterOf(at, pause.before), pause.to);
  }
  return toLength(calendar, start, length, used + unitsBetween(calendar, at, day, unit), unit, pauses);
}

function toLength(
  calendar: Calendar,
  start: PlainDate,
  length: Length,
  used: number,
  unit: DayUnit,
  pauses: readonly Pause[],
): { used: Length; left: Length } {
  // Of a period in months, as many days as its own months have.
  const begun = pauses.findLast((pause) => pause.restarts && pause.to !== null)?.to ?? start;
  const whole = inDays(length)?.count ?? daysBetween(begun, countFrom(calendar, begun, length.count, length.unit));
  return { used: { count: used, unit }, left: { count: Math.max(0, whole - used), unit } };
}

type DayUnit = 'working-day' | 'calendar-day';

/** The length in days of one kind; null for months and years. */
function inDays({ count, unit }: Length): { count: number; unit: DayUnit } | null {
  if (unit === 'working-day' || unit === 'calendar-day') return { count, unit };
  if (unit === 'working-week') return { count: count * 5, unit: 'working-day' };
  return unit === 'hour' ? { count: Math.ceil(count / 24), unit: 'calendar-day' } : null;
}

/** Working or calendar days after `a` up to and including `b`; 0 if `b` is not later. */
function unitsBetween(calendar: Calendar, a: PlainDate, b: PlainDate, unit: Unit): number {
  if (b <= a) return 0;
  return unit === 'working-day' ? calendar.workingDaysBetween(a, b) : daysBetween(a, b);
}
