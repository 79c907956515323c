import type { Case } from './case.ts';

const source = 'NMSA 1978, 14-2-8(D), 14-2-11(A)';

export const usNmCases: readonly Case[] = [
  {
    id: 'ST-035',
    title: 'fifteen calendar days, then the request may be taken as denied',
    statute: 'us-nm',
    facts: [{ on: '2026-05-04', kind: 'received' }],
    asOf: '2026-05-20',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-05-07', state: 'missed' },
        'determination:1': { dueOn: '2026-05-19', state: 'missed', overdue: true, otherReadings: {} },
      },
      follows: ['deemed-denied 2026-05-20'],
      maySue: ['2026-05-20'],
    },
    because: '5, 6, 7 May to explain; 4 May + 15 = Tue 19 May to answer',
    source,
  },
  {
    id: 'us-nm-rolls',
    title: 'the fifteenth day is a Saturday, and a notice on the Monday is in time',
    statute: 'us-nm',
    facts: [
      { on: '2026-05-01', kind: 'received' },
      { on: '2026-05-06', kind: 'acknowledged' },
      { on: '2026-05-18', kind: 'extended', ground: 'excessively burdensome', until: '2026-06-15' },
    ],
    asOf: '2026-05-19',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-05-06', state: 'met' },
        'determination:1': { dueOn: '2026-06-15', originalDueOn: '2026-05-18', state: 'running' },
      },
      anomalies: [],
      maySue: [],
    },
    because:
      '4, 5, 6 May to explain; 1 May + 15 = Sat 16 May, which moves to Mon 18 May. A notice of that day still extends the period, to the day it names',
    source: `${source}, 14-2-10; 12-2A-7(F)`,
  },
  {
    id: 'us-nm-late-notice',
    title: 'a notice a day too late extends nothing',
    statute: 'us-nm',
    facts: [
      { on: '2026-05-01', kind: 'received' },
      { on: '2026-05-19', kind: 'extended', ground: 'excessively burdensome', until: '2026-06-15' },
    ],
    asOf: '2026-05-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-05-18', state: 'missed', overdue: true } },
      anomalies: ['extension-late:2'],
      follows: ['deemed-denied 2026-05-19'],
    },
    because: 'the notice is owed within the fifteen days, which ended on Mon 18 May',
    source: `${source}, 14-2-10`,
  },
  {
    id: 'us-nm-wrong-office',
    title: 'sent to the wrong office first',
    statute: 'us-nm',
    facts: [
      { on: '2026-05-01', kind: 'received' },
      { on: '2026-05-08', kind: 'routed' },
    ],
    asOf: '2026-05-11',
    expect: {
      deadlines: { 'acknowledgement:1': { dueOn: '2026-05-13' }, 'determination:1': { dueOn: '2026-05-26' } },
    },
    because:
      "nothing begins before the custodian's own office has it: 11, 12, 13 May; 8 May + 15 = Sat 23 May, and Mon 25 May is Memorial Day: Tue 26 May",
    source: `${source}, 14-2-8(E); 12-2A-7(F)`,
  },
  {
    id: 'us-nm-promise-passed',
    title: 'a notice in other words than those of the law, and its day passes',
    statute: 'us-nm',
    facts: [
      { on: '2026-05-01', kind: 'received' },
      { on: '2026-05-18', kind: 'extended', ground: 'volume', until: '2026-06-15' },
    ],
    asOf: '2026-06-20',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-15',
          originalDueOn: '2026-05-18',
          state: 'running',
          expected: true,
          overdue: false,
        },
      },
      maySue: [],
      follows: [],
    },
    because: '1 May + 15 = Sat 16 May, moved to Mon 18 May; what period is reasonable after a notice has no number',
    source: 'NMSA 1978, 14-2-10',
  },
];
