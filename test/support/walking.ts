import type { Calendar } from '../../src/law/calendar.ts';
import { addDays, parsePlainDate, weekday } from '../../src/law/plain-date.ts';
import type { PlainDate } from '../../src/law/plain-date.ts';
import type { Statute } from '../../src/law/statute.ts';
import type { Length, Term } from '../../src/law/terms.ts';

/** The last day, found by walking: nothing of how the clock counts is used, only which days work. */
export function dayByDay(calendar: Calendar, { receipt }: Statute, term: Term, on: PlainDate): PlainDate {
  const starts = term.from !== 'sending' && term.from !== 'acknowledgement';
  const moves = starts && receipt.onDayOff === 'next-working-day';
  const start = moves ? walk(on, (d) => calendar.isWorkingDay(d)) : on;
  const first = term.firstDayCounts ? addDays(start, -1) : start;
  const ends = [term, ...(term.orAtMost ? [term.orAtMost] : [])].map((length) => walked(calendar, first, length));
  const last = ends.sort()[0]!;
  if (term.roll === 'none') return last;
  if (term.roll !== 'next-non-holiday') return walk(last, (d) => calendar.isWorkingDay(d));
  return walk(last, (d) => weekday(d) !== 0 && !calendar.isHoliday(d));
}

/** The first day, this one or a later one, of which something holds. */
function walk(from: PlainDate, holds: (d: PlainDate) => boolean): PlainDate {
  let d = from;
  while (!holds(d)) d = addDays(d, 1);
  return d;
}

function walked(calendar: Calendar, start: PlainDate, { count, unit }: Length): PlainDate {
  if (unit === 'month' || unit === 'year') return monthsAfter(start, unit === 'year' ? count * 12 : count);
  const left = { 'working-day': count, 'working-week': count * 5, 'calendar-day': count, hour: Math.ceil(count / 24) }[
    unit
  ];
  const works = unit === 'working-day' || unit === 'working-week';
  let d = start;
  for (let n = 0; n < left;) {
    d = addDays(d, 1);
    if (!works || calendar.isWorkingDay(d)) n++;
  }
  return d;
}

/** The same day of a later month, or its last day where the month is shorter. */
function monthsAfter(start: PlainDate, months: number): PlainDate {
  const [year, month, date] = start.split('-').map(Number) as [number, number, number];
  const target = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(target / 12), (target % 12) + 1];
  for (let d = date; ; d--) {
    const read = parsePlainDate(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    if (read) return read;
  }
}
