import type { HolidayCalendar } from './holiday.ts';
import { moved, notMoved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'N.D.C.C. 1-03-01' };
const d = stateDays({ ...moved, cites });

/** "All days other than those mentioned … are to be deemed business days": Juneteenth (1-03-18) is not among them. */
export const usNd: HolidayCalendar = {
  id: 'us-nd',
  name: 'Holidays of North Dakota',
  cites,
  source: 'the sections in an annotated code of 2022',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'N.D.C.C. 1-03-02.1' },
  sundayCites: { label: 'N.D.C.C. 1-03-02' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: "George Washington's Birthday" }),
    d.goodFriday(),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    // Offices close at noon: a business day all the same.
    d.christmasEve({ ...notMoved, optional: true, cites: { label: 'N.D.C.C. 1-03-01.1' } }),
    d.christmas(),
  ],
};
