import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = { label: 'Ohio Rev. Code 124.19' };
const d = stateDays({ ...moved, cites });

export const usOh: HolidayCalendar = {
  id: 'us-oh',
  name: 'State holidays of Ohio',
  cites,
  source:
    "an older copy of the section, section 1.14 as a bill of 2025 recites it, and the Governor's notice of June 2021",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: unread('Ohio Rev. Code 124.18'),
  sundayCites: unread('Ohio Rev. Code 124.18'),
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: 'Washington-Lincoln Day' }),
    d.memorial(),
    d.juneteenth({ from: 2021, cites: { label: 'Ohio Rev. Code 124.19, 1.14' } }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
