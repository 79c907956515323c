import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, notMoved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { tuesday } from './words.ts';

const cites = { label: 'W. Va. Code 2-2-1(a)', url: 'http://code.wvlegislature.gov/email/2-2/' };
const d = stateDays({ ...moved, cites });
const byProclamation = {
  ...notMoved,
  optional: true,
  confidence: 'low',
  cites: unread("the Governor's proclamations"),
} as const;

/** Juneteenth and the half days at Christmas and New Year are proclaimed year by year: options. */
export const usWv: HolidayCalendar = {
  id: 'us-wv',
  name: 'Legal holidays of West Virginia',
  cites,
  source: 'the section as the legislature publishes it',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { ...cites, label: 'W. Va. Code 2-2-1(b)' },
  sundayCites: { ...cites, label: 'W. Va. Code 2-2-1(b)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    // "Any day on which a general, primary or special election is held"; statewide primaries are in May.
    d.holiday(
      'primary-election-day',
      'Primary Election Day',
      { nth: { month: 5, weekday: tuesday, nth: 2 } },
      { every: evenYears },
    ),
    d.memorial(),
    d.juneteenth({ from: 2021, ...byProclamation }),
    d.fixed('west-virginia-day', 'West Virginia Day', 6, 20),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.election({ name: 'General Election Day (Susan B. Anthony Day)', every: evenYears }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: "Lincoln's Day" }),
    d.christmasEve({ name: 'Christmas Eve (half day)', ...byProclamation }),
    d.christmas(),
    d.fixed('new-years-eve', "New Year's Eve (half day)", 12, 31, byProclamation),
  ],
};
