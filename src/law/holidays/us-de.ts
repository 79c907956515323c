import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { thursday } from './words.ts';

const cites = { label: '1 Del. C. 501' };
const d = stateDays({ ...moved, cites });

/** Presidents' Day and Columbus Day were given up in 2009. */
export const usDe: HolidayCalendar = {
  id: 'us-de',
  name: 'Legal holidays of Delaware',
  cites,
  source: "the section in copies of the code from before and after Juneteenth, and the State's own list of 2016",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ to: 2009, confidence: 'low', cites: unread('1 Del. C. 501 before 77 Del. Laws c. 84') }),
    d.goodFriday(),
    d.memorial(),
    d.juneteenth({ from: 2022 }),
    d.independence(),
    d.labor(),
    d.columbus({ to: 2008, confidence: 'low', cites: unread('1 Del. C. 501 before 77 Del. Laws c. 84') }),
    d.election({ every: evenYears }),
    // Sussex County, from noon: the second day after the election.
    d.by('return-day', 'Return Day', thursday, 'on-or-after', 11, 4, { every: evenYears, optional: true }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
