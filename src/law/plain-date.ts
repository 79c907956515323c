/**
 * Legal days as ISO strings (`2026-06-01`), with no time and no zone. A day is what a statute counts; converting an
 * instant to a day belongs to the edge of the program, never here.
 *
 * Inside, a day is an *epoch day*: whole days since 1 January 1970 in the proleptic Gregorian calendar. The two
 * conversions follow the era arithmetic of Howard Hinnant (howardhinnant.github.io/date_algorithms.html).
 */

declare const plainDate: unique symbol;

/** A real day, written `YYYY-MM-DD`, from 1900 to 2200. Strings compare in the order of the days. */
export type PlainDate = string & { readonly [plainDate]: true };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const firstYear = 1900;
const lastYear = 2200;

/** Reads a day; anything that is not exactly `YYYY-MM-DD`, not a real day, or outside 1900–2200 gives null. */
export function parsePlainDate(text: unknown): PlainDate | null {
  const parts = typeof text === 'string' ? shape.exec(text) : null;
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return text as PlainDate;
}

/** A day written in code or data. Throws a `RangeError` if it is not one. */
export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** The day of these numbers; months count from 1. No check: the caller knows that the day exists. */
export function dayOf(year: number, month: number, dayOfMonth: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}` as PlainDate;
}

/** The day `n` calendar days later (earlier if negative). */
export function addDays(d: PlainDate, n: number): PlainDate {
  return fromEpochDay(toEpochDay(d) + n);
}

/** The same day of the month `n` months on; a day the month does not have becomes its last (31 Jan + 1 = 28 Feb). */
export function addMonths(d: PlainDate, n: number): PlainDate {
  const months = yearOf(d) * 12 + monthOf(d) - 1 + n;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return dayOf(year, month, Math.min(dayOfMonth(d), daysInMonth(year, month)));
}

/** The same day `n` years on; 29 February becomes 28 February where there is none. */
export function addYears(d: PlainDate, n: number): PlainDate {
  return addMonths(d, n * 12);
}

/** Calendar days from `a` to `b`: 1 from a day to the next, negative if `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return toEpochDay(b) - toEpochDay(a);
}

/** Day of the week: 0 is Sunday, 6 is Saturday. */
export function weekday(d: PlainDate): number {
  return weekdayOfEpochDay(toEpochDay(d));
}

/** Negative, zero or positive: for sorting days. */
export function compareDays(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earlier of two days. */
export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** For people: `Mon 1 Jun 2026`. */
export function formatDay(d: PlainDate): string {
  return `${weekdays[weekday(d)]} ${dayOfMonth(d)} ${months[monthOf(d) - 1]} ${yearOf(d)}`;
}

export function yearOf(d: PlainDate): number {
  return digit(d, 0) * 1000 + digit(d, 1) * 100 + digit(d, 2) * 10 + digit(d, 3);
}

export function monthOf(d: PlainDate): number {
  return digit(d, 5) * 10 + digit(d, 6);
}

export function dayOfMonth(d: PlainDate): number {
  return digit(d, 8) * 10 + digit(d, 9);
}

/** Whole days since 1 January 1970. */
export function toEpochDay(d: PlainDate): number {
  return epochDay(yearOf(d), monthOf(d), dayOfMonth(d));
}

/** Whole days since 1 January 1970, from numbers; months count from 1. */
export function epochDay(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** 0 is Sunday: 1 January 1970 was a Thursday. */
export function weekdayOfEpochDay(n: number): number {
  return (((n + 4) % 7) + 7) % 7;
}

/** The day that lies `n` days after 1 January 1970. */
export function fromEpochDay(n: number): PlainDate {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function digit(d: PlainDate, at: number): number {
  return d.charCodeAt(at) - 48;
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
