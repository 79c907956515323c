import { findHolidayCalendar } from './holidays/all.ts';
import type { DayOff, HolidayCalendar, NamedDays } from './holidays/holiday.ts';
import { epochDay, parsePlainDate, toEpochDay, yearOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * How a calendar departs from the one that is shipped. `add`: single days, optional holidays by id, or days with a
 * name and a source. `remove`: days that count although the calendar has them off; weekends stay weekends.
 */
export interface CalendarDays {
  add?: readonly (string | NamedDays)[];
  remove?: readonly (PlainDate | NamedDays)[];
  /** Years that the added days complete, where the calendar is announced year by year. */
  published?: readonly number[];
}

/** An added day of which nothing but the date is given. */
export const agencysOwnDay: DayOff = {
  name: "a day off in the agency's own calendar",
  movedFromSaturday: false,
  cites: { label: "the agency's own calendar" },
};

/** The days of one year that are named or written in a list; ids of optional holidays are passed over. */
export function daysIn(days: readonly (string | NamedDays)[], year: number): [number, DayOff][] {
  return days.flatMap((one) => {
    if (typeof one !== 'string') return spanIn(one, year);
    const d = parsePlainDate(one);
    return d && yearOf(d) === year ? [[toEpochDay(d), agencysOwnDay] satisfies [number, DayOff]] : [];
  });
}

function spanIn({ from, to, name, cites }: NamedDays, year: number): [number, DayOff][] {
  const first = Math.max(toEpochDay(from), epochDay(year, 1, 1));
  const last = Math.min(toEpochDay(to ?? from), epochDay(year, 12, 31));
  const length = Math.max(last - first + 1, 0);
  return Array.from({ length }, (_, i) => [first + i, { name, movedFromSaturday: false, cites }]);
}

/** Whether the year is announced of the calendar and of each it includes, for those that are announced. */
export function isAnnounced(rules: HolidayCalendar, year: number, find = findHolidayCalendar): boolean {
  const included = (rules.includes ?? []).map((id) => find(id)).filter((one) => one !== undefined);
  const known = rules.published?.years.some((one) =>
    typeof one === 'number' ? one === year : year >= one.from && year <= one.to,
  );
  return known !== false && included.every((one) => isAnnounced(one, year, find));
}
