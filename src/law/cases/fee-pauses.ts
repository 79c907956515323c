import type { Case, WrittenFact } from './case.ts';

const toll = '5 U.S.C. 552(a)(6)(A)(ii); OIP, "New Limitations on Tolling the FOIA\'s Response Time" (2008)';

const march: readonly WrittenFact[] = [
  { on: '2026-03-02', kind: 'filed', channel: 'email' },
  { on: '2026-03-02', kind: 'received' },
];

/** Questions about fees, alone and beside one about the records. */
export const feePauseCases: readonly Case[] = [
  {
    id: 'fee-question',
    title: 'a question about fees',
    facts: [
      ...march,
      {
        on: '2026-03-09',
        kind: 'fee-estimated',
        amount: { value: 340, currency: 'USD' },
        asksAnswer: true,
        answerBy: '2026-04-08',
      },
      { on: '2026-03-24', kind: 'fee-answered', answer: 'agreed', channel: 'portal' },
    ],
    asOf: '2026-03-24',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-04-14' }, 'answer:3': { state: 'met' } } },
    because: 'five days by 9 Mar; fifteen more from Wed 25 Mar',
    source: toll,
  },
  {
    id: 'fee-told-not-asked',
    title: 'an estimate that asks for nothing',
    facts: [...march, { on: '2026-03-09', kind: 'fee-estimated', asksAnswer: false }],
    asOf: '2026-03-10',
    expect: {
      status: 'processing',
      openMatters: [],
      deadlines: { 'determination:1': { dueOn: '2026-03-30' }, 'answer:3': null },
    },
    because: 'only a question stops the period',
    source: toll,
  },
  {
    id: 'paying-ends-nothing',
    title: 'paid, but the question not answered',
    facts: [
      ...march,
      { on: '2026-03-09', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-04-08' },
      { on: '2026-03-12', kind: 'fee-paid' },
      { on: '2026-03-13', kind: 'fee-settled' },
    ],
    asOf: '2026-03-20',
    expect: {
      status: 'paused',
      deadlines: {
        'determination:1': { dueOn: null, remaining: 15 },
        'answer:3': { state: 'met', metOn: '2026-03-12' },
      },
    },
    because: 'the pause ends when the agency has the answer it asked for',
    source: toll,
  },
  {
    id: 'fee-questions-without-limit',
    title: 'two questions about fees',
    facts: [
      ...march,
      { on: '2026-03-05', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-04-08' },
      { on: '2026-03-11', kind: 'fee-answered', answer: 'scope-cut', channel: 'email', about: '3' },
      { on: '2026-03-16', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-04-08' },
      { on: '2026-03-20', kind: 'fee-answered', answer: 'agreed', channel: 'email', about: '5' },
    ],
    asOf: '2026-03-20',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-04-09' } } },
    because: '6 to 11 and 17 to 20 Mar do not count, eight working days in all',
    source: toll,
  },
  {
    id: 'overlapping-tolls',
    title: 'a question about the records and one about fees at once',
    facts: [
      ...march,
      { on: '2026-03-09', kind: 'clarification-requested', answerBy: '2026-04-08' },
      { on: '2026-03-16', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-04-15' },
      { on: '2026-03-20', kind: 'clarified', channel: 'email' },
      { on: '2026-03-27', kind: 'fee-answered', answer: 'agreed', channel: 'email' },
    ],
    asOf: '2026-03-27',
    expect: {
      anomalies: [],
      deadlines: {
        'determination:1': {
          dueOn: '2026-04-17',
          otherReadings: { 'stop-day-not-counted': '2026-04-20', 'resume-day-counted': '2026-04-16' },
        },
      },
    },
    because: 'from 10 to 27 Mar nothing counts; the days in both pauses are left out once',
    source: toll,
  },
  {
    id: 'separate-tolls',
    title: 'a question about the records and later one about fees',
    facts: [
      ...march,
      { on: '2026-03-05', kind: 'clarification-requested', answerBy: '2026-04-08' },
      { on: '2026-03-11', kind: 'clarified', channel: 'email' },
      { on: '2026-03-19', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-04-15' },
      { on: '2026-03-25', kind: 'fee-answered', answer: 'agreed', channel: 'email' },
    ],
    asOf: '2026-03-25',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-04-09' } } },
    because: '6 to 11 and 20 to 25 Mar do not count, four working days each',
    source: toll,
  },
];
