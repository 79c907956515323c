import type { Case } from './case.ts';

const source = 'R.C. 149.43(C) as amended by Sub. H.B. 265';

export const usOhCases: readonly Case[] = [
  {
    id: 'us-oh-plain',
    title: 'three working days after the complaint, then the court is open',
    statute: 'us-oh',
    facts: [
      { on: '2026-04-01', kind: 'received' },
      { on: '2026-05-04', kind: 'determined', outcome: 'denied' },
      { on: '2026-05-11', kind: 'appealed', channel: 'email' },
    ],
    asOf: '2026-05-15',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'met', expected: true },
        'complaint-decision:3': { dueOn: '2026-05-14', state: 'missed', confidence: 'medium' },
        'complaint-filing:2': null,
        'suit-filing:3': null,
      },
      maySue: ['2026-05-15'],
      anomalies: [],
    },
    because: '12, 13, 14 May to cure; from Fri 15 May one may sue, and no last day is set',
    source,
  },
  {
    id: 'us-oh-memorial-day',
    title: 'a suit on the third day is too early',
    statute: 'us-oh',
    facts: [
      { on: '2026-04-01', kind: 'received' },
      { on: '2026-05-04', kind: 'determined', outcome: 'denied' },
      { on: '2026-05-21', kind: 'appealed', channel: 'email' },
      { on: '2026-05-27', kind: 'lawsuit-filed' },
    ],
    asOf: '2026-05-27',
    expect: {
      deadlines: { 'complaint-decision:3': { dueOn: '2026-05-27' } },
      maySue: [],
      anomalies: ['suit-too-early:4'],
    },
    because: '22 May (1), without Memorial Day 25 May, 26 (2), 27 May (3): one may sue from Thu 28 May',
    source: `${source}; State ex rel. Jordan, 2025-Ohio-3051, as reported`,
  },
  {
    id: 'us-oh-before-2025',
    title: 'before 9 April 2025 a refusal opened the court by itself',
    statute: 'us-oh',
    facts: [
      { on: '2024-12-11', kind: 'received' },
      { on: '2025-01-15', kind: 'determined', outcome: 'denied' },
      { on: '2025-04-08', kind: 'lawsuit-filed' },
    ],
    asOf: '2025-04-08',
    expect: { maySue: ['2025-01-15'], anomalies: [], status: 'litigating' },
    because: 'the suit came on the last day on which no complaint was needed first',
    source: 'R.C. 149.43(C) before Sub. H.B. 265; State ex rel. Jordan, 2025-Ohio-3051, as reported',
  },
  {
    id: 'us-oh-pending-in-2025',
    title: 'an older request refused after 9 April 2025 needs the complaint too',
    statute: 'us-oh',
    facts: [
      { on: '2025-03-03', kind: 'received' },
      { on: '2025-05-01', kind: 'determined', outcome: 'denied' },
      { on: '2025-05-05', kind: 'lawsuit-filed' },
    ],
    asOf: '2025-05-05',
    expect: { maySue: [], anomalies: ['suit-too-early:3'] },
    because: 'what counts is the day of the suit; no complaint went before it',
    source: 'State ex rel. Jordan, 2025-Ohio-3051, as reported',
  },
];
