import { describe, expect, it } from '@jest/globals';
import { calendarOf } from './calendar.ts';
import { day } from './plain-date.ts';

const cites = { label: 'Order of 2 July 2026' };
const closure = { from: day('2026-12-28'), to: day('2027-01-08'), name: 'Suspension of terms', cites };

describe('a calendar with days of its own', () => {
  it('says for every day put in what it is and where that is written', () => {
    const own = calendarOf('us-federal', { add: [closure, '2026-12-24'] }, false);
    const off = own.holidaysBetween(day('2026-12-23'), day('2027-01-10'));
    expect(off.map(({ on, name }) => `${on} ${name}`)).toEqual([
      "2026-12-24 a day off in the agency's own calendar",
      '2026-12-25 Christmas Day',
      ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'].map((on) => `${on} Suspension of terms`),
      "2027-01-01 New Year's Day",
      ...['04', '05', '06', '07', '08'].map((d) => `2027-01-${d} Suspension of terms`),
    ]);
    expect(own.citationFor(off[2]!)).toEqual(cites);
    expect(own.citationFor(off[0]!)).toEqual({ label: "the agency's own calendar" });
    expect(own.citationFor(off[1]!).label).toBe('5 U.S.C. 6103(a)');
    expect(own.addWorkingDays(day('2026-12-23'), 1)).toBe('2027-01-11');
  });

  it('says which days count only because they were taken out', () => {
    const open = { from: day('2026-11-26'), to: day('2026-11-27'), name: 'Open on Thanksgiving', cites };
    const own = calendarOf('us-federal', { remove: [open, day('2026-12-25')] }, false);
    expect(own.isWorkingDay(day('2026-11-26'))).toBe(true);
    expect(own.isWorkingDay(day('2026-12-25'))).toBe(true);
    // The Friday counted already, and the other day has no name.
    const back = own.putBackBetween(day('2026-11-01'), day('2026-12-31'));
    expect(back).toEqual([{ on: '2026-11-26', name: 'Open on Thanksgiving', movedFromSaturday: false, cites }]);
  });

  it('never makes a working day of a weekend', () => {
    const saturday = { from: day('2026-11-28'), name: 'Open Saturday', cites };
    const own = calendarOf('us-federal', { remove: [saturday] }, false);
    expect(own.isWorkingDay(day('2026-11-28'))).toBe(false);
    expect(own.putBackBetween(day('2026-11-01'), day('2026-12-31'))).toEqual([]);
  });

  it('refuses a span that ends before it begins', () => {
    const backwards = { ...closure, to: day('2026-12-01') };
    expect(() => calendarOf('us-federal', { add: [backwards] }, false)).toThrow('"Suspension of terms" ends before');
  });
});

describe('a calendar that is announced', () => {
  it('says for which years it is not known', () => {
    const eu = calendarOf('eu-institutions', undefined, false);
    expect(eu.unpublishedYears(day('2024-11-01'), day('2025-03-01'))).toEqual([]);
    expect(eu.unpublishedYears(day('2025-12-01'), day('2027-01-04'))).toEqual([2026, 2027]);
    expect(eu.provenance.confidence).toBe('medium');
  });

  it('is known for one year more when that is imported', () => {
    const imported = { from: day('2026-12-23'), name: 'End-of-year day', cites };
    const eu = calendarOf('eu-institutions', { add: [imported], published: [2026] }, false);
    expect(eu.unpublishedYears(day('2025-12-01'), day('2027-01-04'))).toEqual([2027]);
    expect(eu.nameOfHoliday(day('2026-12-23'))).toBe('End-of-year day');
  });

  it('is not known where a part of it is not', () => {
    const parliament = calendarOf('eu-parliament', undefined, false);
    expect(parliament.unpublishedYears(day('2025-12-01'), day('2026-01-10'))).toEqual([2026]);
    const parts = calendarOf('nz-oia', undefined, false);
    expect(parts.unpublishedYears(day('2052-12-01'), day('2053-02-01'))).toEqual([2053]);
  });

  it('is known for all years where it goes by rules', () => {
    const us = calendarOf('us-federal', undefined, false);
    expect(us.unpublishedYears(day('1990-01-01'), day('2100-01-01'))).toEqual([]);
  });
});
