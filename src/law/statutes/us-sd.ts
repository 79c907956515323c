import { day } from '../plain-date.ts';
import type { Challenge } from '../statute.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const sdcl = citesOf('SDCL');
const text = "the Codified Laws in the legislature's copy of February 2026";

const against: Challenge['against'] = [
  { of: 'request', when: 'adverse-act' },
  { of: 'request', when: 'silence' },
];

const moves = {
  roll: 'next-non-holiday' as const,
  rollCites: sdcl('2-14-14, 1-5-1'),
  otherReadings: [
    {
      policy: 'saturday-moves',
      says: 'the rule of civil procedure moves a last day off a Saturday too',
      roll: 'next-working-day' as const,
      cites: { ...sdcl('15-6-6(a)'), unverified: true as const },
    },
  ],
};
const ninetyDays = term(90, 'calendar-day', 'date-of-act', read(sdcl('1-27-38'), text), moves);

/** South Dakota. The agency's own estimate binds it: the request is denied the day it lapses. */
export const usSd = write({
  id: 'us-sd',
  name: 'Open Records Law',
  jurisdiction: 'US-SD',
  cites: sdcl('1-27-1 to 1-27-43'),
  timeZone: 'America/Chicago',
  version: { from: day('2008-07-01'), to: null, appliesTo: 'filed-from', cites: sdcl('1-27-37'), confidence: 'low' },
  calendar: 'us-sd',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(sdcl('1-27-37(1)'), `${text}: of the written request, by the public record officer`),
  },
  terms: { determination: term(10, 'working-day', 'receipt', read(sdcl('1-27-37(1)'), text)) },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      noticedBy: ['extended', 'estimated'],
      ...read(sdcl('1-27-37(1)(c), (2), (5)'), `${text}: an estimate, and a revised one before it lapses`),
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
      lapses: term(10, 'working-day', 'asking', read(sdcl('1-27-37(3)'), `${text}: a written answer`)),
      ...told(sdcl('1-27-37(3)'), `${text}: it sets the ten days; that the period waits meanwhile is our reading`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, and the ninety days run',
      endsWithAnswer: true,
      ...read(sdcl('1-27-37(5)'), text),
    },
  ],
  adverseActs: refusals(read(sdcl('1-27-38'), text)),
  challenges: [
    {
      id: 'review',
      name: 'review by the Office of Hearing Examiners',
      level: 'oversight',
      filing: 'review-filing',
      against,
      ...read(sdcl('1-27-38'), `${text}: by registered or certified mail`),
      window: ninetyDays,
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'civil action',
      level: 'court',
      filing: 'suit-filing',
      against: [
        ...against,
        {
          of: 'review',
          when: 'adverse-act',
          window: term(30, 'calendar-day', 'notice-of-act', read(sdcl('1-27-41, 1-26-31'), text), moves),
        },
      ],
      ...read(sdcl('1-27-38'), text),
      window: ninetyDays,
      metBy: 'sent',
    },
  ],
  notes: [
    'Nothing says that the period waits while a question is open; the need to clarify is a ground for an estimate (1-27-37(2)). After a question count the ninety days from the tenth business day, to be safe.',
    'The days run for a written request made after an informal one was denied in whole or part (1-27-37); a first informal request has none.',
    'An estimate of the time needed binds the agency until its day; a revised one has to come before it lapses.',
    'The notice of review goes by registered or certified mail (1-27-38); the body has ten business days after it has the notice to answer (1-27-39).',
    'An appeal to the circuit court after a review goes by chapter 1-26 (1-27-41).',
    'Objections to a fee or to an estimate can be brought in the same ninety days (1-27-38).',
    'Unreasonable and in bad faith, a body may owe up to 50 dollars a day (1-27-40.2).',
    'The west of the state keeps Mountain time; enter that for the agency.',
  ],
});
