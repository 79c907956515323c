import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'RCW 1.16.050(1)', url: 'https://app.leg.wa.gov/RCW/default.aspx?cite=1.16.050' };
const d = stateDays({ ...moved, cites });

/** No Columbus Day. */
export const usWa: HolidayCalendar = {
  id: 'us-wa',
  name: 'State legal holidays of Washington',
  cites,
  source: 'the section in a copy of the code',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'RCW 1.16.050(5)(b)' },
  sundayCites: { label: 'RCW 1.16.050(5)(a)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.memorial(),
    // Chapter 295 of 2021.
    d.juneteenth({ from: 2022 }),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: 'Native American Heritage Day' }),
    d.christmas(),
  ],
};
