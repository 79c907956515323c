import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'A.R.S. 1-301', url: 'https://www.azleg.gov/legtext/53leg/2r/bills/sb1235p.htm' };
const d = stateDays({ ...moved, cites });

/** No Juneteenth, and none of the Sunday observances of the list, which give no other day off. */
export const usAz: HolidayCalendar = {
  id: 'us-az',
  name: 'State holidays of Arizona',
  cites,
  source: 'the section as a bill of 2018 recites it; later changes were not searched',
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  saturdayCites: { ...cites, label: 'A.R.S. 1-301(C)' },
  sundayCites: { ...cites, label: 'A.R.S. 1-301(B)' },
  holidays: [
    d.newYear(),
    d.king({ name: 'Martin Luther King, Jr./Civil Rights Day', from: 1993 }),
    d.presidents({ name: "Lincoln/Washington Presidents' Day" }),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
