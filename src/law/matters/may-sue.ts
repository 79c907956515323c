import type { Docket } from '../docket.ts';
import { allOf, note } from '../docket.ts';
import { compareDays, formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Consequence, Step } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { Citation, RuleName } from '../statute.ts';
import type { Appeal } from './appeals.ts';
import type { Determination } from './determination.ts';
import { isDetermination } from './determination.ts';
import { ifAsAssumed, lateFrom, step } from './duty.ts';
import type { Duty } from './duty.ts';

/** A span in which one may sue. */
export interface MaySue {
  consequence: Consequence;
  /** The fact behind it, for the id of the time to sue. */
  cause: StatusChange;
  assumed: boolean;
}

/** Every span in which one may sue, by day. Those that lie ahead hold if nothing more is recorded. */
export function readMaySue(
  docket: Docket,
  determination: Determination | null,
  appeals: readonly Appeal[],
  expeditions: readonly Duty[],
): MaySue[] {
  const found = [
    ...(determination ? bySilence(docket, determination.duty) : []),
    ...appeals.flatMap((appeal) => byAppeal(docket, appeal)),
    ...expeditions.flatMap((duty) => byExpedition(docket, duty)),
  ].sort((a, b) => compareDays(a.consequence.from, b.consequence.from));
  noteEarlySuits(docket, found);
  return found;
}

/** No determination in time. A determination made before suit closes it again: Oglesby, 920 F.2d 57. */
function bySilence(docket: Docket, duty: Duty): MaySue[] {
  const from = lateFrom(duty);
  if (!from) return [];
  const suit = suitFrom(docket, from);
  const ended = duty.done?.on ?? duty.endedOn;
  const until = ended && !(suit && suit.on <= ended) ? ended : undefined;
  const missed = missedStep(duty, from, 'no determination');
  const says = `no determination by ${formatDay(duty.dueOn!)}: from ${formatDay(from)} there is nothing left to exhaust and one may sue`;
  const ends = until && step(until, endOfSilence(docket, duty, until), ruleOf(docket, 'late-answer-cures'));
  return [
    span(docket, {
      from,
      until,
      cause: duty.cause,
      assumed: duty.assumed === true,
      says,
      rule: 'silence',
      steps: ends ? [missed, ends] : [missed],
    }),
  ];
}

function endOfSilence(docket: Docket, duty: Duty, until: PlainDate): string {
  const by = duty.done?.by;
  if (by?.kind === 'determined' && by.outcome === 'granted')
    return `the determination of ${formatDay(until)} grants the request: there is nothing left to sue for`;
  if (by) return `the determination of ${formatDay(until)} came before suit: appeal it first`;
  return docket.closing?.on === until
    ? `the request ended on ${formatDay(until)}`
    : `the agency closed the request on ${formatDay(until)}: appeal that first`;
}

/** An appeal not decided in time, or decided for good. What was remanded is open again, with no day set. */
function byAppeal(docket: Docket, appeal: Appeal): MaySue[] {
  const { duty, decided } = appeal;
  const issue = appeal.concerns === 'expedition' || appeal.concerns === 'fees' ? appeal.concerns : undefined;
  const from = duty ? lateFrom(duty) : null;
  if (duty && from) {
    const suit = suitFrom(docket, from);
    const remanded = decided?.outcome === 'remanded' ? decided.on : undefined;
    const ended = remanded ?? (suit ? undefined : docket.closing?.on);
    const until = ended && !(suit && suit.on <= ended) ? ended : undefined;
    const steps = [missedStep(duty, from, 'no decision on the appeal')];
    if (until)
      steps.push(
        step(
          until,
          remanded ? `remanded on ${formatDay(until)}` : `the request ended on ${formatDay(until)}`,
          ruleOf(docket, 'remand'),
        ),
      );
    const says = `no decision on the appeal by ${formatDay(duty.dueOn!)}: one may sue from ${formatDay(from)}`;
    return [
      span(docket, {
        from,
        until,
        issue,
        cause: appeal.fact,
        assumed: duty.assumed === true,
        says,
        rule: 'silence',
        steps,
      }),
    ];
  }
  if (!decided || decided.outcome === 'remanded') return [];
  const cites = ruleOf(docket, 'final-appeal-decision');
  const says = `the appeal was decided on ${formatDay(decided.on)}: one may sue`;
  const steps = [step(decided.on, `appeal ${decided.outcome} ${formatDay(decided.on)}`, cites)];
  return [
    span(docket, {
      from: decided.on,
      until: docket.closing?.on,
      issue,
      cause: decided,
      assumed: false,
      says,
      rule: 'final-appeal-decision',
      steps,
    }),
  ];
}

/** Expedition refused, or not decided in time: for that issue alone, until the agency has answered the request. */
function byExpedition(docket: Docket, duty: Duty): MaySue[] {
  const decided = duty.done?.by;
  const refused = decided?.kind === 'expedition-decided' && !decided.granted ? decided : null;
  const late = lateFrom(duty);
  const from = late ?? refused?.on ?? null;
  if (!from) return [];
  const answered = docket.facts.find((fact) => isDetermination(fact) && fact.on >= from);
  const granted = decided && !refused ? decided.on : undefined;
  const until = granted ?? answered?.on ?? docket.closing?.on;
  const says = late
    ? `no decision on expedition by ${formatDay(duty.dueOn!)}: one may sue over that alone from ${formatDay(from)}`
    : `expedition was refused on ${formatDay(from)}: one may sue over that alone`;
  const cites = ruleOf(docket, 'expedition-review');
  const steps = [step(from, says, cites)];
  if (until)
    steps.push(
      step(
        until,
        granted
          ? `expedition was granted on ${formatDay(until)}`
          : `answered or ended on ${formatDay(until)}: nothing is left to speed up`,
        cites,
      ),
    );
  return [
    span(docket, {
      from,
      until,
      issue: 'expedition',
      cause: refused && !late ? refused : duty.cause,
      assumed: false,
      says,
      rule: 'expedition-review',
      steps,
    }),
  ];
}

interface Span {
  from: PlainDate;
  until: PlainDate | undefined;
  issue?: Consequence['issue'];
  cause: StatusChange;
  assumed: boolean;
  says: string;
  rule: RuleName;
  steps: Step[];
}

function span(docket: Docket, { from, until, issue, cause, assumed, says, rule, steps }: Span): MaySue {
  const consequence: Consequence = {
    kind: 'may-sue',
    from,
    ...(until && { until }),
    ...(issue && { issue }),
    says: assumed ? `${says}, ${ifAsAssumed}` : says,
    cites: [ruleOf(docket, rule)],
    steps,
  };
  return { consequence, cause, assumed };
}

function missedStep(duty: Duty, from: PlainDate, what: string): Step {
  return step(from, `${what} by ${formatDay(duty.dueOn!)}`, duty.steps.at(-1)?.cites);
}

function ruleOf(docket: Docket, rule: RuleName): Citation {
  return docket.law.statute.rules[rule].cites;
}

function suitFrom(docket: Docket, from: PlainDate): StatusChange | undefined {
  return docket.facts.find((fact) => fact.kind === 'lawsuit-filed' && fact.on >= from);
}

function noteEarlySuits(docket: Docket, spans: readonly MaySue[]): void {
  for (const suit of allOf(docket.facts, 'lawsuit-filed')) {
    if (spans.some(({ consequence: { from, until } }) => from <= suit.on && (!until || suit.on <= until))) continue;
    note(docket, 'suit-too-early', suit, 'the suit was filed on a day on which one could not yet, or no longer, sue');
  }
}
