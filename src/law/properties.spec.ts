import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { calendarFor } from './calendar.ts';
import { cases } from './cases/all.ts';
import { asRecorded } from './cases/case.ts';
import { readClock } from './clock.ts';
import { addDays, day, fromEpochDay, toEpochDay } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Deadline, Standing } from './standing.ts';
import { standingOn } from './standing-on.ts';
import { statusChangeKinds } from './status-change.ts';
import type { StatusChange } from './status-change.ts';
import type { Citation } from './terms.ts';
import { findStatute, statutes } from './statutes/all.ts';
import { usFoia } from './statutes/us-foia.ts';

const numRuns = propertyRuns(300);
const law = { statute: usFoia };
const calendar = calendarFor(usFoia);
const filedOn = fc
  .integer({ min: toEpochDay(day('2010-01-01')), max: toEpochDay(day('2040-12-31')) })
  .map(fromEpochDay);

/** Payloads for kinds that need one; the rest carry nothing. */
const payloads: { [kind: string]: object } = {
  'clarification-requested': {},
  'fee-estimated': { asksAnswer: true },
  'fee-answered': { answer: 'agreed' },
  'fee-category-decided': { category: 'other' },
  'fee-waiver-decided': { granted: false },
  'expedition-decided': { granted: false },
  extended: { ground: 'voluminous records' },
  estimated: { date: '2027-01-01' },
  transferred: { scope: 'part' },
  aggregated: { withRequestIds: ['x'] },
  determined: { outcome: 'denied' },
  released: { because: 'discretion' },
  'closed-by-agency': { reason: 'other' },
  'appeal-decided': { outcome: 'remanded' },
  'court-ordered': { items: [{ what: 'produce', owedBy: 'agency', dueOn: '2026-09-30', everyMonths: 1 }] },
  'lawsuit-ended': { outcome: 'settled' },
};

/** Any history: filed, then anything, each on a day of its own. */
const histories = fc
  .record({
    start: filedOn,
    facts: fc.array(
      fc.record({
        kind: fc.constantFrom(
          ...statusChangeKinds.filter((kind) => !['filed', 'corrected', 'redacted'].includes(kind)),
        ),
        gap: fc.integer({ min: 1, max: 30 }),
        channel: fc.constantFrom('email', 'mail', undefined),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ start, facts }) => {
    let on = start;
    const rest = facts.map((fact, i) => {
      on = addDays(on, fact.gap);
      return recorded(i + 2, fact.kind, on, { ...payloads[fact.kind], ...(fact.channel && { channel: fact.channel }) });
    });
    return [recorded(1, 'filed', start, { channel: 'email' }), ...rest];
  });

function recorded(sequence: number, kind: string, on: PlainDate, more: object = {}): StatusChange {
  return { id: String(sequence), sequence, recordedAt: `2045-01-01T00:00:00Z`, kind, on, ...more } as StatusChange;
}

function standing(history: readonly StatusChange[], asOf: PlainDate): Standing {
  return standingOn(readClock(history, law), asOf);
}

function determinationOf(history: readonly StatusChange[]): Deadline {
  const last = history.reduce((d, fact) => (fact.on > d ? fact.on : d), history[0]!.on);
  return standing(history, last).deadlines.find((deadline) => deadline.kind === 'determination')!;
}

describe('any history', () => {
  it('gives the same in whatever order its facts were recorded', () => {
    fc.assert(
      fc.property(
        histories.chain((history) =>
          fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
        ),
        fc.integer({ min: 0, max: 800 }),
        ([history, shuffled], later) => {
          const asOf = addDays(history[0]!.on, later);
          const again = shuffled.map((fact, i) => ({ ...fact, sequence: i + 1 }));
          expect(standing(again, asOf)).toEqual(standing(history, asOf));
        },
      ),
      { numRuns },
    );
  });

  it('is read on a day as if nothing later had been recorded', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 400 }), (history, later) => {
        const asOf = addDays(history[0]!.on, later);
        const { turnsOn, ...whole } = standing(history, asOf);
        const known = history.filter((fact) => fact.on <= asOf);
        expect(whole).toEqual({ ...standing(known, asOf), turnsOn: undefined });
        expect(turnsOn === null || turnsOn > asOf).toBe(true);
      }),
      { numRuns },
    );
  });

  it('changes by itself only on the day it says', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (history, later, more) => {
          const timeline = readClock(history, law);
          const asOf = addDays(history[0]!.on, later);
          const now = standingOn(timeline, asOf);
          const next = addDays(asOf, more);
          if (now.turnsOn !== null && next >= now.turnsOn) return;
          expect({ ...standingOn(timeline, next), asOf }).toEqual(now);
        },
      ),
      { numRuns },
    );
  });

  it('gives every deadline a citation, a last step on its day, and an id of its own', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 800 }), (history, later) => {
        const { deadlines, consequences } = standing(history, addDays(history[0]!.on, later));
        expect(new Set(deadlines.map((deadline) => deadline.id)).size).toBe(deadlines.length);
        for (const { steps, dueOn, state, kind } of deadlines) {
          expect(steps.some((step) => step.cites)).toBe(true);
          if (dueOn) expect(steps.at(-1)).toMatchObject({ on: dueOn });
          if (state === 'paused') expect(kind).toBe('determination');
        }
        for (const consequence of consequences) expect(consequence.cites.length).toBeGreaterThan(0);
      }),
      { numRuns },
    );
  });

  it('is plain data', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const seen = standing(history, addDays(history[0]!.on, 500));
        expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
      }),
      { numRuns },
    );
  });
});

