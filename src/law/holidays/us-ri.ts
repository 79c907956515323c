import type { HolidayCalendar } from './holiday.ts';
import { evenYears, readOn, stateDays, sundayMoved, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = {
  label: 'R.I. Gen. Laws 25-1-1',
  url: 'http://webserver.rilin.state.ri.us/BillText23/HouseText23/H5380A.htm',
};
const d = stateDays({ ...sundayMoved, cites });
/** "In the event that day is a Saturday or Sunday", the following Monday: said of these five only. */
const toMonday = { onSaturday: 'monday', onSunday: 'monday' } as const;

export const usRi: HolidayCalendar = {
  id: 'us-ri',
  name: 'Holidays of Rhode Island',
  cites,
  source: 'the section in an annotated code of 2022 and as the act of 2023 amends it',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(toMonday),
    d.king(),
    d.presidents({ name: "Washington's Birthday" }),
    d.fixed('rhode-island-independence-day', 'Rhode Island Independence Day', 5, 4),
    d.memorial(),
    d.juneteenth({ from: 2024, name: 'Juneteenth National Freedom Day', ...toMonday }),
    d.independence(toMonday),
    d.nth('victory-day', 'Victory Day', 8, monday, 2),
    d.labor(),
    d.columbus(),
    d.election({ every: evenYears }),
    d.veterans(toMonday),
    d.thanksgiving({ cites: { label: 'R.I. Gen. Laws 25-1-2' } }),
    d.christmas(toMonday),
  ],
};
