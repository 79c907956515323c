import type { Case } from './case.ts';

const source = 'S.C. Code 30-4-30(C)';

export const usScCases: readonly Case[] = [
  {
    id: 'us-sc-plain',
    title: 'granted on the last day, and thirty days to hand the records over',
    statute: 'us-sc',
    facts: [
      { on: '2026-04-20', kind: 'received' },
      { on: '2026-05-04', kind: 'determined', outcome: 'granted' },
    ],
    asOf: '2026-06-04',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-05-04', state: 'met', confidence: 'high' },
        'production:2': { dueOn: '2026-06-03', state: 'missed', overdue: true },
      },
      follows: [],
      maySue: [],
    },
    because: '21 to 24 Apr (4), 27 Apr to 1 May (9), 4 May (10); 4 May + 30 = Wed 3 Jun',
    source,
  },
  {
    id: 'ST-040',
    title: 'old records: twenty days, then silence grants',
    statute: 'us-sc',
    track: 'older-than-24-months',
    facts: [{ on: '2026-03-02', kind: 'received' }],
    asOf: '2026-03-31',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-03-30', state: 'missed', overdue: true, otherReadings: {} },
        'suit-filing:1': { dueOn: '2027-03-30', state: 'running' },
      },
      follows: ['deemed-approved 2026-03-31'],
      maySue: ['2026-03-31'],
    },
    because:
      '3 to 6 Mar (4), 9 to 13 (9), 16 to 20 (14), 23 to 27 (19), 30 Mar (20). The year to sue is of the violation, which is complete on 31 Mar; counted from the 30th, so that nobody is a day late',
    source: `${source}, 30-4-100(A)`,
  },
  {
    id: 'us-sc-old-records-granted',
    title: 'old records granted: 35 days',
    statute: 'us-sc',
    track: 'older-than-24-months',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-30', kind: 'determined', outcome: 'granted' },
    ],
    asOf: '2026-03-31',
    expect: { deadlines: { 'production:2': { dueOn: '2026-05-04', state: 'running' } } },
    because: '30 Mar + 35 = Mon 4 May',
    source,
  },
  {
    id: 'us-sc-deposit',
    title: 'old records with a deposit: 35 days from its receipt',
    statute: 'us-sc',
    track: 'older-than-24-months',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-30', kind: 'determined', outcome: 'granted' },
      { on: '2026-03-30', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-04-13', kind: 'fee-paid', channel: 'mail', receivedOn: '2026-04-15' },
    ],
    asOf: '2026-05-05',
    expect: {
      deadlines: {
        'production:2': { dueOn: '2026-05-04', state: 'void', overdue: false },
        'production:4': { dueOn: '2026-05-20', state: 'running' },
      },
    },
    because: '15 Apr + 35 = Wed 20 May; the 35 days from the determination (Mon 4 May) no longer count',
    source,
  },
  {
    id: 'us-sc-deposit-unpaid',
    title: 'a deposit asked for before the determination, and not paid',
    statute: 'us-sc',
    facts: [
      { on: '2026-04-20', kind: 'received' },
      { on: '2026-04-24', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-05-04', kind: 'determined', outcome: 'granted' },
    ],
    asOf: '2026-07-01',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-05-04', state: 'met' }, 'production:3': null } },
    because: 'the thirty days run from the receipt of the deposit, and none has come',
    source,
  },
  {
    id: 'us-sc-one-sided',
    title: 'an extension that nobody agreed to',
    statute: 'us-sc',
    facts: [
      { on: '2026-04-20', kind: 'received' },
      { on: '2026-05-01', kind: 'extended', ground: 'volume', until: '2026-06-01' },
    ],
    asOf: '2026-05-05',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-05-04', state: 'missed' } },
      anomalies: ['extension-not-provided:2'],
      follows: ['deemed-approved 2026-05-05'],
    },
    because: 'the ten days can be made longer by written mutual agreement alone',
    source,
  },
];
