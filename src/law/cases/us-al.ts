import type { Case, WrittenFact } from './case.ts';

const acknowledged: readonly WrittenFact[] = [
  { on: '2026-07-13', kind: 'filed', channel: 'hand' },
  { on: '2026-07-13', kind: 'received' },
  { on: '2026-07-17', kind: 'acknowledged' },
];

/** Ten days to acknowledge, fifteen to answer, thirty until silence is a denial. */
export const usAlCases: readonly Case[] = [
  {
    id: 'us-al-plain',
    title: 'Alabama: acknowledged in four days, then silence',
    statute: 'us-al',
    facts: acknowledged,
    asOf: '2026-08-29',
    expect: {
      deadlines: {
        'acknowledgement:1': {
          dueOn: '2026-07-23',
          metOn: '2026-07-17',
          otherReadings: { 'business-days': '2026-07-27' },
        },
        'determination:1': { dueOn: '2026-08-07', state: 'missed', otherReadings: {} },
      },
      follows: ['deemed-denied 2026-08-29'],
      maySue: ['2026-08-29'],
    },
    because:
      'received Mon 13 Jul: the tenth calendar day is Thu 23 Jul (the tenth business day Mon 27 Jul). From Fri 17 Jul: 20 to 24 Jul are days 1 to 5, 27 to 31 days 6 to 10, 3 to 7 Aug days 11 to 15. Days 16 to 30 end on Fri 28 Aug, before the sixtieth calendar day (15 Sep): presumed denied from the day after',
    source: 'Ala. Code 36-12-44(a)(3) to (5)',
  },
  {
    id: 'us-al-presumption-overtakes',
    title: 'Alabama: two extensions in time, and presumed denied before they end',
    statute: 'us-al',
    facts: [
      ...acknowledged,
      { on: '2026-08-07', kind: 'extended', ground: 'volume' },
      { on: '2026-08-28', kind: 'extended', ground: 'volume' },
    ],
    asOf: '2026-09-01',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-09-21', originalDueOn: '2026-08-07', state: 'running' } },
      follows: ['deemed-denied 2026-08-29'],
      maySue: ['2026-08-29'],
      anomalies: [],
    },
    because:
      'fifteen business days after Fri 7 Aug are Fri 28 Aug; fifteen after that, without Labor Day (7 Sep), Mon 21 Sep. The thirty business days of the presumption still end on Fri 28 Aug: no notice moves them',
    source: 'Ala. Code 36-12-44(a)(4), (5)',
  },
  {
    id: 'us-al-roll',
    title: 'Alabama: the tenth day is a Sunday',
    statute: 'us-al',
    facts: [
      { on: '2026-09-03', kind: 'filed', channel: 'hand' },
      { on: '2026-09-03', kind: 'received' },
    ],
    asOf: '2026-09-04',
    expect: {
      deadlines: { 'acknowledgement:1': { dueOn: '2026-09-14', otherReadings: { 'business-days': '2026-09-18' } } },
    },
    because: 'Thu 3 Sep and ten days are Sun 13 Sep: Mon 14 Sep. Ten business days without Labor Day: Fri 18 Sep',
    source: 'Ala. Code 36-12-44(a)(3), 1-1-4',
  },
  {
    id: 'us-al-never-acknowledged',
    title: 'Alabama: never acknowledged',
    statute: 'us-al',
    facts: acknowledged.slice(0, 2),
    asOf: '2026-07-28',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-07-23', state: 'missed', lateOnEveryReading: true },
        'determination:1': { dueOn: '2026-08-13' },
      },
    },
    because:
      'late on both readings of the ten days after Mon 27 Jul. The fifteen run from an acknowledgement; while there is none, from Thu 23 Jul: 24 Jul is day 1, 31 Jul 6, 7 Aug 11, Thu 13 Aug 15',
    source: 'Ala. Code 36-12-44(a)(3), (4)',
  },
  {
    id: 'us-al-time-intensive',
    title: 'Alabama: more than eight hours of work',
    statute: 'us-al',
    track: 'time-intensive',
    facts: acknowledged,
    asOf: '2026-09-22',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-09-21',
          state: 'missed',
          otherReadings: { 'from-the-choice': '2026-10-13' },
          lateOnEveryReading: false,
        },
      },
      follows: [],
    },
    because:
      'thirty business days after Fri 17 Jul are Fri 28 Aug, fifteen more, without Labor Day, Mon 21 Sep. If the days run from the choice to go on, at the latest fifteen later: without Columbus Day (12 Oct) Tue 13 Oct. The presumption takes 180 days here, not 30',
    source: 'Ala. Code 36-12-44(b)',
  },
  {
    id: 'us-al-still-unacknowledged',
    title: 'Alabama: half a year without an acknowledgement: that is late, and nothing else has begun',
    statute: 'us-al',
    facts: acknowledged.slice(0, 2),
    asOf: '2027-01-15',
    expect: {
      deadlines: {
        'acknowledgement:1': { state: 'missed', overdue: true, lateOnEveryReading: true },
        'determination:1': {
          dueOn: '2026-08-13',
          state: 'running',
          expected: true,
          overdue: false,
          says: ['owed only once the request is acknowledged'],
        },
      },
      follows: [],
      maySue: [],
    },
    because: 'the fifteen days and the presumption both run from the acknowledgement, and there is none',
    source: 'Ala. Code 36-12-44(a)(3) to (5)',
  },
  {
    id: 'us-al-part-came',
    title: 'Alabama: records came in part, so nothing is presumed denied',
    statute: 'us-al',
    facts: [...acknowledged, { on: '2026-08-05', kind: 'interim-release' }],
    asOf: '2026-09-16',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-08-07', state: 'missed' } },
      follows: [],
      maySue: [],
    },
    because:
      'the presumption is of a request to which nothing of substance came within thirty business days (Fri 28 Aug)',
    source: 'Ala. Code 36-12-44(a)(5)a',
  },
];
