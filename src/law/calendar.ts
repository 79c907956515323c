import { findHolidayCalendar } from './holidays/all.ts';
import { daysOff } from './holidays/holiday.ts';
import type { DayOff, HolidayCalendar } from './holidays/holiday.ts';
import type { Overrides } from './overrides.ts';
import { epochDay, fromEpochDay, parsePlainDate, toEpochDay, weekdayOfEpochDay, yearOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Citation, Statute, Suspension } from './statute.ts';

/** A holiday that falls on a day which would otherwise count. */
export interface SkippedDay {
  on: PlainDate;
  name: string;
  movedFromSaturday: boolean;
}

/** Which days count. */
export interface Calendar {
  isWorkingDay(d: PlainDate): boolean;
  /** The holiday observed on a weekday; null on working days and on plain weekends. */
  nameOfHoliday(d: PlainDate): string | null;
  /** The n-th working day after `d`, which itself is not counted. `n` ≥ 0; 0 gives `d`. */
  addWorkingDays(d: PlainDate, n: number): PlainDate;
  /** Working days after `a` up to and including `b`; 0 if `b` is not later. */
  workingDaysBetween(a: PlainDate, b: PlainDate): number;
  /** The latest working day that is not after `d`. */
  onOrBefore(d: PlainDate): PlainDate;
  /** The earliest working day that is not before `d`. */
  onOrAfter(d: PlainDate): PlainDate;
  /** The weekdays off after `a` up to and including `b`, in order. */
  holidaysBetween(a: PlainDate, b: PlainDate): SkippedDay[];
  /** Why a day off is one. */
  citationFor(skipped: SkippedDay): Citation;
  /** Stretches on which terms stand still; for terms that do not count working days. */
  readonly suspensions: readonly Suspension[];
}

/** How a calendar departs from the plain one. */
interface Variant {
  /** Holidays on the day itself, never on the Friday before. */
  literal: boolean;
  /** Days off of the agency's own, and optional holidays it keeps. */
  add: readonly string[];
  /** Days that count although the calendar has them off. */
  remove: readonly string[];
}

/**
 * One year as tables: how many working days lie behind each day, and which they are. The tables are what makes
 * a count of twenty days a single look-up.
 */
interface YearTable {
  first: number;
  /** `elapsed[i]`: working days from the first day of the year to day `i`, both included. */
  elapsed: Uint16Array;
  /** Epoch days of the working days, in order. */
  workingDays: Int32Array;
  holidays: Map<number, DayOff>;
}

class WorkingDayCalendar implements Calendar {
  readonly #rules: HolidayCalendar;
  readonly #variant: Variant;
  readonly #years = new Map<number, YearTable>();
  readonly suspensions: readonly Suspension[] = [];

  constructor(rules: HolidayCalendar, variant: Variant) {
    this.#rules = rules;
    this.#variant = variant;
  }

  isWorkingDay(d: PlainDate): boolean {
    const year = this.#year(yearOf(d));
    const index = toEpochDay(d) - year.first;
    return elapsedAt(year, index) > elapsedAt(year, index - 1);
  }

  nameOfHoliday(d: PlainDate): string | null {
    return this.#year(yearOf(d)).holidays.get(toEpochDay(d))?.name ?? null;
  }

  addWorkingDays(d: PlainDate, n: number): PlainDate {
    if (n <= 0) return d;
    let y = yearOf(d);
    let year = this.#year(y);
    let target = elapsedAt(year, toEpochDay(d) - year.first) + n;
    while (target > year.workingDays.length) {
      target -= year.workingDays.length;
      year = this.#year(++y);
    }
    return fromEpochDay(year.workingDays[target - 1] ?? NaN);
  }

