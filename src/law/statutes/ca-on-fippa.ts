import { day } from '../plain-date.ts';
import type { Term } from '../terms.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const act = citesOf('FIPPA (Ontario)', 'https://www.ontario.ca/laws/statute/90f31');
const computing = { label: 'Legislation Act, 2006, ss. 88, 89', unverified: true } as const;
const orders = 'orders of the Information and Privacy Commissioner and its pages';
const remembered = 'general knowledge';
const reports = 'an article of lawyers of April 2026, and later reports that the bill was enacted';
const notRolled = {
  policy: 'last-day-stays',
  says: 'a last day on a Saturday, which the Legislation Act does not list, or on a holiday stays where it is',
  roll: 'none',
  cites: computing,
} as const;
const rolledReading = {
  policy: 'last-day-off-moves',
  says: 'a last day on a weekend or a holiday moves to the next day the office is open',
  roll: 'next-working-day',
  cites: computing,
} as const;

const bill97 = {
  label: 'Bill 97, Plan to Protect Ontario Act (Budget Measures), 2026, Sched. 11',
  unverified: true,
} as const;

const determination: Term = term(
  30,
  'calendar-day',
  'receipt',
  read(act('s. 26'), 'the section as quoted on a site that explains it'),
  { roll: 'next-working-day', rollCites: computing, otherReadings: [notRolled] },
);

const until2026 = write({
  id: 'ca-on-fippa',
  name: 'Freedom of Information and Protection of Privacy Act (Ontario)',
  jurisdiction: 'CA-ON',
  cites: act('(R.S.O. 1990, c. F.31)'),
  timeZone: 'America/Toronto',
  version: {
    from: day('1988-01-01'),
    to: day('2026-03-31'),
    appliesTo: 'filed-from',
    cites: act('(R.S.O. 1990, c. F.31)'),
  },
  calendar: 'ca-on',
  receipt: { by: 'body', onDayOff: 'that-day', ...told(act('s. 26'), orders) },
  terms: { determination },
  tracks: [
    {
      id: 'third-party',
      says: 'for a record about a third party who must be heard first',
      determination: null,
      ...unread(act('s. 28'), remembered),
    },
  ],
  duties: [
    {
      kind: 'determination',
      owedBy: 'agency',
      what: 'to decide, after the notice to the third party',
      onlyIf: 'if no other third party was told later',
      tracks: ['third-party'],
      opensWith: ['consulted'],
      metBy: ['determined'],
      endedBy: ['closed-by-agency'],
      ...term(30, 'calendar-day', 'date-of-act', unread(act('s. 28'), remembered), {
        roll: 'next-working-day',
        rollCites: computing,
      }),
    },
  ],
  rules: {
    prompt: {
      says: 'the decision is due thirty days after the third party was told',
      ...unread(act('s. 28'), remembered),
    },
  },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'calendar-day',
      from: 'due-date',
      // Nothing read says that there can be only one.
      times: null,
      late: 'void',
      ...unread(act('s. 27(1)'), `${remembered}: a reasonable time, for volume or consultations, with written notice`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      // To narrow a request clarifies nothing: Order P-214.
      answers: ['clarified', 'perfected'],
      effect: 'restart',
      stops: 'day-after',
      ...unread(act('s. 24(2)'), `${remembered}; that narrowing does not restart the period: Order P-214`),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid', 'fee-settled'],
      effect: 'toll',
      stops: 'day-after',
      stopsExtensions: true,
      ...unread(
        { label: 'R.R.O. 1990, Reg. 460, s. 7' },
        `${remembered}: a deposit asked for stops the period until it is paid`,
      ),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the head is deemed to have refused, and one may appeal to the Commissioner',
      endsWithAnswer: true,
      ...told(act('s. 29(4)'), `${orders}, which cite it`),
    },
  ],
  adverseActs: refusals(told(act('s. 50(1)'), orders)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the Information and Privacy Commissioner',
      level: 'oversight',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...told(act('s. 50'), orders),
      window: term(30, 'calendar-day', 'date-of-act', told(act('s. 50(2)'), `${orders}: after the notice was given`), {
        otherReadings: [rolledReading],
      }),
      // Practice of the Commissioner: no letter, so nothing to run from. But s. 29(4) takes the refusal as given on that day.
      windowAfterSilence: {
        ...term(30, 'calendar-day', 'due-date', unread(act('ss. 29(4), 50(2)'), `${remembered}: a careful day`)),
        expected: true,
      },
      metBy: 'received',
    },
  ],
  policies: {
    'stop-day-not-counted': {
      default: 'the day on which a deposit is asked for still counts',
      other: 'the day on which a deposit is asked for does not count',
      otherCites: { label: 'R.R.O. 1990, Reg. 460, s. 7', unverified: true },
      ...unread({ label: 'R.R.O. 1990, Reg. 460, s. 7' }, remembered),
    },
  },
  notes: [
    'The Act sets no time for the Commissioner to decide; after that there is only judicial review.',
    'A request transferred within fifteen days counts as received on the first day (s. 25; not read): keep that day.',
    'Where a third party must be heard first (s. 28; not read), choose that track: twenty days to answer, a decision within thirty days of the notice.',
    'Against silence one appeals at any time, by the practice of the Commissioner; the thirty days shown are the careful ones.',
    'An appeal costs 25 dollars, or 10 for one’s own personal information (not verified).',
  ],
});

/**
 * Ontario. A bill of 2026 turns the thirty days into forty-five business days. It was enacted, but from when, and for
 * which requests, could not be found out: since April 2026 the later day is taken, and the thirty days are told beside it.
 */
export const caOnFippa = write({
  ...until2026,
  version: { from: day('2026-04-01'), to: null, appliesTo: 'filed-from', cites: bill97, confidence: 'low' },
  terms: {
    determination: {
      ...term(
        45,
        'working-day',
        'receipt',
        told({ label: 'FIPPA (Ontario) s. 26 as amended by Bill 97 (2026)' }, reports),
      ),
      // The number is told by several; the day from which it holds by nobody.
      confidence: 'low',
      otherReadings: [
        {
          policy: 'thirty-days',
          says: 'Bill 97 does not reach this request: thirty days',
          count: 30,
          unit: 'calendar-day',
          roll: 'next-working-day',
          cites: act('s. 26'),
        },
      ],
    },
  },
  notes: [
    ...(until2026.notes ?? []),
    'Bill 97 (45 business days, no Saturday or holiday) was enacted in 2026, by the account of a campaign and of a news site; the Act itself, its commencement and its transition were not read. 1 April 2026 is the month in which it was brought in.',
    'Under Bill 97 the time stands still while a plan for access in stages awaits an answer; not built in.',
  ],
  earlier: [until2026],
});
