import type { Case, WrittenFact } from './case.ts';

const statute = 'us-ut';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];

/** Utah: ten business days, or five, and a denial by silence. */
export const usUtCases: readonly Case[] = [
  {
    id: 'us-ut-plain',
    title: 'silence, and an appeal on the last day',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-04-15', kind: 'appealed', about: null, receivedOn: '2026-04-15', channel: 'hand' },
    ],
    asOf: '2026-04-30',
    expect: {
      follows: ['deemed-denied 2026-03-17', 'deemed-denied 2026-04-30'],
      deadlines: {
        'determination:1': { dueOn: '2026-03-16', state: 'missed', otherReadings: { expedited: '2026-03-09' } },
        'appeal-filing:1': { dueOn: '2026-04-15', state: 'met' },
        'appeal-decision:3': { dueOn: '2026-04-29', state: 'missed' },
        'review-filing:3': { dueOn: '2026-05-29', state: 'running' },
      },
    },
    because:
      '3-6 Mar (4), 9-13 (9), 16 (10); 16 Mar + 30 = Wed 15 Apr; the officer has 16, 17 (2), 20-24 (7), 27-29 (10); 29 Apr + 30 = Fri 29 May to go on',
    source: 'Utah Code 63G-2-204(4), (9), 63G-2-401(1), (5)',
  },
  {
    id: 'us-ut-pioneer-day',
    title: 'expedition asked for, and not refused by Pioneer Day',
    statute,
    facts: [...received('2026-07-20'), { on: '2026-07-20', kind: 'expedition-requested', channel: 'email' }],
    asOf: '2026-08-05',
    expect: {
      maySue: [],
      follows: ['deemed-denied 2026-08-05'],
      deadlines: {
        'determination:1': { dueOn: '2026-08-04', state: 'missed', otherReadings: { expedited: '2026-07-28' } },
        'expedition-decision:3': { dueOn: '2026-07-28', expected: true },
        'appeal-filing:1': { dueOn: '2026-09-03', state: 'running' },
      },
    },
    because: '21-23 Jul (3), not Fri 24, 27 and 28 (5), 29-31 (8), 3 and 4 Aug (10); 4 Aug + 30 = Thu 3 Sep',
    source: 'Utah Code 63G-2-204(4)(a), (b), (9)',
  },
  {
    id: 'us-ut-expedited',
    title: 'a request that is expedited',
    statute,
    track: 'expedited',
    facts: received('2026-07-20'),
    asOf: '2026-07-29',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-28', state: 'missed', otherReadings: {} } } },
    because: '21-23 Jul (3), not Pioneer Day, 27 and 28 (5)',
    source: 'Utah Code 63G-2-204(4)(b), (5)',
  },
  {
    id: 'us-ut-before-2025',
    title: 'decided before May 2025: to the State Records Committee',
    statute,
    facts: [
      ...received('2025-03-03'),
      { on: '2025-03-17', kind: 'determined', outcome: 'denied' },
      { on: '2025-03-18', kind: 'appealed', receivedOn: '2025-03-18', channel: 'hand' },
      { on: '2025-04-01', kind: 'appeal-decided', outcome: 'affirmed' },
    ],
    asOf: '2025-04-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2025-03-17', state: 'met' },
        'appeal-decision:4': { dueOn: '2025-04-01', state: 'met' },
        'review-filing:5': { dueOn: '2025-05-01', says: ['State Records Committee'] },
      },
    },
    because: '4-7 Mar (4), 10-14 (9), 17 (10); 19-21 (3), 24-28 (8), 31 Mar and 1 Apr (10); 1 Apr + 30 = Thu 1 May',
    source: 'Utah Code 63G-2-403 as it was before S.B. 277 (2025)',
  },
  {
    id: 'us-ut-director',
    title: 'the officer affirms: thirty days to the director',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-03-16', kind: 'determined', outcome: 'denied' },
      { on: '2026-04-15', kind: 'appealed', receivedOn: '2026-04-15', channel: 'hand' },
      { on: '2026-04-29', kind: 'appeal-decided', outcome: 'affirmed' },
    ],
    asOf: '2026-04-30',
    expect: {
      maySue: ['2026-04-29'],
      deadlines: {
        'appeal-filing:3': { dueOn: '2026-04-15', state: 'met' },
        'review-filing:5': { dueOn: '2026-05-29', state: 'running', otherReadings: {} },
        'suit-filing:5': { dueOn: '2026-05-29', state: 'running' },
      },
    },
    because: '29 Apr + 30 = Fri 29 May, to the director or to the court',
    source: 'Utah Code 63G-2-403(1)(a), 63G-2-404',
  },
];
