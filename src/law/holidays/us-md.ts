import type { HolidayCalendar } from './holiday.ts';
import { evenYears, moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = {
  label: 'Md. Code, Gen. Prov. 1-111',
  url: 'https://self-law.org/code/md/general-provisions/1-111',
};
const d = stateDays({ ...moved, cites });
const open = { optional: true, cites } as const;

/** State employees work on four of the legal holidays (State Personnel 9-201); those are options. */
export const usMd: HolidayCalendar = {
  id: 'us-md',
  name: 'Legal holidays of Maryland on which offices are closed',
  cites,
  source:
    'the section in a copy of the code, State Personnel 9-204 and the Maryland Manual of 2023; State Personnel 9-201 was not read',
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  saturdayCites: {
    label: 'Md. Code, State Personnel 9-204(b)(1)',
    url: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gsp&section=9-204&enactments=False&archived=False',
  },
  sundayCites: { ...cites, label: 'Md. Code, Gen. Prov. 1-111(b)(2)' },
  holidays: [
    d.newYear(),
    d.king(),
    d.lincoln(open),
    d.presidents({ name: "Washington's Birthday (Presidents' Day)" }),
    d.fixed('maryland-day', 'Maryland Day', 3, 25, open),
    d.goodFriday(open),
    d.memorial(),
    // In 2021 as a day "that the President … designates for general cessation of business".
    d.juneteenth({ from: 2021, name: 'Juneteenth National Independence Day' }),
    d.independence(),
    d.labor(),
    d.fixed('defenders-day', "Defenders' Day", 9, 12, open),
    d.columbus(),
    d.election({ name: 'General Election Day', every: evenYears }),
    d.veterans(),
    d.thanksgiving(),
    d.dayAfterThanksgiving({ name: 'American Indian Heritage Day' }),
    d.christmas(),
    d.fixed('inauguration-day', 'Inauguration Day', 1, 20, {
      every: { years: 4, first: 1969 },
      optional: true,
      confidence: 'low',
      cites: unread('closings ordered by the Governor'),
    }),
  ],
};
