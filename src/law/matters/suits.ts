import type { Docket } from '../docket.ts';
import { about, allOf } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Step } from '../standing.ts';
import type { Appeal } from './appeals.ts';
import { challengeAt } from './adverse.ts';
import type { MaySue } from './may-sue.ts';
import { dutyId, otherReading, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { passedSteps } from './period-steps.ts';
import { applied, endOf, inWords, rolled, rollSteps } from './term.ts';
import type { AppliedTerm } from './term.ts';

/** The end of a term, moved off a day off where the law says so: Fed. R. Civ. P. 6(a)(1)(C). */
function endOn(docket: Docket, term: AppliedTerm, start: PlainDate): { dueOn: PlainDate; steps: Step[] } {
  const last = endOf(docket.calendar, start, term);
  const steps = [...passedSteps(docket, term, start, last), ...rollSteps(docket.calendar, term, last)];
  return { dueOn: rolled(docket.calendar, term.roll, last), steps };
}

/** A time to sue that runs from the first day on which one may. Null while one may not, and where the law counts otherwise. */
export function readSuitWindow(docket: Docket, first: MaySue | null, appeals: readonly Appeal[]): Duty | null {
  const { statute } = docket.law;
  const rule = challengeAt(statute, 'court')?.window;
  if (!first || rule?.from !== 'accrual') return null;
  const { from, cites } = first.consequence;
  const term = applied(docket.law, 'suit-filing', rule);
  const end = endOn(docket, term, from);
  const decided = appeals.findLast(
    (appeal) => appeal.decided && appeal.decided.outcome !== 'remanded' && appeal.concerns === 'request',
  )?.decided;
  const later = decided ? endOn(docket, term, decided.on).dueOn : null;
  const duty: Duty = {
    id: dutyId('suit-filing', first.cause),
    kind: 'suit-filing',
    owedBy: 'requester',
    cause: first.cause,
    opensOn: from,
    dueOn: end.dueOn,
    originalDueOn: end.dueOn,
    steps: [
      step(from, `one may sue from ${formatDay(from)}`, cites[0]),
      step(from, `${inWords(term.count, term.unit)} to sue`, term.cites),
      ...end.steps,
      result(end.dueOn, term.cites),
    ],
    otherReadings: later ? otherReading(statute.policies, 'accrues-at-appeal-decision', later, end.dueOn) : [],
    confidence: term.confidence,
  };
  if (first.assumed) duty.assumed = true;
  const suit = allOf(docket.facts, 'lawsuit-filed').find((fact) => fact.on >= from);
  if (suit) duty.done = { by: suit, on: suit.on };
  else if (docket.closing) duty.endedOn = docket.closing.on;
  return duty;
}

/** The agency's answer in court: thirty days after service. No kind of fact records it, so a contact or an order about the suit counts. */
export function readComplaintAnswers(docket: Docket): Duty[] {
  const rule = docket.law.statute.terms['answer-to-complaint'];
  if (!rule) return [];
  const term = applied(docket.law, 'answer-to-complaint', rule);
  return allOf(docket.facts, 'served').map((served) => {
    const end = endOn(docket, term, served.on);
    const duty: Duty = {
      id: dutyId('answer-to-complaint', served),
      kind: 'answer-to-complaint',
      owedBy: 'agency',
      cause: served,
      opensOn: served.on,
      dueOn: end.dueOn,
      originalDueOn: end.dueOn,
      steps: [
        step(served.on, `complaint served ${formatDay(served.on)}; that day is not counted`, term.cites),
        step(served.on, `${inWords(term.count, term.unit)} to answer it`, term.cites),
        ...end.steps,
        result(end.dueOn, term.cites),
      ],
      otherReadings: [],
      confidence: term.confidence,
    };
    const suit = docket.links.targetOf(served);
    const answer = [served.id, suit ?? served.id]
      .flatMap((id) => about(docket, id, ['contacted']))
      .find((fact) => fact.on >= served.on);
    const moved = docket.facts.find(
      (fact) => (fact.kind === 'court-ordered' || fact.kind === 'lawsuit-ended') && fact.on >= served.on,
    );
    if (answer) duty.done = { by: answer, on: answer.on };
    else if (moved ?? docket.closing) duty.endedOn = (moved ?? docket.closing)!.on;
    return duty;
  });
}
