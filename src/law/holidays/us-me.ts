import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = { label: '4 M.R.S. 1051' };
const manual = {
  label: 'Maine Bureau of Human Resources, policy manual, Holidays',
  url: 'https://www11.maine.gov/bhr/state-hr-professionals/rules-policies/policy-practices-manual/Holidays',
};
const d = stateDays({ ...moved, cites });

export const usMe: HolidayCalendar = {
  id: 'us-me',
  name: 'Legal holidays of Maine',
  cites,
  source: "the section as P.L. 2021 c. 140 enacts it, and the State's own manual",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: manual,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: "Washington's Birthday (Presidents' Day)" }),
    d.nth('patriots-day', "Patriot's Day", 4, monday, 3),
    d.memorial(),
    // The act of June 2021 came into force that autumn.
    d.juneteenth({ from: 2022 }),
    d.independence(),
    d.labor(),
    d.columbus({ to: 2018 }),
    d.indigenous({ from: 2019 }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: 'Thanksgiving Friday', cites: manual }),
    d.christmas(),
  ],
};
