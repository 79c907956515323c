import type { Case } from './case.ts';

/** Mississippi: one, seven, or fourteen in all. */
export const usMsCases: readonly Case[] = [
  {
    id: 'us-ms-plain',
    title: 'Mississippi: seven working days, and fourteen in all after an explanation',
    statute: 'us-ms',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-10', kind: 'extended', ground: 'records are stored elsewhere' },
    ],
    asOf: '2026-06-11',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-19', originalDueOn: '2026-06-10', otherReadings: {} } },
    },
    because:
      'from Mon 1 Jun: 2 to 5 (4), 8 (5), 9 (6), Wed 10 Jun (7), 11 (8), 12 (9), 15 to 18 (13), Fri 19 Jun (14), which is no holiday there',
    source: 'Miss. Code 25-61-5(1)',
  },
  {
    id: 'us-ms-juneteenth-proclaimed',
    title: 'Mississippi: the same where the office was closed on 19 June',
    statute: 'us-ms',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-10', kind: 'extended', ground: 'records are stored elsewhere' },
    ],
    overrides: { calendar: { add: ['2026-06-19'] } },
    asOf: '2026-06-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-22' } } },
    because: 'Thu 18 Jun is the thirteenth day, Fri 19 is closed, Mon 22 Jun the fourteenth',
    source: 'Miss. Code 25-61-5(1)(b)',
  },
  {
    id: 'us-ms-agreed',
    title: 'Mississippi: more than fourteen days only by agreement',
    statute: 'us-ms',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-10', kind: 'extended', ground: 'volume' },
      { on: '2026-06-18', kind: 'extended', ground: 'mutual agreement', until: '2026-07-15' },
    ],
    asOf: '2026-06-25',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-15', state: 'running' } }, anomalies: [] },
    because: 'without it Fri 19 Jun would be the last of fourteen days in all',
    source: 'Miss. Code 25-61-5(1)(b)',
  },
  {
    id: 'us-ms-no-procedures',
    title: 'Mississippi: one working day where the body has no written procedures',
    statute: 'us-ms',
    track: 'no-procedures',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-06-03',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-02', state: 'missed', otherReadings: {} } },
      maySue: ['2026-06-03'],
      follows: ['may-complain 2026-06-03'],
    },
    because: 'Tue 2 Jun is the first working day after the request',
    source: 'Miss. Code 25-61-5(1)(a)',
  },
  {
    id: 'us-ms-total-over-a-closing',
    title: 'Mississippi: fourteen is a total from receipt, over a day of closing',
    statute: 'us-ms',
    facts: [
      { on: '2026-06-25', kind: 'received' },
      { on: '2026-07-07', kind: 'extended', ground: 'volume' },
    ],
    overrides: { calendar: { add: ['2026-07-03'] } },
    asOf: '2026-07-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-16', originalDueOn: '2026-07-07' } } },
    because:
      'from Thu 25 Jun: 26 (1), 29 (2), 30 (3), 1 (4), 2 (5), Fri 3 Jul closed, 6 (6), Tue 7 Jul (7), 8 to 10 (10), 13 (11), 14 (12), 15 (13), Thu 16 Jul (14); seven and fourteen added up would be 27 Jul',
    source: 'Miss. Code 25-61-5(1)',
  },
  {
    id: 'us-ms-third-of-july-open',
    title: 'Mississippi: the same where the office works on 3 July',
    statute: 'us-ms',
    facts: [
      { on: '2026-06-25', kind: 'received' },
      { on: '2026-07-06', kind: 'extended', ground: 'volume' },
    ],
    asOf: '2026-07-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-15', originalDueOn: '2026-07-06' } } },
    because: 'Fri 3 Jul is day 6, Mon 6 Jul day 7, 7 to 10 (11), 13 (12), 14 (13), Wed 15 Jul (14)',
    source: 'Miss. Code 25-61-5(1), 3-3-7',
  },
  {
    id: 'ST-022',
    title: 'Mississippi: seven working days in February',
    statute: 'us-ms',
    facts: [{ on: '2026-02-02', kind: 'received' }],
    asOf: '2026-02-03',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-02-11' } } },
    because: '3 to 6 Feb (4), 9 (5), 10 (6), Wed 11 Feb (7)',
    source: 'Miss. Code 25-61-5(1)',
  },
];
