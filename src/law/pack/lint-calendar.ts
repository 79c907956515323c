import { rulesCalendar } from '../calendar.ts';
import type { Holiday, HolidayCalendar, MonthDay } from '../holidays/holiday.ts';
import { dayOf, daysInMonth } from '../plain-date.ts';
import { alike } from './lint.ts';
import { plainProblems } from './lint-plain.ts';
import { below, type PackError } from './pack.ts';

type Find = (id: string) => HolidayCalendar | undefined;

/** Fewer working days than any place has; a calendar without any would never end a count of them. */
const LEAST_WORKING_DAYS = 150;
/** Bounds on what has to be looked at for each year. */
const MOST_INCLUDED = 30;
const MOST_DATES = 3000;
const [FIRST, LAST] = [1901, 2199];
const leapYear = 2024;

/** Everything that is wrong with a holiday calendar; `find` knows all others and this one. */
export function problemsOfCalendar(calendar: HolidayCalendar, find: Find): PackError[] {
  const found = [
    // The definition of a working day is often known from a text that quotes it.
    ...plainProblems(calendar, '', true),
    ...includeProblems(calendar, find),
    ...dateProblems(calendar),
    ...alike(calendar.holidays, ({ id }) => id, '/holidays', 'id'),
    ...calendar.holidays.flatMap((holiday, i) => holidayProblems(holiday, below('/holidays', i))),
    ...(calendar.published?.years ?? []).flatMap((one, i) =>
      typeof one === 'number' ? [] : spanOfYears(one, below('/published/years', i)),
    ),
  ];
  // Only a calendar that is sound so far can be counted with.
  return found.length > 0 ? found : workingDayProblems(calendar, find);
}

function includeProblems(calendar: HolidayCalendar, find: Find): PackError[] {
  const found: PackError[] = [];
  const others: HolidayCalendar[] = [];
  for (const [i, id] of (calendar.includes ?? []).entries()) {
    const pointer = below('/includes', i);
    const walk: Walk = { path: [calendar.id], others, missing: [], isCircular: false };
    walkIncludes(id, find, walk);
    if (walk.missing.length > 0)
      found.push({ pointer, detail: `there is no holiday calendar "${walk.missing.join('", "')}"` });
    if (walk.isCircular)
      found.push({ pointer, detail: `is circular: "${id}" leads back to itself or to "${calendar.id}"` });
  }
  if (others.length > MOST_INCLUDED)
    found.push({ pointer: '/includes', detail: `leads to more than ${MOST_INCLUDED} calendars` });
  if (found.length > 0) return found;
  const included = new Set(others.flatMap(({ holidays }) => holidays.map(({ id }) => id)));
  for (const [i, id] of (calendar.without ?? []).entries()) {
    if (!included.has(id))
      found.push({ pointer: below('/without', i), detail: `no included calendar has a holiday "${id}"` });
  }
  return found;
}

interface Walk {
  path: readonly string[];
  /** Every calendar on the way, as often as it is met: each is counted anew whenever it is included. */
  others: HolidayCalendar[];
  missing: string[];
  isCircular: boolean;
}

function walkIncludes(id: string, find: Find, walk: Walk): void {
  if (walk.path.includes(id)) walk.isCircular = true;
  if (walk.isCircular || walk.others.length > MOST_INCLUDED) return;
  const calendar = find(id);
  if (!calendar) return void walk.missing.push(id);
  walk.others.push(calendar);
  const { path } = walk;
  for (const next of calendar.includes ?? []) {
    walk.path = [...path, id];
    walkIncludes(next, find, walk);
  }
  walk.path = path;
}

function holidayProblems(holiday: Holiday, at: string): PackError[] {
  const { rule } = holiday;
  const found: PackError[] = [...spanOfYears(holiday, at)];
  if ('fixed' in rule) found.push(...monthDayProblems(rule.fixed, below(at, 'rule', 'fixed')));
  if ('by' in rule) found.push(...monthDayProblems(rule.by, below(at, 'rule', 'by')));
  if ('span' in rule) {
    found.push(...monthDayProblems(rule.span.from, below(at, 'rule', 'span', 'from')));
    found.push(...monthDayProblems(rule.span.to, below(at, 'rule', 'span', 'to')));
  }
  if (holiday.unless) found.push(...monthDayProblems(holiday.unless, below(at, 'unless')));
  for (const [i, regime] of (holiday.regimes ?? []).entries())
    found.push(...spanOfYears(regime, below(at, 'regimes', i)));
  return found;
}

function monthDayProblems({ month, day }: MonthDay, at: string): PackError[] {
  if (day <= daysInMonth(leapYear, month)) return [];
  return [{ pointer: below(at, 'day'), detail: `month ${month} has no day ${day}` }];
}

function spanOfYears({ from, to }: { from?: number; to?: number }, at: string): PackError[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [{ pointer: below(at, 'to'), detail: `is before ${from}, where it begins` }];
}

function dateProblems({ holidays }: HolidayCalendar): PackError[] {
  const dates = holidays.reduce((sum, { rule }) => sum + ('dates' in rule ? rule.dates.length : 0), 0);
  if (dates <= MOST_DATES) return [];
  return [{ pointer: '/holidays', detail: `list ${dates} dates; at most ${MOST_DATES} can be looked through` }];
}

function workingDayProblems(calendar: HolidayCalendar, find: Find): PackError[] {
  const counted = rulesCalendar(calendar, find);
  for (let year = FIRST; year <= LAST; year++) {
    const days = counted.workingDaysBetween(dayOf(year - 1, 12, 31), dayOf(year, 12, 31));
    if (days >= LEAST_WORKING_DAYS) continue;
    const detail = `leaves ${days} working days in ${year}; it must leave at least ${LEAST_WORKING_DAYS}`;
    return [{ pointer: '/holidays', detail }];
  }
  return [];
}
