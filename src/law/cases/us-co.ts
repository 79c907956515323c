import type { Case, WrittenFact } from './case.ts';

const overFourthOfJuly: readonly WrittenFact[] = [
  { on: '2026-06-29', kind: 'filed', channel: 'email' },
  { on: '2026-06-29', kind: 'received' },
];

/** Three days and seven more; a notice after the third gives nothing. */
export const usCoCases: readonly Case[] = [
  {
    id: 'us-co-plain',
    title: 'Colorado: three days, and seven more told on the third',
    statute: 'us-co',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-04', kind: 'extended', ground: 'extenuating circumstances' },
    ],
    asOf: '2026-06-05',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-15', originalDueOn: '2026-06-04', state: 'running' } },
      anomalies: [],
    },
    because:
      'received Mon 1 Jun: Thu 4 Jun is the third working day. 5 Jun is 1 of seven, 8 to 12 Jun 2 to 6, Mon 15 Jun 7',
    source: 'C.R.S. 24-72-203(3)(b)',
  },
  {
    id: 'us-co-late-notice',
    title: 'Colorado: the notice of extension comes too late',
    statute: 'us-co',
    facts: [...overFourthOfJuly, { on: '2026-07-06', kind: 'extended', ground: 'extenuating circumstances' }],
    asOf: '2026-07-07',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-02', state: 'missed', lateOnEveryReading: true } },
      anomalies: ['extension-late:3'],
      maySue: [],
    },
    because:
      'received Mon 29 Jun: 30 Jun, 1 and Thu 2 Jul. A notice of 6 Jul is after the three days. A suit still needs a notice of ours and fourteen days',
    source: 'C.R.S. 24-72-203(3)(b), 24-72-204(5)(a)',
  },
  {
    id: 'us-co-notice-in-time',
    title: 'Colorado: seven more days over 4 July on a Saturday',
    statute: 'us-co',
    facts: [...overFourthOfJuly, { on: '2026-07-02', kind: 'extended', ground: 'extenuating circumstances' }],
    asOf: '2026-07-03',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-14' } } },
    because: 'Fri 3 Jul is kept for Sat 4 Jul: 6 to 10 Jul are days 1 to 5, 13 and Tue 14 Jul 6 and 7',
    source: 'C.R.S. 24-72-203(3)(b), 24-11-101',
  },
  {
    id: 'us-co-deposit',
    title: 'Colorado: a deposit asked for on the third day, and paid',
    statute: 'us-co',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-04', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-06-10', kind: 'fee-paid', channel: 'portal' },
    ],
    asOf: '2026-06-11',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-15', originalDueOn: '2026-06-04', state: 'running', confidence: 'low' },
      },
    },
    because: 'by the policies of agencies the days wait; three new ones are the later reading: 11, 12 and Mon 15 Jun',
    source: 'C.R.S. 24-72-203(3)(b), 24-72-205(6)',
  },
];
