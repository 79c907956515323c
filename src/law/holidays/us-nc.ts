import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = { label: 'N.C.G.S. 126-4(5)', url: 'https://oshr.nc.gov/policies/holidays-policy' };
const general = { label: 'N.C.G.S. 103-4' };
const schedule = unread('Office of State Human Resources, holiday schedules');
const d = stateDays({ ...moved, cites: schedule });

/**
 * State offices keep at most twelve days by a schedule, three of them for Christmas. The public holidays of N.C.G.S.
 * 103-4, from Robert E. Lee's Birthday to Yom Kippur, do not close them; those that fall on a weekday of a rule are options.
 */
export const usNc: HolidayCalendar = {
  id: 'us-nc',
  name: 'Holidays of state offices in North Carolina',
  cites,
  source: 'N.C.G.S. 103-4 and 126-4 in a copy of 2022; the schedules of the Commission were not read',
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king({ cites }),
    d.presidents({ name: "Washington's Birthday", optional: true, cites: general }),
    d.goodFriday(),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.columbus({ optional: true, cites: general }),
    d.veterans({ cites }),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    ...d.christmasOfThreeDays(),
  ],
};
