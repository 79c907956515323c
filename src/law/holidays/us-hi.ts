import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, readOn, stateDays, weekend } from './us-days.ts';
import { friday } from './words.ts';

const cites = { label: 'HRS 8-1', url: 'https://law.justia.com/codes/hawaii/title-1/chapter-8/section-8-1/' };
const d = stateDays({ ...moved, cites });

/** Furlough days are no business days either (Office of Information Practices): they are added per agency. */
export const usHi: HolidayCalendar = {
  id: 'us-hi',
  name: 'State holidays of Hawaii',
  cites,
  source: 'the sections in a copy of the code',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'HRS 8-2' },
  sundayCites: { label: 'HRS 8-2' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.fixed('prince-kuhio-day', 'Prince Jonah Kuhio Kalanianaole Day', 3, 26),
    d.goodFriday(),
    d.memorial(),
    d.fixed('king-kamehameha-day', 'King Kamehameha I Day', 6, 11),
    d.independence(),
    d.nth('statehood-day', 'Statehood Day', 8, friday, 3),
    d.labor(),
    // General elections only; a county's own special election is none.
    d.election({ name: 'General Election Day', every: evenYears }),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
