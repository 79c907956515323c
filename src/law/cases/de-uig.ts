import type { Case, WrittenFact } from './case.ts';

const statute = 'de-uig';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const vague: readonly WrittenFact[] = [
  ...received('2026-07-03'),
  { on: '2026-07-20', kind: 'clarification-requested' },
  { on: '2026-07-27', kind: 'clarified', channel: 'email', receivedOn: '2026-07-27' },
];
const twoMonths = 'UIG §§ 3(3) S. 2 Nr. 2, 4(5)';

/** Germany, environmental information. */
export const deUigCases: readonly Case[] = [
  {
    id: 'de-uig-plain',
    title: 'a month, and then silence',
    statute,
    facts: received('2026-07-03'),
    asOf: '2026-08-04',
    expect: {
      maySue: [],
      follows: [],
      deadlines: {
        'determination:1': { dueOn: '2026-08-03', state: 'missed', lateOnEveryReading: true, otherReadings: {} },
      },
    },
    because: 'Mon 3 Aug; a suit over the delay waits until three months have passed',
    source: 'UIG § 3(3) S. 2 Nr. 1; VwGO § 75',
  },
  {
    id: 'DE-009',
    title: 'extensive and complex: two months',
    statute,
    facts: [...received('2026-07-03'), { on: '2026-08-03', kind: 'extended', ground: 'extensive and complex' }],
    asOf: '2026-08-04',
    expect: {
      anomalies: [],
      deadlines: { 'determination:1': { dueOn: '2026-09-03', originalDueOn: '2026-08-03', state: 'running' } },
    },
    because: 'told on the last day of the first month; two months from 3 Jul end on Thu 3 Sep',
    source: twoMonths,
  },
  {
    id: 'de-uig-extension-late',
    title: 'told a day after the month: no second month',
    statute,
    facts: [...received('2026-07-03'), { on: '2026-08-04', kind: 'extended', ground: 'extensive and complex' }],
    asOf: '2026-08-04',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-08-03', state: 'missed' } },
    },
    because: 'the month ended on Mon 3 Aug',
    source: twoMonths,
  },
  {
    id: 'de-uig-not-chained',
    title: 'two months are counted from the first day, not from the end of the first',
    statute,
    facts: [...received('2026-01-31'), { on: '2026-03-02', kind: 'extended', ground: 'extensive and complex' }],
    asOf: '2026-03-03',
    expect: {
      anomalies: [],
      deadlines: { 'determination:1': { dueOn: '2026-03-31', originalDueOn: '2026-03-02', state: 'running' } },
    },
    because:
      'the first month ends on Sat 28 Feb, so Mon 2 Mar, the day of the notice; two months from 31 Jan end on Tue 31 Mar, not on 28 Mar or 2 Apr',
    source: `${twoMonths}; BGB §§ 188(3), 193`,
  },
  {
    id: 'de-uig-restart',
    title: 'too vague: made precise, the month begins again',
    statute,
    facts: vague,
    asOf: '2026-07-28',
    expect: {
      anomalies: ['no-answer-date:3'],
      deadlines: { 'determination:1': { dueOn: '2026-08-27', originalDueOn: '2026-08-03', state: 'running' } },
    },
    because: 'the answer came on Mon 27 Jul; a month from it ends on Thu 27 Aug',
    source: 'UIG § 4(2)',
  },
  {
    id: 'de-uig-restart-extended',
    title: 'made precise, and then extended',
    statute,
    facts: [...vague, { on: '2026-08-27', kind: 'extended', ground: 'extensive and complex' }],
    asOf: '2026-08-28',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-09-28', state: 'running' } } },
    because: 'two months from 27 Jul end on Sun 27 Sep, so Mon 28 Sep',
    source: `UIG § 4(2); ${twoMonths}`,
  },
  {
    id: 'de-uig-restart-last-day',
    title: 'a question on the last day is in time',
    statute,
    facts: [...received('2026-07-03'), { on: '2026-08-03', kind: 'clarification-requested' }],
    asOf: '2026-08-10',
    expect: { status: 'paused', deadlines: { 'determination:1': { dueOn: null, state: 'paused' } } },
    because: 'the body may ask within the month, which ends on Mon 3 Aug; until we answer nothing runs',
    source: 'UIG § 4(2)',
  },
  {
    id: 'de-uig-question-late',
    title: 'a question after the month restarts nothing',
    statute,
    facts: [
      ...received('2026-07-03'),
      { on: '2026-08-05', kind: 'clarification-requested' },
      { on: '2026-08-10', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-08-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-08-03', state: 'missed' } } },
    because: 'the month ended on Mon 3 Aug',
    source: 'UIG § 4(2)',
  },
  {
    id: 'de-uig-passed-on',
    title: 'the month runs at the body that holds the information',
    statute,
    facts: [...received('2026-07-03'), { on: '2026-07-10', kind: 'routed' }],
    asOf: '2026-07-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-08-10', state: 'running' } } },
    because: 'it reached the holder on Fri 10 Jul; a month ends on Mon 10 Aug',
    source: 'UIG §§ 3(3) S. 2, 4(3)',
  },
];
