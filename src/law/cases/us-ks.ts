import type { Case } from './case.ts';

/** Kansas: three business days, and whose holidays they leave out. */
export const usKsCases: readonly Case[] = [
  {
    id: 'us-ks-plain',
    title: 'Kansas: the third business day',
    statute: 'us-ks',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-06-05',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-04', state: 'missed', otherReadings: {} } },
      maySue: ['2026-06-05'],
      follows: ['may-complain 2026-06-05'],
    },
    because: 'received Mon 1 Jun: Tue 2 is day 1, Wed 3 day 2, Thu 4 Jun day 3, to the end of that day',
    source: 'K.S.A. 45-218(d)',
  },
  {
    id: 'us-ks-federal-holiday',
    title: 'Kansas: a federal holiday on which state offices work is no business day',
    statute: 'us-ks',
    facts: [{ on: '2026-10-08', kind: 'received' }],
    asOf: '2026-10-09',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-10-14', state: 'running' } } },
    because:
      'Fri 9 Oct is day 1; Mon 12 Oct is Columbus Day, a holiday designated by Congress; 13 and 14 Oct are 2 and 3',
    source: 'K.S.A. 45-217, 45-218(d)',
  },
  {
    id: 'us-ks-earliest-date',
    title: 'Kansas: an explanation with the earliest date moves the day to it',
    statute: 'us-ks',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-04', kind: 'extended', ground: 'in storage', until: '2026-06-24' },
    ],
    asOf: '2026-06-10',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-24', originalDueOn: '2026-06-04', state: 'running' } },
      maySue: [],
    },
    because: 'given on the third day with place, time and date; the law sets no most, so the date given is the day',
    source: 'K.S.A. 45-218(d)',
  },
  {
    id: 'ST-036',
    title: 'Kansas: over Memorial Day',
    statute: 'us-ks',
    facts: [{ on: '2026-05-22', kind: 'received' }],
    asOf: '2026-05-26',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-05-28' } } },
    because: 'received Fri 22 May; Mon 25 May is Memorial Day; 26, 27 and 28 May are the three days',
    source: 'K.S.A. 45-218(d)',
  },
  {
    id: 'us-ks-promise-passed',
    title: 'Kansas: the earliest date that was promised passes',
    statute: 'us-ks',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-04', kind: 'extended', ground: 'in storage', until: '2026-06-24' },
    ],
    asOf: '2026-07-10',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-24',
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
    source: 'K.S.A. 45-218(d)',
  },
];
