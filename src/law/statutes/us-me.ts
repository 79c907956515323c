import type { StatusChangeKind } from '../status-change.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const foaa = citesOf('1 M.R.S.');
const guides = 'a complaint template that cites the subsection, and state-wide guides; the text was not read';
const quoted = 'the subsection as two sites quote it in full';
const first = 'the first sentence of the section';
const officer = 'the subsection in a copy of the statutes, amended by P.L. 2015 c. 317';
const denial = `${guides}; the legislature's own summary of a bill of 2015 that amends it`;

/** What within five days is an answer of sorts. */
const anyAnswer: StatusChangeKind[] = [
  'acknowledged',
  'determined',
  'extended',
  'estimated',
  'interim-release',
  'released',
  'clarification-requested',
  'fee-estimated',
  'closed-by-agency',
];

/** Maine. Five days bind acknowledgements and denials, never the records themselves. */
export const usMe = write({
  id: 'us-me',
  name: 'Maine Freedom of Access Act',
  jurisdiction: 'US-ME',
  cites: foaa('400 to 414'),
  timeZone: 'America/New_York',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: { label: 'P.L. 2011 c. 662' } },
  calendar: 'us-me',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(foaa('413(1)'), `${officer}: receipt by the office responsible for maintaining the record`),
  },
  terms: {
    'answer-to-complaint': term(14, 'calendar-day', 'service', read(foaa('409(1)'), quoted)),
  },
  adverseActs: refusals(read(foaa('409(1)'), quoted)),
  silence: [
    {
      effect: 'may-sue',
      says: 'the failure to answer may be taken as a failure to allow inspection, and appealed',
      after: term(5, 'working-day', 'receipt', told(foaa('408-A(4)'), denial)),
      unless: anyAnswer,
      endsWithAnswer: true,
      ...told(foaa('408-A(4), 409(1)'), `${denial}; that it is one where nothing at all came is our reading`),
    },
  ],
  challenges: [
    {
      id: 'court',
      name: 'appeal to the Superior Court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      // Without a written notice nothing starts the thirty days; from the fifth day they are the safe count.
      windowAfterSilence: { ...term(30, 'calendar-day', 'due-date', told(foaa('409(1)'), quoted)), expected: true },
      window: term(30, 'calendar-day', 'notice-of-act', read(foaa('409(1)'), quoted), {
        otherReadings: [
          {
            policy: 'last-day-moves',
            says: 'a last day on a Saturday, Sunday or holiday moves to the next working day',
            roll: 'next-working-day',
            cites: { label: 'M.R. Civ. P. 6(a); Dishon v. Oliver (Me. 1979)', unverified: true },
          },
        ],
      }),
      metBy: 'sent',
      ...read(foaa('409(1)'), `${quoted}: from receipt of the written notice`),
    },
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to acknowledge the request',
      ...term(5, 'working-day', 'receipt', read(foaa('413(1)'), officer)),
      metBy: anyAnswer,
    },
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to give written notice of a denial, or that one is expected',
      // An agency that is to grant everything owes no such notice.
      onlyIf: 'if it will deny',
      ...term(5, 'working-day', 'receipt', told(foaa('408-A(4)'), denial)),
      metBy: ['determined', 'closed-by-agency', 'extended'],
      endedBy: ['released'],
    },
  ],
  rules: {
    prompt: { says: 'the records are due within a reasonable time; no day is set', ...read(foaa('408-A'), first) },
  },
  notes: [
    'No notice of denial within five working days counts as a failure to allow inspection, which can be appealed (408-A(4), 409(1)). An agency that means to grant owes no such notice, so that is told only where not even an acknowledgement came, and the thirty days from then are missed by nobody.',
    'Record the day on which the request reached the office that keeps the record.',
    'An estimate of the time binds nobody; no extension of the five days exists.',
    'The ombudsman in the office of the Attorney General hears complaints without a last day.',
    'Payment in advance may be asked for above 100 dollars (408-A(10)); not verified, and no pause is built in.',
  ],
});
