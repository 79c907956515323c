import type { Case, WrittenFact } from './case.ts';

const window = '5 U.S.C. 552(a)(6)(A)(i)(III)(aa)';
const decision = '5 U.S.C. 552(a)(6)(A)(ii)';

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
    cites: { label: '43 CFR 2.58(a)' },
  },
};

/** Appeals: the window, and the agency's time to decide. */
export const appealCases: readonly Case[] = [
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
    source: '43 CFR 2.58(a)',
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
    source: '43 CFR 2.58(a)',
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
    source: '32 CFR 286.9(c)',
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
    source: '28 CFR 16.6(d)',
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
    source: '28 CFR 16.6(d)',
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
