import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../../test/support/runs.ts';
import { calendarOf } from '../calendar.ts';
import { addDays, day, epochDay, fromEpochDay, parsePlainDate, toEpochDay, weekday, yearOf } from '../plain-date.ts';
import { findHolidayCalendar, holidayCalendars, optionalHolidays } from './all.ts';
import { daysOff } from './days-off.ts';
import type { HolidayCalendar } from './holiday.ts';
import { ownDays } from './rule.ts';

const numRuns = propertyRuns(300);
const plain = { literal: false, also: [] };
const days = fc.integer({ min: epochDay(1990, 1, 1), max: epochDay(2100, 12, 31) }).map(fromEpochDay);
const anyCalendar = fc.constantFrom(...holidayCalendars);

describe.each(holidayCalendars.map((calendar) => [calendar.id, calendar] as const))('%s', (_, calendar) => {
  it('is plain data', () => {
    const copy = JSON.parse(JSON.stringify(calendar)) as HolidayCalendar;
    expect(copy).toEqual(calendar);
    for (const year of [1995, 2022, 2028, 2100])
      expect(daysOff(copy, year, plain)).toEqual(daysOff(calendar, year, plain));
  });

  it('names a law for every day off', () => {
    expect(calendar.cites.label).not.toBe('');
    for (const holiday of calendar.holidays) expect(holiday.cites.label.trim()).not.toBe('');
    const years = Array.from({ length: 111 }, (_, i) => 1990 + i);
    const off = years.flatMap((year) => [...daysOff(calendar, year, plain).values()]);
    expect(off.filter((one) => !one.cites.label.trim() || !one.name.trim())).toEqual([]);
    expect(off.length).toBeGreaterThan(111);
  });

  it('says whether anybody has read that law', () => {
    expect(calendar.source).not.toBe('');
    if (calendar.checkedOn === null) expect(calendar.cites.unverified).toBe(true);
    else expect(parsePlainDate(calendar.checkedOn)).not.toBeNull();
    if (calendar.confidence === 'high') expect(calendar.cites.unverified).toBeUndefined();
  });

  it('gives every holiday an id of its own, and real dates', () => {
    const ids = calendar.holidays.map((holiday) => holiday.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { rule } of calendar.holidays) {
      if ('dates' in rule) expect(rule.dates.filter((d) => !parsePlainDate(d))).toEqual([]);
    }
  });

  it('has no holiday that is never held', () => {
    const never = calendar.holidays.filter((holiday) => {
      if ('between' in holiday.rule) return false;
      for (let year = 1970; year <= 2100; year++) if (ownDays(holiday, year).length > 0) return false;
      return true;
    });
    expect(never.map((holiday) => holiday.id)).toEqual([]);
  });

  it('includes calendars that exist and leaves out holidays that they have', () => {
    const included = (calendar.includes ?? []).map((id) => findHolidayCalendar(id));
    expect(included).not.toContain(undefined);
    const known = included.flatMap((other) => other!.holidays.map((holiday) => holiday.id));
    for (const id of calendar.without ?? []) expect(known).toContain(id);
  });
});

describe('every calendar', () => {
  it('counts by table what the definition counts day by day', () => {
    fc.assert(
      fc.property(anyCalendar, days, fc.integer({ min: 1, max: 60 }), (rules, start, n) => {
        let [d, left] = [start, n];
        while (left > 0) {
          d = addDays(d, 1);
          if (!rules.weekend.includes(weekday(d)) && !daysOff(rules, yearOf(d), plain).has(toEpochDay(d))) left--;
        }
        const calendar = calendarOf(rules.id, undefined, false);
        expect(calendar.addWorkingDays(start, n)).toBe(d);
        expect(calendar.workingDaysBetween(start, d)).toBe(n);
      }),
      { numRuns },
    );
  });

  it('puts a holiday that moves on a day that would count, and never on another one', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1990, max: 2100 }), (rules, year) => {
        const off = daysOff(rules, year, plain);
        const moved = [...off].filter(([, one]) => one.name.endsWith('(observed)'));
        for (const [n] of moved) expect(rules.weekend).not.toContain(weekday(fromEpochDay(n)));
      }),
      { numRuns },
    );
  });

  it('has a union that is off where any part is, and only there', () => {
    const parts = ['gb-eng', 'gb-sct', 'gb-nir'].map((id) => calendarOf(id, undefined, false));
    const union = calendarOf('gb', undefined, false);
    fc.assert(
      fc.property(days, (d) => {
        expect(union.isWorkingDay(d)).toBe(parts.every((part) => part.isWorkingDay(d)));
      }),
      { numRuns },
    );
  });

  it('keeps optional holidays off until they are named', () => {
    for (const rules of holidayCalendars) {
      const ids = rules.holidays.filter((holiday) => holiday.optional).map((holiday) => holiday.id);
      expect(optionalHolidays()).toEqual(expect.arrayContaining(ids));
    }
  });
});

