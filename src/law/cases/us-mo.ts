import type { Case, WrittenFact } from './case.ts';

const fee = (on: string, value: number): WrittenFact => ({
  on,
  kind: 'fee-estimated',
  amount: { value, currency: 'USD' },
  asksAnswer: true,
  prepayment: true,
});

/** Missouri: the custodian's three days, and the requester's ninety. */
export const usMoCases: readonly Case[] = [
  {
    id: 'us-mo-plain',
    title: 'Missouri: the end of the third working day, and a year to sue',
    statute: 'us-mo',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-06-05',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-04', state: 'missed', otherReadings: {} },
        'suit-filing:1': { dueOn: '2027-06-05', confidence: 'medium' },
      },
      maySue: ['2026-06-05'],
      follows: [],
    },
    because:
      'received by the custodian Mon 1 Jun: 2 (1), 3 (2), Thu 4 Jun (3); a year from Fri 5 Jun 2026 is 5 Jun 2027',
    source: 'RSMo 610.023.3, 610.027.5',
  },
  {
    id: 'us-mo-custodian',
    title: "Missouri: only the custodian's receipt starts the days",
    statute: 'us-mo',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-10', kind: 'routed' },
    ],
    asOf: '2026-06-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-15', state: 'running' } } },
    because: 'reached the custodian Wed 10 Jun: 11 (1), 12 (2), Mon 15 Jun (3)',
    source: 'RSMo 610.023.3',
  },
  {
    id: 'us-mo-fee-unpaid',
    title: 'Missouri: unpaid for ninety days, the request is withdrawn',
    statute: 'us-mo',
    facts: [{ on: '2026-06-01', kind: 'received' }, fee('2026-06-04', 400)],
    asOf: '2026-09-10',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 3 },
        'withdrawal:2': { dueOn: '2026-09-02', state: 'missed', otherReadings: { 'fees-over-1000': '2026-11-01' } },
      },
      maySue: [],
      follows: ['withdrawn-by-law 2026-09-03'],
    },
    because: '4 Jun + 90 = Wed 2 Sep; above 1,000 dollars 4 Jun + 150 = Sun 1 Nov',
    source: 'RSMo 610.026 as changed by HB 145 (2025)',
  },
  {
    id: 'us-mo-old-fee-notice',
    title: 'Missouri: a notice of before 28 August 2025 withdraws nothing',
    statute: 'us-mo',
    facts: [{ on: '2025-08-18', kind: 'received' }, fee('2025-08-20', 400)],
    asOf: '2026-01-10',
    expect: { deadlines: { 'withdrawal:2': null, 'determination:1': { dueOn: '2025-08-21' } }, follows: [] },
    because: 'the rule came with HB 145; received Mon 18 Aug: 19 (1), 20 (2), Thu 21 Aug (3)',
    source: 'RSMo 610.026 before and after HB 145 (2025)',
  },
  {
    id: 'us-mo-new-notice-old-request',
    title: 'Missouri: an older request, asked for payment under the new law',
    statute: 'us-mo',
    facts: [{ on: '2025-08-25', kind: 'received' }, fee('2025-08-29', 1400)],
    asOf: '2025-09-10',
    expect: {
      deadlines: {
        'withdrawal:2': { dueOn: '2025-11-27', state: 'running', otherReadings: { 'fees-over-1000': '2026-01-26' } },
      },
    },
    because: 'by the day of the notice: 29 Aug + 90 = Thu 27 Nov, + 150 = Mon 26 Jan 2026; the earlier is the safe one',
    source: 'RSMo 610.026 as changed by HB 145 (2025); which requests it reaches was not found',
  },
  {
    id: 'us-mo-clarification',
    title: 'Missouri: an unanswered question withdraws the request too',
    statute: 'us-mo',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-03', kind: 'clarification-requested' },
    ],
    asOf: '2026-06-10',
    expect: { deadlines: { 'withdrawal:2': { dueOn: '2026-09-01', state: 'running' } } },
    because: '3 Jun + 90 = Tue 1 Sep',
    source: 'RSMo 610.026 as changed by HB 145 (2025)',
  },
  {
    id: 'us-mo-truman-day',
    title: 'Missouri: Truman Day at a state agency',
    statute: 'us-mo',
    facts: [{ on: '2026-05-07', kind: 'received' }],
    asOf: '2026-05-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-05-13' } } },
    because: 'Fri 8 May is Truman Day; 11 (1), 12 (2), Wed 13 May (3)',
    source: 'RSMo 610.023.3, 9.010',
  },
  {
    id: 'us-mo-city-on-truman-day',
    title: 'Missouri: a city that works on Truman Day',
    statute: 'us-mo',
    facts: [{ on: '2026-05-07', kind: 'received' }],
    overrides: { calendar: { remove: ['2026-05-08'] } },
    asOf: '2026-05-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-05-12' } } },
    because: 'Fri 8 May (1), Mon 11 (2), Tue 12 May (3)',
    source: 'RSMo 610.023.3',
  },
  {
    id: 'us-mo-promise-passed',
    title: 'Missouri: the earliest time that was promised passes',
    statute: 'us-mo',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-03', kind: 'extended', ground: 'volume', until: '2026-07-01' },
    ],
    asOf: '2026-07-10',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-01',
          originalDueOn: '2026-06-04',
          state: 'running',
          expected: true,
          overdue: false,
        },
      },
      maySue: [],
      follows: [],
    },
    because:
      'the explanation came in time and is an answer; the day in it is a promise, and no number of the law is missed',
    source: 'RSMo 610.023.3',
  },
  {
    id: 'us-mo-clarified',
    title: 'Missouri: a question within the three days, answered',
    statute: 'us-mo',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-03', kind: 'clarification-requested' },
      { on: '2026-06-10', kind: 'clarified', channel: 'email', about: '2' },
    ],
    asOf: '2026-06-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-15', state: 'running', confidence: 'low' } } },
    because: 'that the days wait is a cautious reading, and three new ones the later: 11, 12 and Mon 15 Jun',
    source: 'RSMo 610.023.3',
  },
];
