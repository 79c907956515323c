import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { saturday, sunday, unread, words } from './words.ts';

const act = {
  label: 'Public Holidays Act 36 of 1994, s. 1 and Sch. 1',
  url: 'http://www.acts.co.za/public-holidays-act-1994/schedule_1',
};
const { fixed, easter, dates } = words({ onSaturday: 'saturday', onSunday: 'monday', cites: act });
const declared = {
  confidence: 'medium',
  cites: unread('Proclamation under the Public Holidays Act 36 of 1994, s. 2A'),
} as const;

/** Public holidays of South Africa since the Act of 1994. A day on a Sunday gives the Monday, even where that is one. */
export const za: HolidayCalendar = {
  id: 'za',
  name: 'Public holidays of South Africa',
  cites: act,
  source: 'the Schedule, and s. 2(1) as quoted; for the days declared since, reports and an independent list',
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  sundayCites: { label: 'Public Holidays Act 36 of 1994, s. 2(1)' },
  holidays: [
    fixed('new-years-day', "New Year's Day", 1, 1),
    fixed('human-rights-day', 'Human Rights Day', 3, 21, { from: 1995 }),
    easter('good-friday', 'Good Friday', -2),
    easter('family-day', 'Family Day', 1),
    fixed('freedom-day', 'Freedom Day', 4, 27, { from: 1995 }),
    fixed('workers-day', "Workers' Day", 5, 1, { from: 1995 }),
    fixed('youth-day', 'Youth Day', 6, 16, { from: 1995 }),
    fixed('womens-day', "National Women's Day", 8, 9, { from: 1995 }),
    fixed('heritage-day', 'Heritage Day', 9, 24, { from: 1995 }),
    fixed('day-of-reconciliation', 'Day of Reconciliation', 12, 16),
    fixed('christmas-day', 'Christmas Day', 12, 25),
    fixed('day-of-goodwill', 'Day of Goodwill', 12, 26),
    dates(
      'election-days',
      'Election day',
      [
        ...['1999-06-02', '2004-04-14', '2006-03-01', '2009-04-22', '2011-05-18', '2014-05-07', '2016-08-03'],
        ...['2019-05-08', '2021-11-01', '2024-05-29', '2026-11-04'],
      ],
      declared,
    ),
    dates('millennium', 'Days declared for the turn of the millennium', ['1999-12-31', '2000-01-03'], declared),
    dates('declared', 'Public holiday declared by the President', ['2008-05-02', '2023-12-15'], declared),
    // Christmas Day on a Sunday would give the Day of Goodwill; the Tuesday was declared instead.
    dates(
      'day-of-goodwill-moved',
      'Public holiday for Christmas Day',
      ['2011-12-27', '2016-12-27', '2022-12-27'],
      declared,
    ),
  ],
};
