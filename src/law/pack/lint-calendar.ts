import { rulesCalendar } from '../calendar.ts';
import type { Holiday, HolidayCalendar, MonthDay } from '../holidays/holiday.ts';
import { dayOf, daysInMonth } from '../plain-date.ts';
import { alike } from './lint.ts';
import { plainProblems } from './lint-plain.ts';
import { below, type PackError } from './pack.ts';

type Find = (id: string) => HolidayCalendar | undefined;

/** Fewer working days than any place has; a calendar without any would never end a count of them. */
const LEAST_WORKING_DAYS = 150;
const [FIRST, LAST] = [1901, 2199];
const leapYear = 2024;

/** Everything that is wrong with a holiday calendar; `find` knows all others and this one. */
export function problemsOfCalendar(calendar: HolidayCalendar, find: Find): PackError[] {
  const found = [
    // The definition of a working day is often known from a text that quotes it.
    ...plainProblems(calendar, '', true),
    ...includeProblems(calendar, find),
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
  for (const [i, id] of (calendar.includes ?? []).entries()) {
    const pointer = below('/includes', i);
    const other = id === calendar.id ? calendar : find(id);
    if (!other) found.push({ pointer, detail: `there is no holiday calendar "${id}"` });
    else if (leadsBack(other, calendar.id, find))
      found.push({ pointer, detail: `is circular: "${id}" includes "${calendar.id}"` });
  }
  if (found.length > 0) return found;
  const included = holidaysIncluded(calendar, find);
  for (const [i, id] of (calendar.without ?? []).entries()) {
    if (!included.has(id))
      found.push({ pointer: below('/without', i), detail: `no included calendar has a holiday "${id}"` });
  }
  return found;
}

function leadsBack(from: HolidayCalendar, to: string, find: Find): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.id === to) return true;
    if (seen.has(one.id)) continue;
    seen.add(one.id);
    open.push(...(one.includes ?? []).map(find).filter((other) => other !== undefined));
  }
  return false;
}

function holidaysIncluded(calendar: HolidayCalendar, find: Find): Set<string> {
  const others = (calendar.includes ?? []).map(find).filter((one) => one !== undefined);
  return new Set(others.flatMap((one) => [...one.holidays.map(({ id }) => id), ...holidaysIncluded(one, find)]));
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
