import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = {
  label: 'ORS 187.010',
  url: 'https://www.oregonlegislature.gov/bills_laws/ors/ors187.html',
};
const d = stateDays({ ...moved, cites });

/**
 * No Columbus Day. For public records a business day is also one on which a paid employee of the body reports for work
 * (ORS 192.311), so closings are added per agency; state offices close on the day after Thanksgiving by policy: an option.
 */
export const usOr: HolidayCalendar = {
  id: 'us-or',
  name: 'Legal holidays of Oregon',
  cites,
  source: 'the section in copies of 2009, 2011 and 2026',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { ...cites, label: 'ORS 187.010(2)' },
  sundayCites: { ...cites, label: 'ORS 187.010(2)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.memorial(),
    // HB 2168 of 2021.
    d.juneteenth({ from: 2022 }),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ optional: true, confidence: 'medium', cites: unread('State HR Policy 60.010.01') }),
    d.christmas(),
  ],
};
