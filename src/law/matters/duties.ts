import { isOnTrack } from '../law.ts';
import type { Docket } from '../docket.ts';
import { about } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import { whoActs } from '../status-change.ts';
import type { StatusChange } from '../status-change.ts';
import type { DutyRule } from '../statute.ts';
import { windowStart } from './adverse.ts';
import type { Determination } from './determination.ts';
import { dutyId, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { passedSteps } from './period-steps.ts';
import { plainReadings } from './readings.ts';
import { arrivalOf } from './receipt.ts';
import { startOf } from './start.ts';
import type { Start } from './start.ts';
import { applied, endOf, lengthInWords, ofFirstDay, rolled, rollSteps } from './term.ts';
import type { AppliedTerm } from './term.ts';

/** The duties beside the decision that have a day: to acknowledge, to produce, to ask for a ruling. */
export function readDuties(docket: Docket, determination: Determination | null): Duty[] {
  const duties: Duty[] = [];
  for (const rule of docket.law.statute.duties) {
    if (!isOnTrack(docket.law, rule.tracks)) continue;
    for (const cause of openersOf(docket, rule, determination)) {
      const duty = dutyOf(docket, rule, cause);
      // One duty of a kind for one cause: where two rules give one, the first in the law's own order holds.
      if (duty && !duties.some(({ id }) => id === duty.id)) duties.push(duty);
    }
  }
  return duties;
}

function openersOf(docket: Docket, rule: DutyRule, determination: Determination | null): StatusChange[] {
  if (!rule.opensWith) return determination ? [determination.duty.cause] : [];
  return docket.facts.filter((fact) => rule.opensWith!.includes(fact.kind) && opens(docket, rule, fact));
}

function opens(docket: Docket, rule: DutyRule, fact: StatusChange): boolean {
  if (rule.outcomes && fact.kind === 'determined' && !rule.outcomes.includes(fact.outcome)) return false;
  if (rule.appealOutcomes && fact.kind === 'appeal-decided' && !rule.appealOutcomes.includes(fact.outcome))
    return false;
  const before = docket.facts.slice(0, docket.facts.indexOf(fact));
  if (rule.notAfter && before.some(({ kind }) => rule.notAfter!.includes(kind))) return false;
  return !rule.notWhileUnpaid || !before.some((other) => isUnpaid(docket, other, fact));
}

/** Whether a payment asked for in advance had not been made when something happened. */
function isUnpaid(docket: Docket, asked: StatusChange, then: StatusChange): boolean {
  if (asked.kind !== 'fee-estimated' || !asked.prepayment) return false;
  return !about(docket, asked.id, ['fee-paid']).some((paid) => paid.on <= then.on);
}

function dutyOf(docket: Docket, rule: DutyRule, cause: StatusChange): Duty | null {
  const term = applied(docket.law, rule.kind, rule);
  const start = startOfDuty(docket, rule, term, cause);
  if (!start) return null;
  const endsOn = endOf(docket.calendar, start.on, term);
  const dueOn = rolled(docket.calendar, term.roll, endsOn);
  const duty: Duty = {
    id: dutyId(rule.kind, cause),
    kind: rule.kind,
    owedBy: rule.owedBy,
    cause,
    opensOn: cause.on,
    dueOn,
    originalDueOn: dueOn,
    steps: [
      ...start.steps,
      step(start.on, `${lengthInWords(term)} ${rule.what}`, term.cites),
      ...passedSteps(docket, term, start.on, endsOn),
      ...rollSteps(docket.calendar, term, endsOn),
      result(dueOn, term.cites),
    ],
    otherReadings: plainReadings(docket, term, start.on, dueOn),
    confidence: term.confidence,
  };
  if (rule.expected || rule.onlyIf) duty.expected = true;
  if (rule.onlyIf) duty.onlyIf = rule.onlyIf;
  if (start.assumed) duty.assumed = true;
  settle(docket, rule, cause, duty);
  return duty;
}

function startOfDuty(docket: Docket, rule: DutyRule, term: AppliedTerm, cause: StatusChange): Start | null {
  const ofRequest = rule.from === 'receipt' || rule.from === 'sending' || rule.from === 'acknowledgement';
  // What we did counts from the day on which it was there.
  const ours = rule.opensWith && whoActs[cause.kind] === 'requester' ? arrivalOf(docket, cause).on : null;
  if (!rule.opensWith || (ofRequest && !ours)) return startOf(docket, rule.from);
  const on = ours ?? windowStart(cause, term.from, docket.law);
  const says = `${cause.kind.replaceAll('-', ' ')} ${formatDay(on)}; ${ofFirstDay(term)}`;
  return { on, assumed: false, steps: [step(on, says, term.cites)], others: [] };
}

/** Met by the first fact after the cause that does it; needless once something else has ended it. */
function settle(docket: Docket, rule: DutyRule, cause: StatusChange, duty: Duty): void {
  const since = docket.facts.indexOf(cause);
  for (const [i, fact] of docket.facts.entries()) {
    if (i <= since) continue;
    if (rule.metBy.includes(fact.kind)) {
      duty.done = { by: fact, on: fact.on };
      return;
    }
    if (rule.endedBy?.includes(fact.kind) || fact === docket.closing) {
      duty.endedOn = fact.on;
      return;
    }
  }
}
