import type { Case, WrittenFact } from './case.ts';

const statute = 'us-tx';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];

/** Texas: ten business days, the attorney general, and four ways for a request to lapse. */
export const usTxCases: readonly Case[] = [
  {
    id: 'ST-017',
    title: 'ten business days around Thanksgiving, to answer or to ask for a ruling',
    statute,
    facts: received('2026-11-20'),
    asOf: '2026-12-09',
    expect: {
      maySue: ['2026-12-09'],
      follows: ['may-complain 2026-12-09', 'deemed-approved 2026-12-09'],
      deadlines: {
        'determination:1': { dueOn: '2026-12-08', state: 'missed', otherReadings: {} },
        'ruling-request:1': { dueOn: '2026-12-08', state: 'missed' },
      },
    },
    because:
      '23, 24, 25 Nov (3), not 26 and 27, 30 (4), 1-4 Dec (8), 7 and 8 (10); nothing asked: presumed public from 9 Dec',
    source: 'Tex. Gov. Code 552.221(d), 552.301(b), 552.302, 552.0031',
  },
  {
    id: 'us-tx-ruling',
    title: 'a ruling asked for on the last day',
    statute,
    facts: [...received('2026-11-20'), { on: '2026-12-08', kind: 'ruling-requested' }],
    asOf: '2026-12-09',
    expect: {
      status: 'paused',
      maySue: [],
      follows: [],
      anomalies: [],
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 1 },
        'ruling-request:1': { dueOn: '2026-12-08', state: 'met' },
        'ruling-brief:3': { dueOn: '2026-12-15', expected: true },
        'ruling-decision:3': { dueOn: '2027-02-17', expected: true },
      },
    },
    because:
      'the brief in 15 from receipt: 9-11 Dec (13), 14 and 15; the ruling in 45: 9-11 Dec (3), 14-18 (8), 21-23 (11), 28-31 (15), 4-8 Jan (20), 11-15 (25), 20-22 (28), 25-29 (33), 1-5 Feb (38), 8-12 (43), 16, 17 (45); not 24 and 25 Dec, 1, 18 and 19 Jan, 15 Feb',
    source: 'Tex. Gov. Code 552.301(b), (e), 552.306(a)',
  },
  {
    id: 'us-tx-ruling-late',
    title: 'a ruling asked for a day too late',
    statute,
    facts: [...received('2026-11-20'), { on: '2026-12-09', kind: 'ruling-requested' }],
    asOf: '2026-12-10',
    expect: {
      anomalies: ['question-late:3'],
      follows: ['may-complain 2026-12-09', 'deemed-approved 2026-12-09'],
      deadlines: {
        'determination:1': { dueOn: '2026-12-08', state: 'missed' },
        'ruling-request:1': { state: 'missed', metOn: '2026-12-09' },
      },
    },
    because: 'the ten days ended on Tue 8 Dec: what was asked for in writing is presumed public',
    source: 'Tex. Gov. Code 552.302',
  },
  {
    id: 'us-tx-deposit',
    title: 'a deposit, paid on the last day',
    statute,
    facts: [
      ...received('2026-02-23'),
      { on: '2026-03-03', kind: 'fee-estimated', prepayment: true, asksAnswer: false },
      { on: '2026-03-16', kind: 'fee-paid', receivedOn: '2026-03-16' },
    ],
    asOf: '2026-03-17',
    expect: {
      deadlines: {
        'withdrawal:3': { dueOn: '2026-03-16', state: 'met', owedBy: 'requester' },
        'determination:1': { dueOn: '2026-03-30', state: 'running' },
      },
    },
    because:
      'before the 10th business day after Tue 3 Mar: 4-6 (3), 9-13 (8), 16 (9); the request is received anew on 16 Mar: 17-20 (4), 23-27 (9), 30 (10)',
    source: 'Tex. Gov. Code 552.263(e), (f)',
  },
  {
    id: 'ST-019',
    title: 'a question that must be answered by the 61st day',
    statute,
    facts: [...received('2026-02-20'), { on: '2026-03-02', kind: 'clarification-requested' }],
    asOf: '2026-05-04',
    expect: {
      follows: ['withdrawn-by-law 2026-05-03'],
      deadlines: {
        'withdrawal:3': { dueOn: '2026-05-02', otherReadings: { 'rolled-to-working-day': '2026-05-04' } },
      },
    },
    because: '29 days left of March, 30 of April, and 2 May, a Saturday; on the other reading Mon 4 May',
    source: 'Tex. Gov. Code 552.222(d)',
  },
  {
    id: 'us-tx-statement-of-charges',
    title: 'a statement of charges that nobody answers',
    statute,
    facts: [...received('2026-02-23'), { on: '2026-02-27', kind: 'fee-estimated', asksAnswer: true }],
    asOf: '2026-03-17',
    expect: {
      follows: ['withdrawn-by-law 2026-03-17'],
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 6 },
        'withdrawal:3': { dueOn: '2026-03-16', state: 'missed', owedBy: 'requester' },
      },
    },
    because:
      'four of the ten days are used: 24-27 Feb; ten to answer the statement, not Mon 2 Mar: 3-6 (4), 9-13 (9), 16 (10)',
    source: 'Tex. Gov. Code 552.2615(b)',
  },
  {
    id: 'us-tx-san-jacinto',
    title: 'ten business days over San Jacinto Day',
    statute,
    facts: received('2026-04-15'),
    asOf: '2026-04-16',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-04-30', state: 'running' } } },
    because: '16, 17 Apr (2), 20 (3), not 21, 22-24 (6), 27-30 (10)',
    source: 'Tex. Gov. Code 552.0031(a), 662.003(b)',
  },
  {
    id: 'us-tx-own-day-off',
    title: 'a body that has named a day on which it is closed',
    statute,
    facts: received('2026-11-20'),
    overrides: { calendar: { add: ['2026-12-07'] } },
    asOf: '2026-12-09',
    expect: { maySue: [], deadlines: { 'determination:1': { dueOn: '2026-12-09', state: 'running' } } },
    because: 'without Mon 7 Dec, one of its ten days, the tenth is Wed 9 Dec',
    source: 'Tex. Gov. Code 552.0031(f)',
  },
  {
    id: 'us-tx-by-mail',
    title: 'posted before San Jacinto Day, arrival not known',
    statute,
    facts: [{ on: '2026-04-17', kind: 'filed', channel: 'mail' }],
    asOf: '2026-04-24',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-05-07', assumed: true, otherReadings: { 'from-sending': '2026-05-04' } },
      },
    },
    because:
      'presumed there on the third business day: Mon 20, Wed 22, Thu 23 Apr; 24 (1), 27 Apr-1 May (6), 4-7 May (10); from Fri 17 Apr itself: 20, 22-24 (4), 27 Apr-1 May (9), 4 May (10)',
    source: 'Tex. Gov. Code 552.301(a-1)',
  },
  {
    id: 'us-tx-certified-day',
    title: 'a body that certifies the day on which it will produce',
    statute,
    facts: [...received('2026-11-20'), { on: '2026-12-08', kind: 'estimated', date: '2026-12-18' }],
    asOf: '2026-12-19',
    expect: {
      maySue: [],
      follows: [],
      deadlines: {
        'determination:1': { dueOn: '2026-12-18', originalDueOn: '2026-12-08', state: 'running', expected: true },
        'ruling-request:1': { state: 'void' },
      },
    },
    because:
      'it certified within the ten days, which is an answer, and means to produce: it withholds nothing that a ruling would be about. The day is its own promise',
    source: 'Tex. Gov. Code 552.221(d), 552.302',
  },
  {
    id: 'us-tx-before-2025',
    title: 'received in August 2025: nobody to complain to yet',
    statute,
    facts: received('2025-08-04'),
    asOf: '2025-08-19',
    expect: {
      maySue: ['2025-08-19'],
      follows: ['deemed-approved 2025-08-19'],
      deadlines: { 'determination:1': { dueOn: '2025-08-18', state: 'missed' }, 'notice:1': null },
    },
    because: 'ten business days after Mon 4 Aug: 5-8 (4), 11-15 (9), 18 (10); section 552.328 came on 1 September',
    source: 'Tex. Gov. Code 552.221(d), 552.302; H.B. 4219 (2025)',
  },
  {
    id: 'us-tx-ruling-given',
    title: 'the attorney general has ruled: no day is set for what follows',
    statute,
    facts: [
      ...received('2026-11-20'),
      { on: '2026-12-08', kind: 'ruling-requested' },
      { on: '2027-02-10', kind: 'ruling-given' },
    ],
    asOf: '2027-03-01',
    expect: {
      maySue: [],
      follows: [],
      deadlines: {
        'determination:1': { dueOn: null, overdue: false, lateOnEveryReading: false },
        'ruling-decision:3': { dueOn: '2027-02-17', state: 'met', metOn: '2027-02-10' },
      },
    },
    because: 'the body may sue within thirty days of having the ruling, else it produces within a reasonable time',
    source: 'Tex. Gov. Code 552.306, 552.324(b)',
  },
];
