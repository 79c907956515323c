import type { Case, WrittenFact } from './case.ts';

const statute = 'fr-crpa';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const referred: readonly WrittenFact[] = [
  ...received('2026-02-02'),
  { on: '2026-04-27', kind: 'appealed', level: 'oversight', about: null, channel: 'email', receivedOn: '2026-04-28' },
];
const month = 'CRPA arts. R.* 311-12, R. 311-13';
const second = 'CRPA arts. R.* 343-4, R. 343-5';

/** France. */
export const frCrpaCases: readonly Case[] = [
  {
    id: 'FR-001',
    title: 'a month from the thirty-first of January ends on a Saturday, and stays there',
    statute,
    facts: received('2026-01-31'),
    asOf: '2026-03-01',
    expect: {
      follows: ['deemed-denied 2026-03-01'],
      maySue: [],
      deadlines: {
        'determination:1': { dueOn: '2026-02-28', state: 'missed' },
        'complaint-filing:1': {
          dueOn: '2026-04-28',
          otherReadings: { 'remedies-not-told': '2027-02-28', 'ends-a-day-earlier': '2026-04-27' },
        },
      },
    },
    because:
      'February has no 31st; there is nothing to be done on the last day, so it does not move; two months from 28 Feb end on Tue 28 Apr',
    source: `${month}; R. 343-1`,
  },
  {
    id: 'fr-crpa-plain',
    title: 'a refusal that nobody wrote, and two months to the commission',
    statute,
    facts: received('2026-02-02'),
    asOf: '2026-03-03',
    expect: {
      follows: ['deemed-denied 2026-03-03'],
      maySue: [],
      deadlines: {
        'determination:1': { dueOn: '2026-03-02', state: 'missed', otherReadings: {} },
        'complaint-filing:1': {
          dueOn: '2026-05-02',
          owedBy: 'requester',
          state: 'running',
          otherReadings: {
            'last-day-moves': '2026-05-04',
            'remedies-not-told': '2027-03-02',
            'ends-a-day-earlier': '2026-05-01',
          },
        },
      },
    },
    because:
      'the month ends with Mon 2 Mar; two months end on Sat 2 May, the safe day; if it moves, on Mon 4 May; a year, if the remedies were never told, on 2 Mar 2027',
    source: `${month}; R. 311-15, R. 343-1, L. 112-6`,
  },
  {
    id: 'FR-003',
    title: 'silence twice: two months from the registration at the commission',
    statute,
    facts: referred,
    asOf: '2026-06-29',
    expect: {
      follows: ['deemed-denied 2026-03-03', 'deemed-denied 2026-06-29'],
      maySue: ['2026-06-29'],
      deadlines: {
        'complaint-filing:1': { dueOn: '2026-05-02', state: 'met', metOn: '2026-04-28' },
        'complaint-decision:3': { dueOn: '2026-06-28', state: 'missed' },
        'ruling-decision:3': { dueOn: '2026-05-28', expected: true },
        'suit-filing:3': { dueOn: '2026-08-28', state: 'running' },
      },
    },
    because:
      'registered Tue 28 Apr: the opinion is hoped for by 28 May; the second refusal is there when Sun 28 Jun ends, which does not move; two months end on Fri 28 Aug (franc, on Sat 29, so Mon 31: later than is shown)',
    source: `${second}; CJA R. 421-1, R. 421-2`,
  },
  {
    id: 'fr-crpa-opinion',
    title: 'an opinion of the commission stops nothing',
    statute,
    facts: [...referred, { on: '2026-05-27', kind: 'ruling-given', notifiedOn: '2026-05-29', note: 'avis favorable' }],
    asOf: '2026-06-29',
    expect: {
      maySue: ['2026-06-29'],
      follows: ['deemed-denied 2026-03-03', 'deemed-denied 2026-06-29'],
      deadlines: {
        'ruling-decision:3': { dueOn: '2026-05-28', state: 'met' },
        'notice:4': { dueOn: '2026-06-29', state: 'running' },
        'suit-filing:3': { dueOn: '2026-08-28', state: 'running' },
      },
    },
    because:
      'the silence that counts is that of the administration, from the registration on 28 Apr; a month after the opinion came, on 29 May, is 29 Jun',
    source: second,
  },
  {
    id: 'fr-crpa-refused',
    title: 'an express refusal that tells of the commission',
    statute,
    facts: [
      ...received('2026-02-02'),
      { on: '2026-02-20', kind: 'determined', outcome: 'denied', notifiedOn: '2026-02-24', appealRightsGiven: true },
    ],
    asOf: '2026-03-03',
    expect: {
      follows: [],
      maySue: [],
      deadlines: {
        'determination:1': { state: 'met' },
        'complaint-filing:3': {
          dueOn: '2026-04-24',
          state: 'running',
          otherReadings: { 'ends-a-day-earlier': '2026-04-23' },
        },
      },
    },
    because: 'two months from Tue 24 Feb end on Fri 24 Apr',
    source: 'CRPA arts. L. 342-1, R. 343-1',
  },
  {
    id: 'fr-crpa-refused-untold',
    title: 'an express refusal that does not tell of it',
    statute,
    facts: [
      ...received('2026-02-02'),
      { on: '2026-02-20', kind: 'determined', outcome: 'denied', notifiedOn: '2026-02-24', appealRightsGiven: false },
    ],
    asOf: '2026-05-01',
    expect: {
      deadlines: {
        'complaint-filing:3': {
          dueOn: '2027-02-24',
          state: 'running',
          confidence: 'low',
          otherReadings: { 'two-months-all-the-same': '2026-04-24' },
        },
      },
    },
    because: 'a reasonable time of about a year, which nobody has checked; the safe day is Fri 24 Apr 2026',
    source: 'CRPA art. L. 112-6, and the case law on it',
  },
  {
    id: 'fr-crpa-passed-on',
    title: 'the month runs at the administration that is competent',
    statute,
    facts: [...received('2026-02-02'), { on: '2026-02-09', kind: 'routed' }],
    asOf: '2026-03-10',
    expect: {
      follows: ['deemed-denied 2026-03-10'],
      deadlines: { 'determination:1': { dueOn: '2026-03-09', state: 'missed' } },
    },
    because: 'it reached the competent administration on Mon 9 Feb; a month ends on Mon 9 Mar',
    source: month,
  },
];
