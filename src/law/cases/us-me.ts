import type { Case } from './case.ts';

/** Maine: five days for letters, none for records, and thirty from the paper. */
export const usMeCases: readonly Case[] = [
  {
    id: 'us-me-plain',
    title: 'Maine: five working days to acknowledge, none to produce',
    statute: 'us-me',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-06-09',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-06-08', state: 'missed', overdue: true },
        'notice:1': { dueOn: '2026-06-08', expected: true, overdue: false },
        'determination:1': { dueOn: null, expected: true },
        'suit-filing:1': { dueOn: '2026-07-08', state: 'running', expected: true },
      },
      maySue: ['2026-06-09'],
    },
    because:
      'received Mon 1 Jun: 2, 3, 4 and 5 Jun are days 1 to 4, Mon 8 Jun is day 5; the records themselves have no day',
    source: '1 M.R.S. 408-A(4), 413(1)',
  },
  {
    id: 'us-me-acknowledged',
    title: 'Maine: acknowledged in time',
    statute: 'us-me',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-05', kind: 'acknowledged' },
    ],
    asOf: '2026-06-30',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-06-08', state: 'met', metOn: '2026-06-05' },
        'suit-filing:1': null,
      },
      maySue: [],
    },
    because: 'Fri 5 Jun is the fourth of five working days',
    source: '1 M.R.S. 413(1)',
  },
  {
    id: 'us-me-patriots-day',
    title: "Maine: over Patriots' Day, and thirty days from the day the denial arrived",
    statute: 'us-me',
    facts: [
      { on: '2026-04-17', kind: 'received' },
      { on: '2026-04-24', kind: 'acknowledged' },
      { on: '2026-06-09', kind: 'determined', outcome: 'denied', notifiedOn: '2026-06-11' },
    ],
    asOf: '2026-06-12',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-04-27', state: 'met' },
        'suit-filing:3': { dueOn: '2026-07-11', otherReadings: { 'last-day-moves': '2026-07-13' } },
      },
      maySue: ['2026-06-09'],
    },
    because:
      "received Fri 17 Apr; Mon 20 Apr is Patriots' Day; 21, 22, 23 and 24 are days 1 to 4, Mon 27 Apr is day 5. The denial reached us Thu 11 Jun: + 30 = Sat 11 Jul, or moved Mon 13 Jul",
    source: '1 M.R.S. 413(1), 409(1)',
  },
  {
    id: 'us-me-answer-in-court',
    title: 'Maine: fourteen days to answer in court',
    statute: 'us-me',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-08', kind: 'determined', outcome: 'denied', notifiedOn: '2026-06-08' },
      { on: '2026-06-15', kind: 'lawsuit-filed' },
      { on: '2026-06-17', kind: 'served' },
    ],
    asOf: '2026-06-20',
    expect: {
      deadlines: { 'answer-to-complaint:4': { dueOn: '2026-07-01' }, 'suit-filing:2': { state: 'met' } },
    },
    because: 'served Wed 17 Jun: + 14 = Wed 1 Jul',
    source: '1 M.R.S. 409(1)',
  },
];
