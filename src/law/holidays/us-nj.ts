import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { friday } from './words.ts';

const cites = {
  label: 'N.J.S.A. 11A:6-24.1',
  url: 'https://law.counselstack.com/statute/nj/11A/11A%3A6-24.1',
};
const d = stateDays({ ...moved, cites });

/** General elections are held in New Jersey every year. */
export const usNj: HolidayCalendar = {
  id: 'us-nj',
  name: 'Holidays of state offices in New Jersey',
  cites,
  source: 'the section in a copy of 2026, cut short after Christmas, and N.J.S.A. 36:1-1 in part',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'N.J.S.A. 36:1-1.2' },
  sundayCites: { label: 'N.J.S.A. 36:1-1(b)' },
  holidays: [
    d.newYear(),
    d.king(),
    // Open "for the transaction of business" since the act of 2008.
    d.lincoln({ to: 2008, confidence: 'low', cites: unread('N.J.S.A. 36:1-1 before its subsection d') }),
    d.presidents(),
    d.goodFriday(),
    d.memorial(),
    d.nth('juneteenth', 'Juneteenth Day', 6, friday, 3, { from: 2021 }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.election({
      name: 'General Election Day',
      cites: {
        label: 'N.J.S.A. 11A:6-24.1',
        url: 'https://legalclarity.org/state-holidays-in-nj-official-calendar-and-office-closures',
      },
    }),
    d.veterans({ name: "Armistice Day or Veterans' Day" }),
    d.thanksgiving(),
    d.christmas(),
  ],
};
