import type { Case, WrittenFact } from './case.ts';

const statute = 'ie-foi-2014';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const deposit: readonly WrittenFact[] = [
  ...received('2026-04-07'),
  { on: '2026-04-13', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
  { on: '2026-04-27', kind: 'fee-paid', receivedOn: '2026-04-27' },
];

/** Ireland: weeks of five weekdays, deposits, and refusals by silence. */
export const ieFoi2014Cases: readonly Case[] = [
  {
    id: 'IE-001',
    title: "four weeks over Saint Patrick's Day",
    statute,
    facts: received('2026-03-02'),
    asOf: '2026-03-17',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-03-16', state: 'missed' },
        'determination:1': { dueOn: '2026-03-31', state: 'running', otherReadings: {} },
      },
    },
    because: '3-6 Mar (4), 9-13 (9), 16 (10: two weeks), not 17, 18-20 (13), 23-27 (18), 30 and 31 (20)',
    source: 'FOI Act 2014 ss. 2, 12(2), 13(1)',
  },
  {
    id: 'ie-foi-2014-extension',
    title: 'four weeks more over Easter',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-03-05', kind: 'acknowledged' },
      { on: '2026-03-31', kind: 'extended', ground: 'number of records' },
    ],
    asOf: '2026-04-01',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-04-29', originalDueOn: '2026-03-31', state: 'running' } },
    },
    because: '1-3 Apr (3), not Easter Monday, 7-10 (7), 13-17 (12), 20-24 (17), 27-29 (20)',
    source: 'FOI Act 2014 s. 14(1)',
  },
  {
    id: 'ie-foi-2014-deposit',
    title: 'a deposit, then silence: the request counts as refused',
    statute,
    facts: deposit,
    asOf: '2026-05-21',
    expect: {
      follows: ['deemed-denied 2026-05-21'],
      deadlines: {
        'determination:1': { dueOn: '2026-05-20', originalDueOn: '2026-05-06', state: 'missed' },
        'review-filing:1': { dueOn: '2026-06-18', state: 'running' },
      },
    },
    because:
      '8-10, 13 Apr (4); not 14-27; 28 Apr-1 May (8), not 4, 5-8 (12), 11-15 (17), 18-20 (20); review within 21, 22 (2), 25-29 (7), not 1 Jun, 2-5 (11), 8-12 (16), 15-18 (20)',
    source: 'FOI Act 2014 ss. 19(1), 21(7), 27(11)(a)',
  },
  {
    id: 'ie-foi-2014-silence-chain',
    title: 'internal review over silence, and silence again',
    statute,
    facts: [...deposit, { on: '2026-06-02', kind: 'appealed', about: null, channel: 'email' }],
    asOf: '2026-06-24',
    expect: {
      follows: ['deemed-denied 2026-05-21', 'deemed-denied 2026-06-24'],
      deadlines: {
        'review-decision:5': { dueOn: '2026-06-23', state: 'missed' },
        'complaint-filing:5': { dueOn: '2026-12-23', state: 'running' },
      },
    },
    because: '3-5 Jun (3), 8-12 (8), 15-19 (13), 22 and 23 (15); six months after 23 Jun',
    source: 'FOI Act 2014 ss. 19(2), 21(4), 22(4)(b)',
  },
  {
    id: 'IE-003',
    title: 'six months from the thirty-first of August',
    statute,
    facts: [
      ...received('2026-06-29'),
      { on: '2026-07-24', kind: 'determined', outcome: 'denied' },
      { on: '2026-08-10', kind: 'appealed', channel: 'email' },
      { on: '2026-08-31', kind: 'appeal-decided', outcome: 'affirmed', notifiedOn: '2026-08-31' },
    ],
    asOf: '2026-09-01',
    expect: {
      deadlines: {
        'review-decision:4': { dueOn: '2026-08-31', state: 'met' },
        'complaint-filing:5': { dueOn: '2027-02-28', state: 'running' },
      },
    },
    because: 'August 31 and six months: February has no 31st, so its last day',
    source: 'FOI Act 2014 s. 22(4)(b)',
  },
  {
    id: 'ie-foi-2014-third-party',
    title: 'somebody else must be heard first',
    statute,
    track: 'third-party',
    facts: [
      ...received('2026-03-02'),
      { on: '2026-03-05', kind: 'acknowledged' },
      { on: '2026-03-13', kind: 'consulted' },
    ],
    asOf: '2026-03-16',
    expect: {
      deadlines: {
        'consultation:1': { dueOn: '2026-03-16', state: 'met' },
        'determination:4': { dueOn: '2026-04-21', state: 'running' },
      },
    },
    because:
      'two weeks to 16 Mar; then five: 16, 18-20 Mar (4), 23-27 (9), 30 Mar-3 Apr (14), 7-10 (18), 13-17 (23), 20 and 21 (25)',
    source: 'FOI Act 2014 s. 38(2), (4), (5)',
  },
];
