import type { Case, WrittenFact } from './case.ts';

const rule = '5 U.S.C. 552(a)(6)(B)(i)';
const ground = 'voluminous records';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];

/** Ten more working days, if the notice comes in time. */
export const extensionCases: readonly Case[] = [
  {
    id: 'timely-extension',
    title: 'a notice in time',
    facts: [...june, { on: '2026-06-22', kind: 'extended', ground }],
    asOf: '2026-06-23',
    expect: {
      anomalies: [],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-15',
          originalDueOn: '2026-06-30',
          otherReadings: { 'literal-legal-holiday': '2026-07-14' },
        },
      },
    },
    because: 'ten more after Tue 30 Jun, without Fri 3 Jul',
    source: rule,
  },
  {
    id: 'extension-on-last-day',
    title: 'a notice on the last day',
    facts: [...june, { on: '2026-06-30', kind: 'extended', ground }],
    asOf: '2026-07-01',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-07-15', state: 'running' } } },
    because: 'the last day is still in time',
    source: rule,
  },
  {
    id: 'US-007',
    title: 'a notice the day after',
    facts: [...june, { on: '2026-07-01', kind: 'extended', ground, until: '2026-07-15' }],
    asOf: '2026-07-02',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-30',
          state: 'missed',
          overdue: true,
          lateOnEveryReading: true,
          otherReadings: {},
        },
      },
      estimate: '2026-07-15',
      maySue: ['2026-07-01'],
      feesBarred: '2026-07-01',
    },
    because: 'the twenty days were over: a late notice gives nothing',
    source: '5 U.S.C. 552(a)(6)(B)(i), (a)(4)(A)(viii)(II)(aa); 32 CFR 286.8(c)',
  },
  {
    id: 'extension-with-toll',
    title: 'a pause, then a notice in time',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08' },
      { on: '2026-06-22', kind: 'clarified', channel: 'email' },
      { on: '2026-07-10', kind: 'extended', ground },
    ],
    asOf: '2026-07-11',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-28',
          otherReadings: {
            'stop-day-not-counted': '2026-07-29',
            'resume-day-counted': '2026-07-27',
            'literal-legal-holiday': '2026-07-27',
          },
        },
      },
    },
    because: 'ten more after Tue 14 Jul',
    source: rule,
  },
  {
    id: 'extension-during-pause',
    title: 'a notice while the period stands still',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-08-08' },
      { on: '2026-07-20', kind: 'extended', ground },
    ],
    asOf: '2026-07-21',
    expect: { status: 'paused', anomalies: [], deadlines: { 'determination:1': { dueOn: null, remaining: 25 } } },
    because: 'a period that stands still has not ended: fifteen days and ten more are left',
    source: rule,
  },
  {
    id: 'extension-to-own-day',
    title: 'the agency names an earlier day',
    facts: [...june, { on: '2026-06-22', kind: 'extended', ground, until: '2026-07-08' }],
    asOf: '2026-06-23',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-07-08' } } },
    because: 'the notice must name the day on which a determination is expected; earlier than ten more days, it binds',
    source: rule,
  },
  {
    id: 'extension-beyond',
    title: 'the agency names a day months away',
    facts: [...june, { on: '2026-06-22', kind: 'extended', ground, until: '2026-12-01' }],
    asOf: '2026-06-23',
    expect: {
      anomalies: ['extension-beyond-ten-days:3'],
      estimate: '2026-12-01',
      deadlines: { 'determination:1': { dueOn: '2026-07-15' } },
    },
    because: 'no notice can name a day more than ten working days off; the rest is an estimate',
    source: rule,
  },
  {
    id: 'extension-twice',
    title: 'a second notice',
    facts: [...june, { on: '2026-06-22', kind: 'extended', ground }, { on: '2026-07-10', kind: 'extended', ground }],
    asOf: '2026-07-11',
    expect: { anomalies: ['extension-repeated:4'], deadlines: { 'determination:1': { dueOn: '2026-07-15' } } },
    because: 'ten days in all',
    source: rule,
  },
  {
    id: 'question-during-extension',
    title: 'a question during the added days, not answered',
    facts: [
      ...june,
      { on: '2026-06-22', kind: 'extended', ground },
      { on: '2026-07-07', kind: 'clarification-requested', answerBy: '2026-08-07' },
    ],
    asOf: '2026-07-20',
    expect: {
      status: 'processing',
      anomalies: ['toll-during-extension:4'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-15',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'extension-tolls': null, 'literal-legal-holiday': '2026-07-14' },
        },
      },
    },
    because: 'the law stops "the 20-day period" only; on the other reading the ten days stand still as well',
    source: '5 U.S.C. 552(a)(6)(A)(ii)',
  },
  {
    id: 'question-during-extension-answered',
    title: 'a question during the added days, answered',
    facts: [
      ...june,
      { on: '2026-06-22', kind: 'extended', ground },
      { on: '2026-07-07', kind: 'clarification-requested', answerBy: '2026-08-07' },
      { on: '2026-07-09', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-07-20',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-15',
          lateOnEveryReading: true,
          otherReadings: { 'extension-tolls': '2026-07-17', 'literal-legal-holiday': '2026-07-14' },
        },
      },
    },
    because: 'two working days later at most',
    source: '5 U.S.C. 552(a)(6)(A)(ii)',
  },
  {
    id: 'extension-over-new-year',
    title: 'ten days over Christmas and New Year',
    facts: [
      { on: '2026-12-01', kind: 'filed', channel: 'email' },
      { on: '2026-12-01', kind: 'received' },
      { on: '2026-12-21', kind: 'extended', ground },
    ],
    asOf: '2026-12-22',
    expect: { deadlines: { 'determination:1': { originalDueOn: '2026-12-30', dueOn: '2027-01-14' } } },
    because: 'twenty days end on Wed 30 Dec; ten more without 1 Jan on Thu 14 Jan',
    source: rule,
  },
];
