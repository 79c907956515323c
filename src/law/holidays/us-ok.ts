import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';
import { friday, monday, thursday, tuesday } from './words.ts';

const cites = {
  label: '25 O.S. 82.1',
  url: 'https://app.legiplex.com/ok/legislature/2025/2025-r/bills/hb1692/drafts-latest',
};
const d = stateDays({ ...moved, cites });
const second = {
  cites: { ...cites, label: "25 O.S. 82.1(A) and the Governor's yearly order" },
  confidence: 'medium',
} as const;

/**
 * Christmas is two days: the day before or after it, as the Governor's order says, unless it falls on a weekend. Given
 * here is the one that makes no lone working day; an order may choose the other.
 */
export const usOk: HolidayCalendar = {
  id: 'us-ok',
  name: 'Holidays of Oklahoma',
  cites,
  source: 'the section as bills of 2023 and 2025 recite it, an older copy, and the order for 2015',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  published: { by: "the Governor's executive order", years: [2015] },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents(),
    d.memorial(),
    d.independence(),
    d.labor(),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving(),
    d.fixed('christmas-second-day-before', 'Christmas, second day', 12, 24, {
      ...second,
      weekdays: [monday, tuesday, thursday],
    }),
    d.fixed('christmas-second-day-early', 'Christmas, second day', 12, 23, { weekdays: [thursday] }),
    d.christmas(),
    d.fixed('christmas-second-day-after', 'Christmas, second day', 12, 26, { ...second, weekdays: [tuesday, friday] }),
    d.fixed('christmas-second-day-late', 'Christmas, second day', 12, 27, { weekdays: [tuesday] }),
  ],
};
