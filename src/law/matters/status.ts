import type { Docket } from '../docket.ts';
import type { Status } from '../standing.ts';
import { whoActs } from '../status-change.ts';
import type { ClosingReason, DeterminationOutcome, StatusChange } from '../status-change.ts';
import { isMainAppeal } from './appeals.ts';
import type { Appeal } from './appeals.ts';
import type { Determination } from './determination.ts';
import { isDetermination } from './determination.ts';

/** Where the request is and what came of it. */
export interface Place {
  status: Status;
  outcome: DeterminationOutcome | null;
}

const outcomeOfClosing: Record<ClosingReason, DeterminationOutcome> = {
  'no-answer': 'closed-unanswered',
  'fee-unpaid': 'fee-related',
  duplicate: 'duplicate',
  aggregated: 'other',
  other: 'other',
};

/** The first status that applies, and the outcome of the last decision that stands. */
export function placeOf(docket: Docket, determination: Determination | null, appeals: readonly Appeal[]): Place {
  const { decided, outcome } = decisionThatStands(docket, appeals);
  return {
    status: statusOf(docket, determination, appeals, decided),
    outcome: outcome ?? (docket.closing?.kind === 'withdrawn' ? 'withdrawn' : null),
  };
}

function statusOf(
  docket: Docket,
  determination: Determination | null,
  appeals: readonly Appeal[],
  decided: boolean,
): Status {
  if (docket.closing) return 'closed';
  if (suitIsOpen(docket)) return 'litigating';
  if (appeals.some((appeal) => isMainAppeal(appeal) && !appeal.decided)) return 'appealing';
  if (!decided && determination?.duty.remaining && !determination.duty.done && !determination.duty.endedOn)
    return 'paused';
  if (decided) return 'decided';
  if (docket.facts.some(isSignOfLife)) return 'processing';
  return docket.all.some((fact) => fact.kind === 'filed') ? 'filed' : 'draft';
}

/** Whether a suit has been filed and has not ended. */
export function suitIsOpen(docket: Docket): boolean {
  let open = false;
  for (const fact of docket.facts) {
    if (fact.kind === 'lawsuit-filed') open = true;
    if (fact.kind === 'lawsuit-ended') open = false;
  }
  return open;
}

function isSignOfLife(fact: StatusChange): boolean {
  return fact.kind !== 'undeliverable' && (whoActs[fact.kind] === 'agency' || fact.kind === 'reopened');
}

function decisionThatStands(
  docket: Docket,
  appeals: readonly Appeal[],
): { decided: boolean; outcome: DeterminationOutcome | null } {
  let [decided, outcome]: [boolean, DeterminationOutcome | null] = [false, null];
  let byClosing = false;
  for (const fact of docket.facts) {
    if (isDetermination(fact, docket.law.statute)) [decided, outcome, byClosing] = [true, fact.outcome, false];
    else if (fact.kind === 'closed-by-agency' && !decided)
      [decided, outcome, byClosing] = [true, outcomeOfClosing[fact.reason], true];
    else if (fact.kind === 'reopened' && byClosing) [decided, outcome, byClosing] = [false, null, false];
    else if (fact.kind === 'appeal-decided') {
      if (fact.newOutcome) outcome = fact.newOutcome;
      if (fact.outcome === 'remanded' && concernsRequest(fact, appeals))
        [decided, outcome, byClosing] = [false, null, false];
    }
  }
  return { decided, outcome };
}

function concernsRequest(decision: StatusChange, appeals: readonly Appeal[]): boolean {
  const appeal = appeals.find((one) => one.decided?.id === decision.id);
  return !appeal || appeal.concerns === 'request';
}
