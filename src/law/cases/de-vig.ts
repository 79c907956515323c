import type { Case, WrittenFact } from './case.ts';

const statute = 'de-vig';
const received: readonly WrittenFact[] = [
  { on: '2026-07-15', kind: 'filed', channel: 'email' },
  { on: '2026-07-15', kind: 'received' },
];

/** Germany, consumer information. */
export const deVigCases: readonly Case[] = [
  {
    id: 'de-vig-plain',
    title: 'a month that ends on a Saturday',
    statute,
    facts: received,
    asOf: '2026-08-17',
    expect: {
      maySue: [],
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-17',
          state: 'running',
          otherReadings: { 'others-take-part': '2026-09-15' },
          says: ['"in der Regel": as a rule'],
        },
      },
    },
    because:
      'Sat 15 Aug (a holiday in some places only) moves to Mon 17 Aug; if somebody else takes part it is Tue 15 Sep, without a word to the requester',
    source: 'VIG § 5(2) S. 1; VwVfG § 31(3)',
  },
  {
    id: 'de-vig-third-party',
    title: 'others take part, and the requester was told',
    statute,
    facts: [...received, { on: '2026-08-10', kind: 'extended', ground: 'third party' }],
    asOf: '2026-08-18',
    expect: {
      anomalies: [],
      deadlines: { 'determination:1': { dueOn: '2026-09-15', originalDueOn: '2026-08-17', state: 'running' } },
    },
    because: 'two months from 15 Jul end on Tue 15 Sep',
    source: 'VIG § 5(2) S. 2',
  },
  {
    id: 'de-vig-third-party-untold',
    title: 'others take part, and nobody told the requester',
    statute,
    track: 'third-party',
    facts: received,
    asOf: '2026-08-18',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-09-15',
          state: 'running',
          otherReadings: { 'extension-needs-notice': '2026-08-17' },
        },
      },
    },
    because: 'the period becomes longer by itself: Tue 15 Sep; if it does only when told, Mon 17 Aug',
    source: 'VIG § 5(2) S. 2',
  },
  {
    id: 'de-vig-refused',
    title: 'refused: a month from the fourth day after posting',
    statute,
    facts: [...received, { on: '2026-08-14', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-08-20',
    expect: {
      maySue: [],
      deadlines: { 'determination:1': { state: 'met' }, 'review-filing:3': { dueOn: '2026-09-18', state: 'running' } },
    },
    because: 'posted Fri 14 Aug, so it came on Tue 18 Aug; a month ends on Fri 18 Sep',
    source: 'VIG § 5(5); VwVfG § 41(2); VwGO § 70(1)',
  },
];