describe('the determination', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 })), { maxLength: 4 });

  /** Filed, then questions about fees, each answered before the next is asked. */
  function asked(start: PlainDate, pauses: readonly (readonly [number, number])[]): StatusChange[] {
    const history = [recorded(1, 'filed', start, { channel: 'email' })];
    let on = start;
    for (const [before, wait] of pauses) {
      const question = recorded(history.length + 1, 'fee-estimated', (on = addDays(on, before)), { asksAnswer: true });
      history.push(question);
      history.push(
        recorded(history.length + 1, 'fee-answered', (on = addDays(on, wait)), {
          channel: 'email',
          answer: 'agreed',
          about: question.id,
        }),
      );
    }
    return history;
  }

  it('ends where counting day by day ends', () => {
    fc.assert(
      fc.property(filedOn, gaps, (start, pauses) => {
        const history = asked(start, pauses);
        expect(determinationOf(history).dueOn).toBe(dayByDay(start, history));
      }),
      { numRuns },
    );
  });

  it('is never earlier for a pause', () => {
    fc.assert(
      fc.property(filedOn, gaps, (start, pauses) => {
        for (let n = 1; n <= pauses.length; n++) {
          const [fewer, more] = [
            determinationOf(asked(start, pauses.slice(0, n - 1))),
            determinationOf(asked(start, pauses.slice(0, n))),
          ];
          expect(more.dueOn! >= fewer.dueOn!).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('is never earlier for an extension, and not later for a late one', () => {
    fc.assert(
      fc.property(
        filedOn,
        gaps,
        fc.integer({ min: 0, max: 80 }),
        fc.option(fc.integer({ min: -5, max: 60 })),
        (start, pauses, when, until) => {
          const history = asked(start, pauses);
          const last = history.at(-1)!.on;
          const on = addDays(last, when);
          const before = determinationOf(history).dueOn!;
          const notice = recorded(99, 'extended', on, {
            ground: 'volume',
            ...(until !== null && { until: addDays(on, until) }),
          });
          const after = determinationOf([...history, notice]).dueOn!;
          if (on > before) expect(after).toBe(before);
          else expect(after >= before && after <= calendar.addWorkingDays(before, 10)).toBe(true);
        },
      ),
      { numRuns },
    );
  });

  it('is never earlier for one more holiday', () => {
    fc.assert(
      fc.property(filedOn, gaps, fc.integer({ min: 0, max: 60 }), (start, pauses, off) => {
        const overrides = { calendar: { add: [addDays(start, off)] } };
        const history = asked(start, pauses);
        const timeline = readClock(history, { statute: usFoia, overrides });
        const more = standingOn(timeline, history.at(-1)!.on).deadlines[0]!;
        // A holiday can only move a question from before the end to before the end: pauses stay pauses.
        expect(more.dueOn! >= determinationOf(history).dueOn!).toBe(true);
      }),
      { numRuns },
    );
  });

  /** Twenty working days, one after the other, leaving out those from the day after a question to the day of its answer. */
  function dayByDay(start: PlainDate, history: readonly StatusChange[]): PlainDate {
    let [d, counted] = [start, 0];
    while (counted < 20) {
      d = addDays(d, 1);
      const open = history.some((q, i) => q.kind === 'fee-estimated' && q.on < d && d <= history[i + 1]!.on);
      if (!open && calendar.isWorkingDay(d)) counted++;
    }
    return d;
  }
});

describe('the statutes', () => {
  it('are found by their id', () => {
    expect(findStatute('us-foia')).toBe(usFoia);
    expect(findStatute('none')).toBeUndefined();
  });

  it('survive a round trip through JSON', () => {
    for (const statute of statutes) expect(JSON.parse(JSON.stringify(statute))).toEqual(statute);
  });

  it('cite a source for every term, policy and rule', () => {
    for (const { terms, policies, rules, tolls, fees, adverseActs } of statutes) {
      const all = [terms, policies, rules, tolls].flatMap((group) => Object.values(group));
      for (const one of [...all, ...fees, ...adverseActs]) {
        expect(one.cites.label).not.toBe('');
        expect(one.source).not.toBe('');
        const cited: Citation[] = 'otherCites' in one ? [one.cites, one.otherCites] : [one.cites];
        // Either somebody has read it on a day that is told, or the citation says that nobody has.
        if (cited.some((citation) => citation.unverified))
          expect(one).toMatchObject({ checkedOn: null, confidence: expect.stringMatching(/low|medium/) });
        else expect(one.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('give the same from their JSON as from the code', () => {
    const fromJson = JSON.parse(JSON.stringify(usFoia)) as typeof usFoia;
    for (const one of cases.slice(0, 30)) {
      const facts = asRecorded(one.facts);
      expect(standingOn(readClock(facts, { statute: fromJson }), day(one.asOf))).toEqual(
        standing(facts, day(one.asOf)),
      );
    }
  });
});
