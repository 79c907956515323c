import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const voluminous: readonly WrittenFact[] = [
  ...june,
  { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-06-23' },
];

/** Five business days and five more; the voluminous request. */
export const usIlCases: readonly Case[] = [
  {
    id: 'us-il-plain',
    title: 'Illinois: five days, and five more told on the fifth',
    statute: 'us-il',
    facts: [...june, { on: '2026-06-08', kind: 'extended', ground: 'consultation' }],
    asOf: '2026-06-09',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-15', originalDueOn: '2026-06-08', state: 'running' } },
      feesBarred: null,
      follows: [],
      anomalies: [],
    },
    because:
      'received Mon 1 Jun: 2 to 5 Jun and Mon 8 Jun. 9 to 12 Jun are 1 to 4 of the five more, Mon 15 Jun the fifth',
    source: '5 ILCS 140/3(d), (e)',
  },
  {
    id: 'us-il-silence',
    title: 'Illinois: silence is a denial, and costs the fees for copies',
    statute: 'us-il',
    facts: june,
    asOf: '2026-06-09',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-08', state: 'missed' },
        'complaint-filing:1': { dueOn: '2026-08-07', otherReadings: { 'from-the-day-after': '2026-08-08' } },
      },
      feesBarred: '2026-06-09',
      feesSay: 'no fee for copies may be charged',
      follows: ['deemed-denied 2026-06-09'],
      maySue: ['2026-06-09'],
    },
    because:
      'nothing by Mon 8 Jun. Sixty days for the request for review: 22 left of June, 31 of July, Fri 7 Aug; counted from Tue 9 Jun, Sat 8 Aug',
    source: '5 ILCS 140/3(d), 9.5(a)',
  },
  {
    id: 'us-il-state-holidays',
    title: "Illinois: Lincoln's Birthday and Washington's in one week",
    statute: 'us-il',
    facts: [
      { on: '2026-02-09', kind: 'filed', channel: 'email' },
      { on: '2026-02-09', kind: 'received' },
    ],
    asOf: '2026-02-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-02-18' } } },
    because: 'Mon 9 Feb: 10 and 11 Feb are days 1 and 2; 12 and 16 Feb are holidays; 13, 17 and Wed 18 Feb are 3 to 5',
    source: '5 ILCS 140/3(d); 80 Ill. Adm. Code 303.190',
  },
  {
    id: 'us-il-voluminous',
    title: 'Illinois: a voluminous request that nobody narrows',
    statute: 'us-il',
    track: 'voluminous',
    facts: voluminous,
    asOf: '2026-06-24',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, expected: true },
        'notice:1': { dueOn: '2026-06-08', state: 'met' },
        'answer:3': { dueOn: '2026-06-23', owedBy: 'requester' },
        'production:3': { dueOn: '2026-06-30', state: 'running' },
      },
      feesBarred: null,
      follows: [],
    },
    because:
      'answered on the fifth day, Mon 8 Jun. Ten business days to narrow it, without Juneteenth (Fri 19 Jun): Tue 23 Jun. Five more for the body: 24, 25, 26, 29 and Tue 30 Jun',
    source: '5 ILCS 140/3.6',
  },
  {
    id: 'us-il-narrowed',
    title: 'Illinois: a voluminous request, narrowed',
    statute: 'us-il',
    track: 'voluminous',
    facts: [...voluminous, { on: '2026-06-15', kind: 'narrowed', channel: 'email' }],
    asOf: '2026-06-16',
    expect: {
      deadlines: {
        'production:3': { state: 'void' },
        'production:4': { dueOn: '2026-06-23', state: 'running' },
      },
    },
    because: 'narrowed Mon 15 Jun: 16, 17 and 18 Jun, Juneteenth off, 22 and Tue 23 Jun',
    source: '5 ILCS 140/3.6',
  },
  {
    id: 'us-il-commercial',
    title: 'Illinois: twenty-one business days for a commercial purpose',
    statute: 'us-il',
    track: 'commercial',
    facts: june,
    asOf: '2026-07-02',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-01', state: 'missed' } },
      feesBarred: null,
      follows: ['deemed-denied 2026-07-02'],
    },
    because:
      'Mon 1 Jun: 2 to 18 Jun are days 1 to 13, Fri 19 Jun is Juneteenth, 22 to 26 Jun are 14 to 18, 29 and 30 Jun 19 and 20, Wed 1 Jul 21. The fees are lost by 3(d) alone, which is not about these',
    source: '5 ILCS 140/3.1(a)',
  },
  {
    id: 'ST-012',
    title: 'Illinois: five business days over Memorial Day',
    statute: 'us-il',
    facts: [
      { on: '2026-05-21', kind: 'filed', channel: 'email' },
      { on: '2026-05-21', kind: 'received' },
    ],
    asOf: '2026-05-22',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-05-29' } } },
    because: 'Thu 21 May: 22 May is day 1, Mon 25 May is Memorial Day, 26 to Fri 29 May are 2 to 5',
    source: '5 ILCS 140/3(d)',
  },
  {
    id: 'us-il-agreed',
    title: 'Illinois: a later day agreed in writing',
    statute: 'us-il',
    facts: [...june, { on: '2026-06-08', kind: 'extended', ground: 'agreed in writing', until: '2026-06-30' }],
    asOf: '2026-06-20',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-30', originalDueOn: '2026-06-08', state: 'running' } },
      follows: [],
      feesBarred: null,
    },
    because: 'what both agree on in writing holds, beyond the five days more that the body may take alone',
    source: '5 ILCS 140/3(e)',
  },
];
