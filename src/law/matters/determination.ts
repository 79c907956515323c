import { literalCalendarFor } from '../calendar.ts';
import type { Docket } from '../docket.ts';
import { firstOf, note } from '../docket.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OtherReading } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { PolicyName } from '../statute.ts';
import { dutyId, otherReading } from './duty.ts';
import type { Duty } from './duty.ts';
import { runPeriod } from './period.ts';
import type { PeriodInput, PeriodResult, Reading } from './period.ts';
import { explainPeriod, noteAnomalies } from './period-steps.ts';
import { eventsOf } from './questions.ts';
import { startOfRequest } from './receipt.ts';
import type { Start } from './receipt.ts';
import { countFrom, termFor } from './term.ts';

/** The agency's first duty, with what later matters need to know of it. */
export interface Determination {
  duty: Duty;
  start: Start;
  period: PeriodResult;
}

/** The determination: twenty working days from receipt, over pauses and an extension. Null before receipt can be presumed. */
export function readDetermination(docket: Docket): Determination | null {
  const start = startOfRequest(docket);
  const cause = docket.filed ?? firstOf(docket.facts, 'received') ?? firstOf(docket.facts, 'routed');
  if (!start || !cause) return null;
  const term = termFor(docket.law, 'determination');
  const decision = decisionOf(docket);
  const before = decision ? docket.facts.slice(0, docket.facts.indexOf(decision)) : docket.facts;
  const input = periodInput(docket, term.count, term.unit, before);
  const reading: Reading = { calendar: docket.calendar, start: start.on };
  const period = runPeriod(input, reading);
  noteAnomalies(docket, period);
  noteTooLate(docket, decision);
  const done = decision && isDetermination(decision) ? { by: decision, on: decision.on } : undefined;
  const ended = done ? undefined : (decision?.on ?? docket.closing?.on);
  const duty: Duty = {
    id: dutyId('determination', cause),
    kind: 'determination',
    owedBy: 'agency',
    cause,
    opensOn: cause.on,
    dueOn: period.dueOn,
    originalDueOn: countFrom(docket.calendar, start.on, term.count, term.unit),
    steps: explainPeriod({
      docket,
      input,
      result: period,
      start: start.on,
      startSteps: start.steps,
      what: 'to decide',
      cites: term.cites,
    }),
    otherReadings: otherReadings(docket, input, reading, start, period),
  };
  if (period.dueOn === null) duty.remaining = { count: period.remaining, unit: term.unit };
  if (period.extension) duty.extended = true;
  if (done) duty.done = done;
  if (ended) duty.endedOn = ended;
  if (start.assumed || period.pauses.some((pause) => pause.event.assumed)) duty.assumed = true;
  return { duty, start, period };
}

/** A determination in the law's sense says that one may appeal: CREW v. FEC, 711 F.3d 180 (D.C. Cir. 2013). */
export function isDetermination(fact: StatusChange): fact is StatusChange<'determined'> {
  return fact.kind === 'determined' && fact.appealRightsGiven !== false;
}

/** What ended the agency's duty: a determination, or a closing that was not taken back. The first of them. */
function decisionOf(docket: Docket): StatusChange | null {
  let closed: StatusChange | null = null;
  for (const fact of docket.facts) {
    if (isDetermination(fact)) return closed ?? fact;
    if (fact.kind === 'closed-by-agency') closed ??= fact;
    if (fact.kind === 'reopened') closed = null;
  }
  return closed;
}

function periodInput(
  docket: Docket,
  count: number,
  unit: PeriodInput['unit'],
  facts: readonly StatusChange[],
): PeriodInput {
  const { tolls, terms } = docket.law.statute;
  return {
    count,
    unit,
    events: eventsOf(docket, 'determination', facts),
    tolls: true,
    tollLimits: { information: tolls.information.limit, fee: tolls.fee.limit },
    extension: terms.extension,
  };
}

/** Questions and extensions that come when there is nothing left to stop or extend. */
function noteTooLate(docket: Docket, decision: StatusChange | null): void {
  if (!decision) return;
  const late = docket.facts.slice(docket.facts.indexOf(decision) + 1);
  for (const event of eventsOf(docket, 'determination', late)) {
    if (event.kind === 'extension') {
      note(
        docket,
        'extension-after-decision',
        event.fact,
        'the notice of extension came after the decision on the request: it gives nothing',
      );
    } else {
      const appealed = docket.facts.some((fact) => fact.kind === 'appealed' && fact.on <= event.fact.on);
      const [kind, when] = appealed
        ? ['toll-on-appeal', 'during the appeal']
        : ['toll-after-decision', 'after the decision'];
      note(docket, kind, event.fact, `asked ${when}: it stops nothing`);
    }
  }
}

function otherReadings(
  docket: Docket,
  input: PeriodInput,
  byDefault: Reading,
  start: Start,
  period: PeriodResult,
): OtherReading[] {
  const { statute, overrides } = docket.law;
  const found: OtherReading[] = [];
  const read = (policy: PolicyName, change: Partial<Reading>, changed: PeriodInput = input): void => {
    const { dueOn } = runPeriod(changed, { ...byDefault, ...change });
    found.push(...otherReading(statute.policies, policy, dueOn, period.dueOn));
  };
  if (input.events.some((event) => event.kind === 'question')) {
    read('stop-day-not-counted', { stopDayNotCounted: true });
    read('resume-day-counted', { resumeDayCounted: true });
    if (period.notes.some(({ note }) => note === 'toll-during-extension'))
      read('extension-tolls', { extensionTolls: true });
  }
  const perfected = perfectedStart(docket, input, start.on);
  if (perfected) read('starts-at-perfected', { start: perfected.on ?? start.on }, perfected.input);
  if (hasMovedHoliday(docket, start.on, period.dueOn))
    read('literal-legal-holiday', { calendar: literalCalendarFor(statute, overrides) });
  for (const other of start.others) read(other.policy, { start: other.on });
  return found;
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
  return to !== null && docket.calendar.holidaysBetween(from, to).some((off) => off.movedFromSaturday);
}
