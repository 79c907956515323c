import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = {
  label: 'ORS 187.010',
  url: 'https://www.oregonlegislature.gov/bills_laws/ors/ors187.html',
};
const d = stateDays({ ...moved, cites });

/**
 * No Columbus Day. For public records a business day is also one on which a paid employee of the body reports for work
 * (ORS 192.311), so closings are added per agency; state agencies close on the day after Thanksgiving by policy.
 */
export const usOr: HolidayCalendar = {
  id: 'us-or',
  name: 'Days on which state agencies in Oregon are closed',
  cites,
  source: "the section in copies of 2009, 2011 and 2026, and the State's own list of 2026",
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
    d.dayAfterThanksgiving({
      cites: {
        label: 'Oregon Department of Administrative Services, state agency closures 2026',
        url: 'https://www.oregon.gov/das/Pages/buildingclosure.aspx',
      },
    }),
    d.christmas(),
  ],
};
