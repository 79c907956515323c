import type { Case, WrittenFact } from './case.ts';

const toll = '5 U.S.C. 552(a)(6)(A)(ii); OIP, "New Limitations on Tolling the FOIA\'s Response Time" (2008)';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const march: readonly WrittenFact[] = [
  { on: '2026-03-02', kind: 'filed', channel: 'email' },
  { on: '2026-03-02', kind: 'received' },
];

/** Questions about the records, and how they are answered. */
export const pauseCases: readonly Case[] = [
  {
    id: 'one-toll',
    title: 'one question, answered after two weeks',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08' },
      { on: '2026-06-22', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-06-22',
    expect: {
      status: 'processing',
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-14',
          originalDueOn: '2026-06-30',
          otherReadings: {
            'stop-day-not-counted': '2026-07-15',
            'resume-day-counted': '2026-07-13',
            'literal-legal-holiday': '2026-07-13',
          },
        },
        'answer:3': { dueOn: '2026-07-08', state: 'met', metOn: '2026-06-22' },
      },
    },
    because: 'five days by 8 Jun; nothing from 9 to 22 Jun; fifteen more from 23 Jun, without 3 Jul',
    source: toll,
  },
  {
    id: 'US-009',
    title: 'a second question about the records',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-06-30' },
      { on: '2026-06-22', kind: 'clarified', receivedOn: '2026-06-22', about: '3' },
      { on: '2026-06-24', kind: 'clarification-requested', answerBy: '2026-07-20' },
      { on: '2026-07-08', kind: 'clarified', receivedOn: '2026-07-08', about: '5' },
    ],
    asOf: '2026-07-08',
    expect: { anomalies: ['second-question:5'], deadlines: { 'determination:1': { dueOn: '2026-07-14' } } },
    because: 'only one question about the records stops the period',
    source: toll,
  },
  {
    id: 'open-question',
    title: 'a question not yet answered',
    facts: [...june, { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08' }],
    asOf: '2026-07-20',
    expect: {
      status: 'paused',
      deadlines: {
        'determination:1': {
          dueOn: null,
          originalDueOn: '2026-06-30',
          state: 'paused',
          remaining: 15,
          overdue: false,
          lateOnEveryReading: false,
        },
        'answer:3': {
          dueOn: '2026-07-08',
          state: 'missed',
          overdue: true,
          owedBy: 'requester',
          lateOnEveryReading: true,
        },
      },
      openMatters: [],
      maySue: [],
      next: ['clarified'],
      turnsOn: null,
    },
    because: 'five of twenty days have run; nobody is late but us',
    source: toll,
  },
  {
    id: 'question-on-day-of-receipt',
    title: 'asked on the very day of receipt',
    facts: [
      ...june,
      { on: '2026-06-01', kind: 'clarification-requested' },
      { on: '2026-06-10', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-06-10',
    expect: {
      anomalies: ['no-answer-date:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-10' }, 'answer:3': { dueOn: null, state: 'met' } },
    },
    because: 'nothing has run; twenty days from Thu 11 Jun, without 19 Jun and 3 Jul',
    source: toll,
  },
  {
    id: 'answered-the-same-day',
    title: 'answered on the day it was asked',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08' },
      { on: '2026-06-08', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-06-08',
    expect: {
      status: 'processing',
      deadlines: {
        'determination:1': { dueOn: '2026-06-30', otherReadings: { 'stop-day-not-counted': '2026-07-01' } },
      },
    },
    because: 'a pause without days moves nothing, unless the day of asking does not count',
    source: toll,
  },
  {
    id: 'question-before-start',
    title: 'asked before the right component had it',
    facts: [
      ...march,
      { on: '2026-03-04', kind: 'clarification-requested', answerBy: '2026-04-01' },
      { on: '2026-03-09', kind: 'routed' },
    ],
    asOf: '2026-03-20',
    expect: {
      status: 'processing',
      anomalies: ['toll-before-start:3'],
      openMatters: ['clarification'],
      deadlines: { 'determination:1': { dueOn: '2026-04-06' } },
    },
    because: 'a period that has not started cannot stand still',
    source: toll,
  },
  {
    id: 'question-too-late',
    title: 'asked when the period had ended',
    facts: [...june, { on: '2026-07-06', kind: 'clarification-requested', answerBy: '2026-08-06' }],
    asOf: '2026-07-07',
    expect: {
      status: 'processing',
      anomalies: ['toll-after-expiry:3'],
      deadlines: {
        'determination:1': { dueOn: '2026-06-30', state: 'missed', overdue: true, lateOnEveryReading: true },
      },
    },
    because: 'nothing is left to stop',
    source: toll,
  },
  {
    id: 'question-on-last-day',
    title: 'asked on the last day',
    facts: [...june, { on: '2026-06-30', kind: 'clarification-requested', answerBy: '2026-08-06' }],
    asOf: '2026-07-10',
    expect: {
      anomalies: ['toll-after-expiry:3'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-30',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'stop-day-not-counted': null },
        },
      },
    },
    because: 'a pause would start the day after; if the day of asking does not count, the last day is still open',
    source: toll,
  },
  {
    id: 'answer-by-mail',
    title: 'the answer goes by mail',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08' },
      { on: '2026-06-15', kind: 'clarified', channel: 'mail' },
    ],
    asOf: '2026-06-16',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-15',
          assumed: true,
          says: ['assumed to have reached the agency Tue 23 Jun 2026'],
        },
      },
    },
    because: 'mail of 15 Jun is presumed there on Tue 23 Jun; fifteen more days without 3 Jul',
    source: toll,
  },
  {
    id: 'unperfected',
    title: 'the agency says there is no proper request yet',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08', unperfected: true },
      { on: '2026-06-22', kind: 'clarified', channel: 'email' },
      { on: '2026-06-24', kind: 'perfected' },
    ],
    asOf: '2026-06-24',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-14',
          otherReadings: {
            'stop-day-not-counted': '2026-07-15',
            'resume-day-counted': '2026-07-13',
            'literal-legal-holiday': '2026-07-13',
            'starts-at-perfected': '2026-07-23',
          },
        },
      },
    },
    because: 'asking is a pause by default; on the other reading twenty days run from 24 Jun',
    source: '5 U.S.C. 552(a)(6)(A)(ii)(I), (a)(3)(A)',
  },
  {
    id: 'unperfected-open',
    title: 'the agency says there is no proper request yet, and waits',
    facts: [...june, { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08', unperfected: true }],
    asOf: '2026-06-24',
    expect: { status: 'paused', deadlines: { 'determination:1': { dueOn: null, remaining: 15, otherReadings: {} } } },
    because: 'there is no date on either reading',
    source: '5 U.S.C. 552(a)(6)(A)(ii)(I), (a)(3)(A)',
  },
  {
    id: 'perfected-ends-the-pause',
    title: 'the agency says the request is perfected, though our answer is not on record',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08', unperfected: true },
      { on: '2026-06-22', kind: 'perfected' },
    ],
    asOf: '2026-06-22',
    expect: {
      status: 'processing',
      deadlines: { 'determination:1': { dueOn: '2026-07-14' }, 'answer:3': { state: 'met' } },
    },
    because: 'the agency has what it asked for',
    source: toll,
  },
  {
    id: 'still-interested',
    title: 'asked whether one is still interested',
    facts: [...june, { on: '2026-06-01', kind: 'interest-asked', answerBy: '2026-07-14' }],
    asOf: '2026-06-02',
    expect: {
      status: 'processing',
      anomalies: ['interest-window-short:3'],
      openMatters: ['interest'],
      next: ['interest-confirmed'],
      deadlines: { 'determination:1': { dueOn: '2026-06-30' }, 'answer:3': { dueOn: '2026-07-14' } },
    },
    because: 'thirty working days would end on 15 Jul; such a letter stops nothing',
    source: 'OIP guidance on "still-interested" inquiries (2015)',
  },
  {
    id: 'answer-within',
    title: "the letter sets no day, the agency's rules do",
    facts: [...june, { on: '2026-06-08', kind: 'clarification-requested' }],
    overrides: { answerWithin: { count: 30, unit: 'calendar-day', cites: { label: '32 CFR 286.5(c)' } } },
    asOf: '2026-06-09',
    expect: { anomalies: [], deadlines: { 'answer:3': { dueOn: '2026-07-08', says: ['30 calendar days'] } } },
    because: 'thirty days after 8 Jun',
    source: "the agency's regulation",
  },
];
