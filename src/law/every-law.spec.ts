import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { days, histories, historiesApart, maybe } from '../../test/support/histories.ts';
import { propertyRuns } from '../../test/support/runs.ts';
import { dayByDay } from '../../test/support/walking.ts';
import { calendarFor } from './calendar.ts';
import { readClock } from './clock.ts';
import { explainStanding } from './explain.ts';
import type { Law } from './law.ts';
import { parseOverrides } from './overrides.ts';
import { addDays, day } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Deadline, Standing } from './standing.ts';
import { standingOn } from './standing-on.ts';
import type { StatusChange, StatusChangeKind } from './status-change.ts';
import type { Statute } from './statute.ts';
import type { Term } from './terms.ts';
import { statutes } from './statutes/all.ts';
import { lawInForce } from './versions.ts';

/** What holds of every law in the list, whatever it says. `PROPERTY_RUNS` histories a property, spread over the laws. */

const numRuns = Math.ceil(propertyRuns(1000) / statutes.length);
const later = fc.oneof(fc.integer({ min: -3, max: 120 }), fc.integer({ min: 0, max: 3000 }));

const own = parseOverrides({
  determination: { count: 12, unit: 'calendar-day', cites: { label: 'a rule of the agency' } },
  'appeal-filing': { count: 90, unit: 'working-day', metBy: 'received', cutOff: '17:00', cites: { label: 'a rule' } },
  answer: { count: 20, unit: 'working-day', cites: { label: 'a rule' } },
  calendar: { add: ['2026-08-03'], remove: [day('2026-10-12')] },
});
if ('errors' in own) throw new Error(JSON.stringify(own.errors));

/** On which of the law's tracks, if on any, and whether the agency has rules of its own. */
interface Choice {
  track: string | null;
  ruled: boolean;
}

const tracksOf = ({ tracks }: Statute): fc.Arbitrary<string | null> =>
  fc.constantFrom(null, ...(tracks ?? []).map(({ id }) => id));

const choices = (statute: Statute): fc.Arbitrary<Choice> =>
  fc.record({ track: tracksOf(statute), ruled: fc.constantFrom(false, false, true) });

function under(statute: Statute, { track, ruled }: Choice): Law {
  const rules: Partial<Law> =
    ruled && 'overrides' in own ? { overrides: own.overrides, feeCategory: 'news-media' } : {};
  return { statute, track, ...rules };
}

function standing(history: readonly StatusChange[], law: Law, asOf: PlainDate): Standing {
  return standingOn(readClock(history, law), asOf);
}

/** Compared as text first, which is quick; told in full where it differs. */
function same(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
}

function determinationOf(history: readonly StatusChange[], law: Law): Deadline | undefined {
  const last = history.reduce((d, fact) => (fact.on > d ? fact.on : d), history[0]!.on);
  return standing(history, law, last).deadlines.find(({ kind }) => kind === 'determination');
}

/** Without a day it is later than any day: the period stands still, or has no end yet. */
const dueOf = (history: readonly StatusChange[], law: Law): string => determinationOf(history, law)?.dueOn ?? '9999';

function recorded(sequence: number, kind: StatusChangeKind, on: PlainDate, more: object = {}): StatusChange {
  return { id: String(sequence), sequence, recordedAt: '2045-01-01T00:00:00Z', kind, on, ...more } as StatusChange;
}

/** Sent, received by whoever has to have it, and acknowledged, all on one day: every period has begun. */
function begun(on: PlainDate): StatusChange[] {
  return [
    recorded(1, 'filed', on, { channel: 'email' }),
    recorded(2, 'received', on),
    recorded(3, 'routed', on),
    recorded(4, 'acknowledged', on),
  ];
}

/** What a question or its answer carries, so that it is one. */
const carries: { [K in StatusChangeKind]?: object } = {
  'fee-estimated': { asksAnswer: true, prepayment: true },
  'fee-answered': { answer: 'agreed' },
};

