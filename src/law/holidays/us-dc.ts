import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = {
  label: 'D.C. Code 1-612.02(a), 28-2701',
  url: 'https://code.dccouncil.gov/us/dc/council/code/sections/1-612.02',
};
const d = stateDays({ ...moved, cites });

/** Days on which the Mayor closes offices are no legal public holidays and count. */
export const usDc: HolidayCalendar = {
  id: 'us-dc',
  name: 'Legal public holidays of the District of Columbia',
  cites,
  source: "both sections and D.C. Law 24-147 in the Council's own files of 30 June 2026",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'D.C. Code 28-2701, 1-612.02(b)(1)' },
  sundayCites: { label: 'D.C. Code 28-2701, 1-612.02(b)(1)' },
  holidays: [
    d.newYear(),
    d.king(),
    // A holiday "for all purposes" here, unlike for federal offices; the Saturday rule leaves it out.
    d.fixed('inauguration-day', 'Inauguration Day', 1, 20, {
      every: { years: 4, first: 1981 },
      onSaturday: 'saturday',
      cites: { label: 'D.C. Code 28-2701, 1-612.02(c)' },
    }),
    d.presidents({ name: "Washington's Birthday" }),
    d.fixed('dc-emancipation-day', 'District of Columbia Emancipation Day', 4, 16, {
      from: 2007,
      cites: { label: 'D.C. Code 1-612.02(a)(11)' },
    }),
    d.memorial(),
    d.juneteenth({
      from: 2022,
      name: 'Juneteenth National Independence Day',
      cites: { label: 'D.C. Code 1-612.02(a)(4A); D.C. Law 24-147' },
    }),
    d.independence(),
    d.labor(),
    d.columbus({ name: "Columbus Day (Indigenous Peoples' Day)" }),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
