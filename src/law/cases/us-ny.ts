import type { Case } from './case.ts';

const source = 'N.Y. Pub. Off. Law 89(3)(a)';

export const usNyCases: readonly Case[] = [
  {
    id: 'us-ny-plain',
    title: 'five business days to say something, over Election Day',
    statute: 'us-ny',
    facts: [{ on: '2026-10-27', kind: 'received' }],
    asOf: '2026-11-05',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-11-04', state: 'missed', overdue: true, confidence: 'high' },
        'appeal-filing:1': { dueOn: '2026-12-04', state: 'running', expected: true },
      },
      follows: ['deemed-denied 2026-11-05'],
      maySue: [],
    },
    because:
      '28, 29, 30 Oct (3), 2 Nov (4), without Election Day 3 Nov, 4 Nov (5). Nothing came: a denial that may be appealed; 4 Nov + 30 = Fri 4 Dec',
    source: `${source}; Gen. Constr. Law 24`,
  },
  {
    id: 'ST-009',
    title: 'five business days to say something, over Thanksgiving',
    statute: 'us-ny',
    facts: [{ on: '2026-11-20', kind: 'received' }],
    asOf: '2026-11-23',
    expect: { deadlines: { 'acknowledgement:1': { dueOn: '2026-11-30', state: 'running', otherReadings: {} } } },
    because: '23, 24, 25 Nov (3), without Thanksgiving, 27 (4), 30 Nov (5): the Friday is a business day',
    source,
  },
  {
    id: 'ST-011',
    title: 'twenty days from the acknowledgement, thirty to appeal, ten to decide it, four months to sue',
    statute: 'us-ny',
    facts: [
      { on: '2026-11-20', kind: 'received' },
      { on: '2026-11-30', kind: 'acknowledged' },
      { on: '2026-12-29', kind: 'determined', outcome: 'denied' },
      { on: '2027-01-28', kind: 'appealed', channel: 'email', receivedOn: '2027-01-28' },
      { on: '2027-02-11', kind: 'appeal-decided', outcome: 'affirmed' },
    ],
    asOf: '2027-02-12',
    expect: {
      deadlines: {
        'acknowledgement:1': { state: 'met', metOn: '2026-11-30' },
        'determination:1': { dueOn: '2026-12-29', state: 'met' },
        'appeal-filing:3': { dueOn: '2027-01-28', state: 'met', otherReadings: {} },
        'appeal-decision:4': { dueOn: '2027-02-11', state: 'met', otherReadings: {} },
        'suit-filing:5': { dueOn: '2027-06-11', state: 'running', otherReadings: {} },
      },
      anomalies: [],
      maySue: ['2027-02-11'],
    },
    because:
      '1 to 4 Dec (4), 7 to 11 (9), 14 to 18 (14), 21 to 24 (18), without Christmas, 28, 29 Dec (20). 29 Dec + 30 = Thu 28 Jan. The appeal came that day: 29 Jan (1), 1 to 5 Feb (6), 8 to 11 Feb (10). Four months from 11 Feb: 11 Jun',
    source: 'N.Y. Pub. Off. Law 89(3)(a), 89(4)(a), (b); CPLR 217',
  },
  {
    id: 'us-ny-date-certain',
    title: 'a date certain beyond the twenty days, and missed',
    statute: 'us-ny',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'acknowledged' },
      { on: '2026-04-03', kind: 'extended', ground: 'volume', until: '2026-05-15' },
    ],
    asOf: '2026-05-18',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-05-15', originalDueOn: '2026-04-03', state: 'missed' },
        'appeal-filing:1': {
          dueOn: '2026-06-14',
          state: 'running',
          confidence: 'medium',
          otherReadings: { 'last-day-moves': '2026-06-15' },
        },
      },
      follows: ['deemed-denied 2026-05-16'],
      maySue: [],
    },
    because:
      'twenty business days from 6 Mar: 9 to 13 (5), 16 to 20 (10), 23 to 27 (15), 30 Mar to 3 Apr (20). A statement of that day with a date certain holds until then; missed, it is a denial, to be appealed before any suit. 15 May + 30 = Sun 14 Jun',
    source: 'N.Y. Pub. Off. Law 89(3)(a), 89(4)(a)',
  },
  {
    id: 'us-ny-silent-appeal',
    title: 'an appeal that nobody decides opens the court',
    statute: 'us-ny',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-09', kind: 'determined', outcome: 'denied' },
      { on: '2026-03-16', kind: 'appealed', channel: 'email', receivedOn: '2026-03-16' },
    ],
    asOf: '2026-03-31',
    expect: {
      deadlines: {
        'appeal-decision:3': { dueOn: '2026-03-30', state: 'missed', overdue: true },
        'suit-filing:3': { dueOn: '2026-07-30', state: 'running' },
      },
      follows: ['deemed-denied 2026-03-31'],
      maySue: ['2026-03-31'],
    },
    because: '17 to 20 Mar (4), 23 to 27 (9), 30 Mar (10); four months from then are 30 Jul',
    source: 'N.Y. Pub. Off. Law 89(4)(a), (b); CPLR 217',
  },
  {
    id: 'us-ny-approximate-date',
    title: 'the approximate date of the acknowledgement, later than the twenty days, and missed',
    statute: 'us-ny',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'acknowledged' },
      { on: '2026-03-06', kind: 'estimated', date: '2026-04-17' },
    ],
    asOf: '2026-04-18',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-04-17', originalDueOn: '2026-04-03', state: 'missed' } },
      follows: ['deemed-denied 2026-04-18'],
    },
    because:
      'twenty business days from 6 Mar end on Fri 3 Apr; the date that the agency gave is later and holds, until it is missed',
    source: 'N.Y. Pub. Off. Law 89(3)(a), (4)(a); 21 NYCRR 1401.5',
  },
  {
    id: 'us-ny-fee-letter',
    title: 'a letter about fees on the fifth day is no silence, and starts no twenty days',
    statute: 'us-ny',
    facts: [
      { on: '2026-10-27', kind: 'received' },
      { on: '2026-11-04', kind: 'fee-estimated', asksAnswer: true },
    ],
    asOf: '2027-01-15',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-11-04', state: 'met' },
        'determination:1': { dueOn: '2026-12-04', state: 'running', expected: true, overdue: false },
      },
      follows: [],
    },
    because:
      'due Wed 4 Nov, and something came. Without an acknowledgement the twenty days are only shown, from 4 Nov: 5, 6 (2), 9, 10, 12, 13 without Veterans Day (6), 16 to 20 (11), 23 to 25, 27 (15), 30 Nov to 4 Dec (20)',
    source: 'N.Y. Pub. Off. Law 89(3)(a)',
  },
];
