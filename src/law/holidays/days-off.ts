import { epochDay, weekdayOfEpochDay } from '../plain-date.ts';
import type { Citation } from '../terms.ts';
import { findHolidayCalendar } from './all.ts';
import type { DayOff, Holiday, HolidayCalendar, Observance, Regime } from './holiday.ts';
import { ownDays, sandwiched } from './rule.ts';

export interface Reading {
  /** Holidays on the day itself, never on the Friday before. */
  literal: boolean;
  /** Optional holidays that are kept, by id. */
  also: readonly string[];
  /** Where included calendars are looked up, if not among those of the desk. */
  find?: ((id: string) => HolidayCalendar | undefined) | undefined;
}

/** One holiday in one year, before it is decided on which day it is observed. */
interface Occurrence {
  holiday: Holiday;
  own: number;
  year: number;
}

type Move = Observance['onSaturday'] | Observance['onSunday'];

/** Epoch day → day off, for the days observed in `year`. A holiday of a neighbouring year may be observed in it. */
export function daysOff(calendar: HolidayCalendar, year: number, reading: Reading): Map<number, DayOff> {
  const [first, last] = [epochDay(year, 1, 1), epochDay(year, 12, 31)];
  const around = daysOffAround(calendar, year, reading);
  return new Map([...around].filter(([n]) => n >= first && n <= last));
}

/** The same with the years on both sides, whose outer ends are not complete. */
function daysOffAround(calendar: HolidayCalendar, year: number, reading: Reading): Map<number, DayOff> {
  const found = new Map<number, DayOff>();
  for (const id of calendar.includes ?? []) {
    for (const [n, off] of daysOffAround(included(calendar, id, reading.find), year, reading)) {
      if (!found.has(n)) found.set(n, off);
    }
  }
  const open = placeFixed(calendar, occurrences(calendar, year, reading), reading, found);
  placeOpen(calendar, open, found);
  return found;
}

/** Throws an `Error` if a calendar includes one that there is not. */
function included(calendar: HolidayCalendar, id: string, find = findHolidayCalendar): HolidayCalendar {
  const other = find(id);
  if (!other) throw new Error(`holiday calendar "${calendar.id}" includes "${id}", and there is none`);
  const { without } = calendar;
  return without ? { ...other, holidays: other.holidays.filter((h) => !without.includes(h.id)), without } : other;
}

function occurrences(calendar: HolidayCalendar, year: number, reading: Reading): Occurrence[] {
  const kept = calendar.holidays.filter((h) => !h.optional || reading.also.includes(h.id));
  const years = [year - 1, year, year + 1];
  const found = kept.flatMap((holiday) =>
    years.flatMap((y) => ownDays(holiday, y).map((own) => ({ holiday, own, year: y }))),
  );
  const own = new Set(found.map((one) => one.own));
  for (const holiday of kept.filter((h) => 'between' in h.rule)) {
    for (const n of sandwiched(own)) {
      const y = years.find((one) => n <= epochDay(one, 12, 31)) ?? year + 1;
      if (y >= (holiday.from ?? y) && y <= (holiday.to ?? y)) found.push({ holiday, own: n, year: y });
    }
  }
  return found;
}

/**
 * Places every holiday whose day does not depend on the others and returns those whose day does. Days kept on their
 * own day come first: a day is named for the holiday that falls on it, not for one that is moved to it.
 */
function placeFixed(
  calendar: HolidayCalendar,
  all: readonly Occurrence[],
  reading: Reading,
  found: Map<number, DayOff>,
): [Occurrence, 'next-free' | 'previous-free'][] {
  const open: [Occurrence, 'next-free' | 'previous-free'][] = [];
  const moved: [Occurrence, number][] = [];
  const place = (one: Occurrence, on: number): void => {
    if (!found.has(on)) found.set(on, dayOff(calendar, one, on));
    else if (one.holiday.onTaken) open.push([one, one.holiday.onTaken]);
  };
  for (const one of all) {
    const move = moveOf(one, reading.literal);
    if (move === 'next-free' || move === 'previous-free') open.push([one, move]);
    else if (one.own + shift(one.own, move) === one.own) place(one, one.own);
    else moved.push([one, one.own + shift(one.own, move)]);
  }
  for (const [one, on] of moved) place(one, on);
  return open;
}

/** Forward ones in the order of their days, then backward ones from the last: each takes the nearest day left. */
function placeOpen(
  calendar: HolidayCalendar,
  open: readonly [Occurrence, 'next-free' | 'previous-free'][],
  found: Map<number, DayOff>,
): void {
  const sorted = open.toSorted(([a], [b]) => a.own - b.own);
  const forward = sorted.filter(([, move]) => move === 'next-free');
  const backward = sorted.filter(([, move]) => move === 'previous-free').reverse();
  for (const [one, move] of [...forward, ...backward]) {
    const step = move === 'next-free' ? 1 : -1;
    let on = one.own;
    while (found.has(on) || calendar.weekend.includes(weekdayOfEpochDay(on))) on += step;
    found.set(on, dayOff(calendar, one, on));
  }
}

function moveOf({ holiday, own, year }: Occurrence, literal: boolean): Move | null {
  const weekday = weekdayOfEpochDay(own);
  const regime = regimeOf(holiday, year);
  if (weekday === 0) return regime?.onSunday ?? holiday.onSunday;
  if (weekday !== 6) return null;
  const move = regime?.onSaturday ?? holiday.onSaturday;
  return literal && (move === 'friday' || move === 'previous-free') ? 'saturday' : move;
}

function shift(own: number, move: Move | null): number {
  const fromSaturday = weekdayOfEpochDay(own) === 6;
  switch (move) {
    case 'friday':
      return fromSaturday ? -1 : -2;
    case 'monday':
      return fromSaturday ? 2 : 1;
    case 'tuesday':
      return 2;
    default:
      return 0;
  }
}

function dayOff(calendar: HolidayCalendar, one: Occurrence, on: number): DayOff {
  const { holiday, own } = one;
  if (on === own) return { name: holiday.name, movedFromSaturday: false, cites: holiday.cites };
  const fromSaturday = weekdayOfEpochDay(own) === 6;
  return {
    name: `${holiday.name} (observed)`,
    movedFromSaturday: fromSaturday && on < own,
    cites: shiftCites(calendar, one, fromSaturday),
  };
}

function shiftCites(calendar: HolidayCalendar, { holiday, own, year }: Occurrence, fromSaturday: boolean): Citation {
  const ofRegime = regimeOf(holiday, year)?.cites;
  if (ofRegime) return ofRegime;
  const general = fromSaturday ? calendar.saturdayCites : calendar.sundayCites;
  return (weekdayOfEpochDay(own) % 6 === 0 ? general : undefined) ?? holiday.cites;
}

function regimeOf(holiday: Holiday, year: number): Regime | undefined {
  return holiday.regimes?.find((one) => year >= (one.from ?? year) && year <= (one.to ?? year));
}
