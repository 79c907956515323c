import type { Calendar } from '../calendar.ts';
import type { Law } from '../law.ts';
import { addDays, addMonths, addYears } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DeadlineKind } from '../standing.ts';
import type { Citation, Term, Terms, Unit } from '../statute.ts';

/** A term of the statute with the agency's own rule laid over it. */
export interface AppliedTerm {
  count: number;
  unit: Unit;
  cites: Citation;
  roll: Term['roll'];
  rollCites: Citation | undefined;
  from: 'dated' | 'notified';
  metBy: 'sent' | 'received';
  cutOff: string | undefined;
}

/** The term for a kind of deadline, by the statute and the agency. */
export function termFor(law: Law, kind: DeadlineKind & keyof Terms): AppliedTerm {
  const term = law.statute.terms[kind];
  const own = law.overrides?.[kind];
  return {
    count: own?.count ?? term.count,
    unit: own?.unit ?? term.unit,
    cites: own?.cites ?? term.cites,
    roll: term.roll,
    rollCites: term.rollCites,
    from: own?.from ?? 'dated',
    metBy: own?.metBy ?? 'sent',
    cutOff: own?.cutOff,
  };
}

/** The last day of so many units after a day, which itself is not counted. No roll. */
export function countFrom(calendar: Calendar, start: PlainDate, count: number, unit: Unit): PlainDate {
  if (unit === 'working-day') return calendar.addWorkingDays(start, count);
  if (unit === 'calendar-day') return addDays(start, count);
  return unit === 'month' ? addMonths(start, count) : addYears(start, count);
}

/** `20 working days`, `1 calendar day`, `6 years`. */
export function inWords(count: number, unit: Unit): string {
  return `${count} ${unit.replace('-', ' ')}${count === 1 ? '' : 's'}`;
}
