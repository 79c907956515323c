import type { Case, WrittenFact } from './case.ts';

const statute = 'de-ifg';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const month = 'IFG § 7(5) S. 2; BGB §§ 187(1), 188(2), (3), 193; VwVfG § 31(3)';
const letters = 'IFG § 9(4); VwVfG § 41(2); VwGO §§ 58(2), 70';

/** The month to answer. */
const monthCases: readonly Case[] = [
  {
    id: 'DE-001',
    title: 'a month from the thirty-first of January',
    statute,
    facts: received('2026-01-31'),
    asOf: '2026-02-28',
    expect: {
      maySue: [],
      follows: [],
      deadlines: {
        'determination:1': {
          dueOn: '2026-03-02',
          state: 'running',
          confidence: 'high',
          otherReadings: {},
          says: ['"soll": it should'],
        },
      },
    },
    because: 'February has no 31st: the month ends on its last day, Sat 28 Feb, and moves to Mon 2 Mar',
    source: month,
  },
  {
    id: 'DE-003',
    title: 'a month from the thirty-first of January in a leap year',
    statute,
    facts: received('2028-01-31'),
    asOf: '2028-02-01',
    expect: { deadlines: { 'determination:1': { dueOn: '2028-02-29', otherReadings: {} } } },
    because: 'the last day of February 2028 is Tue 29',
    source: month,
  },
  {
    id: 'DE-005',
    title: 'a month ends on the day of the same number',
    statute,
    facts: received('2014-11-10'),
    asOf: '2014-12-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2014-12-10', state: 'missed' } } },
    because: 'the day of receipt is not counted, and the month ends with 10 Dec, a Wednesday; not on the 11th or 12th',
    source: month,
  },
  {
    id: 'de-ifg-third-party',
    title: 'where somebody else must be heard, the month does not bind',
    statute,
    track: 'third-party',
    facts: received('2026-06-01'),
    asOf: '2026-09-02',
    expect: {
      maySue: ['2026-09-02'],
      deadlines: { 'determination:1': { dueOn: null, expected: true, state: 'running' } },
    },
    because: 'no day takes the place of the month; the three months of VwGO § 75 end on Tue 1 Sep all the same',
    source: 'IFG §§ 7(5) S. 3, 8; VwGO § 75',
  },
  {
    id: 'de-ifg-more-time',
    title: 'a letter that asks for more time gives none',
    statute,
    facts: [...received('2026-06-01'), { on: '2026-06-20', kind: 'extended', ground: 'workload', until: '2026-08-31' }],
    asOf: '2026-07-02',
    expect: {
      anomalies: ['extension-not-provided:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-01', state: 'missed', lateOnEveryReading: true } },
    },
    because: 'Wed 1 Jul; the Act knows no extension',
    source: month,
  },
];

