import { describe, expect, it } from '@jest/globals';
import { fromEpochDay, weekdayOfEpochDay } from '../plain-date.ts';
import { daysOff } from './days-off.ts';
import type { HolidayCalendar } from './holiday.ts';
import { usFederal } from './us-federal.ts';
import { usStates } from './us-states.ts';

function calendar(id: string): HolidayCalendar {
  const found = usStates.find((one) => one.id === id);
  if (!found) throw new Error(`no calendar "${id}"`);
  return found;
}

/** The weekdays off of a year as "MM-DD", in order. */
function weekdaysOff(one: HolidayCalendar, year: number, also: string[] = [], literal = false): string[] {
  return [...daysOff(one, year, { literal, also }).keys()]
    .filter((n) => weekdayOfEpochDay(n) % 6 !== 0)
    .sort((a, b) => a - b)
    .map((n) => fromEpochDay(n).slice(5));
}

const federal = {
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
};

/**
 * Each state against the federal list, worked out from its statute with a printed calendar: which of the federal days
 * are working days there, and which other days are off. 2027 is the year of weekends: 19 June, Christmas and the next
 * New Year's Day are Saturdays, 4 July is a Sunday.
 */
const differences: Record<string, Record<2026 | 2027, [missing: string, more: string]>> = {
  'us-al': { 2026: ['', '04-27 06-01'], 2027: ['', '04-26 06-07'] },
  'us-ak': { 2026: ['10-12', '03-30 10-19'], 2027: ['10-11', '03-29 10-18'] },
  'us-az': { 2026: ['06-19', ''], 2027: ['06-18', ''] },
  'us-ar': { 2026: ['06-19 10-12', '12-24'], 2027: ['06-18 10-11', ''] },
  'us-ca': { 2026: ['06-19 07-03 10-12', '03-31 11-27'], 2027: ['06-18 10-11 12-24 12-31', '03-31 11-26'] },
  'us-co': { 2026: ['10-12', '10-05'], 2027: ['10-11', '10-04'] },
  'us-ct': { 2026: ['', '02-12 04-03'], 2027: ['', '02-12 03-26'] },
  'us-de': { 2026: ['02-16 10-12', '04-03 11-03 11-27'], 2027: ['02-15 10-11', '03-26 11-26'] },
  'us-dc': { 2026: ['', '04-16'], 2027: ['', '04-16'] },
  'us-fl': { 2026: ['02-16 06-19 10-12', '11-27'], 2027: ['02-15 06-18 10-11', '11-26'] },
  'us-ga': { 2026: ['02-16', '04-03 11-27 12-24'], 2027: ['02-15', '03-26 11-26 12-23'] },
  'us-hi': { 2026: ['06-19 10-12', '03-26 04-03 06-11 08-21 11-03'], 2027: ['06-18 10-11', '03-26 06-11 08-20'] },
  'us-id': { 2026: ['', ''], 2027: ['', ''] },
  'us-il': { 2026: ['', '02-12 11-03 11-27'], 2027: ['06-18', '02-12 11-26'] },
  'us-in': {
    2026: ['02-16 06-19', '04-03 05-05 11-03 11-27 12-24'],
    2027: ['02-15 06-18', '03-26 05-04 11-02 11-26 12-23'],
  },
  'us-ia': { 2026: ['02-16 06-19 10-12', '11-27'], 2027: ['02-15 06-18 10-11', '11-26'] },
  'us-ks': { 2026: ['', '11-27'], 2027: ['', '11-26'] },
  'us-ky': { 2026: ['02-16 10-12', '04-03 11-27 12-24 12-31'], 2027: ['02-15 10-11', '03-26 11-26 12-23 12-30'] },
  'us-la': { 2026: ['10-12', '02-17 04-03 11-03 11-27'], 2027: ['10-11', '02-09 03-26 11-26'] },
  'us-me': { 2026: ['', '04-20 11-27'], 2027: ['', '04-19 11-26'] },
  'us-md': { 2026: ['', '11-03 11-27'], 2027: ['', '11-26'] },
  'us-ma': { 2026: ['07-03', '04-20'], 2027: ['06-18 12-24 12-31', '04-19'] },
  'us-mi': { 2026: ['07-03', '02-12'], 2027: ['06-18 12-24 12-31', '02-12'] },
  'us-mn': { 2026: ['10-12', '11-27'], 2027: ['10-11', '11-26'] },
  'us-ms': { 2026: ['06-19 07-03 10-12', '04-27'], 2027: ['06-18 10-11 12-24 12-31', '04-26'] },
  'us-mo': { 2026: ['', '02-12 05-08'], 2027: ['', '02-12 05-07'] },
  'us-mt': { 2026: ['06-19', '11-03'], 2027: ['06-18', ''] },
  'us-ne': { 2026: ['', '04-24 11-27'], 2027: ['', '04-30 11-26'] },
  'us-nv': { 2026: ['10-12', '10-30 11-27'], 2027: ['10-11', '10-29 11-26'] },
  'us-nh': { 2026: ['07-03', '11-03'], 2027: ['06-18 12-24 12-31', ''] },
  'us-nj': { 2026: ['', '04-03 11-03'], 2027: ['', '03-26 11-02'] },
  'us-nm': { 2026: ['', '11-27'], 2027: ['', '11-26'] },
  'us-ny': { 2026: ['07-03', '02-12 11-03'], 2027: ['06-18 12-24 12-31', '02-12 11-02'] },
  'us-nc': {
    2026: ['02-16 06-19 10-12', '04-03 11-27 12-24 12-28'],
    2027: ['02-15 06-18 10-11', '03-26 11-26 12-23 12-27'],
  },
  'us-nd': { 2026: ['06-19 10-12', '04-03'], 2027: ['06-18 10-11', '03-26'] },
  'us-oh': { 2026: ['', ''], 2027: ['', ''] },
  'us-ok': { 2026: ['06-19 10-12', '11-27 12-24'], 2027: ['06-18 10-11', '11-26 12-23'] },
  'us-or': { 2026: ['10-12', '11-27'], 2027: ['10-11', '11-26'] },
  'us-pa': { 2026: ['', '11-27'], 2027: ['', '11-26'] },
  'us-ri': {
    2026: ['07-03', '05-04 07-06 08-10 11-03'],
    2027: ['06-18 12-24 12-31', '05-04 06-21 08-09 12-27'],
  },
  'us-sc': {
    2026: ['06-19 10-12', '05-11 11-27 12-24 12-28'],
    2027: ['06-18 10-11', '05-10 11-26 12-23 12-27'],
  },
  'us-sd': { 2026: ['', ''], 2027: ['', ''] },
  'us-tn': { 2026: ['', '04-03'], 2027: ['', '03-26'] },
  'us-tx': {
    2026: ['07-03 10-12', '03-02 04-21 08-27 11-27 12-24'],
    2027: ['06-18 07-05 10-11 12-31', '01-19 03-02 04-21 08-27 11-26'],
  },
  'us-ut': { 2026: ['06-19', '06-15 07-24'], 2027: ['06-18', '06-21 07-23'] },
  'us-vt': { 2026: ['06-19', '03-03 08-17'], 2027: ['06-18', '03-02 08-16'] },
  'us-va': { 2026: ['', '11-03 11-27'], 2027: ['', '11-02 11-26'] },
  'us-wa': { 2026: ['10-12', '11-27'], 2027: ['10-11', '11-26'] },
  // 20 June 2026 is a Saturday: West Virginia Day is kept on what is Juneteenth elsewhere.
  'us-wv': { 2026: ['', '05-12 11-03 11-27'], 2027: ['06-18', '06-21 11-26'] },
  'us-wi': { 2026: ['02-16 06-19 07-03 10-12 11-11', '12-24 12-31'], 2027: ['02-15 06-18 10-11 11-11', ''] },
  'us-wy': { 2026: ['06-19 07-03 10-12', ''], 2027: ['06-18 10-11 12-24 12-31', ''] },
};

