import type { Case, WrittenFact } from './case.ts';

const statute = 'au-foi-1982';
const source = 'FOI Act 1982 (Cth) s. 15(5); Acts Interpretation Act 1901 s. 36';
const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];

/** The Commonwealth of Australia. */
export const auFoi1982Cases: readonly Case[] = [
  {
    id: 'au-foi-1982-plain',
    title: 'fourteen days to acknowledge, thirty to decide',
    statute,
    facts: on('2026-03-02'),
    asOf: '2026-03-03',
    expect: {
      deadlines: { 'acknowledgement:1': { dueOn: '2026-03-16' }, 'determination:1': { dueOn: '2026-04-01' } },
    },
    because: 'day 14 after 2 March is Mon 16 March, day 30 Wed 1 April',
    source,
  },
  {
    id: 'AU-001',
    title: 'the thirtieth day is a Sunday, and the Monday after it a holiday elsewhere',
    statute,
    facts: on('2018-02-09'),
    overrides: { calendar: { remove: ['2018-03-12'] } },
    asOf: '2018-02-12',
    expect: { deadlines: { 'determination:1': { dueOn: '2018-03-12' } } },
    because:
      'day 30 is Sun 11 March: Mon 12, which was Canberra Day in the Capital Territory, but no holiday in Sydney, where the Commissioner’s office is; so its rules take the day out',
    source: 's. 15(5)(b); letter of the Commissioner’s office, righttoknow.org.au/request/4368',
  },
  {
    id: 'au-foi-1982-canberra',
    title: 'the same for an agency in Canberra',
    statute,
    facts: on('2018-02-09'),
    asOf: '2018-02-12',
    expect: { deadlines: { 'determination:1': { dueOn: '2018-03-13' } } },
    because: 'day 30 is Sun 11 March, Mon 12 is Canberra Day: Tue 13',
    source,
  },
  {
    id: 'AU-003',
    title: 'thirty days more, agreed in time',
    statute,
    facts: [...on('2024-09-05'), { on: '2024-09-20', kind: 'extended', ground: 'agreement of the applicant' }],
    asOf: '2024-09-23',
    expect: { deadlines: { 'determination:1': { dueOn: '2024-11-04' } } },
    because: 'thirty days end on Sat 5 October; thirty more from there on Mon 4 November',
    source: 'Commissioner’s office, RQ24/05436: "due by 4 November 2024"',
  },
  {
    id: 'au-foi-1982-agreed-late',
    title: 'an agreement after the period: not valid',
    statute,
    facts: [...on('2023-09-13'), { on: '2023-10-19', kind: 'extended', ground: 'agreement of the applicant' }],
    asOf: '2023-10-19',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2023-10-13', state: 'missed', lateOnEveryReading: true } },
      follows: ['deemed-denied 2023-10-14'],
      feesBarred: '2023-10-14',
    },
    because: 'day 30 is Fri 13 October; on the 19th there was nothing left to extend',
    source: 'Commissioner’s office, RQ23/05303; s. 15AA',
  },
  {
    id: 'au-foi-1982-commissioner-allows-more',
    title: 'the Commissioner allows more time after the refusal by silence',
    statute,
    facts: [
      ...on('2023-09-13'),
      { on: '2023-10-25', kind: 'extended', ground: 'allowed by the Commissioner', until: '2023-11-30' },
    ],
    asOf: '2023-11-01',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2023-11-30', state: 'running' } }, follows: [] },
    because: 'if the agency keeps the new day, the refusal is taken never to have been made',
    source: 's. 15AC(4) to (9)',
  },
  {
    id: 'au-foi-1982-silence',
    title: 'silence: sixty days to the Commissioner, and no internal review',
    statute,
    facts: on('2026-03-02'),
    asOf: '2026-04-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-01', state: 'missed' },
        'review-filing:1': null,
        'complaint-filing:1': { dueOn: '2026-06-02', otherReadings: { 'last-day-stays': '2026-05-31' } },
      },
      follows: ['deemed-denied 2026-04-02'],
    },
    because:
      'notice is taken as given on 1 April; day 60 is Sun 31 May, Mon 1 June is Reconciliation Day in the Capital Territory: Tue 2. Elsewhere it would be the 1st; reminders go by 31 May',
    source: 'ss. 15AC, 54(1), 54S',
  },
  {
    id: 'au-foi-1982-consultation',
    title: 'a practical refusal reason, and a revised request',
    statute,
    facts: [
      ...on('2026-03-02'),
      { on: '2026-03-10', kind: 'clarification-requested', answerBy: '2026-03-24' },
      { on: '2026-03-20', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-03-23',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-13', originalDueOn: '2026-04-01' },
        'withdrawal:3': { dueOn: '2026-03-24', state: 'met' },
        'acknowledgement:1': { state: 'met', metOn: '2026-03-10' },
      },
    },
    because: 'seven days by 9 March; 10 to 20 March, eleven days, are out; 23 more: Sun 12 April, so Mon 13',
    source: 's. 24AB; Acts Interpretation Act 1901 s. 36(2)',
  },
  {
    id: 'au-foi-1982-consultation-unanswered',
    title: 'the same, and no answer',
    statute,
    facts: [...on('2026-03-02'), { on: '2026-03-10', kind: 'clarification-requested', answerBy: '2026-03-24' }],
    asOf: '2026-03-25',
    expect: {
      deadlines: { 'withdrawal:3': { dueOn: '2026-03-24', state: 'missed' } },
      follows: ['withdrawn-by-law 2026-03-25'],
    },
    because: 'day 14 after the day of the notice is Tue 24 March; after it the request is taken to be withdrawn',
    source: 's. 24AB(2)(e), (7)',
  },
  {
    id: 'au-foi-1982-charge-contested',
    title: 'a charge, contested in time: the request stands, the period stands still',
    statute,
    facts: [
      ...on('2026-03-02'),
      { on: '2026-03-12', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-04-11' },
      { on: '2026-03-31', kind: 'fee-answered', answer: 'disputed', channel: 'email' },
    ],
    asOf: '2026-04-13',
    expect: {
      status: 'paused',
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 21 },
        'withdrawal:3': { dueOn: '2026-04-11', state: 'met', metOn: '2026-03-31' },
      },
      follows: [],
    },
    because:
      'nine days by 11 March; nothing counts until the charge is paid or decided; an answer came in the thirty days',
    source: 'ss. 29, 31 (not read)',
  },
];
