import type { Case, WrittenFact } from './case.ts';

const statute = 'us-wv';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];

/** West Virginia: five days without Saturdays, Sundays and legal holidays. */
export const usWvCases: readonly Case[] = [
  {
    id: 'ST-043',
    title: 'five days over Memorial Day',
    statute,
    facts: received('2026-05-21'),
    asOf: '2026-05-30',
    expect: {
      maySue: ['2026-05-30'],
      deadlines: { 'determination:1': { dueOn: '2026-05-29', state: 'missed', otherReadings: {} } },
    },
    because: '22 May (1), not Mon 25, 26-29 (5)',
    source: 'W. Va. Code 29B-1-3(d)',
  },
  {
    id: 'us-wv-primary',
    title: 'five days over the primary election',
    statute,
    facts: received('2026-05-07'),
    asOf: '2026-05-16',
    expect: { maySue: ['2026-05-16'], deadlines: { 'determination:1': { dueOn: '2026-05-15', state: 'missed' } } },
    because: '8 May (1), 11 (2), not Tue 12, an election day, 13-15 (5)',
    source: 'W. Va. Code 29B-1-3(d), 2-2-1(a)(13)',
  },
  {
    id: 'us-wv-custodian',
    title: 'sent to the wrong office first',
    statute,
    facts: [...received('2026-05-07'), { on: '2026-05-14', kind: 'routed' }],
    asOf: '2026-05-22',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-05-21', state: 'missed' } } },
    because: 'the request is made to the custodian, who had it on Thu 14 May: 15 (1), 18-21 (5)',
    source: 'W. Va. Code 29B-1-3(b), (d)',
  },
];
