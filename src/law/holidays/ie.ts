import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { friday, monday, saturday, sunday, unread, words } from './words.ts';

const act = {
  label: 'Organisation of Working Time Act 1997, Second Schedule',
  url: 'https://www.irishstatutebook.ie/eli/1997/act/20/enacted/en/html',
};
const regulations2022 = unread('regulations of 2022 under the 1997 Act');
const { fixed, nth, by, easter, dates } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: act });

/** Public holidays of Ireland. One that falls on a weekend is made good to employees; no other day becomes a holiday. */
export const ie: HolidayCalendar = {
  id: 'ie',
  name: 'Public holidays of Ireland',
  cites: act,
  source: 'the Schedule as enacted; for the days added since, what was announced for them',
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  holidays: [
    fixed('new-years-day', "New Year's Day", 1, 1),
    // The first Monday in February, except where 1 February is a Friday: then that day.
    fixed('st-brigids-day-on-friday', "St Brigid's Day", 2, 1, {
      from: 2023,
      weekdays: [friday],
      cites: regulations2022,
    }),
    by('st-brigids-day', "St Brigid's Day", monday, 'on-or-after', 2, 1, {
      from: 2023,
      unless: { month: 2, day: 1, weekday: friday },
      cites: regulations2022,
    }),
    fixed('st-patricks-day', "Saint Patrick's Day", 3, 17),
    easter('easter-monday', 'Easter Monday', 1),
    nth('may-day', 'First Monday in May', 5, monday, 1, { from: 1994, except: [1995] }),
    dates('may-day-1995', 'May holiday (fifty years since the war)', ['1995-05-08'], {
      cites: unread('order for 1995 under the Holidays (Employees) Act 1973'),
    }),
    nth('june-holiday', 'First Monday in June', 6, monday, 1),
    nth('august-holiday', 'First Monday in August', 8, monday, 1),
    nth('october-holiday', 'Last Monday in October', 10, monday, -1),
    fixed('christmas-day', 'Christmas Day', 12, 25),
    fixed('st-stephens-day', "Saint Stephen's Day", 12, 26),
    dates('millennium', 'Millennium holiday', ['1999-12-31'], { cites: unread('S.I. made under the 1997 Act') }),
    dates('remembrance-2022', 'Day of remembrance and recognition', ['2022-03-18'], {
      cites: regulations2022,
    }),
  ],
};
