import type { Case } from './case.ts';

/** New Hampshire: five days, a court, and an ombudsman since July 2022. */
export const usNhCases: readonly Case[] = [
  {
    id: 'us-nh-plain',
    title: 'New Hampshire: five business days over Memorial Day',
    statute: 'us-nh',
    facts: [{ on: '2026-05-21', kind: 'received' }],
    asOf: '2026-06-01',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-05-29', state: 'missed', otherReadings: {} } },
      maySue: ['2026-05-30'],
      follows: [],
    },
    because: 'received Thu 21 May: 22 (1), Mon 25 May is Memorial Day, 26 (2), 27 (3), 28 (4), Fri 29 May (5)',
    source: 'N.H. RSA 91-A:4, IV(b), 91-A:7, I',
  },
  {
    id: 'us-nh-by-mail',
    title: 'New Hampshire: counted from receipt, though the law names the request',
    statute: 'us-nh',
    facts: [
      { on: '2026-05-21', kind: 'filed', channel: 'mail' },
      { on: '2026-05-26', kind: 'received' },
    ],
    asOf: '2026-06-01',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-02', state: 'running', otherReadings: { 'from-sending': '2026-05-29' } },
      },
      maySue: [],
    },
    because: 'from Tue 26 May: 27 (1), 28 (2), 29 (3), 1 (4), Tue 2 Jun (5); from the day sent: Fri 29 May',
    source: 'N.H. RSA 91-A:4, IV(b)',
  },
  {
    id: 'us-nh-ombudsman',
    title: 'New Hampshire: twenty days to answer the ombudsman, thirty to court from the ruling',
    statute: 'us-nh',
    facts: [
      { on: '2025-02-04', kind: 'received' },
      { on: '2025-02-10', kind: 'determined', outcome: 'denied' },
      { on: '2025-03-03', kind: 'appealed', level: 'oversight', about: '2' },
      { on: '2025-03-03', kind: 'appeal-received', level: 'oversight', about: '3' },
      { on: '2025-04-17', kind: 'appeal-decided', level: 'oversight', about: '3', outcome: 'affirmed' },
    ],
    asOf: '2025-04-20',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2025-02-11', state: 'met' },
        'answer-to-complaint:4': {
          dueOn: '2025-03-24',
          expected: true,
          otherReadings: { 'last-day-stays': '2025-03-23' },
        },
        'suit-filing:5': { dueOn: '2025-05-17', otherReadings: { 'last-day-moves': '2025-05-19' } },
      },
      maySue: ['2025-02-10', '2025-04-17'],
    },
    because:
      'from Tue 4 Feb: 5 to 7 (3), 10 (4), Tue 11 Feb (5). 3 Mar + 20 = Sun 23 Mar, moved to Mon 24 Mar. 17 Apr + 30 = Sat 17 May, or moved Mon 19 May',
    source: 'N.H. RSA 91-A:7-b, II, 91-A:7-c, 21:35',
  },
  {
    id: 'us-nh-before-the-ombudsman',
    title: 'New Hampshire: there was no ombudsman before July 2022',
    statute: 'us-nh',
    facts: [
      { on: '2022-06-01', kind: 'received' },
      { on: '2022-06-20', kind: 'appealed', level: 'oversight', about: null },
    ],
    asOf: '2022-06-25',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2022-06-08', state: 'missed' } },
      maySue: ['2022-06-09'],
      anomalies: ['no-day-for-this-appeal:2'],
    },
    because: 'received Wed 1 Jun: 2 (1), 3 (2), 6 (3), 7 (4), Wed 8 Jun (5); the office began on 1 Jul 2022',
    source: 'N.H. RSA 91-A:4, IV(b); 2022 N.H. Laws 250:7',
  },
  {
    id: 'us-nh-promise-passed',
    title: 'New Hampshire: the time that a timely statement gave passes',
    statute: 'us-nh',
    facts: [
      { on: '2026-05-21', kind: 'received' },
      { on: '2026-05-29', kind: 'extended', ground: 'volume', until: '2026-06-30' },
    ],
    asOf: '2026-07-10',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-30',
          originalDueOn: '2026-05-29',
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
    source: 'N.H. RSA 91-A:4, IV(b)(3)',
  },
];
