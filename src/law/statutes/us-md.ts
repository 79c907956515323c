import { day } from '../plain-date.ts';
import type { Challenge, Statute } from '../statute.ts';
import type { OtherTerm, Term } from '../terms.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';

const pia = citesOf('Md. Code, Gen. Prov.');
const text = 'the section in four copies of the code';
const board = 'the section in a copy of the code, and COMAR 14.02.02.01';
const rollCites = { label: 'Md. Code, Gen. Prov. 1-302', unverified: true } as const;
const boardLaw = { label: '2021 Md. Laws ch. 658' };

const lastDayStays = (paragraph: string): OtherTerm => ({
  policy: 'last-day-stays',
  says: 'a last day on a Saturday, Sunday or holiday stays',
  roll: 'none',
  cites: pia(paragraph),
});
const rolls = (paragraph: string): Pick<Term, 'roll' | 'rollCites' | 'otherReadings'> => ({
  roll: 'next-working-day',
  rollCites,
  otherReadings: [lastDayStays(paragraph)],
});

const suit = courtWithoutWindow(
  'suit in the circuit court',
  told(pia('4-362, 4-1A-10'), 'the heading of 4-1A-10: "exhaustion not required"; no last day was read'),
  [
    { of: 'request', when: 'silence' },
    { of: 'request', when: 'adverse-act' },
    {
      of: 'complaint',
      when: 'adverse-act',
      window: term(30, 'calendar-day', 'date-of-act', unread(pia('4-1A-10'), 'general knowledge')),
    },
  ],
);

const complaint: Challenge = {
  id: 'complaint',
  name: 'complaint to the Public Information Act Compliance Board',
  level: 'oversight',
  filing: 'complaint-filing',
  against: [],
  opensWith: ['mediation-ended'],
  window: term(30, 'calendar-day', 'notice-of-act', read(pia('4-1A-05(b)(5)'), board), {
    otherReadings: [
      {
        policy: 'last-day-moves',
        says: 'a last day on a Saturday, Sunday or holiday moves to the next working day',
        roll: 'next-working-day',
        cites: rollCites,
      },
    ],
  }),
  metBy: 'sent',
  ...read(pia('4-1A-05'), `${board}: from receipt of the ombudsman's final determination`),
  decision: {
    kind: 'complaint-decision',
    ...term(
      120,
      'calendar-day',
      'sending-of-appeal',
      read(pia('4-1A-07(c)(1)(ii)'), 'the section in two copies of the code: the longest, after the filing'),
      rolls('4-1A-07(c)(1)(ii)'),
    ),
  },
};

const since2022 = write({
  id: 'us-md',
  name: 'Maryland Public Information Act',
  jurisdiction: 'US-MD',
  cites: pia('4-101 to 4-601'),
  timeZone: 'America/New_York',
  version: { from: day('2022-07-01'), to: null, appliesTo: 'event-from', cites: boardLaw, confidence: 'low' },
  calendar: 'us-md',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(pia('4-203(a)(1)'), text) },
  terms: {
    determination: term(30, 'calendar-day', 'receipt', read(pia('4-203(a)(1)'), text), rolls('4-203(a)(1)')),
  },
  tracks: [
    {
      id: 'fifty-days',
      says: 'for a record that s. 4-356 is about, to which fifty days are given',
      determination: term(50, 'calendar-day', 'receipt', read(pia('4-203(a)(2)'), text), rolls('4-203(a)(2)')),
      ...read(pia('4-203(a)(2)'), text),
    },
  ],
  extensions: [
    {
      of: ['determination'],
      count: 30,
      unit: 'calendar-day',
      // Of a last day that moved, the later count.
      from: 'moved-due-date',
      times: 1,
      late: 'void',
      ...told(
        pia('4-203(d)(1)'),
        'the session law of 1984 that enacted it: any of these times, with the consent of who asks; its paragraph of today was not reached',
      ),
    },
  ],
  tolls: [
    {
      id: 'mediation',
      limit: null,
      asks: 'mediation-requested',
      answers: ['mediation-ended'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      ...unread(pia('4-203(d)(2)'), 'general knowledge: a dispute before the ombudsman stops the time limits'),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, and one may go to the ombudsman',
      endsWithAnswer: true,
      ...read(pia('4-203(b)(3)'), text),
    },
  ],
  adverseActs: refusals(told(pia('4-203(c), 4-1A-10'), text)),
  challenges: [complaint, suit],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to say in writing when it will answer, what it may cost and why it takes longer',
      ...term(10, 'working-day', 'receipt', read(pia('4-203(b)(2)'), text)),
      metBy: [
        'determined',
        'extended',
        'estimated',
        'fee-estimated',
        'clarification-requested',
        'transferred',
        'interim-release',
        'released',
        'acknowledged',
      ],
      endedBy: ['closed-by-agency', 'mediation-requested'],
    },
    {
      kind: 'reasons',
      owedBy: 'agency',
      what: 'to give the reasons and the remedies in writing',
      // Most letters give their reasons themselves, and no fact says whether this one did.
      onlyIf: 'if the letter does not have them',
      ...term(10, 'working-day', 'date-of-act', read(pia('4-203(c)(1)'), text)),
      opensWith: ['determined'],
      outcomes: ['denied', 'partly-granted'],
      metBy: ['determined', 'contacted'],
      endedBy: ['appealed', 'lawsuit-filed'],
    },
  ],
  notes: [
    'The ombudsman helps without a last day to ask; that it must end within 90 days was not verified.',
    'The Board is to decide within 30 days of the response and all it asked for (4-1A-07(a)); shown is the longest, 120 days after filing. That it cannot resolve a complaint is no decision to appeal (4-1A-07(c)(2)).',
    'The notice of 4-203(b)(2) is owed where more than ten working days are needed: an agency that has neither answered nor written by then needed them.',
    'Who is asked and is not the custodian says so within ten working days (4-202(c)); no day is shown, since nobody outside knows.',
    'Any letter within the ten working days is taken as the notice of 4-203(b)(2): nobody is accused over what it leaves out.',
  ],
});

const until2022: Statute = {
  ...since2022,
  version: { from: null, to: day('2022-06-30'), appliesTo: 'filed-from', cites: pia('4-101 ff.') },
  challenges: [{ ...suit, against: suit.against.filter(({ of }) => of === 'request') }],
  notes: [
    'The Board heard only disputes over fees above 350 dollars, within 90 days of the act; that is not built in.',
    'Before 1 October 2015 there were neither Board nor ombudsman.',
  ],
};

/** Maryland. Three clocks from one receipt: a notice, the decision, and after a denial the reasons. */
export const usMd: Statute = { ...since2022, earlier: [until2022] };
