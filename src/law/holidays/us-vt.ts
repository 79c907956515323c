import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';
import { tuesday } from './words.ts';

const cites = { label: '1 V.S.A. 371(a)' };
const d = stateDays({ ...moved, cites });

/**
 * For public records a business day is one "that a public agency is open to provide services" (1 V.S.A. 317): closings
 * are added per agency.
 */
export const usVt: HolidayCalendar = {
  id: 'us-vt',
  name: 'Legal holidays of Vermont',
  cites,
  source: 'both sections, with their history, in an annotated code of 2022',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  saturdayCites: { label: '1 V.S.A. 371(b)' },
  sundayCites: { label: '1 V.S.A. 371(b)' },
  holidays: [
    d.newYear(),
    d.king(),
    // Struck out by No. 130 of 2018; offices had been open.
    d.lincoln({ to: 2018, optional: true }),
    d.presidents(),
    d.nth('town-meeting-day', 'Town Meeting Day', 3, tuesday, 1),
    d.memorial(),
    d.independence(),
    d.fixed('bennington-battle-day', 'Bennington Battle Day', 8, 16),
    d.labor(),
    d.columbus({ to: 2018 }),
    d.indigenous({ from: 2019 }),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
