import type { HolidayCalendar } from './holiday.ts';
import { readOn, stateDays, sundayMoved, weekend } from './us-days.ts';

const cites = { label: 'N.Y. Gen. Constr. Law 24', url: 'https://www.nysenate.gov/legislation/laws/GCN/24' };
const d = stateDays({ ...sundayMoved, cites });

/**
 * A Saturday holiday gives no Friday: the section moves holidays from Sunday only, 4 NYCRR 21.1(b) says that one on a
 * Saturday "shall not be observed", and the State's list of 2021 has Juneteenth and Christmas Day on their Saturdays.
 * Lincoln's Birthday and Election Day are public holidays by law, though many offices are open and give another day.
 */
export const usNy: HolidayCalendar = {
  id: 'us-ny',
  name: 'Public holidays of New York',
  cites,
  source: "the section as the Senate publishes it, 4 NYCRR 21.1 and the State's list of 2021",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln(),
    d.presidents({ name: "Washington's Birthday" }),
    d.memorial(),
    // Chapter 249 of 2020, of October.
    d.juneteenth({ from: 2021 }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.election({ name: 'General Election Day' }),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
