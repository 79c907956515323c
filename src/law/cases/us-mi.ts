import type { Case, WrittenFact } from './case.ts';

const beforeIndependenceDay: readonly WrittenFact[] = [
  { on: '2026-07-02', kind: 'filed', channel: 'email' },
  { on: '2026-07-20', kind: 'appealed', level: 'agency', about: null },
  { on: '2026-08-11', kind: 'appeal-received', about: '2' },
];

/** Michigan: when an e-mail is received, and what silence starts. */
export const usMiCases: readonly Case[] = [
  {
    id: 'us-mi-plain',
    title: 'Michigan: an e-mail is received a business day later',
    statute: 'us-mi',
    facts: [{ on: '2026-06-01', kind: 'filed', channel: 'email' }],
    asOf: '2026-06-10',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-09', state: 'missed', otherReadings: {} },
      },
      maySue: ['2026-06-10'],
      follows: ['deemed-denied 2026-06-10'],
    },
    because: 'sent Mon 1 Jun, received Tue 2 Jun by law; 3, 4, 5 and 8 Jun are days 1 to 4, Tue 9 Jun is day 5',
    source: 'MCL 15.235(1), (2), (3)',
  },
  {
    id: 'us-mi-extended',
    title: 'Michigan: ten business days more',
    statute: 'us-mi',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-09', kind: 'extended', ground: 'search at field offices' },
    ],
    asOf: '2026-06-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-24', originalDueOn: '2026-06-09', state: 'running' } },
      maySue: [],
    },
    because:
      'from Tue 9 Jun: 10 (1), 11 (2), 12 (3), 15 to 18 (7), Fri 19 Jun is Juneteenth, 22 (8), 23 (9), Wed 24 Jun (10)',
    source: 'MCL 15.235(2)(d)',
  },
  {
    id: 'us-mi-agreed',
    title: 'Michigan: another day agreed in writing',
    statute: 'us-mi',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-09', kind: 'extended', ground: 'search at field offices' },
      { on: '2026-06-22', kind: 'extended', ground: 'agreed in writing', until: '2026-07-10' },
    ],
    asOf: '2026-06-30',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-10', state: 'running' } }, anomalies: [], maySue: [] },
    because: 'the notice gives until Wed 24 Jun; what both agree on stands instead',
    source: 'MCL 15.235(2)',
  },
  {
    id: 'us-mi-extended-late',
    title: 'Michigan: a notice on the sixth day gives nothing',
    statute: 'us-mi',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-10', kind: 'extended', ground: 'search at field offices' },
    ],
    asOf: '2026-06-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-09', state: 'missed' } },
      anomalies: ['extension-late:2'],
    },
    because: 'the five days ended on Tue 9 Jun, and the notice stands in for an answer within them',
    source: 'MCL 15.235(2)',
  },
  {
    id: 'us-mi-silence-to-the-board',
    title: 'Michigan: silence, an appeal that a board receives at its meeting, and 180 days to sue',
    statute: 'us-mi',
    facts: beforeIndependenceDay,
    asOf: '2026-08-12',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-10', state: 'missed' },
        'appeal-decision:2': { dueOn: '2026-08-25' },
        'suit-filing:1': { dueOn: '2027-01-06', otherReadings: {} },
      },
      maySue: ['2026-07-11'],
      follows: ['deemed-denied 2026-07-11'],
    },
    because:
      'sent Thu 2 Jul, received Fri 3 Jul, a weekday that is no legal holiday; 6 to 10 Jul are the five days. Meeting of Tue 11 Aug: 12 (1), 13 (2), 14 (3), 17 to 21 (8), 24 (9), Tue 25 Aug (10). 10 Jul + 180 = Wed 6 Jan 2027',
    source: 'MCL 15.235, 15.240(1)(b), (2), (3); 435.101',
  },
  {
    id: 'us-mi-third-of-july-off',
    title: 'Michigan: the same where 3 July is taken as a holiday',
    statute: 'us-mi',
    facts: beforeIndependenceDay,
    overrides: { calendar: { add: ['2026-07-03'] } },
    asOf: '2026-08-12',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-13' },
        'suit-filing:1': { dueOn: '2027-01-09', otherReadings: { 'last-day-moves': '2027-01-11' } },
      },
    },
    because: 'received Mon 6 Jul; 7 to 10 Jul (4), Mon 13 Jul (5); 13 Jul + 180 = Sat 9 Jan 2027, or moved Mon 11 Jan',
    source: 'MCL 15.235, 15.240(1)(b); MCR 1.108',
  },
  {
    id: 'ST-005',
    title: 'Michigan: an e-mail before Labor Day',
    statute: 'us-mi',
    facts: [{ on: '2026-09-02', kind: 'filed', channel: 'email' }],
    asOf: '2026-09-03',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-09-11' } } },
    because: 'received Thu 3 Sep; 4 (1), Mon 7 Sep is Labor Day, 8 to 11 Sep (5)',
    source: 'MCL 15.235(1), (2)',
  },
  {
    id: 'us-mi-deposit',
    title: 'Michigan: a deposit that is not paid',
    statute: 'us-mi',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-05', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
    ],
    asOf: '2026-06-20',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 3 },
        'withdrawal:2': {
          dueOn: '2026-07-20',
          state: 'running',
          confidence: 'low',
          otherReadings: { 'three-days-after-mailing': '2026-07-23' },
        },
      },
      follows: [],
    },
    because:
      'received Tue 2 Jun: 3 and 4 Jun are two of the five days, three are left. 5 Jun + 45 = Mon 20 Jul, + 48 = Thu 23 Jul',
    source: 'MCL 15.234(8), (14), not read; 15.235(1)',
  },
];
