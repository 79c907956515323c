import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';

const code = citesOf('Ala. Code');
const text = 'the section in a copy of the code of 2024';
const intensive = 'two summaries of the bill and a press report; the words were not read';
const summary = 'a summary of Act 2024-278 and a law magazine; the words were not read';

/** The presumption is of a request to which nothing of substance came. */
const somethingSubstantive = ['interim-release', 'released'] as const;

/**
 * Alabama, since the Act of 2024. Two counts run from the acknowledgement at once: the fifteen days, which the officer
 * may lengthen again and again, and the presumption of denial, which no notice moves.
 */
export const usAl = write({
  id: 'us-al',
  name: 'Public Records Law',
  jurisdiction: 'US-AL',
  cites: code('36-12-40 to 36-12-46'),
  timeZone: 'America/Chicago',
  version: {
    from: day('2024-10-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Ala. Act 2024-278: in force on 1 October 2024; no transitional clause was found' },
    confidence: 'low',
  },
  calendar: 'us-al',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(
      code('36-12-45(a)(3), (b)'),
      `${text}: by hand at the main office, by mail when it has come; e-mail if the procedures allow it`,
    ),
  },
  terms: {
    determination: term(15, 'working-day', 'acknowledgement', read(code('36-12-44(a)(4)'), text)),
  },
  tracks: [
    {
      id: 'time-intensive',
      says: 'a request that takes more than eight hours of work',
      determination: term(45, 'working-day', 'acknowledgement', told(code('36-12-44(b)'), intensive), {
        otherReadings: [
          {
            policy: 'from-the-choice',
            says: 'the 45 days run from the choice to go on, once the officer has said within fifteen that it takes so long',
            count: 60,
            cites: { label: 'summaries of Act 2024-278, which do not agree', unverified: true },
          },
        ],
      }),
      ...told(code('36-12-44(b)'), intensive),
    },
  ],
  extensions: [
    {
      tracks: ['time-intensive'],
      of: ['determination'],
      count: 45,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      ...unread(code('36-12-44(b)'), 'that time is added by notice is in the summaries, how much is not'),
    },
    {
      of: ['determination'],
      count: 15,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      ...read(code('36-12-44(a)(4)'), `${text}; that a late notice gives nothing is how this program reads it`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      ...told({ label: 'Ala. Act 2024-278: tolling while the requester is asked' }, summary),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      ...read(
        code('36-12-44(a)(2)'),
        `${text}: the officer may wait for payment; that the days stand still meanwhile is not said, but taken so that nobody is called late`,
      ),
      confidence: 'low',
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request is presumed denied, until the officer shows otherwise',
      tracks: ['plain'],
      after: term(30, 'working-day', 'acknowledgement', read(code('36-12-44(a)(5)a'), text), {
        orAtMost: { count: 60, unit: 'calendar-day' },
      }),
      unless: [...somethingSubstantive],
      endsWithAnswer: true,
      ...read(code('36-12-44(a)(5)a'), text),
    },
    {
      effect: 'deemed-denied',
      says: 'the request is presumed denied, until the officer shows otherwise',
      tracks: ['time-intensive'],
      after: term(180, 'working-day', 'acknowledgement', told(code('36-12-44(b)'), intensive), {
        orAtMost: { count: 270, unit: 'calendar-day' },
      }),
      unless: [...somethingSubstantive],
      endsWithAnswer: true,
      ...told(code('36-12-44(b)'), intensive),
    },
  ],
  adverseActs: refusals(told(code('36-12-44'), `${text}; by whom a refusal is reviewed it does not say`)),
  challenges: [
    courtWithoutWindow('suit in the circuit court', told(code('36-12-44(a)(5)'), 'no window was found in the Act')),
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to acknowledge the request',
      ...term(10, 'calendar-day', 'receipt', read(code('36-12-44(a)(3)'), text), {
        roll: 'next-working-day',
        rollCites: code('1-1-4'),
        otherReadings: [
          {
            policy: 'business-days',
            says: 'the ten days are business days, as summaries of the Act have it',
            unit: 'working-day',
            cites: { label: 'summaries of Act 2024-278, against the words of 36-12-44(a)(3)', unverified: true },
          },
        ],
      }),
      metBy: [
        'acknowledged',
        'determined',
        'extended',
        'estimated',
        'interim-release',
        'released',
        'clarification-requested',
        'fee-estimated',
        'closed-by-agency',
      ],
    },
  ],
  notes: [
    'Residents of Alabama only (36-12-40, 36-12-43).',
    'A business day is one on which the office itself is open and works as usual: enter its other closed days.',
    'Without an acknowledgement neither the fifteen days nor the presumption begin: what is shown from its last day is missed by nobody, but the acknowledgement itself is late, and the court is open.',
    'That a request takes more than eight hours is to be told within 15 working days of the acknowledgement (36-12-44(b)); not built in.',
    'Records announced but not produced are presumed denied after the same two periods (36-12-44(a)(5)b); not built in.',
    'Executive agencies also owe an acknowledgement in 2 working days and an answer in 15 (Executive Order 734 of 2023): enter that as the own rule of the agency.',
  ],
});
