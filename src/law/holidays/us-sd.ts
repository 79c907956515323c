import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = {
  label: 'SDCL 1-5-1',
  url: 'https://law.justia.com/codes/south-dakota/title-1/chapter-05/section-1-5-1/',
};
const d = stateDays({ ...moved, cites });

export const usSd: HolidayCalendar = {
  id: 'us-sd',
  name: 'Legal holidays of South Dakota',
  cites,
  source: 'the section in a copy of the code as amended in 2022',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: 'Birthdays of Lincoln and Washington' }),
    d.memorial(),
    d.juneteenth({
      from: 2021,
      to: 2021,
      id: 'juneteenth-2021',
      confidence: 'low',
      cites: unread("the Governor's order"),
    }),
    d.juneteenth({ from: 2022 }),
    d.independence(),
    d.labor(),
    d.nth('native-americans-day', "Native Americans' Day", 10, monday, 2),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
