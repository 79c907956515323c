import { literalCalendarFor } from '../calendar.ts';
import type { Docket } from '../docket.ts';
import { firstOf, note } from '../docket.ts';
import { formatDay, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';
import type { Challenge } from '../statute.ts';
import { appealableAct, disputeOf, windowFrom, windowStart } from './adverse.ts';
import type { AppealableAct, Window } from './adverse.ts';
import type { Appeal } from './appeals.ts';
import type { Determination } from './determination.ts';
import { isDetermination } from './determination.ts';
import { dutyId, otherReading, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { passedSteps } from './period-steps.ts';
import { hasMovedHoliday, plainReadings } from './readings.ts';
import { arrivalOfAppeal } from './receipt.ts';
import { startOf } from './start.ts';
import { countFrom, lengthInWords, ofFirstDay, rollSteps, ruleCites } from './term.ts';

/** The requester's time to challenge: one window for each act and each way. */

/** Every window that an act opens. After suit a determination opens none: the court has the matter. */
export function readAppealWindows(
  docket: Docket,
  appeals: readonly Appeal[],
  determination: Determination | null,
): Duty[] {
  const suit = firstOf(docket.facts, 'lawsuit-filed');
  const { challenges } = docket.law.statute;
  const duties: Duty[] = [];
  for (const fact of docket.facts) {
    for (const challenge of challenges) {
      const act = appealableAct(fact, docket.links, docket.law, challenge);
      if (!act?.window || inCourt(docket, act, suit)) continue;
      const window = fromTimeAllowed(docket, act.fact, act.window, determination);
      duties.push(windowDuty(docket, { ...act, window }, appealOf(docket, appeals, act), suit));
    }
  }
  return duties;
}

/** Where the law counts from the end of the time allowed, an early answer moves nothing; a late one counts from when it came. */
function fromTimeAllowed(
  docket: Docket,
  act: StatusChange,
  window: Window,
  determination: Determination | null,
): Window {
  const allowed = window.term.start === 'due-date' ? determination?.duty.dueOn : null;
  if (!allowed) return window;
  return windowFrom(docket.law, window.term, laterOf(allowed, windowStart(act, 'notified', docket.law)));
}

function inCourt(docket: Docket, { fact, rule }: AppealableAct, suit: StatusChange | null): boolean {
  return suit !== null && rule.concerns === 'request' && docket.facts.indexOf(suit) < docket.facts.indexOf(fact);
}

/** What was filed in this window: an appeal at its level, or before a court a suit. */
function appealOf(docket: Docket, appeals: readonly Appeal[], { fact, challenge }: AppealableAct): StatusChange | null {
  // One that went where the law opens no way was still an appeal of this act.
  const here = (one: Appeal): boolean => one.level === challenge.level || one.challenge === undefined;
  const appeal = appeals.find((one) => one.of?.id === fact.id && here(one))?.fact;
  if (appeal || challenge.level !== 'court') return appeal ?? null;
  return docket.facts.find((one) => one.kind === 'lawsuit-filed' && one.on >= fact.on) ?? null;
}

type OpenAct = AppealableAct & { window: Window };

function windowDuty(docket: Docket, act: OpenAct, appeal: StatusChange | null, suit: StatusChange | null): Duty {
  const { statute } = docket.law;
  const { term, dueOn: windowEnds } = act.window;
  const withoutNotice = act.fact.kind === 'determined' && !isDetermination(act.fact, statute);
  const dueOn = withoutNotice ? null : windowEnds;
  const duty: Duty = {
    id: dutyId(act.challenge.filing, act.fact),
    kind: act.challenge.filing,
    owedBy: 'requester',
    cause: act.fact,
    opensOn: opensOn(docket, act),
    dueOn,
    originalDueOn: dueOn,
    steps: windowSteps(docket, act, withoutNotice),
    otherReadings: withoutNotice
      ? otherReading(statute.policies, 'window-without-notice', windowEnds, null)
      : windowReadings(docket, act),
    confidence: term.confidence,
  };
  if (term.metBy === 'received') duty.mustArriveBy = { on: windowEnds, ...(term.cutOff && { cutOff: term.cutOff }) };
  if (appeal) file(docket, duty, appeal, act.window);
  else {
    const since = docket.facts.indexOf(act.fact);
    const ended = [suit, docket.closing].find((fact) => fact && docket.facts.indexOf(fact) > since);
    if (ended) duty.endedOn = ended.on;
  }
  return duty;
}

/** Meets the duty with what was filed, and says so if it came late. */
export function file(docket: Docket, duty: Duty, appeal: StatusChange, { term }: Window): void {
  const sent = { on: appeal.on, assumed: false };
  const { on, assumed } = term.metBy === 'received' ? arrivalOfAppeal(docket, appeal, term.cutOff) : sent;
  duty.done = { by: appeal, on };
  if (assumed) duty.assumed = true;
  if (!duty.dueOn || on <= duty.dueOn) return;
  const came = term.metBy === 'sent' ? 'was sent' : assumed ? 'is presumed to have arrived' : 'arrived';
  const says = `the appeal ${came} on ${formatDay(on)}, after the window had closed on ${formatDay(duty.dueOn)}`;
  note(docket, 'appeal-late', appeal, says);
}

/** A fee becomes an adverse act on the day it is disputed; everything else on the day of the letter. */
function opensOn(docket: Docket, { fact, rule }: AppealableAct): PlainDate {
  return rule.when === 'disputed' ? (disputeOf(fact, docket.links)?.on ?? fact.on) : fact.on;
}

function windowSteps(docket: Docket, act: OpenAct, withoutNotice: boolean): Duty['steps'] {
  const { fact, rule, challenge, window } = act;
  const { start, term } = window;
  if (withoutNotice) {
    const says = `the letter of ${formatDay(fact.on)} gives no right to appeal, so it is not yet a determination and opens no window`;
    return [step(fact.on, says, ruleCites(docket.law.statute, 'appeal-rights'))];
  }
  return [
    step(start, letterSays(act), rule.cites),
    ...stepsOfWindow(docket, challenge, window),
    result(window.dueOn, term.cites),
  ];
}

function letterSays({ fact, window: { start, term } }: OpenAct): string {
  const counted = ofFirstDay(term);
  if (term.start === 'due-date')
    return `the time allowed to answer ended, or the answer came, ${formatDay(start)}; ${counted}`;
  if (term.from === 'dated') return `the letter is dated ${formatDay(start)}; ${counted}`;
  if (fact.notifiedOn) return `the letter reached us ${formatDay(start)}; ${counted}`;
  if (start === fact.on) return `the letter is dated ${formatDay(start)}; ${counted}`;
  return `the letter of ${formatDay(fact.on)} counts as having reached us ${formatDay(start)}; ${counted}`;
}

/** From the count to the last day. */
export function stepsOfWindow(
  docket: Docket,
  challenge: Challenge,
  { start, term, endsOn, dueOn }: Window,
): Duty['steps'] {
  const what = challenge.filing === 'appeal-filing' ? 'to appeal' : `for the ${challenge.name}`;
  const steps = [step(start, `${lengthInWords(term)} ${what}`, term.cites)];
  steps.push(...passedSteps(docket, term, start, endsOn));
  steps.push(...rollSteps(docket.calendar, term, endsOn));
  if (term.metBy === 'received') {
    const at = term.cutOff ? ` by ${term.cutOff}` : '';
    steps.push(step(dueOn, `it must have arrived on that day${at}`, term.cites));
  }
  return steps;
}

function windowReadings(docket: Docket, { fact, window: { term, start, dueOn } }: OpenAct): Duty['otherReadings'] {
  const { statute, overrides, suspensions } = docket.law;
  const found = plainReadings(docket, term, start, dueOn, (from) => {
    if (from === 'date-of-act') return fact.on;
    return from === 'notice-of-act' ? windowStart(fact, 'notified', docket.law) : startOf(docket, from)?.on;
  });
  if (term.unit !== 'working-day' || !hasMovedHoliday(docket, start, dueOn)) return found;
  const literal = countFrom(literalCalendarFor(statute, overrides, suspensions), start, term.count, term.unit);
  return [...found, ...otherReading(statute.policies, 'literal-legal-holiday', literal, dueOn)];
}
