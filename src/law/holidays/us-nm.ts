import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = {
  label: 'NMSA 12-5-2',
  url: 'https://law.justia.com/codes/new-mexico/chapter-12/article-5/section-12-5-2/',
};
const d = stateDays({ ...moved, cites });

/**
 * The legal holidays and the two days on which state offices are closed besides. Offices keep Presidents' Day on the day
 * after Thanksgiving: both are off here, the one by law and the other in fact.
 */
export const usNm: HolidayCalendar = {
  id: 'us-nm',
  name: 'Legal public holidays of New Mexico',
  cites,
  source: 'both sections in a copy of the code; the practice of the State Personnel Office was not read',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: unread('State Personnel Office, holiday schedule'),
  sundayCites: { label: 'NMSA 12-5-3(A)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.memorial(),
    d.juneteenth({ from: 2022, confidence: 'low', cites: unread('State Personnel Office, holiday schedule') }),
    d.independence(),
    d.labor(),
    d.columbus({ to: 2018 }),
    d.indigenous({ from: 2019 }),
    d.veterans({ name: "Armistice Day and Veterans' Day" }),
    d.thanksgiving(),
    d.dayAfterThanksgiving({
      name: "Presidents' Day (kept after Thanksgiving)",
      confidence: 'medium',
      cites: unread('State Personnel Office, holiday schedule'),
    }),
    d.christmas(),
  ],
};
