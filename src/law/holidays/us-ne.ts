import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';
import { friday } from './words.ts';

const cites = {
  label: 'Neb. Rev. Stat. 25-2221',
  url: 'https://nebraskalegislature.gov/laws/statutes.php?statute=25-2221&print=true',
};
const d = stateDays({ ...moved, cites });

export const usNe: HolidayCalendar = {
  id: 'us-ne',
  name: 'State holidays of Nebraska',
  cites,
  source: "the section as the legislature publishes it, and the Governor's closing for Juneteenth in 2021",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.nth('arbor-day', 'Arbor Day', 4, friday, -1),
    d.memorial(),
    d.juneteenth({ from: 2021, name: 'Juneteenth National Independence Day' }),
    d.independence(),
    d.labor(),
    d.columbus({ name: "Indigenous Peoples' Day and Columbus Day" }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
