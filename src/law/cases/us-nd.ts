import type { Case } from './case.ts';

export const usNdCases: readonly Case[] = [
  {
    id: 'us-nd-plain',
    title: 'a denial: thirty days to the Attorney General, sixty to the court',
    statute: 'us-nd',
    facts: [
      { on: '2026-02-23', kind: 'received' },
      { on: '2026-03-02', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2026-03-03',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'met', expected: true },
        'complaint-filing:2': { dueOn: '2026-04-01', state: 'running', owedBy: 'requester' },
        'suit-filing:2': { dueOn: '2026-05-01', state: 'running' },
      },
      maySue: ['2026-03-02'],
    },
    because: '2 Mar + 30 = Wed 1 Apr; 2 Mar + 60 = Fri 1 May',
    source: 'N.D.C.C. 44-04-21.1(1), 44-04-21.2(1)',
  },
  {
    id: 'us-nd-saturday',
    title: 'the thirtieth day is a Saturday',
    statute: 'us-nd',
    facts: [
      { on: '2026-02-23', kind: 'received' },
      { on: '2026-03-05', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2026-03-06',
    expect: {
      deadlines: { 'complaint-filing:2': { dueOn: '2026-04-06', says: ['it moves to the next working day'] } },
    },
    because:
      '5 Mar + 30 = Sat 4 Apr: what is due on a Saturday or holiday may be done on the next business day, Mon 6 Apr',
    source: 'N.D.C.C. 44-04-21.1(1), 1-03-05',
  },
  {
    id: 'us-nd-silence',
    title: 'silence has no day from which anything follows',
    statute: 'us-nd',
    facts: [{ on: '2026-03-02', kind: 'received' }],
    asOf: '2026-06-01',
    expect: {
      deadlines: { 'determination:1': { dueOn: null, state: 'running', overdue: false }, 'complaint-filing:1': null },
      follows: [],
      maySue: [],
    },
    because: 'the Attorney General asks whether the delay was unreasonable; that is not counted in days',
    source: 'N.D.C.C. 44-04-18(2)',
  },
  {
    id: 'us-nd-opinion',
    title: 'an opinion that finds a violation: seven days to cure, thirty more to sue',
    statute: 'us-nd',
    facts: [
      { on: '2026-02-23', kind: 'received' },
      { on: '2026-03-02', kind: 'determined', outcome: 'denied' },
      { on: '2026-03-30', kind: 'appealed', level: 'oversight', channel: 'email' },
      { on: '2026-06-01', kind: 'appeal-decided', outcome: 'reversed' },
    ],
    asOf: '2026-06-09',
    expect: {
      deadlines: {
        'complaint-filing:2': { dueOn: '2026-04-01', state: 'met' },
        'production:4': { dueOn: '2026-06-08', state: 'missed', overdue: true },
        'suit-filing:4': { dueOn: '2026-07-01', state: 'running' },
      },
      anomalies: [],
    },
    because: '1 Jun + 7 = Mon 8 Jun; the later of Fri 1 May (sixty days from the denial) and 1 Jun + 30 = Wed 1 Jul',
    source: 'N.D.C.C. 44-04-21.1(2), 44-04-21.2(1)',
  },
  {
    id: 'us-nd-no-violation',
    title: 'an opinion that finds none opens the court as well, and asks nothing of the agency',
    statute: 'us-nd',
    facts: [
      { on: '2026-02-23', kind: 'received' },
      { on: '2026-03-02', kind: 'determined', outcome: 'denied' },
      { on: '2026-03-30', kind: 'appealed', level: 'oversight', channel: 'email' },
      { on: '2026-06-01', kind: 'appeal-decided', outcome: 'affirmed' },
    ],
    asOf: '2026-06-09',
    expect: { deadlines: { 'production:4': null, 'suit-filing:4': { dueOn: '2026-07-01', state: 'running' } } },
    because: 'the thirty days run from the issue of an opinion, whatever it says',
    source: 'N.D.C.C. 44-04-21.2(1)',
  },
];
