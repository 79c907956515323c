import type { Case, WrittenFact } from './case.ts';

const overElection: readonly WrittenFact[] = [
  { on: '2026-10-19', kind: 'filed', channel: 'email' },
  { on: '2026-10-19', kind: 'received' },
];

/** Fifteen days, and whatever the body itself estimates after that. */
export const usDeCases: readonly Case[] = [
  {
    id: 'us-de-plain',
    title: 'Delaware: fifteen business days over Juneteenth, then silence',
    statute: 'us-de',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-06-24',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-23', state: 'missed' },
        'complaint-filing:1': { dueOn: '2026-08-22', otherReadings: { 'six-months': '2026-12-23' }, confidence: 'low' },
      },
      follows: ['may-complain 2026-06-24'],
      maySue: [],
    },
    because:
      'received Mon 1 Jun: 9 days to 12 Jun, 15 to 18 Jun are 10 to 13, Juneteenth (Fri 19 Jun) is off, Tue 23 Jun is 15. Sixty days more are Sat 22 Aug: 7 left of June, 31 of July, 22',
    source: '29 Del. C. 10003(h)(1), 10005(e); 1 Del. C. 501',
  },
  {
    id: 'us-de-own-estimate',
    title: 'Delaware: the body needs legal advice, and names a day in December',
    statute: 'us-de',
    facts: [...overElection, { on: '2026-11-09', kind: 'extended', ground: 'legal advice', until: '2026-12-18' }],
    asOf: '2026-11-11',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-12-18', originalDueOn: '2026-11-10', state: 'running' } },
      anomalies: [],
      follows: [],
    },
    because:
      'received Mon 19 Oct: 10 days to Mon 2 Nov; Tue 3 Nov is the general election, a holiday; 4 to 6 Nov are 11 to 13, 9 and Tue 10 Nov 14 and 15. The notice of 9 Nov is in time, and its estimate is the new day',
    source: '29 Del. C. 10003(h)(1); 1 Del. C. 501',
  },
  {
    id: 'us-de-no-estimate',
    title: 'Delaware: more time, and no word until when',
    statute: 'us-de',
    facts: [...overElection, { on: '2026-11-09', kind: 'extended', ground: 'legal advice' }],
    asOf: '2026-11-11',
    expect: {
      deadlines: { 'determination:1': { dueOn: null, originalDueOn: '2026-11-10' } },
      anomalies: ['extension-without-date:3'],
    },
    because: 'the law wants an estimate in good faith; without one there is no day to hold the body to',
    source: '29 Del. C. 10003(h)(1)',
  },
  {
    id: 'us-de-estimate-lapses',
    title: 'Delaware: the day that the body estimated passes',
    statute: 'us-de',
    facts: [...overElection, { on: '2026-11-09', kind: 'estimated', date: '2026-12-18' }],
    asOf: '2026-12-19',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-12-18', originalDueOn: '2026-11-10', state: 'missed' } },
      follows: ['may-complain 2026-12-19'],
    },
    because: "told within the fifteen days, the body's own estimate in good faith is the day; Fri 18 Dec passed",
    source: '29 Del. C. 10003(h)(1)',
  },
];
