import type { Case, WrittenFact } from './case.ts';

const beforeMardiGras: readonly WrittenFact[] = [
  { on: '2026-02-13', kind: 'filed', channel: 'email' },
  { on: '2026-02-13', kind: 'received' },
];

/** Louisiana: the line after which one may sue, and holidays that are proclaimed. */
export const usLaCases: readonly Case[] = [
  {
    id: 'us-la-plain',
    title: 'Louisiana: five days to sue, three for a record in use',
    statute: 'us-la',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-06-09',
    expect: {
      deadlines: {
        'notice:1': { dueOn: '2026-06-04', expected: true },
        'determination:1': { dueOn: '2026-06-08', state: 'missed', otherReadings: {} },
      },
      maySue: ['2026-06-09'],
      follows: [],
    },
    because: 'from Mon 1 Jun: Thu 4 Jun is day 3, Fri 5 day 4, Mon 8 Jun day 5; suit from Tue 9 Jun',
    source: 'La. R.S. 44:33(B)(1), 44:35(A)',
  },
  {
    id: 'us-la-mardi-gras',
    title: "Louisiana: neither Presidents' Day nor Mardi Gras counts",
    statute: 'us-la',
    facts: beforeMardiGras,
    asOf: '2026-02-20',
    expect: {
      deadlines: { 'notice:1': { dueOn: '2026-02-20' }, 'determination:1': { dueOn: '2026-02-24', state: 'running' } },
    },
    because:
      "Mon 16 Feb is Presidents' Day, a legal holiday on which offices close only by proclamation, and is left out so that nobody is called late; Tue 17 Feb is Mardi Gras; 18, 19 and 20 are 1 to 3, Mon 23 is 4, Tue 24 Feb is 5",
    source: 'La. R.S. 44:35(A), 1:55(B)',
  },
  {
    id: 'us-la-presidents-day-not-proclaimed',
    title: "Louisiana: the same for an office that worked on Presidents' Day",
    statute: 'us-la',
    facts: beforeMardiGras,
    overrides: { calendar: { remove: ['2026-02-16'] } },
    asOf: '2026-02-20',
    expect: {
      deadlines: { 'notice:1': { dueOn: '2026-02-19' }, 'determination:1': { dueOn: '2026-02-23', state: 'running' } },
    },
    because: 'Mon 16 Feb is day 1, 17 Feb is off; 18, 19 and 20 are 2 to 4, Mon 23 Feb is 5',
    source: 'La. R.S. 44:35(A), 1:55(B)',
  },
  {
    id: 'us-la-by-mail',
    title: 'Louisiana: counted from receipt, though the law names the request',
    statute: 'us-la',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'mail' },
      { on: '2026-06-04', kind: 'received' },
    ],
    asOf: '2026-06-10',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-11', state: 'running', otherReadings: { 'from-sending': '2026-06-08' } },
      },
      maySue: [],
    },
    because: 'from receipt Thu 4 Jun: 5, 8, 9, 10 and Thu 11 Jun; from the date of the request, Mon 1 Jun: Mon 8 Jun',
    source: 'La. R.S. 44:35(A)',
  },
  {
    id: 'us-la-promise-passed',
    title: 'Louisiana: an estimate in time, and its day passes',
    statute: 'us-la',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-05', kind: 'estimated', date: '2026-07-15' },
    ],
    asOf: '2026-07-20',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-15',
          originalDueOn: '2026-06-08',
          state: 'running',
          expected: true,
          overdue: false,
        },
      },
      maySue: [],
      follows: [],
    },
    because:
      'suit is open without a written determination or an estimate within five days: the estimate of Fri 5 Jun is one',
    source: 'La. R.S. 44:35(A)',
  },
];
