import type { Case, WrittenFact } from './case.ts';

const statute = 'mx-lgtaip';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'portal' },
  { on, kind: 'received' },
];
const twenty = '2-5 Jun (4), 8-12 (9), 15-19 (14), 22-26 (19), Mon 29 (20)';

/** Mexico. */
export const mxLgtaipCases: readonly Case[] = [
  {
    id: 'MX-001',
    title: 'twenty working days, and silence',
    statute,
    facts: received('2026-06-01'),
    asOf: '2026-06-30',
    expect: {
      follows: ['may-complain 2026-06-30'],
      maySue: [],
      deadlines: {
        'notice:1': { dueOn: '2026-06-04', state: 'running', confidence: 'low' },
        'determination:1': { dueOn: '2026-06-29', state: 'missed', confidence: 'medium', otherReadings: {} },
        'complaint-filing:1': { dueOn: '2026-07-20', state: 'running', owedBy: 'requester', confidence: 'low' },
      },
    },
    because: `three for a body that is not competent: 2-4 Jun; ${twenty}; then fifteen: 30 Jun-3 Jul (4), 6-10 (9), 13-17 (14), Mon 20 Jul (15)`,
    source: 'LGTAIP 2025 art. 134; 2015 arts. 132, 142',
  },
  {
    id: 'mx-lgtaip-extension',
    title: 'ten working days more, told on the last day',
    statute,
    facts: [...received('2026-06-01'), { on: '2026-06-29', kind: 'extended', ground: 'Comité de Transparencia' }],
    asOf: '2026-06-30',
    expect: {
      anomalies: [],
      deadlines: {
        'determination:1': { dueOn: '2026-07-13', originalDueOn: '2026-06-29', state: 'running', confidence: 'low' },
      },
    },
    because: `${twenty}; then ten: 30 Jun-3 Jul (4), 6-10 (9), Mon 13 Jul (10)`,
    source: 'LGTAIP 2015 art. 132',
  },
  {
    id: 'mx-lgtaip-extension-late',
    title: 'told a day late: nothing',
    statute,
    facts: [...received('2026-06-01'), { on: '2026-06-30', kind: 'extended', ground: 'Comité de Transparencia' }],
    asOf: '2026-06-30',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-06-29', state: 'missed' } },
    },
    because: 'the twenty days ended on Mon 29 Jun',
    source: 'LGTAIP 2015 art. 132',
  },
  {
    id: 'mx-lgtaip-question',
    title: 'a question on the fifth day: the twenty begin anew',
    statute,
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-08', kind: 'clarification-requested' },
      { on: '2026-06-15', kind: 'clarified', channel: 'portal' },
    ],
    asOf: '2026-06-16',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-13', originalDueOn: '2026-06-29', state: 'running' },
        'withdrawal:3': { dueOn: '2026-06-22', state: 'met' },
      },
    },
    because:
      '2-5 Jun (4), Mon 8 (5): in time; from Mon 15 Jun: 16-19 (4), 22-26 (9), 29 Jun-3 Jul (14), 6-10 (19), Mon 13 Jul (20); ten days to answer: 9-12 (4), 15-19 (9), 22 (10)',
    source: 'LGTAIP 2015 art. 128',
  },
  {
    id: 'mx-lgtaip-question-late',
    title: 'a question on the sixth day stops nothing',
    statute,
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-09', kind: 'clarification-requested' },
      { on: '2026-06-15', kind: 'clarified', channel: 'portal' },
    ],
    asOf: '2026-06-16',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-29', state: 'running' } } },
    because: `the fifth day was Mon 8 Jun; ${twenty}`,
    source: 'LGTAIP 2015 art. 128',
  },
  {
    id: 'mx-lgtaip-day-off',
    title: 'filed on a Sunday evening',
    statute,
    facts: received('2026-05-31'),
    asOf: '2026-06-01',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-29', state: 'running' } } },
    because: `it counts as filed on Mon 1 Jun; ${twenty}`,
    source: 'LGTAIP 2025 art. 134; rules of the Plataforma Nacional',
  },
  {
    id: 'mx-lgtaip-2015',
    title: 'a request under the law of 2015, over a holiday moved to Monday',
    statute,
    facts: received('2025-03-03'),
    asOf: '2025-03-04',
    expect: { deadlines: { 'determination:1': { dueOn: '2025-04-01', state: 'running', otherReadings: {} } } },
    because:
      '4-7 Mar (4), 10-14 (9), not Mon 17 for Juárez, 18-21 (13), 24-28 (18), Mon 31 (19), Tue 1 Apr (20); both laws have twenty days',
    source: 'LGTAIP 2015 art. 132; LFT art. 74',
  },
];
