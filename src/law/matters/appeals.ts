import { literalCalendarFor } from '../calendar.ts';
import type { Docket } from '../docket.ts';
import { about, allOf, note } from '../docket.ts';
import { trackOf } from '../law.ts';
import { formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OtherReading } from '../standing.ts';
import type { AppealLevel, StatusChange } from '../status-change.ts';
import type { Challenge, PolicyName } from '../statute.ts';
import type { TermStart } from '../terms.ts';
import { versionOn } from '../versions.ts';
import { challengeAt } from './adverse.ts';
import { dutyId, leastSure, otherReading, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { runPeriod } from './period.ts';
import type { PeriodInput, PeriodResult, Reading } from './period.ts';
import { explainPeriod, noteAnomalies } from './period-steps.ts';
import { eventsOf } from './questions.ts';
import { hasMovedHoliday, termReadings } from './readings.ts';
import { arrivalOf, startOfAppeal } from './receipt.ts';
import type { Start } from './start.ts';
import { applied, rolled } from './term.ts';

/** An appeal: of what, and how it ended. */
export interface Appeal {
  fact: StatusChange<'appealed'>;
  level: AppealLevel;
  /** What the law sets for its level, if anything. */
  challenge: Challenge | undefined;
  /** What was appealed; null is silence. */
  of: StatusChange | null;
  concerns: 'request' | 'interim' | 'fees' | 'expedition';
  decided: StatusChange<'appeal-decided'> | null;
  /** Absent where the law sets no day for this level. */
  duty?: Duty;
}

/** Every appeal with the duty to decide it. `used` is what the request has taken of an extension that both share. */
export function readAppeals(docket: Docket, used: number): Appeal[] {
  let spent = used;
  return allOf(docket.facts, 'appealed').map((fact) => {
    const appeal = appealOf(docket, fact);
    const { challenge, level } = appeal;
    if (!challenge?.decision) {
      if (!challenge)
        note(docket, 'no-day-for-this-appeal', fact, `this law sets no day for an appeal at the level of ${level}`);
      return appeal;
    }
    const { duty, taken } = decisionDuty(docket, appeal, challenge.decision, spent);
    spent += taken;
    return { ...appeal, duty };
  });
}

function appealOf(docket: Docket, fact: StatusChange<'appealed'>): Appeal {
  const id = docket.links.targetOf(fact);
  const of = docket.facts.find((other) => other.id === id) ?? null;
  const rule = docket.law.statute.adverseActs.find((act) => act.kind === of?.kind);
  const decided = about(docket, fact.id, ['appeal-decided'])[0] as StatusChange<'appeal-decided'> | undefined;
  const level = fact.level ?? 'agency';
  const concerns = rule?.concerns ?? (of && of.kind !== 'appeal-decided' ? 'interim' : 'request');
  return {
    fact,
    level,
    challenge: challengeAt(versionOn(docket.law, fact.on), level),
    of,
    concerns,
    decided: decided ?? null,
  };
}

/** Whether the appeal is one of the request itself, so that the request is being appealed. */
export function isMainAppeal(appeal: Appeal): boolean {
  return appeal.of !== null && appeal.concerns === 'request';
}

function decisionDuty(
  docket: Docket,
  appeal: Appeal,
  rule: NonNullable<Challenge['decision']>,
  spent: number,
): { duty: Duty; taken: number } {
  const own = rule.onTrack?.[trackOf(docket.law)?.id ?? ''];
  const term = applied(docket.law, rule.kind, { ...rule, ...own });
  const start = term.start === 'sending-of-appeal' ? whenSent(docket, appeal) : startOfAppeal(docket, appeal.fact);
  const events = eventsOf(docket, 'appeal-decision', extensionsOf(docket, appeal));
  const shared = docket.law.statute.extensions.find((one) => one.shared)?.count ?? 0;
  const input: PeriodInput = { length: term, roll: term.roll, events, tolls: false };
  const reading: Reading = { calendar: docket.calendar, start: start.on, extensionLeft: shared - spent };
  const period = runPeriod(input, reading);
  noteAnomalies(docket, period);
  const what = rule.kind === 'appeal-decision' ? 'to decide the appeal' : `to decide the ${appeal.challenge!.name}`;
  const duty: Duty = {
    id: dutyId(rule.kind, appeal.fact),
    kind: rule.kind,
    owedBy: 'agency',
    cause: appeal.fact,
    opensOn: appeal.fact.on,
    dueOn: period.dueOn,
    originalDueOn: rolled(docket.calendar, term.roll, period.baseDueOn!),
    steps: explainPeriod({ docket, input, result: period, start: start.on, startSteps: start.steps, what, term }),
    otherReadings: decisionReadings(docket, input, reading, period, start.others, spent),
    confidence: leastSure(term.confidence, ...period.extensions.map((one) => one.rule.confidence)),
  };
  const startBy = (from: TermStart): PlainDate | undefined => {
    if (from === 'sending-of-appeal') return appeal.fact.on;
    return from === 'receipt-of-appeal' ? arrivalOf(docket, appeal.fact).on : undefined;
  };
  duty.otherReadings.push(...termReadings(docket, { term, input, reading, dueOn: period.dueOn, startBy }));
  if (period.extensions.length > 0) duty.extended = true;
  if (rule.expected) duty.expected = true;
  if (start.assumed) duty.assumed = true;
  endDecision(docket, appeal, duty);
  return { duty, taken: takenOf(period) };
}

function whenSent(docket: Docket, { fact, challenge }: Appeal): Start {
  const says = `sent ${formatDay(fact.on)}; that day is not counted`;
  return {
    on: fact.on,
    assumed: false,
    steps: [step(fact.on, says, (challenge ?? docket.law.statute).cites)],
    others: [],
  };
}

/** What a period has taken of the extension that request and appeal share. */
export function takenOf(period: PeriodResult | null): number {
  return period?.extensions.reduce((sum, { rule, used }) => sum + (rule.shared ? used : 0), 0) ?? 0;
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
  const { statute, overrides, suspensions } = docket.law;
  const found: OtherReading[] = [];
  const read = (policy: PolicyName, change: Partial<Reading>): void => {
    const { dueOn } = runPeriod(input, { ...byDefault, ...change });
    found.push(...otherReading(statute.policies, policy, dueOn, period.dueOn));
  };
  const shared = statute.extensions.find((one) => one.shared)?.count;
  if (spent > 0 && shared && input.events.length > 0) read('ten-days-each-stage', { extensionLeft: shared });
  if (hasMovedHoliday(docket, byDefault.start, period.dueOn))
    read('literal-legal-holiday', { calendar: literalCalendarFor(statute, overrides, suspensions) });
  for (const start of starts) read(start.policy, { start: start.on });
  return found;
}
