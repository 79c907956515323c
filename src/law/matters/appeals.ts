import { literalCalendarFor } from '../calendar.ts';
import type { Docket } from '../docket.ts';
import { about, allOf, firstOf, note } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OtherReading } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { PolicyName } from '../statute.ts';
import { appealableAct, disputeOf, windowStart } from './adverse.ts';
import type { AppealableAct } from './adverse.ts';
import { hasMovedHoliday, isDetermination } from './determination.ts';
import { dutyId, otherReading, result, skippedHolidays, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { runPeriod } from './period.ts';
import type { PeriodInput, PeriodResult, Reading } from './period.ts';
import { explainPeriod, noteAnomalies } from './period-steps.ts';
import { eventsOf } from './questions.ts';
import { arrivalOfAppeal, startOfAppeal } from './receipt.ts';
import { countFrom, inWords, termFor } from './term.ts';

/** An appeal: of what, and how it ended. */
export interface Appeal {
  fact: StatusChange<'appealed'>;
  /** What was appealed; null is silence. */
  of: StatusChange | null;
  concerns: 'request' | 'interim' | 'fees' | 'expedition';
  decided: StatusChange<'appeal-decided'> | null;
  /** Absent where the law sets no day for this level. */
  duty?: Duty;
}

/** Every appeal with the agency's duty to decide it. `used` is what the request has taken of the shared extension. */
export function readAppeals(docket: Docket, used: number): Appeal[] {
  let spent = used;
  return allOf(docket.facts, 'appealed').map((fact) => {
    const appeal = appealOf(docket, fact);
    if (!docket.law.statute.appealLevels.includes(fact.level ?? 'agency')) {
      note(docket, 'no-day-for-this-appeal', fact, `this law sets no day for an appeal at the level of ${fact.level}`);
      return appeal;
    }
    const { duty, taken } = decisionDuty(docket, appeal, spent);
    spent += taken;
    return { ...appeal, duty };
  });
}

function appealOf(docket: Docket, fact: StatusChange<'appealed'>): Appeal {
  const id = docket.links.targetOf(fact);
  const of = docket.facts.find((other) => other.id === id) ?? null;
  const rule = docket.law.statute.adverseActs.find((act) => act.kind === of?.kind);
  const decided = about(docket, fact.id, ['appeal-decided'])[0] as StatusChange<'appeal-decided'> | undefined;
  return { fact, of, concerns: rule?.concerns ?? (of ? 'interim' : 'request'), decided: decided ?? null };
}

/** Whether the appeal is one of the request itself, so that the request is being appealed. */
export function isMainAppeal(appeal: Appeal): boolean {
  return appeal.of !== null && appeal.concerns === 'request';
}

function decisionDuty(docket: Docket, appeal: Appeal, spent: number): { duty: Duty; taken: number } {
  const { statute } = docket.law;
  const term = termFor(docket.law, 'appeal-decision');
  const start = startOfAppeal(docket, appeal.fact);
  const input: PeriodInput = {
    count: term.count,
    unit: term.unit,
    events: eventsOf(docket, 'appeal-decision', extensionsOf(docket, appeal)),
    tolls: false,
    tollLimits: { information: 0, fee: 0 },
    extension: statute.terms.extension,
  };
  const reading: Reading = {
    calendar: docket.calendar,
    start: start.on,
    extensionLeft: statute.terms.extension.count - spent,
  };
  const period = runPeriod(input, reading);
  noteAnomalies(docket, period);
  const duty: Duty = {
    id: dutyId('appeal-decision', appeal.fact),
    kind: 'appeal-decision',
    owedBy: 'agency',
    cause: appeal.fact,
    opensOn: appeal.fact.on,
    dueOn: period.dueOn,
    originalDueOn: period.baseDueOn,
    steps: explainPeriod({
      docket,
      input,
      result: period,
      start: start.on,
      startSteps: start.steps,
      what: 'to decide the appeal',
      cites: term.cites,
    }),
    otherReadings: decisionReadings(docket, input, reading, period, start.others, spent),
  };
  if (period.extension) duty.extended = true;
  if (start.assumed) duty.assumed = true;
  endDecision(docket, appeal, duty);
  return { duty, taken: period.extension?.used ?? 0 };
}

/** Done by the decision. A suit takes the matter out of the agency's hands, and so does a closing. */
function endDecision(docket: Docket, appeal: Appeal, duty: Duty): void {
  const suit = docket.facts.find((fact) => fact.kind === 'lawsuit-filed' && fact.on >= appeal.fact.on);
  const ended = suit ?? docket.closing;
  if (appeal.decided) duty.done = { by: appeal.decided, on: appeal.decided.on };
  else if (ended) duty.endedOn = ended.on;
}

/** Notices of extension of this appeal, while it is undecided. */
function extensionsOf(docket: Docket, appeal: Appeal): StatusChange[] {
  return docket.facts.filter((fact) => {
    if (fact.kind !== 'extended' || fact.of !== 'appeal-decision') return false;
    const id = docket.links.targetOf(fact);
    if (id !== appeal.fact.id) return false;
    return !appeal.decided || fact.on <= appeal.decided.on;
  });
}

function decisionReadings(
  docket: Docket,
  input: PeriodInput,
  byDefault: Reading,
  period: PeriodResult,
  starts: { policy: PolicyName; on: PlainDate }[],
  spent: number,
): OtherReading[] {
  const { statute, overrides } = docket.law;
  const found: OtherReading[] = [];
  const read = (policy: PolicyName, change: Partial<Reading>): void => {
    const { dueOn } = runPeriod(input, { ...byDefault, ...change });
    found.push(...otherReading(statute.policies, policy, dueOn, period.dueOn));
  };
  if (spent > 0 && input.events.length > 0)
    read('ten-days-each-stage', { extensionLeft: statute.terms.extension.count });
  if (hasMovedHoliday(docket, byDefault.start, period.dueOn))
    read('literal-legal-holiday', { calendar: literalCalendarFor(statute, overrides) });
  for (const start of starts) read(start.policy, { start: start.on });
  return found;
}

/** One window for each adverse act. After suit a determination opens none: the court has the matter. */
export function readAppealWindows(docket: Docket, appeals: readonly Appeal[]): Duty[] {
  const suit = firstOf(docket.facts, 'lawsuit-filed');
  const windows: Duty[] = [];
  for (const fact of docket.facts) {
    const act = appealableAct(fact, docket.links, docket.law);
    if (!act || (suit && act.rule.concerns === 'request' && docket.facts.indexOf(suit) < docket.facts.indexOf(fact)))
      continue;
    windows.push(windowDuty(docket, act, appeals.find((appeal) => appeal.of?.id === fact.id) ?? null, suit));
  }
  return windows;
}

function windowDuty(docket: Docket, act: AppealableAct, appeal: Appeal | null, suit: StatusChange | null): Duty {
  const { statute } = docket.law;
  const term = termFor(docket.law, 'appeal-filing');
  const withoutNotice = act.fact.kind === 'determined' && !isDetermination(act.fact);
  const dueOn = withoutNotice ? null : act.windowEnds;
  const duty: Duty = {
    id: dutyId('appeal-filing', act.fact),
    kind: 'appeal-filing',
    owedBy: 'requester',
    cause: act.fact,
    opensOn: opensOn(docket, act),
    dueOn,
    originalDueOn: dueOn,
    steps: windowSteps(docket, act, withoutNotice),
    otherReadings: withoutNotice
      ? otherReading(statute.policies, 'window-without-notice', act.windowEnds, null)
      : literalWindow(docket, act),
  };
  if (term.metBy === 'received')
    duty.mustArriveBy = { on: act.windowEnds, ...(term.cutOff && { cutOff: term.cutOff }) };
  if (appeal) {
    const sent = { on: appeal.fact.on, assumed: false };
    const { on, assumed } = term.metBy === 'received' ? arrivalOfAppeal(docket, appeal.fact, term.cutOff) : sent;
    duty.done = { by: appeal.fact, on };
    if (assumed) duty.assumed = true;
    if (dueOn && on > dueOn) {
      const came = term.metBy === 'sent' ? 'was sent' : assumed ? 'is presumed to have arrived' : 'arrived';
      const says = `the appeal ${came} on ${formatDay(on)}, after the window had closed on ${formatDay(dueOn)}`;
      note(docket, 'appeal-late', appeal.fact, says);
    }
  } else {
    const since = docket.facts.indexOf(act.fact);
    const ended = [suit, docket.closing].find((fact) => fact && docket.facts.indexOf(fact) > since);
    if (ended) duty.endedOn = ended.on;
  }
  return duty;
}

/** A fee becomes an adverse act on the day it is disputed; everything else on the day of the letter. */
function opensOn(docket: Docket, { fact, rule }: AppealableAct): PlainDate {
  return rule.when === 'disputed' ? (disputeOf(fact, docket.links)?.on ?? fact.on) : fact.on;
}

function windowSteps(docket: Docket, act: AppealableAct, withoutNotice: boolean): Duty['steps'] {
  const { fact, rule } = act;
  const term = termFor(docket.law, 'appeal-filing');
  const start = windowStart(fact, term.from);
  const dated =
    term.from === 'notified' && fact.notifiedOn
      ? `the letter reached us ${formatDay(start)}; that day is not counted`
      : `the letter is dated ${formatDay(start)}; that day is not counted`;
  if (withoutNotice) {
    const says = `the letter of ${formatDay(fact.on)} gives no right to appeal, so it is not yet a determination and opens no window`;
    return [step(fact.on, says, docket.law.statute.rules['appeal-rights'].cites)];
  }
  const steps = [
    step(start, dated, rule.cites),
    step(start, `${inWords(term.count, term.unit)} to appeal`, term.cites),
  ];
  if (term.unit === 'working-day') steps.push(...skippedHolidays(docket.calendar, start, act.windowEnds));
  if (term.metBy === 'received') {
    const at = term.cutOff ? ` by ${term.cutOff}` : '';
    steps.push(step(act.windowEnds, `it must have arrived on that day${at}`, term.cites));
  }
  return [...steps, result(act.windowEnds, term.cites)];
}

function literalWindow(docket: Docket, act: AppealableAct): OtherReading[] {
  const { statute, overrides } = docket.law;
  const term = termFor(docket.law, 'appeal-filing');
  const start = windowStart(act.fact, term.from);
  if (term.unit !== 'working-day' || !hasMovedHoliday(docket, start, act.windowEnds)) return [];
  const literal = countFrom(literalCalendarFor(statute, overrides), start, term.count, term.unit);
  return otherReading(statute.policies, 'literal-legal-holiday', literal, act.windowEnds);
}
