import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';
import type { DutyRule } from '../statute.ts';

const code = citesOf('Ind. Code');
const text = 'the section on two sites, and the help page of the State';

const anyAnswer: DutyRule['metBy'] = [
  'acknowledged',
  'determined',
  'interim-release',
  'released',
  'extended',
  'estimated',
  'clarification-requested',
  'fee-estimated',
  'closed-by-agency',
];

/** Indiana: any answer within seven days will do, for a walk-in within twenty-four hours. The records have no day. */
export const usIn = write({
  id: 'us-in',
  name: 'Access to Public Records Act',
  jurisdiction: 'US-IN',
  cites: code('5-14-3; complaints 5-14-5'),
  timeZone: 'America/Indiana/Indianapolis',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: code('5-14-3-9') },
  calendar: 'us-in',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(code('5-14-3-9(c)'), text) },
  terms: {},
  tracks: [
    {
      id: 'in-person',
      says: 'made in person or by telephone: the records are owed within a reasonable time',
      determination: null,
      ...read(code('5-14-3-9(b)'), text),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied',
      tracks: ['plain'],
      after: term(7, 'calendar-day', 'receipt', read(code('5-14-3-9(c)'), text), {
        roll: 'next-working-day',
        rollCites: { label: 'Ind. Trial Rule 6(A); the Act has no rule of its own', unverified: true },
      }),
      unless: anyAnswer,
      endsWithAnswer: true,
      ...read(code('5-14-3-9(c)'), text),
    },
  ],
  adverseActs: refusals(read(code('5-14-3-9, 5-14-5-7'), text)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the Public Access Counselor',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(code('5-14-5-7'), 'the section on four sites'),
      window: term(30, 'calendar-day', 'date-of-act', read(code('5-14-5-7(a)'), 'the section on four sites'), {
        otherReadings: [
          {
            policy: 'rolled',
            says: 'a last day on which the office is closed moves to the next working day',
            roll: 'next-working-day',
            cites: { label: 'Ind. Trial Rule 6(A)', unverified: true },
          },
        ],
      }),
      windowAfterSilence: term(30, 'calendar-day', 'due-date', read(code('5-14-5-7(a)'), 'the section on four sites'), {
        otherReadings: [
          {
            policy: 'from-the-day-after',
            says: 'the denial is of the day after the last day to answer',
            count: 31,
            cites: code('5-14-3-9(c): "seven days have elapsed"'),
          },
          {
            policy: 'no-roll',
            says: 'the seventh day stays where it is, and the thirty follow it',
            count: 37,
            from: 'receipt',
            cites: code('5-14-3-9(c): "seven days have elapsed"'),
          },
        ],
      }),
      // Filed by its postmark, if it comes later: 5-14-5-7(b).
      metBy: 'sent',
      decision: {
        kind: 'complaint-decision',
        ...term(30, 'calendar-day', 'receipt-of-appeal', unread(code('5-14-5-9'), 'general knowledge')),
        expected: true,
      },
    },
    courtWithoutWindow(
      'suit in the circuit or superior court',
      told(code('5-14-3-9(e), 5-14-5-4'), 'the sections; no window was found, and no complaint is needed first'),
    ),
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to answer in any way',
      tracks: ['in-person'],
      ...term(24, 'hour', 'receipt', read(code('5-14-3-9(b)'), text)),
      metBy: anyAnswer,
    },
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to answer in any way',
      ...term(7, 'calendar-day', 'receipt', read(code('5-14-3-9(c)'), text), {
        roll: 'next-working-day',
        rollCites: { label: 'Ind. Trial Rule 6(A); the Act has no rule of its own', unverified: true },
        otherReadings: [
          {
            policy: 'no-roll',
            says: 'the seventh day stays where it is',
            roll: 'none',
            cites: code('5-14-3-9(c): "seven days have elapsed"'),
          },
        ],
      }),
      metBy: anyAnswer,
    },
  ],
  rules: {
    prompt: {
      says: 'the records are owed within a reasonable time',
      ...read(code('5-14-3-3(b)'), 'the help page of the State'),
    },
  },
  notes: [
    'Asked in person or by telephone, a request counts as denied after 24 hours without an answer, and the 30 days to complain begin (5-14-3-9(b)); the duty is built in, that denial is not.',
    'The seven days are calendar days, by mail, fax and e-mail alike.',
    'A complaint is no condition of a suit (5-14-5-4), but may be one of fees. A complaint with priority is answered in 7 days (62 IAC 1-1-2(d)).',
    'The north-west and south-west corners keep the time of Chicago.',
  ],
});
