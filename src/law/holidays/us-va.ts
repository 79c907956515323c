import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = {
  label: 'Va. Code 2.2-3300',
  url: 'https://law.justia.com/codes/virginia/title-2-2/chapter-33/section-2-2-3300/',
};
const d = stateDays({ ...moved, cites });

/** Election Day took the place of Lee-Jackson Day in 2020. The Governor often gives hours or days at Christmas besides. */
export const usVa: HolidayCalendar = {
  id: 'us-va',
  name: 'Legal holidays of Virginia',
  cites,
  source: 'the section in a copy of the code with the acts of 2020',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    // The Friday before the third Monday.
    d.holiday(
      'lee-jackson-day',
      'Lee-Jackson Day',
      { nth: { month: 1, weekday: monday, nth: 3, plus: -3 } },
      {
        from: 2001,
        to: 2020,
        confidence: 'medium',
        cites: unread('Va. Code 2.2-3300 before cc. 417 and 418 of 2020'),
      },
    ),
    d.king(),
    d.presidents({ name: 'George Washington Day' }),
    d.memorial(),
    d.juneteenth({ from: 2021 }),
    d.independence(),
    d.labor(),
    d.columbus({ name: 'Columbus Day and Yorktown Victory Day' }),
    d.election({ from: 2020 }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
