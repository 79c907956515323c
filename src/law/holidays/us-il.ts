import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, notMoved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = { label: '80 Ill. Adm. Code 303.190' };
const d = stateDays({ ...moved, cites });

export const usIl: HolidayCalendar = {
  id: 'us-il',
  name: 'State holidays of Illinois',
  cites,
  source: "the rule, 5 ILCS 490/63 and the State's own lists of 2019 and 2020",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: 'Central Management Services, State holidays 2020 (Independence Day on Friday 3 July)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln(),
    d.presidents({ name: "Washington's Birthday" }),
    d.memorial(),
    // "Neither the preceding Friday nor the following Monday shall be held or considered as a paid holiday."
    d.juneteenth({ from: 2022, ...notMoved, cites: { label: '5 ILCS 490/63' } }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.election({ name: 'General Election Day', every: evenYears }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ cites: { label: 'Central Management Services, State holidays 2019 and 2020' } }),
    d.christmas(),
    // A legal holiday of the commemorative dates act on which state offices are open.
    d.nth('casimir-pulaski-day', 'Casimir Pulaski Day', 3, 1, 1, {
      optional: true,
      confidence: 'low',
      cites: unread('5 ILCS 490'),
    }),
  ],
};
