import type { HolidayCalendar } from './holiday.ts';
import { readOn, stateDays, sundayMoved, weekend } from './us-days.ts';
import { friday } from './words.ts';

const cites = { label: 'Cal. Gov. Code 19853(a)' };
const general = { label: 'Cal. Gov. Code 6700', url: 'https://codes.findlaw.com/ca/government-code/gov-sect-6700/' };
const d = stateDays({ ...sundayMoved, cites });
const byLaw = { optional: true, cites: general } as const;

/**
 * The days on which state offices are closed. Section 6700 names more holidays, on which they are open and which a city
 * or county may keep: those are options. Of all of them only Veterans Day goes from Saturday to Friday.
 */
export const usCa: HolidayCalendar = {
  id: 'us-ca',
  name: 'Holidays of state offices in California',
  cites,
  source: 'sections 19853 (2024), 6700 (2019) and 6701 (2007) in copies of the code',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'Cal. Gov. Code 6701, 19853(b)' },
  sundayCites: { label: 'Cal. Gov. Code 6701, 19853(b)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln({ name: 'Lincoln Day', ...byLaw }),
    d.presidents(),
    d.fixed('cesar-chavez-day', 'Cesar Chavez Day', 3, 31, { from: 2001 }),
    d.fixed('genocide-remembrance-day', 'Genocide Remembrance Day', 4, 24, { from: 2023, ...byLaw }),
    d.memorial(),
    d.juneteenth({ from: 2023, ...byLaw }),
    d.independence(),
    d.labor(),
    d.fixed('admission-day', 'Admission Day', 9, 9, byLaw),
    d.nth('native-american-day', 'Native American Day', 9, friday, 4, { from: 2016, ...byLaw }),
    d.columbus(byLaw),
    d.veterans({ onSaturday: 'friday' }),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
