import type { HolidayCalendar } from './holiday.ts';
import { notMoved, readOn, stateDays, weekend } from './us-days.ts';

const national = {
  label: 'Tex. Gov. Code 662.003(a)',
  url: 'https://codes.findlaw.com/tx/government-code/gov-t-sect-662-003.html',
};
const state = { ...national, label: 'Tex. Gov. Code 662.003(b)' };
const optional = { optional: true, cites: { ...national, label: 'Tex. Gov. Code 662.003(c), 552.0031(c)' } } as const;
const d = stateDays({ ...notMoved, cites: national });

/**
 * As section 552.0031 counts since 1 September 2023: national and state holidays, also those on which offices keep a few
 * people at work. One on a weekend gives no other day unless the body observes it then (e), and a body may name ten days
 * of its own a year (f): both are added per agency. Optional holidays are off if the officer for public information keeps
 * them (c); the two that follow the Hebrew calendar are given to 2030.
 */
export const usTx: HolidayCalendar = {
  id: 'us-tx',
  name: 'Holidays under the Texas Public Information Act',
  cites: { label: 'Tex. Gov. Code 552.0031(a), 662.003' },
  source: 'section 552.0031 in full and 662.003 in a copy of 2021',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king(),
    d.fixed('confederate-heroes-day', 'Confederate Heroes Day', 1, 19, { cites: state }),
    d.presidents(),
    d.fixed('texas-independence-day', 'Texas Independence Day', 3, 2, { cites: state }),
    d.fixed('san-jacinto-day', 'San Jacinto Day', 4, 21, { cites: state }),
    d.goodFriday(optional),
    d.memorial(),
    d.juneteenth({ name: 'Emancipation Day in Texas', cites: state }),
    d.independence(),
    d.fixed('lyndon-baines-johnson-day', 'Lyndon Baines Johnson Day', 8, 27, { cites: state }),
    d.labor(),
    d.dates(
      'rosh-hashanah',
      'Rosh Hashanah',
      [
        ...[
          '2023-09-16',
          '2023-09-17',
          '2024-10-03',
          '2024-10-04',
          '2025-09-23',
          '2025-09-24',
          '2026-09-12',
          '2026-09-13',
        ],
        ...[
          '2027-10-02',
          '2027-10-03',
          '2028-09-21',
          '2028-09-22',
          '2029-09-10',
          '2029-09-11',
          '2030-09-28',
          '2030-09-29',
        ],
      ],
      optional,
    ),
    d.dates(
      'yom-kippur',
      'Yom Kippur',
      [
        ...['2023-09-25', '2024-10-12', '2025-10-02', '2026-09-21'],
        ...['2027-10-11', '2028-09-30', '2029-09-19', '2030-10-07'],
      ],
      optional,
    ),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ cites: state }),
    d.christmasEve({ cites: state }),
    d.christmas(),
    d.fixed('day-after-christmas', 'Day after Christmas', 12, 26, { cites: state }),
  ],
};
