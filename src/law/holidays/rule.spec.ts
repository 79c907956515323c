import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { epochDay, fromEpochDay, weekdayOfEpochDay } from '../plain-date.ts';
import type { Holiday, HolidayRule } from './holiday.ts';
import { easterSunday, ownDays, sandwiched } from './rule.ts';

const years = fc.integer({ min: 1900, max: 2199 });

function holiday(rule: HolidayRule, more: Partial<Holiday> = {}): Holiday {
  return { id: 'h', name: 'H', rule, onSaturday: 'saturday', onSunday: 'sunday', cites: { label: 'Act' }, ...more };
}

function daysOf(rule: HolidayRule, year: number, more?: Partial<Holiday>): string[] {
  return ownDays(holiday(rule, more), year).map(fromEpochDay);
}

describe('Easter', () => {
  it.each([
    '1900-04-15',
    '1943-04-25',
    '1961-04-02',
    '1990-04-15',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2100-03-28',
    '2200-04-06',
  ])('fell or falls on %s', (on) => {
    expect(fromEpochDay(easterSunday(Number(on.slice(0, 4))))).toBe(on);
  });

  it('agrees with another way of working it out, in every year', () => {
    for (let year = 1900; year <= 2200; year++) expect(easterSunday(year)).toBe(easterByOudin(year));
  });
});

/** The method of Oudin (1940), which shares no step with the one used. */
function easterByOudin(year: number): number {
  const div = (a: number, b: number): number => Math.floor(a / b);
  const [century, golden] = [div(year, 100), year % 19];
  const k = div(century - 17, 25);
  let i = (century - div(century, 4) - div(century - k, 3) + 19 * golden + 15) % 30;
  i -= div(i, 28) * (1 - div(i, 28) * div(29, i + 1) * div(21 - golden, 11));
  const j = (year + div(year, 4) + i + 2 - century + div(century, 4)) % 7;
  return epochDay(year, 3, 28 + i - j);
}

describe('a rule', () => {
  it('counts weekdays of a month from its start and from its end', () => {
    expect(daysOf({ nth: { month: 11, weekday: 4, nth: 4 } }, 2026)).toEqual(['2026-11-26']);
    expect(daysOf({ nth: { month: 11, weekday: 4, nth: 4, plus: 1 } }, 2026)).toEqual(['2026-11-27']);
    expect(daysOf({ nth: { month: 5, weekday: 1, nth: -1 } }, 2026)).toEqual(['2026-05-25']);
    expect(daysOf({ nth: { month: 5, weekday: 1, nth: -2 } }, 2026)).toEqual(['2026-05-18']);
    // Election Day: the day after the first Monday, never the first of the month.
    expect(daysOf({ nth: { month: 11, weekday: 1, nth: 1, plus: 1 } }, 2022)).toEqual(['2022-11-08']);
  });

  it('finds a weekday by a date, which may be that date only where the word says "on"', () => {
    // 25 May 2026 is a Monday.
    const by = (is: 'on-or-after' | 'on-or-before' | 'before' | 'after' | 'nearest', weekday = 1): string[] =>
      daysOf({ by: { month: 5, day: 25, weekday, is } }, 2026);
    expect(by('before')).toEqual(['2026-05-18']);
    expect(by('on-or-before')).toEqual(['2026-05-25']);
    expect(by('on-or-after')).toEqual(['2026-05-25']);
    expect(by('after')).toEqual(['2026-06-01']);
    expect(by('nearest', 4)).toEqual(['2026-05-28']);
    expect(by('nearest', 5)).toEqual(['2026-05-22']);
  });

  it('gives a day of the weekday asked for, within a week of the date', () => {
    const directions = fc.constantFrom('on-or-after', 'on-or-before', 'before', 'after', 'nearest');
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 6 }), directions, (year, weekday, is) => {
        const found = ownDays(holiday({ by: { month: 7, day: 4, weekday, is } }), year);
        const away = found[0]! - epochDay(year, 7, 4);
        const [least, most] = {
          'on-or-after': [0, 6],
          after: [1, 7],
          'on-or-before': [-6, 0],
          before: [-7, -1],
          nearest: [-3, 3],
        }[is];
        expect(found.map(weekdayOfEpochDay)).toEqual([weekday]);
        expect(away >= least! && away <= most!).toBe(true);
      }),
    );
  });

  it('runs a span over the turn of the year', () => {
    const recess = daysOf({ span: { from: { month: 12, day: 25 }, to: { month: 1, day: 15 } } }, 2026);
    expect([recess.length, recess[0], recess.at(-1)]).toEqual([22, '2026-12-25', '2027-01-15']);
    expect(daysOf({ span: { from: { month: 12, day: 24 }, to: { month: 12, day: 31 } } }, 2026)).toHaveLength(8);
  });

  it.each([
    ['1960-03-20', '1960-09-23'],
    ['1979-03-21', '1979-09-24'],
    ['1992-03-20', '1992-09-23'],
    ['2000-03-20', '2000-09-23'],
    ['2012-03-20', '2012-09-22'],
    ['2023-03-21', '2023-09-23'],
    ['2024-03-20', '2024-09-22'],
    ['2026-03-20', '2026-09-23'],
    ['2027-03-21', '2027-09-23'],
  ])('has the equinoxes of Japan on %s and %s', (spring, autumn) => {
    const year = Number(spring.slice(0, 4));
    expect(daysOf({ equinox: 'vernal' }, year)).toEqual([spring]);
    expect(daysOf({ equinox: 'autumnal' }, year)).toEqual([autumn]);
  });

  it('is held only in its years', () => {
    const rule = { fixed: { month: 1, day: 20 } };
    const held = (more: Partial<Holiday>): number[] =>
      [2020, 2021, 2022, 2023, 2024, 2025].filter((year) => daysOf(rule, year, more).length > 0);
    expect(held({ from: 2022, to: 2024 })).toEqual([2022, 2023, 2024]);
    expect(held({ except: [2021, 2022] })).toEqual([2020, 2023, 2024, 2025]);
    expect(held({ every: { years: 4, first: 1969 } })).toEqual([2021, 2025]);
    // 20 January was a Monday in 2020 and 2025.
    expect(held({ weekdays: [1] })).toEqual([2020, 2025]);
    expect(held({ unless: { month: 1, day: 20, weekday: 1 } })).toEqual([2021, 2022, 2023, 2024]);
  });

  it('gives the dates of its year, whatever the list holds', () => {
    expect(daysOf({ dates: ['2002-06-03', '2012-06-05', 'no day'] }, 2012)).toEqual(['2012-06-05']);
  });
});

it('finds the day between two holidays, and none between holidays further apart', () => {
  expect(sandwiched(new Set([10, 12, 13, 16]))).toEqual([11]);
});
