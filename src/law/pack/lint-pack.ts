import { shippedCalendars } from '../holidays/all.ts';
import type { Case } from '../cases/case.ts';
import type { HolidayCalendar } from '../holidays/holiday.ts';
import type { Statute } from '../statute.ts';
import { shippedStatutes } from '../statutes/shipped.ts';
import { alike, problemsOf } from './lint.ts';
import { problemsOfCalendar } from './lint-calendar.ts';
import { plainProblems } from './lint-plain.ts';
import { below, type Pack, type PackError } from './pack.ts';

/**
 * Everything that is wrong with a pack of the right shape. It stands on itself and on what is shipped alone, whatever other
 * packs there are: so it is read alike on every desk, and in any order.
 */
export function problemsOfPack(pack: Pack): PackError[] {
  const { statutes = [], calendars = [], cases = [] } = pack;
  const all = new Map(calendarsBeside(pack).map((calendar) => [calendar.id, calendar]));
  const find = (id: string): HolidayCalendar | undefined => all.get(id);
  const knows = (id: string): boolean => all.has(id);
  return [
    ...alike(statutes, ({ id }) => id, '/statutes', 'id'),
    ...alike(calendars, ({ id }) => id, '/calendars', 'id'),
    ...alike(cases, ({ id }) => id, '/cases', 'id'),
    ...statutes.flatMap((statute, i) => at(below('/statutes', i), problemsOf(statute, knows))),
    ...calendars.flatMap((calendar, i) => at(below('/calendars', i), problemsOfCalendar(calendar, find))),
    ...cases.flatMap((one, i) => {
      const { facts: _, ...rest } = one;
      const found = plainProblems(rest, below('/cases', i));
      const law = lawOfCase(one);
      return statuteBeside(pack, law)
        ? found
        : [...found, { pointer: below('/cases', i, 'statute'), detail: `there is no law "${law}"` }];
    }),
  ];
}

/** The law that a case is about. */
export function lawOfCase({ statute = 'us-foia' }: Case): string {
  return statute;
}

/** The law of this id as the pack has it, or as it is shipped, with the calendars of the pack. */
export function statuteBeside(pack: Pack, id: string): Statute | undefined {
  const found = pack.statutes?.find((one) => one.id === id) ?? shippedStatutes.find((one) => one.id === id);
  return found && withCalendars(found, calendarsBeside(pack));
}

/** The calendars of a pack and those shipped that it leaves alone. */
function calendarsBeside({ calendars = [] }: Pack): readonly HolidayCalendar[] {
  return [...calendars, ...shippedCalendars.filter(({ id }) => !calendars.some((one) => one.id === id))];
}

/** A law that reads these calendars in place of those of the desk, in all its versions. */
export function withCalendars(statute: Statute, calendars: readonly HolidayCalendar[]): Statute {
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
