import type { Case, WrittenFact } from './case.ts';

const statute = 'ca-bc-fippa';
const source = 'FIPPA (B.C.) ss. 7, 10, 53; Sched. 1 "day"';
const june: readonly WrittenFact[] = [
  { on: '2026-06-08', kind: 'filed', channel: 'email' },
  { on: '2026-06-08', kind: 'received' },
];
const thirty =
  '9 to 12 June (4), 15 to 19 (9), 22 to 26 (14), 29, 30 (16), without Canada Day 2, 3 July (18), 6 to 10 (23), 13 to 17 (28), 20, 21 (30)';

/** British Columbia. */
export const caBcFippaCases: readonly Case[] = [
  {
    id: 'ca-bc-fippa-plain',
    title: 'thirty business days over Canada Day, then silence',
    statute,
    facts: june,
    asOf: '2026-07-22',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-21', state: 'missed' }, 'review-filing:1': null },
      follows: ['deemed-denied 2026-07-22'],
    },
    because: `${thirty}; for a review of the silence no last day is set`,
    source,
  },
  {
    id: 'ca-bc-fippa-extended',
    title: 'extended by thirty business days',
    statute,
    facts: [...june, { on: '2026-07-20', kind: 'extended', ground: 'volume' }],
    asOf: '2026-07-22',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-09-02', originalDueOn: '2026-07-21', state: 'running' } },
    },
    because:
      '22 to 24 July (3), 27 to 31 (8), without British Columbia Day 4 to 7 August (12), 10 to 14 (17), 17 to 21 (22), 24 to 28 (27), 31, 1, 2 September (30)',
    source,
  },
  {
    id: 'ca-bc-fippa-extended-by-permission',
    title: 'extended further by permission of the commissioner',
    statute,
    facts: [
      ...june,
      { on: '2026-07-20', kind: 'extended', ground: 'volume' },
      { on: '2026-08-31', kind: 'extended', ground: 'permission of the commissioner', until: '2026-10-15' },
    ],
    asOf: '2026-09-03',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-10-15', state: 'running' } } },
    because: 's. 10(2) sets no number: the day permitted is the day',
    source,
  },
  {
    id: 'ca-bc-fippa-fee-pause',
    title: 'a deposit is asked for and paid two weeks later',
    statute,
    facts: [
      ...june,
      { on: '2026-06-15', kind: 'fee-estimated', asksAnswer: true, prepayment: true, answerBy: '2026-07-15' },
      { on: '2026-06-30', kind: 'fee-paid', channel: 'email' },
    ],
    asOf: '2026-07-02',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-07',
          originalDueOn: '2026-07-21',
          otherReadings: { 'resume-day-counted': '2026-08-06' },
        },
      },
    },
    because:
      '9 to 12 June (4); 15 to 30 June are out; 2, 3 July (6), 6 to 10 (11), 13 to 17 (16), 20 to 24 (21), 27 to 31 (26), without 3 August 4 to 7 (30). If one of the end days counts, a day earlier',
    source: 'FIPPA (B.C.) s. 7(4)',
  },
  {
    id: 'ca-bc-fippa-fee-waiver',
    title: 'asked to be excused from fees: twenty business days to answer that',
    statute,
    facts: [...june, { on: '2026-06-15', kind: 'fee-waiver-requested', channel: 'email' }],
    asOf: '2026-06-16',
    expect: { deadlines: { 'notice:3': { dueOn: '2026-07-14', state: 'running' } } },
    because:
      '16 to 19 June (4), 22 to 26 (9), 29, 30 (11), without Canada Day 2, 3 July (13), 6 to 10 (18), 13, 14 (20)',
    source: 'FIPPA (B.C.) s. 75(6)',
  },
  {
    id: 'ca-bc-fippa-review',
    title: 'denied: thirty business days to ask for a review',
    statute,
    facts: [...june, { on: '2026-07-21', kind: 'determined', outcome: 'denied', notifiedOn: '2026-07-21' }],
    asOf: '2026-07-22',
    expect: {
      deadlines: { 'determination:1': { state: 'met' }, 'review-filing:3': { dueOn: '2026-09-02', state: 'running' } },
    },
    because: 'thirty business days after 21 July, without 3 August: Wed 2 September, and it must be delivered by then',
    source: 'FIPPA (B.C.) s. 53(1), (2)',
  },
];
