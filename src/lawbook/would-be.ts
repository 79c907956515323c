import { findHolidayCalendar, holidayCalendars } from '../law/holidays/all.ts';
import { withCalendars } from '../law/pack/lint-pack.ts';
import type { Pack } from '../law/pack/pack.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute } from '../law/statutes/all.ts';
import { calendarsOf } from '../requests/law-texts.ts';

/** The laws as they would be with a pack laid over those in force; of laws that it leaves alone nothing. */
export function lawsBy({ statutes = [], calendars = [] }: Pack): (id: string) => Statute | undefined {
  const beside = [...calendars, ...holidayCalendars.filter(({ id }) => !calendars.some((one) => one.id === id))];
  const find = (id: string) => calendars.find((one) => one.id === id) ?? findHolidayCalendar(id);
  const would = new Map<string, Statute | undefined>();
  return (id) => {
    if (would.has(id)) return would.get(id);
    const own = statutes.find((one) => one.id === id);
    const statute = own ?? findStatute(id);
    const isTouched =
      own !== undefined || (statute && calendarsOf(statute, find).some((one) => calendars.some((c) => c.id === one)));
    would.set(id, statute && isTouched ? withCalendars(statute, beside) : undefined);
    return would.get(id);
  };
}
