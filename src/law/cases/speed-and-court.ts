import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const expedition = '5 U.S.C. 552(a)(6)(E)';

/** Expedition, silence, suits and what late agencies may not charge. */
export const speedAndCourtCases: readonly Case[] = [
  {
    id: 'US-011',
    title: 'ten calendar days to decide on expedition',
    facts: [
      { on: '2026-07-01', kind: 'filed', channel: 'mail' },
      { on: '2026-07-01', kind: 'expedition-requested', channel: 'mail' },
    ],
    asOf: '2026-07-02',
    expect: {
      openMatters: ['expedition'],
      deadlines: { 'expedition-decision:2': { dueOn: '2026-07-11', otherReadings: { 'from-receipt': '2026-07-19' } } },
    },
    because: 'ten days from the date of the request, a Saturday, and no roll; from arrival on 9 Jul they end on 19 Jul',
    source: expedition,
  },
  {
    id: 'expedition-over-new-year',
    title: 'asked between the years',
    facts: [
      { on: '2026-12-28', kind: 'filed', channel: 'email' },
      { on: '2026-12-28', kind: 'expedition-requested', channel: 'email' },
    ],
    asOf: '2026-12-29',
    expect: { deadlines: { 'expedition-decision:2': { dueOn: '2027-01-07', otherReadings: {} } } },
    because: 'holidays make no difference to calendar days',
    source: expedition,
  },
  {
    id: 'expedition-granted',
    title: 'granted in time',
    facts: [
      ...june,
      { on: '2026-06-01', kind: 'expedition-requested', channel: 'email' },
      { on: '2026-06-08', kind: 'expedition-decided', granted: true },
    ],
    asOf: '2026-06-20',
    expect: {
      maySue: [],
      feesBarred: null,
      deadlines: {
        'expedition-decision:3': { state: 'met' },
        'determination:1': { dueOn: '2026-06-30' },
        'appeal-filing:4': null,
      },
    },
    because: 'a grant sets no date of its own',
    source: expedition,
  },
  {
    id: 'expedition-refused',
    title: 'refused',
    facts: [
      ...june,
      { on: '2026-06-01', kind: 'expedition-requested', channel: 'email' },
      { on: '2026-06-08', kind: 'expedition-decided', granted: false },
    ],
    asOf: '2026-06-09',
    expect: {
      maySue: ['2026-06-08 (expedition)'],
      deadlines: { 'appeal-filing:4': { dueOn: '2026-09-06' }, 'suit-filing:1': null },
    },
    because: 'a refusal can be appealed, or taken to court by itself',
    source: '5 U.S.C. 552(a)(6)(E)(iii)',
  },
  {
    id: 'expedition-unanswered',
    title: 'not decided in ten days',
    facts: [...june, { on: '2026-06-01', kind: 'expedition-requested', channel: 'email' }],
    asOf: '2026-06-12',
    expect: {
      maySue: ['2026-06-12 (expedition)'],
      feesBarred: '2026-06-12',
      deadlines: {
        'expedition-decision:3': { dueOn: '2026-06-11', state: 'missed', overdue: true, lateOnEveryReading: true },
      },
    },
    because: 'late from Fri 12 Jun',
    source: '5 U.S.C. 552(a)(6)(E)(iii), (a)(4)(A)(viii)',
  },
  {
    id: 'US-023',
    title: 'silence',
    facts: june,
    asOf: '2026-07-01',
    expect: {
      status: 'processing',
      maySue: ['2026-07-01'],
      feesBarred: '2026-07-01',
      feesSay: 'no search fees may be charged, or if the requester is news media',
      deadlines: {
        'determination:1': { state: 'missed', overdue: true, lateOnEveryReading: true },
        'suit-filing:1': { dueOn: '2032-07-01', state: 'running' },
      },
    },
    because: 'no determination by Tue 30 Jun',
    source: '5 U.S.C. 552(a)(6)(C)(i)',
  },
  {
    id: 'last-day',
    title: 'the last day is not late',
    facts: june,
    asOf: '2026-06-30',
    expect: {
      maySue: [],
      feesBarred: null,
      deadlines: { 'determination:1': { state: 'running', overdue: false } },
      turnsOn: '2026-07-01',
    },
    because: 'the agency has the whole of its last day',
    source: '5 U.S.C. 552(a)(6)(A)(i)',
  },
  {
    id: 'suit-window-rolls',
    title: 'six years that end on a Saturday before a holiday',
    facts: [
      { on: '2026-06-03', kind: 'filed', channel: 'email' },
      { on: '2026-06-03', kind: 'received' },
    ],
    asOf: '2026-07-03',
    expect: {
      maySue: ['2026-07-03'],
      deadlines: {
        'suit-filing:1': { dueOn: '2032-07-06', says: ['Sat 3 Jul 2032 is a weekend: it moves to the next court day'] },
      },
    },
    because: 'due Thu 2 Jul 2026; 3 Jul 2032 is a Saturday and Independence Day is kept on Mon 5 Jul',
    source: '28 U.S.C. 2401(a); Fed. R. Civ. P. 6(a)(1)(C)',
  },
  {
    id: 'late-answer-cures',
    title: 'answered late, but before suit',
    facts: [...june, { on: '2026-07-20', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-07-21',
    expect: {
      status: 'decided',
      maySue: ['2026-07-01/2026-07-20'],
      deadlines: {
        'determination:1': { state: 'missed', metOn: '2026-07-20', overdue: false },
        'suit-filing:1': { state: 'running' },
      },
    },
    because: 'an answer before suit must be appealed first; the six years have begun all the same',
    source: 'Oglesby v. Department of the Army, 920 F.2d 57 (D.C. Cir. 1990)',
  },
  {
    id: 'answered-after-suit',
    title: 'answered only after suit',
    facts: [
      ...june,
      { on: '2026-07-10', kind: 'lawsuit-filed', court: 'D.D.C.' },
      { on: '2026-07-20', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2026-07-21',
    expect: {
      status: 'litigating',
      outcome: 'denied',
      anomalies: [],
      maySue: ['2026-07-01'],
      deadlines: { 'appeal-filing:4': null, 'suit-filing:1': { state: 'met', metOn: '2026-07-10' } },
    },
    because: 'the court has the matter',
    source: '5 U.S.C. 552(a)(6)(C)(i)',
  },
  {
    id: 'suit-too-early',
    title: 'sued before one could',
    facts: [...june, { on: '2026-06-20', kind: 'lawsuit-filed' }],
    asOf: '2026-06-22',
    expect: { status: 'litigating', anomalies: ['suit-too-early:3'], maySue: [] },
    because: 'the agency still has time',
    source: '5 U.S.C. 552(a)(6)(C)(i)',
  },
  {
    id: 'served',
    title: 'thirty days to answer a complaint',
    facts: [...june, { on: '2026-07-10', kind: 'lawsuit-filed' }, { on: '2026-08-07', kind: 'served' }],
    asOf: '2026-08-08',
    expect: {
      deadlines: {
        'answer-to-complaint:4': { dueOn: '2026-09-08', owedBy: 'agency', says: ['it moves to the next court day'] },
      },
    },
    because: 'thirty days end on Sun 6 Sep; Mon 7 Sep is Labor Day',
    source: '5 U.S.C. 552(a)(4)(C); Fed. R. Civ. P. 6(a)(1)(C)',
  },
  {
    id: 'court-order',
    title: 'a court orders five hundred pages a month',
    facts: [
      ...june,
      { on: '2026-07-10', kind: 'lawsuit-filed' },
      {
        on: '2026-09-01',
        kind: 'court-ordered',
        items: [
          { what: 'process 500 pages', owedBy: 'agency', dueOn: '2026-09-30', everyMonths: 1, pages: 500 },
          { what: 'file a joint report', owedBy: 'requester', dueOn: '2026-10-15' },
        ],
      },
      { on: '2026-09-29', kind: 'released', because: 'court-order' },
      { on: '2026-11-05', kind: 'interim-release', about: '4' },
    ],
    asOf: '2026-11-20',
    expect: {
      deadlines: {
        'court-production:4.1.1': { dueOn: '2026-09-30', state: 'met', metOn: '2026-09-29' },
        'court-production:4.1.2': { dueOn: '2026-10-30', state: 'missed', metOn: '2026-11-05', overdue: false },
        'court-production:4.1.3': { dueOn: '2026-11-30', state: 'running' },
        'court-production:4.1.4': null,
        'court-production:4.2': { dueOn: '2026-10-15', state: 'missed', owedBy: 'requester', overdue: true },
      },
      turnsOn: '2026-12-01',
    },
    because: 'every month from the first day, each counted from that day; the next one is always shown',
    source: 'the order',
  },
  {
    id: 'court-order-superseded',
    title: 'a second order in place of the first',
    facts: [
      ...june,
      { on: '2026-07-10', kind: 'lawsuit-filed' },
      {
        on: '2026-09-01',
        kind: 'court-ordered',
        items: [{ what: 'process 500 pages', owedBy: 'agency', dueOn: '2026-09-30', everyMonths: 1 }],
      },
      {
        on: '2026-09-15',
        kind: 'court-ordered',
        about: '4',
        items: [{ what: 'process 900 pages', owedBy: 'agency', dueOn: '2026-10-31', everyMonths: 1 }],
      },
    ],
    asOf: '2026-12-01',
    expect: {
      deadlines: {
        'court-production:4.1.1': { state: 'void' },
        'court-production:5.1.1': { dueOn: '2026-10-31', state: 'missed' },
        'court-production:5.1.2': { dueOn: '2026-11-30', state: 'missed' },
        'court-production:5.1.3': { dueOn: '2026-12-31', state: 'running' },
      },
    },
    because: 'a month that has no 31st takes its last day, and the next takes the 31st again',
    source: 'the orders',
  },
  {
    id: 'fees-news-media',
    title: 'what a late agency may not charge a newsroom',
    facts: june,
    feeCategory: 'news-media',
    asOf: '2026-07-01',
    expect: { feesBarred: '2026-07-01', feesSay: 'no duplication fees may be charged, unless more than 5,000 pages' },
    because: 'news media pay for duplication alone, and that is lost',
    source: '5 U.S.C. 552(a)(4)(A)(viii)',
  },
  {
    id: 'fees-commercial',
    title: 'what a late agency may not charge a company',
    facts: june,
    feeCategory: 'commercial',
    asOf: '2026-07-01',
    expect: { feesBarred: '2026-07-01', feesSay: 'no search fees may be charged, unless' },
    because: 'search fees are lost',
    source: '5 U.S.C. 552(a)(4)(A)(viii)',
  },
  {
    id: 'fees-after-extension',
    title: 'after a timely notice only the extended day matters',
    facts: [...june, { on: '2026-06-22', kind: 'extended', ground: 'voluminous records' }],
    asOf: '2026-07-16',
    expect: { feesBarred: '2026-07-16' },
    because: 'extended to Wed 15 Jul',
    source: '5 U.S.C. 552(a)(4)(A)(viii)(II)(aa)',
  },
];
