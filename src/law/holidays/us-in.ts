import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { friday, monday, saturday, sunday, thursday, tuesday } from './words.ts';

const cites = {
  label: 'Ind. Code 1-1-9-1',
  url: 'https://app.legiplex.com/in/legislature/2025/2025-r/bills/hb1315/draft-1423312?id=1423312',
};
const list = {
  label: 'Indiana State Personnel Department, state holidays',
  url: 'https://webharvest.gov/congress115th/20190108210055im_/https://www.in.gov/spd/2555.htm',
};
const d = stateDays({ ...moved, cites: list });
const habit = { confidence: 'medium', cites: list } as const;
/** Towns and cities vote in the year before a presidential election. */
const cityYears = { years: 4, first: 1971 } as const;

/**
 * The Governor may move every holiday but Martin Luther King, Jr. Day: Lincoln's Birthday is kept on the day after
 * Thanksgiving and Washington's next to Christmas. Years that are not published rest on that habit. The records law
 * counts calendar days and hours, so this list only tells when an office is closed.
 */
export const usIn: HolidayCalendar = {
  id: 'us-in',
  name: 'State holidays of Indiana',
  cites,
  source:
    "the statute as a bill of 2025 recites it, in part, and the State's own lists of 2014, 2015, 2019 and in part 2016",
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  published: { by: 'the State Personnel Department', years: [2014, 2015, 2019] },
  holidays: [
    d.newYear(),
    d.king(),
    d.goodFriday(),
    d.by('primary-election-day', 'Primary Election Day', tuesday, 'on-or-after', 5, 2, { every: evenYears }),
    d.by('city-primary-day', 'Primary Election Day', tuesday, 'on-or-after', 5, 2, { every: cityYears }),
    d.memorial(),
    // Not in the statute in 2025; given to state employees in some years by the Governor.
    d.juneteenth({ from: 2022, optional: true, confidence: 'low', cites: unread("the Governor's proclamations") }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.election({ name: 'General Election Day', every: evenYears }),
    d.election({ id: 'city-election-day', name: 'General Election Day', every: cityYears }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: "Lincoln's Birthday (kept after Thanksgiving)" }),
    d.fixed('washingtons-birthday', "Washington's Birthday (kept at Christmas)", 12, 24, {
      ...habit,
      weekdays: [sunday, monday, tuesday, thursday, friday, saturday],
      onSaturday: 'previous-free',
      onSunday: 'next-free',
    }),
    d.fixed('washingtons-birthday-after-christmas', "Washington's Birthday (kept at Christmas)", 12, 26, {
      ...habit,
      weekdays: [friday],
    }),
    d.christmas({ onTaken: 'previous-free' }),
  ],
};
