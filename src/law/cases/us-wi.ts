import type { Case, WrittenFact } from './case.ts';

const statute = 'us-wi';
const received: readonly WrittenFact[] = [
  { on: '2026-03-02', kind: 'filed', channel: 'email' },
  { on: '2026-03-02', kind: 'received' },
];

/** Wisconsin: nothing to miss for the agency, and waits that the requester should see. */
export const usWiCases: readonly Case[] = [
  {
    id: 'us-wi-plain',
    title: 'silence for three months',
    statute,
    facts: received,
    asOf: '2026-06-01',
    expect: {
      maySue: [],
      follows: [],
      deadlines: { 'determination:1': { dueOn: null, state: 'running', expected: true, overdue: false } },
    },
    because: 'as soon as practicable and without delay: no day is set, so nobody is late by the calendar',
    source: 'Wis. Stat. 19.35(4)(a)',
  },
  {
    id: 'us-wi-confined',
    title: 'denied to an incarcerated person: ninety days to sue',
    statute,
    track: 'confined',
    facts: [...received, { on: '2026-03-02', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-03-03',
    expect: {
      maySue: ['2026-03-02'],
      deadlines: {
        'suit-filing:3': { dueOn: '2026-06-01', state: 'running', otherReadings: { 'not-rolled': '2026-05-31' } },
      },
    },
    because: '2 Mar + 90 = Sun 31 May, on which the clerk is closed; so Mon 1 Jun',
    source: 'Wis. Stat. 19.37(1m), 801.15(1)(b)',
  },
  {
    id: 'us-wi-denied',
    title: 'denied to anybody else: no last day',
    statute,
    facts: [...received, { on: '2026-03-04', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-03-05',
    expect: { maySue: ['2026-03-04'], deadlines: { 'suit-filing:3': null } },
    because: 'the ninety days are of committed and incarcerated persons alone',
    source: 'Wis. Stat. 19.37(1), (1m)',
  },
  {
    id: 'us-wi-suit-over-delay',
    title: 'a suit over delay, with no denial',
    statute,
    facts: [...received, { on: '2026-06-01', kind: 'lawsuit-filed' }],
    asOf: '2026-06-02',
    expect: { status: 'litigating', anomalies: [] },
    because: 'mandamus lies over delay; no day is set, so no suit can be called too early',
    source: 'Wis. Stat. 19.37(1)(a)',
  },
  {
    id: 'us-wi-record-subject',
    title: 'a disciplinary record: the employee is told, and twelve days pass',
    statute,
    track: 'record-subject',
    facts: [
      ...received,
      { on: '2026-03-02', kind: 'determined', outcome: 'granted' },
      { on: '2026-03-05', kind: 'consulted' },
    ],
    asOf: '2026-03-06',
    expect: {
      deadlines: {
        'notice:3': { dueOn: '2026-03-05', state: 'met' },
        'production:4': { dueOn: '2026-03-23', state: 'running', expected: true },
      },
    },
    because: '3-5 Mar (3); then 6 (1), 9-13 (6), 16-20 (11), Mon 23 (12): no access before',
    source: 'Wis. Stat. 19.356(2), (5), 19.345',
  },
  {
    id: 'us-wi-record-subject-untold',
    title: 'a disciplinary record: whether the employee was told nobody outside sees',
    statute,
    track: 'record-subject',
    facts: [...received, { on: '2026-03-02', kind: 'determined', outcome: 'granted' }],
    asOf: '2026-03-20',
    expect: { deadlines: { 'notice:3': { dueOn: '2026-03-05', state: 'running', expected: true, overdue: false } } },
    because: '3, 4, Thu 5 Mar (3); the notice goes to the employee, so its day is shown and never missed',
    source: 'Wis. Stat. 19.356(2), 19.345',
  },
];
