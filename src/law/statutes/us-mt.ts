import { day } from '../plain-date.ts';
import type { DutyRule, Statute, Toll, Track } from '../statute.ts';
import type { Citation } from '../terms.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const mca = citesOf('MCA');
const explainer =
  "a transparency project's explainer, the bill's summary and the press on HB 100; the subsection was not read";
const hb100: Citation = { label: '2025 HB 100' };
const rollCites = { label: 'MCA 1-1-306, 1-1-307', unverified: true } as const;

const bodies = [
  { id: 'executive', says: 'to an agency of the executive branch' },
  { id: 'elected-officer', says: 'to the Secretary of State, Justice, the Superintendent or the Auditor' },
  { id: 'other-state-body', says: 'to the legislature, a court or a university' },
] as const;
type Body = (typeof bodies)[number]['id'];

const single = (body: string): string => `${body}-single-record`;

/** Whether the record is single and readily available decides between five days and ninety. */
function tracksFor(names: readonly Body[]): Track[] {
  return bodies
    .filter(({ id }) => names.includes(id))
    .flatMap(({ id, says }) => [
      {
        id,
        says,
        determination: term(90, 'calendar-day', 'acknowledgement', told(mca('2-6-1006(3)'), explainer), {
          roll: 'next-working-day',
          rollCites,
          otherReadings: [
            {
              policy: 'last-day-stays',
              says: 'a last day on a Saturday, Sunday or holiday stays',
              roll: 'none',
              cites: mca('2-6-1006(3)'),
            },
          ],
        }),
        ...told(mca('2-6-1006(3)'), explainer),
      },
      {
        id: single(id),
        says: `${says}, for a single record that is clearly named and at hand`,
        determination: term(5, 'working-day', 'acknowledgement', told(mca('2-6-1006(3)'), explainer)),
        ...told(mca('2-6-1006(3)'), explainer),
      },
    ]);
}

const acknowledgement: DutyRule = {
  kind: 'acknowledgement',
  owedBy: 'agency',
  what: 'to acknowledge the request',
  tracks: bodies.flatMap(({ id }) => [id, single(id)]),
  ...term(5, 'working-day', 'receipt', told(mca('2-6-1006(3)(a)'), explainer)),
  metBy: [
    'acknowledged',
    'determined',
    'extended',
    'estimated',
    'interim-release',
    'released',
    'clarification-requested',
    'fee-estimated',
  ],
  endedBy: ['closed-by-agency'],
};

const waits = (id: string, asks: Pick<Toll, 'asks' | 'only' | 'answers'>): Toll => ({
  id,
  limit: null,
  ...asks,
  effect: 'toll',
  stops: 'day-after',
  evenOnLastDay: true,
  ...told(mca('2-6-1006(3)'), explainer),
});

const since2026 = write({
  id: 'us-mt',
  name: 'Montana right to know (public records)',
  jurisdiction: 'US-MT',
  cites: mca('2-6-1001 to 2-6-1020'),
  timeZone: 'America/Denver',
  version: { from: day('2026-07-01'), to: null, appliesTo: 'filed-from', cites: hb100, confidence: 'low' },
  calendar: 'us-mt',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(mca('2-6-1006(3)'), `${explainer}; receipt by the person named for it`),
  },
  terms: {},
  tracks: tracksFor(['executive', 'elected-officer', 'other-state-body']),
  extensions: [
    {
      of: ['determination'],
      tracks: bodies.map(({ id }) => id),
      count: 6,
      unit: 'month',
      from: 'acknowledgement',
      times: 1,
      late: 'void',
      ...told(mca('2-6-1006(3)'), `${explainer}; a written notice of why ninety days do not do`),
    },
  ],
  tolls: [
    waits('clarification', {
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
    }),
    waits('fee', { asks: 'fee-estimated', only: 'prepayment', answers: ['fee-paid'] }),
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue in the district court',
      endsWithAnswer: true,
      ...read(mca('2-6-1009(3)'), 'the code of 2023'),
    },
  ],
  adverseActs: refusals(read(mca('2-6-1009'), 'the code of 2023')),
  challenges: [courtWithoutWindow('suit in the district court', read(mca('2-6-1009(2), (3)'), 'the code of 2023'))],
  duties: [acknowledgement],
  rules: {
    prompt: {
      says: 'the records, or an estimate, are owed in a timely manner; no day is set',
      ...read(mca('2-6-1006(2)'), 'the code of 2025'),
    },
  },
  notes: [
    'Choose the track for the body asked; without one no day is shown, as for a local government.',
    'Never acknowledged, nothing has begun: the day shown from the last day to acknowledge is missed by nobody.',
    'An automatic receipt is an acknowledgement only if the body says so.',
    'Who leaves a question or a fee unanswered for 30 days must expect that the agency closes the request (2-6-1006(3)); it is not closed by law, so no last day is shown.',
    'The code of 2025 prints the section as temporary; which requests the change of July 2026 reaches was not read.',
    'Fees are at most 25 dollars an hour, the first hour free, and may be asked for in advance (HB 100).',
  ],
});

const since2025: Statute = {
  ...since2026,
  version: {
    from: day('2025-10-01'),
    to: day('2026-06-30'),
    appliesTo: 'filed-from',
    cites: mca('2-6-1006 (temporary)'),
    confidence: 'low',
  },
  tracks: tracksFor(['executive', 'elected-officer']),
};

const since2023: Statute = {
  ...since2026,
  version: {
    from: day('2023-10-01'),
    to: day('2025-09-30'),
    appliesTo: 'filed-from',
    cites: { label: '2023 Mont. Laws ch. 439', unverified: true },
    confidence: 'low',
  },
  tracks: tracksFor(['executive']),
};

const until2023: Statute = {
  ...since2026,
  version: { from: null, to: day('2023-09-30'), appliesTo: 'filed-from', cites: mca('2-6-1006 (before 2023)') },
  tracks: [],
  tolls: [],
  extensions: [],
  duties: [],
};

/** Montana. Everything hangs on the acknowledgement; local governments have no day at all. */
export const usMt: Statute = { ...since2026, earlier: [since2025, since2023, until2023] };
