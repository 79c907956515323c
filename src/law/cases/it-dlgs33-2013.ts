import type { Case, WrittenFact } from './case.ts';

const statute = 'it-dlgs33-2013';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const heard: readonly WrittenFact[] = [
  ...received('2026-06-01'),
  { on: '2026-06-10', kind: 'consulted' },
  { on: '2026-06-20', kind: 'contacted', about: '3' },
];
const days = 'D.lgs. 33/2013 art. 5(6)';

/** Italy. */
export const itDlgs332013Cases: readonly Case[] = [
  {
    id: 'it-dlgs33-2013-plain',
    title: 'thirty days, and silence that refuses nothing',
    statute,
    facts: received('2026-06-01'),
    asOf: '2026-07-02',
    expect: {
      follows: ['may-complain 2026-07-02'],
      maySue: ['2026-07-02'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-01',
          state: 'missed',
          confidence: 'high',
          lateOnEveryReading: true,
          otherReadings: {},
        },
        'review-filing:1': null,
        'suit-filing:1': { dueOn: '2026-07-31', state: 'running', confidence: 'high' },
      },
    },
    because: 'day 30 after 1 June is Wed 1 July; thirty days to sue end on Fri 31 July',
    source: `${days}, (7); Circolare n. 2/2017 §§ 5, 5.2`,
  },
  {
    id: 'it-dlgs33-2013-heard',
    title: 'others are heard for ten days: the last day is a Saturday',
    statute,
    facts: heard,
    asOf: '2026-07-13',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-11',
          originalDueOn: '2026-07-01',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'saturday-moves-too': '2026-07-13' },
        },
      },
    },
    because:
      '9 days to 10 Jun; the next ten do not count; the other 21 after 20 Jun end on Sat 11 Jul, for some on Mon 13 Jul: late for certain from the 14th',
    source: `D.lgs. 33/2013 art. 5(5), (6)`,
  },
  {
    id: 'it-dlgs33-2013-more-time',
    title: 'a letter that asks for more time gives none',
    statute,
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-25', kind: 'extended', ground: 'complexity', until: '2026-07-31' },
    ],
    asOf: '2026-07-02',
    expect: {
      anomalies: ['extension-not-provided:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-01', state: 'missed' } },
    },
    because: 'the period cannot be derogated from',
    source: 'Circolare n. 2/2017 § 5',
  },
  {
    id: 'it-dlgs33-2013-holiday',
    title: 'the thirtieth day is a holiday',
    statute,
    facts: received('2026-05-03'),
    asOf: '2026-06-03',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-03', state: 'running', otherReadings: { 'last-day-stays': '2026-06-02' } },
      },
    },
    because: 'day 30 after 3 May is Tue 2 June, the Day of the Republic: Wed 3 June by the civil code',
    source: `${days}; c.c. art. 2963`,
  },
  {
    id: 'it-dlgs33-2013-review',
    title: 'review over silence, decided by a Monday',
    statute,
    facts: [...heard, { on: '2026-07-13', kind: 'appealed', about: null, channel: 'email' }],
    asOf: '2026-07-14',
    expect: {
      deadlines: {
        'determination:1': { state: 'missed', lateOnEveryReading: true },
        'review-decision:5': {
          dueOn: '2026-08-03',
          state: 'running',
          otherReadings: { 'last-day-stays': '2026-08-02' },
        },
      },
    },
    because: 'twenty days after Mon 13 Jul end on Sun 2 Aug, so Mon 3 Aug; on the other reading on the Sunday',
    source: 'D.lgs. 33/2013 art. 5(7); c.c. art. 2963',
  },
  {
    id: 'it-dlgs33-2013-review-silent',
    title: 'silence on the review, after the Garante was asked',
    statute,
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-30', kind: 'determined', outcome: 'denied', notifiedOn: '2026-06-30' },
      { on: '2026-07-06', kind: 'appealed', channel: 'email' },
      { on: '2026-07-10', kind: 'extended', ground: 'Garante privacy', of: 'appeal-decision' },
    ],
    asOf: '2026-08-06',
    expect: {
      maySue: ['2026-06-30', '2026-08-06'],
      deadlines: {
        'suit-filing:3': { dueOn: '2026-07-30' },
        'review-decision:4': {
          dueOn: '2026-08-05',
          originalDueOn: '2026-07-27',
          state: 'missed',
          confidence: 'medium',
        },
        'suit-filing:4': { dueOn: '2026-09-04', state: 'running' },
      },
    },
    because:
      'thirty days to sue over the refusal of 30 Jun end on 30 Jul; twenty days after Mon 6 Jul end on Sun 26 Jul, and ten more on Wed 5 Aug; thirty days from that silence end on Fri 4 Sep, if August counts',
    source: 'D.lgs. 33/2013 art. 5(7); c.p.a. art. 116',
  },
  {
    id: 'it-dlgs33-2013-ombudsman',
    title: 'the ombudsman of the region finds the refusal unlawful',
    statute,
    facts: [
      ...received('2026-03-02'),
      { on: '2026-03-20', kind: 'determined', outcome: 'denied', notifiedOn: '2026-03-20' },
      { on: '2026-03-27', kind: 'appealed', level: 'oversight', channel: 'email' },
      { on: '2026-04-22', kind: 'appeal-decided', level: 'oversight', outcome: 'reversed', notifiedOn: '2026-04-24' },
    ],
    asOf: '2026-04-27',
    expect: {
      deadlines: {
        'suit-filing:3': { dueOn: '2026-04-19', otherReadings: { 'last-day-moves': '2026-04-20' } },
        'complaint-decision:4': {
          dueOn: '2026-04-27',
          originalDueOn: '2026-04-27',
          state: 'met',
          confidence: 'medium',
        },
        'reasons:5': {
          dueOn: '2026-05-25',
          state: 'running',
          expected: true,
          otherReadings: { 'last-day-stays': '2026-05-24' },
        },
      },
    },
    because:
      'thirty days after Fri 27 Mar end on Sun 26 Apr, so Mon 27; thirty days after Fri 24 Apr end on Sun 24 May, so Mon 25 May; thirty days to sue over the refusal itself ended on Sun 19 Apr',
    source: 'D.lgs. 33/2013 art. 5(8); c.p.a. art. 116(1)',
  },
];
