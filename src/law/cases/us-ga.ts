import type { Case, WrittenFact } from './case.ts';

const july: readonly WrittenFact[] = [
  { on: '2026-07-01', kind: 'filed', channel: 'email' },
  { on: '2026-07-01', kind: 'received' },
];

/** Three business days, from the right officer's receipt; a fee notice parks the request. */
export const usGaCases: readonly Case[] = [
  {
    id: 'us-ga-plain',
    title: 'Georgia: three business days',
    statute: 'us-ga',
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
    source: 'O.C.G.A. 50-18-71(b)(1)(A)',
  },
  {
    id: 'us-ga-holiday',
    title: 'Georgia: over 4 July on a Saturday',
    statute: 'us-ga',
    facts: july,
    asOf: '2026-07-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-07' } } },
    because: 'Fri 3 Jul is kept for Sat 4 Jul: 2 Jul is day 1, 6 Jul 2, Tue 7 Jul 3',
    source: 'O.C.G.A. 50-18-71(b)(1)(A), 1-4-1',
  },
  {
    id: 'us-ga-fee-notice',
    title: 'Georgia: a fee notice on the first day, agreed to a week later',
    statute: 'us-ga',
    facts: [
      ...july,
      { on: '2026-07-02', kind: 'fee-estimated', asksAnswer: true, amount: { value: 120, currency: 'USD' } },
      { on: '2026-07-10', kind: 'fee-answered', answer: 'agreed', channel: 'email' },
    ],
    asOf: '2026-07-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-15', originalDueOn: '2026-07-07' } } },
    because:
      'the search rests until we agree, on Fri 10 Jul. Three new days are 13, 14 and Wed 15 Jul. On the reading that only the rest runs, one day (2 Jul) was used and two are left: Tue 14 Jul. Nobody is called late before the later one',
    source: 'O.C.G.A. 50-18-71(d)',
  },
  {
    id: 'us-ga-fee-open',
    title: 'Georgia: a fee notice that waits for our word',
    statute: 'us-ga',
    facts: [...july, { on: '2026-07-02', kind: 'fee-estimated', asksAnswer: true }],
    asOf: '2026-07-20',
    expect: {
      status: 'paused',
      deadlines: { 'determination:1': { dueOn: null, state: 'paused', lateOnEveryReading: false } },
      maySue: [],
    },
    because: 'while we have not agreed to pay, the agency need not search',
    source: 'O.C.G.A. 50-18-71(d)',
  },
  {
    id: 'us-ga-timetable',
    title: 'Georgia: on the third day a description and a timetable',
    statute: 'us-ga',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-02', kind: 'routed' },
      { on: '2026-06-05', kind: 'extended', ground: 'records have to be gathered', until: '2026-06-30' },
    ],
    asOf: '2026-06-08',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-30', originalDueOn: '2026-06-05', state: 'running' } },
      anomalies: [],
    },
    because:
      'the officer named for requests has it on Tue 2 Jun, so Fri 5 Jun is the third day; a timetable given by then replaces it',
    source: 'O.C.G.A. 50-18-71(b)(1)(A), (B)',
  },
  {
    id: 'us-ga-promise-passed',
    title: 'Georgia: the day of a timetable passes',
    statute: 'us-ga',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-04', kind: 'estimated', date: '2026-06-30' },
    ],
    asOf: '2026-07-10',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-30',
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
      'a description and a timetable within the three days are what is owed; the records follow as soon as practicable',
    source: 'O.C.G.A. 50-18-71(b)(1)(A)',
  },
];
