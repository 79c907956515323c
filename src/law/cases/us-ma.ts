import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [{ on: '2026-06-01', kind: 'received' }];

/** Massachusetts: receipt on a day off, what silence costs, and ninety days from the request. */
export const usMaCases: readonly Case[] = [
  {
    id: 'us-ma-plain',
    title: 'Massachusetts: ten days to answer, fifteen for an agency to produce',
    statute: 'us-ma',
    track: 'state-agency',
    facts: june,
    asOf: '2026-06-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-15', otherReadings: {} },
        'production:1': { dueOn: '2026-06-23' },
        'ruling-request:1': { dueOn: '2026-06-30', expected: true },
      },
    },
    because:
      'from Mon 1 Jun: 2 to 5 (4), 8 to 12 (9), Mon 15 (10), 16 to 18 (13), Fri 19 Jun is Juneteenth, 22 (14), Tue 23 Jun (15), 24 to 26 (18), 29 (19), Tue 30 Jun (20)',
    source: 'Mass. G.L. c. 66 s. 10(b), (c); 950 CMR 32.06',
  },
  {
    id: 'us-ma-municipality',
    title: 'Massachusetts: twenty-five days for a town, whose office is open before a Saturday holiday',
    statute: 'us-ma',
    track: 'municipality',
    facts: june,
    asOf: '2026-06-02',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-15' }, 'production:1': { dueOn: '2026-07-07' } },
    },
    because:
      'after Tue 23 Jun (15): 24 to 26 (18), 29 Jun to 3 Jul (23; Fri 3 Jul is open), Mon 6 (24), Tue 7 Jul (25)',
    source: 'Mass. G.L. c. 66 s. 10(b)(vi); c. 4 s. 7 cl. 18',
  },
  {
    id: 'us-ma-office-closed',
    title: 'Massachusetts: a day on which the office is closed does not count',
    statute: 'us-ma',
    track: 'municipality',
    facts: june,
    overrides: { calendar: { add: ['2026-07-03'] } },
    asOf: '2026-06-02',
    expect: { deadlines: { 'production:1': { dueOn: '2026-07-08' } } },
    because: 'as before, but Fri 3 Jul is not counted: 6 (23), 7 (24), Wed 8 Jul (25)',
    source: 'Mass. G.L. c. 66 s. 10(b)(vi); 950 CMR 32.03(3)',
  },
  {
    id: 'us-ma-patriots-day-silence',
    title: "Massachusetts: sent on a Saturday before Patriots' Day, never answered",
    statute: 'us-ma',
    facts: [
      { on: '2026-04-18', kind: 'filed', channel: 'email' },
      { on: '2026-07-06', kind: 'appealed', level: 'oversight', about: null, receivedOn: '2026-07-06' },
    ],
    asOf: '2026-07-07',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-05-05', state: 'missed' },
        'appeal-filing:1': { dueOn: '2026-07-17', state: 'met' },
        'appeal-decision:2': { dueOn: '2026-07-20', state: 'running' },
      },
      feesBarred: '2026-05-06',
      maySue: ['2026-05-06'],
      follows: ['may-complain 2026-05-06'],
    },
    because:
      "Sat 18 Apr: received on the next business day, Tue 21 Apr, since Mon 20 Apr is Patriots' Day; 22 (1), 23 (2), 24 (3), 27 Apr to 1 May (8), 4 (9), Tue 5 May (10). Ninety days from the request, 18 Apr: Fri 17 Jul. The appeal of Mon 6 Jul: 7 to 10 (4), 13 to 17 (9), Mon 20 Jul (10)",
    source: '950 CMR 32.03(3), 32.06(2), 32.08(1)(d), 32.08(2)(a)',
  },
  {
    id: 'us-ma-denied',
    title: 'Massachusetts: ninety days from the date of the answer',
    statute: 'us-ma',
    facts: [...june, { on: '2026-06-12', kind: 'determined', outcome: 'denied', notifiedOn: '2026-06-16' }],
    asOf: '2026-06-20',
    expect: {
      deadlines: { 'determination:1': { state: 'met' }, 'appeal-filing:2': { dueOn: '2026-09-10' } },
      feesBarred: null,
      maySue: ['2026-06-12'],
    },
    because: 'from the date of the response, not its arrival: 12 Jun + 90 = Thu 10 Sep',
    source: '950 CMR 32.08(1)(c)',
  },
  {
    id: 'ST-004',
    title: 'Massachusetts: dropped in a box on Thanksgiving',
    statute: 'us-ma',
    facts: [{ on: '2026-11-26', kind: 'filed', channel: 'hand' }],
    asOf: '2026-11-30',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-12-11' } } },
    because: 'received Fri 27 Nov, when the office is open; 30 Nov to 4 Dec (5), 7 to 11 Dec (10)',
    source: '950 CMR 32.03(3), 32.06(2)(e), with the example of the town counsel',
  },
  {
    id: 'us-ma-saturday-before-2021',
    title: 'Massachusetts: before June 2021 an e-mail on a Saturday was received that day',
    statute: 'us-ma',
    facts: [{ on: '2019-09-07', kind: 'filed', channel: 'email' }],
    asOf: '2019-09-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2019-09-20' } } },
    because: 'Mon 9 Sep is day 1, 10 to 13 (5), 16 to Fri 20 Sep (10); by the later rule Mon 23 Sep',
    source: '950 CMR 32.06 before 2021',
  },
  {
    id: 'us-ma-before-2017',
    title: 'Massachusetts: ten calendar days until 2016',
    statute: 'us-ma',
    facts: [{ on: '2016-12-01', kind: 'received' }],
    asOf: '2016-12-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2016-12-12', otherReadings: { 'last-day-stays': '2016-12-11' } } },
      feesBarred: null,
      follows: ['may-complain 2016-12-13'],
    },
    because: '1 Dec + 10 = Sun 11 Dec, moved to Mon 12 Dec if c. 4 s. 9 applies',
    source: 'Mass. G.L. c. 66 s. 10(b) before St. 2016 c. 121',
  },
  {
    id: 'us-ma-fee-unpaid',
    title: 'Massachusetts: while a fee is unpaid nobody is late with the records',
    statute: 'us-ma',
    track: 'municipality',
    facts: [...june, { on: '2026-06-12', kind: 'fee-estimated', asksAnswer: true }],
    asOf: '2026-07-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-15', state: 'missed' }, 'production:1': { state: 'void' } },
    },
    because: 'the ten days to answer do not wait for a fee (due Mon 15 Jun); the records may',
    source: 'Mass. G.L. c. 66 s. 10(b)(vi); 950 CMR 32.06(2)(b)',
  },
];
