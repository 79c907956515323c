import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'Tenn. Code 15-1-101' };
const d = stateDays({ ...moved, cites });

/**
 * Election days are in the text too, but were given up by the Governor under Acts 1984 ch. 979. The Governor may
 * have state offices closed on the day after Thanksgiving for Columbus Day, "for purposes of closing state offices only":
 * then that day is switched on per agency.
 */
export const usTn: HolidayCalendar = {
  id: 'us-tn',
  name: 'Legal holidays of Tennessee',
  cites,
  source: 'the section in copies of the code from before and after its change of 2023, and section 4-4-105',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: 'Washington Day' }),
    d.goodFriday(),
    d.memorial(),
    d.juneteenth({ from: 2023 }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ optional: true, cites: { label: 'Tenn. Code 4-4-105(c)' } }),
    d.christmas(),
  ],
};
