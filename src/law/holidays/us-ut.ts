import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';
import { monday } from './words.ts';

const cites = { label: 'Utah Code 63G-1-301', url: 'https://self-law.org/code/ut/title-63g/chapter-1/1' };
const d = stateDays({ ...moved, cites });

export const usUt: HolidayCalendar = {
  id: 'us-ut',
  name: 'Legal holidays of Utah',
  cites,
  source:
    'the section as in force from May 2025, and from May 2026 in part; what changes on 1 January 2027 was not read',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { ...cites, label: 'Utah Code 63G-1-301(2)(a)' },
  sundayCites: { ...cites, label: 'Utah Code 63G-1-301(2)(b)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.presidents({ name: "Presidents' Day (Washington and Lincoln Day)" }),
    // The text of 2026 has it "subject to Subsection (6)", which was not read.
    d.goodFriday({
      from: 2027,
      optional: true,
      confidence: 'low',
      cites: unread('Utah Code 63G-1-301(1)(b)(iii), (6)'),
    }),
    d.memorial(),
    // The Monday before 19 June from Tuesday to Friday, the Monday after from a weekend: always the third.
    d.nth('juneteenth', 'Juneteenth National Freedom Day', 6, monday, 3, {
      from: 2022,
      cites: { ...cites, label: 'Utah Code 63G-1-301(2)(c), (d)' },
    }),
    d.independence(),
    d.fixed('pioneer-day', 'Pioneer Day', 7, 24),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
