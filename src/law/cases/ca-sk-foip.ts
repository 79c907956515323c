import type { Case, WrittenFact } from './case.ts';

const statute = 'ca-sk-foip';
const source = 'FOIP (Saskatchewan) ss. 7, 7.1, 12, 49; The Legislation Act s. 2-28';
const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];

/** Saskatchewan. */
export const caSkFoipCases: readonly Case[] = [
  {
    id: 'ca-sk-foip-plain',
    title: 'thirty days, then silence: a refusal, and a year to ask for a review',
    statute,
    facts: on('2026-06-08'),
    asOf: '2026-07-09',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-08', state: 'missed' },
        'review-filing:1': { dueOn: '2027-07-08', state: 'running' },
      },
      follows: ['deemed-denied 2026-07-09'],
    },
    because: 'day 30 after 8 June is 8 July; the year runs from the expiry of that time',
    source,
  },
  {
    id: 'ca-sk-foip-extended',
    title: 'extended on the thirtieth day',
    statute,
    facts: [...on('2026-06-08'), { on: '2026-07-08', kind: 'extended', ground: 'volume' }],
    asOf: '2026-07-09',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-08-07', originalDueOn: '2026-07-08', state: 'running' } },
    },
    because: 'sixty days in all from 8 June: Fri 7 August',
    source,
  },
  {
    id: 'ca-sk-foip-extended-late',
    title: 'extended on the thirty-first day',
    statute,
    facts: [...on('2026-06-08'), { on: '2026-07-09', kind: 'extended', ground: 'volume' }],
    asOf: '2026-07-09',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-08', state: 'missed' } },
      follows: ['deemed-denied 2026-07-09'],
    },
    because: 's. 12(2) asks for notice within thirty days after the application is made',
    source,
  },
  {
    id: 'ca-sk-foip-canada-day',
    title: 'the thirtieth day is Canada Day',
    statute,
    facts: on('2026-06-01'),
    asOf: '2026-06-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-02' } } },
    because: 'day 30 is Wed 1 July: Thu 2',
    source: 'The Legislation Act s. 2-28(5)',
  },
  {
    id: 'ca-sk-foip-abandoned',
    title: 'a question is not answered for thirty days',
    statute,
    facts: [
      ...on('2026-06-08'),
      { on: '2026-06-12', kind: 'clarification-requested', notifiedOn: '2026-06-12', answerBy: '2026-07-12' },
    ],
    asOf: '2026-07-14',
    expect: {
      status: 'paused',
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused' },
        'withdrawal:3': { dueOn: '2026-07-13', state: 'missed', otherReadings: { 'last-day-stays': '2026-07-12' } },
      },
      follows: ['withdrawn-by-law 2026-07-14'],
    },
    because: 'day 30 after 12 June is Sun 12 July; the closed day moves it to Mon 13, and reminders go by the 12th',
    source: 'FOIP (Saskatchewan) s. 7.1(1); The Legislation Act s. 2-28(5), (6)',
  },
  {
    id: 'ca-sk-foip-letter-came-later',
    title: 'the thirty days run from the day the question was received',
    statute,
    facts: [...on('2026-06-08'), { on: '2026-06-12', kind: 'clarification-requested', notifiedOn: '2026-06-15' }],
    asOf: '2026-07-14',
    expect: {
      follows: [],
      deadlines: {
        'withdrawal:3': {
          dueOn: '2026-07-15',
          state: 'running',
          says: ['the agency asked Fri 12 Jun 2026, in a letter that counts from Mon 15 Jun 2026'],
        },
      },
    },
    because: 'day 30 after Mon 15 June is Wed 15 July',
    source: 'FOIP (Saskatchewan) s. 7.1(1)',
  },
  {
    id: 'ca-sk-foip-answered',
    title: 'a question is answered: the thirty days begin anew',
    statute,
    facts: [
      ...on('2026-06-08'),
      { on: '2026-06-12', kind: 'clarification-requested', answerBy: '2026-07-12' },
      { on: '2026-06-19', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-06-22',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-20' }, 'withdrawal:3': { state: 'met', metOn: '2026-06-19' } },
    },
    because: 'thirty days after 19 June are Sun 19 July: Mon 20',
    source: 'FOIP (Saskatchewan) s. 6(4)',
  },
  {
    id: 'ca-sk-foip-review',
    title: 'denied: a year, which ends on a Saturday',
    statute,
    facts: [...on('2026-07-08'), { on: '2026-08-07', kind: 'determined', outcome: 'denied', notifiedOn: '2026-08-07' }],
    asOf: '2026-08-10',
    expect: {
      deadlines: {
        'review-filing:3': { dueOn: '2027-08-09', state: 'running', otherReadings: { 'last-day-stays': '2027-08-07' } },
      },
    },
    because: 'a year after 7 August 2026 is Sat 7 August 2027, a closed day: Mon 9, and reminders go by the 7th',
    source: 'FOIP (Saskatchewan) s. 49(2); The Legislation Act s. 2-28(6)',
  },
];
