import type { HolidayCalendar } from './holiday.ts';
import { readOn, stateDays, sundayMoved, weekend } from './us-days.ts';

const cites = {
  label: 'Wyo. Stat. 8-4-101(a)',
  url: 'https://law.justia.com/codes/wyoming/title-8/chapter-4/section-8-4-101/',
};
const d = stateDays({ ...sundayMoved, cites });

/** Neither Columbus Day nor Juneteenth, and nothing is said of a Saturday. */
export const usWy: HolidayCalendar = {
  id: 'us-wy',
  name: 'Legal holidays of Wyoming',
  cites,
  source: 'the section in copies of the code of 2022 and later',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  sundayCites: { label: 'Wyo. Stat. 8-4-101(b)' },
  holidays: [
    d.newYear(),
    d.king({ name: 'Martin Luther King, Jr., Wyoming Equality Day', from: 1991 }),
    d.presidents({ name: "Washington's and Lincoln's Birthdays" }),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
