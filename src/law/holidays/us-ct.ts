import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = {
  label: 'Conn. Gen. Stat. 1-4',
  url: 'https://law.justia.com/codes/connecticut/title-1/chapter-2/section-1-4/',
};
const d = stateDays({ ...moved, cites });

export const usCt: HolidayCalendar = {
  id: 'us-ct',
  name: 'Legal holidays of Connecticut',
  cites,
  source: 'the section in a copy of the code as amended by P.A. 22-128',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln({ name: 'Lincoln Day' }),
    d.presidents({ name: "Washington's Birthday" }),
    // Not in the list: one of the days the Governor appoints "of fasting or religious observance".
    d.goodFriday({ confidence: 'medium', cites: unread("Conn. Gen. Stat. 1-4, the Governor's proclamation") }),
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
