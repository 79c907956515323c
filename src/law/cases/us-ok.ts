import type { Case } from './case.ts';

export const usOkCases: readonly Case[] = [
  {
    id: 'us-ok-plain',
    title: 'thirty days from a denial to the Counselor, seven working days to send it on',
    statute: 'us-ok',
    facts: [
      { on: '2026-02-23', kind: 'received' },
      { on: '2026-03-02', kind: 'determined', outcome: 'denied' },
      { on: '2026-04-01', kind: 'appealed', level: 'oversight', receivedOn: '2026-04-01' },
    ],
    asOf: '2026-04-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'met', expected: true },
        'complaint-filing:2': { dueOn: '2026-04-01', state: 'met', otherReadings: {} },
        'transfer:3': { dueOn: '2026-04-10', state: 'running', expected: true },
        'suit-filing:2': null,
      },
      maySue: ['2026-03-02'],
      anomalies: [],
    },
    because:
      '2 Mar + 30 = Wed 1 Apr. Then 2, 3 (2), 6 to 10 Apr (7): Good Friday is taken as a working day. The court is open from the denial on, without a last day',
    source: '51 O.S. 24A.17(B), 24A.40(B), (F)',
  },
  {
    id: 'us-ok-saturday',
    title: 'the thirtieth day is a Saturday: the earlier day is shown',
    statute: 'us-ok',
    facts: [
      { on: '2026-02-23', kind: 'received' },
      { on: '2026-03-05', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2026-03-06',
    expect: {
      deadlines: { 'complaint-filing:2': { dueOn: '2026-04-04', otherReadings: { 'last-day-moves': '2026-04-06' } } },
    },
    because: '5 Mar + 30 = Sat 4 Apr. That it moves to Mon 6 Apr is likely, but the act that says so was not read',
    source: '51 O.S. 24A.40(B); 25 O.S. 82.1',
  },
  {
    id: 'us-ok-silence',
    title: 'a request never answered has no last day for anybody',
    statute: 'us-ok',
    facts: [{ on: '2026-03-02', kind: 'received' }],
    asOf: '2026-09-01',
    expect: {
      deadlines: { 'determination:1': { dueOn: null, overdue: false }, 'complaint-filing:1': null },
      follows: [],
      maySue: [],
    },
    because: 'the Counselor can be asked at any time about a request that is not answered promptly; nothing is counted',
    source: '51 O.S. 24A.40(D)',
  },
  {
    id: 'us-ok-before-2025',
    title: 'a denial from before there was a Counselor',
    statute: 'us-ok',
    facts: [
      { on: '2025-01-06', kind: 'received' },
      { on: '2025-01-20', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2025-02-03',
    expect: { deadlines: { 'complaint-filing:2': null }, maySue: ['2025-01-20'] },
    because: 'the review came with the act of 2025; before, there was the court alone',
    source: '51 O.S. 24A.17(B)',
  },
  {
    id: 'us-ok-pending-in-2025',
    title: 'an older request denied once there was a Counselor',
    statute: 'us-ok',
    facts: [
      { on: '2025-05-01', kind: 'received' },
      { on: '2025-07-01', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2025-07-02',
    expect: { deadlines: { 'complaint-filing:2': { dueOn: '2025-07-31', state: 'running', otherReadings: {} } } },
    because: 'the review is of denials, so a denial of 1 Jul 2025 can go to it: 1 Jul + 30 = Thu 31 Jul',
    source: '51 O.S. 24A.40(B)',
  },
];
