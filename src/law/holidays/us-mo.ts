import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = {
  label: 'RSMo 9.010',
  url: 'https://law.justia.com/codes/missouri/title-ii/chapter-9/section-9-010/',
};
const d = stateDays({ ...moved, cites });

/** The section moves holidays from Sunday only; that offices keep the Friday before a Saturday is in the State's own lists. */
export const usMo: HolidayCalendar = {
  id: 'us-mo',
  name: 'Public holidays of Missouri',
  cites,
  source: "the section in a copy of the code of 2025, and the State's own lists of 2025 and 2026",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: {
    label: 'Office of Administration, State holidays 2026 (Independence Day on Friday 3 July)',
    url: 'https://oa.mo.gov/commissioner/state-holidays',
  },
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
