import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const denied: readonly WrittenFact[] = [...june, { on: '2026-06-30', kind: 'determined', outcome: 'denied' }];
const sued: readonly WrittenFact[] = [...june, { on: '2026-07-06', kind: 'lawsuit-filed' }];

const interior = {
  'appeal-filing': {
    count: 90,
    unit: 'working-day',
    metBy: 'received',
    cutOff: '17:00',
    cites: { label: '43 CFR 2.58(a), (e)' },
  },
};

function monthly(id: string, title: string, asOf: string, expect: Case['expect']): Case {
  const order: WrittenFact = {
    on: '2026-09-01',
    kind: 'court-ordered',
    items: [{ what: 'process 500 pages', owedBy: 'agency', dueOn: '2026-09-30', everyMonths: 1 }],
  };
  return {
    id,
    title,
    facts: [...sued, order, { on: '2026-09-10', kind: 'released', because: 'court-order', about: '4' }],
    asOf,
    expect,
    because: 'the next instalment is owed from the day after the one before it was, however early that one came',
    source: 'the order',
  };
}

/** Days that courts set or roll, and hours at which a day ends. */
export const courtAndHourCases: readonly Case[] = [
  monthly('instalment-early', 'an instalment that comes three weeks early', '2026-09-11', {
    deadlines: { 'court-production:4.1.1': { state: 'met', metOn: '2026-09-10' }, 'court-production:4.1.2': null },
    turnsOn: '2026-10-01',
  }),
  monthly('instalment-next', 'the one after an early instalment', '2026-10-01', {
    deadlines: { 'court-production:4.1.2': { dueOn: '2026-10-30', state: 'running' } },
    turnsOn: '2026-10-31',
  }),
  monthly('instalment-missed', 'the one after an early instalment does not come', '2026-10-31', {
    deadlines: {
      'court-production:4.1.2': { state: 'missed', overdue: true },
      'court-production:4.1.3': { dueOn: '2026-11-30', state: 'running' },
    },
    turnsOn: '2026-12-01',
  }),
  {
    id: 'answer-over-new-year',
    title: 'thirty days to answer that end on the Saturday after New Year',
    facts: [...sued, { on: '2026-12-03', kind: 'served' }],
    asOf: '2026-12-04',
    expect: { deadlines: { 'answer-to-complaint:4': { dueOn: '2027-01-04', says: ['Sat 2 Jan 2027'] } } },
    because: 'thirty calendar days after 3 Dec is Sat 2 Jan; the court opens on Mon 4 Jan',
    source: '5 U.S.C. 552(a)(4)(C); Fed. R. Civ. P. 6(a)(1)(C)',
  },
  {
    id: 'interior-at-the-hour',
    title: 'Interior: e-mailed on the last day at five in the afternoon',
    facts: [...denied, { on: '2026-11-06', at: '2026-11-06T22:00:00Z', kind: 'appealed', channel: 'email' }],
    overrides: interior,
    asOf: '2026-11-09',
    expect: { anomalies: [], deadlines: { 'appeal-filing:3': { state: 'met', metOn: '2026-11-06' } } },
    because: '22:00 in UTC is 17:00 in Washington, and not after it',
    source: '43 CFR 2.58(e)',
  },
  {
    id: 'interior-after-the-hour',
    title: 'Interior: e-mailed on the last day at half past five',
    facts: [...denied, { on: '2026-11-06', at: '2026-11-06T22:30:00Z', kind: 'appealed', channel: 'email' }],
    overrides: interior,
    asOf: '2026-11-09',
    expect: {
      anomalies: ['appeal-late:4'],
      deadlines: {
        'appeal-filing:3': { state: 'missed', metOn: '2026-11-09' },
        'appeal-decision:4': { dueOn: '2026-12-09' },
      },
    },
    because: 'after five it counts as come on the next workday, Mon 9 Nov',
    source: '43 CFR 2.58(e)',
  },
  {
    id: 'interior-says-when',
    title: 'Interior: posted, and the office says when it came',
    facts: [
      ...denied,
      { on: '2026-11-02', kind: 'appealed', channel: 'mail' },
      { on: '2026-11-12', kind: 'appeal-received', receivedOn: '2026-11-05' },
    ],
    overrides: interior,
    asOf: '2026-11-13',
    expect: { anomalies: [], deadlines: { 'appeal-filing:3': { state: 'met', metOn: '2026-11-05' } } },
    because: 'its own word goes before a presumption that would make the appeal late',
    source: '43 CFR 2.58(a)',
  },
  {
    id: 'interior-over-thanksgiving',
    title: 'Interior: ninety working days over four holidays',
    facts: [...june, { on: '2026-08-14', kind: 'determined', outcome: 'denied' }],
    overrides: interior,
    asOf: '2026-08-15',
    expect: { deadlines: { 'appeal-filing:3': { dueOn: '2026-12-24' } } },
    because: 'without 7 Sep, 12 Oct, 11 and 26 Nov the ninetieth is Thu 24 Dec',
    source: '43 CFR 2.58(a)',
  },
  {
    id: 'expedition-granted-late',
    title: 'asked on a Sunday, granted after its ten days',
    facts: [
      { on: '2026-12-20', kind: 'filed', channel: 'email' },
      { on: '2026-12-20', kind: 'expedition-requested', channel: 'email' },
      { on: '2027-01-05', kind: 'expedition-decided', granted: true },
    ],
    asOf: '2027-01-06',
    expect: {
      maySue: ['2026-12-31/2027-01-05 (expedition)'],
      feesBarred: '2026-12-31',
      deadlines: {
        'expedition-decision:2': { dueOn: '2026-12-30', state: 'missed', metOn: '2027-01-05', overdue: false },
        'determination:1': { dueOn: '2027-01-20', state: 'running' },
      },
    },
    because: 'ten calendar days end on 30 Dec; 552(a)(4)(A)(viii) speaks of any time limit of (a)(6), this one too',
    source: '5 U.S.C. 552(a)(6)(E)(ii)(I), (iii); (a)(4)(A)(viii)(I)',
  },
  {
    id: 'order-without-suit',
    title: 'an order although no suit is on record, and an extension of no appeal',
    facts: [
      ...june,
      { on: '2026-06-10', kind: 'extended', of: 'appeal-decision', ground: 'volume' },
      { on: '2026-06-11', kind: 'court-ordered', items: [] },
    ],
    asOf: '2026-06-12',
    expect: {
      anomalies: ['extension-without-appeal:3', 'court-without-suit:4'],
      deadlines: { 'determination:1': { dueOn: '2026-06-30' } },
    },
    because: 'recorded as it came, and pointed out',
    source: 'the record',
  },
];
