import fc from 'fast-check';
import { addDays, day, fromEpochDay, toEpochDay } from '../../src/law/plain-date.ts';
import type { PlainDate } from '../../src/law/plain-date.ts';
import {
  appealOutcomes,
  channels,
  closingReasons,
  determinationOutcomes,
  feeAnswers,
  feeCategories,
  releaseCauses,
  statusChangeKinds,
  suitOutcomes,
} from '../../src/law/status-change.ts';
import type { StatusChange, StatusChangeKind } from '../../src/law/status-change.ts';

const within = fc.integer({ min: -5, max: 60 });
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** Words of which the laws' grounds for more time are parts, and one that is in none. */
const grounds = [
  'volume',
  'agreed in writing',
  'in storage',
  'legal advice',
  'editing',
  'criminal files',
  'conversion',
];

interface Seed {
  kind: StatusChangeKind;
  gap: number;
  about: number | undefined;
  channel: string | undefined;
  hour: number | undefined;
  /** Days from the fact to its arrival, its answer, its own date. */
  arrives: number | undefined;
  days: number | undefined;
  pick: number;
  yes: boolean | undefined;
}

const seeds = fc.record<Seed>({
  kind: fc.constantFrom(...statusChangeKinds),
  gap: fc.constantFrom(0, 0, 1, 1, 2, 5, 9, 14, 20, 31, 100),
  about: maybe(fc.integer({ min: 1, max: 16 })),
  channel: maybe(fc.constantFrom(...channels)),
  hour: maybe(fc.integer({ min: 0, max: 23 })),
  arrives: maybe(within),
  days: maybe(within),
  pick: fc.nat({ max: 30 }),
  yes: maybe(fc.boolean()),
});

function oneOf<T>(list: readonly T[], pick: number): T {
  return list[pick % list.length]!;
}

/** What a kind carries, drawn from a seed. */
function payload(seed: Seed, on: PlainDate): object {
  const { pick, yes, days, kind } = seed;
  const date = addDays(on, days ?? 30);
  const answerBy = days === undefined ? {} : { answerBy: date };
  const all: { [K in StatusChangeKind]?: object } = {
    'clarification-requested': { ...answerBy, ...(yes && { unperfected: true }) },
    'interest-asked': answerBy,
    aggregated: { withRequestIds: [] },
    'fee-estimated': { asksAnswer: yes ?? false, ...answerBy, ...(pick % 2 && { prepayment: true }) },
    'fee-answered': { answer: oneOf(feeAnswers, pick) },
    'fee-category-decided': { category: oneOf(feeCategories, pick) },
    'fee-waiver-decided': { granted: yes ?? false },
    'expedition-decided': { granted: yes ?? false },
    extended: {
      ground: pick % 2 ? 'volume' : oneOf(grounds, pick),
      ...(days !== undefined && { until: date }),
      ...(pick % 3 === 0 && { of: 'appeal-decision' }),
    },
    estimated: { date },
    transferred: { scope: yes ? 'all' : 'part' },
    'interim-release': { ...(yes !== undefined && { appealable: yes }) },
    determined: {
      outcome: oneOf(determinationOutcomes, pick),
      ...(yes !== undefined && { appealRightsGiven: yes }),
      exemptions: ['(b)(6)', 'x'],
    },
    released: { because: oneOf(releaseCauses, pick) },
    'closed-by-agency': { reason: oneOf(closingReasons, pick) },
    appealed: pick === 0 ? { level: 'court' } : {},
    'appeal-decided': { outcome: oneOf(appealOutcomes, pick), ...(yes && { newOutcome: 'granted' }) },
    'court-ordered': {
      items: [
        { what: 'produce', owedBy: 'agency', dueOn: date, ...(pick % 2 && { everyMonths: pick }) },
        { what: 'pay', owedBy: 'requester', dueOn: addDays(date, 10), everyMonths: 1 },
      ].slice(0, pick % 3),
    },
    'lawsuit-ended': { outcome: oneOf(suitOutcomes, pick) },
  };
  return all[kind] ?? {};
}

function factOf(seed: Seed, i: number, on: PlainDate): StatusChange {
  const sequence = i + 1;
  const common = {
    id: String(sequence),
    sequence,
    recordedAt: `${addDays(on, seed.pick)}T12:00:00Z`,
    on,
    ...(seed.hour !== undefined && { at: `${on}T${String(seed.hour).padStart(2, '0')}:30:00Z` }),
  };
  if (seed.kind === 'corrected') {
    const kind = oneOf(['received', 'clarified', 'determined', 'withdrawn', 'filed'] as const, seed.pick);
    const moved = addDays(on, -(seed.days ?? 0));
    const replacement = seed.yes ? null : { kind, on: moved, ...payload({ ...seed, kind }, moved) };
    return { ...common, kind: 'corrected', corrects: String(seed.about ?? 2), replacement } as StatusChange;
  }
  if (seed.kind === 'redacted')
    return { ...common, kind: 'redacted', redacts: String(seed.about ?? 2), reason: 'a name' };
  return {
    ...common,
    kind: seed.kind,
    ...(seed.about !== undefined && { about: seed.about === 16 ? null : String(seed.about) }),
    ...(seed.channel && { channel: seed.channel }),
    ...(seed.arrives !== undefined && { receivedOn: addDays(on, seed.arrives), notifiedOn: addDays(on, seed.arrives) }),
    ...(seed.pick === 7 && { trackingNumber: 'F-1' }),
    ...payload(seed, on),
  } as StatusChange;
}

/** A day on which a request may be sent. */
export const days = fc
  .integer({ min: toEpochDay(day('2015-01-01')), max: toEpochDay(day('2035-12-31')) })
  .map(fromEpochDay);

function laidOut(start: PlainDate, seedsInOrder: readonly Seed[], apart: boolean): StatusChange[] {
  let on = start;
  return seedsInOrder.map((seed, i) => {
    if (i > 0) on = addDays(on, apart ? Math.max(1, seed.gap) : seed.gap);
    return factOf(i === 0 ? { ...seed, kind: 'filed', about: undefined } : seed, i, on);
  });
}

/** Histories as bad as they get: any kinds in any order, days shared, abouts that fit or not, corrections of corrections. */
export const histories = fc
  .record({ start: days, facts: fc.array(seeds, { minLength: 1, maxLength: 16 }) })
  .map(({ start, facts }) => laidOut(start, facts, false));

/** The same without corrections and with each fact on a day of its own: in which order they are recorded cannot matter. */
export const historiesApart = fc
  .record({ start: days, facts: fc.array(seeds, { minLength: 1, maxLength: 16 }) })
  .map(({ start, facts }) => {
    const told = facts.filter(({ kind }) => kind !== 'corrected' && kind !== 'redacted');
    return laidOut(start, told.length ? told : facts.slice(0, 1), true);
  });
