import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, notMoved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = { label: 'La. R.S. 1:55(B)(1)(a)', url: 'http://www.caddoclerk.com/closings.htm' };
const general = { label: 'La. R.S. 1:55(A)(1)', url: 'https://legis.la.gov/legis/Law.aspx?d=74097' };
const d = stateDays({ ...notMoved, cites });
const proclaimed = {
  confidence: 'medium',
  cites: unread("La. R.S. 1:55(B)(3), the Governor's proclamations"),
} as const;
const mayRest = { optional: true, cites: general } as const;

/**
 * The days on which state offices are closed; only New Year's Day, Independence Day and Christmas leave a weekend. The
 * other "days of public rest" of the section, and what parishes and clerks of court add, are options.
 */
export const usLa: HolidayCalendar = {
  id: 'us-la',
  name: 'Holidays of state offices in Louisiana',
  cites,
  source:
    "the legislature's text of R.S. 1:55(A), (B) as a clerk of court gives it, and reports of Juneteenth from 2021 to 2024",
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(moved),
    d.fixed('battle-of-new-orleans', 'Battle of New Orleans', 1, 8, mayRest),
    d.king(),
    d.fixed('inauguration-day', 'Inauguration Day (Baton Rouge)', 1, 20, {
      every: { years: 4, first: 1969 },
      ...mayRest,
    }),
    // A legal holiday by (A)(1), on which offices close only if it is proclaimed: taken as one, so that nobody is called late.
    d.presidents({ name: "Washington's Birthday and Presidents' Day", cites: general, confidence: 'medium' }),
    d.easter('mardi-gras', 'Mardi Gras', -47),
    d.goodFriday(),
    d.memorial({ cites: general }),
    // The third Saturday in June by Act 128 of 2021, which closes no office: the weekdays off are proclaimed.
    d.dates('juneteenth-2022', 'Juneteenth (Friday before)', ['2022-06-17'], proclaimed),
    d.juneteenth({ from: 2023, ...moved, ...proclaimed }),
    d.independence(moved),
    d.fixed('huey-p-long-day', 'Huey P. Long Day', 8, 30, mayRest),
    d.labor(),
    d.columbus(mayRest),
    d.fixed('all-saints-day', "All Saints' Day", 11, 1, mayRest),
    d.election({ name: 'General Election Day', every: evenYears }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: 'Acadian Day', ...proclaimed }),
    d.christmas(moved),
  ],
};
