import type { Case } from './case.ts';

const source = 'ORS 192.324(2), 192.329(5)';

export const usOrCases: readonly Case[] = [
  {
    id: 'us-or-plain',
    title: 'acknowledged on the first day, and due on the fifteenth all the same',
    statute: 'us-or',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-03', kind: 'acknowledged' },
    ],
    asOf: '2026-03-24',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-03-09', state: 'met', metOn: '2026-03-03' },
        'determination:1': { dueOn: '2026-03-23', state: 'missed', overdue: true, otherReadings: {} },
        'review-filing:1': null,
      },
      follows: ['deemed-denied 2026-03-24'],
      maySue: [],
    },
    because:
      '3 to 6 Mar (4), 9 (5); ten more from the day the acknowledgement was due, not from the day it came: 10 to 13 (9), 16 to 20 (14), 23 Mar (15). A petition to the Attorney General has no last day',
    source: `${source}, 192.407(1)(a)`,
  },
  {
    id: 'us-or-holidays',
    title: 'over two holidays, and a petition decided in seven days',
    statute: 'us-or',
    facts: [
      { on: '2026-06-15', kind: 'received' },
      { on: '2026-06-23', kind: 'acknowledged' },
      { on: '2026-07-09', kind: 'appealed', level: 'oversight', channel: 'email', receivedOn: '2026-07-09' },
    ],
    asOf: '2026-07-17',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-06-23', state: 'met' },
        'determination:1': { dueOn: '2026-07-08', state: 'missed' },
        'review-decision:3': { dueOn: '2026-07-16', state: 'missed' },
      },
      maySue: ['2026-07-17'],
    },
    because:
      '16 to 18 Jun (3), without Juneteenth, 22, 23 (5), 24 to 26 (8), 29 Jun to 2 Jul (12), without 3 Jul for the 4th, 6 to 8 Jul (15). 9 Jul + 7 = Thu 16 Jul; after it the court is open',
    source: `${source}, 192.411(1)`,
  },
  {
    id: 'us-or-guillotine',
    title: 'a fee that nobody pays or asks to waive ends the request',
    statute: 'us-or',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-13', kind: 'fee-estimated', asksAnswer: false },
    ],
    asOf: '2026-05-13',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 6 },
        'withdrawal:2': { dueOn: '2026-05-12', state: 'missed', owedBy: 'requester' },
      },
      follows: ['withdrawn-by-law 2026-05-13'],
    },
    because: '13 Mar + 60 = Tue 12 May. Nine of the fifteen days had run with 13 Mar',
    source: 'ORS 192.329(3)',
  },
  {
    id: 'us-or-waiver-asked',
    title: 'asking for a waiver keeps the request alive, and starts nothing',
    statute: 'us-or',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-13', kind: 'fee-estimated', asksAnswer: false },
      { on: '2026-04-01', kind: 'fee-waiver-requested', channel: 'email', about: '2' },
    ],
    asOf: '2026-05-13',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 6 },
        'withdrawal:2': { dueOn: '2026-05-12', state: 'met', metOn: '2026-04-01' },
      },
      follows: [],
    },
    because: 'the sixty days end with a request for a waiver; the pause only once the fee is paid or waived',
    source: 'ORS 192.329(3)',
  },
  {
    id: 'us-or-fee-paid',
    title: 'the rest of the days once the fee is paid',
    statute: 'us-or',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-13', kind: 'fee-estimated', asksAnswer: false },
      { on: '2026-03-20', kind: 'fee-paid', channel: 'portal' },
    ],
    asOf: '2026-03-23',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-03-30', originalDueOn: '2026-03-23', state: 'running' },
        'withdrawal:2': { state: 'met' },
      },
    },
    because: 'nine days had run with 13 Mar; 23 to 27 Mar (14), 30 Mar (15)',
    source: 'ORS 192.329(3)',
  },
  {
    id: 'us-or-order',
    title: 'an order to disclose: seven days to obey it',
    statute: 'us-or',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-10', kind: 'determined', outcome: 'denied' },
      { on: '2026-03-16', kind: 'appealed', level: 'oversight', channel: 'email', receivedOn: '2026-03-16' },
      { on: '2026-03-23', kind: 'appeal-decided', outcome: 'reversed' },
    ],
    asOf: '2026-04-01',
    expect: {
      deadlines: {
        'review-decision:3': { dueOn: '2026-03-23', state: 'met' },
        'production:4': { dueOn: '2026-03-30', state: 'running', expected: true },
      },
    },
    because: '16 Mar + 7 = Mon 23 Mar; 23 Mar + 7 = Mon 30 Mar, unless the body has said by then that it will sue',
    source: 'ORS 192.411',
  },
  {
    id: 'us-or-promise-passed',
    title: 'the estimated date of a timely statement passes',
    statute: 'us-or',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-20', kind: 'estimated', date: '2026-05-29' },
    ],
    asOf: '2026-06-10',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-05-29',
          originalDueOn: '2026-03-23',
          state: 'running',
          expected: true,
          overdue: false,
        },
      },
      maySue: [],
      follows: [],
    },
    because:
      'due Mon 23 Mar: a statement by then with a reasonable estimated date is the response; its date is an estimate',
    source: 'ORS 192.329(5)(b)',
  },
  {
    id: 'us-or-fee-on-the-last-day',
    title: 'a fee told on the fifteenth day, and paid a week later',
    statute: 'us-or',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'acknowledged' },
      { on: '2026-03-23', kind: 'fee-estimated', asksAnswer: false },
      { on: '2026-03-30', kind: 'fee-paid', channel: 'portal' },
    ],
    asOf: '2026-03-31',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-31', originalDueOn: '2026-03-23', state: 'running' } },
      follows: [],
    },
    because:
      'the duty to complete is suspended from Mon 23 Mar, the fifteenth day; one day is left, and after the payment of Mon 30 Mar it is Tue 31 Mar',
    source: 'ORS 192.329(3), (5)',
  },
];
