import { day } from '../plain-date.ts';
import { ieFoi2014Challenges } from './ie-foi-2014-challenges.ts';
import { citesOf, length, read, refusals, term, write } from './write.ts';

const act = citesOf('FOI Act 2014', 'https://www.irishstatutebook.ie/eli/2014/act/30');
const text = 'the text of the Act as it stood at the end of 2025';

/** Ireland. Weeks of five working days, and a refusal that nobody wrote when they are over. */
export const ieFoi2014 = write({
  id: 'ie-foi-2014',
  name: 'Freedom of Information Act 2014',
  jurisdiction: 'IE',
  cites: act('(No. 30 of 2014)'),
  timeZone: 'Europe/Dublin',
  version: {
    from: day('2014-10-14'),
    to: null,
    appliesTo: 'filed-from',
    cites: { ...act('s. 1'), unverified: true },
    confidence: 'medium',
  },
  calendar: 'ie',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('ss. 12(1), 13(1)'), text) },
  terms: { determination: term(4, 'working-week', 'receipt', read(act('ss. 2 "week", 13(1)'), text)) },
  tracks: [
    {
      id: 'third-party',
      says: 'for a record about somebody else who must be heard first',
      determination: null,
      ...read(act('s. 38(2) to (6)'), text),
    },
  ],
  extensions: [
    {
      of: ['determination'],
      count: 4,
      unit: 'working-week',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(act('s. 14(1), (2)'), `${text}: notice with the reasons before the period ends`),
    },
  ],
  tolls: [
    {
      id: 'deposit',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      effect: 'toll',
      stops: 'day-after',
      askedWithin: length(2, 'working-week'),
      ...read(
        act('s. 27(5)(c), (11)(a)'),
        `${text}: the time from the giving of the notice to the receipt of the deposit`,
      ),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as refused, and the time to ask for internal review runs',
      endsWithAnswer: true,
      ...read(act('s. 19(1)'), text),
    },
  ],
  adverseActs: refusals(read(act('s. 21(1)'), text)),
  challenges: ieFoi2014Challenges,
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to acknowledge the request',
      metBy: ['acknowledged', 'determined', 'extended', 'fee-estimated', 'clarification-requested', 'transferred'],
      endedBy: ['closed-by-agency', 'released'],
      ...term(2, 'working-week', 'receipt', read(act('s. 12(2)'), text)),
    },
    {
      kind: 'complaint-filing',
      owedBy: 'requester',
      what: 'to have the Commissioner review the extension',
      onlyIf: 'if the extension itself is what you challenge',
      opensWith: ['extended'],
      metBy: ['appealed'],
      endedBy: ['determined', 'closed-by-agency'],
      ...term(2, 'working-week', 'notice-of-act', read(act('s. 22(1)(e), (4)(a)'), text)),
    },
    {
      kind: 'consultation',
      owedBy: 'agency',
      what: 'to tell the person whom the record is about',
      tracks: ['third-party'],
      metBy: ['consulted'],
      endedBy: ['determined', 'extended', 'closed-by-agency'],
      ...term(2, 'working-week', 'receipt', read(act('s. 38(2)'), text)),
    },
    {
      kind: 'determination',
      owedBy: 'agency',
      what: 'to decide: three for the person to be heard, and two',
      // The three run from the day the letter reached that person, which nobody else knows.
      onlyIf: 'if the person heard had the letter on the day it was sent, and asked for no other time',
      tracks: ['third-party'],
      opensWith: ['consulted'],
      metBy: ['determined'],
      endedBy: ['closed-by-agency'],
      ...term(
        5,
        'working-week',
        'date-of-act',
        read(act('s. 38(4), (5)'), `${text}: sooner, if submissions come sooner`),
      ),
    },
  ],
  rules: {
    prompt: {
      says: 'the decision is due two weeks after the person whom it concerns has been heard, or three weeks have passed',
      ...read(act('s. 38(4), (5)'), text),
    },
  },
  notes: [
    'If the request is narrowed so that no deposit is due, the period begins anew (s. 27(11)(c)); that is not built in.',
    'A body without the records passes a copy on within two weeks, and the other body is then the one that received it (s. 12(3)).',
    'Where somebody else must be heard (s. 38), choose that track: the decision goes to the Commissioner at once, within two weeks.',
    'Internal review costs a fee, and is not asked for until it is paid (s. 27(13)(b)).',
  ],
});
