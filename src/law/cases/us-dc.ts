import type { Case, WrittenFact } from './case.ts';

const statute = 'us-dc';
const april: readonly WrittenFact[] = [
  { on: '2026-04-10', kind: 'filed', channel: 'email' },
  { on: '2026-04-10', kind: 'received' },
];

/** The District of Columbia: fifteen days, ten more, and the Mayor. */
export const usDcCases: readonly Case[] = [
  {
    id: 'ST-014',
    title: 'fifteen days over Emancipation Day',
    statute,
    facts: april,
    asOf: '2026-05-05',
    expect: {
      maySue: ['2026-05-05'],
      follows: ['deemed-denied 2026-05-05'],
      deadlines: { 'determination:1': { dueOn: '2026-05-04', state: 'missed', otherReadings: {} } },
    },
    because: '13-15 Apr (3), not Thu 16, 17 (4), 20-24 (9), 27 Apr-1 May (14), 4 May (15)',
    source: 'D.C. Code 2-532(c)(1), (e), 28-2701',
  },
  {
    id: 'ST-016',
    title: 'extended, silent, and a petition to the Mayor',
    statute,
    facts: [
      ...april,
      { on: '2026-05-01', kind: 'extended', ground: 'volume' },
      { on: '2026-05-19', kind: 'appealed', about: null, channel: 'email' },
    ],
    asOf: '2026-06-04',
    expect: {
      maySue: ['2026-05-19', '2026-06-04'],
      follows: ['deemed-denied 2026-05-19'],
      deadlines: {
        'determination:1': { dueOn: '2026-05-18', originalDueOn: '2026-05-04', state: 'missed' },
        'appeal-decision:4': { dueOn: '2026-06-03', state: 'missed' },
      },
    },
    because: 'ten more: 5-8 May (4), 11-15 (9), 18 (10); the Mayor has 20-22 (3), not Mon 25, 26-29 (7), 1-3 Jun (10)',
    source: 'D.C. Code 2-532(d), (e), 2-537(a)',
  },
  {
    id: 'us-dc-body-worn-camera',
    title: 'recordings of body-worn cameras: twenty-five days and fifteen',
    statute,
    track: 'body-worn-camera',
    facts: [...april, { on: '2026-05-15', kind: 'extended', ground: 'no vendor for the redaction' }],
    asOf: '2026-05-18',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-09', originalDueOn: '2026-05-18', state: 'running' } },
    },
    because:
      'fifteen days end on 4 May, 5-8 (19), 11-15 (24), 18 (25); then 19-22 (4), 26-29 (8), 1-5 Jun (13), 8 and 9 (15)',
    source: 'D.C. Code 2-532(c)(2), (d)',
  },
];
