import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = {
  label: 'MCA 1-1-216',
  url: 'https://self-law.org/code/mt/title-1/chapter-1/part-2/1-1-216',
};
// Chapter 131 of 2013 added the Friday.
const d = stateDays({ ...moved, cites, regimes: [{ to: 2013, onSaturday: 'saturday' }] });

/** "All other days are business days." */
export const usMt: HolidayCalendar = {
  id: 'us-mt',
  name: 'Legal holidays of Montana',
  cites,
  source: 'the section in copies of before and after its change of 2025',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { ...cites, label: 'MCA 1-1-216(2)(b)' },
  sundayCites: { ...cites, label: 'MCA 1-1-216(2)(a)' },
  holidays: [
    d.newYear(),
    d.king({ from: 1991 }),
    d.presidents(),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.columbus({ to: 2024 }),
    d.indigenous({ from: 2025, name: "Indigenous Peoples' Day and Columbus Day" }),
    d.election({ name: 'State General Election Day', every: evenYears }),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
