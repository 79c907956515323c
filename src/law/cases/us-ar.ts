import type { Case } from './case.ts';

/** Three working days at the most. */
export const usArCases: readonly Case[] = [
  {
    id: 'us-ar-plain',
    title: 'Arkansas: three working days for records in use or in storage',
    statute: 'us-ar',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-06-05',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-04', state: 'missed' } },
      maySue: ['2026-06-05'],
    },
    because: 'received Mon 1 Jun: 2, 3 and Thu 4 Jun',
    source: 'Ark. Code 25-19-105(e), 25-19-107',
  },
  {
    id: 'us-ar-christmas-eve',
    title: 'Arkansas: Christmas Eve is a holiday',
    statute: 'us-ar',
    facts: [
      { on: '2026-12-22', kind: 'filed', channel: 'email' },
      { on: '2026-12-22', kind: 'received' },
    ],
    asOf: '2026-12-23',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-12-29' } } },
    because: 'received Tue 22 Dec: 23 Dec is day 1; 24 and 25 Dec are holidays; Mon 28 and Tue 29 Dec are 2 and 3',
    source: 'Ark. Code 25-19-105(e), 1-5-101',
  },
  {
    id: 'us-ar-personnel',
    title: 'Arkansas: twenty-four hours for personnel records',
    statute: 'us-ar',
    track: 'personnel',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-02', kind: 'determined', outcome: 'denied' },
      { on: '2026-06-03', kind: 'ruling-requested' },
    ],
    asOf: '2026-06-09',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-02', state: 'met' },
        'ruling-decision:4': { dueOn: '2026-06-08', expected: true, overdue: false },
      },
      maySue: ['2026-06-02'],
    },
    because:
      'received Mon 1 Jun: the hours run out on Tue 2 Jun. The Attorney General is asked Wed 3 Jun: 4, 5 and Mon 8 Jun; nobody is blamed for that day',
    source: 'Ark. Code 25-19-105(c)(3)',
  },
  {
    id: 'us-ar-personnel-friday',
    title: 'Arkansas: twenty-four hours that end on a Saturday',
    statute: 'us-ar',
    track: 'personnel',
    facts: [{ on: '2026-06-05', kind: 'received' }],
    asOf: '2026-06-08',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-08', state: 'running', otherReadings: { 'hours-run-on': '2026-06-06' } },
      },
      maySue: [],
    },
    because: 'from Fri 5 Jun to Sat 6 Jun; no rule moves it, but nobody is called late before Mon 8 Jun',
    source: 'Ark. Code 25-19-105(c)(3)(A)',
  },
];
