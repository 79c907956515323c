import { au } from './au.ts';
import { br } from './br.ts';
import { caFederal, caProvinces } from './ca.ts';
import { de, deLaender } from './de.ts';
import { es } from './es.ts';
import { euInstitutions, euParliament } from './eu.ts';
import { fr } from './fr.ts';
import { gb, gbEngland, gbNorthernIreland, gbScotland } from './gb.ts';
import type { HolidayCalendar } from './holiday.ts';
import { ie } from './ie.ts';
import { india } from './in.ts';
import { it } from './it.ts';
import { jp } from './jp.ts';
import { mx } from './mx.ts';
import { nz, nzLgoima, nzOia } from './nz.ts';
import { usFederal } from './us-federal.ts';
import { usStates } from './us-states.ts';
import { za } from './za.ts';

/** Every holiday calendar that is shipped. */
export const shippedCalendars: readonly HolidayCalendar[] = [
  usFederal,
  ...usStates,
  ...[gb, gbEngland, gbScotland, gbNorthernIreland, ie],
  ...[de, ...deLaender, fr, es, it, euInstitutions, euParliament],
  ...[caFederal, ...caProvinces, mx, br],
  ...[...au, nz, nzOia, nzLgoima, jp, india, za],
];

/** Every holiday calendar there is: a live view, since law packs may add some and replace others. */
export let holidayCalendars: readonly HolidayCalendar[] = shippedCalendars;

let byId = new Map(holidayCalendars.map((calendar) => [calendar.id, calendar]));
let timesSet = 0;

/**
 * Lays calendars over those that are shipped, in place of any laid over them before; one with the id of a shipped one
 * replaces it. Called by whoever reads law packs, at start and when they change; nobody else.
 */
export function useCalendars(added: readonly HolidayCalendar[]): void {
  byId = new Map([...shippedCalendars, ...added].map((calendar) => [calendar.id, calendar]));
  holidayCalendars = [...byId.values()];
  timesSet++;
}

/** How often calendars were set: what was built of them before the last time is out of date. */
export function calendarsSet(): number {
  return timesSet;
}

/** The calendar of this id. */
export function findHolidayCalendar(id: string): HolidayCalendar | undefined {
  return byId.get(id);
}

/** The ids of calendars and of all that they include, each once; one that there is not is named all the same. */
export function withIncluded(ids: readonly string[], find = findHolidayCalendar): string[] {
  const found = new Set<string>();
  const open = [...ids];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(find(next)?.includes ?? []));
  }
  return [...found];
}

/**
 * The ids of holidays that agencies may switch on: of one calendar and those it includes, or of all. None if there is no
 * calendar of that id.
 */
export function optionalHolidays(calendarId?: string): string[] {
  if (calendarId === undefined) return [...new Set(holidayCalendars.flatMap(optionalOf))];
  const calendar = findHolidayCalendar(calendarId);
  if (!calendar) return [];
  const included = (calendar.includes ?? []).flatMap((id) => optionalHolidays(id));
  const without = calendar.without ?? [];
  return [...new Set([...included.filter((id) => !without.includes(id)), ...optionalOf(calendar)])];
}

function optionalOf(calendar: HolidayCalendar): string[] {
  return calendar.holidays.filter((h) => h.optional).map((h) => h.id);
}
