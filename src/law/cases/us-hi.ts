import type { Case, WrittenFact } from './case.ts';

const august: readonly WrittenFact[] = [
  { on: '2026-08-10', kind: 'filed', channel: 'email' },
  { on: '2026-08-10', kind: 'received' },
];

/** Ten business days, or twenty from receipt; five to disclose. */
export const usHiCases: readonly Case[] = [
  {
    id: 'us-hi-plain',
    title: 'Hawaii: ten business days over Kamehameha Day, then five to disclose',
    statute: 'us-hi',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-16', kind: 'determined', outcome: 'partly-granted' },
    ],
    asOf: '2026-06-17',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-16', state: 'met' },
        'production:3': { dueOn: '2026-06-23', state: 'running' },
        'appeal-filing:3': { dueOn: '2027-06-16' },
        'suit-filing:3': { dueOn: '2028-06-16', confidence: 'low' },
      },
      maySue: ['2026-06-16'],
    },
    because:
      'Thu 11 Jun is off: 2 to 5 Jun are days 1 to 4, 8 to 10 Jun 5 to 7, 12, 15 and Tue 16 Jun 8 to 10. Five more, Juneteenth being a working day of the State, are Tue 23 Jun. A year to appeal, two to sue',
    source: 'HAR 2-71-13(b), 2-73-12(a)(1); HRS 92F-15',
  },
  {
    id: 'us-hi-twenty-in-all',
    title: 'Hawaii: more time is twenty days from receipt, and the five days follow the prepayment',
    statute: 'us-hi',
    facts: [
      ...august,
      { on: '2026-08-24', kind: 'extended', ground: 'extenuating circumstances' },
      { on: '2026-09-04', kind: 'fee-estimated', asksAnswer: true, prepayment: true, answerBy: '2026-10-02' },
      { on: '2026-09-04', kind: 'determined', outcome: 'partly-granted' },
      { on: '2026-09-05', kind: 'fee-paid', channel: 'mail', receivedOn: '2026-09-08' },
    ],
    asOf: '2026-09-09',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-09-09', originalDueOn: '2026-08-25', state: 'met', metOn: '2026-09-04' },
        'production:5': null,
        'production:6': { dueOn: '2026-09-15', state: 'running' },
      },
    },
    because:
      'Statehood Day (Fri 21 Aug) is off: 8 days to 20 Aug, 24 and Tue 25 Aug are 9 and 10. Twenty from Mon 10 Aug, not ten more than ten: 26 to 31 Aug are 11 to 14, 1 to 4 Sep 15 to 18, without Labor Day 8 and Wed 9 Sep 19 and 20. The payment came Tue 8 Sep: 9, 10, 11, 14 and Tue 15 Sep',
    source: 'HAR 2-71-13(b), (c), 2-71-19',
  },
  {
    id: 'us-hi-silence',
    title: 'Hawaii: silence can be appealed for a year',
    statute: 'us-hi',
    facts: august,
    asOf: '2026-08-26',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-08-25', state: 'missed' },
        'appeal-filing:1': { dueOn: '2027-08-25', state: 'running' },
      },
      follows: ['may-complain 2026-08-26'],
    },
    because: 'the last day to answer was Tue 25 Aug 2026; twelve months after it are Wed 25 Aug 2027',
    source: 'HAR 2-73-12(a)(1)(C)',
  },
  {
    id: 'ST-041',
    title: 'Hawaii: ten business days in September',
    statute: 'us-hi',
    facts: [
      { on: '2026-09-08', kind: 'filed', channel: 'email' },
      { on: '2026-09-08', kind: 'received' },
    ],
    asOf: '2026-09-09',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-09-22' } } },
    because: 'Tue 8 Sep: 9 to 11 are days 1 to 3, 14 to 18 days 4 to 8, 21 and Tue 22 Sep 9 and 10',
    source: 'HAR 2-71-13(b)(1)',
  },
  {
    id: 'us-hi-prepayment-unpaid',
    title: 'Hawaii: who leaves a prepayment unpaid may be taken to give up',
    statute: 'us-hi',
    facts: [
      ...august,
      { on: '2026-08-25', kind: 'determined', outcome: 'granted' },
      { on: '2026-08-25', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
    ],
    asOf: '2026-09-10',
    expect: {
      deadlines: {
        'determination:1': { state: 'met' },
        'withdrawal:4': { dueOn: '2026-09-23', state: 'running', owedBy: 'requester', confidence: 'low' },
      },
      anomalies: [],
    },
    because:
      'from Tue 25 Aug: 26 to 28 (3), 31 Aug to 4 Sep (8), without Labor Day 8 to 11 (12), 14 to 18 (17), 21, 22, Wed 23 Sep (20)',
    source: 'HAR 2-71-16 (not read)',
  },
];
