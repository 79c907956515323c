import type { HolidayCalendar } from './holiday.ts';
import { readOn, stateDays, sundayMoved, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = { label: 'Mass. G.L. c. 4 s. 7 cl. 18' };
const suffolk = { label: 'Mass. G.L. c. 136 s. 12' };
const d = stateDays({ ...sundayMoved, cites });

/** "All offices … shall be open to the public for business on the Friday immediately preceding any Saturday holiday." */
export const usMa: HolidayCalendar = {
  id: 'us-ma',
  name: 'Legal holidays of Massachusetts',
  cites,
  source:
    "the clause as of 2013, c. 136 s. 12 as of 2024, the Commonwealth's list of 2015 and 2016 and its notice of Juneteenth 2021",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: "Washington's Birthday" }),
    // Suffolk county only.
    d.fixed('evacuation-day', 'Evacuation Day', 3, 17, { optional: true, cites: suffolk }),
    d.nth('patriots-day', "Patriots' Day", 4, monday, 3),
    d.memorial(),
    d.fixed('bunker-hill-day', 'Bunker Hill Day', 6, 17, { optional: true, cites: suffolk }),
    d.juneteenth({
      from: 2021,
      name: 'Juneteenth Independence Day',
      cites: {
        label: 'Mass. G.L. c. 4 s. 7 cl. 18 as amended by St. 2020 c. 124',
        url: 'https://www.mass.gov/news/new-state-holiday-juneteenth-independence-day',
      },
    }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
