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

/** Half days at Christmas and New Year, given by rule or proclamation, are business days: options. */
export const usWv: HolidayCalendar = {
  id: 'us-wv',
  name: 'Legal holidays of West Virginia',
  cites,
  source: 'the section as the legislature publishes it, and reports of the proclamations',
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
    // The Governor of the time made it a holiday in four years; in 2025 offices were open.
    d.dates('juneteenth', 'Juneteenth', ['2021-06-18', '2022-06-17', '2023-06-19', '2024-06-19'], {
      confidence: 'medium',
      cites: {
        label: "W. Va. Code 2-2-1(a)(15), the Governor's proclamations of 2021 to 2024",
        url: 'https://www.theintermountain.com/news/local-news/2025/06/no-paid-holiday-for-w-va-public-workers-for-juneteenth/',
      },
    }),
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