/** Silence, and letters that count as having come. */
const remedyCases: readonly Case[] = [
  {
    id: 'DE-007',
    title: 'three months that end on a Saturday and holiday',
    statute,
    facts: received('2026-07-03'),
    asOf: '2026-10-06',
    expect: {
      maySue: ['2026-10-06'],
      follows: [],
      deadlines: { 'determination:1': { dueOn: '2026-08-03', state: 'missed' } },
    },
    because:
      'three months end on Sat 3 Oct, the Day of German Unity; moved, they end on Mon 5 Oct, and one may sue from Tue 6. Not moved, from Sun 4 Oct: the later is shown, so that nobody sues too early',
    source: 'VwGO §§ 57(2), 75; ZPO § 222(2); BGB §§ 187(1), 188(2), 193',
  },
  {
    id: 'de-ifg-letter-over-easter',
    title: 'a letter counts as having come on Easter Sunday',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-04-01', kind: 'determined', outcome: 'denied', appealRightsGiven: true },
    ],
    asOf: '2026-04-10',
    expect: {
      maySue: [],
      deadlines: { 'review-filing:3': { dueOn: '2026-05-05', state: 'running', mustArriveBy: { on: '2026-05-05' } } },
    },
    because: 'posted Wed 1 Apr: the fourth day is Sun 5 Apr, which does not move; one month ends on Tue 5 May',
    source: letters,
  },
  {
    id: 'de-ifg-letter-came-later',
    title: 'a letter that came after its fourth day',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-04-01', kind: 'determined', outcome: 'denied', notifiedOn: '2026-04-10' },
    ],
    asOf: '2026-04-11',
    expect: { deadlines: { 'review-filing:3': { dueOn: '2026-05-11', originalDueOn: '2026-05-11' } } },
    because: 'it came on Fri 10 Apr: 10 May is a Sunday, so Mon 11 May',
    source: letters,
  },
  {
    id: 'de-ifg-three-days',
    title: 'before 2025 a letter took three days',
    statute,
    facts: [...received('2024-10-07'), { on: '2024-11-06', kind: 'determined', outcome: 'partly-granted' }],
    asOf: '2024-11-11',
    expect: { deadlines: { 'review-filing:3': { dueOn: '2024-12-09' } } },
    because: 'posted Wed 6 Nov, so it came on Sat 9 Nov; one month ends on Mon 9 Dec (with four days: Tue 10)',
    source: 'VwVfG § 41(2), in its wording until 2024; VwGO § 70(1)',
  },
  {
    id: 'DE-011',
    title: 'a refusal that does not tell of the right to object',
    statute,
    facts: [
      ...received('2026-02-02'),
      { on: '2026-03-02', kind: 'determined', outcome: 'denied', notifiedOn: '2026-03-02', appealRightsGiven: false },
    ],
    asOf: '2026-04-15',
    expect: { deadlines: { 'review-filing:3': { dueOn: '2027-03-02', state: 'running' } } },
    because: 'a year from Mon 2 Mar 2026 ends on Tue 2 Mar 2027',
    source: letters,
  },
  {
    id: 'de-ifg-letter-without-notice',
    title: 'a year from a day that is presumed',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-04-01', kind: 'determined', outcome: 'denied', appealRightsGiven: false },
    ],
    asOf: '2026-05-06',
    expect: { deadlines: { 'review-filing:3': { dueOn: '2027-04-05', state: 'running' } } },
    because: 'it counts as having come on 5 Apr 2026; a year ends on Mon 5 Apr 2027',
    source: letters,
  },
  {
    id: 'de-ifg-objection-silent',
    title: 'an objection that nobody decides',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-04-01', kind: 'determined', outcome: 'denied' },
      { on: '2026-05-04', kind: 'appealed', channel: 'hand' },
    ],
    asOf: '2026-08-05',
    expect: {
      maySue: ['2026-08-05'],
      deadlines: {
        'review-filing:3': { dueOn: '2026-05-05', state: 'met' },
        'review-decision:4': { dueOn: '2026-08-04', state: 'running', expected: true },
        'suit-filing:4': null,
      },
    },
    because: 'three months from Mon 4 May end on Tue 4 Aug; a suit over delay has no last day',
    source: 'VwGO § 75',
  },
  {
    id: 'de-ifg-objection-rejected',
    title: 'an objection rejected: a month to sue',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-04-01', kind: 'determined', outcome: 'denied' },
      { on: '2026-05-04', kind: 'appealed', channel: 'hand' },
      { on: '2026-06-10', kind: 'appeal-decided', outcome: 'affirmed', notifiedOn: '2026-06-12' },
    ],
    asOf: '2026-06-15',
    expect: {
      maySue: ['2026-06-10'],
      deadlines: { 'suit-filing:5': { dueOn: '2026-07-13', state: 'running', mustArriveBy: { on: '2026-07-13' } } },
    },
    because: 'served Fri 12 Jun: 12 Jul is a Sunday, so Mon 13 Jul',
    source: 'VwGO §§ 57(2), 74(1), (2)',
  },
];

/** Germany, the Federation. */
export const deIfgCases: readonly Case[] = [...monthCases, ...remedyCases];
