import { literalCalendarFor } from '../calendar.ts';
import type { Docket } from '../docket.ts';
import { firstOf } from '../docket.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OtherReading } from '../standing.ts';
import type { PolicyName } from '../statute.ts';
import type { TermStart } from '../terms.ts';
import { otherReading } from './duty.ts';
import { runPeriod } from './period.ts';
import type { PeriodInput, PeriodResult, Reading } from './period.ts';
import { startOf } from './start.ts';
import type { Start } from './start.ts';
import { endOf, rolled } from './term.ts';
import type { AppliedTerm } from './term.ts';

/** What a period gives on the other readings of what is disputed about it. */

/** A period as it was read by default. */
export interface ReadPeriod {
  input: PeriodInput;
  reading: Reading;
  start: Start;
  period: PeriodResult;
  term: AppliedTerm;
}

/** The other readings of the period to decide a request. */
export function determinationReadings(docket: Docket, read: ReadPeriod): OtherReading[] {
  const { input, reading: byDefault, start, period, term } = read;
  const { statute, overrides, suspensions } = docket.law;
  const found: OtherReading[] = [];
  const take = (policy: PolicyName, change: Partial<Reading>, changed: PeriodInput = input): void => {
    const { dueOn } = runPeriod(changed, { ...byDefault, ...change });
    found.push(...otherReading(statute.policies, policy, dueOn, period.dueOn));
  };
  if (input.events.some((event) => event.kind === 'question')) {
    take('stop-day-not-counted', { stopDayNotCounted: true });
    take('resume-day-counted', { resumeDayCounted: true });
    if (period.notes.some(({ note }) => note === 'toll-during-extension'))
      take('extension-tolls', { extensionTolls: true });
  }
  const perfected = perfectedStart(docket, input, start.on);
  if (perfected) take('starts-at-perfected', { start: perfected.on ?? start.on }, perfected.input);
  if (hasMovedHoliday(docket, start.on, period.dueOn))
    take('literal-legal-holiday', { calendar: literalCalendarFor(statute, overrides, suspensions) });
  for (const other of start.others) take(other.policy, { start: other.on });
  return [
    ...found,
    ...termReadings(docket, { term, input, reading: byDefault, dueOn: period.dueOn }),
    ...extensionReadings(input, byDefault, period.dueOn),
    ...tollReadings(input, byDefault, period.dueOn),
  ];
}

/** The readings that the law's data tell of what a question does, each for every question under its rule. */
function tollReadings(input: PeriodInput, reading: Reading, byDefault: PlainDate | null): OtherReading[] {
  const tolls = new Set(input.events.map((event) => (event.kind === 'question' ? event.toll : null)));
  return [...tolls].flatMap((toll) =>
    (toll?.otherReadings ?? []).flatMap(({ policy, says, cites, ...changed }) => {
      const other = { ...toll!, ...changed };
      const events = input.events.map((event) =>
        event.kind === 'question' && event.toll === toll ? { ...event, toll: other } : event,
      );
      const { dueOn } = runPeriod({ ...input, events }, reading);
      return toldIfOther({ policy, says, cites }, dueOn, byDefault);
    }),
  );
}

/** The readings that the law's data tell of its extensions, each for every notice under its rule. */
function extensionReadings(input: PeriodInput, reading: Reading, byDefault: PlainDate | null): OtherReading[] {
  const rules = new Set(input.events.map((event) => (event.kind === 'extension' ? event.rule : null)));
  return [...rules].flatMap((rule) =>
    (rule?.otherReadings ?? []).flatMap(({ policy, says, cites, ...changed }) => {
      const other = { ...rule!, ...changed };
      const events = input.events.map((event) =>
        event.kind === 'extension' && event.rule === rule ? { ...event, rule: other } : event,
      );
      const { dueOn } = runPeriod({ ...input, events }, reading);
      return toldIfOther({ policy, says, cites }, dueOn, byDefault);
    }),
  );
}

/** The readings that the law's data tell of a period's own term. */
export function termReadings(
  docket: Docket,
  read: {
    term: AppliedTerm;
    input: PeriodInput;
    reading: Reading;
    dueOn: PlainDate | null;
    /** Day 0 by another start; the request's own where it is not said. */
    startBy?: (from: TermStart) => PlainDate | undefined;
  },
): OtherReading[] {
  const { term, input, reading, dueOn: byDefault } = read;
  const startBy = read.startBy ?? ((from: TermStart) => startOf(docket, from)?.on);
  return (term.otherReadings ?? []).flatMap(({ policy, says, cites, count, unit, from, roll }) => {
    const start = from ? (startBy(from) ?? reading.start) : reading.start;
    const length = { count: count ?? term.count, unit: unit ?? term.unit };
    const changed: PeriodInput = {
      ...input,
      length: count || unit ? length : input.length,
      roll: roll ?? input.roll,
    };
    const { dueOn } = runPeriod(changed, { ...reading, start });
    return toldIfOther({ policy, says, cites }, dueOn, byDefault);
  });
}

/** The same for a term that nothing stops or extends. `startBy` gives day 0 by another start, where there is one. */
export function plainReadings(
  docket: Docket,
  term: AppliedTerm,
  start: PlainDate,
  byDefault: PlainDate,
  startBy: (from: TermStart) => PlainDate | undefined = (from) => startOf(docket, from)?.on,
): OtherReading[] {
  return (term.otherReadings ?? []).flatMap(({ policy, says, cites, count, unit, from, roll, firstDayCounts }) => {
    const day0 = (from && startBy(from)) ?? start;
    const length = { count: count ?? term.count, unit: unit ?? term.unit };
    const last = endOf(docket.calendar, day0, { ...length, firstDayCounts: firstDayCounts ?? term.firstDayCounts });
    const dueOn = rolled(docket.calendar, roll ?? term.roll, last);
    return toldIfOther({ policy, says, cites }, dueOn, byDefault);
  });
}

/** Where the request was said to be imperfect: the period would start when it was perfected, or has not started yet. */
function perfectedStart(
  docket: Docket,
  input: PeriodInput,
  start: PlainDate,
): { on: PlainDate | null; input: PeriodInput } | null {
  const perfected = firstOf(docket.facts, 'perfected');
  const question = input.events.find(
    (event) => event.kind === 'question' && 'unperfected' in event.fact && event.fact.unperfected,
  );
  if (question?.kind !== 'question') {
    return perfected && perfected.on > start ? { on: perfected.on, input } : null;
  }
  const on = perfected?.on ?? question.answeredOn;
  // Unanswered, there is no start: the question is kept, so that this reading has no date either.
  return on
    ? { on, input: { ...input, events: input.events.filter((event) => event !== question) } }
    : { on: null, input };
}

/** Whether the literal reading of holidays can give another day at all. */
export function hasMovedHoliday(docket: Docket, from: PlainDate, to: PlainDate | null): boolean {
  if (to === null || !docket.law.statute.policies['literal-legal-holiday']) return false;
  return docket.calendar.holidaysBetween(from, to).some((off) => off.movedFromSaturday);
}

/** A reading that the law's data tell, if it gives another day. */
function toldIfOther(
  told: Pick<OtherReading, 'policy' | 'says' | 'cites'>,
  dueOn: PlainDate | null,
  byDefault: PlainDate | null,
): OtherReading[] {
  return dueOn === byDefault ? [] : [{ ...told, dueOn }];
}
