import type { Case } from './case.ts';

const source = 'N.J.S.A. 47:1A-5(i), 47:1A-6';

export const usNjCases: readonly Case[] = [
  {
    id: 'us-nj-plain',
    title: 'silence counts as a denial, and starts both ways to challenge it',
    statute: 'us-nj',
    facts: [{ on: '2026-03-02', kind: 'received' }],
    asOf: '2026-03-12',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-03-11', state: 'missed', overdue: true, otherReadings: {} },
        'complaint-filing:1': { dueOn: '2026-04-27', state: 'running', owedBy: 'requester', confidence: 'high' },
        'suit-filing:1': {
          dueOn: '2026-04-27',
          state: 'running',
          otherReadings: { 'last-day-does-not-move': '2026-04-25' },
        },
      },
      follows: ['deemed-denied 2026-03-12'],
      maySue: ['2026-03-12'],
    },
    because:
      '3 to 6 Mar (4), 9, 10, 11 (7). Denied by silence on 11 Mar; 45 days from then are Sat 25 Apr, which moves to Mon 27 Apr. For the court the rule that moves it was not read, so the Saturday is told as well',
    source: `${source}; N.J.A.C. 5:3-1.7, 1:1-1.4`,
  },
  {
    id: 'us-nj-denial-before-2024',
    title: 'a denial a month before the window became shorter',
    statute: 'us-nj',
    facts: [
      { on: '2024-07-25', kind: 'received' },
      { on: '2024-08-01', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2024-08-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2024-08-05', state: 'met' },
        'complaint-filing:2': {
          dueOn: '2024-09-30',
          state: 'running',
          otherReadings: { 'complaint-filed-from-2024-09-03': '2024-09-16' },
        },
        'suit-filing:2': { dueOn: '2024-09-16', otherReadings: { 'last-day-does-not-move': '2024-09-15' } },
      },
    },
    because:
      'the Council asks when the complaint was filed: until 2 Sep the sixty days of the old rule hold (1 Aug + 60 = Mon 30 Sep); from 3 Sep the 45 of the act, Sun 15 Sep, moved to Mon 16 Sep. So whoever has not complained by 2 Sep has until the 16th',
    source: 'N.J.A.C. 5:105-2.1; P.L. 2024, c. 16, as the Council applies it',
  },
  {
    id: 'us-nj-denial-since-2024',
    title: 'an old request denied after the window became shorter',
    statute: 'us-nj',
    facts: [
      { on: '2024-08-28', kind: 'received' },
      { on: '2024-09-05', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2024-09-06',
    expect: {
      deadlines: { 'complaint-filing:2': { dueOn: '2024-10-21', state: 'running', otherReadings: {} } },
    },
    because: 'the window goes by what starts it, not by the request: 5 Sep + 45 = Sun 20 Oct, moved to Mon 21 Oct',
    source: 'N.J.S.A. 47:1A-6 as of 3 September 2024; N.J.A.C. 1:1-1.4',
  },
  {
    id: 'us-nj-commercial',
    title: 'a commercial request, and the notice that it takes longer',
    statute: 'us-nj',
    track: 'commercial',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'acknowledged' },
    ],
    asOf: '2026-03-09',
    expect: {
      deadlines: {
        'notice:1': { dueOn: '2026-03-11', state: 'met', metOn: '2026-03-06' },
        'determination:1': { dueOn: '2026-03-20', state: 'running' },
      },
    },
    because: 'seven working days for the notice end on 11 Mar; 12, 13 (9), 16 to 20 Mar (14)',
    source,
  },
  {
    id: 'us-nj-storage',
    title: 'records in storage: no more than 21 working days more',
    statute: 'us-nj',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'extended', ground: 'in storage', until: '2026-04-30' },
    ],
    asOf: '2026-03-12',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-04-07', originalDueOn: '2026-03-11', confidence: 'medium' } },
    },
    because:
      'from the notice of 6 Mar: 9 to 13 (5), 16 to 20 (10), 23 to 27 (15), 30 Mar to 2 Apr (19), without Good Friday 3 Apr, 6, 7 Apr (21). The custodian may not take until 30 Apr',
    source: 'N.J.S.A. 47:1A-5(i) as amended by P.L. 2024, c. 16',
  },
  {
    id: 'us-nj-commercial-before-2024',
    title: 'a commercial request from before the act of 2024 has no longer period',
    statute: 'us-nj',
    track: 'commercial',
    facts: [{ on: '2024-03-04', kind: 'received' }],
    asOf: '2024-03-05',
    expect: { deadlines: { 'determination:1': { dueOn: '2024-03-13', state: 'running' }, 'notice:1': null } },
    because: '5 to 8 Mar (4), 11, 12, 13 Mar (7); fourteen days came with the act',
    source: 'N.J.S.A. 47:1A-5(i) before P.L. 2024, c. 16',
  },
  {
    id: 'us-nj-date-certain',
    title: 'a day certain that the custodian names, and lets pass',
    statute: 'us-nj',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-10', kind: 'estimated', date: '2026-03-31' },
    ],
    asOf: '2026-04-01',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-03-31', originalDueOn: '2026-03-11', state: 'missed' },
        'complaint-filing:1': { dueOn: '2026-05-15', state: 'running' },
      },
      follows: ['deemed-denied 2026-04-01'],
    },
    because:
      'in writing within the seven days, to a day certain; not there by then, access counts as denied: 31 Mar + 45 = Fri 15 May',
    source: 'N.J.S.A. 47:1A-5(i), 47:1A-6',
  },
];
