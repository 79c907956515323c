import type { Case, WrittenFact } from './case.ts';

const statute = 'es-19-2013';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'portal' },
  { on, kind: 'received' },
];
const asked: readonly WrittenFact[] = [
  ...received('2026-06-01'),
  { on: '2026-06-08', kind: 'clarification-requested', notifiedOn: '2026-06-08' },
];
const month = 'Ley 19/2013 art. 20.1; Ley 39/2015 art. 30.4, 30.5';

/** Spain, the State. */
export const es192013Cases: readonly Case[] = [
  {
    id: 'ES-001',
    title: 'a month from the thirty-first of January, and silence',
    statute,
    facts: received('2026-01-31'),
    asOf: '2026-03-03',
    expect: {
      follows: ['deemed-denied 2026-03-03'],
      maySue: ['2026-03-03'],
      deadlines: {
        'determination:1': { dueOn: '2026-03-02', state: 'missed', confidence: 'high', otherReadings: {} },
        'complaint-filing:1': { dueOn: '2026-04-02', state: 'running', expected: true },
        'suit-filing:1': null,
      },
    },
    because:
      'February has no 31st: Sat 28 Feb moves to Mon 2 Mar; the month for the CTBG would end on Thu 2 Apr (a holiday in most regions, not in all), but against silence it takes complaints later too',
    source: `${month}; Ley 19/2013 arts. 20.4, 24.2`,
  },
  {
    id: 'es-19-2013-extension',
    title: 'another month, told on the last day but one',
    statute,
    facts: [...received('2026-06-01'), { on: '2026-06-30', kind: 'extended', ground: 'volume' }],
    asOf: '2026-07-02',
    expect: {
      anomalies: [],
      deadlines: { 'determination:1': { dueOn: '2026-08-03', originalDueOn: '2026-07-01', state: 'running' } },
    },
    because: 'two months from 1 Jun end on Sat 1 Aug, so Mon 3 Aug',
    source: month,
  },
  {
    id: 'es-19-2013-extension-late',
    title: 'told a day after the month: nothing',
    statute,
    facts: [...received('2026-06-01'), { on: '2026-07-02', kind: 'extended', ground: 'volume' }],
    asOf: '2026-07-02',
    expect: {
      anomalies: ['extension-late:3'],
      follows: ['deemed-denied 2026-07-02'],
      deadlines: { 'determination:1': { dueOn: '2026-07-01', state: 'missed' } },
    },
    because: 'the month ended on Wed 1 Jul; a term that has ended cannot be extended',
    source: 'Ley 19/2013 art. 20.1; Ley 39/2015 art. 32.3',
  },
  {
    id: 'es-19-2013-question',
    title: 'a question: the month stands still for fourteen days',
    statute,
    facts: [...asked, { on: '2026-06-22', kind: 'clarified', channel: 'portal' }],
    asOf: '2026-06-23',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-15', originalDueOn: '2026-07-01', state: 'running' },
        'withdrawal:3': { dueOn: '2026-06-22', state: 'met', owedBy: 'requester' },
      },
    },
    because:
      'ten working days: 9-12 Jun (4), 15-19 (9), Mon 22 (10); from the 8th to the answer on the 22nd are 14 days: Wed 1 Jul and 14 days is Wed 15 Jul',
    source: 'Ley 19/2013 art. 19.2; Ley 39/2015 art. 22.1.a',
  },
  {
    id: 'es-19-2013-question-unanswered',
    title: 'a question that nobody answers ends the request',
    statute,
    facts: asked,
    asOf: '2026-06-23',
    expect: {
      status: 'paused',
      follows: ['withdrawn-by-law 2026-06-23'],
      deadlines: { 'withdrawal:3': { dueOn: '2026-06-22', state: 'missed' } },
    },
    because: 'the tenth working day after Mon 8 Jun is Mon 22 Jun',
    source: 'Ley 19/2013 art. 19.2',
  },
  {
    id: 'es-19-2013-third-party',
    title: 'others are heard: fifteen working days stand still',
    statute,
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-08', kind: 'consulted' },
      { on: '2026-06-29', kind: 'contacted', about: '3' },
    ],
    asOf: '2026-06-30',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-22', originalDueOn: '2026-07-01', state: 'running' } },
    },
    because:
      'fifteen working days from Mon 8 Jun: 9-12 (4), 15-19 (9), 22-26 (14), Mon 29 (15); 21 days after Wed 1 Jul is Wed 22 Jul',
    source: 'Ley 19/2013 art. 19.3; Ley 39/2015 art. 22.1',
  },
  {
    id: 'es-19-2013-granted',
    title: 'granted without the documents: ten working days',
    statute,
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-15', kind: 'determined', outcome: 'partly-granted', notifiedOn: '2026-06-16' },
    ],
    asOf: '2026-06-17',
    expect: {
      maySue: ['2026-06-15'],
      deadlines: {
        'production:3': { dueOn: '2026-06-30', state: 'running' },
        'complaint-filing:3': { dueOn: '2026-07-16', state: 'running' },
        'suit-filing:3': {
          dueOn: '2026-08-16',
          confidence: 'low',
          otherReadings: { 'last-day-moves': '2026-08-17' },
        },
      },
    },
    because:
      'notified Tue 16 Jun: 17-19 (3), 22-26 (8), 29 and 30 (10); a month to the CTBG ends on Thu 16 Jul; two months to sue on Sun 16 Aug, if August counts',
    source: 'Ley 19/2013 arts. 20.5, 22.1, 24.2; Ley 29/1998 art. 46.1',
  },
  {
    id: 'es-19-2013-complaint-silent',
    title: 'three months of silence on the complaint',
    statute,
    facts: [
      ...received('2026-01-31'),
      { on: '2026-03-10', kind: 'appealed', level: 'oversight', about: null, channel: 'portal' },
    ],
    asOf: '2026-06-11',
    expect: {
      follows: ['deemed-denied 2026-03-03', 'deemed-denied 2026-06-11'],
      deadlines: { 'complaint-decision:3': { dueOn: '2026-06-10', state: 'missed' } },
    },
    because: 'three months from Tue 10 Mar end on Wed 10 Jun',
    source: 'Ley 19/2013 art. 24.4',
  },
];
