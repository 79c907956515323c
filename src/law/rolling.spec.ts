import { describe, expect, it } from '@jest/globals';
import { calendarFor } from './calendar.ts';
import { countFrom, rolled } from './matters/term.ts';
import { day } from './plain-date.ts';
import { ukFoia2000 } from './statutes/uk-foia-2000.ts';

/** Terms that move off a day off, and terms in months, by published examples. No law is meant: the arithmetic is. */
const calendar = calendarFor(ukFoia2000);

describe('twenty calendar days, moved to the next working day', () => {
  it.each([
    ['UK-009', 'ends on a Tuesday', '2008-10-01', '2008-10-21'],
    ['UK-011', 'ends on a Saturday', '2008-10-05', '2008-10-27'],
    ['UK-013', 'ends on a Monday', '2008-10-07', '2008-10-27'],
    ['UK-015', 'ends on Christmas Day, before Boxing Day and a weekend', '2008-12-05', '2008-12-29'],
  ])('%s: %s', (_id, _why, sent, expected) => {
    const last = countFrom(calendar, day(sent), 20, 'calendar-day');
    expect(rolled(calendar, 'next-working-day', last)).toBe(expected);
  });

  it('stays where it falls if the law moves nothing', () => {
    const last = countFrom(calendar, day('2008-10-05'), 20, 'calendar-day');
    expect(rolled(calendar, 'none', last)).toBe('2008-10-25');
  });
});

describe('months', () => {
  it.each([
    ['AR-001', '2027-01-31', 1, '2027-02-28'],
    ['AR-003', '2026-08-31', 6, '2027-02-28'],
    ['AR-005', '2028-02-29', 12, '2029-02-28'],
    ['AR-007', '2027-01-31', 2, '2027-03-31'],
  ])('%s: from %s, %i months', (_id, start, months, expected) => {
    expect(countFrom(calendar, day(start), months, 'month')).toBe(expected);
  });

  it('AR-007: are counted at once, not one after the other', () => {
    const one = countFrom(calendar, day('2027-01-31'), 1, 'month');
    expect(countFrom(calendar, one, 1, 'month')).toBe('2027-03-28');
  });
});
