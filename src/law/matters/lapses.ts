import type { Docket } from '../docket.ts';
import { about } from '../docket.ts';
import { addDays, formatDay } from '../plain-date.ts';
import type { Consequence } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { Toll } from '../statute.ts';
import type { Term } from '../terms.ts';
import { versionOn } from '../versions.ts';
import { windowStart } from './adverse.ts';
import { isDetermination } from './determination.ts';
import { dutyId, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { passedSteps } from './period-steps.ts';
import { plainReadings } from './readings.ts';
import { arrivalOfAnswer, isAskedBy } from './receipt.ts';
import { applied, endOf, inWords, ofFirstDay, rolled, rollSteps } from './term.ts';

/** Questions whose silence ends the request: unanswered for so long, it counts as withdrawn. */

/** The requester's last day to answer each of them. */
export function readLapses(docket: Docket): Duty[] {
  return docket.facts.flatMap((fact) => {
    const toll = versionOn(docket.law, fact.on).tolls.find((one) => one.lapses && isAskedBy(one, fact));
    return toll?.lapses ? [lapseOf(docket, fact, toll, toll.lapses)] : [];
  });
}

function lapseOf(docket: Docket, question: StatusChange, toll: Toll, lapses: Term): Duty {
  const term = applied(docket.law, 'withdrawal', lapses);
  const start = windowStart(question, term.from, docket.law);
  const endsOn = endOf(docket.calendar, start, term);
  const dueOn = rolled(docket.calendar, term.roll, endsOn);
  const asked = toll.id === 'fee' ? 'fees were asked for' : 'the agency asked';
  const reached = start === question.on ? '' : `, in a letter that counts from ${formatDay(start)}`;
  const duty: Duty = {
    id: dutyId('withdrawal', question),
    kind: 'withdrawal',
    owedBy: 'requester',
    cause: question,
    opensOn: question.on,
    dueOn,
    originalDueOn: dueOn,
    steps: [
      step(start, `${asked} ${formatDay(question.on)}${reached}; ${ofFirstDay(term)}`, toll.cites),
      step(start, `${inWords(term.count, term.unit)} to answer, or the request counts as withdrawn`, term.cites),
      ...passedSteps(docket, term, start, endsOn),
      ...rollSteps(docket.calendar, term, endsOn),
      result(dueOn, term.cites),
    ],
    otherReadings: plainReadings(docket, term, start, dueOn),
    confidence: term.confidence,
  };
  endLapse(docket, question, toll, duty);
  return duty;
}

/** Done by our answer, when it reaches them; needless once the agency has decided or the request has ended. */
function endLapse(docket: Docket, question: StatusChange, toll: Toll, duty: Duty): void {
  const answer = about(docket, question.id, toll.lapses?.metBy ?? toll.answers)[0];
  if (answer) {
    const arrival = arrivalOfAnswer(docket, answer);
    duty.done = { by: answer, on: arrival.on };
    if (arrival.assumed) duty.assumed = true;
    return;
  }
  const asked = docket.facts.indexOf(question);
  const ended = docket.facts.find((fact, i) => i > asked && endsIt(docket, fact)) ?? docket.closing;
  if (ended) duty.endedOn = ended.on;
}

function endsIt(docket: Docket, fact: StatusChange): boolean {
  return isDetermination(fact, docket.law.statute) || fact.kind === 'closed-by-agency' || fact.kind === 'lawsuit-filed';
}

/** What an unanswered question brings about on the day after. */
export function lapseConsequences(lapses: readonly Duty[]): Consequence[] {
  return lapses.flatMap(({ dueOn, done, endedOn, steps }) => {
    if (!dueOn || (done && done.on <= dueOn) || (!done && endedOn && endedOn <= dueOn)) return [];
    const from = addDays(dueOn, 1);
    const cites = steps.at(-1)!.cites!;
    const says = `no answer by ${formatDay(dueOn)}: from ${formatDay(from)} the request counts as withdrawn`;
    return [{ kind: 'withdrawn-by-law' as const, from, says, cites: [cites], steps: [step(from, says, cites)] }];
  });
}
