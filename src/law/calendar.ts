import type { Overrides } from './overrides.ts';
import type { PlainDate } from './plain-date.ts';
import type { Statute } from './statute.ts';

/** Which days count. */
export interface Calendar {
  isWorkingDay(d: PlainDate): boolean;
  /** The holiday that makes a weekday a day off; null on working days and on plain weekends. */
  nameOfHoliday(d: PlainDate): string | null;
  /** The n-th working day after `d`, which itself is not counted. `n` ≥ 0; 0 is `d`. */
  addWorkingDays(d: PlainDate, n: number): PlainDate;
  /** Working days after `a` up to and including `b`; 0 if `b` is not later. */
  workingDaysBetween(a: PlainDate, b: PlainDate): number;
  /** The latest working day that is not after `d`. */
  onOrBefore(d: PlainDate): PlainDate;
  /** The earliest working day that is not before `d`. */
  onOrAfter(d: PlainDate): PlainDate;
}

/** The statute's calendar, with the agency's own days. Kept per statute and set of days. */
export function calendarFor(statute: Statute, overrides?: Overrides): Calendar {
  throw new Error(`not yet: ${statute.id} ${String(overrides)}`);
}
