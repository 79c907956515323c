import { day } from '../plain-date.ts';
import type { Term } from '../terms.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const ors = citesOf('ORS');
const text = 'the text of the statute in copies of 2024 and of March 2026';
const rules = 'the page of the statutes, and agency rules that repeat the section (OAR 646-020-0030, 658-050-0030)';
const closing = 'the opening of the paragraph, and for the sixty days OAR 605-040-0040';

const sixtyDays = (paragraph: string): Term => term(60, 'calendar-day', 'asking', read(ors(paragraph), closing));

/** Oregon. The second period hangs on the day the acknowledgement was due, not on the day it came. */
export const usOr = write({
  id: 'us-or',
  name: 'Public Records Law',
  jurisdiction: 'US-OR',
  cites: ors('192.311 to 192.478'),
  timeZone: 'America/Los_Angeles',
  version: {
    from: day('2018-01-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: ors('192.324, 192.329'),
    confidence: 'low',
  },
  calendar: 'us-or',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(ors('192.324(2)'), `${text}: by the individual named in the body's published procedure`),
  },
  terms: {
    determination: term(
      15,
      'working-day',
      'receipt',
      read(ors('192.329(5)'), `${rules}: ten business days after the five within which to acknowledge`),
    ),
  },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      promise: true,
      noticedBy: ['extended', 'estimated'],
      ...read(ors('192.329(5)(b)'), `${rules}: a statement that it is still being processed, with a reasonable date`),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      answers: ['fee-paid', 'fee-settled'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      lapses: {
        ...sixtyDays('192.329(3)(b)'),
        // A waiver that is only asked for does not start the period again.
        metBy: ['fee-paid', 'fee-settled', 'fee-waiver-requested'],
      },
      ...read(ors('192.329(3)'), closing),
    },
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      lapses: sixtyDays('192.329(4)'),
      ...read(ors('192.329(4)'), closing),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request is treated as denied, unless the body shows that no answer was required yet',
      endsWithAnswer: true,
      ...read(ors('192.407(1)(a)'), text),
    },
  ],
  adverseActs: refusals(read(ors('192.411, 192.415'), text)),
  challenges: [
    {
      id: 'review',
      name: 'petition to the Attorney General or the district attorney',
      level: 'oversight',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(ors('192.411, 192.415'), text),
      window: null,
      metBy: 'received',
      decision: {
        kind: 'review-decision',
        ...term(7, 'calendar-day', 'receipt-of-appeal', read(ors('192.411(1)'), text), {
          roll: 'next-working-day',
          rollCites: { ...ors('174.120'), unverified: true },
        }),
        silence: {
          effect: 'may-sue',
          says: 'one may sue',
          endsWithAnswer: true,
          ...told(ors('192.411, 192.415'), 'what practitioners write; no paragraph says it'),
        },
      },
    },
    courtWithoutWindow(
      'suit in the circuit court',
      read(
        ors('192.411(2)'),
        'the text of the paragraph on a site of statutes; 192.415, on district attorneys, was not read',
      ),
      [
        { of: 'review', when: 'silence' },
        { of: 'review', when: 'adverse-act' },
      ],
    ),
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to say whether it has the records, or to answer',
      metBy: [
        'acknowledged',
        'extended',
        'estimated',
        'clarification-requested',
        'fee-estimated',
        'interim-release',
        'determined',
        'released',
        'closed-by-agency',
      ],
      ...term(5, 'working-day', 'receipt', read(ors('192.324(2)'), text)),
    },
    {
      kind: 'production',
      owedBy: 'agency',
      what: 'to obey the order, or to say that it will sue',
      opensWith: ['appeal-decided'],
      appealOutcomes: ['reversed', 'partly-reversed'],
      metBy: ['released', 'determined'],
      // No fact says that the body gave notice to sue, so nobody is told to be late.
      expected: true,
      ...term(7, 'calendar-day', 'date-of-act', read(ors('192.411(2)'), text)),
    },
  ],
  notes: [
    'Sent to anybody but the individual whom the body has named, a request starts nothing; record its arrival there as `routed`.',
    'A day on which nobody of a body is scheduled to work and comes to work is no business day for it (192.311(1)); enter such days for the agency.',
    'A fee that was waived ends the pause: record it as settled. A waiver that is asked for keeps the request alive: record that as a request about the estimate.',
    "A statement within the days that the request is being processed, with a date, is the answer; that date is the body's own estimate, and who lets it pass breaks a promise.",
    'The days do not bind when staff is away, or when keeping them would impede other services; the answer is then owed as soon as practicable (192.329(6) and on).',
    'Where an elected official claims the right to withhold, one goes straight to court (192.427).',
    'An order to disclose must be obeyed within seven days, unless the body says within them that it will sue, and sues within seven more (192.411(2)).',
    'An unreasonably long estimate can be petitioned too (192.407(1)(b)); no day is set.',
    'For lateness a fee may be reduced or waived, and 200 dollars be owed, by order only (192.407(3)).',
    'Malheur County keeps Mountain time; enter that for the agency.',
  ],
});
