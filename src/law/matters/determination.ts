import { trackOf } from '../law.ts';
import type { Docket } from '../docket.ts';
import { firstOf, note } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OtherReading } from '../standing.ts';
import { whoActs } from '../status-change.ts';
import type { StatusChange } from '../status-change.ts';
import type { Statute } from '../statute.ts';
import { dutyId, leastSure, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { runPeriod } from './period.ts';
import type { PeriodInput, PeriodResult, Reading } from './period.ts';
import { explainPeriod, noteAnomalies } from './period-steps.ts';
import { eventsOf } from './questions.ts';
import { determinationReadings } from './readings.ts';
import { startOf } from './start.ts';
import type { Start } from './start.ts';
import { applied, endOf, rolled, ruleCites } from './term.ts';
import type { AppliedTerm } from './term.ts';

/** The agency's first duty, with what later matters need to know of it. */
export interface Determination {
  duty: Duty;
  start: Start;
  /** Null where the law sets no day. */
  period: PeriodResult | null;
  /** What the period is made of; for terms beside it that stand still with it. */
  input: PeriodInput | null;
}

/**
 * The determination: so many days from receipt (or what else the law counts from), over pauses and extensions. Null
 * before receipt can be presumed.
 */
export function readDetermination(docket: Docket): Determination | null {
  const cause = docket.filed ?? firstOf(docket.facts, 'received') ?? firstOf(docket.facts, 'routed');
  const term = determinationTerm(docket);
  const start = cause && startOf(docket, term?.start ?? 'receipt');
  if (!cause || !start) return null;
  const decision = decisionOf(docket);
  const read = term ? dated(docket, term, start, cause, decision) : undated(docket, start, cause);
  finish(docket, read.duty, decision);
  if (start.assumed || read.period?.pauses.some((pause) => pause.event.assumed)) read.duty.assumed = true;
  return { ...read, start };
}

/** The term for the request's track, with the agency's own rule over it; null where no day is set. */
export function determinationTerm({ law }: Docket): AppliedTerm | null {
  const track = trackOf(law);
  const term = track ? track.determination : law.statute.terms.determination;
  return term ? applied(law, 'determination', term) : null;
}

function dated(
  docket: Docket,
  term: AppliedTerm,
  start: Start,
  cause: StatusChange,
  decision: StatusChange | null,
): Omit<Determination, 'start'> {
  const before = decision ? docket.facts.slice(0, docket.facts.indexOf(decision)) : docket.facts;
  const input = periodInput(docket, term, before);
  const reading: Reading = { calendar: docket.calendar, start: start.on };
  const period = runPeriod(input, reading);
  noteAnomalies(docket, period);
  noteTooLate(docket, decision);
  const explained = {
    docket,
    input,
    result: period,
    start: start.on,
    startSteps: start.steps,
    what: 'to decide',
    term,
  };
  const duty: Duty = {
    id: dutyId('determination', cause),
    kind: 'determination',
    owedBy: 'agency',
    cause,
    opensOn: cause.on,
    dueOn: period.dueOn,
    originalDueOn: rolled(docket.calendar, term.roll, endOf(docket.calendar, start.on, term)),
    steps: explainPeriod(explained),
    otherReadings: [
      ...determinationReadings(docket, { input, reading, start, period, term }),
      ...otherVersion(docket, before, period.dueOn),
    ],
    confidence: leastSure(
      term.confidence,
      ...period.extensions.map((one) => one.rule.confidence),
      ...period.pauses.map((pause) => pause.event.toll.confidence),
    ),
  };
  if (period.dueOn === null && period.remaining) duty.remaining = period.remaining;
  if (period.extensions.length > 0) duty.extended = true;
  if (period.extensions.at(-1)?.rule.promise) duty.expected = true;
  // Nobody is late with what has not begun: it is the acknowledgement that is missing.
  if (start.unacknowledged) [duty.expected, duty.onlyIf] = [true, 'once the request is acknowledged'];
  return { duty, period, input };
}

/** What a newer version gives, where nobody is sure which requests it reaches. */
function otherVersion(docket: Docket, facts: readonly StatusChange[], byDefault: PlainDate | null): OtherReading[] {
  const { otherVersion: statute, ...law } = docket.law;
  if (!statute) return [];
  const other: Docket = { ...docket, law: { ...law, statute }, anomalies: [] };
  const term = determinationTerm(other);
  const start = term && startOf(other, term.start);
  if (!term || !start) return [];
  const { dueOn } = runPeriod(periodInput(other, term, facts), { calendar: docket.calendar, start: start.on });
  const says = `the version in force from ${formatDay(statute.version.from!)} already reaches this request`;
  return dueOn === byDefault ? [] : [{ policy: 'other-version', says, dueOn, cites: statute.version.cites }];
}

/** "Promptly": owed, but with no day to miss. */
function undated(docket: Docket, start: Start, cause: StatusChange): Omit<Determination, 'start'> {
  const { statute } = docket.law;
  const track = trackOf(docket.law);
  const prompt = statute.rules.prompt?.says ?? 'the law sets no day for the decision';
  const says = track ? `a request ${track.says}: ${prompt}` : prompt;
  const duty: Duty = {
    id: dutyId('determination', cause),
    kind: 'determination',
    owedBy: 'agency',
    cause,
    opensOn: cause.on,
    dueOn: null,
    originalDueOn: null,
    expected: true,
    steps: [...start.steps, step(start.on, says, ruleCites(statute, 'prompt'))],
    otherReadings: [],
    confidence: statute.rules.prompt?.confidence ?? 'low',
  };
  return { duty, period: null, input: null };
}

/** Done by a determination; ended by a closing. */
function finish(docket: Docket, duty: Duty, decision: StatusChange | null): void {
  if (decision && isDetermination(decision, docket.law.statute)) duty.done = { by: decision, on: decision.on };
  else {
    const ended: PlainDate | undefined = decision?.on ?? docket.closing?.on;
    if (ended) duty.endedOn = ended;
  }
}

/**
 * Whether a letter decides. Where the law says so, one that does not tell of the right to appeal is no determination:
 * CREW v. FEC, 711 F.3d 180 (D.C. Cir. 2013).
 */
export function isDetermination(fact: StatusChange, statute: Statute): fact is StatusChange<'determined'> {
  if (fact.kind !== 'determined') return false;
  return !statute.determinationNeedsAppealRights || fact.appealRightsGiven !== false;
}

/** What ended the agency's duty: a determination, or a closing that was not taken back. The first of them. */
function decisionOf(docket: Docket): StatusChange | null {
  let closed: StatusChange | null = null;
  for (const fact of docket.facts) {
    if (isDetermination(fact, docket.law.statute)) return closed ?? fact;
    if (fact.kind === 'closed-by-agency') closed ??= fact;
    if (fact.kind === 'reopened') closed = null;
  }
  return closed;
}

function periodInput(docket: Docket, term: AppliedTerm, facts: readonly StatusChange[]): PeriodInput {
  return {
    length: term,
    roll: term.roll,
    events: eventsOf(docket, 'determination', facts),
    tolls: true,
    acknowledgedOn: firstOf(docket.facts, 'acknowledged')?.on,
  };
}

/** Questions and extensions that come when there is nothing left to stop or extend. */
function noteTooLate(docket: Docket, decision: StatusChange | null): void {
  if (!decision) return;
  const late = docket.facts.slice(docket.facts.indexOf(decision) + 1);
  for (const event of eventsOf(docket, 'determination', late)) {
    if (event.kind === 'extension') {
      const says = 'the notice of extension came after the decision on the request: it gives nothing';
      note(docket, 'extension-after-decision', event.fact, says);
    } else if (whoActs[event.fact.kind] !== 'requester' && event.toll.effect !== 'none') {
      const appealed = docket.facts.some((fact) => fact.kind === 'appealed' && fact.on <= event.fact.on);
      const [kind, when] = appealed
        ? ['toll-on-appeal', 'during the appeal']
        : ['toll-after-decision', 'after the decision'];
      note(docket, kind, event.fact, `asked ${when}: it stops nothing`);
    }
  }
}
