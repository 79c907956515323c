import { describe, expect, it } from '@jest/globals';
import { shippedCalendars, findHolidayCalendar } from '../holidays/all.ts';
import { shippedStatutes } from '../statutes/shipped.ts';
import { problemsOf } from './lint.ts';
import { problemsOfCalendar } from './lint-calendar.ts';

describe('what is shipped', () => {
  it.each(shippedStatutes.map((statute) => [statute.id, statute] as const))('%s makes sense', (_, statute) => {
    expect(problemsOf(statute, (id) => findHolidayCalendar(id) !== undefined)).toEqual([]);
  });

  it.each(shippedCalendars.map((calendar) => [calendar.id, calendar] as const))('%s makes sense', (_, calendar) => {
    expect(problemsOfCalendar(calendar, findHolidayCalendar)).toEqual([]);
  });
});
