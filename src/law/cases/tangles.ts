import type { Case, WrittenFact } from './case.ts';

const toll = '5 U.S.C. 552(a)(6)(A)(ii)';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const asked = (on: string): WrittenFact => ({ on, kind: 'clarification-requested', answerBy: '2026-12-31' });
const estimated = (on: string): WrittenFact => ({
  on,
  kind: 'fee-estimated',
  asksAnswer: true,
  answerBy: '2026-12-31',
});
const paidFor = (on: string): WrittenFact => ({ on, kind: 'fee-answered', answer: 'agreed', channel: 'email' });
const clarified = (on: string): WrittenFact => ({ on, kind: 'clarified', channel: 'email' });

/** Questions, extensions and messages that cross each other. */
export const tangleCases: readonly Case[] = [
  {
    id: 'tolls-that-overlap',
    title: 'a question about fees before the other is answered',
    facts: [...june, asked('2026-06-08'), estimated('2026-06-18'), clarified('2026-06-22'), paidFor('2026-07-06')],
    asOf: '2026-07-07',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-07-27' } } },
    because: 'five days to 8 Jun; nothing counts until 6 Jul; 7-10 (9), 13-17 (14), 20-24 (19), 27 (20)',
    source: toll,
  },
  {
    id: 'question-before-presumed-receipt',
    title: 'the agency asks on a day before the presumed arrival of the letter',
    facts: [{ on: '2026-06-01', kind: 'filed', channel: 'mail' }, asked('2026-06-05')],
    asOf: '2026-11-20',
    expect: {
      anomalies: ['toll-before-start:2'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-08',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'agency-receipt-date': null, 'literal-legal-holiday': '2026-07-07' },
        },
      },
    },
    because:
      'who asks on 5 Jun had the letter by then; on that reading the period stands still, so nobody is called late',
    source: toll,
  },
  {
    id: 'toll-inside-a-toll',
    title: 'a question about fees asked and answered while the other waits',
    facts: [...june, asked('2026-06-08'), estimated('2026-06-10'), paidFor('2026-06-12'), clarified('2026-07-06')],
    asOf: '2026-07-07',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-07-27' } } },
    because: 'what stands still already cannot stand still twice',
    source: toll,
  },
  {
    id: 'toll-that-never-ends',
    title: 'fees are settled, the question is never answered',
    facts: [...june, asked('2026-06-08'), estimated('2026-06-10'), paidFor('2026-06-12')],
    asOf: '2026-11-20',
    expect: {
      status: 'paused',
      maySue: [],
      feesBarred: null,
      deadlines: { 'determination:1': { dueOn: null, state: 'paused', remaining: 15, lateOnEveryReading: false } },
    },
    because: 'five of the twenty days are used; the agency still waits for one answer',
    source: toll,
  },
  {
    id: 'narrowed-in-answer',
    title: 'the question is answered by narrowing the request',
    facts: [...june, asked('2026-06-08'), { on: '2026-06-22', kind: 'narrowed', about: '3', channel: 'email' }],
    asOf: '2026-06-23',
    expect: {
      status: 'processing',
      deadlines: { 'determination:1': { dueOn: '2026-07-14' }, 'answer:3': { state: 'met' } },
    },
    because: 'the agency has what it asked for; fifteen days are left',
    source: '5 U.S.C. 552(a)(6)(A)(ii): receipt of the response ends the pause',
  },
  {
    id: 'answer-came-back',
    title: 'the answer never arrives',
    facts: [...june, asked('2026-06-08'), clarified('2026-06-22'), { on: '2026-06-23', kind: 'undeliverable' }],
    asOf: '2026-06-24',
    expect: { status: 'paused', deadlines: { 'determination:1': { dueOn: null, remaining: 15 } } },
    because: 'only what reached the agency ends the pause',
    source: toll,
  },
  {
    id: 'extension-in-a-pause-then-answered',
    title: 'a notice during the pause, after the day it would have ended on',
    facts: [
      ...june,
      asked('2026-06-24'),
      { on: '2026-07-10', kind: 'extended', ground: 'volume' },
      clarified('2026-07-20'),
    ],
    asOf: '2026-07-21',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-08-07', originalDueOn: '2026-06-30' } } },
    because: 'sixteen days to 24 Jun; 21-24 Jul are the last four; ten more end on Fri 7 Aug',
    source: '5 U.S.C. 552(a)(6)(B)(i)',
  },
  {
    id: 'extension-late-on-one-reading',
    title: 'a notice that is late by one working day, but not on every reading',
    facts: [
      ...june,
      asked('2026-06-24'),
      clarified('2026-07-20'),
      { on: '2026-07-27', kind: 'extended', ground: 'volume' },
    ],
    asOf: '2026-08-05',
    expect: {
      anomalies: ['extension-late:5'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-24',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'stop-day-not-counted': '2026-08-10', 'resume-day-counted': '2026-07-23' },
        },
      },
    },
    because:
      'if the day of asking does not count, the period ended on 27 Jul, the notice was in time, and ten days more end on 10 Aug',
    source: '5 U.S.C. 552(a)(6)(A)(ii), (B)(i)',
  },
  {
    id: 'extension-to-an-earlier-day',
    title: 'the agency names a day before the period ends anyway',
    facts: [...june, { on: '2026-06-22', kind: 'extended', ground: 'volume', until: '2026-06-26' }],
    asOf: '2026-06-27',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-06-30', state: 'running' } } },
    because: 'an extension takes no day away',
    source: '5 U.S.C. 552(a)(6)(B)(i)',
  },
  {
    id: 'ten-days-partly-spent',
    title: 'five of the ten days used on the request, and a notice on appeal that wants more',
    facts: [
      ...june,
      { on: '2026-06-22', kind: 'extended', ground: 'volume', until: '2026-07-08' },
      { on: '2026-07-08', kind: 'determined', outcome: 'denied' },
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-10-27', kind: 'extended', of: 'appeal-decision', ground: 'volume', until: '2026-11-30' },
    ],
    asOf: '2026-10-28',
    expect: {
      anomalies: ['extension-beyond-ten-days:6'],
      estimate: '2026-11-30',
      deadlines: {
        'appeal-decision:5': { dueOn: '2026-11-03', otherReadings: { 'ten-days-each-stage': '2026-11-10' } },
      },
    },
    because: '1, 2, 6, 7, 8 Jul were used; 28-30 Oct, 2 and 3 Nov are the other five',
    source: '5 U.S.C. 552(a)(6)(B)(i)',
  },
  {
    id: 'silence-appealed-then-answered',
    title: 'an appeal against silence, then a late denial',
    facts: [
      ...june,
      { on: '2026-07-06', kind: 'appealed', about: null, channel: 'email' },
      { on: '2026-07-10', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2026-07-13',
    expect: {
      status: 'decided',
      openMatters: ['appeal-against-silence'],
      maySue: ['2026-07-01/2026-07-10'],
      deadlines: {
        'appeal-decision:3': { dueOn: '2026-08-03', state: 'running' },
        'appeal-filing:4': { dueOn: '2026-10-08', state: 'running' },
      },
    },
    because: 'the denial came before suit and can be appealed for ninety days',
    source: 'Oglesby v. Department of the Army, 920 F.2d 57 (D.C. Cir. 1990)',
  },
  {
    id: 'closed-on-the-day-of-the-letter',
    title: 'a letter with its hour, and closed that day without one',
    facts: [
      ...june,
      { on: '2026-06-25', at: '2026-06-25T15:00:00Z', kind: 'determined', outcome: 'granted' },
      { on: '2026-06-25', kind: 'closed' },
    ],
    asOf: '2026-06-26',
    expect: { status: 'closed', closedOn: '2026-06-25', anomalies: [] },
    because: 'what is recorded later without an hour came later',
    source: 'the order of recording',
  },
  {
    id: 'window-after-suit-then-closed',
    title: 'a waiver refused during the suit, and all of it closed',
    facts: [
      ...june,
      { on: '2026-07-06', kind: 'lawsuit-filed' },
      { on: '2026-07-10', kind: 'fee-waiver-decided', granted: false },
      { on: '2026-08-03', kind: 'lawsuit-ended', outcome: 'settled' },
      { on: '2026-08-04', kind: 'closed' },
    ],
    asOf: '2026-08-05',
    expect: { status: 'closed', deadlines: { 'appeal-filing:4': { dueOn: '2026-10-08', state: 'void' } } },
    because: 'what is closed leaves nothing to appeal by a day',
    source: '36 CFR 1250.70(e)',
  },
];
