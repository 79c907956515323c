import type { Case, WrittenFact } from './case.ts';

const statute = 'us-va';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const estimated: readonly WrittenFact[] = [
  ...received('2026-03-02'),
  { on: '2026-03-04', kind: 'fee-estimated', asksAnswer: true },
];

/** Virginia: five work days, seven more, and estimates. */
export const usVaCases: readonly Case[] = [
  {
    id: 'us-va-plain',
    title: 'five work days over Election Day, and seven more over Veterans Day',
    statute,
    facts: [...received('2026-10-29'), { on: '2026-11-06', kind: 'extended', ground: 'volume' }],
    asOf: '2026-11-19',
    expect: {
      maySue: ['2026-11-19'],
      follows: ['deemed-denied 2026-11-19'],
      deadlines: { 'determination:1': { dueOn: '2026-11-18', originalDueOn: '2026-11-06', state: 'missed' } },
    },
    because: '30 Oct (1), 2 Nov (2), not Tue 3, 4-6 (5); 9, 10 (7), not 11, 12, 13 (9), 16-18 (12)',
    source: 'Va. Code 2.2-3704(B)(4), (E), 2.2-3300',
  },
  {
    id: 'us-va-extension-late',
    title: 'an extension on the day after',
    statute,
    facts: [...received('2026-10-29'), { on: '2026-11-09', kind: 'extended', ground: 'volume' }],
    asOf: '2026-11-10',
    expect: {
      anomalies: ['extension-late:3'],
      maySue: ['2026-11-07'],
      follows: ['deemed-denied 2026-11-07'],
      deadlines: { 'determination:1': { dueOn: '2026-11-06', state: 'missed' } },
    },
    because: 'it counts only if made within the five work days, which ended on Fri 6 Nov',
    source: 'Va. Code 2.2-3704(B)(4), (E)',
  },
  {
    id: 'us-va-estimate',
    title: 'an estimate answered after two weeks',
    statute,
    facts: [...estimated, { on: '2026-03-18', kind: 'fee-answered', answer: 'agreed', channel: 'email' }],
    asOf: '2026-03-19',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-03-23',
          state: 'running',
          otherReadings: { 'stop-day-not-counted': '2026-03-24', 'resume-day-counted': '2026-03-20' },
        },
        'withdrawal:3': { dueOn: '2026-04-03', state: 'met' },
      },
    },
    because: '3 and 4 Mar (2); tolled 5-18; 19 and 20 (4), Mon 23 (5)',
    source: 'Va. Code 2.2-3704(F)',
  },
  {
    id: 'us-va-estimate-unanswered',
    title: 'an estimate that nobody answers',
    statute,
    facts: estimated,
    asOf: '2026-04-04',
    expect: {
      follows: ['withdrawn-by-law 2026-04-04'],
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 3 },
        'withdrawal:3': { dueOn: '2026-04-03', state: 'missed' },
      },
    },
    because: '4 Mar + 30 = Fri 3 Apr',
    source: 'Va. Code 2.2-3704(F)',
  },
  {
    id: 'us-va-criminal-files',
    title: 'sixty work days more for criminal investigative files',
    statute,
    facts: [...received('2026-03-02'), { on: '2026-03-09', kind: 'extended', ground: 'criminal investigative files' }],
    asOf: '2026-03-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-02', originalDueOn: '2026-03-09' } } },
    because:
      '3-6 Mar (4), 9 (5); then 10-13 (4), 16-20 (9), 23-27 (14), 30 Mar-3 Apr (19), 6-10 (24), 13-17 (29), 20-24 (34), 27 Apr-1 May (39), 4-8 (44), 11-15 (49), 18-22 (54), 26-29 (58), 1 and 2 Jun (60)',
    source: 'Va. Code 2.2-3704(B)(4), 2.2-3706.1',
  },
];
