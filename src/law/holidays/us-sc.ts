import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = {
  label: 'S.C. Code 53-5-10',
  url: 'https://law.justia.com/codes/south-carolina/title-53/chapter-5/section-53-5-10/',
};
const d = stateDays({ ...moved, cites });

/**
 * Christmas is three days. Where a weekend makes two of them fall together the text gives no third; the State keeps one,
 * so the next free day is given for it.
 */
export const usSc: HolidayCalendar = {
  id: 'us-sc',
  name: 'Legal holidays of South Carolina',
  cites,
  source: 'both sections in a copy of the code',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'S.C. Code 53-5-30' },
  sundayCites: { label: 'S.C. Code 53-5-30' },
  holidays: [
    d.newYear(),
    d.king({ from: 2001 }),
    d.presidents({ name: "George Washington's Birthday/President's Day" }),
    d.fixed('confederate-memorial-day', 'Confederate Memorial Day', 5, 10),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    ...d.christmasOfThreeDays(),
  ],
};
