import type { StatusChangeKind } from '../status-change.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const foil = citesOf('N.Y. Pub. Off. Law');
const text = 'the present text as a bill of 2025-26 prints it';
const regulations = 'rules of several agencies that repeat the section (21 NYCRR 9760.5, 9650.6; 2 NYCRR 110.10)';
const construction = { label: 'N.Y. Gen. Constr. Law 25-a', unverified: true } as const;
const opinions = 'opinions of the Committee on Open Government that quote the rule (FOIL-AO-19644, 19766)';
/** Known in general, not read: the requester is shown the earlier day. */
const moves = {
  otherReadings: [
    {
      policy: 'last-day-moves',
      says: 'a last day on a Saturday, Sunday or public holiday moves to the next business day',
      roll: 'next-working-day' as const,
      cites: construction,
    },
  ],
};

/** What within five days is an answer of sorts. */
const answers: StatusChangeKind[] = [
  'acknowledged',
  'extended',
  'estimated',
  'clarification-requested',
  'fee-estimated',
  'interim-release',
  'determined',
  'released',
  'closed-by-agency',
];

/** New York. Three dates one after the other, each counted from the agency's own paper. */
export const usNy = write({
  id: 'us-ny',
  name: 'Freedom of Information Law',
  jurisdiction: 'US-NY',
  cites: foil('84 to 90'),
  timeZone: 'America/New_York',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: foil('89 as amended in 2008 and 2018') },
  calendar: 'us-ny',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(foil('89(3)(a)'), `${text}: within five business days of the receipt of a written request`),
  },
  terms: {
    determination: term(
      20,
      'working-day',
      'acknowledgement',
      read(foil('89(3)(a)'), `${text}, and ${regulations}: from the date of the acknowledgement`),
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
      noticedBy: ['extended', 'estimated'],
      ...read(foil('89(3)(a)'), `${regulations}: the reason, and a date certain within a reasonable period`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, since nothing came within five business days, and may be appealed',
      after: term(5, 'working-day', 'receipt', read(foil('89(3)(a)'), text)),
      unless: answers,
      endsWithAnswer: true,
      ...read(foil('89(4)(a); 21 NYCRR 1401.5(e)'), opinions),
    },
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, and may be appealed',
      endsWithAnswer: true,
      ...read(foil('89(4)(a); 21 NYCRR 1401.5(e)'), opinions),
    },
  ],
  adverseActs: refusals(read(foil('89(4)(a)'), regulations)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal within the agency',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(foil('89(4)(a)'), regulations),
      window: term(30, 'calendar-day', 'date-of-act', read(foil('89(4)(a)'), regulations), {
        otherReadings: [
          ...moves.otherReadings,
          {
            policy: 'from-receipt-of-denial',
            says: 'the thirty days run from the day the denial came',
            from: 'notice-of-act',
            cites: { label: '21 NYCRR 9650.6; 9 NYCRR 8008.7' },
          },
        ],
      }),
      windowAfterSilence: {
        ...term(
          30,
          'calendar-day',
          'due-date',
          told(
            foil('89(4)(a)'),
            'the practice of courts and of the Committee on Open Government; the section sets no day',
          ),
          moves,
        ),
        expected: true,
      },
      metBy: 'received',
      decision: {
        kind: 'appeal-decision',
        ...term(10, 'working-day', 'receipt-of-appeal', read(foil('89(4)(a)'), regulations)),
        silence: {
          effect: 'deemed-denied',
          says: 'the appeal counts as denied, and one may go to court',
          endsWithAnswer: true,
          ...told(foil('89(4)(a), (b)'), regulations),
        },
      },
    },
    {
      id: 'court',
      name: 'proceeding under CPLR article 78',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'appeal', when: 'silence' },
      ],
      ...read(foil('89(4)(b); CPLR 217'), '21 NYCRR 9650.6'),
      window: term(
        4,
        'month',
        'date-of-act',
        read(foil('89(4)(b); CPLR 217'), '21 NYCRR 9650.6: four months after the determination'),
        moves,
      ),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to grant, to deny, or to acknowledge the request with an approximate date',
      metBy: answers,
      ...term(5, 'working-day', 'receipt', read(foil('89(3)(a)'), text)),
    },
  ],
  notes: [
    'A date that the agency set itself and missed is a denial, the approximate one of its acknowledgement too, even before the twenty days are over; here such a date is followed where it is later than they are.',
    'While nothing was acknowledged the twenty days are shown from the last day to do so, and nobody misses them: the denial is that of the five days.',
    'No day is fixed for an appeal against silence: the thirty days shown are the cautious count, and nobody is told to have missed them.',
    'The agency must send copies of appeals to the Committee on Open Government (89(4)(a)).',
    'Papers marked as trade secrets have a procedure of their own (89(5)), not built in.',
    'Bills of 2025-26 would add maxima (S2520B, S10098); none was law when this was written.',
  ],
});
