import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'Iowa Code 1C.2', url: 'https://law.justia.com/codes/iowa/title-i/chapter-1c/' };
const legal = { label: 'Iowa Code 1C.1' };
const d = stateDays({ ...moved, cites });

/** State offices keep the nine days of 1C.2; the legal holidays of 1C.1 on which they are open are options. */
export const usIa: HolidayCalendar = {
  id: 'us-ia',
  name: 'Paid holidays of state offices in Iowa',
  cites,
  source: 'both sections in a copy of the code',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln({ optional: true, cites: legal }),
    d.presidents({ name: "Washington's Birthday", optional: true, cites: legal }),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
