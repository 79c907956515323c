import type { HolidayCalendar } from './holiday.ts';
import { moved, notMoved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = {
  label: 'Ala. Code 1-3-8',
  url: 'https://law.justia.com/codes/alabama/title-1/chapter-3/section-1-3-8/',
};
const d = stateDays({ ...moved, cites });

/**
 * For public records a business day is one on which the office is open (Ala. Code 36-12-43): closures that this list
 * cannot know are added per office.
 */
export const usAl: HolidayCalendar = {
  id: 'us-al',
  name: 'State holidays of Alabama',
  cites,
  source: 'the section in a copy of the code from before Act HB 165 of 2025, and reports of that act',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king({ name: 'Birthdays of Martin Luther King, Jr. and Robert E. Lee' }),
    d.presidents({ name: 'Birthdays of George Washington and Thomas Jefferson' }),
    // Mobile and Baldwin counties only.
    d.easter('mardi-gras', 'Mardi Gras', -47, {
      ...notMoved,
      optional: true,
      cites: { ...cites, label: 'Ala. Code 1-3-8(c)' },
    }),
    d.nth('confederate-memorial-day', 'Confederate Memorial Day', 4, monday, 4),
    d.memorial(),
    d.nth('jefferson-davis-birthday', "Jefferson Davis' Birthday", 6, monday, 1),
    // By the Governor's yearly proclamation until HB 165 (2025), in force from 1 June 2025.
    d.juneteenth({ from: 2021, confidence: 'medium', cites: unread('Ala. Code 1-3-8 as amended by HB 165 (2025)') }),
    d.independence(),
    d.labor(),
    d.columbus({ name: 'Columbus Day, Fraternal Day and American Indian Heritage Day' }),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
