import type { Docket } from '../docket.ts';
import { about } from '../docket.ts';
import { earlierOf, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';
import type { PeriodEvent, QuestionEvent } from './period.ts';
import { arrivalOf } from './receipt.ts';

/**
 * What bears on a period among these facts: the agency's questions, each with the day our answer reached it, and its
 * notices of extension.
 */
export function eventsOf(
  docket: Docket,
  of: 'determination' | 'appeal-decision',
  facts: readonly StatusChange[],
): PeriodEvent[] {
  const events: PeriodEvent[] = [];
  for (const fact of facts) {
    if (fact.kind === 'extended' && (fact.of ?? 'determination') === of) events.push({ kind: 'extension', fact });
    else {
      const question = questionOf(docket, fact);
      if (question) events.push(question);
    }
  }
  return events;
}

/** A question that waits for an answer. An estimate of fees asks only if it says so; "still interested?" is no question of the law's. */
export function questionOf(docket: Docket, fact: StatusChange): QuestionEvent | null {
  const { tolls } = docket.law.statute;
  if (fact.kind === tolls.information.asks) return { ...answerTo(docket, fact, 'information'), fact, kind: 'question' };
  if (fact.kind === tolls.fee.asks && 'asksAnswer' in fact && fact.asksAnswer) {
    return { ...answerTo(docket, fact, 'fee'), fact, kind: 'question' };
  }
  return null;
}

interface Answer {
  toll: QuestionEvent['toll'];
  answeredOn: PlainDate | null;
  assumed: boolean;
}

function answerTo(docket: Docket, question: StatusChange, toll: QuestionEvent['toll']): Answer {
  const answers = about(docket, question.id, docket.law.statute.tolls[toll].answers);
  let first: Answer = { toll, answeredOn: null, assumed: false };
  for (const answer of answers) {
    // The agency's word that the request is perfected is dated by the agency: it has what it asked for.
    const arrival = answer.kind === 'perfected' ? { on: answer.on, assumed: false } : arrivalOf(docket, answer);
    const on = first.answeredOn ? earlierOf(first.answeredOn, arrival.on) : arrival.on;
    first = {
      toll,
      answeredOn: laterOf(on, question.on),
      assumed: on === arrival.on ? arrival.assumed : first.assumed,
    };
  }
  return first;
}
