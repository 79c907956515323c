import type { HolidayCalendar } from './holiday.ts';
import { usFederal } from './us-federal.ts';

/** Every holiday calendar that is shipped. */
export const holidayCalendars: readonly HolidayCalendar[] = [usFederal];

const byId = new Map(holidayCalendars.map((calendar) => [calendar.id, calendar]));

/** The calendar of this id. */
export function findHolidayCalendar(id: string): HolidayCalendar | undefined {
  return byId.get(id);
}

/** The ids of holidays that agencies may switch on. */
export function optionalHolidays(): string[] {
  return holidayCalendars.flatMap((calendar) => calendar.holidays.filter((h) => h.optional).map((h) => h.id));
}