describe.each(statutes.map((statute): [string, Statute] => [statute.id, statute]))('%s', (_id, statute) => {
  const runs = { numRuns };

  it('gives the same in whatever order its facts were recorded', () => {
    const shuffled = historiesApart.chain((history) =>
      fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
    );
    fc.assert(
      fc.property(shuffled, choices(statute), later, ([history, other], choice, more) => {
        const law = under(statute, choice);
        const asOf = addDays(history[0]!.on, more);
        const again = other.map((fact, i) => ({ ...fact, sequence: i + 1 }));
        same(standing(again, law, asOf), standing(history, law, asOf));
      }),
      runs,
    );
  });

  it('is read on a day as if nothing later had been recorded', () => {
    fc.assert(
      fc.property(historiesApart, choices(statute), later, (history, choice, more) => {
        const law = under(statute, choice);
        const asOf = addDays(history[0]!.on, Math.max(0, more));
        const { turnsOn: _turnsOn, ...whole } = standing(history, law, asOf);
        const known = history.filter((fact) => fact.on <= asOf);
        const { turnsOn: _later, ...alone } = standing(known, law, asOf);
        same(whole, alone);
      }),
      runs,
    );
  });

  it('changes by itself only on the day it says, and is plain data in words', () => {
    fc.assert(
      fc.property(histories, choices(statute), later, (history, choice, more) => {
        const law = under(statute, choice);
        const timeline = readClock(history, law);
        const asOf = addDays(history[0]!.on, more);
        const now = standingOn(timeline, asOf);
        if (!isDeepStrictEqual(JSON.parse(JSON.stringify(now)), now))
          expect(JSON.parse(JSON.stringify(now))).toStrictEqual(now);
        expect(explainStanding(now)).toContain('As of');
        expect(now.turnsOn === null || now.turnsOn > asOf).toBe(true);
        const last = now.turnsOn ?? addDays(asOf, 400);
        for (const n of [1, 2, 3, 5, 8, 13, 21, 30, 31, 61, 91, 365]) {
          const next = addDays(asOf, n);
          if (next < last) same({ ...standingOn(timeline, next), asOf }, now);
        }
        const eve = addDays(last, -1);
        if (eve > asOf) same({ ...standingOn(timeline, eve), asOf }, now);
      }),
      runs,
    );
  });

  it('gives every deadline a citation, a last step on its day, and an id of its own', () => {
    fc.assert(
      fc.property(histories, choices(statute), later, (history, choice, more) => {
        const law = under(statute, choice);
        const { deadlines, consequences } = standing(history, law, addDays(history[0]!.on, more));
        const wrong = deadlines.filter(
          ({ steps, dueOn }) => !steps.some((step) => step.cites) || (dueOn !== null && steps.at(-1)?.on !== dueOn),
        );
        expect(wrong).toEqual([]);
        expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length);
        expect(consequences.filter(({ cites }) => cites.length === 0)).toEqual([]);
      }),
      runs,
    );
  });

  it('is never earlier for a question of the agency', () => {
    const asking = fc.record({
      start: days,
      after: fc.integer({ min: 0, max: 60 }),
      wait: maybe(fc.integer({ min: 0, max: 90 })),
      which: fc.nat(),
    });
    fc.assert(
      fc.property(asking, tracksOf(statute), ({ start, after, wait, which }, track) => {
        const law: Law = { statute, track };
        const toll = statute.tolls[which % statute.tolls.length];
        if (!toll) return;
        const on = addDays(start, after);
        const question = recorded(5, toll.asks, on, carries[toll.asks]);
        const answers = toll.answers[0];
        const answered =
          wait === undefined || !answers
            ? []
            : [recorded(6, answers, addDays(on, wait), { channel: 'hand', about: '5', ...carries[answers] })];
        const [before, then] = [dueOf(begun(start), law), dueOf([...begun(start), question, ...answered], law)];
        if (then < before) throw new Error(`${toll.id}: due ${then} after it, ${before} without`);
      }),
      runs,
    );
  });

  it('is never earlier for more time that the agency takes, nor later for what it takes too late', () => {
    const noticing = fc.record({
      start: days,
      after: fc.integer({ min: 0, max: 130 }),
      until: maybe(fc.integer({ min: -5, max: 200 })),
      ground: fc.constantFrom('volume', 'agreed in writing', 'in storage', 'legal advice', 'conversion', 'editing'),
    });
    const lateIsVoid = [statute, ...(statute.earlier ?? [])].every(({ extensions }) =>
      extensions.every(({ late, of }) => late === 'void' || !of.includes('determination')),
    );
    fc.assert(
      fc.property(noticing, tracksOf(statute), ({ start, after, until, ground }, track) => {
        const law: Law = { statute, track };
        const on = addDays(start, after);
        const notice = recorded(5, 'extended', on, {
          ground,
          ...(until !== undefined && { until: addDays(on, until) }),
        });
        const [before, then] = [dueOf(begun(start), law), dueOf([...begun(start), notice], law)];
        expect(then >= before).toBe(true);
        if (lateIsVoid && on > before) expect(then).toBe(before);
      }),
      runs,
    );
  });

  it('is never earlier for one more holiday', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 90 }), tracksOf(statute), (start, off, track) => {
        const law: Law = { statute, track };
        const overrides = { calendar: { add: [addDays(start, off)] } };
        expect(dueOf(begun(start), { ...law, overrides }) >= dueOf(begun(start), law)).toBe(true);
      }),
      runs,
    );
  });

  it('ends where counting day by day ends', () => {
    fc.assert(
      fc.property(days, tracksOf(statute), (on, track) => {
        const law: Law = { statute, track };
        const history = begun(on);
        const inForce = lawInForce(law, history, on);
        const term = termOf(inForce);
        const found = determinationOf(history, law);
        if (!term) expect(found?.dueOn ?? null).toBeNull();
        else expect(found?.originalDueOn).toBe(dayByDay(calendarFor(inForce.statute), inForce.statute, term, on));
      }),
      runs,
    );
  });
});

function termOf({ statute, track }: Law): Term | null {
  const one = statute.tracks?.find(({ id }) => id === track);
  return (one ? one.determination : statute.terms.determination) ?? null;
}
