import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const pra = citesOf('RCW', 'https://app.leg.wa.gov/rcw/default.aspx?cite=42.56');
const text = "the code in the state's own copy of February 2026";
const rolls = { roll: 'next-working-day', rollCites: { label: 'RCW 1.12.040' } } as const;
const instalments = told(pra('42.56.550(6)'), `${text}: or the last production on a partial or instalment basis`);

/** Washington. A first response in five days may be an estimate; the day that is lost is the requester's, a year on. */
export const usWa = write({
  id: 'us-wa',
  name: 'Public Records Act',
  jurisdiction: 'US-WA',
  cites: pra('ch. 42.56'),
  timeZone: 'America/Los_Angeles',
  version: {
    from: day('2017-07-23'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Laws of 2017, c. 303', unverified: true },
    confidence: 'low',
  },
  calendar: 'us-wa',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(pra('42.56.520(1)'), text) },
  terms: {},
  rules: {
    prompt: {
      says: 'the records follow within the time that the agency estimates, which must be reasonable',
      ...read(pra('42.56.520(1)(c), (2), 42.56.550(2)'), text),
    },
  },
  adverseActs: [
    ...refusals(read(pra('42.56.550(1)'), text)),
    // Each instalment begins the year anew.
    { kind: 'interim-release', when: 'always', concerns: 'interim', ...instalments },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may ask the court to have the agency show cause',
      after: term(5, 'working-day', 'receipt', read(pra('42.56.520(1)'), text)),
      unless: [
        'acknowledged',
        'estimated',
        'extended',
        'released',
        'interim-release',
        'clarification-requested',
        'fee-estimated',
      ],
      endsWithAnswer: true,
      ...told(
        pra('42.56.520(1), 42.56.550(1), (2)'),
        `${text}: it breaks the Act; that a motion lies is the usual reading`,
      ),
    },
  ],
  challenges: [
    {
      id: 'review',
      name: "review by the agency's own mechanism",
      level: 'agency',
      filing: 'review-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      window: null,
      metBy: 'sent',
      ...read(pra('42.56.520(4)'), text),
    },
    {
      id: 'attorney-general',
      name: 'review by the attorney general',
      level: 'oversight',
      filing: 'appeal-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      window: null,
      metBy: 'sent',
      ...read(pra('42.56.530'), `${text}: of denials by state agencies; no time for the opinion`),
    },
    {
      id: 'court',
      name: 'motion to show cause',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      windowAfterSilence: {
        ...term(
          1,
          'year',
          'due-date',
          unread(pra('42.56.550(6)'), 'general knowledge: the courts are not of one mind, a year is the shortest'),
        ),
        expected: true,
      },
      ...read(pra('42.56.550(1), (6)'), text),
      window: term(1, 'year', 'date-of-act', read(pra('42.56.550(6)'), text), {
        ...rolls,
        otherReadings: [
          { policy: 'not-rolled', says: 'the year ends on its day', roll: 'none', cites: pra('42.56.550(6)') },
        ],
      }),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to respond: with the records, a link, an estimate, a question or a denial',
      metBy: [
        'acknowledged',
        'estimated',
        'extended',
        'determined',
        'released',
        'interim-release',
        'clarification-requested',
        'fee-estimated',
        'closed-by-agency',
      ],
      ...term(5, 'working-day', 'receipt', read(pra('42.56.520(1)(a) to (e)'), text)),
    },
    {
      kind: 'review-decision',
      owedBy: 'agency',
      what: 'to review the denial; then its review counts as done, and it is final',
      opensWith: ['determined'],
      outcomes: ['denied', 'partly-granted', 'neither-confirmed-nor-denied', 'no-records'],
      metBy: ['appeal-decided'],
      expected: true,
      ...term(2, 'working-day', 'date-of-act', read(pra('42.56.520(4)'), text)),
    },
  ],
  notes: [
    'How long one may sue over silence is disputed: one year from the final answer, else two years (4.16.130). Not read: a year from the fifth day is shown, and missed by nobody.',
    'Where a request is wholly unclear and a question about it stays unanswered, nothing more is owed (42.56.520(3)(b)); the statute sets no day.',
    'An instalment that is not fetched may end the request (42.56.120(4)); the model rules give thirty days.',
  ],
});
