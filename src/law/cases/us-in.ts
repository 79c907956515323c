import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];

/** Any answer in seven calendar days, or in twenty-four hours. */
export const usInCases: readonly Case[] = [
  {
    id: 'us-in-plain',
    title: 'Indiana: seven calendar days for any answer at all',
    statute: 'us-in',
    facts: june,
    asOf: '2026-06-09',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-06-08', state: 'missed', otherReadings: {}, lateOnEveryReading: true },
        'determination:1': { dueOn: null, expected: true },
        'complaint-filing:1': { dueOn: '2026-07-08', otherReadings: { 'from-the-day-after': '2026-07-09' } },
      },
      follows: ['deemed-denied 2026-06-09'],
      maySue: ['2026-06-09'],
    },
    because:
      'Mon 1 Jun and seven days are Mon 8 Jun, which is still the agency\'s: denied from the ninth. Thirty days to complain from the eighth are Wed 8 Jul, from the ninth Thu 9 Jul. The records have only "a reasonable time"',
    source: 'Ind. Code 5-14-3-9(c), 5-14-3-3(b)',
  },
  {
    id: 'us-in-saturday-holiday',
    title: 'Indiana: the seventh day is 4 July on a Saturday',
    statute: 'us-in',
    facts: [
      { on: '2026-06-27', kind: 'filed', channel: 'email' },
      { on: '2026-06-27', kind: 'received' },
    ],
    asOf: '2026-07-06',
    expect: {
      deadlines: {
        'acknowledgement:1': {
          dueOn: '2026-07-06',
          state: 'running',
          otherReadings: { 'no-roll': '2026-07-04' },
        },
      },
      follows: [],
    },
    because: 'Sat 27 Jun and seven days are Sat 4 Jul; moved, Mon 6 Jul. Nobody is late before the later day',
    source: 'Ind. Code 5-14-3-9(c); Ind. Trial Rule 6(A)',
  },
  {
    id: 'us-in-silence-over-a-holiday',
    title: 'Indiana: the same, and nothing came; the time to complain on each reading',
    statute: 'us-in',
    facts: [
      { on: '2026-06-27', kind: 'filed', channel: 'email' },
      { on: '2026-06-27', kind: 'received' },
    ],
    asOf: '2026-07-07',
    expect: {
      deadlines: {
        'complaint-filing:1': {
          dueOn: '2026-08-05',
          otherReadings: { 'from-the-day-after': '2026-08-06', 'no-roll': '2026-08-03' },
        },
      },
      follows: ['deemed-denied 2026-07-07'],
    },
    because:
      'thirty days after Mon 6 Jul are Wed 5 Aug, after Tue 7 Jul Thu 6 Aug; after Sat 4 Jul Mon 3 Aug, which is the safe day',
    source: 'Ind. Code 5-14-3-9(c), 5-14-5-7',
  },
  {
    id: 'us-in-acknowledged',
    title: 'Indiana: a bare acknowledgement is an answer',
    statute: 'us-in',
    facts: [...june, { on: '2026-06-05', kind: 'acknowledged' }],
    asOf: '2026-08-03',
    expect: {
      deadlines: { 'acknowledgement:1': { state: 'met' }, 'complaint-filing:1': null },
      follows: [],
      maySue: [],
      anomalies: [],
    },
    because: 'nothing is denied while a reasonable time to produce runs, and that has no last day',
    source: 'Ind. Code 5-14-3-9(c), 5-14-3-3(b)',
  },
  {
    id: 'us-in-in-person',
    title: 'Indiana: asked at the counter, and sent away without an answer',
    statute: 'us-in',
    track: 'in-person',
    facts: [{ on: '2026-06-02', kind: 'filed', channel: 'hand', at: '2026-06-02T19:30:00Z' }],
    asOf: '2026-06-04',
    expect: { deadlines: { 'acknowledgement:1': { dueOn: '2026-06-03', state: 'missed' } } },
    because: 'twenty-four hours from 15:30 on Tue 2 Jun end on Wed 3 Jun',
    source: 'Ind. Code 5-14-3-9(b)',
  },
  {
    id: 'us-in-complaint',
    title: 'Indiana: denied in writing; thirty days to complain, and a suit needs no complaint',
    statute: 'us-in',
    facts: [...june, { on: '2026-06-05', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-06-08',
    expect: {
      deadlines: {
        'acknowledgement:1': { state: 'met', metOn: '2026-06-05' },
        'complaint-filing:3': { dueOn: '2026-07-05', otherReadings: { rolled: '2026-07-06' } },
      },
      maySue: ['2026-06-05'],
    },
    because: 'Fri 5 Jun and thirty days are Sun 5 Jul; moved, Mon 6 Jul. A letter may be posted on the last day',
    source: 'Ind. Code 5-14-5-7, 5-14-5-4',
  },
];
