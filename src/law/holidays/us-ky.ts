import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday, saturday, sunday, thursday, tuesday, wednesday } from './words.ts';

const cites = { label: 'KRS 18A.190(1)' };
const general = { label: 'KRS 2.110' };
const d = stateDays({ ...moved, cites });
const extra = { confidence: 'medium', cites: unread('KRS 18A.190(2), the day the Governor designates') } as const;
const mayClose = { optional: true, cites: general } as const;

/**
 * The days on which state offices are closed. Good Friday is half a day, but a legal holiday where time is counted (Nami
 * Resources v. Asher Land & Mineral, Ky. App. 2015). On the other days of KRS 2.110 public offices "may be closed": options.
 * The extra days at Christmas and New Year are the Governor's choice; given here is the day before, or the nearest free one.
 * The Attorney General has let days of closing for the weather pass as no business days (25-ORD-115): added per agency.
 */
export const usKy: HolidayCalendar = {
  id: 'us-ky',
  name: 'Holidays of state offices in Kentucky',
  cites,
  source: 'KRS 18A.190, 2.110 and 2.190 in an annotated code of 2023',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'KRS 18A.190(2)' },
  sundayCites: { label: 'KRS 18A.190(2)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.fixed('robert-e-lee-day', 'Robert E. Lee Day', 1, 19, mayClose),
    d.fixed('franklin-d-roosevelt-day', 'Franklin D. Roosevelt Day', 1, 30, mayClose),
    d.lincoln(mayClose),
    d.presidents({ name: "Washington's Birthday", ...mayClose }),
    d.goodFriday({ name: 'Good Friday (half day)' }),
    d.memorial(),
    d.fixed('jefferson-davis-day', 'Confederate Memorial Day and Jefferson Davis Day', 6, 3, mayClose),
    d.juneteenth({ from: 2024, confidence: 'medium', cites: unread("the Governor's executive order of 2024") }),
    d.independence(),
    d.labor(),
    d.columbus(mayClose),
    d.election({ name: 'Presidential Election Day', every: { years: 4, first: 1972 }, cites: { label: 'KRS 2.190' } }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ ...extra, confidence: 'high', cites: { label: 'KRS 18A.190(1)(i)' } }),
    d.christmasEve({ ...extra, name: 'Christmas, extra day', onSaturday: 'previous-free', onSunday: 'next-free' }),
    d.christmas({ onTaken: 'previous-free' }),
    // On a Friday the 31st is New Year's Day itself, kept early; then the extra day is the Thursday.
    d.fixed('new-years-eve', 'New Year, extra day', 12, 31, {
      ...extra,
      weekdays: [sunday, monday, tuesday, wednesday, thursday, saturday],
      onSaturday: 'previous-free',
      onSunday: 'next-free',
    }),
    d.fixed('new-years-eve-early', 'New Year, extra day', 12, 30, { ...extra, weekdays: [thursday] }),
  ],
};
