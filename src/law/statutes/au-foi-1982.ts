import { day } from '../plain-date.ts';
import { auFoi1982Challenges } from './au-foi-1982-challenges.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const url = 'https://www.legislation.gov.au/C2004A02562/latest/text';
const act = citesOf('FOI Act 1982 (Cth)', url);
const copy = 'the sections as inserted by Act 51 of 2010, in the legal database of another agency';
const remembered = 'general knowledge';
const interpretation = { label: 'Acts Interpretation Act 1901 (Cth), s. 36(2)' };
const rolls = { roll: 'next-working-day', rollCites: interpretation } as const;
const addedToMovedDay = {
  policy: 'added-to-moved-day',
  says: 'the added days follow the day to which the first thirty had moved',
  from: 'moved-due-date',
  cites: interpretation,
} as const;
const more = { unit: 'calendar-day', from: 'due-date' } as const;

/** The Commonwealth of Australia. An agreement to wait must exist before the time is over, and silence goes to the Commissioner. */
export const auFoi1982 = write({
  id: 'au-foi-1982',
  name: 'Freedom of Information Act 1982 (Cth)',
  jurisdiction: 'AU',
  cites: act('(No. 3, 1982)'),
  timeZone: 'Australia/Sydney',
  version: {
    from: day('2010-11-01'),
    to: null,
    appliesTo: 'received-from',
    cites: { label: 'Freedom of Information Amendment (Reform) Act 2010 (No. 51, 2010)' },
    confidence: 'high',
  },
  calendar: 'au-act',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(
      act('s. 15(5)'),
      'the subsection in an older consolidation, and letters of the Information Commissioner’s office',
    ),
  },
  terms: {
    determination: term(
      30,
      'calendar-day',
      'receipt',
      read(act('s. 15(5)(b)'), 'the subsection in an older consolidation, and letters of the Commissioner’s office'),
      rolls,
    ),
  },
  extensions: [
    {
      ...more,
      of: ['determination'],
      count: 30,
      ground: 'consult',
      times: 1,
      late: 'void',
      otherReadings: [addedToMovedDay],
      ...unread(act('s. 15(6) to (8)'), `${remembered}: thirty days to consult third parties or foreign governments`),
    },
    {
      ...more,
      of: ['determination'],
      count: 30,
      ground: 'agree',
      // Several agreements, thirty days in all, are practice; without your word in writing there is none.
      times: null,
      late: 'void',
      otherReadings: [addedToMovedDay],
      ...read(
        act('s. 15AA'),
        `${copy}: thirty days at most, agreed in writing; after the period there is nothing to extend`,
      ),
    },
    {
      ...more,
      of: ['determination'],
      count: null,
      ground: 'commissioner',
      times: null,
      // After the period section 15AC lets the Commissioner allow more time, and the refusal by silence is then undone.
      late: 'good',
      ...told(act('ss. 15AB, 15AC(4) to (9)'), `${copy}, s. 15AC in part only`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'toll',
      stops: 'same-day',
      stopsExtensions: true,
      lapses: term(
        14,
        'calendar-day',
        'asking',
        read(act('s. 24AB(2)(e), (6), (7)'), `${copy}: fourteen days after the day of the notice, more by agreement`),
        {
          otherReadings: [
            {
              policy: 'last-day-off-moves',
              says: 'a last day on a weekend or a public holiday moves to the next working day',
              roll: 'next-working-day',
              cites: interpretation,
            },
          ],
        },
      ),
      ...unread(
        act('s. 24AB(8)'),
        'seen in part: the days from the notice to the answer, both included, are disregarded',
      ),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'asks-answer',
      answers: ['fee-paid', 'fee-settled'],
      effect: 'toll',
      stops: 'same-day',
      stopsExtensions: true,
      lapses: {
        ...term(30, 'calendar-day', 'asking', unread(act('s. 29(1)(g), (2)'), remembered)),
        // To contest a charge is an answer, though it does not set the period going again.
        metBy: ['fee-answered', 'fee-paid', 'fee-settled', 'fee-waiver-requested', 'narrowed'],
      },
      ...unread(act('ss. 29, 31'), `${remembered}: from the notice of a charge until it is paid or decided`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as refused by the head of the agency, and goes to the Information Commissioner, not to internal review',
      endsWithAnswer: true,
      ...read(act('s. 15AC(1), (3)'), `${copy}: (1); subsection (3) was not read`),
    },
  ],
  adverseActs: refusals(told(act('ss. 53A, 54'), 'notices of agencies')),
  challenges: auFoi1982Challenges,
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to acknowledge the request',
      ...term(
        14,
        'calendar-day',
        'receipt',
        read(act('s. 15(5)(a)'), 'the subsection in an older consolidation'),
        rolls,
      ),
      metBy: [
        ...(['acknowledged', 'determined', 'extended', 'interim-release', 'clarification-requested'] as const),
        ...(['fee-estimated', 'transferred', 'released', 'closed-by-agency'] as const),
      ],
    },
  ],
  rules: {
    'fees-barred': {
      says: 'no charge may be imposed',
      ...unread({ label: 'FOI (Charges) Regulations 2019, reg. 5(2), (3)' }, remembered),
    },
  },
  notes: [
    'Public holidays are those of the place where the thing is to be done: enter those of the agency’s own place if it is not Canberra.',
    'Record as a question only the notice of a practical refusal reason (s. 24AB): other questions stop nothing.',
    'A refusal by silence is undone if the Commissioner later allows more time and the agency keeps it, and revives if it does not (s. 15AC): apply for review in the sixty days all the same.',
    'Several agreements to wait may give thirty days in all (s. 15AA): each is counted with its own day, and their sum is not checked.',
    'A bill of 2025 would count in working days (thirty of them); no assent was found, so it is not law here.',
  ],
});