describe('substitute days', () => {
  const cites = { label: 'Act' };
  const base: HolidayCalendar = {
    id: 'made-up',
    name: 'Made up',
    cites,
    source: 'this test',
    confidence: 'low',
    checkedOn: null,
    weekend: [0, 6],
    holidays: [],
  };
  const off = (holidays: HolidayCalendar['holidays'], year: number, literal = false): string[] =>
    [...daysOff({ ...base, holidays }, year, { literal, also: [] }).keys()].sort((a, b) => a - b).map(fromEpochDay);
  const fixed = (month: number, d: number, more: object = {}) =>
    ({
      id: `h${month}-${d}`,
      name: 'H',
      rule: { fixed: { month, day: d } },
      onSaturday: 'saturday',
      onSunday: 'sunday',
      cites,
      ...more,
    }) as const;

  it('give way to each other', () => {
    const free = { onSaturday: 'next-free', onSunday: 'next-free' };
    // 25 December 2021 is a Saturday, 25 December 2022 a Sunday.
    expect(off([fixed(12, 26, free), fixed(12, 25, free)], 2021)).toEqual(['2021-12-27', '2021-12-28']);
    expect(off([fixed(12, 25, free), fixed(12, 26, free)], 2022)).toEqual(['2022-12-26', '2022-12-27']);
    const before = { onSaturday: 'previous-free', onSunday: 'previous-free' };
    expect(off([fixed(12, 24, before), fixed(12, 25, before)], 2022)).toEqual(['2022-12-22', '2022-12-23']);
  });

  it('are taken in the order of the holidays, whatever the order of the list', () => {
    const free = { onSaturday: 'next-free', onSunday: 'next-free' };
    const holidays = [fixed(12, 26, { ...free, name: 'Second' }), fixed(12, 25, { ...free, name: 'First' })];
    const found = daysOff({ ...base, holidays }, 2021, plain);
    expect(found.get(toEpochDay(day('2021-12-27')))?.name).toBe('First (observed)');
    expect(found.get(toEpochDay(day('2021-12-28')))?.name).toBe('Second (observed)');
  });

  it('may move a holiday whose day is taken, if the holiday says so', () => {
    // Christmas Day 2021 is observed on Friday 24 December, which is Christmas Eve.
    const christmas = fixed(12, 25, { onSaturday: 'friday' });
    expect(off([fixed(12, 24), christmas], 2021)).toEqual(['2021-12-24']);
    expect(off([fixed(12, 24), { ...christmas, onTaken: 'previous-free' }], 2021)).toEqual([
      '2021-12-23',
      '2021-12-24',
    ]);
  });

  it('are cited by the rule that moved them', () => {
    const shifts = { saturdayCites: { label: 'Saturdays' }, sundayCites: { label: 'Sundays' } };
    const found = (holidays: HolidayCalendar['holidays'], year: number): string[] =>
      [...daysOff({ ...base, ...shifts, holidays }, year, plain).values()].map((one) => one.cites.label);
    const moves = fixed(12, 25, { onSaturday: 'friday', onSunday: 'monday' });
    expect(found([moves], 2020)).toEqual(['Act']);
    expect(found([moves], 2021)).toEqual(['Saturdays']);
    expect(found([moves], 2022)).toEqual(['Sundays']);
    expect(found([{ ...moves, regimes: [{ from: 2022, cites: { label: 'Since 2022' } }] }], 2022)).toEqual([
      'Since 2022',
    ]);
    // 25 December 2024 is a Wednesday: no weekend moves it.
    const second = fixed(12, 25, { id: 'second', onTaken: 'next-free', cites: { label: 'Other act' } });
    expect(found([moves, second], 2024)).toEqual(['Act', 'Other act']);
  });

  it('change with the year', () => {
    const since2014 = fixed(4, 25, { regimes: [{ from: 2014, onSaturday: 'monday', onSunday: 'monday' }] });
    expect(off([since2014], 2009)).toEqual(['2009-04-25']);
    expect(off([since2014], 2020)).toEqual(['2020-04-27']);
    expect(off([since2014], 2021)).toEqual(['2021-04-26']);
  });

  it('cross the turn of the year', () => {
    // 1 January 2022 is a Saturday.
    expect(off([fixed(1, 1, { onSaturday: 'friday' })], 2021)).toEqual(['2021-01-01', '2021-12-31']);
    expect(off([fixed(1, 1, { onSaturday: 'friday' })], 2022)).toEqual([]);
    expect(off([fixed(1, 1, { onSaturday: 'previous-free' })], 2022, true)).toEqual(['2022-01-01']);
  });
});

it('finds no calendar that is not there', () => {
  expect(findHolidayCalendar('atlantis')).toBeUndefined();
  expect(() => daysOff({ ...holidayCalendars[0]!, includes: ['atlantis'] }, 2026, plain)).toThrow('there is none');
});
