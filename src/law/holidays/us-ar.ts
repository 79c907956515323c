import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'Ark. Code 1-5-101' };
const d = stateDays({ ...moved, cites });

/**
 * "The sole official holidays": neither Columbus Day nor Juneteenth. If Christmas is a Saturday, its Friday is Christmas
 * Eve already; the text gives no second day, a proclamation may.
 */
export const usAr: HolidayCalendar = {
  id: 'us-ar',
  name: 'Official holidays of Arkansas',
  cites,
  source: 'the section in copies of the code of 2022 and later, as amended by Act 561 of 2017',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'Ark. Code 1-5-101(b)' },
  sundayCites: { label: 'Ark. Code 1-5-101(b)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: "George Washington's Birthday and Daisy Gatson Bates Day" }),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.christmasEve(),
    d.christmas(),
  ],
};
