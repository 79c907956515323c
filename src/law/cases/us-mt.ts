import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'received' },
  { on: '2026-06-04', kind: 'acknowledged' },
];

/** Montana: everything from the acknowledgement, for the bodies that the law reaches on the day. */
export const usMtCases: readonly Case[] = [
  {
    id: 'us-mt-plain',
    title: 'Montana: five days to acknowledge, ninety from then',
    statute: 'us-mt',
    track: 'executive',
    facts: june,
    asOf: '2026-06-05',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-06-08', state: 'met' },
        'determination:1': { dueOn: '2026-09-02', otherReadings: {}, confidence: 'medium' },
      },
    },
    because: 'from Mon 1 Jun: 2 to 5 (4), Mon 8 Jun (5); acknowledged Thu 4 Jun: + 90 = Wed 2 Sep',
    source: 'MCA 2-6-1006(3)',
  },
  {
    id: 'us-mt-single-record',
    title: 'Montana: five working days from the acknowledgement for a single record',
    statute: 'us-mt',
    track: 'executive-single-record',
    facts: june,
    asOf: '2026-06-12',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-11', state: 'missed' } },
      maySue: ['2026-06-12'],
    },
    because: 'from Thu 4 Jun: 5 (1), 8 (2), 9 (3), 10 (4), Thu 11 Jun (5)',
    source: 'MCA 2-6-1006(3), 2-6-1009(3)',
  },
  {
    id: 'us-mt-six-months',
    title: 'Montana: six months from the acknowledgement after a notice',
    statute: 'us-mt',
    track: 'executive',
    facts: [...june, { on: '2026-08-20', kind: 'extended', ground: 'volume' }],
    asOf: '2026-09-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-12-04', originalDueOn: '2026-09-02' } }, maySue: [] },
    because: 'the notice came within the ninety days; six months from 4 Jun are 4 Dec, a Friday',
    source: 'MCA 2-6-1006(3)',
  },
  {
    id: 'us-mt-never-acknowledged',
    title: 'Montana: never acknowledged: that is late, and the ninety days have not begun',
    statute: 'us-mt',
    track: 'executive',
    facts: [{ on: '2026-07-06', kind: 'received' }],
    asOf: '2026-11-01',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-07-13', state: 'missed', overdue: true },
        'determination:1': {
          dueOn: '2026-10-13',
          state: 'running',
          expected: true,
          otherReadings: { 'last-day-stays': '2026-10-11' },
        },
      },
      maySue: [],
    },
    because:
      "from Mon 6 Jul: 7 to 10 (4), Mon 13 Jul (5); 13 Jul + 90 = Sun 11 Oct; Mon 12 Oct is Indigenous Peoples' Day, so it moves to Tue 13 Oct",
    source: 'MCA 2-6-1006(3), 1-1-216, 1-1-306',
  },
  {
    id: 'us-mt-university',
    title: 'Montana: a university, and a question that suspends the ninety days',
    statute: 'us-mt',
    track: 'other-state-body',
    facts: [
      { on: '2026-07-13', kind: 'received' },
      { on: '2026-07-16', kind: 'acknowledged' },
      { on: '2026-07-20', kind: 'clarification-requested' },
      { on: '2026-08-10', kind: 'clarified', channel: 'email', about: '3' },
    ],
    asOf: '2026-08-11',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-07-20', state: 'met' },
        'determination:1': { dueOn: '2026-11-04', originalDueOn: '2026-10-14' },
      },
    },
    because:
      'from Mon 13 Jul: 14 to 17 (4), Mon 20 Jul (5); acknowledged Thu 16 Jul: + 90 = Wed 14 Oct; 21 Jul to 10 Aug, 21 days, do not count: Wed 4 Nov',
    source: 'MCA 2-6-1006(3); 2025 HB 100',
  },
  {
    id: 'us-mt-university-before-july-2026',
    title: 'Montana: the same university a month earlier had no day',
    statute: 'us-mt',
    track: 'other-state-body',
    facts: [{ on: '2026-06-15', kind: 'received' }],
    asOf: '2026-06-29',
    expect: {
      deadlines: { 'acknowledgement:1': null, 'determination:1': { dueOn: null, expected: true } },
      maySue: [],
    },
    because: 'until 30 Jun 2026 the days bound the executive branch alone',
    source: 'MCA 2-6-1006 (temporary); 2025 HB 100',
  },
  {
    id: 'us-mt-local',
    title: 'Montana: a county has no day',
    statute: 'us-mt',
    facts: [{ on: '2026-07-13', kind: 'received' }],
    asOf: '2026-12-01',
    expect: {
      deadlines: { 'acknowledgement:1': null, 'determination:1': { dueOn: null, overdue: false } },
      maySue: [],
    },
    because: '"in a timely manner" sets no day that could be missed',
    source: 'MCA 2-6-1006(2)',
  },
];
