import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = {
  label: 'RSMo 9.010',
  url: 'https://law.justia.com/codes/missouri/title-ii/chapter-9/section-9-010/',
};
const d = stateDays({ ...moved, cites });

/** The section moves holidays from Sunday only; that state offices keep the Friday before a Saturday was not read. */
export const usMo: HolidayCalendar = {
  id: 'us-mo',
  name: 'Public holidays of Missouri',
  cites,
  source: 'the section in a copy of the code of 2025',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: unread('1 CSR 20-5.010'),
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln(),
    d.presidents({ name: "Washington's Birthday" }),
    d.fixed('truman-day', 'Truman Day', 5, 8),
    d.memorial(),
    // H.B. 1738 came into force after June 2022; before it, by order of the Governor.
    d.juneteenth({
      to: 2022,
      from: 2021,
      id: 'juneteenth-by-order',
      confidence: 'low',
      cites: unread("the Governor's orders"),
    }),
    d.juneteenth({ from: 2023 }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
