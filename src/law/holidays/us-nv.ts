import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { friday } from './words.ts';

const cites = {
  label: 'NRS 236.015',
  url: 'https://leg.state.nv.us/Division/Legal/LawLibrary/nrs/NRS-236.html',
};
const d = stateDays({ ...moved, cites });

/** Columbus Day is a day of observance (NRS 236.025), no legal holiday. */
export const usNv: HolidayCalendar = {
  id: 'us-nv',
  name: 'Legal holidays of Nevada',
  cites,
  source: 'the section as the legislature had it in 2013 and reports of AB 140 (2023)',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { ...cites, label: 'NRS 236.015(3)(b)' },
  sundayCites: { ...cites, label: 'NRS 236.015(3)(a)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: "Washington's Birthday" }),
    d.memorial(),
    d.juneteenth({ from: 2023, confidence: 'medium', cites: unread('NRS 236.015 as amended by AB 140 (2023)') }),
    d.independence(),
    d.labor(),
    // On 31 October itself until SB 31 of 1999.
    d.nth('nevada-day', 'Nevada Day', 10, friday, -1, { from: 2000 }),
    d.fixed('nevada-day-until-1999', 'Nevada Day', 10, 31, { to: 1999 }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: 'Family Day' }),
    d.christmas(),
  ],
};
