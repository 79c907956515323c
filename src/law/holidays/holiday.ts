import { daysInMonth, epochDay, weekdayOfEpochDay } from '../plain-date.ts';
import type { Citation } from '../statute.ts';

/**
 * The grammar of a holiday calendar: rules, not lists of years.
 */

/** On which day of a year a holiday falls by its own rule; months count from 1, weekdays from 0 = Sunday. */
export type HolidayRule =
  | { fixed: { month: number; day: number } }
  /** `nth: -1` is the last one of the month. */
  | { nth: { month: number; weekday: number; nth: number } };

export interface Holiday {
  id: string;
  name: string;
  rule: HolidayRule;
  /** First and last year, both included. */
  from?: number;
  to?: number;
  /** Only in `first` and every `years` years after it. */
  every?: { years: number; first: number };
  /** Observed on the Friday before, on the Monday after, or on the day itself. */
  onSaturday: 'friday' | 'saturday';
  onSunday: 'monday' | 'sunday';
  /** Off unless an agency's overrides name it. */
  optional?: true;
  cites: Citation;
}

export interface HolidayCalendar {
  id: string;
  name: string;
  /** Weekdays that are never working days; 0 is Sunday. */
  weekend: readonly number[];
  holidays: readonly Holiday[];
  /** Cited for the shift from Saturday and from Sunday. */
  saturdayCites: Citation;
  sundayCites: Citation;
}

/** A day off: its name, and whether it is one only because the holiday itself falls on a Saturday. */
export interface DayOff {
  name: string;
  movedFromSaturday: boolean;
}

/** Epoch day → day off, for the days observed in `year`. A holiday of a neighbouring year may be observed in it. */
export function daysOff(
  calendar: HolidayCalendar,
  year: number,
  options: { literal: boolean; also: readonly string[] },
): Map<number, DayOff> {
  const found = new Map<number, DayOff>();
  const [first, last] = [epochDay(year, 1, 1), epochDay(year, 12, 31)];
  for (const holiday of calendar.holidays) {
    if (holiday.optional && !options.also.includes(holiday.id)) continue;
    for (const y of [year - 1, year, year + 1]) {
      if (!isHeldIn(holiday, y)) continue;
      const own = ownDay(holiday.rule, y);
      const observed = observedDay(holiday, own, options.literal);
      if (observed < first || observed > last) continue;
      const movedFromSaturday = observed < own;
      found.set(observed, { name: observed === own ? holiday.name : `${holiday.name} (observed)`, movedFromSaturday });
    }
  }
  return found;
}

function isHeldIn(holiday: Holiday, year: number): boolean {
  if (year < (holiday.from ?? year) || year > (holiday.to ?? year)) return false;
  return !holiday.every || (year >= holiday.every.first && (year - holiday.every.first) % holiday.every.years === 0);
}

function ownDay(rule: HolidayRule, year: number): number {
  if ('fixed' in rule) return epochDay(year, rule.fixed.month, rule.fixed.day);
  const { month, weekday, nth } = rule.nth;
  if (nth < 0) {
    const last = epochDay(year, month, daysInMonth(year, month));
    return last - ((weekdayOfEpochDay(last) - weekday + 7) % 7);
  }
  const first = epochDay(year, month, 1);
  return first + ((weekday - weekdayOfEpochDay(first) + 7) % 7) + (nth - 1) * 7;
}

function observedDay(holiday: Holiday, own: number, literal: boolean): number {
  const weekday = weekdayOfEpochDay(own);
  if (weekday === 6 && holiday.onSaturday === 'friday' && !literal) return own - 1;
  if (weekday === 0 && holiday.onSunday === 'monday') return own + 1;
  return own;
}
