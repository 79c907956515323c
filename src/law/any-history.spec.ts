import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readClock } from './clock.ts';
import type { Law } from './law.ts';
import { explainStanding } from './explain.ts';
import { parseOverrides } from './overrides.ts';
import { addDays, day, fromEpochDay, toEpochDay } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import { standingOn } from './standing-on.ts';
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
} from './status-change.ts';
import type { StatusChange, StatusChangeKind } from './status-change.ts';
import { usFoia } from './statutes/us-foia.ts';

/** Histories as bad as they get: any kinds in any order, days shared, abouts that fit or not, corrections of corrections. */

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);
const within = fc.integer({ min: -5, max: 60 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

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
      ground: 'volume',
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

const histories = fc
  .record({
    start: fc.integer({ min: toEpochDay(day('2015-01-01')), max: toEpochDay(day('2035-12-31')) }).map(fromEpochDay),
    filed: seeds,
    rest: fc.array(seeds, { maxLength: 15 }),
  })
  .map(({ start, filed, rest }) => {
    let on = start;
    return [{ ...filed, kind: 'filed' as const, about: undefined }, ...rest].map((seed, i) =>
      factOf(seed, i, i === 0 ? on : (on = addDays(on, seed.gap))),
    );
  });

const interior = parseOverrides({
  'appeal-filing': {
    count: 90,
    unit: 'working-day',
    metBy: 'received',
    cutOff: '17:00',
    cites: { label: '43 CFR 2.58' },
  },
  answer: { count: 20, unit: 'working-day', metBy: 'received', cites: { label: 'a rule' } },
  calendar: { add: ['inauguration-day', '2026-08-03'], remove: [day('2026-10-12')] },
});
const laws: fc.Arbitrary<Law> = fc.constantFrom<Law>(
  { statute: usFoia },
  { statute: usFoia, feeCategory: 'news-media' },
  { statute: usFoia, ...('overrides' in interior && { overrides: interior.overrides }) },
);
const laterBy = fc.oneof(fc.integer({ min: -3, max: 120 }), fc.integer({ min: 0, max: 3000 }));

describe('any history at all', () => {
  it('changes by itself only on the day it says, and is plain data in words', () => {
    fc.assert(
      fc.property(histories, laws, laterBy, (history, law, later) => {
        const timeline = readClock(history, law);
        const asOf = addDays(history[0]!.on, later);
        const now = standingOn(timeline, asOf);
        expect(JSON.parse(JSON.stringify(now))).toEqual(now);
        expect(explainStanding(now)).toContain('As of');
        expect(now.turnsOn === null || now.turnsOn > asOf).toBe(true);
        const last = now.turnsOn ?? addDays(asOf, 400);
        for (const n of [1, 2, 3, 5, 8, 11, 13, 17, 20, 23, 27, 29, 30, 31, 35, 42, 60, 61, 90, 91, 180, 365]) {
          const next = addDays(asOf, n);
          if (next < last) expect({ ...standingOn(timeline, next), asOf }).toEqual(now);
        }
        const eve = addDays(last, -1);
        if (eve > asOf) expect({ ...standingOn(timeline, eve), asOf }).toEqual(now);
      }),
      { numRuns },
    );
  });

  it('keeps to its turns under a court order that is met early, late or never', () => {
    const order = fc.record({
      everyMonths: fc.constantFrom(undefined, 1, 1, 2, 7),
      due: fc.integer({ min: 0, max: 40 }),
      releases: fc.array(fc.integer({ min: 1, max: 35 }), { maxLength: 8 }),
      ends: maybe(fc.integer({ min: 20, max: 200 })),
    });
    fc.assert(
      fc.property(order, fc.integer({ min: 0, max: 300 }), ({ everyMonths, due, releases, ends }, later) => {
        const start = day('2026-01-31');
        let [on, n] = [start, 2];
        const recorded = (kind: string, more: object): StatusChange =>
          ({ id: String(++n), sequence: n, recordedAt: '2030-01-01T00:00:00Z', kind, on, ...more }) as StatusChange;
        n = 0;
        const item = {
          what: 'produce',
          owedBy: 'agency',
          dueOn: addDays(start, due),
          ...(everyMonths && { everyMonths }),
        };
        const history = [
          recorded('filed', {}),
          recorded('lawsuit-filed', {}),
          recorded('court-ordered', { items: [item] }),
        ];
        for (const gap of releases) {
          on = addDays(on, gap);
          history.push(recorded('released', { because: 'court-order', about: '3' }));
        }
        if (ends !== undefined) {
          on = addDays(start, ends);
          history.push(recorded('lawsuit-ended', { outcome: 'settled' }));
        }
        const timeline = readClock(history, { statute: usFoia });
        let now = standingOn(timeline, addDays(start, later));
        for (let asOf = now.asOf; asOf < addDays(start, later + 120);) {
          asOf = addDays(asOf, 1);
          const next = standingOn(timeline, asOf);
          if (asOf === now.turnsOn) now = next;
          else expect({ ...next, asOf: now.asOf }).toEqual(now);
        }
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('is read soon enough with a thousand questions about fees, each answered', () => {
    const long = Array.from({ length: 2000 }, (_, i) => {
      const on = addDays(day('2020-01-01'), i);
      const more = i % 2 ? { kind: 'fee-estimated', asksAnswer: true } : { kind: 'fee-answered', answer: 'disputed' };
      return { id: String(i), sequence: i, recordedAt: `${on}T12:00:00Z`, on, ...(i ? more : { kind: 'filed' }) };
    }) as unknown as StatusChange[];
    const began = performance.now();
    readClock(long, { statute: usFoia });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is read in well under a second with two thousand facts', () => {
    const kinds = ['contacted', 'clarification-requested', 'clarified', 'determined', 'appealed', 'fee-waiver-decided'];
    const long = Array.from({ length: 2000 }, (_, i) => {
      const on = addDays(day('2020-01-01'), Math.floor(i / 2));
      const more = { outcome: 'denied', granted: false };
      const kind = i === 0 ? 'filed' : kinds[i % kinds.length];
      return {
        id: String(i),
        sequence: i,
        recordedAt: `${on}T12:00:00Z`,
        on,
        kind,
        ...more,
      } as unknown as StatusChange;
    });
    const began = performance.now();
    const timeline = readClock(long, { statute: usFoia });
    standingOn(timeline, day('2030-01-01'));

    expect(performance.now() - began).toBeLessThan(5000);
  });
});
