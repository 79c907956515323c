import type { Case, WrittenFact } from './case.ts';

const statute = 'uk-foisa-2002';
const july: readonly WrittenFact[] = [
  { on: '2026-07-01', kind: 'filed', channel: 'email' },
  { on: '2026-07-01', kind: 'received' },
];

/** Scotland: the Scottish holidays alone, and a review before the Commissioner. */
export const ukFoisa2002Cases: readonly Case[] = [
  {
    id: 'UK-024',
    title: 'twenty working days: the Monday kept in Northern Ireland counts',
    statute,
    facts: july,
    asOf: '2026-07-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-29', state: 'running', otherReadings: {} } } },
    because: '2 and 3 Jul (2), 6-10 (7), 13-17 (12), 20-24 (17), 27-29 (20)',
    source: 'FOISA 2002 ss. 10(1)(a), 73',
  },
  {
    id: 'UK-029',
    title: 'silence: forty working days to require a review',
    statute,
    facts: july,
    asOf: '2026-07-30',
    expect: {
      follows: ['may-complain 2026-07-30'],
      deadlines: {
        'determination:1': { dueOn: '2026-07-29', state: 'missed' },
        'review-filing:1': { dueOn: '2026-09-24', state: 'running', owedBy: 'requester' },
      },
    },
    because: '30, 31 Jul (2), not 3 Aug, 4-7 (6), then weeks of five, 31 Aug among them: 24 Sep is the fortieth',
    source: 'FOISA 2002 s. 20(5)(a)',
  },
  {
    id: 'uk-foisa-2002-keeper',
    title: 'thirty working days for the Keeper of the Records',
    statute,
    track: 'keeper',
    facts: july,
    asOf: '2026-07-30',
    expect: { follows: [], deadlines: { 'determination:1': { dueOn: '2026-08-13', state: 'running' } } },
    because: 'twenty by 29 Jul, 30 and 31 (22), not 3 Aug, 4-7 (26), 10-13 (30)',
    source: 'FOISA 2002 s. 10(2)',
  },
  {
    id: 'uk-foisa-2002-fees',
    title: 'a fees notice: neither its day nor that of the payment counts',
    statute,
    facts: [
      ...july,
      { on: '2026-07-10', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-07-20', kind: 'fee-paid', receivedOn: '2026-07-20' },
    ],
    asOf: '2026-07-21',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-08-10', originalDueOn: '2026-07-29', state: 'running' },
        'withdrawal:3': { dueOn: '2026-10-09', state: 'met' },
      },
    },
    because:
      '2, 3 Jul (2), 6-9 (6); not 10-20; 21-24 (10), 27-31 (15), not 3 Aug, 4-7 (19), 10 (20); three months that begin with 10 Jul end on 9 Oct',
    source: 'FOISA 2002 ss. 9(3), 10(3)',
  },
  {
    id: 'uk-foisa-2002-early-answer',
    title: 'an early refusal: the forty days run from the end of the twenty all the same',
    statute,
    facts: [...july, { on: '2026-07-10', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-07-13',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-29', state: 'met' },
        'review-filing:3': { dueOn: '2026-09-24', state: 'running' },
      },
    },
    because: 'the time allowed ended on Wed 29 Jul; forty working days after it, without 3 Aug',
    source: 'FOISA 2002 s. 20(5)(a)',
  },
  {
    id: 'uk-foisa-2002-late-answer',
    title: 'a late refusal moves the forty days to its receipt',
    statute,
    facts: [...july, { on: '2026-08-11', kind: 'determined', outcome: 'denied', notifiedOn: '2026-08-12' }],
    asOf: '2026-08-13',
    expect: { deadlines: { 'review-filing:3': { dueOn: '2026-10-07', state: 'running' } } },
    because: '13, 14 Aug (2), seven weeks of five to 2 Oct (37), 5-7 Oct (40)',
    source: 'FOISA 2002 s. 20(5)(b)',
  },
  {
    id: 'uk-foisa-2002-silence-chain',
    title: 'silence on the request, and on the review',
    statute,
    facts: [...july, { on: '2026-09-24', kind: 'appealed', about: null, channel: 'email' }],
    asOf: '2026-10-23',
    expect: {
      follows: ['may-complain 2026-07-30', 'may-complain 2026-10-23'],
      deadlines: {
        'review-filing:1': { state: 'met' },
        'review-decision:3': { dueOn: '2026-10-22', state: 'missed' },
        'complaint-filing:3': { dueOn: '2027-04-22', state: 'running' },
      },
    },
    because: '25 Sep (1), 28 Sep-2 Oct (6), 5-9 (11), 12-16 (16), 19-22 (20); six months after 22 Oct',
    source: 'FOISA 2002 ss. 20, 21(1), 47(4)',
  },
  {
    id: 'uk-foisa-2002-no-extension',
    title: 'an extension that the Act does not know',
    statute,
    facts: [...july, { on: '2026-07-20', kind: 'extended', ground: 'public interest' }],
    asOf: '2026-07-30',
    expect: {
      anomalies: ['extension-not-provided:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-29', state: 'missed' } },
    },
    because: 'section 10 has no time for the public interest',
    source: 'FOISA 2002 s. 10',
  },
];
