import type { Docket } from '../docket.ts';
import { about, note } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Step } from '../standing.ts';
import type { StatusChange, StatusChangeKind } from '../status-change.ts';
import type { Citation } from '../terms.ts';
import { isDetermination } from './determination.ts';
import { dutyId, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { passedSteps } from './period-steps.ts';
import { arrivalOf, isAskedBy } from './receipt.ts';
import { countFrom, inWords } from './term.ts';

/** Which facts answer which question. */
const answeredBy: { [K in StatusChangeKind]?: readonly StatusChangeKind[] } = {
  'clarification-requested': ['clarified', 'narrowed', 'perfected'],
  'interest-asked': ['interest-confirmed', 'clarified'],
  'fee-estimated': ['fee-answered', 'fee-paid', 'narrowed'],
};

/** What the requester owes: an answer to each question, on the day the letter sets. */
export function readAnswers(docket: Docket): Duty[] {
  return docket.facts
    .filter(asksUs)
    .filter((question) => answerDay(docket, question) !== null || !lapsesByLaw(docket, question))
    .map((question) => answerDuty(docket, question));
}

/** Where the law itself sets the last day (`readLapses`), a letter without one leaves nothing more to say. */
function lapsesByLaw(docket: Docket, question: Asking): boolean {
  return docket.law.statute.tolls.some((toll) => toll.lapses && isAskedBy(toll, question));
}

type Asking = StatusChange<'clarification-requested' | 'interest-asked' | 'fee-estimated'>;

function asksUs(fact: StatusChange): fact is Asking {
  if (fact.kind === 'fee-estimated') return fact.asksAnswer || fact.prepayment === true || fact.answerBy !== undefined;
  return fact.kind === 'clarification-requested' || fact.kind === 'interest-asked';
}

function answerDuty(docket: Docket, question: Asking): Duty {
  const day = answerDay(docket, question);
  noteDay(docket, question, day?.dueOn ?? null);
  const says = `${askedIn(question)} ${formatDay(question.on)}`;
  const letter = docket.law.statute.rules['answer-by-letter']?.cites ?? { label: "the agency's letter" };
  const steps = day
    ? [
        step(question.on, says, letter),
        step(question.on, day.says, day.cites),
        ...day.steps,
        result(day.dueOn, day.cites),
      ]
    : [step(question.on, `${says}, and sets no day for the answer`, letter)];
  const dueOn = day?.dueOn ?? null;
  const duty: Duty = {
    id: dutyId('answer', question),
    kind: 'answer',
    owedBy: 'requester',
    cause: question,
    opensOn: question.on,
    dueOn,
    originalDueOn: dueOn,
    steps,
    otherReadings: [],
    confidence: 'high',
  };
  endAnswer(docket, question, duty);
  return duty;
}

interface AnswerDay {
  dueOn: PlainDate;
  says: string;
  cites: Citation;
  steps: Step[];
}

/** The letter's own day, else what the agency's rules give, else none. */
function answerDay(docket: Docket, question: Asking): AnswerDay | null {
  const cites: Citation = { label: `the agency's letter of ${formatDay(question.on)}` };
  if (question.answerBy)
    return {
      dueOn: question.answerBy,
      says: `the letter asks for an answer by ${formatDay(question.answerBy)}`,
      cites,
      steps: [],
    };
  const own = docket.law.overrides?.answer;
  const within =
    own?.count && own.unit
      ? { count: own.count, unit: own.unit, cites: own.cites }
      : docket.law.overrides?.answerWithin;
  if (!within) return null;
  const dueOn = countFrom(docket.calendar, question.on, within.count, within.unit);
  const says = `the agency gives ${inWords(within.count, within.unit)} to answer`;
  return { dueOn, says, cites: within.cites, steps: passedSteps(docket, within, question.on, dueOn) };
}

function askedIn(question: Asking): string {
  if (question.kind === 'fee-estimated') return 'the agency estimates fees and waits for an answer in its letter of';
  return question.kind === 'interest-asked'
    ? 'the agency asks whether we are still interested in its letter of'
    : 'the agency asks what is meant in its letter of';
}

function noteDay(docket: Docket, question: Asking, dueOn: PlainDate | null): void {
  if (!dueOn) return note(docket, 'no-answer-date', question, 'the letter sets no day for the answer');
  if (question.kind !== 'interest-asked') return;
  const least = docket.law.statute.terms['interest-window'];
  if (!least || dueOn >= countFrom(docket.calendar, question.on, least.count, least.unit)) return;
  note(
    docket,
    'interest-window-short',
    question,
    `less than ${inWords(least.count, least.unit)} to say whether one is still interested (${least.cites.label})`,
  );
}

/** Done by our answer; needless once the agency has decided, closed, or the request has ended. */
function endAnswer(docket: Docket, question: Asking, duty: Duty): void {
  const own = docket.law.overrides?.answer;
  if (own?.metBy === 'received' && duty.dueOn)
    duty.mustArriveBy = { on: duty.dueOn, ...(own.cutOff && { cutOff: own.cutOff }) };
  const answer = about(docket, question.id, answeredBy[question.kind] ?? [])[0];
  if (answer) {
    duty.done = { by: answer, on: own?.metBy === 'received' ? arrivalOf(docket, answer).on : answer.on };
    return;
  }
  const asked = docket.facts.indexOf(question);
  const ended =
    docket.facts.find((fact, i) => i > asked && (isDetermination(fact, docket.law.statute) || endsQuestion(fact))) ??
    docket.closing;
  if (ended) duty.endedOn = ended.on;
}

function endsQuestion(fact: StatusChange): boolean {
  return fact.kind === 'closed-by-agency' || fact.kind === 'lawsuit-filed';
}
