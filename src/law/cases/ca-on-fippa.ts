import type { Case, WrittenFact } from './case.ts';

const statute = 'ca-on-fippa';
const source = 'FIPPA (Ontario) ss. 26, 29(4), 50(2)';
const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];

/** Ontario, before Bill 97 and since. */
export const caOnFippaCases: readonly Case[] = [
  {
    id: 'ca-on-fippa-plain',
    title: 'thirty days, before there was a bill',
    statute,
    facts: on('2025-06-09'),
    asOf: '2025-07-10',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2025-07-09', state: 'missed', otherReadings: {}, lateOnEveryReading: true },
        'appeal-filing:1': {
          dueOn: '2025-08-08',
          expected: true,
          confidence: 'low',
          says: ['the careful day: it may not bind you'],
        },
      },
      follows: ['deemed-denied 2025-07-10'],
    },
    because:
      'day 30 after 9 June is Wed 9 July; the refusal by silence can be appealed at any time by the practice of the Commissioner; thirty days after 9 July, Fri 8 August, are the careful ones',
    source,
  },
  {
    id: 'ca-on-fippa-bill-97',
    title: 'filed in June 2026: forty-five business days, or thirty days',
    statute,
    facts: on('2026-06-08'),
    asOf: '2026-07-20',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-11',
          state: 'running',
          confidence: 'low',
          otherReadings: { 'thirty-days': '2026-07-08' },
        },
      },
      follows: [],
    },
    because:
      '9 to 12 June (4), 15 to 19 (9), 22 to 26 (14), 29, 30 (16), without 1 July 2, 3 (18), 6 to 10 (23), 13 to 17 (28), 20 to 24 (33), 27 to 31 (38), 3 to 7 August (43; the civic holiday is none of the statute), 10, 11 (45); if the bill does not reach the request, Wed 8 July',
    source: 'FIPPA (Ontario) s. 26; Bill 97 (2026) as reported',
  },
  {
    id: 'ca-on-fippa-bill-97-late',
    title: 'the same the day after both have passed',
    statute,
    facts: on('2026-06-08'),
    asOf: '2026-08-12',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-08-11', state: 'missed', lateOnEveryReading: true } },
      follows: ['deemed-denied 2026-08-12'],
    },
    because: 'late on the thirty days since 9 July, and on the forty-five business days since 12 August',
    source: 'FIPPA (Ontario) s. 26; Bill 97 (2026) as reported',
  },
  {
    id: 'ca-on-fippa-pending',
    title: 'filed before the bill, and still waiting when it came',
    statute,
    facts: on('2026-03-16'),
    asOf: '2026-04-20',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-04-15',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'other-version': '2026-05-21' },
        },
      },
    },
    because:
      'day 30 after 16 March is Wed 15 April; nobody knows whether the bill reaches what was pending: 17 to 20 March (4), 23 to 27 (9), 30 to 2 April (13), without Good Friday and Easter Monday 7 to 10 (17), then five a week to 15 May (42), without Victoria Day 19 to 21 (45)',
    source: 'FIPPA (Ontario) s. 26; Bill 97 (2026) as reported',
  },
  {
    id: 'ca-on-fippa-weekend',
    title: 'the thirtieth day is a Sunday',
    statute,
    facts: on('2025-06-13'),
    asOf: '2025-06-16',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2025-07-14', otherReadings: { 'last-day-stays': '2025-07-13' } } },
    },
    because: 'day 30 after 13 June is Sun 13 July: Mon 14, by a rule that was not read',
    source: 'Legislation Act, 2006, ss. 88, 89',
  },
  {
    id: 'ca-on-fippa-appeal',
    title: 'denied in writing: thirty days to appeal',
    statute,
    facts: [...on('2026-06-08'), { on: '2026-07-08', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-07-09',
    expect: {
      deadlines: { 'determination:1': { state: 'met' }, 'appeal-filing:3': { dueOn: '2026-08-07', state: 'running' } },
    },
    because: 'notice given on 8 July: day 30 is Fri 7 August',
    source,
  },
  {
    id: 'ca-on-fippa-deposit',
    title: 'a deposit is asked for and paid',
    statute,
    facts: [
      ...on('2025-06-09'),
      { on: '2025-06-16', kind: 'fee-estimated', asksAnswer: true, prepayment: true, answerBy: '2025-07-16' },
      { on: '2025-06-24', kind: 'fee-paid', channel: 'email' },
    ],
    asOf: '2025-06-27',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2025-07-17',
          originalDueOn: '2025-07-09',
          otherReadings: { 'stop-day-not-counted': '2025-07-18' },
        },
      },
    },
    because:
      'seven days by 16 June, eight left out, 23 more after 24 June: Thu 17 July; a day later if 16 June does not count either',
    source: 'FIPPA (Ontario) s. 26; Reg. 460 s. 7 (not read)',
  },
];
