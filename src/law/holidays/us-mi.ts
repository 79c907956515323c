import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, readOn, stateDays, sundayMoved, unread, weekend } from './us-days.ts';

const cites = {
  label: 'MCL 435.101; Mich. AG Op. 7172 (2005)',
  url: 'https://www.legislature.mi.gov/Laws/MCL?objectName=mcl-435-101',
};
const closed = {
  ...moved,
  optional: true,
  confidence: 'low',
  cites: unread('Civil Service rules on holidays'),
} as const;
const d = stateDays({ ...sundayMoved, cites });

/**
 * As the records law counts: a business day is every weekday but a legal holiday, even if the body is closed (AG Op. 7172).
 * So Lincoln's Birthday and Columbus Day are off although state offices are open, and the days on which they are closed
 * without a legal holiday count: those are options.
 */
export const usMi: HolidayCalendar = {
  id: 'us-mi',
  name: 'Legal holidays under the Michigan Freedom of Information Act',
  cites,
  source: 'MCL 435.101 and 435.102 in a copy of the code with the act of 2023; the opinion as research notes give it',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  sundayCites: { label: 'MCL 435.102' },
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln(),
    d.presidents({ name: "Washington's Birthday" }),
    d.memorial(),
    // 2023 PA 54, in force from 12 July 2023.
    d.juneteenth({ from: 2024 }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.election({ every: evenYears, ...closed }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(closed),
    d.christmasEve(closed),
    d.christmas(),
    d.fixed('new-years-eve', "New Year's Eve", 12, 31, closed),
  ],
};
