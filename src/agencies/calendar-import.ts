import type { NamedDays } from '../law/holidays/holiday.ts';
import { findHolidayCalendar } from '../law/holidays/all.ts';
import type { Overrides } from '../law/overrides.ts';
import { addDays, formatDay, parsePlainDate, weekday } from '../law/plain-date.ts';
import type { Citation } from '../law/terms.ts';
import type { ListedDays } from './day-list.ts';

type OwnCalendar = NonNullable<Overrides['calendar']>;

/** Days of a list as an agency keeps them: each with a name and where it was published. */
export function named(days: readonly ListedDays[], otherwise: string, cites: Citation): NamedDays[] {
  const all = days.map(({ from, to, name }): NamedDays => {
    return { from, ...(to !== from && { to }), name: name ?? otherwise, cites };
  });
  return [...new Map(all.map((one) => [keyOf(one), one])).values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * An agency's calendar with these days. `add` puts them beside those it has; `replace` takes out all days off that it
 * had. The optional holidays that it keeps, and the days on which it works, stay either way.
 */
export function withDays(before: OwnCalendar, days: readonly NamedDays[], mode: 'add' | 'replace'): OwnCalendar {
  const old = before.add ?? [];
  const optional = old.filter((one): one is string => typeof one === 'string' && !parsePlainDate(one));
  if (mode === 'replace') return { ...before, add: [...optional, ...days] };
  const known = new Map(days.map((one) => [keyOf(one), one]));
  const kept = old.map((one) => {
    const again = typeof one === 'string' ? undefined : known.get(keyOf(one));
    if (again) known.delete(keyOf(again));
    return again ?? one;
  });
  return { ...before, add: [...kept, ...known.values()] };
}

/** What is listed but falls on weekends alone: kept, and said to change nothing. */
export function weekendNotes(days: readonly NamedDays[], calendarId: string): string[] {
  const weekend = findHolidayCalendar(calendarId)?.weekend ?? [];
  return days
    .filter((one) => isWeekend(one, weekend))
    .map(({ from, name }) => {
      return `${formatDay(from)} (${name}) is a weekend: it is kept, and changes nothing`;
    });
}

function isWeekend({ from, to = from }: NamedDays, weekend: readonly number[]): boolean {
  for (let on = from; on <= to; on = addDays(on, 1)) if (!weekend.includes(weekday(on))) return false;
  return true;
}

function keyOf({ from, to, name }: NamedDays): string {
  return `${from} ${to ?? from} ${name}`;
}
