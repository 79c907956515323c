import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = { label: 'AS 44.12.010' };
const d = stateDays({ ...moved, cites });

/** The Friday before a Saturday is a holiday "for officers and employees of the state" only. */
export const usAk: HolidayCalendar = {
  id: 'us-ak',
  name: 'Legal holidays of Alaska',
  cites,
  source: 'the sections in a copy of the code of 2023; for Juneteenth, reports of SB 22 (2024)',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'AS 44.12.025' },
  sundayCites: { label: 'AS 44.12.020' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.nth('sewards-day', "Seward's Day", 3, monday, -1),
    d.memorial(),
    d.juneteenth({ from: 2025, confidence: 'medium', cites: unread('AS 44.12.010 as amended by SB 22 (2024)') }),
    d.independence(),
    d.labor(),
    d.fixed('alaska-day', 'Alaska Day', 10, 18),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
