import type { Case } from './case.ts';

const source = 'Tenn. Code 10-7-503(a)(2)(B), (a)(3)';

export const usTnCases: readonly Case[] = [
  {
    id: 'ST-030',
    title: 'seven business days over Good Friday, then silence is a denial',
    statute: 'us-tn',
    facts: [{ on: '2026-04-01', kind: 'received' }],
    asOf: '2026-04-14',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-04-13', state: 'missed', overdue: true, otherReadings: {} } },
      follows: ['deemed-denied 2026-04-14'],
      maySue: ['2026-04-14'],
    },
    because: '2 Apr (1), without Good Friday 3 Apr, 6 to 10 (6), 13 Apr (7)',
    source: `${source}; 15-1-101`,
  },
  {
    id: 'us-tn-election-day',
    title: 'over the day of a state election, on which offices are open',
    statute: 'us-tn',
    facts: [{ on: '2026-10-29', kind: 'received' }],
    asOf: '2026-11-09',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-11-09', state: 'running' } } },
    because:
      '30 Oct (1), 2 to 6 Nov (6), 9 Nov (7): the day of the election, 3 Nov, stands in the list of legal holidays, but was given up for offices under an act of 1984. Who leaves it out all the same gets Tue 10 Nov',
    source: `${source}; 15-1-101; Acts 1984 ch. 979`,
  },
  {
    id: 'us-tn-time-needed',
    title: 'the time reasonably necessary, given in writing within the seven days',
    statute: 'us-tn',
    facts: [
      { on: '2026-04-01', kind: 'received' },
      { on: '2026-04-13', kind: 'extended', ground: 'time reasonably necessary', until: '2026-05-15' },
    ],
    asOf: '2026-05-16',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-05-15', originalDueOn: '2026-04-13', state: 'running', expected: true },
      },
      follows: [],
      anomalies: [],
    },
    because:
      'the custodian gave the time on the last day for it, which is a response; the denial by silence is for the failure to respond, and a passed promise is none',
    source: `${source}(iii)`,
  },
];
