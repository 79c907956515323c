import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { friday, monday, saturday, sunday, thursday, tuesday } from './words.ts';

const cites = { label: 'O.C.G.A. 1-4-1' };
const governor = {
  label: "O.C.G.A. 1-4-1(b), the Governor's list",
  url: 'https://georgia.gov/georgia-state-holidays-2025',
};
const d = stateDays({ ...moved, cites });
const rule = { confidence: 'medium', cites: unread("O.C.G.A. 1-4-1(b), the Governor's lists") } as const;

/**
 * The federal holidays and two more, on the days the Governor names: "not more than 13 days". Washington's Birthday is
 * kept next to Christmas; the days given for years not published rest on the habit of the lists.
 */
export const usGa: HolidayCalendar = {
  id: 'us-ga',
  name: 'State holidays of Georgia',
  cites,
  source: 'the section as amended in 2022, and the lists of 2019, 2024 and 2025',
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  published: { by: 'the Governor', years: [2019, 2024, 2025] },
  holidays: [
    d.newYear(),
    d.king(),
    // Until 2015 Confederate Memorial Day; a Monday in April until 2019, Good Friday since.
    d.nth('state-holiday-april', 'State Holiday (April)', 4, monday, 4, { to: 2019, ...rule }),
    d.goodFriday({ from: 2020, name: 'State Holiday (Good Friday)', cites: governor }),
    d.memorial(),
    d.juneteenth({ from: 2022 }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: 'State Holiday (day after Thanksgiving)', cites: governor }),
    d.fixed('washingtons-birthday', "Washington's Birthday (kept at Christmas)", 12, 24, {
      ...rule,
      weekdays: [sunday, monday, tuesday, thursday, friday, saturday],
      onSaturday: 'next-free',
      onSunday: 'next-free',
    }),
    d.fixed('washingtons-birthday-after-christmas', "Washington's Birthday (kept at Christmas)", 12, 26, {
      ...rule,
      weekdays: [friday],
    }),
    d.christmas({ onTaken: 'previous-free' }),
  ],
};
