import type { Docket } from '../docket.ts';
import { about, allOf, note } from '../docket.ts';
import { addDays, formatDay } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';
import { isDetermination } from './determination.ts';
import { dutyId, otherReading, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { passedSteps } from './period-steps.ts';
import { arrivalOf } from './receipt.ts';
import { applied, countFrom, inWords } from './term.ts';
import type { AppliedTerm } from './term.ts';

/** Whether to expedite: ten calendar days from the request for it. Nothing stops or extends them, and a grant sets no date. */
export function readExpedition(docket: Docket): Duty[] {
  for (const decided of allOf(docket.facts, 'expedition-decided')) {
    if (docket.links.targetOf(decided) !== undefined) continue;
    note(docket, 'decision-without-request', decided, 'a decision on expedition, but no request for it is on record');
  }
  const rule = docket.law.statute.terms['expedition-decision'];
  if (!rule) return [];
  const term = applied(docket.law, 'expedition-decision', rule);
  return allOf(docket.facts, 'expedition-requested').map((asked) => decisionDuty(docket, asked, term));
}

function decisionDuty(docket: Docket, asked: StatusChange<'expedition-requested'>, term: AppliedTerm): Duty {
  const dueOn = countFrom(docket.calendar, asked.on, term.count, term.unit);
  const decided = about(docket, asked.id, ['expedition-decided'])[0];
  const fromReceipt = countFrom(docket.calendar, arrivalOf(docket, asked).on, term.count, term.unit);
  const duty: Duty = {
    id: dutyId('expedition-decision', asked),
    kind: 'expedition-decision',
    owedBy: 'agency',
    cause: asked,
    opensOn: asked.on,
    dueOn,
    originalDueOn: dueOn,
    steps: [
      step(asked.on, `expedition asked for ${formatDay(asked.on)}; that day is not counted`, term.cites),
      step(
        addDays(asked.on, 1),
        `${inWords(term.count, term.unit)} to decide; nothing stops or extends them`,
        term.cites,
      ),
      ...passedSteps(docket, term, asked.on, dueOn),
      result(dueOn, term.cites),
    ],
    otherReadings: otherReading(docket.law.statute.policies, 'from-receipt', fromReceipt, dueOn),
    confidence: term.confidence,
  };
  // Once the agency has answered the request there is nothing left to speed up: 5 U.S.C. 552(a)(6)(E)(iv).
  const ended = docket.facts.find(
    (fact) => fact.on >= asked.on && (isDetermination(fact, docket.law.statute) || fact.kind === 'closed-by-agency'),
  );
  if (decided) duty.done = { by: decided, on: decided.on };
  else if (ended ?? docket.closing) duty.endedOn = (ended ?? docket.closing)!.on;
  return duty;
}