  workingDaysBetween(a: PlainDate, b: PlainDate): number {
    if (b <= a) return 0;
    const [from, to] = [yearOf(a), yearOf(b)];
    const [start, end] = [this.#year(from), this.#year(to)];
    let count = elapsedAt(end, toEpochDay(b) - end.first) - elapsedAt(start, toEpochDay(a) - start.first);
    for (let y = from; y < to; y++) count += this.#year(y).workingDays.length;
    return count;
  }

  onOrBefore(d: PlainDate): PlainDate {
    let n = toEpochDay(d);
    while (!this.isWorkingDay(fromEpochDay(n))) n--;
    return fromEpochDay(n);
  }

  onOrAfter(d: PlainDate): PlainDate {
    return this.isWorkingDay(d) ? d : this.addWorkingDays(d, 1);
  }

  holidaysBetween(a: PlainDate, b: PlainDate): SkippedDay[] {
    const [from, to] = [toEpochDay(a), toEpochDay(b)];
    const found: SkippedDay[] = [];
    for (let y = yearOf(a); y <= yearOf(b); y++) {
      for (const [n, off] of this.#year(y).holidays) {
        if (n > from && n <= to) found.push({ on: fromEpochDay(n), ...off });
      }
    }
    return found;
  }

  citationFor(skipped: SkippedDay): Citation {
    if (skipped.movedFromSaturday) return this.#rules.saturdayCites;
    const own = this.#rules.holidays.find((holiday) => holiday.name === skipped.name);
    if (own) return own.cites;
    return skipped.name === agencysOwn ? { label: "the agency's own calendar" } : this.#rules.sundayCites;
  }

  #year(y: number): YearTable {
    const known = this.#years.get(y);
    if (known) return known;
    const built = this.#build(y);
    this.#years.set(y, built);
    return built;
  }

  #build(y: number): YearTable {
    const first = epochDay(y, 1, 1);
    const length = epochDay(y + 1, 1, 1) - first;
    const holidays = this.#weekdaysOff(y);
    const elapsed = new Uint16Array(length);
    const workingDays: number[] = [];
    for (let i = 0; i < length; i++) {
      const isOff = this.#isWeekend(first + i) || holidays.has(first + i);
      if (!isOff) workingDays.push(first + i);
      elapsed[i] = workingDays.length;
    }
    return { first, elapsed, workingDays: Int32Array.from(workingDays), holidays };
  }

  /** Weekday holidays of a year in order, with the agency's own days put in and taken out. */
  #weekdaysOff(y: number): Map<number, DayOff> {
    const found = daysOff(this.#rules, y, { literal: this.#variant.literal, also: this.#variant.add });
    for (const n of daysIn(this.#variant.add, y)) {
      if (!found.has(n)) found.set(n, { name: agencysOwn, movedFromSaturday: false });
    }
    for (const n of daysIn(this.#variant.remove, y)) found.delete(n);
    const weekdays = [...found].filter(([n]) => !this.#isWeekend(n));
    return new Map(weekdays.sort(([a], [b]) => a - b));
  }

  #isWeekend(n: number): boolean {
    return this.#rules.weekend.includes(weekdayOfEpochDay(n));
  }
}

const agencysOwn = "a day off in the agency's own calendar";

function elapsedAt(year: YearTable, index: number): number {
  return index < 0 ? 0 : (year.elapsed[index] ?? 0);
}

function daysIn(days: readonly string[], year: number): number[] {
  return days
    .map(parsePlainDate)
    .filter((d): d is PlainDate => d !== null && yearOf(d) === year)
    .map(toEpochDay);
}

/** Calendars by their name and departures. Bounded: overrides come from outside. */
const calendars = new Map<string, Calendar>();
const mostCalendars = 200;

/**
 * The statute's calendar with the agency's own days: kept, so that its tables are built once.
 * Throws an `Error` if the statute names a calendar that is not shipped.
 */
export function calendarFor(statute: Statute, overrides?: Overrides): Calendar {
  return calendarOf(statute.calendar, overrides?.calendar, false);
}

/** The same calendar on the reading that a holiday is never moved from Saturday to Friday. */
export function literalCalendarFor(statute: Statute, overrides?: Overrides): Calendar {
  return calendarOf(statute.calendar, overrides?.calendar, true);
}

/** A calendar by name. Throws an `Error` if there is none. */
export function calendarOf(id: string, days: Overrides['calendar'], literal: boolean): Calendar {
  const key = days ? JSON.stringify([id, literal, days.add, days.remove]) : literal ? `${id} literal` : id;
  const known = calendars.get(key);
  if (known) return known;
  const rules = findHolidayCalendar(id);
  if (!rules) throw new Error(`no holiday calendar "${id}"`);
  const built = new WorkingDayCalendar(rules, { literal, add: days?.add ?? [], remove: days?.remove ?? [] });
  if (calendars.size >= mostCalendars) calendars.delete(calendars.keys().next().value ?? '');
  calendars.set(key, built);
  return built;
}
