import type { Case } from './case.ts';

export const usNcCases: readonly Case[] = [
  {
    id: 'us-nc-plain',
    title: 'three months of silence miss no day, since there is none',
    statute: 'us-nc',
    facts: [{ on: '2026-03-02', kind: 'received' }],
    asOf: '2026-06-01',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'running', expected: true, overdue: false, confidence: 'high' },
        'suit-filing:1': null,
      },
      follows: [],
      maySue: [],
      anomalies: [],
    },
    because: 'the law says "as promptly as possible" and no more',
    source: 'N.C. Gen. Stat. 132-6(a)',
  },
  {
    id: 'us-nc-refused',
    title: 'a refusal opens the court at once, without a last day',
    statute: 'us-nc',
    facts: [
      { on: '2026-01-05', kind: 'received' },
      { on: '2026-01-20', kind: 'determined', outcome: 'denied' },
      { on: '2026-01-30', kind: 'lawsuit-filed' },
    ],
    asOf: '2026-03-03',
    expect: {
      status: 'litigating',
      deadlines: { 'determination:1': { dueOn: null, state: 'met' }, 'suit-filing:2': null },
      maySue: ['2026-01-20'],
      anomalies: [],
    },
    because:
      'whoever is denied access may ask the court for an order. The thirty days to ask for mediation then run from the answer in court, which no fact records: they are told in the notes on this law, and not as a day',
    source: 'N.C. Gen. Stat. 132-9(a), 7A-38.3E(b)',
  },
];
