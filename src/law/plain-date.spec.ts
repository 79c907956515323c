import { describe, expect, it } from '@jest/globals';
import { LocalDate } from '@js-joda/core';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  day,
  daysBetween,
  formatDay,
  fromEpochDay,
  parsePlainDate,
  toEpochDay,
  weekday,
} from './plain-date.ts';

const numRuns = propertyRuns(300);
const first = LocalDate.of(1900, 1, 1).toEpochDay();
const last = LocalDate.of(2200, 12, 31).toEpochDay();
const epochDays = fc.integer({ min: first, max: last });

describe('a plain date', () => {
  it.each(['2026-06-01', '2028-02-29', '1900-01-01', '2200-12-31'])('reads %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2027-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-06-00',
    '2026-04-31',
    '2026-6-1',
    '1899-12-31',
    '2201-01-01',
    '2026-06-01T00:00:00Z',
    ' 2026-06-01',
    '2026-06-01\n',
    '',
    20260601,
    null,
    undefined,
    {},
  ])('refuses %p', (value) => {
    expect(parsePlainDate(value)).toBeNull();
  });

  it('throws on a day in code that is none', () => {
    expect(() => day('2026-02-30')).toThrow(RangeError);
  });

  it('formats for people', () => {
    expect(formatDay(day('2026-06-01'))).toBe('Mon 1 Jun 2026');
  });

  it('clamps months to their last day, always from where one starts', () => {
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(day('2026-10-31'), 2)).toBe('2026-12-31');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addYears(day('2028-02-29'), 6)).toBe('2034-02-28');
  });

  it('agrees with js-joda on every day', () => {
    for (let n = first; n <= last; n++) {
      const d = fromEpochDay(n);
      if (toEpochDay(d) !== n || weekday(d) !== (((n + 4) % 7) + 7) % 7) throw new Error(`wrong at ${n}: ${d}`);
    }
    fc.assert(
      fc.property(epochDays, (n) => {
        const theirs = LocalDate.ofEpochDay(n);
        expect(fromEpochDay(n)).toBe(theirs.toString());
        expect(toEpochDay(day(theirs.toString()))).toBe(n);
        expect(weekday(fromEpochDay(n))).toBe(theirs.dayOfWeek().value() % 7);
      }),
      // Three operations each: in the long run a million of them, and more.
      { numRuns: 2 * numRuns },
    );
  });

  it('adds days and months as js-joda does', () => {
    const inside = fc.integer({
      min: LocalDate.of(1950, 1, 1).toEpochDay(),
      max: LocalDate.of(2150, 1, 1).toEpochDay(),
    });
    fc.assert(
      fc.property(inside, fc.integer({ min: -599, max: 599 }), (n, k) => {
        const [ours, theirs] = [fromEpochDay(n), LocalDate.ofEpochDay(n)];
        expect(addDays(ours, k)).toBe(theirs.plusDays(k).toString());
        expect(addMonths(ours, k)).toBe(theirs.plusMonths(k).toString());
        expect(daysBetween(ours, addDays(ours, k))).toBe(k);
      }),
      // Three operations each: in the long run a million of them, and more.
      { numRuns: 2 * numRuns },
    );
  });

  it('sorts as text as it sorts as days', () => {
    fc.assert(
      fc.property(epochDays, epochDays, (a, b) => {
        expect(Math.sign(compareDays(fromEpochDay(a), fromEpochDay(b)))).toBe(Math.sign(a - b));
      }),
      { numRuns },
    );
  });
});
