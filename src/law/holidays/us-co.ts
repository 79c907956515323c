import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = { label: 'C.R.S. 24-11-101' };
const d = stateDays({ ...moved, cites });

export const usCo: HolidayCalendar = {
  id: 'us-co',
  name: 'Legal holidays of Colorado',
  cites,
  source: 'the section in a copy of the code of 2024, which moves holidays from Sunday only',
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  saturdayCites: unread('State Personnel Board rules on holidays'),
  sundayCites: { label: 'C.R.S. 24-11-101(2)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: 'Washington-Lincoln Day' }),
    // In place of another holiday of the same fiscal year, for those who choose it.
    d.fixed('cesar-chavez-day', 'Cesar Chavez Day', 3, 31, { optional: true, cites: unread('C.R.S. 24-11-112') }),
    d.memorial(),
    d.juneteenth({ from: 2022 }),
    d.independence(),
    d.labor(),
    d.nth('frances-xavier-cabrini-day', 'Frances Xavier Cabrini Day', 10, monday, 1, {
      from: 2020,
      cites: { label: 'C.R.S. 24-11-101; HB 20-1031', url: 'https://puc.colorado.gov/Frances_Cabrini_Day' },
    }),
    d.columbus({ to: 2019 }),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
