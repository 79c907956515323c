import type { Case, WrittenFact } from './case.ts';

const statute = 'us-wy';
const acknowledged = (received: string, on: string): readonly WrittenFact[] => [
  { on: received, kind: 'filed', channel: 'email' },
  { on: received, kind: 'received' },
  { on, kind: 'acknowledged' },
];

/** Wyoming: seven days and thirty, from the acknowledgement. */
export const usWyCases: readonly Case[] = [
  {
    id: 'us-wy-plain',
    title: 'seven and thirty days from the acknowledgement',
    statute,
    facts: acknowledged('2026-05-04', '2026-05-04'),
    asOf: '2026-06-04',
    expect: {
      maySue: ['2026-06-04'],
      follows: ['may-complain 2026-06-04'],
      deadlines: {
        'notice:1': { dueOn: '2026-05-13', expected: true },
        'determination:1': { dueOn: '2026-06-03', state: 'missed', otherReadings: {} },
      },
    },
    because: '5-8 May (4), 11-13 (7); 4 May + 30 = Wed 3 Jun',
    source: 'W.S. 16-4-202(b), (c)',
  },
  {
    id: 'us-wy-later-acknowledgement',
    title: 'acknowledged three days after receipt, before a Saturday Fourth of July',
    statute,
    facts: acknowledged('2026-06-22', '2026-06-25'),
    asOf: '2026-07-26',
    expect: {
      deadlines: {
        'notice:1': { dueOn: '2026-07-06' },
        'determination:1': {
          dueOn: '2026-07-25',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'from-receipt': '2026-07-22', 'rolled-to-working-day': '2026-07-27' },
        },
      },
    },
    because:
      '26 Jun (1), 29 and 30 (3), 1-3 Jul (6), Fri 3 being no holiday here, Mon 6 (7); 25 Jun + 30 = Sat 25 Jul, on another reading Mon 27',
    source: 'W.S. 16-4-202(b), (c)(iii), 8-4-101',
  },
  {
    id: 'us-wy-not-acknowledged',
    title: 'a request that nobody acknowledges: nothing has begun',
    statute,
    facts: acknowledged('2026-05-04', '2026-05-04').slice(0, 2),
    asOf: '2026-07-01',
    expect: { maySue: [], follows: [], deadlines: { 'determination:1': null, 'notice:1': null } },
    because: 'both terms run from the acknowledged receipt, and the Act sets no day to acknowledge: ask for it',
    source: 'W.S. 16-4-202(b), (c)',
  },
  {
    id: 'us-wy-agreed-day',
    title: 'both agree on a later day',
    statute,
    facts: [
      ...acknowledged('2026-05-04', '2026-05-04'),
      { on: '2026-06-05', kind: 'extended', ground: 'good cause', until: '2026-06-19' },
    ],
    asOf: '2026-06-08',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-06-19', state: 'running' } } },
    because: 'for good cause, to a specified day on which both agree; no day is set for agreeing',
    source: 'W.S. 16-4-202(c)(iv)',
  },
];
