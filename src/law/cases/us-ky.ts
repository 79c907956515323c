import type { Case } from './case.ts';

/** Kentucky: which of three laws, and the Attorney General's decision that starts the way to court. */
export const usKyCases: readonly Case[] = [
  {
    id: 'us-ky-plain',
    title: 'Kentucky: five business days',
    statute: 'us-ky',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-06-09',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-08', state: 'missed', otherReadings: {} } },
      maySue: ['2026-06-09'],
      follows: ['may-complain 2026-06-09'],
    },
    because: 'received Mon 1 Jun: 2, 3, 4 and 5 Jun are days 1 to 4, Mon 8 Jun is day 5',
    source: 'KRS 61.880(1)',
  },
  {
    id: 'us-ky-22-ord-009',
    title: 'Kentucky: the ten days of the emergency were over (22-ORD-009)',
    statute: 'us-ky',
    facts: [
      { on: '2021-11-27', kind: 'filed', channel: 'email' },
      { on: '2021-11-29', kind: 'received' },
      { on: '2021-12-09', kind: 'determined', outcome: 'granted' },
    ],
    asOf: '2021-12-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2021-12-06', state: 'missed', metOn: '2021-12-09' } } },
    because:
      'received Mon 29 Nov: 30 Nov and 1 to 3 Dec are days 1 to 4, Mon 6 Dec is day 5; the answer of Thu 9 Dec, in time under ten calendar days, was late',
    source: 'Ky. AG 22-ORD-009 (2022)',
  },
  {
    id: 'us-ky-last-day-of-the-emergency',
    title: 'Kentucky: filed on the last day on which ten calendar days were the law',
    statute: 'us-ky',
    facts: [
      { on: '2021-06-28', kind: 'filed', channel: 'email' },
      { on: '2021-06-28', kind: 'received' },
    ],
    asOf: '2021-07-01',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2021-07-08', otherReadings: { 'other-version': '2021-07-06' } } },
    },
    because:
      '28 Jun + 10 = Thu 8 Jul; were the law of 29 Jun to reach a pending request: 29 and 30 Jun, 1 and 2 Jul are days 1 to 4, Mon 5 Jul is Independence Day observed, Tue 6 Jul day 5',
    source: '2020 SB 150 s. 1(8)(a); 2021 HB 312; 22-ORD-009 takes the law of the day of the request',
  },
  {
    id: 'us-ky-emergency-weekend',
    title: 'Kentucky: ten calendar days that end on a Sunday',
    statute: 'us-ky',
    facts: [{ on: '2020-05-07', kind: 'received' }],
    asOf: '2020-05-10',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2020-05-18', otherReadings: { 'last-day-stays': '2020-05-17' } } },
    },
    because: '7 May + 10 = Sun 17 May; KRS 446.030 would move it to Mon 18 May, but that was not read for this',
    source: '2020 SB 150 s. 1(8)(a); KRS 446.030',
  },
  {
    id: 'us-ky-before-2020',
    title: 'Kentucky: three business days until March 2020',
    statute: 'us-ky',
    facts: [{ on: '2019-09-05', kind: 'received' }],
    asOf: '2019-09-06',
    expect: { deadlines: { 'determination:1': { dueOn: '2019-09-10' } } },
    because: 'received Thu 5 Sep 2019: Fri 6, Mon 9 and Tue 10 Sep',
    source: 'KRS 61.880(1) as it stood before 2020',
  },
  {
    id: 'us-ky-attorney-general',
    title: "Kentucky: the Attorney General's twenty days, and thirty to court from the decision",
    statute: 'us-ky',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-08', kind: 'determined', outcome: 'denied' },
      { on: '2026-06-10', kind: 'appealed', level: 'oversight', about: '2', receivedOn: '2026-06-10' },
      { on: '2026-07-09', kind: 'appeal-decided', level: 'oversight', about: '3', outcome: 'affirmed' },
    ],
    asOf: '2026-07-13',
    expect: {
      deadlines: {
        'complaint-decision:3': { dueOn: '2026-07-10', state: 'met' },
        'suit-filing:2': null,
        'suit-filing:4': { dueOn: '2026-08-08', otherReadings: { 'last-day-moves': '2026-08-10' } },
      },
      maySue: ['2026-06-08', '2026-07-09'],
    },
    because:
      'from Wed 10 Jun: 11 (1), 12 (2), 15 to 18 (6), Fri 19 Jun is Juneteenth, 22 to 26 (11), 29 Jun to 2 Jul (15), Fri 3 Jul is Independence Day observed, 6 to 9 Jul (19), Fri 10 Jul (20). The decision of Thu 9 Jul: + 30 = Sat 8 Aug, or moved Mon 10 Aug',
    source: 'KRS 61.880(2)(a), (5)(a); KRS 446.030',
  },
  {
    id: 'us-ky-attorney-general-extends',
    title: 'Kentucky: thirty working days more for the Attorney General',
    statute: 'us-ky',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-08', kind: 'determined', outcome: 'denied' },
      { on: '2026-06-10', kind: 'appealed', level: 'oversight', about: '2', receivedOn: '2026-06-10' },
      { on: '2026-07-10', kind: 'extended', of: 'appeal-decision', about: '3', ground: 'unusual circumstances' },
    ],
    asOf: '2026-07-13',
    expect: { deadlines: { 'complaint-decision:3': { dueOn: '2026-08-21', originalDueOn: '2026-07-10' } } },
    because:
      'from Fri 10 Jul six weeks of five working days: 17 (5), 24 (10), 31 Jul (15), 7 (20), 14 (25), 21 Aug (30)',
    source: 'KRS 61.880(2)(b)',
  },
  {
    id: 'us-ky-promise-passed',
    title: 'Kentucky: a record in storage, and the day that was named passes',
    statute: 'us-ky',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-08', kind: 'extended', ground: 'in storage', until: '2026-06-30' },
    ],
    asOf: '2026-07-10',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-30',
          originalDueOn: '2026-06-08',
          state: 'running',
          expected: true,
          overdue: false,
        },
      },
      maySue: [],
      follows: [],
    },
    because:
      'the explanation came in time and is an answer; the day in it is a promise, and no number of the law is missed',
    source: 'KRS 61.872(5)',
  },
];
