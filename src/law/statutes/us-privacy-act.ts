import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, write } from './write.ts';

const act = citesOf('5 U.S.C.', 'https://www.law.cornell.edu/uscode/text/5/552a');
const text = 'the text of the section, edition of 2018';

/** The Privacy Act: no day for access, ten to acknowledge an amendment, thirty to review a refusal, two years to sue. */
export const usPrivacyAct = write({
  id: 'us-privacy-act',
  name: 'Privacy Act of 1974',
  jurisdiction: 'US',
  cites: act('552a'),
  timeZone: 'America/New_York',
  version: {
    from: day('1975-09-27'),
    to: null,
    appliesTo: 'filed-from',
    cites: act('552a note'),
    confidence: 'medium',
  },
  calendar: 'us-federal',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('552a(d)(2)(A)'), text) },
  terms: {},
  rules: {
    prompt: {
      says: 'no day is set: an amendment is made or refused promptly, and access is given as the agency has ruled',
      ...read(act('552a(d)(1), (2)(B), (f)'), text),
    },
  },
  tracks: [
    {
      id: 'access',
      says: "for access to one's own record",
      determination: null,
      ...read(act('552a(d)(1)'), `${text}: it sets no time`),
    },
    {
      id: 'amendment',
      says: "to amend one's own record",
      determination: null,
      ...read(act('552a(d)(2)(B)'), text),
    },
  ],
  extensions: [
    {
      of: ['appeal-decision'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'good',
      ...read(act('552a(d)(3)'), `${text}: by the head of the agency, for good cause; no notice is prescribed`),
    },
  ],
  adverseActs: refusals(read(act('552a(d)(2)(B), (g)(1)'), text)),
  challenges: [
    {
      id: 'review',
      name: 'review by the head of the agency',
      level: 'agency',
      filing: 'review-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      ...read(act('552a(d)(3)'), `${text}: of amendments; for access the agency's own rules`),
      window: null,
      metBy: 'sent',
      decision: {
        kind: 'review-decision',
        ...term(
          30,
          'working-day',
          'sending-of-appeal',
          read(act('552a(d)(3)'), `${text}: from the date on which the individual requests the review`),
          {
            otherReadings: [
              {
                policy: 'from-receipt-of-the-review',
                says: 'the thirty days run from the receipt of the request for review',
                from: 'receipt-of-appeal',
                cites: { label: '5 U.S.C. 552a(d)(3): when a review is "requested"' },
              },
            ],
          },
        ),
        silence: {
          effect: 'may-sue',
          says: 'one may sue, since the review was not made as the subsection says',
          endsWithAnswer: false,
          ...read(act('552a(g)(1)(A)'), text),
        },
      },
    },
    {
      id: 'court',
      name: 'civil action in a district court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'review', when: 'adverse-act' },
        { of: 'review', when: 'silence' },
      ],
      ...read(act('552a(g)(1), (5)'), text),
      window: term(2, 'year', 'accrual', read(act('552a(g)(5)'), text), {
        roll: 'next-court-day',
        rollCites: { label: 'Fed. R. Civ. P. 6(a)(1)(C)' },
      }),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to acknowledge the request to amend in writing',
      tracks: ['amendment'],
      metBy: [
        'acknowledged',
        'determined',
        'extended',
        'estimated',
        'interim-release',
        'clarification-requested',
        'fee-estimated',
      ],
      endedBy: ['closed-by-agency'],
      ...term(10, 'working-day', 'receipt', read(act('552a(d)(2)(A)'), text)),
    },
  ],
  notes: [
    'Citizens and lawful permanent residents may ask, each for records about themselves ((a)(2)).',
    "Most agencies answer a request for one's own records under the Freedom of Information Act too: file it under that law for its twenty days.",
    "Who is refused access may sue ((g)(1)(B)); courts ask for the agency's own appeal first.",
    'For a wilful misrepresentation the two years run from its discovery ((g)(5)); that is not built in.',
  ],
});
