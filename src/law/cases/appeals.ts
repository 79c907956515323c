import type { Case, WrittenFact } from './case.ts';

const decision = '5 U.S.C. 552(a)(6)(A)(ii)';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const denied: readonly WrittenFact[] = [
  ...june,
  { on: '2026-06-30', kind: 'determined', outcome: 'denied', exemptions: ['(b)(7)(A)'] },
];

/** Appeals, and the agency's time to decide them. */
export const appealCases: readonly Case[] = [
  {
    id: 'US-015',
    title: 'twenty working days to decide the appeal',
    facts: [
      ...denied,
      { on: '2026-09-25', kind: 'appealed', channel: 'mail' },
      { on: '2026-09-28', kind: 'appeal-received' },
    ],
    asOf: '2026-09-29',
    expect: {
      status: 'appealing',
      anomalies: [],
      deadlines: {
        'appeal-filing:3': { state: 'met', metOn: '2026-09-25' },
        'appeal-decision:4': { dueOn: '2026-10-27', otherReadings: {} },
      },
    },
    because: 'from Tue 29 Sep, without Columbus Day',
    source: decision,
  },
  {
    id: 'appeal-over-new-year',
    title: 'an appeal received before Christmas',
    facts: [...denied, { on: '2026-09-21', kind: 'appealed', receivedOn: '2026-12-14' }],
    asOf: '2026-12-15',
    expect: { deadlines: { 'appeal-decision:4': { dueOn: '2027-01-13' } } },
    because: 'without 25 Dec and 1 Jan',
    source: decision,
  },
  {
    id: 'appeal-extended',
    title: 'the appeal extended, the request not',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', channel: 'email' },
      { on: '2026-10-20', kind: 'extended', of: 'appeal-decision', ground: 'consultation' },
    ],
    asOf: '2026-10-21',
    expect: {
      anomalies: [],
      deadlines: { 'appeal-decision:4': { dueOn: '2026-11-10', originalDueOn: '2026-10-27', assumed: true } },
    },
    because: 'all ten days are left: ten more after Tue 27 Oct',
    source: '5 U.S.C. 552(a)(6)(B)(i)',
  },
  {
    id: 'appeal-extended-again',
    title: 'three days of extension used on the request, seven left',
    facts: [
      ...june,
      { on: '2026-06-22', kind: 'extended', ground: 'voluminous records', until: '2026-07-06' },
      { on: '2026-07-06', kind: 'determined', outcome: 'denied' },
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-10-20', kind: 'extended', of: 'appeal-decision', ground: 'consultation' },
    ],
    asOf: '2026-10-21',
    expect: {
      anomalies: [],
      deadlines: {
        'determination:1': { dueOn: '2026-07-06', state: 'met' },
        'appeal-decision:5': { dueOn: '2026-11-05', otherReadings: { 'ten-days-each-stage': '2026-11-10' } },
      },
    },
    because: '1, 2 and 6 Jul were used; seven more after Tue 27 Oct',
    source: '5 U.S.C. 552(a)(6)(B)(i)',
  },
  {
    id: 'question-on-appeal',
    title: 'a question during the appeal',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-10-05', kind: 'clarification-requested', answerBy: '2026-10-30' },
    ],
    asOf: '2026-10-06',
    expect: {
      status: 'appealing',
      anomalies: ['toll-on-appeal:5'],
      deadlines: { 'appeal-decision:4': { dueOn: '2026-10-27' }, 'answer:5': { dueOn: '2026-10-30' } },
    },
    because: 'only the period for the request can stand still',
    source: '5 U.S.C. 552(a)(6)(A)(ii)',
  },
  {
    id: 'appeal-affirmed',
    title: 'the appeal is turned down',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-10-20', kind: 'appeal-decided', outcome: 'affirmed' },
    ],
    asOf: '2026-10-21',
    expect: {
      status: 'decided',
      outcome: 'denied',
      maySue: ['2026-10-20'],
      feesBarred: null,
      deadlines: { 'appeal-decision:4': { state: 'met' }, 'suit-filing:5': { dueOn: '2032-10-20' } },
    },
    because: 'the decision on the appeal is final; six years from it',
    source: '5 U.S.C. 552(a)(6)(A)(ii); 28 U.S.C. 2401(a)',
  },
  {
    id: 'appeal-won-in-part',
    title: 'the appeal is won in part',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-10-20', kind: 'appeal-decided', outcome: 'partly-reversed', newOutcome: 'partly-granted' },
      { on: '2026-10-22', kind: 'released', because: 'appeal' },
    ],
    asOf: '2026-10-23',
    expect: { status: 'decided', outcome: 'partly-granted', maySue: ['2026-10-20'] },
    because: 'what the appeal says takes the place of the first decision',
    source: decision,
  },
  {
    id: 'remanded',
    title: 'sent back, and decided anew',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-10-20', kind: 'appeal-decided', outcome: 'remanded' },
      { on: '2026-12-01', kind: 'determined', outcome: 'partly-granted' },
    ],
    asOf: '2026-12-02',
    expect: {
      status: 'decided',
      outcome: 'partly-granted',
      maySue: [],
      deadlines: {
        'determination:1': { state: 'met', metOn: '2026-06-30' },
        'appeal-filing:6': { dueOn: '2027-03-01' },
      },
    },
    because: 'a remand sets no day; the new determination opens a new window',
    source: 'the statute is silent on remands',
  },
  {
    id: 'remanded-waiting',
    title: 'sent back, not yet decided anew',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-10-20', kind: 'appeal-decided', outcome: 'remanded' },
    ],
    asOf: '2027-10-20',
    expect: { status: 'processing', outcome: null, maySue: [], feesBarred: null },
    because: 'the Act gives no day, so none is made up',
    source: 'the statute is silent on remands',
  },
  {
    id: 'appeal-against-silence',
    title: 'an appeal because nothing came',
    facts: [...june, { on: '2026-07-06', kind: 'appealed', channel: 'email', about: null }],
    asOf: '2026-07-07',
    expect: {
      status: 'processing',
      openMatters: ['appeal-against-silence'],
      deadlines: {
        'determination:1': { state: 'missed', overdue: true },
        'appeal-decision:3': { dueOn: '2026-08-03' },
      },
    },
    because: 'the determination is still owed; twenty working days for the appeal end on 3 Aug',
    source: decision,
  },
  {
    id: 'appeal-receipt-disputed',
    title: 'the agency says that the appeal came later',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', channel: 'portal', receivedOn: '2026-09-28' },
      { on: '2026-10-02', kind: 'appeal-received' },
    ],
    asOf: '2026-10-28',
    expect: {
      anomalies: ['receipt-date-disputed:5'],
      deadlines: {
        'appeal-decision:4': {
          dueOn: '2026-10-27',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'agency-receipt-date': '2026-11-02' },
        },
      },
    },
    because: 'the receipt of the portal is proof; the day the agency states is the other reading',
    source: decision,
  },
  {
    id: 'remanded-late',
    title: 'sent back after the time to decide the appeal',
    facts: [
      ...denied,
      { on: '2026-09-28', kind: 'appealed', receivedOn: '2026-09-28' },
      { on: '2026-11-05', kind: 'appeal-decided', outcome: 'remanded' },
    ],
    asOf: '2026-11-06',
    expect: { status: 'processing', outcome: null, maySue: ['2026-10-28/2026-11-05'], feesBarred: '2026-10-28' },
    because: 'due Tue 27 Oct; with the remand the request is open again',
    source: '5 U.S.C. 552(a)(6)(C)(i)',
  },
  {
    id: 'appeal-elsewhere',
    title: 'taken to an office that the law gives no time',
    facts: [...denied, { on: '2026-07-20', kind: 'appealed', level: 'oversight', channel: 'email' }],
    asOf: '2026-12-01',
    expect: {
      anomalies: ['no-day-for-this-appeal:4'],
      deadlines: { 'appeal-decision:4': null, 'appeal-filing:3': { state: 'met' } },
      maySue: [],
    },
    because: 'the Act sets a day for the agency alone; OGIS mediates',
    source: '5 U.S.C. 552(h)(3)',
  },
];
