import type { Case } from './case.ts';

/** Four business days, a denial by silence, thirty days to appeal it. */
export const usCtCases: readonly Case[] = [
  {
    id: 'us-ct-plain',
    title: 'Connecticut: silence for four business days, and the time to appeal begins',
    statute: 'us-ct',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-06-08',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-05', state: 'missed', otherReadings: {} },
        'appeal-filing:1': {
          dueOn: '2026-07-05',
          state: 'running',
          owedBy: 'requester',
          otherReadings: { rolled: '2026-07-06', 'from-the-day-after': '2026-07-06' },
        },
      },
      follows: ['deemed-denied 2026-06-06'],
      maySue: [],
    },
    because:
      'received Mon 1 Jun: Fri 5 Jun is the fourth day, and at its end the request is denied. Thirty days are Sun 5 Jul; moved, or counted from Sat 6 Jun, Mon 6 Jul',
    source: 'Conn. Gen. Stat. 1-206(a), (b)(1)',
  },
  {
    id: 'us-ct-sent-or-received',
    title: 'Connecticut: sent on Monday, received on Thursday, Memorial Day between',
    statute: 'us-ct',
    facts: [
      { on: '2026-05-18', kind: 'filed', channel: 'mail' },
      { on: '2026-05-21', kind: 'received' },
    ],
    asOf: '2026-05-29',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-05-28', otherReadings: { 'from-sending': '2026-05-22' } },
        'appeal-filing:1': {
          dueOn: '2026-06-27',
          otherReadings: { 'from-sending': '2026-06-21', rolled: '2026-06-29', 'from-the-day-after': '2026-06-28' },
        },
      },
      follows: ['deemed-denied 2026-05-29'],
    },
    because:
      'from Thu 21 May: 22, 26, 27 and Thu 28 May, without Memorial Day (25 May); from Mon 18 May: Fri 22 May. Thirty days after 28 May are Sat 27 Jun; after 22 May, Sun 21 Jun, and to be safe one appeals by then',
    source: 'Conn. Gen. Stat. 1-206(a), (b)(1); City of Bridgeport v. FOIC, 222 Conn. App. 17 (2023)',
  },
  {
    id: 'ST-037',
    title: 'Connecticut: four business days over Columbus Day',
    statute: 'us-ct',
    facts: [
      { on: '2026-10-08', kind: 'filed', channel: 'email' },
      { on: '2026-10-08', kind: 'received' },
    ],
    asOf: '2026-10-16',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-10-15', state: 'missed' } },
      follows: ['deemed-denied 2026-10-16'],
    },
    because: 'Thu 8 Oct: 9 Oct is day 1, Mon 12 Oct is Columbus Day, 13 to Thu 15 Oct are 2 to 4',
    source: 'Conn. Gen. Stat. 1-206(a)',
  },
];
