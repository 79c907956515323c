import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = {
  label: 'Conn. Gen. Stat. 1-4',
  url: 'https://law.justia.com/codes/connecticut/title-1/chapter-2/section-1-4/',
};
const lists = { label: 'Connecticut Department of Administrative Services, observance of holidays under C.G.S. 1-4' };
const d = stateDays({ ...moved, cites });

export const usCt: HolidayCalendar = {
  id: 'us-ct',
  name: 'Legal holidays of Connecticut',
  cites,
  source: "the section in a copy of the code as amended by P.A. 22-128, and the State's own lists of 2014 and 2024",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln({ name: 'Lincoln Day' }),
    d.presidents({ name: "Washington's Birthday" }),
    // Not in the section: one of the days the Governor appoints "of fasting or religious observance".
    d.goodFriday({ cites: lists }),
    d.memorial(),
    d.juneteenth({ from: 2023, name: 'Juneteenth Independence Day' }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
