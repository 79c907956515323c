import { daysInMonth, epochDay, parsePlainDate, toEpochDay, weekdayOfEpochDay, yearOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Direction, Holiday, HolidayRule, MonthDay } from './holiday.ts';

/** The epoch days on which a holiday falls by its own rule in one year, before any shift. */
export function ownDays(holiday: Holiday, year: number): number[] {
  if (!isHeldIn(holiday, year)) return [];
  const { weekdays } = holiday;
  const days = daysOfRule(holiday.rule, year);
  return weekdays ? days.filter((n) => weekdays.includes(weekdayOfEpochDay(n))) : days;
}

function isHeldIn(holiday: Holiday, year: number): boolean {
  if (year < (holiday.from ?? year) || year > (holiday.to ?? year) || holiday.except?.includes(year)) return false;
  if (holiday.unless && weekdayOfEpochDay(at(holiday.unless, year)) === holiday.unless.weekday) return false;
  return !holiday.every || (year >= holiday.every.first && (year - holiday.every.first) % holiday.every.years === 0);
}

/** A span belongs to the year it begins in. The days between holidays are not of one rule: `sandwiched` has them. */
function daysOfRule(rule: HolidayRule, year: number): number[] {
  if ('fixed' in rule) return [at(rule.fixed, year)];
  if ('nth' in rule) return [nthWeekday(year, rule.nth.month, rule.nth.weekday, rule.nth.nth) + (rule.nth.plus ?? 0)];
  if ('by' in rule) return [weekdayBy(at(rule.by, year), rule.by.weekday, rule.by.is) + (rule.by.plus ?? 0)];
  if ('easter' in rule) return [easterSunday(year) + rule.easter];
  if ('dates' in rule) return datesIn(rule.dates, year);
  if ('span' in rule) return spanFrom(rule.span.from, rule.span.to, year);
  if ('equinox' in rule) return [epochDay(year, rule.equinox === 'vernal' ? 3 : 9, equinoxDay(rule.equinox, year))];
  return [];
}

/** The days that lie between two of these days and are none of them. */
export function sandwiched(days: ReadonlySet<number>): number[] {
  return [...days].filter((n) => days.has(n + 2) && !days.has(n + 1)).map((n) => n + 1);
}

/** 29 February exists only in leap years; a rule that names it holds on 1 March in others, as epoch days do. */
function at(d: MonthDay, year: number): number {
  return epochDay(year, d.month, d.day);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth < 0) {
    const last = epochDay(year, month, daysInMonth(year, month));
    return weekdayBy(last, weekday, 'on-or-before') + (nth + 1) * 7;
  }
  return weekdayBy(epochDay(year, month, 1), weekday, 'on-or-after') + (nth - 1) * 7;
}

function weekdayBy(date: number, weekday: number, direction: Direction): number {
  const ahead = (weekday - weekdayOfEpochDay(date) + 7) % 7;
  const back = (7 - ahead) % 7;
  switch (direction) {
    case 'on-or-after':
      return date + ahead;
    case 'after':
      return date + (ahead || 7);
    case 'on-or-before':
      return date - back;
    case 'before':
      return date - (back || 7);
    case 'nearest':
      return ahead <= 3 ? date + ahead : date - back;
  }
}

/** Easter Sunday in the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return epochDay(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Day of the month of an equinox in Japan Standard Time, by the usual approximation, good from 1900 to 2150. */
function equinoxDay(which: 'vernal' | 'autumnal', year: number): number {
  const [until1979, until2099, later] = which === 'vernal' ? [20.8357, 20.8431, 21.851] : [23.2588, 23.2488, 24.2488];
  const mean = year < 1980 ? until1979 : year < 2100 ? until2099 : later;
  return Math.floor(mean + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}

function datesIn(dates: readonly string[], year: number): number[] {
  return dates
    .map(parsePlainDate)
    .filter((d): d is PlainDate => d !== null && yearOf(d) === year)
    .map(toEpochDay);
}

function spanFrom(from: MonthDay, to: MonthDay, year: number): number[] {
  const first = at(from, year);
  const last = at(to, at(to, year) < first ? year + 1 : year);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
