import type { Case, WrittenFact } from './case.ts';

/** Where a serious reading of the law is kinder to the agency, or harder on the requester, than the plain one. */

const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];
const asked = (day: string): WrittenFact => ({ on: day, kind: 'clarification-requested' });
const answered = (day: string): WrittenFact => ({ on: day, kind: 'clarified', channel: 'email', receivedOn: day });
const extended = (day: string, ground: string, until?: string): WrittenFact => ({
  on: day,
  kind: 'extended',
  ground,
  ...(until !== undefined && { until }),
});

const questions: readonly Case[] = [
  {
    id: 'uk-foia-2000-question-on-the-last-day',
    title: 'a question on the twentieth day is in time',
    statute: 'uk-foia-2000',
    facts: [...on('2026-07-01'), asked('2026-07-30'), answered('2026-08-05')],
    asOf: '2026-08-10',
    expect: {
      follows: [],
      deadlines: { 'determination:1': { dueOn: '2026-09-03', originalDueOn: '2026-07-30', state: 'running' } },
    },
    because:
      'received Wed 5 Aug: 6 and 7 (2), 10-14 (7), 17-21 (12), 24-28 (17), not 31, 1-3 Sep (20). The body had until the end of 30 Jul to ask',
    source: 'FOIA 2000 ss. 1(3), 10(6)',
  },
  {
    id: 'uk-foia-2000-question-too-late',
    title: 'a question on the twenty-first day: late, but not by the letter of the section',
    statute: 'uk-foia-2000',
    facts: [...on('2026-07-01'), asked('2026-07-31'), answered('2026-08-05')],
    asOf: '2026-08-20',
    expect: {
      follows: ['may-complain 2026-07-31'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-30',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'late-question-begins-anew': '2026-09-03' },
        },
      },
    },
    because:
      'the twenty days had passed on 30 Jul; but s. 10(6) takes the day of the answer as that of receipt, "if later", and does not say when the question must have come: 20 days after 5 Aug are 3 Sep',
    source: 'FOIA 2000 s. 10(1), (6)',
  },
  {
    id: 'eu-1049-2001-clarification',
    title: 'the institution asks what is meant',
    statute: 'eu-1049-2001',
    facts: [...on('2026-06-01'), asked('2026-06-08'), answered('2026-06-15')],
    asOf: '2026-06-23',
    expect: {
      follows: [],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-06',
          state: 'running',
          confidence: 'low',
          otherReadings: { 'clarification-stops-nothing': '2026-06-22' },
        },
      },
    },
    because:
      'by the practice of the institutions fifteen working days after 15 June: 16-19 (4), 22-26 (9), 29-3 July (14), 6 (15). The text has no pause: fifteen after 1 June are 22 June',
    source: 'Regulation (EC) No 1049/2001 Art. 6(2), 7(1)',
  },
  {
    id: 'nz-oia-1982-asked-and-unanswered',
    title: 'a question in the first seven days that nobody answers: the request stays due',
    statute: 'nz-oia-1982',
    facts: [...on('2026-03-02'), asked('2026-03-11')],
    asOf: '2026-04-01',
    expect: {
      follows: ['deemed-denied 2026-03-31'],
      deadlines: { 'determination:1': { dueOn: '2026-03-30', state: 'missed' } },
    },
    because: 's. 15(1AA) puts a new request in the place of the old one when it is clarified, not when the body asks',
    source: 'Official Information Act 1982 s. 15(1), (1AA)',
  },
  {
    id: 'za-paia-deposit',
    title: 'a deposit asked for and paid',
    statute: 'za-paia',
    facts: [
      ...on('2026-06-01'),
      { on: '2026-06-10', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-06-20', kind: 'fee-paid', receivedOn: '2026-06-20' },
    ],
    asOf: '2026-07-02',
    expect: {
      follows: [],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-13',
          confidence: 'low',
          otherReadings: { 'deposit-stops-nothing': '2026-07-01' },
        },
      },
    },
    because: 'if 10 to 20 June, eleven days, do not count, day 30 is Sun 12 July: Mon 13; else it is 1 July',
    source: 'PAIA ss. 22, 25(1); Interpretation Act 33 of 1957, s. 4',
  },
];

