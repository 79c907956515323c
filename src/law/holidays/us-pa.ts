import type { HolidayCalendar } from './holiday.ts';
import { moved, stateDays, unread, weekend } from './us-days.ts';

const cites = unread('Office of Administration, holidays of the Commonwealth');
const general = unread('44 P.S. 11');
const d = stateDays({ ...moved, cites });

/**
 * The days on which Commonwealth offices are closed. A business day of the Right-to-Know Law is the agency's own, so
 * its closings, and the legal holidays of 44 P.S. 11 on which offices are open, are added per agency.
 */
export const usPa: HolidayCalendar = {
  id: 'us-pa',
  name: 'Holidays of Commonwealth offices in Pennsylvania',
  cites,
  source:
    'two unofficial lists, of about 2015 and of 2026, which agree, and notices of closing for Juneteenth; neither the statute nor an official list was read',
  confidence: 'medium',
  checkedOn: null,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.goodFriday({ optional: true, cites: general }),
    d.memorial(),
    d.fixed('flag-day', 'Flag Day', 6, 14, { optional: true, cites: general }),
    d.juneteenth({
      from: 2021,
      name: 'Juneteenth National Freedom Day',
      cites: {
        label: 'PennDOT, closings for Juneteenth 2021, 2022 and 2024',
        url: 'https://www.lehighvalleylive.com/news/2021/06/penndot-license-photo-centers-will-be-closed-for-juneteenth.html',
      },
    }),
    d.independence(),
    d.labor(),
    d.columbus({ name: "Columbus Day (Indigenous Peoples' Day)" }),
    d.election({ optional: true, cites: general }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.christmas(),
  ],
};
