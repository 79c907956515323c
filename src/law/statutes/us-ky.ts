import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const kora = citesOf('KRS');
const opinion =
  'decision 22-ORD-009 of the Attorney General (2022), which quotes it, and four city codes that reproduce it';
const cities = 'a city code that reproduces the section';
const rollCites = { label: 'KRS 446.030', unverified: true } as const;
const emergency = { label: '2020 Ky. Acts ch. 73 (SB 150) s. 1(8)(a)' };

/** From the day on which the Attorney General's decision is rendered, not received. */
const afterReview = term(30, 'calendar-day', 'date-of-act', read(kora('61.880(5)(a)'), cities), {
  otherReadings: [
    {
      policy: 'last-day-moves',
      says: 'a last day on a Saturday, Sunday or holiday moves to the next working day',
      roll: 'next-working-day',
      cites: rollCites,
    },
  ],
});

const sinceJune2021 = write({
  id: 'us-ky',
  name: 'Kentucky Open Records Act',
  jurisdiction: 'US-KY',
  cites: kora('61.870 to 61.884'),
  timeZone: 'America/New_York',
  version: {
    from: day('2021-06-29'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: '2021 HB 312; 22-ORD-009' },
    confidence: 'medium',
  },
  calendar: 'us-ky',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(kora('61.880(1)'), opinion) },
  terms: { determination: term(5, 'working-day', 'receipt', read(kora('61.880(1)'), opinion)) },
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
      ...told(
        kora('61.872(5)'),
        'a city code that reproduces the subsection as it stood with three days: in use or in storage, a detailed explanation with the place, the time and the earliest date',
      ),
    },
    {
      of: ['appeal-decision'],
      count: 30,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(kora('61.880(2)(b)'), `${cities}: in unusual circumstances, by notice`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may ask the Attorney General for a review, on a copy of the request alone',
      endsWithAnswer: true,
      ...read(kora('61.880(2)(a)'), cities),
    },
    {
      effect: 'may-sue',
      says: 'one may sue in the circuit court without going to the Attorney General first',
      endsWithAnswer: true,
      ...told(kora('61.882'), 'others that describe it; the text was not read'),
    },
  ],
  adverseActs: refusals(read(kora('61.880(2)(a)'), cities)),
  challenges: [
    {
      id: 'review',
      name: 'review by the Attorney General',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...told(kora('61.880(2)'), `${cities}; no last day was found`),
      decision: {
        kind: 'complaint-decision',
        ...term(20, 'working-day', 'receipt-of-appeal', read(kora('61.880(2)(a)'), cities)),
      },
    },
    courtWithoutWindow('suit in the circuit court', told(kora('61.880(5), 61.882'), 'others that describe it'), [
      { of: 'request', when: 'silence' },
      { of: 'request', when: 'adverse-act' },
      { of: 'review', when: 'adverse-act', window: afterReview },
    ]),
  ],
  notes: [
    'Residents of Kentucky may ask; news organisations count as residents (law of 2021).',
    'Unappealed for 30 days, a decision of the Attorney General has the force of law (61.880(5)(b)).',
    'A day on which the office was closed unexpectedly was let pass as not counting (25-ORD-115): take it out per agency.',
    'Too high fees, delay and misdirection can be complained of like a denial (61.880(4)).',
    "A later day named in time for a record in use or in storage (61.872(5)) is the custodian's own: who lets it pass breaks a promise.",
    'Western counties keep Central time: set it per agency.',
  ],
});

const duringTheEmergency: Statute = {
  ...sinceJune2021,
  version: {
    from: day('2020-03-30'),
    to: day('2021-06-28'),
    appliesTo: 'filed-from',
    cites: emergency,
    confidence: 'medium',
  },
  terms: {
    determination: term(
      10,
      'calendar-day',
      'receipt',
      read(emergency, 'decision 22-ORD-009 of the Attorney General, which counts it'),
      {
        roll: 'next-working-day',
        rollCites,
        otherReadings: [
          {
            policy: 'last-day-stays',
            says: 'a last day on a Saturday, Sunday or holiday stays',
            roll: 'none',
            cites: emergency,
          },
        ],
      },
    ),
  },
};

const until2020: Statute = {
  ...sinceJune2021,
  version: { from: null, to: day('2020-03-29'), appliesTo: 'filed-from', cites: kora('61.880(1) (before 2020)') },
  terms: {
    determination: term(
      3,
      'working-day',
      'receipt',
      told(kora('61.880(1) (before 2020)'), 'older copies of the section and decisions of the Attorney General'),
    ),
  },
};

/** Kentucky. Three lengths in two years, in two units; the law of the day of the request holds. */
export const usKy: Statute = { ...sinceJune2021, earlier: [duringTheEmergency, until2020] };
