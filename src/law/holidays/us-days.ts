import { day } from '../plain-date.ts';
import type { Citation } from '../terms.ts';
import type { Holiday } from './holiday.ts';
import type { Standing } from './words.ts';
import { friday, monday, saturday, sunday, thursday, tuesday, wednesday, words } from './words.ts';

/**
 * What the calendars of the states share. The days are the same words everywhere; the law that makes them holidays, and
 * where they go from a weekend, is each state's own and is given with them. Years before 2015 follow the present rule
 * unless a calendar says otherwise: older lists of the states were not searched.
 */

export const weekend: readonly number[] = [sunday, saturday];

/** The day on which the sources named in the calendars of the states were read. */
export const readOn = day('2026-11-24');

/** From Saturday to Friday, from Sunday to Monday. */
export const moved = { onSaturday: 'friday', onSunday: 'monday' } as const;

/** From Sunday to Monday; the Friday before a Saturday stays a working day. */
export const sundayMoved = { onSaturday: 'saturday', onSunday: 'monday' } as const;

/** A holiday on a weekend gives no other day off. */
export const notMoved = { onSaturday: 'saturday', onSunday: 'sunday' } as const;

/** A citation that nobody has read for this program. */
export function unread(label: string): Citation {
  return { label, unverified: true };
}

export const evenYears = { years: 2, first: 1970 } as const;

/** Words for one state: those of the grammar, and the days that many states keep. */
export function stateDays(standing: Standing) {
  const base = words(standing);
  const { by, easter, fixed, holiday, nth } = base;
  return {
    ...base,
    newYear: (more?: Partial<Holiday>) => fixed('new-years-day', "New Year's Day", 1, 1, more),
    king: (more?: Partial<Holiday>) => nth('martin-luther-king-day', 'Martin Luther King, Jr. Day', 1, monday, 3, more),
    lincoln: (more?: Partial<Holiday>) => fixed('lincolns-birthday', "Lincoln's Birthday", 2, 12, more),
    presidents: (more?: Partial<Holiday>) => nth('presidents-day', "Presidents' Day", 2, monday, 3, more),
    goodFriday: (more?: Partial<Holiday>) => easter('good-friday', 'Good Friday', -2, more),
    memorial: (more?: Partial<Holiday>) => nth('memorial-day', 'Memorial Day', 5, monday, -1, more),
    juneteenth: (more?: Partial<Holiday>) => fixed('juneteenth', 'Juneteenth', 6, 19, more),
    independence: (more?: Partial<Holiday>) => fixed('independence-day', 'Independence Day', 7, 4, more),
    labor: (more?: Partial<Holiday>) => nth('labor-day', 'Labor Day', 9, monday, 1, more),
    columbus: (more?: Partial<Holiday>) => nth('columbus-day', 'Columbus Day', 10, monday, 2, more),
    indigenous: (more?: Partial<Holiday>) =>
      nth('indigenous-peoples-day', "Indigenous Peoples' Day", 10, monday, 2, more),
    /** The Tuesday after the first Monday in November, every year unless `every` says otherwise. */
    election: (more?: Partial<Holiday>) => by('election-day', 'Election Day', tuesday, 'on-or-after', 11, 2, more),
    veterans: (more?: Partial<Holiday>) => fixed('veterans-day', 'Veterans Day', 11, 11, more),
    thanksgiving: (more?: Partial<Holiday>) => nth('thanksgiving-day', 'Thanksgiving Day', 11, thursday, 4, more),
    dayAfterThanksgiving: (more?: Partial<Holiday>) =>
      holiday(
        'day-after-thanksgiving',
        'Day after Thanksgiving',
        { nth: { month: 11, weekday: thursday, nth: 4, plus: 1 } },
        more,
      ),
    christmasEve: (more?: Partial<Holiday>) => fixed('christmas-eve', 'Christmas Eve', 12, 24, more),
    christmas: (more?: Partial<Holiday>) => fixed('christmas-day', 'Christmas Day', 12, 25, more),
    /**
     * Three working days off in a row at Christmas, as near to the 24th, 25th and 26th as the weekend lets them be.
     * Each entry holds on the weekdays on which it is one of the three, so that none of them depends on the others.
     */
    christmasOfThreeDays: (more?: Partial<Holiday>): Holiday[] => [
      fixed('christmas-eve-early', 'Christmas Eve (kept early)', 12, 23, { weekdays: [thursday, friday], ...more }),
      fixed('christmas-eve', 'Christmas Eve', 12, 24, { weekdays: [monday, tuesday, wednesday, thursday], ...more }),
      fixed('christmas-day', 'Christmas Day', 12, 25, more),
      fixed('day-after-christmas', 'Day after Christmas', 12, 26, {
        weekdays: [sunday, tuesday, wednesday, thursday, friday, saturday],
        ...more,
        onSaturday: 'next-free',
        onSunday: 'next-free',
      }),
      fixed('day-after-christmas-late', 'Day after Christmas (kept late)', 12, 27, {
        weekdays: [tuesday, wednesday],
        ...more,
      }),
    ],
  };
}
