import type { Case, WrittenFact } from './case.ts';

const late: readonly WrittenFact[] = [
  { on: '2026-06-25', kind: 'filed', channel: 'email' },
  { on: '2026-06-25', kind: 'received' },
];

/** Three days, ten from the request, a denial by silence at ten. */
export const usIdCases: readonly Case[] = [
  {
    id: 'us-id-plain',
    title: 'Idaho: three days, or ten from the request if more time was asked for',
    statute: 'us-id',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-04', kind: 'extended', ground: 'longer needed to locate' },
    ],
    asOf: '2026-06-05',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-15',
          originalDueOn: '2026-06-04',
          otherReadings: { 'non-resident': '2026-06-22' },
        },
      },
      anomalies: [],
    },
    because:
      'received Mon 1 Jun: Thu 4 Jun is the third working day; ten from the request, not three and ten, are Mon 15 Jun. Twenty-one calendar days for non-residents, if that became law: Mon 22 Jun',
    source: 'Idaho Code 74-103(1)',
  },
  {
    id: 'us-id-silence',
    title: 'Idaho: silent; first late, then denied',
    statute: 'us-id',
    facts: late,
    asOf: '2026-07-11',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-30', state: 'missed', otherReadings: { 'non-resident': '2026-07-16' } },
        'suit-filing:1': { dueOn: '2027-01-06', confidence: 'low' },
      },
      follows: ['deemed-denied 2026-07-11'],
      maySue: ['2026-07-11'],
    },
    because:
      'received Thu 25 Jun: 26, 29 and Tue 30 Jun. Fri 3 Jul is kept for Sat 4 Jul: 1 and 2 Jul are 4 and 5, 6 to Fri 10 Jul 6 to 10, denied from the day after. 180 days from 10 Jul are Wed 6 Jan 2027: 21 left of July, 31, 30, 31, 30, 31 and 6',
    source: 'Idaho Code 74-103(1), (2), 74-115(1), 73-108',
  },
  {
    id: 'us-id-denied',
    title: 'Idaho: denied, and the last day to sue is a Saturday',
    statute: 'us-id',
    facts: [...late, { on: '2026-06-29', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-06-30',
    expect: {
      deadlines: {
        'determination:1': { state: 'met' },
        'suit-filing:3': { dueOn: '2026-12-26', otherReadings: { rolled: '2026-12-28' } },
      },
      maySue: ['2026-06-29'],
      follows: [],
    },
    because:
      '180 days after Mon 29 Jun: 1 left of June, 31, 31, 30, 31, 30 and 26. Saturday is no holiday in 73-108, so it stays; moved it would be Mon 28 Dec',
    source: 'Idaho Code 74-115(1), 73-108, 73-109',
  },
  {
    id: 'us-id-last-day-sunday',
    title: 'Idaho: denied, and the last day to sue is a Sunday',
    statute: 'us-id',
    facts: [...late, { on: '2026-06-30', kind: 'determined', outcome: 'partly-granted' }],
    asOf: '2026-07-01',
    expect: { deadlines: { 'suit-filing:3': { dueOn: '2026-12-28', otherReadings: {} } } },
    because: '180 days after Tue 30 Jun are Sun 27 Dec; every Sunday is a holiday, so Mon 28 Dec',
    source: 'Idaho Code 74-115(1), 73-108, 73-109',
  },
  {
    id: 'ST-020',
    title: 'Idaho: three days over 4 July on a Saturday',
    statute: 'us-id',
    facts: [
      { on: '2026-07-01', kind: 'filed', channel: 'email' },
      { on: '2026-07-01', kind: 'received' },
    ],
    asOf: '2026-07-02',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-07', otherReadings: { 'non-resident': '2026-07-22' } } },
    },
    because: '2 Jul is day 1; Fri 3 Jul is kept for Sat 4 Jul; 6 and Tue 7 Jul are 2 and 3',
    source: 'Idaho Code 74-103(1), 73-108',
  },
  {
    id: 'us-id-non-resident',
    title: 'Idaho: somebody who lives elsewhere, if the bill of 2025 became law',
    statute: 'us-id',
    track: 'non-resident',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-06-23',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-22', state: 'missed', confidence: 'low' } },
      follows: [],
      maySue: [],
    },
    because: '1 Jun + 21 = Mon 22 Jun; what the bill says of silence was not read, so nothing is told of it',
    source: 'a bill of 2025 to amend Idaho Code 74-103',
  },
];
