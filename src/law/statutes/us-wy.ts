import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, write } from './write.ts';

const act = citesOf(
  'W.S.',
  'https://casetext.com/statute/wyoming-statutes/title-16-city-county-state-and-local-powers/chapter-4-uniform-municipal-fiscal-procedures-public-records-documents-and-meetings/article-2-public-records/section-16-4-202-right-of-inspection-rules-and-regulations-unavailability-training',
);
const text = 'the section in an official edition of November 2022 and in a copy of 2024';

/** Wyoming. Everything runs from the acknowledgement, for which no day is set. */
export const usWy = write({
  id: 'us-wy',
  name: 'Public Records Act',
  jurisdiction: 'US-WY',
  cites: act('16-4-201 to 16-4-205'),
  timeZone: 'America/Denver',
  version: {
    from: day('2019-07-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Wyo. Sess. Laws 2019, ch. 174 and 186; 2020, ch. 36', unverified: true },
    confidence: 'low',
  },
  calendar: 'us-wy',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(act('16-4-202(a), (b), (c)'), `${text}: applications go to the designated public records person`),
  },
  terms: {
    determination: term(30, 'calendar-day', 'acknowledgement', read(act('16-4-202(c)(iii)'), text), {
      otherReadings: [
        {
          policy: 'from-receipt',
          says: 'the thirty days run from the receipt itself',
          from: 'receipt',
          cites: act('16-4-202(c)(iii): "acknowledged receipt"'),
        },
        {
          policy: 'rolled-to-working-day',
          says: 'a last day on a day off moves to the next working day',
          roll: 'next-working-day',
          cites: { label: 'W.S. 8-1-102', unverified: true },
        },
      ],
    }),
  },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'calendar-day',
      from: 'due-date',
      times: null,
      late: 'good',
      ...read(act('16-4-202(c)(iv)'), `${text}: for good cause, to a day on which both agree`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may complain to the ombudsman, or petition the district court',
      endsWithAnswer: true,
      ...read(act('16-4-202(c)(v)'), `${text}: at any time`),
    },
  ],
  adverseActs: refusals(read(act('16-4-202(c)(v), 16-4-203'), text)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the ombudsman',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'silence' },
        { of: 'request', when: 'adverse-act' },
      ],
      window: null,
      metBy: 'sent',
      ...read(act('16-4-202(c)(v)'), text),
    },
    courtWithoutWindow('petition to the district court', read(act('16-4-202(c)(v)'), text)),
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to say that the records are not there to be seen',
      onlyIf: 'if they are not available, in use, in storage or not its own',
      metBy: ['determined', 'transferred', 'estimated', 'extended', 'interim-release', 'released'],
      ...term(7, 'working-day', 'acknowledgement', read(act('16-4-202(b), (c)(i)'), text)),
    },
  ],
  notes: [
    'Nothing runs until receipt is acknowledged, and the Act sets no day for that: ask for the acknowledgement.',
    'An extension needs the consent of both sides; record as one only what was agreed.',
    'Offices may be closed on the Friday before a holiday on a Saturday; by statute that Friday counts (8-4-101).',
  ],
});
