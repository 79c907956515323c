import type { Case, WrittenFact } from './case.ts';

const window = '5 U.S.C. 552(a)(6)(A)(i)(III)(aa)';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const denied: readonly WrittenFact[] = [
  ...june,
  { on: '2026-06-30', kind: 'determined', outcome: 'denied', exemptions: ['(b)(7)(A)'] },
];

const interior = {
  'appeal-filing': {
    count: 90,
    unit: 'working-day',
    metBy: 'received',
    cutOff: '17:00',
    cites: { label: '43 CFR 2.58(a), (e)' },
  },
};

/** What can be appealed, and until when. */
export const appealWindowCases: readonly Case[] = [
  {
    id: 'appeal-window',
    title: 'ninety days to appeal',
    facts: denied,
    asOf: '2026-07-01',
    expect: {
      status: 'decided',
      outcome: 'denied',
      anomalies: [],
      deadlines: {
        'determination:1': { state: 'met', metOn: '2026-06-30' },
        'appeal-filing:3': { dueOn: '2026-09-28', state: 'running', owedBy: 'requester', otherReadings: {} },
      },
      next: ['appealed'],
      maySue: [],
      turnsOn: '2026-09-29',
    },
    because: 'ninety calendar days after Tue 30 Jun; no roll',
    source: window,
  },
  {
    id: 'appeal-window-over-new-year',
    title: 'ninety days across the turn of the year',
    facts: [
      { on: '2026-10-26', kind: 'filed', channel: 'email' },
      { on: '2026-11-20', kind: 'determined', outcome: 'no-records' },
    ],
    asOf: '2026-11-21',
    expect: { deadlines: { 'appeal-filing:2': { dueOn: '2027-02-18' } } },
    because: '10 days left of November, 31, 31, and 18',
    source: window,
  },
  {
    id: 'appeal-window-leap-day',
    title: 'ninety days that end on 29 February',
    facts: [
      { on: '2027-11-01', kind: 'filed', channel: 'email' },
      { on: '2027-12-01', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2027-12-02',
    expect: { deadlines: { 'appeal-filing:2': { dueOn: '2028-02-29' } } },
    because: '30 days left of December, 31, and 29',
    source: window,
  },
  {
    id: 'US-013',
    title: 'Interior: ninety working days, and it must have arrived',
    facts: denied,
    overrides: interior,
    asOf: '2026-07-01',
    expect: {
      deadlines: {
        'appeal-filing:3': {
          dueOn: '2026-11-06',
          mustArriveBy: { on: '2026-11-06', cutOff: '17:00' },
          says: ['it must have arrived on that day by 17:00'],
        },
      },
    },
    because: 'ninety working days without 3 Jul, 7 Sep and 12 Oct',
    source: '43 CFR 2.58(a), (e)',
  },
  {
    id: 'interior-arrives-late',
    title: 'Interior: posted in time, arrived too late',
    facts: [...denied, { on: '2026-11-04', kind: 'appealed', channel: 'mail' }],
    overrides: interior,
    asOf: '2026-11-30',
    expect: {
      anomalies: ['appeal-late:4'],
      deadlines: { 'appeal-filing:3': { state: 'missed', metOn: '2026-11-12', overdue: false } },
    },
    because: 'mail of Wed 4 Nov is presumed there on Thu 12 Nov, after 6 Nov',
    source: '43 CFR 2.58(a), (e)',
  },
  {
    id: 'window-from-notice',
    title: 'an agency that counts from the day the letter arrives',
    facts: [...june, { on: '2026-06-30', kind: 'determined', outcome: 'denied', notifiedOn: '2026-07-09' }],
    overrides: { 'appeal-filing': { from: 'notified', cites: { label: "the agency's regulation" } } },
    asOf: '2026-07-10',
    expect: { deadlines: { 'appeal-filing:3': { dueOn: '2026-10-07' } } },
    because: 'ninety days after 9 Jul',
    source: "the agency's regulation",
  },
  {
    id: 'granted',
    title: 'granted in full',
    facts: [...june, { on: '2026-06-25', kind: 'determined', outcome: 'granted' }],
    asOf: '2026-06-26',
    expect: {
      status: 'decided',
      outcome: 'granted',
      deadlines: { 'appeal-filing:3': null, 'determination:1': { state: 'met' } },
    },
    because: 'there is nothing adverse in it',
    source: window,
  },
  {
    id: 'no-appeal-rights',
    title: 'a letter that says nothing of an appeal',
    facts: [...june, { on: '2026-06-25', kind: 'determined', outcome: 'denied', appealRightsGiven: false }],
    asOf: '2026-07-02',
    expect: {
      status: 'processing',
      outcome: null,
      anomalies: ['no-appeal-rights:3'],
      deadlines: {
        'determination:1': { state: 'missed', dueOn: '2026-06-30', overdue: true },
        'appeal-filing:3': { dueOn: null, state: 'running', otherReadings: { 'window-without-notice': '2026-09-23' } },
      },
      maySue: ['2026-07-01'],
    },
    because:
      'it is no determination, so that duty runs on; the safe course is to appeal within ninety days all the same',
    source: 'CREW v. FEC, 711 F.3d 180 (D.C. Cir. 2013)',
  },
  {
    id: 'appeal-late',
    title: 'appealed a day late',
    facts: [...denied, { on: '2026-09-29', kind: 'appealed', receivedOn: '2026-09-29' }],
    asOf: '2026-09-30',
    expect: {
      status: 'appealing',
      anomalies: ['appeal-late:4'],
      deadlines: {
        'appeal-filing:3': { state: 'missed', metOn: '2026-09-29', overdue: false },
        'appeal-decision:4': { dueOn: '2026-10-28' },
      },
    },
    because: 'the ninety days ended on Mon 28 Sep; the agency may still hear it',
    source: window,
  },
  {
    id: 'waiver-refused',
    title: 'a refused fee waiver, appealed beside the request',
    facts: [
      ...june,
      { on: '2026-06-01', kind: 'fee-waiver-requested' },
      { on: '2026-06-10', kind: 'fee-waiver-decided', granted: false },
      { on: '2026-06-12', kind: 'appealed', channel: 'email' },
    ],
    asOf: '2026-06-15',
    expect: {
      status: 'processing',
      openMatters: ['fee-waiver-appeal'],
      deadlines: {
        'appeal-filing:4': { dueOn: '2026-09-08', state: 'met' },
        'appeal-decision:5': { dueOn: '2026-07-14' },
        'determination:1': { dueOn: '2026-06-30' },
      },
    },
    because: 'a refused waiver has a window of its own; the request goes on',
    source: '36 CFR 1250.70(e)',
  },
  {
    id: 'estimate-disputed',
    title: 'an estimate of fees that one disputes',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-07-08' },
      { on: '2026-06-10', kind: 'fee-answered', answer: 'disputed', channel: 'email' },
    ],
    asOf: '2026-06-11',
    expect: { deadlines: { 'appeal-filing:3': { dueOn: '2026-09-06', state: 'running' } } },
    because: 'ninety days after the letter of 8 Jun',
    source: '28 CFR 16.6 (not verified)',
  },
  {
    id: 'category-disputed',
    title: 'a newsroom put among commercial requesters',
    facts: [...june, { on: '2026-06-08', kind: 'fee-category-decided', category: 'commercial' }],
    feeCategory: 'news-media',
    asOf: '2026-07-01',
    expect: {
      deadlines: { 'appeal-filing:3': { dueOn: '2026-09-06', state: 'running' } },
      feesBarred: '2026-07-01',
      feesSay: 'no search fees may be charged, or if the requester is news media',
    },
    because: 'another category than the one claimed can be appealed; as long as it is open, both bars are told',
    source: '36 CFR 1250.70(f)',
  },
  {
    id: 'closed-by-agency-late',
    title: 'closed by the agency after its time was over',
    facts: [...june, { on: '2026-07-10', kind: 'closed-by-agency', reason: 'duplicate' }],
    asOf: '2026-07-11',
    expect: {
      status: 'decided',
      outcome: 'duplicate',
      maySue: ['2026-07-01/2026-07-10'],
      deadlines: { 'determination:1': { state: 'missed', overdue: false }, 'appeal-filing:3': { dueOn: '2026-10-08' } },
    },
    because: 'like a late denial it has to be appealed first',
    source: 'Oglesby v. Department of the Army, 920 F.2d 57 (D.C. Cir. 1990), by analogy',
  },
  {
    id: 'closed-by-agency-taken-back',
    title: 'the agency takes its closing back',
    facts: [
      ...june,
      { on: '2026-06-15', kind: 'closed-by-agency', reason: 'other' },
      { on: '2026-06-22', kind: 'reopened' },
    ],
    asOf: '2026-06-23',
    expect: {
      status: 'processing',
      outcome: null,
      deadlines: { 'determination:1': { state: 'running', dueOn: '2026-06-30' } },
    },
    because: 'what was taken back has ended nothing',
    source: window,
  },
  {
    id: 'interim-release',
    title: 'a part released, with the right to appeal it',
    facts: [
      ...june,
      { on: '2026-06-15', kind: 'interim-release', appealable: true, pagesReleased: 40, exemptions: ['(b)(6)', 'b6'] },
    ],
    asOf: '2026-06-16',
    expect: {
      status: 'processing',
      outcome: null,
      anomalies: ['unknown-exemption:3'],
      deadlines: {
        'determination:1': { dueOn: '2026-06-30', state: 'running' },
        'appeal-filing:3': { dueOn: '2026-09-13' },
      },
    },
    because: 'a part is no determination of the whole; what it withholds can be appealed',
    source: 'CREW v. FEC, 711 F.3d 180 (D.C. Cir. 2013)',
  },
  {
    id: 'closed-by-agency',
    title: 'closed by the agency for want of an answer',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-07-08' },
      { on: '2026-07-15', kind: 'closed-by-agency', reason: 'no-answer' },
    ],
    asOf: '2026-07-16',
    expect: {
      status: 'decided',
      outcome: 'closed-unanswered',
      deadlines: {
        'determination:1': { state: 'void', dueOn: null },
        'answer:3': { state: 'missed', overdue: false },
        'appeal-filing:4': { dueOn: '2026-10-13' },
      },
    },
    because: 'a closing can be appealed like a denial',
    source: window,
  },
];
