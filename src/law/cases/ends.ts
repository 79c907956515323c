import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const clock = 'the words "closed" and "reopened" are this program\'s';

/** How requests end, and how they come back. */
export const endCases: readonly Case[] = [
  {
    id: 'withdrawn',
    title: 'withdrawn in time',
    facts: [...june, { on: '2026-06-10', kind: 'withdrawn' }],
    asOf: '2026-08-01',
    expect: {
      status: 'closed',
      outcome: 'withdrawn',
      closedOn: '2026-06-10',
      deadlines: { 'determination:1': { state: 'void', overdue: false } },
      maySue: [],
      next: ['reopened'],
      turnsOn: null,
    },
    because: 'nobody owes anything any more',
    source: clock,
  },
  {
    id: 'draft-given-up',
    title: 'a draft given up',
    facts: [{ on: '2026-06-01', kind: 'withdrawn' }],
    asOf: '2026-06-02',
    expect: { status: 'closed', outcome: 'withdrawn', closedOn: '2026-06-01', next: ['filed'], turnsOn: null },
    because: 'nothing was sent, so nothing runs',
    source: clock,
  },
  {
    id: 'draft-filed-after-all',
    title: 'a draft given up, then filed after all',
    facts: [
      { on: '2026-06-01', kind: 'withdrawn' },
      { on: '2026-06-08', kind: 'filed', channel: 'email' },
    ],
    asOf: '2026-06-08',
    expect: {
      status: 'filed',
      outcome: null,
      anomalies: [],
      deadlines: { 'determination:2': { dueOn: '2026-07-08' } },
    },
    because: 'the request begins when it is filed',
    source: clock,
  },
  {
    id: 'withdrawn-late',
    title: 'withdrawn after the agency was late',
    facts: [...june, { on: '2026-07-10', kind: 'withdrawn' }],
    asOf: '2026-08-01',
    expect: {
      status: 'closed',
      deadlines: { 'determination:1': { state: 'missed', overdue: false } },
      maySue: ['2026-07-01/2026-07-10'],
      feesBarred: '2026-07-01',
    },
    because: 'that it was late stays true',
    source: clock,
  },
  {
    id: 'closed-and-answered',
    title: 'closed by us, then the agency writes',
    facts: [
      ...june,
      { on: '2026-07-10', kind: 'closed' },
      { on: '2026-09-01', kind: 'determined', outcome: 'partly-granted' },
    ],
    asOf: '2026-09-02',
    expect: {
      status: 'decided',
      outcome: 'partly-granted',
      anomalies: ['act-after-closing:4'],
      deadlines: { 'appeal-filing:4': { dueOn: '2026-11-30' } },
    },
    because: 'an act of the agency opens the request again',
    source: clock,
  },
  {
    id: 'withdrawn-and-answered',
    title: 'withdrawn by us, then the agency writes',
    facts: [
      ...june,
      { on: '2026-06-10', kind: 'withdrawn' },
      { on: '2026-06-12', kind: 'acknowledged', trackingNumber: 'A-2' },
    ],
    asOf: '2026-06-15',
    expect: {
      status: 'closed',
      anomalies: ['act-after-withdrawal:4'],
      deadlines: { 'determination:1': { state: 'void' } },
    },
    because: 'letters cross in the mail; a withdrawn request stays withdrawn until it is reopened',
    source: clock,
  },
  {
    id: 'reopened',
    title: 'closed and reopened',
    facts: [...june, { on: '2026-06-10', kind: 'closed' }, { on: '2026-06-15', kind: 'reopened' }],
    asOf: '2026-06-16',
    expect: {
      status: 'processing',
      anomalies: [],
      deadlines: { 'determination:1': { state: 'running', dueOn: '2026-06-30' } },
    },
    because: 'our closing never stopped the law',
    source: clock,
  },
  {
    id: 'transferred',
    title: 'all of it passed to another agency',
    facts: [...june, { on: '2026-06-10', kind: 'transferred', scope: 'all' }],
    asOf: '2026-06-11',
    expect: { status: 'closed', closedOn: '2026-06-10', deadlines: { 'determination:1': { state: 'void' } } },
    because: 'the other agency answers, in a request of its own',
    source: '5 U.S.C. 552(a)(6)(B)(iii) on consultation; agency rules on referral',
  },
  {
    id: 'transferred-in-part',
    title: 'a part passed to another agency',
    facts: [
      ...june,
      { on: '2026-06-10', kind: 'transferred', scope: 'part', pages: 12 },
      { on: '2026-06-11', kind: 'mediation-requested' },
    ],
    asOf: '2026-06-12',
    expect: {
      status: 'processing',
      openMatters: ['referral', 'mediation'],
      deadlines: { 'determination:1': { state: 'running' } },
    },
    because: 'the rest is still ours to wait for',
    source: 'agency rules on referral',
  },
  {
    id: 'estimated',
    title: "the agency's own date",
    facts: [...june, { on: '2026-06-10', kind: 'estimated', date: '2027-01-31' }],
    asOf: '2026-07-01',
    expect: { estimate: '2027-01-31', deadlines: { 'determination:1': { dueOn: '2026-06-30', state: 'missed' } } },
    because: 'an estimate binds nobody',
    source: '5 U.S.C. 552(a)(7)(B)(ii)',
  },
];
