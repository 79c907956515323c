import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'Fla. Stat. 110.117(1)', url: 'https://www.syfert.com/florida/statutes/0110.117.html' };
const d = stateDays({ ...moved, cites });

/**
 * The holidays "observed by all state branches and agencies". Section 683.01 lists many more legal holidays, on which
 * offices are open; courts keep their own.
 */
export const usFl: HolidayCalendar = {
  id: 'us-fl',
  name: 'Paid holidays of state agencies in Florida',
  cites,
  source: 'the section in a copy of the statutes of 2025',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
