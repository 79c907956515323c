import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];

/** No days at all. */
export const usFlCases: readonly Case[] = [
  {
    id: 'us-fl-plain',
    title: 'Florida: no day to answer, however long it takes',
    statute: 'us-fl',
    facts: june,
    asOf: '2027-01-04',
    expect: {
      status: 'processing',
      deadlines: {
        'determination:1': { dueOn: null, state: 'running', expected: true, lateOnEveryReading: false },
        'acknowledgement:1': null,
      },
      maySue: [],
      follows: [],
      turnsOn: null,
    },
    because: '"promptly" and "in good faith" have no last day; whether a delay is a refusal is for a court',
    source: 'Fla. Stat. 119.07(1)(c)',
  },
  {
    id: 'us-fl-refused',
    title: 'Florida: refused, and the court is open at once without a last day',
    statute: 'us-fl',
    facts: [...june, { on: '2026-06-15', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-06-16',
    expect: {
      status: 'decided',
      deadlines: { 'determination:1': { state: 'met' }, 'suit-filing:3': null },
      maySue: ['2026-06-15'],
    },
    because:
      "the Act sets no time to sue and no appeal before it. Only attorney's fees need a notice five business days before the suit: after one of Mon 15 Jun the days 16 to 19 and 22 Jun lie between, and Tue 23 Jun is safe",
    source: 'Fla. Stat. 119.11, 119.12',
  },
];
