import type { Calendar } from '../calendar.ts';
import type { Law } from '../law.ts';
import { addDays, addMonths, addYears, earlierOf, formatDay, weekday } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import { overSuspensions } from '../suspensions.ts';
import type { DeadlineKind, Step } from '../standing.ts';
import type { Rule, RuleName, Statute } from '../statute.ts';
import type { Citation, Length, Provenance, Roll, Term, Unit } from '../terms.ts';

/** A term of the statute with the agency's own rule laid over it. */
export interface AppliedTerm extends Length {
  orAtMost: Length | undefined;
  firstDayCounts: true | undefined;
  cites: Citation;
  roll: Roll;
  rollCites: Citation | undefined;
  start: Term['from'];
  /** From the letter's date, or from the day it reached us. */
  from: 'dated' | 'notified';
  metBy: 'sent' | 'received';
  cutOff: string | undefined;
  otherReadings: Term['otherReadings'];
  confidence: Provenance['confidence'];
}

/** A term for a kind of deadline with the agency's own rule laid over it. `metBy` is the law's own word on that. */
export function applied(law: Law, kind: DeadlineKind, term: Term, metBy: 'sent' | 'received' = 'sent'): AppliedTerm {
  const own = law.overrides?.[kind];
  const counts = own?.count !== undefined || own?.unit !== undefined;
  return {
    count: own?.count ?? term.count,
    unit: own?.unit ?? term.unit,
    // A second length, or another reading, is of the statute's own count.
    orAtMost: counts ? undefined : term.orAtMost,
    firstDayCounts: counts ? undefined : term.firstDayCounts,
    otherReadings: counts ? undefined : term.otherReadings,
    cites: own?.cites ?? term.cites,
    roll: term.roll,
    rollCites: term.rollCites,
    start: term.from,
    from: own?.from ?? (term.from === 'notice-of-act' ? 'notified' : 'dated'),
    metBy: own?.metBy ?? metBy,
    cutOff: own?.cutOff,
    confidence: own ? 'high' : term.confidence,
  };
}

/** A citation for a rule that carries no number; the law itself if it has no such rule. */
export function ruleCites(statute: Statute, name: RuleName): Citation {
  return statute.rules[name]?.cites ?? statute.cites;
}

/** What a rule says, if the law has it. */
export function ruleOf(statute: Statute, name: RuleName): Rule | undefined {
  return statute.rules[name];
}

/** The last day of so many units after a day, which itself is not counted. No roll. */
export function countFrom(calendar: Calendar, start: PlainDate, count: number, unit: Unit): PlainDate {
  if (unit === 'working-day') return calendar.addWorkingDays(start, count);
  if (unit === 'working-week') return calendar.addWorkingDays(start, count * 5);
  return overSuspensions(calendar.suspensions, start, bareEnd(start, count, unit));
}

/** The same where nothing stands still; for units that no day off touches. */
export function bareEnd(
  start: PlainDate,
  count: number,
  unit: Exclude<Unit, 'working-day' | 'working-week'>,
): PlainDate {
  if (unit === 'calendar-day') return addDays(start, count);
  if (unit === 'hour') return addDays(start, Math.ceil(count / 24));
  return unit === 'month' ? addMonths(start, count) : addYears(start, count);
}

/** A length that may end earlier by a second one, and may count the day of the event. */
export type TermLength = Length & { orAtMost?: Length | undefined; firstDayCounts?: true | undefined };

/** The last day of a term that nothing stops. No roll. */
export function endOf(
  calendar: Calendar,
  start: PlainDate,
  { count, unit, orAtMost, firstDayCounts }: TermLength,
): PlainDate {
  const before = firstDayCounts ? addDays(start, -1) : start;
  const end = countFrom(calendar, before, count, unit);
  return orAtMost ? earlierOf(end, countFrom(calendar, before, orAtMost.count, orAtMost.unit)) : end;
}

/** `that day is not counted`: of the day of the event. */
export function ofFirstDay({ firstDayCounts }: { firstDayCounts?: true | undefined }): string {
  return firstDayCounts ? 'that day is counted' : 'that day is not counted';
}

/** Where a last day falls: on a day off it moves if the law says so. */
export function rolled(calendar: Calendar, roll: Roll, last: PlainDate): PlainDate {
  if (roll === 'none') return last;
  if (roll !== 'next-non-holiday') return calendar.onOrAfter(last);
  let day = last;
  while (weekday(day) === 0 || calendar.isHoliday(day)) day = addDays(day, 1);
  return day;
}

/** The step that says why a last day moved; none if it did not. */
export function rollSteps(
  calendar: Calendar,
  term: { roll: Roll; rollCites?: Citation | undefined; cites: Citation },
  last: PlainDate,
): Step[] {
  if (rolled(calendar, term.roll, last) === last) return [];
  const why = calendar.nameOfHoliday(last) ?? (calendar.isHoliday(last) ? 'a holiday' : 'a weekend');
  const to = { 'next-court-day': 'the next court day', 'next-non-holiday': 'the next day that is no holiday' };
  const next = term.roll in to ? to[term.roll as keyof typeof to] : 'the next working day';
  return [{ on: last, says: `${formatDay(last)} is ${why}: it moves to ${next}`, cites: term.rollCites ?? term.cites }];
}

/** `20 working days`, `1 calendar day`, `6 years`. */
export function inWords(count: number, unit: Unit): string {
  return `${count} ${unit.replace('-', ' ')}${count === 1 ? '' : 's'}`;
}

/** `30 working days, or 60 calendar days if that is earlier`. */
export function lengthInWords({ count, unit, orAtMost }: Length & { orAtMost?: Length | undefined }): string {
  const also = orAtMost ? `, or ${inWords(orAtMost.count, orAtMost.unit)} if that is earlier` : '';
  return inWords(count, unit) + also;
}
