import type { Case } from './case.ts';

/** Nevada: from the person who has the record, in writing or by word of mouth. */
export const usNvCases: readonly Case[] = [
  {
    id: 'us-nv-plain',
    title: 'Nevada: the end of the fifth business day',
    statute: 'us-nv',
    facts: [{ on: '2026-03-02', kind: 'received' }],
    asOf: '2026-03-10',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-09', state: 'missed', otherReadings: {} } },
      maySue: ['2026-03-10'],
      follows: [],
    },
    because: 'received Mon 2 Mar: 3 to 6 (4), Mon 9 Mar (5)',
    source: 'NRS 239.0107(1)',
  },
  {
    id: 'us-nv-spoken-and-misdirected',
    title: 'Nevada: asked by telephone at the wrong desk, over Nevada Day',
    statute: 'us-nv',
    facts: [
      { on: '2026-10-23', kind: 'filed', channel: 'phone' },
      { on: '2026-10-26', kind: 'routed' },
    ],
    asOf: '2026-11-04',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-11-03', state: 'missed' } },
      maySue: ['2026-11-04'],
    },
    because:
      'reached the custodian Mon 26 Oct: 27 (1), 28 (2), 29 (3), Fri 30 Oct is Nevada Day, Mon 2 (4), Tue 3 Nov (5); election day is no holiday',
    source: 'NRS 239.0107(1), 236.015',
  },
  {
    id: 'us-nv-later-date',
    title: 'Nevada: a notice of a later date in time',
    statute: 'us-nv',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-09', kind: 'extended', ground: 'in storage', until: '2026-03-27' },
    ],
    asOf: '2026-03-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-27', originalDueOn: '2026-03-09', state: 'running' } },
      maySue: [],
    },
    because: 'given on the fifth day, with the earliest date; no most is set',
    source: 'NRS 239.0107(1)(c)',
  },
  {
    id: 'ST-032',
    title: 'Nevada: over Nevada Day',
    statute: 'us-nv',
    facts: [{ on: '2026-10-26', kind: 'received' }],
    asOf: '2026-10-27',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-11-03' } } },
    because: '27 to 29 Oct (3), Fri 30 Oct is Nevada Day, 2 (4), Tue 3 Nov (5)',
    source: 'NRS 239.0107(1)',
  },
  {
    id: 'us-nv-promise-passed',
    title: 'Nevada: the later date that the notice gave passes',
    statute: 'us-nv',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-09', kind: 'estimated', date: '2026-03-27' },
    ],
    asOf: '2026-04-15',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-03-27',
          originalDueOn: '2026-03-09',
          state: 'running',
          expected: true,
          overdue: false,
        },
      },
      maySue: [],
      follows: [],
    },
    because:
      'the notice of the fifth day, Mon 9 Mar, is one of the four answers of the law; the date in it is a promise',
    source: 'NRS 239.0107(1)(c)',
  },
];
