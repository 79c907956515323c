import type { HolidayCalendar } from './holiday.ts';
import { readOn, stateDays, sundayMoved, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = { label: 'Miss. Code 3-3-7' };
const d = stateDays({ ...sundayMoved, cites });

/**
 * Nothing moves from Saturday by itself: a state agency may take "the following Monday … in lieu" (25-1-97), a courthouse
 * the Friday (25-1-99), and the Governor often closes offices on other days besides. Such days are added per agency. A
 * town or county may put Mardi Gras or another day in the place of one of these.
 */
export const usMs: HolidayCalendar = {
  id: 'us-ms',
  name: 'Legal holidays of Mississippi',
  cites,
  source: 'the section in copies of the code of 2022 and later, and sections 25-1-97 and 25-1-98',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king({ name: 'Birthdays of Robert E. Lee and Dr. Martin Luther King, Jr.' }),
    d.presidents({ name: "Washington's Birthday" }),
    d.easter('mardi-gras', 'Mardi Gras', -47, { optional: true, cites: { label: 'Miss. Code 3-3-7(2)' } }),
    d.nth('confederate-memorial-day', 'Confederate Memorial Day', 4, monday, -1),
    d.memorial({ name: "National Memorial Day and Jefferson Davis' Birthday" }),
    d.independence(),
    d.labor(),
    d.veterans({ name: 'Armistice (Veterans) Day' }),
    d.thanksgiving(),
    d.christmas(),
  ],
};
