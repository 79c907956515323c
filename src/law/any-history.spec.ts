import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { histories, maybe } from '../../test/support/histories.ts';
import { propertyRuns } from '../../test/support/runs.ts';
import { readClock } from './clock.ts';
import type { Law } from './law.ts';
import { explainStanding } from './explain.ts';
import { parseOverrides } from './overrides.ts';
import { addDays, day } from './plain-date.ts';
import { standingOn } from './standing-on.ts';
import type { StatusChange } from './status-change.ts';
import { usFoia } from './statutes/us-foia.ts';

const numRuns = propertyRuns(100);

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
