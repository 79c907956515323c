import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'Minn. Stat. 645.44 subd. 5' };
const d = stateDays({ ...moved, cites });

/**
 * The holidays of the executive branch: with the Friday after Thanksgiving, without the second Monday in October. Courts,
 * the legislature and local bodies choose for themselves between the two.
 */
export const usMn: HolidayCalendar = {
  id: 'us-mn',
  name: 'Holidays of the executive branch of Minnesota',
  cites,
  source: 'the subdivision as bills of 2022 and 2023 and a copy of 2023 give it',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: "Washington's and Lincoln's Birthday" }),
    d.memorial(),
    d.juneteenth({ from: 2023 }),
    d.independence(),
    d.labor(),
    d.indigenous({ optional: true }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
