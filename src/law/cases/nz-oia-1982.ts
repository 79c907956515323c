import type { Case, WrittenFact } from './case.ts';

const statute = 'nz-oia-1982';
const source = 'Official Information Act 1982 ss. 2(1), 15(1)';
const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];
const determination = (dueOn: string): Case['expect'] => ({ deadlines: { 'determination:1': { dueOn } } });

/** New Zealand, central government. */
export const nzOia1982Cases: readonly Case[] = [
  {
    id: 'nz-oia-1982-plain',
    title: 'twenty working days, then silence',
    statute,
    facts: on('2026-03-02'),
    asOf: '2026-03-31',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-30', state: 'missed' }, 'complaint-filing:1': null },
      follows: ['deemed-denied 2026-03-31'],
    },
    because:
      '3 to 6 March (4), 9 to 13 (9), 16 to 20 (14), 23 to 27 (19), 30 (20); s. 28(4): a refusal, with no last day to complain',
    source,
  },
  {
    id: 'NZ-001',
    title: 'received in the days that do not count',
    statute,
    facts: on('2019-01-03'),
    asOf: '2019-01-04',
    expect: determination('2019-02-13'),
    because:
      '25 December to 15 January are no working days; 16 to 18 January (3), 21 to 25 (8), 28 to 1 February (13), 4, 5 (15), without Waitangi Day 7, 8 (17), 11 to 13 (20). Anniversary days of provinces count',
    source: 'fyi.org.nz/request/9411, where the body first said 14 February',
  },
  {
    id: 'NZ-003',
    title: 'received on Easter Sunday',
    statute,
    facts: on('2017-04-16'),
    asOf: '2017-04-18',
    expect: determination('2017-05-16'),
    because:
      'without Easter Monday 18 to 21 April (4), 24 (5), without ANZAC Day 26 to 28 (8), 1 to 5 May (13), 8 to 12 (18), 15, 16 (20)',
    source: 'fyi.org.nz/request/9411',
  },
  {
    id: 'NZ-005',
    title: 'the twentieth day is the first after the holidays',
    statute,
    facts: on('2019-11-27'),
    asOf: '2019-11-28',
    expect: determination('2020-01-16'),
    because: 'nineteen days by 24 December, the twentieth is 16 January',
    source: 'the Ombudsman’s dates over the holidays of 2019',
  },
  {
    id: 'NZ-007',
    title: 'the twentieth day is the last before the holidays',
    statute,
    facts: on('2022-11-25'),
    asOf: '2022-11-28',
    expect: determination('2022-12-23'),
    because: 'twenty working days after Fri 25 November: four weeks, Fri 23 December',
    source: 'the Ombudsman’s dates over the holidays of 2022',
  },
  {
    id: 'nz-oia-1982-second-extension',
    title: 'a second extension, sent in the time of the first',
    statute,
    facts: [
      ...on('2021-01-08'),
      { on: '2021-02-05', kind: 'extended', ground: 'consultations', until: '2021-03-08' },
      { on: '2021-03-05', kind: 'extended', ground: 'consultations', until: '2021-03-31' },
    ],
    asOf: '2021-03-09',
    expect: {
      anomalies: ['extension-late:4'],
      deadlines: {
        'determination:1': {
          dueOn: '2021-03-08',
          originalDueOn: '2021-02-15',
          state: 'missed',
          lateOnEveryReading: true,
        },
      },
      follows: ['deemed-denied 2021-03-09'],
      estimate: '2021-03-31',
    },
    because:
      '18 to 22 January (5), 25 to 29 (10), 1 to 5 February (15), without the Monday for Waitangi Day 9 to 12 (19), 15 (20). The first notice came in those twenty days, the second did not',
    source: 'Ombudsman, case note 549341; s. 15A(3)',
  },
  {
    id: 'nz-oia-1982-extended-late',
    title: 'a notice of extension on the twenty-first day',
    statute,
    facts: [...on('2026-03-02'), { on: '2026-03-31', kind: 'extended', ground: 'consultations', until: '2026-04-30' }],
    asOf: '2026-03-31',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-03-30', state: 'missed' } },
    },
    because: 'the twenty working days ended on 30 March',
    source: 's. 15A(3)',
  },
  {
    id: 'nz-oia-1982-asked-in-time',
    title: 'a question on the seventh working day, answered',
    statute,
    facts: [
      ...on('2026-03-02'),
      { on: '2026-03-11', kind: 'clarification-requested' },
      { on: '2026-03-13', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-03-16',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-04-14', originalDueOn: '2026-03-30' } } },
    because:
      '16 to 20 March (5), 23 to 27 (10), 30 to 2 April (14), without Good Friday and Easter Monday 7 to 10 (18), 13, 14 (20)',
    source: 's. 15(1AA), (1AB)',
  },
  {
    id: 'nz-oia-1982-asked-late',
    title: 'the same question on the eighth: nothing begins anew',
    statute,
    facts: [
      ...on('2026-03-02'),
      { on: '2026-03-12', kind: 'clarification-requested' },
      { on: '2026-03-13', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-03-16',
    expect: {
      anomalies: ['question-late:3', 'no-answer-date:3'],
      deadlines: { 'determination:1': { dueOn: '2026-03-30' } },
    },
    because: 'seven working days after receipt ended on 11 March',
    source: 's. 15(1AB)',
  },
  {
    id: 'nz-oia-1982-transferred',
    title: 'a request that came by transfer',
    statute,
    facts: on('2026-03-12'),
    asOf: '2026-03-13',
    expect: determination('2026-04-13'),
    because:
      'received by the second body on 12 March; 13 (1), 16 to 20 (6), 23 to 27 (11), 30 to 2 April (15), without Good Friday and Easter Monday 7 to 10 (19), 13 (20)',
    source: 'ss. 14, 15(1)',
  },
];
