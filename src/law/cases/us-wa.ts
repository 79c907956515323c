import type { Case, WrittenFact } from './case.ts';

const statute = 'us-wa';
const received: readonly WrittenFact[] = [
  { on: '2026-11-20', kind: 'filed', channel: 'email' },
  { on: '2026-11-20', kind: 'received' },
];
const denied: readonly WrittenFact[] = [...received, { on: '2026-12-01', kind: 'determined', outcome: 'denied' }];

/** Washington: five days for a first response, a year to sue. */
export const usWaCases: readonly Case[] = [
  {
    id: 'us-wa-plain',
    title: 'five business days around Thanksgiving',
    statute,
    facts: received,
    asOf: '2026-12-02',
    expect: {
      maySue: ['2026-12-02'],
      deadlines: {
        'suit-filing:1': { dueOn: '2027-12-01', state: 'running', expected: true, confidence: 'low' },
        'acknowledgement:1': { dueOn: '2026-12-01', state: 'missed', otherReadings: {} },
        'determination:1': { dueOn: null, expected: true },
      },
    },
    because: '23-25 Nov (3), neither Thanksgiving nor the Friday after, 30 (4), 1 Dec (5)',
    source: 'RCW 42.56.520(1), 1.16.050',
  },
  {
    id: 'us-wa-estimate',
    title: 'an acknowledgement with an estimate on the fifth day',
    statute,
    facts: [
      ...received,
      { on: '2026-12-01', kind: 'acknowledged' },
      { on: '2026-12-01', kind: 'estimated', date: '2027-01-29' },
    ],
    asOf: '2027-02-01',
    expect: {
      estimate: '2027-01-29',
      maySue: [],
      deadlines: {
        'acknowledgement:1': { state: 'met', metOn: '2026-12-01' },
        'determination:1': { dueOn: null, state: 'running', overdue: false },
      },
    },
    because: 'an estimate is a response, and its own day binds nobody by statute',
    source: 'RCW 42.56.520(1)(c), 42.56.550(2)',
  },
  {
    id: 'us-wa-year-to-sue',
    title: 'denied: the review counts as done in two days, and the year runs',
    statute,
    facts: denied,
    asOf: '2026-12-04',
    expect: {
      maySue: ['2026-12-01'],
      deadlines: {
        'review-decision:3': { dueOn: '2026-12-03', expected: true },
        'suit-filing:3': { dueOn: '2027-12-01', state: 'running', otherReadings: {} },
      },
    },
    because: '2 and 3 Dec are two business days; one year after Tue 1 Dec 2026 is Wed 1 Dec 2027',
    source: 'RCW 42.56.520(4), 42.56.550(6)',
  },
  {
    id: 'us-wa-instalment',
    title: 'an instalment begins the year anew',
    statute,
    facts: [...denied, { on: '2027-02-15', kind: 'interim-release' }],
    asOf: '2027-02-16',
    expect: {
      maySue: ['2026-12-01'],
      deadlines: { 'suit-filing:3': { dueOn: '2027-12-01' }, 'suit-filing:4': { dueOn: '2028-02-15' } },
    },
    because: 'one year after the last production on a partial or instalment basis, Mon 15 Feb 2027',
    source: 'RCW 42.56.550(6)',
  },
];
