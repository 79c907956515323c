import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import type { OtherTerm } from '../terms.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const grama = citesOf('Utah Code', 'https://le.utah.gov/xcode/Title63G/Chapter2/63G-2.html');
const text = 'the section on a site that copies the code';
const older = 'an older edition of the section on the site of the legislature';
const rolled: OtherTerm[] = [
  {
    policy: 'rolled-to-working-day',
    says: 'what falls due on a day off may be done on the next business day',
    roll: 'next-working-day',
    cites: { label: 'Utah Code 68-3-7, 68-3-8', unverified: true },
  },
];

/** What has been the law since 7 May 2025. */
const since2025 = write({
  id: 'us-ut',
  name: 'Government Records Access and Management Act',
  jurisdiction: 'US-UT',
  cites: grama('63G-2-101 to 63G-2-901'),
  timeZone: 'America/Denver',
  version: {
    from: day('2025-05-07'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'S.B. 277 (2025)', unverified: true },
    confidence: 'low',
  },
  calendar: 'us-ut',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(grama('63G-2-204(4)(b)'), text) },
  terms: {
    determination: term(10, 'working-day', 'receipt', read(grama('63G-2-204(4)(b)'), text), {
      otherReadings: [
        {
          policy: 'expedited',
          says: 'five business days, if the request is for the benefit of the public, as is presumed of the press',
          count: 5,
          cites: grama('63G-2-204(4)(b), (5), (10)'),
        },
      ],
    }),
  },
  tracks: [
    {
      id: 'expedited',
      says: 'for the benefit of the public rather than of the person',
      determination: term(5, 'working-day', 'receipt', read(grama('63G-2-204(4)(b), (5)'), text)),
      ...read(grama('63G-2-204(4)(b), (5)'), text),
    },
  ],
  extensions: [
    {
      ground: 'legal',
      of: ['determination'],
      count: 5,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(grama('63G-2-204(5), (6)'), `${older}: legal issues, five business days more`),
    },
    {
      ground: 'editing',
      of: ['determination'],
      count: 15,
      unit: 'working-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...told(grama('63G-2-204(5), (6)'), `${older}: editing or programming, fifteen business days in all`),
    },
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      ...told(grama('63G-2-204(5), (6)'), `${older}: extraordinary circumstances, as soon as reasonably possible`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'it counts as a determination that denies access, and the time to appeal runs',
      endsWithAnswer: true,
      ...read(grama('63G-2-204(9), 63G-2-401(1)(a)(i)(B)'), text),
    },
  ],
  adverseActs: [
    ...refusals(read(grama('63G-2-401(1)'), text)),
    { kind: 'fee-waiver-decided', when: 'refused', concerns: 'fees', ...read(grama('63G-2-401(1)'), text) },
  ],
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the chief administrative officer',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(grama('63G-2-401(1)'), text),
      window: term(30, 'calendar-day', 'date-of-act', read(grama('63G-2-401(1)'), text), { otherReadings: rolled }),
      metBy: 'received',
      decision: {
        kind: 'appeal-decision',
        ...term(10, 'working-day', 'receipt-of-appeal', told(grama('63G-2-401(5)'), 'public guides of 2026')),
        silence: {
          effect: 'deemed-denied',
          says: 'the appeal counts as denied, and the time to go on runs',
          endsWithAnswer: true,
          ...told(grama('63G-2-401(5)'), 'public guides of 2026'),
        },
      },
    },
    {
      id: 'review',
      name: 'appeal to the director of the Government Records Office',
      level: 'oversight',
      filing: 'review-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'appeal', when: 'silence' },
      ],
      ...read(grama('63G-2-403(1)(a)'), text),
      window: term(30, 'calendar-day', 'date-of-act', read(grama('63G-2-403(1)(a)'), text), { otherReadings: rolled }),
      metBy: 'received',
    },
    {
      id: 'court',
      name: 'petition to the district court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'review', when: 'adverse-act' },
      ],
      ...told(grama('63G-2-402, 63G-2-404'), 'guides; the sections were not read in their present form'),
      window: term(
        30,
        'calendar-day',
        'date-of-act',
        told(grama('63G-2-404'), 'guides; the section was not read in its present form'),
        { otherReadings: rolled },
      ),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'expedition-decision',
      owedBy: 'agency',
      what: 'to say that it will not expedite',
      opensWith: ['expedition-requested'],
      metBy: ['expedition-decided'],
      endedBy: ['determined', 'closed-by-agency'],
      onlyIf: 'if it refuses',
      ...term(5, 'working-day', 'date-of-act', read(grama('63G-2-204(4)(a)'), text)),
    },
  ],
  notes: [
    'Mediation suspends the time to appeal to the director (63G-2-403(1)(c)); that is not built in, so the day shown is the earlier one.',
    'Where extraordinary circumstances were claimed and the officer does not decide, that appeal is due 45 calendar days after the request itself (63G-2-403(1)(b)); not built in.',
    'A claim of extraordinary circumstances can be appealed in itself within 30 days (63G-2-401(1)(b)); not built in.',
    'A political subdivision may have a board of appeals of its own before the director.',
    'With an expedited request the officer has five business days (63G-2-401(5)).',
  ],
});

const before2025 = since2025.challenges.map((one) =>
  one.id === 'review' ? { ...one, name: 'appeal to the State Records Committee' } : one,
);

/** Utah. A denial that nobody wrote starts the thirty days to appeal by itself. */
export const usUt: Statute = {
  ...since2025,
  earlier: [
    {
      ...since2025,
      version: {
        from: day('2023-05-03'),
        to: day('2025-05-06'),
        appliesTo: 'filed-from',
        cites: { label: 'the note of a bill of 2026: 63G-2-204 unchanged since 3 May 2023' },
        confidence: 'medium',
      },
      challenges: before2025,
    },
  ],
};