const tracks: readonly Case[] = [
  {
    id: 'uk-foisa-2002-keeper-reviews',
    title: 'the Keeper of the Records has thirty days for a review too',
    statute: 'uk-foisa-2002',
    track: 'keeper',
    facts: [...on('2026-07-01'), { on: '2026-08-14', kind: 'appealed', about: null, channel: 'email' }],
    asOf: '2026-09-15',
    expect: { deadlines: { 'review-decision:3': { dueOn: '2026-09-25', state: 'running' } } },
    because:
      '17-21 Aug (5), 24-28 (10), 31-4 Sep (15), 7-11 (20), 14-18 (25), 21-25 (30); the last Monday of August is a working day in Scotland',
    source: 'FOISA 2002 s. 21(2)',
  },
  {
    id: 'ie-foi-2014-third-party-to-the-commissioner',
    title: 'refused after somebody else was heard: two weeks, and no internal review',
    statute: 'ie-foi-2014',
    track: 'third-party',
    facts: [
      ...on('2026-03-02'),
      { on: '2026-03-05', kind: 'acknowledged' },
      { on: '2026-03-13', kind: 'consulted' },
      { on: '2026-04-15', kind: 'determined', outcome: 'denied', notifiedOn: '2026-04-15' },
    ],
    asOf: '2026-04-16',
    expect: {
      deadlines: {
        'determination:4': {
          dueOn: '2026-04-21',
          expected: true,
          state: 'met',
          says: ['owed only if the person heard'],
        },
        'complaint-filing:5': { dueOn: '2026-04-29', state: 'running' },
        'review-filing:5': null,
      },
    },
    because:
      '16 and 17 Apr (2), 20-24 (7), 27-29 (10). Five weeks from the notice would be 21 April if it was received on its day',
    source: 'FOI Act 2014 ss. 21(1)(a), 22(4)(a), 38',
  },
  {
    id: 'ie-foi-2014-extension-challenged',
    title: 'two weeks to have the extension itself reviewed',
    statute: 'ie-foi-2014',
    facts: [
      ...on('2026-03-02'),
      { on: '2026-03-05', kind: 'acknowledged' },
      { ...extended('2026-03-31', 'number of records'), notifiedOn: '2026-03-31' },
    ],
    asOf: '2026-04-20',
    expect: {
      deadlines: {
        'complaint-filing:4': {
          dueOn: '2026-04-15',
          state: 'running',
          expected: true,
          says: ['needed only if the extension itself'],
        },
      },
    },
    because: '1-3 Apr (3), not Easter Monday 6, 7-10 (7), 13-15 (10); nobody need challenge it, so it is never missed',
    source: 'FOI Act 2014 s. 22(1)(e), (4)(a)',
  },
  {
    id: 'za-paia-no-internal-appeal',
    title: 'a body without an internal appeal: complaint and court at once',
    statute: 'za-paia',
    track: 'no-internal-appeal',
    facts: on('2026-06-01'),
    asOf: '2026-07-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-01', state: 'missed' },
        'complaint-filing:1': { dueOn: '2026-12-28', state: 'running' },
        'suit-filing:1': { dueOn: '2026-12-28', state: 'running' },
        'appeal-filing:1': null,
      },
    },
    because: '180 days after 1 July: 30 more in July, 61 by August, 91, 122, 152, and 28 in December, a Monday',
    source: 'PAIA ss. 74(1), 77A, 78',
  },
  {
    id: 'in-rti-2005-transferred-days-added',
    title: 'sent on to another authority: the five days may be added',
    statute: 'in-rti-2005',
    track: 'transferred',
    facts: on('2026-01-31'),
    asOf: '2026-03-05',
    expect: {
      feesSay: 'on another reading not before Sun 8 Mar 2026',
      deadlines: {
        'determination:1': {
          dueOn: '2026-03-02',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'days-of-transfer-added': '2026-03-07' },
        },
      },
    },
    because: 'thirty days after 31 January are Mon 2 March; a guide of the government counts thirty-five: Sat 7 March',
    source: 'RTI Act 2005 ss. 6(3), 7(1); guide of the Department of Personnel and Training',
  },
  {
    id: 'ca-on-fippa-third-party',
    title: 'a third party is heard: no silence is counted',
    statute: 'ca-on-fippa',
    track: 'third-party',
    facts: [...on('2026-02-02'), { on: '2026-02-20', kind: 'consulted' }],
    asOf: '2026-04-10',
    expect: {
      follows: [],
      deadlines: { 'determination:3': { dueOn: '2026-03-23', state: 'running', expected: true, confidence: 'low' } },
    },
    because: 'thirty days after the notice of 20 February end on Sun 22 March: Mon 23, if nobody was told later',
    source: 'FIPPA (Ontario) s. 28',
  },
];

/** Questions read in two ways, and requests whose kind changes what is owed. */
export const secondReadingsCases: readonly Case[] = [...questions, ...tracks];
