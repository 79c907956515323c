import type { Case } from './case.ts';

/** An acknowledgement in five days; nothing else has a day. */
export const usAzCases: readonly Case[] = [
  {
    id: 'us-az-plain',
    title: 'Arizona: five business days to acknowledge',
    statute: 'us-az',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-06-09',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-06-08', state: 'missed', overdue: true },
        'determination:1': { dueOn: null, state: 'running', expected: true },
      },
      maySue: [],
      follows: [],
    },
    because:
      'received Mon 1 Jun: 2 to 5 Jun are days 1 to 4, Mon 8 Jun the fifth. The answer itself is owed "promptly"',
    source: 'A.R.S. 39-171(B), 39-121.01(D)(1)',
  },
  {
    id: 'us-az-promptly',
    title: 'Arizona: half a year without an answer, and nobody is late by a day',
    statute: 'us-az',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'portal' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-12-01',
    expect: {
      status: 'processing',
      deadlines: {
        'acknowledgement:1': null,
        'determination:1': { dueOn: null, state: 'running', overdue: false, lateOnEveryReading: false },
      },
    },
    because: 'a portal gives a receipt by itself, so no acknowledgement is owed; "promptly" has no last day',
    source: 'A.R.S. 39-171(B), 39-121.01(D)(1)',
  },
  {
    id: 'us-az-holiday',
    title: 'Arizona: over 4 July on a Saturday',
    statute: 'us-az',
    facts: [
      { on: '2026-07-01', kind: 'filed', channel: 'email' },
      { on: '2026-07-01', kind: 'received' },
    ],
    asOf: '2026-07-02',
    expect: { deadlines: { 'acknowledgement:1': { dueOn: '2026-07-09' } } },
    because: 'Fri 3 Jul is kept for Sat 4 Jul: 2 Jul is day 1, 6 to 9 Jul days 2 to 5',
    source: 'A.R.S. 39-171(B), 1-301(C)',
  },
];
