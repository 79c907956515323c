import { describe, expect, it } from '@jest/globals';
import { fromEpochDay, weekdayOfEpochDay } from '../plain-date.ts';
import { daysOff } from './days-off.ts';
import { usStates } from './us-states.ts';

/** The weekdays off of a year as "MM-DD", in order. */
function weekdaysOff(id: string, year: number, also: string[] = [], literal = false): string[] {
  const calendar = usStates.find((one) => one.id === id);
  if (!calendar) throw new Error(`no calendar "${id}"`);
  return [...daysOff(calendar, year, { literal, also }).keys()]
    .filter((n) => weekdayOfEpochDay(n) % 6 !== 0)
    .sort((a, b) => a - b)
    .map((n) => fromEpochDay(n).slice(5));
}

const split = (days: string): string[] => days.split(' ').filter(Boolean);

describe('the lists that states publish', () => {
  it.each([
    // Office of the Governor.
    ['us-ga', 2019, '01-01 01-21 04-22 05-27 07-04 09-02 10-14 11-11 11-28 11-29 12-24 12-25'],
    ['us-ga', 2024, '01-01 01-15 03-29 05-27 06-19 07-04 09-02 10-14 11-11 11-28 11-29 12-24 12-25'],
    ['us-ga', 2025, '01-01 01-20 04-18 05-26 06-19 07-04 09-01 10-13 11-11 11-27 11-28 12-25 12-26'],
    // Office of Administration.
    ['us-mo', 2025, '01-01 01-20 02-12 02-17 05-08 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    ['us-mo', 2026, '01-01 01-19 02-12 02-16 05-08 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    // Department of Human Resources.
    ['us-ca', 2024, '01-01 01-15 02-19 04-01 05-27 07-04 09-02 11-11 11-28 11-29 12-25'],
    // State Personnel Department.
    ['us-in', 2014, '01-01 01-20 04-18 05-06 05-26 07-04 09-01 10-13 11-04 11-11 11-27 11-28 12-25 12-26'],
    ['us-in', 2015, '01-01 01-19 04-03 05-05 05-25 07-03 09-07 10-12 11-03 11-11 11-26 11-27 12-24 12-25'],
    ['us-in', 2019, '01-01 01-21 04-19 05-07 05-27 07-04 09-02 10-14 11-05 11-11 11-28 11-29 12-24 12-25'],
    // Central Management Services.
    ['us-il', 2019, '01-01 01-21 02-12 02-18 05-27 07-04 09-02 10-14 11-11 11-28 11-29 12-25'],
    ['us-il', 2020, '01-01 01-20 02-12 02-17 05-25 07-03 09-07 10-12 11-03 11-11 11-26 11-27 12-25'],
    // Department of Human Resources; Return Day is half a day in one county.
    ['us-de', 2016, '01-01 01-18 03-25 05-30 07-04 09-05 11-08 11-11 11-24 11-25 12-26'],
    // Trial Court, after G.L. c. 4 s. 7.
    ['us-ma', 2015, '01-01 01-19 02-16 04-20 05-25 09-07 10-12 11-11 11-26 12-25'],
    ['us-ma', 2016, '01-01 01-18 02-15 04-18 05-30 07-04 09-05 10-10 11-11 11-24 12-26'],
    // Department of Civil Service: Juneteenth and Christmas on their Saturdays.
    ['us-ny', 2021, '01-01 01-18 02-12 02-15 05-31 07-05 09-06 10-11 11-02 11-11 11-25'],
    // Department of Administrative Services.
    ['us-ct', 2014, '01-01 01-20 02-12 02-17 04-18 05-26 07-04 09-01 10-13 11-11 11-27 12-25'],
    ['us-ct', 2024, '01-01 01-15 02-12 02-19 03-29 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
    // Division of Human Resources, two fiscal years, without the Governor's holidays.
    ['us-co', 2024, '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-07 11-11 11-28 12-25'],
    // Department of Administrative Services.
    ['us-or', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 11-11 11-26 11-27 12-25'],
    // Executive Order 2014-19.
    ['us-ok', 2015, '01-01 01-19 02-16 05-25 07-03 09-07 11-11 11-26 11-27 12-24 12-25'],
  ])('%s %i', (id, year, days) => {
    expect(weekdaysOff(id, year)).toEqual(split(days));
  });

  it('Indiana moved Washington’s Birthday of 2016 before a Sunday Christmas', () => {
    expect(weekdaysOff('us-in', 2016).slice(-5)).toEqual(['11-11', '11-24', '11-25', '12-23', '12-26']);
  });
});

describe('rules of their own', () => {
  it('Rhode Island goes from Saturday to Monday, even into the next year', () => {
    expect(weekdaysOff('us-ri', 2028)[0]).toBe('01-03');
    expect(weekdaysOff('us-ri', 2026, [], true)).toContain('07-06');
    expect(weekdaysOff('us-ri', 2025)).toContain('05-05');
    expect(weekdaysOff('us-ri', 2024)).not.toContain('05-03');
  });

  it('Vermont keeps Bennington Battle Day on its date, and Town Meeting Day on a Tuesday', () => {
    const days = '01-17 02-21 03-07 05-29 07-04 08-16 09-04 10-09 11-10 11-23 12-25';
    expect(weekdaysOff('us-vt', 2028)).toEqual(split(days));
    expect(weekdaysOff('us-vt', 2025)).toContain('08-15');
  });

  it('Texas moves nothing, and an officer may keep the optional days', () => {
    expect(weekdaysOff('us-tx', 2021)).not.toContain('12-27');
    const kept = weekdaysOff('us-tx', 2025, ['good-friday', 'rosh-hashanah', 'yom-kippur']);
    expect(kept).toEqual(expect.arrayContaining(['04-18', '09-23', '09-24', '10-02']));
    expect(weekdaysOff('us-tx', 2025)).not.toContain('04-18');
  });

  it('Utah keeps Juneteenth on the Monday before it, or after a weekend', () => {
    const kept = [2022, 2023, 2024, 2025, 2026, 2027].map(
      (year) => weekdaysOff('us-ut', year).filter((d) => d.startsWith('06'))[0],
    );
    expect(kept).toEqual(['06-20', '06-19', '06-17', '06-16', '06-15', '06-21']);
  });

  it('the District has the inauguration off on a weekday, and not before a Saturday', () => {
    expect(weekdaysOff('us-dc', 2021)).toContain('01-20');
    expect(weekdaysOff('us-dc', 2029)).not.toContain('01-19');
    expect(weekdaysOff('us-dc', 2013)).toContain('01-21');
  });

  it('Virginia gave Lee-Jackson Day for Election Day', () => {
    expect(weekdaysOff('us-va', 2019).slice(0, 3)).toEqual(['01-01', '01-18', '01-21']);
    expect(weekdaysOff('us-va', 2020)).toEqual(expect.arrayContaining(['01-17', '11-03']));
    expect(weekdaysOff('us-va', 2021)).not.toContain('01-15');
    expect(weekdaysOff('us-va', 2021)).toContain('11-02');
  });

  it('Kentucky votes for presidents only, and has a second day at Christmas and New Year', () => {
    expect(weekdaysOff('us-ky', 2024)).toEqual(expect.arrayContaining(['11-05', '12-24', '12-31']));
    expect(weekdaysOff('us-ky', 2022)).not.toContain('11-08');
    expect(weekdaysOff('us-ky', 2018).slice(0, 2)).toEqual(['01-01', '01-02']);
    expect(weekdaysOff('us-ky', 2021).slice(-4)).toEqual(['12-23', '12-24', '12-30', '12-31']);
  });

  it('Montana has kept the Friday before a Saturday only since 2013', () => {
    expect(weekdaysOff('us-mt', 2010)).not.toContain('12-24');
    expect(weekdaysOff('us-mt', 2021)).toContain('12-24');
  });

  it('New Mexico, Maine and Vermont renamed the second Monday in October and lost no year', () => {
    for (const id of ['us-nm', 'us-me', 'us-vt']) {
      expect(weekdaysOff(id, 2018)).toContain('10-08');
      expect(weekdaysOff(id, 2019)).toContain('10-14');
    }
    expect(weekdaysOff('us-co', 2019)).toContain('10-14');
    expect(weekdaysOff('us-co', 2020)).toEqual(expect.arrayContaining(['10-05']));
    expect(weekdaysOff('us-co', 2020)).not.toContain('10-12');
  });

  it.each([
    ['us-ms', 'mardi-gras', '02-17'],
    ['us-al', 'mardi-gras', '02-17'],
    ['us-ma', 'evacuation-day', '03-17'],
    ['us-ma', 'bunker-hill-day', '06-17'],
    ['us-de', 'return-day', '11-05'],
    ['us-mi', 'election-day', '11-03'],
    ['us-tn', 'day-after-thanksgiving', '11-27'],
    ['us-la', 'all-saints-day', null],
    ['us-wi', 'veterans-day', '11-11'],
  ])('%s keeps %s only where an agency says so', (id, option, d) => {
    const [without, kept] = [weekdaysOff(id, 2026), weekdaysOff(id, 2026, [option])];
    expect(kept.filter((one) => !without.includes(one))).toEqual(d === null ? [] : [d]);
  });

  it.each([
    [2023, ['12-25', '12-26', '12-27']],
    [2024, ['12-24', '12-25', '12-26']],
    [2026, ['12-24', '12-25', '12-28']],
    [2021, ['12-23', '12-24', '12-27', '12-31']],
    [2022, ['12-23', '12-26', '12-27']],
  ])('the Carolinas have three days at Christmas %i', (year, days) => {
    for (const id of ['us-nc', 'us-sc']) {
      expect(weekdaysOff(id, year).filter((d) => d > '12-20')).toEqual(days);
    }
  });
});