const split = (days: string): string[] => days.split(' ').filter(Boolean);

describe('the states', () => {
  it('are fifty and the District', () => {
    expect(usStates.map((one) => one.id).sort()).toEqual(Object.keys(differences).sort());
    expect(usStates).toHaveLength(51);
  });

  it.each([2026, 2027] as const)('are compared with the federal days of %i', (year) => {
    expect(weekdaysOff(usFederal, year)).toEqual(split(federal[year]));
  });

  it.each(
    Object.entries(differences).flatMap(([id, years]) =>
      ([2026, 2027] as const).map((y) => [id, y, years[y]] as const),
    ),
  )('%s keeps its own days in %i', (id, year, [missing, more]) => {
    const days = split(federal[year]);
    for (const d of split(missing)) expect(days).toContain(d);
    const expected = [...days.filter((d) => !split(missing).includes(d)), ...split(more)].sort();
    expect(weekdaysOff(calendar(id), year)).toEqual(expected);
  });
});

describe('what nobody has read', () => {
  it.each(usStates.map((one) => [one.id, one] as const))('%s says so', (_, one) => {
    if (one.checkedOn === null) expect(one.cites.unverified).toBe(true);
    if (one.cites.unverified) expect(one.confidence).not.toBe('high');
    for (const holiday of one.holidays) {
      if (holiday.cites.unverified) expect([holiday.id, holiday.confidence ?? one.confidence]).not.toContain('high');
    }
  });

  it('gives every state a year within reason', () => {
    for (const one of usStates) {
      for (let year = 1990; year <= 2100; year++) {
        const n = weekdaysOff(one, year).length;
        expect([one.id, year, n >= 6 && n <= 21]).toEqual([one.id, year, true]);
      }
    }
  });
});
