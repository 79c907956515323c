import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { calendarFor, literalCalendarFor } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { addDays, day, fromEpochDay, toEpochDay } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import { usFoia } from './statutes/us-foia.ts';

const numRuns = propertyRuns(300);
const calendar = calendarFor(usFoia);
const days = fc.integer({ min: toEpochDay(day('1986-01-01')), max: toEpochDay(day('2150-12-31')) }).map(fromEpochDay);

function holidaysOf(one: Calendar, year: number): string[] {
  return one.holidaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`)).map((off) => off.on);
}

describe('the federal calendar', () => {
  it.each([
    [2026, ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25']],
    [
      2021,
      ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24', '12-31'],
    ],
    [2020, ['01-01', '01-20', '02-17', '05-25', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25']],
    [2028, ['01-17', '02-21', '05-29', '06-19', '07-04', '09-04', '10-09', '11-10', '11-23', '12-25']],
    [2013, ['01-01', '01-21', '02-18', '05-27', '07-04', '09-02', '10-14', '11-11', '11-28', '12-25']],
    [1985, ['01-01', '02-18', '05-27', '07-04', '09-02', '10-14', '11-11', '11-28', '12-25']],
    [1975, ['01-01', '02-17', '05-26', '07-04', '09-01', '10-13', '10-27', '11-27', '12-25']],
    [1970, ['01-01', '02-23', '05-29', '07-03', '09-07', '11-11', '11-26', '12-25']],
  ])('knows the weekdays off of %i', (year, off) => {
    expect(holidaysOf(calendar, year)).toEqual(off.map((d) => `${year}-${d}`));
  });

  it('names what it leaves out', () => {
    expect(calendar.nameOfHoliday(day('2026-07-03'))).toBe('Independence Day (observed)');
    expect(calendar.nameOfHoliday(day('2026-07-04'))).toBeNull();
    expect(calendar.nameOfHoliday(day('2026-07-06'))).toBeNull();
    expect(calendar.isWorkingDay(day('2026-07-04'))).toBe(false);
  });

  it('leaves holidays on their Saturdays, read literally', () => {
    const literal = literalCalendarFor(usFoia);
    expect(literal.isWorkingDay(day('2026-07-03'))).toBe(true);
    expect(literal.isWorkingDay(day('2027-07-05'))).toBe(false);
  });

  it('keeps Inauguration Day only where asked to', () => {
    expect(calendar.isWorkingDay(day('2033-01-20'))).toBe(true);
    const washington = calendarFor(usFoia, { calendar: { add: ['inauguration-day'] } });
    expect(washington.isWorkingDay(day('2033-01-20'))).toBe(false);
    expect(washington.isWorkingDay(day('2029-01-19'))).toBe(true);
    expect(washington.isWorkingDay(day('2013-01-21'))).toBe(false);
  });

  // OIP's own figure for the shutdown of 2013: eleven days, without weekends and the one holiday.
  it('US-019: counts the eleven days of the shutdown of 2013', () => {
    expect(calendar.workingDaysBetween(day('2013-09-30'), day('2013-10-16'))).toBe(11);
  });

  // A peer's own test, on a calendar in which only these days fall into the stretch.
  it('US-027: thirty business days from 1 November 2010', () => {
    expect(calendar.addWorkingDays(day('2010-11-01'), 30)).toBe('2010-12-15');
  });

  it('finds the working day on or before, and on or after', () => {
    expect(calendar.onOrBefore(day('2026-07-05'))).toBe('2026-07-02');
    expect(calendar.onOrBefore(day('2026-07-02'))).toBe('2026-07-02');
    expect(calendar.onOrAfter(day('2026-07-03'))).toBe('2026-07-06');
    expect(calendar.onOrAfter(day('2026-07-06'))).toBe('2026-07-06');
  });

  it('is built once', () => {
    expect(calendarFor(usFoia)).toBe(calendar);
    const own = { calendar: { add: ['2026-08-03'] } };
    expect(calendarFor(usFoia, own)).toBe(calendarFor(usFoia, structuredClone(own)));
    expect(() => calendarFor({ ...usFoia, calendar: 'none' })).toThrow('no holiday calendar');
  });
});

describe('counting', () => {
  it('gives by table what counting day by day gives', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (start, n) => {
        expect(calendar.addWorkingDays(start, n)).toBe(countedOneByOne(calendar, start, n));
      }),
      { numRuns },
    );
  });

  it('is undone by counting back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 2000 }), (start, n) => {
        const end = calendar.addWorkingDays(start, n);
        expect(calendar.workingDaysBetween(start, end)).toBe(n);
        expect(calendar.isWorkingDay(end)).toBe(true);
        expect(calendar.workingDaysBetween(end, start)).toBe(0);
      }),
      { numRuns },
    );
  });

  it('never ends earlier for one more day off', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 60 }), (start, off, n) => {
        const more = calendarFor(usFoia, { calendar: { add: [off] } });
        expect(more.addWorkingDays(start, n) >= calendar.addWorkingDays(start, n)).toBe(true);
        const less = calendarFor(usFoia, { calendar: { remove: [off] } });
        expect(less.addWorkingDays(start, n) <= calendar.addWorkingDays(start, n)).toBe(true);
      }),
      { numRuns },
    );
  });
});

function countedOneByOne(one: Calendar, start: PlainDate, n: number): PlainDate {
  let d = start;
  for (let left = n; left > 0;) {
    d = addDays(d, 1);
    if (one.isWorkingDay(d)) left--;
  }
  return d;
}

/** Agencies' own counts from their annual reports, where they are at hand. */
const oracle = '../shared/data/agency-workdays.csv';

(existsSync(oracle) ? describe : describe.skip)(`agencies' own counts (${oracle})`, () => {
  it('are ours, all of them', () => {
    const rows = readFileSync(oracle, 'utf8')
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split(','));
    const wrong = rows.filter(
      ([year, from, n]) => calendar.workingDaysBetween(day(from!), day(`${year}-09-30`)) !== Number(n),
    );
    expect(rows.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });
});
