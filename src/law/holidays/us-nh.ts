import type { HolidayCalendar } from './holiday.ts';
import { evenYears, readOn, stateDays, sundayMoved, unread, weekend } from './us-days.ts';

const cites = { label: 'N.H. RSA 288:1', url: 'https://gencourt.state.nh.us/lsr_search/billText.aspx?id=243&type=4' };
const d = stateDays({ ...sundayMoved, cites });

/** State offices also close on the day after Thanksgiving, which is no legal holiday: an option. */
export const usNh: HolidayCalendar = {
  id: 'us-nh',
  name: 'Legal holidays of New Hampshire',
  cites,
  source: 'the section as a bill of 2023 recites it; RSA 288:2 by its heading only',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  sundayCites: unread('N.H. RSA 288:2'),
  holidays: [
    d.newYear(),
    d.king({ name: 'Martin Luther King, Jr. Civil Rights Day', from: 1992 }),
    d.presidents({ name: "Washington's Birthday" }),
    d.memorial(),
    // Not in the section, but the records law is said to leave out national holidays too.
    d.juneteenth({ from: 2021, confidence: 'low', cites: unread('N.H. RSA 91-A:4 IV, "national and state holidays"') }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.election({ name: 'Biennial Election Day', every: evenYears }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ optional: true, confidence: 'low', cites: unread("the State's personnel rules") }),
    d.christmas(),
  ],
};
