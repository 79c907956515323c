import type { Case, WrittenFact } from './case.ts';

const statute = 'us-vt';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];

/** Vermont: three days and Town Meeting Day. */
export const usVtCases: readonly Case[] = [
  {
    id: 'ST-027',
    title: 'three days around Town Meeting Day',
    statute,
    facts: received('2026-02-27'),
    asOf: '2026-03-06',
    expect: {
      follows: ['deemed-denied 2026-03-06'],
      maySue: [],
      deadlines: { 'determination:1': { dueOn: '2026-03-05', state: 'missed', otherReadings: {} } },
    },
    because: 'Mon 2 Mar (1), not Tue 3, 4 (2), 5 (3); silence is a denial, which one appeals before one sues',
    source: '1 V.S.A. 318(a)(1)(A), (2), 371',
  },
  {
    id: 'us-vt-extension',
    title: 'an extension that promises more than the law has',
    statute,
    facts: [
      ...received('2026-02-27'),
      { on: '2026-03-05', kind: 'extended', ground: 'voluminous', until: '2026-03-20' },
    ],
    asOf: '2026-03-06',
    expect: {
      anomalies: ['extension-beyond-ten-days:3'],
      deadlines: { 'determination:1': { dueOn: '2026-03-16', originalDueOn: '2026-03-05', state: 'running' } },
    },
    because: 'ten working days from receipt, not more: 6 (4), 9-13 (9), 16 Mar (10)',
    source: '1 V.S.A. 318(b)(5)',
  },
  {
    id: 'us-vt-in-use',
    title: 'records in active use: a day within the week',
    statute,
    facts: [...received('2026-02-27'), { on: '2026-03-04', kind: 'extended', ground: 'in use' }],
    asOf: '2026-03-05',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-03-06' } } },
    because: 'one calendar week of the request of Fri 27 Feb',
    source: '1 V.S.A. 318(b)(1)',
  },
  {
    id: 'ST-029',
    title: 'an appeal over Bennington Battle Day, and a reversal',
    statute,
    facts: [
      ...received('2026-08-03'),
      { on: '2026-08-06', kind: 'determined', outcome: 'denied' },
      { on: '2026-08-13', kind: 'appealed', channel: 'email' },
      { on: '2026-08-20', kind: 'appeal-decided', outcome: 'reversed' },
    ],
    asOf: '2026-08-21',
    expect: {
      deadlines: {
        'appeal-decision:4': { dueOn: '2026-08-21', state: 'met' },
        'production:5': { dueOn: '2026-08-25', state: 'running', otherReadings: { extended: '2026-09-03' } },
      },
    },
    because:
      '14 Aug (1), not Mon 17 for Sun 16, 18-21 (5); reversed on Thu 20: 21 (1), 24, 25 Aug (3) to produce, or with a notice 26-28 (6), 31 Aug-3 Sep (10)',
    source: '1 V.S.A. 318(a)(1)(B), (c), 371(b)',
  },
];
