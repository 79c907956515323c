import type { HolidayCalendar } from './holiday.ts';
import { notMoved, readOn, stateDays, sundayMoved, weekend } from './us-days.ts';

const cites = {
  label: 'Wis. Stat. 230.35(4)(a)',
  url: 'https://docs.legis.wisconsin.gov/2017/related/proposals/sb113/1',
};
const legal = {
  label: 'Wis. Stat. 995.20',
  url: 'https://www.holidaysmart.com/country/us/wisconsin',
};
const d = stateDays({ ...sundayMoved, cites });
const open = { optional: true, cites: legal } as const;

/**
 * The nine days on which state offices are closed; the Friday before a Saturday is none. The other legal holidays of
 * 995.20, on which they are open, are options.
 */
export const usWi: HolidayCalendar = {
  id: 'us-wi',
  name: 'Days on which state offices in Wisconsin are closed',
  cites,
  source: 'bills that amend the section and two summaries of it, which agree; 995.20 in a copy',
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(open),
    d.memorial(),
    d.juneteenth(open),
    d.independence(),
    d.labor(),
    d.columbus(open),
    d.veterans(open),
    d.thanksgiving(),
    d.christmasEve(notMoved),
    d.christmas(),
    d.fixed('new-years-eve', "New Year's Eve", 12, 31, notMoved),
  ],
};
