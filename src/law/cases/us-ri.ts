import type { Case } from './case.ts';

const source = 'R.I. Gen. Laws 38-2-3(e)';

export const usRiCases: readonly Case[] = [
  {
    id: 'us-ri-after-hours',
    title: 'sent after hours, extended, and late: the fees are lost',
    statute: 'us-ri',
    facts: [
      { on: '2026-03-02', at: '2026-03-02T23:00:00Z', kind: 'filed', channel: 'email' },
      { on: '2026-03-17', kind: 'extended', ground: 'volume of the records' },
    ],
    asOf: '2026-04-15',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-14', originalDueOn: '2026-03-17', state: 'missed', overdue: true },
      },
      feesBarred: '2026-04-15',
      feesSay: 'no fee for search, retrieval or copies',
      follows: ['deemed-denied 2026-04-15'],
      maySue: ['2026-04-15'],
      anomalies: [],
    },
    because:
      'at 18:00 the offices are closed: received Tue 3 Mar. 4 to 6 (3), 9 to 13 (8), 16, 17 Mar (10); twenty more: 18 to 20 (3), 23 to 27 (8), 30 Mar to 3 Apr (13), 6 to 10 (18), 13, 14 Apr (20)',
    source: `${source}, 38-2-7(b); Attorney General, PR 23-36`,
  },
  {
    id: 'us-ri-fourth-of-july',
    title: 'a Saturday holiday is kept on Monday, so the Friday counts',
    statute: 'us-ri',
    facts: [{ on: '2026-06-18', kind: 'received' }],
    asOf: '2026-06-19',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-03', state: 'running' } } },
    because: 'without Juneteenth, 22 to 26 Jun (5), 29 Jun to 3 Jul (10): the 4th is kept on Mon 6 Jul',
    source: `${source}; 25-1-1`,
  },
  {
    id: 'us-ri-election-day',
    title: 'over Election Day',
    statute: 'us-ri',
    facts: [{ on: '2026-10-26', kind: 'received' }],
    asOf: '2026-10-27',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-11-10', state: 'running' } } },
    because: '27 to 30 Oct (4), 2 Nov (5), without 3 Nov, 4 to 6 (8), 9, 10 Nov (10)',
    source: `${source}; 25-1-1`,
  },
  {
    id: 'ST-024',
    title: 'over Victory Day',
    statute: 'us-ri',
    facts: [{ on: '2026-08-03', kind: 'received' }],
    asOf: '2026-08-04',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-08-18', state: 'running' } } },
    because: '4 to 7 Aug (4), without Victory Day 10 Aug, 11 to 14 (8), 17, 18 Aug (10)',
    source: `${source}; 25-1-1`,
  },
  {
    id: 'ST-026',
    title: 'what comes on a Saturday comes on the Monday',
    statute: 'us-ri',
    facts: [{ on: '2026-06-20', kind: 'received' }],
    asOf: '2026-06-22',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-07', state: 'running' } } },
    because:
      'received Mon 22 Jun, since the offices are closed on Saturday: 23 to 26 Jun (4), 29 Jun to 3 Jul (9), without 6 Jul for the 4th, 7 Jul (10). Who counts from the Saturday itself gets Fri 3 Jul; nobody is told to be late on that count',
    source: `${source}, 25-1-1; Attorney General, PR 23-36`,
  },
  {
    id: 'us-ri-prepayment',
    title: 'nothing is late while a prepayment is awaited',
    statute: 'us-ri',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-03-20', kind: 'fee-paid', channel: 'portal' },
    ],
    asOf: '2026-03-23',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-30', originalDueOn: '2026-03-16', state: 'running' } },
      feesBarred: null,
    },
    because: '3 to 6 Mar (4); after the payment 23 to 27 (9), 30 Mar (10)',
    source: 'R.I. Gen. Laws 38-2-7(b)',
  },
  {
    id: 'us-ri-arrest-log',
    title: 'a log of arrests, asked for on a Friday',
    statute: 'us-ri',
    track: 'arrest-log',
    facts: [{ on: '2026-06-05', kind: 'received' }],
    asOf: '2026-06-08',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-07',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'over-a-weekend': '2026-06-08' },
        },
      },
      follows: [],
      feesBarred: null,
      maySue: [],
    },
    because:
      '48 hours from Fri 5 Jun end on Sun 7 Jun, 72 on Mon 8 Jun: over a weekend it is 72, so nobody is late yet',
    source: 'R.I. Gen. Laws 38-2-3.2',
  },
  {
    id: 'us-ri-prepayment-on-the-last-day',
    title: 'a prepayment asked for on the tenth day',
    statute: 'us-ri',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-16', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
    ],
    asOf: '2026-03-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: null, state: 'paused', remaining: 1 } },
      feesBarred: null,
      follows: [],
      maySue: [],
    },
    because:
      '3 to 6 Mar (4), 9 to 13 (9), Mon 16 Mar (10): asked for on that day, and nothing is late while it is awaited',
    source: 'R.I. Gen. Laws 38-2-7(b)',
  },
];
