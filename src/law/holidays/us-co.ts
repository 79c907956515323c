import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = { label: 'C.R.S. 24-11-101' };
const lists = {
  label: 'Colorado Division of Human Resources, holiday schedules',
  url: 'https://dhr.colorado.gov/state-employees/time-off-leave',
};
const d = stateDays({ ...moved, cites });

/** The section moves holidays from Sunday only; that offices keep the Friday before a Saturday is in the schedules. */
export const usCo: HolidayCalendar = {
  id: 'us-co',
  name: 'Legal holidays of Colorado',
  cites,
  source: "the section in a copy of the code of 2024 and the State's own schedules of 2012, 2021, 2023 and 2024",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: lists,
  sundayCites: { label: 'C.R.S. 24-11-101(2)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: 'Washington-Lincoln Day' }),
    // In place of another holiday of the same fiscal year, for those who choose it.
    d.fixed('cesar-chavez-day', 'Cesar Chavez Day', 3, 31, {
      optional: true,
      confidence: 'medium',
      cites: unread('C.R.S. 24-11-112'),
    }),
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
    // Administrative leave given year by year, mostly on the day after Thanksgiving; those that were read.
    d.dates('governors-holiday', "Governor's Holiday", ['2021-11-26', '2023-07-03', '2023-11-24', '2024-07-05'], {
      optional: true,
      cites: lists,
    }),
    d.christmas(),
  ],
};
