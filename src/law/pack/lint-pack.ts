import { findHolidayCalendar } from '../holidays/all.ts';
import type { HolidayCalendar } from '../holidays/holiday.ts';
import type { Statute } from '../statute.ts';
import { findStatute } from '../statutes/all.ts';
import { alike, problemsOf } from './lint.ts';
import { problemsOfCalendar } from './lint-calendar.ts';
import { plainProblems } from './lint-plain.ts';
import { below, type Pack, type PackError } from './pack.ts';

/** Everything that is wrong with a pack of the right shape, beside the calendars and laws there are. */
export function problemsOfPack({ statutes = [], calendars = [], cases = [] }: Pack): PackError[] {
  const own = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const find = (id: string): HolidayCalendar | undefined => own.get(id) ?? findHolidayCalendar(id);
  const knows = (id: string): boolean => find(id) !== undefined;
  const isLaw = (id: string): boolean => statutes.some((one) => one.id === id) || findStatute(id) !== undefined;
  return [
    ...alike(statutes, ({ id }) => id, '/statutes', 'id'),
    ...alike(calendars, ({ id }) => id, '/calendars', 'id'),
    ...alike(cases, ({ id }) => id, '/cases', 'id'),
    ...statutes.flatMap((statute, i) => at(below('/statutes', i), problemsOf(statute, knows))),
    ...calendars.flatMap((calendar, i) => at(below('/calendars', i), problemsOfCalendar(calendar, find))),
    ...cases.flatMap((one, i) => {
      const { facts: _, ...rest } = one;
      const found = plainProblems(rest, below('/cases', i));
      const law = one.statute ?? 'us-foia';
      return isLaw(law)
        ? found
        : [...found, { pointer: below('/cases', i, 'statute'), detail: `there is no law "${law}"` }];
    }),
  ];
}

/** A law that reads these calendars in place of those of the desk, in all its versions. */
export function withCalendars(statute: Statute, calendars: readonly HolidayCalendar[] | undefined): Statute {
  if (!calendars || calendars.length === 0) return statute;
  const { earlier } = statute;
  return {
    ...statute,
    calendarRules: calendars,
    ...(earlier && { earlier: earlier.map((one) => ({ ...one, calendarRules: calendars })) }),
  };
}

function at(pointer: string, problems: readonly PackError[]): PackError[] {
  return problems.map((one) => ({ ...one, pointer: pointer + one.pointer }));
}
