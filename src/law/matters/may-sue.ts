import type { Docket } from '../docket.ts';
import { allOf, note } from '../docket.ts';
import { compareDays, formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Consequence, Step } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { Citation } from '../terms.ts';
import { appealableAct, challengeAt } from './adverse.ts';
import type { Appeal } from './appeals.ts';
import { determinationTerm, isDetermination } from './determination.ts';
import { ifAsAssumed, lateFrom, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { onOtherReadings, opensCourt, whatIsMissing } from './silence.ts';
import type { SilenceSpan } from './silence.ts';
import { ruleCites } from './term.ts';

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
  silences: readonly SilenceSpan[],
  appeals: readonly Appeal[],
  expeditions: readonly Duty[],
): MaySue[] {
  const found = [
    ...bySilence(docket, silences),
    ...appeals.flatMap((appeal) => byAppeal(docket, appeal, silences)),
    ...byDetermination(docket),
    ...expeditions.flatMap((duty) => byExpedition(docket, duty)),
  ].sort((a, b) => compareDays(a.consequence.from, b.consequence.from));
  if (canBeTooEarly(docket)) noteEarlySuits(docket, found);
  return found;
}

/** Where the law sets no day to decide, nobody can say that a suit over the delay came too early. */
function canBeTooEarly(docket: Docket): boolean {
  const court = challengeAt(docket.law.statute, 'court');
  if (!court) return false;
  return determinationTerm(docket) !== null || !court.against.some(({ when }) => when === 'silence');
}

/** A silence that opens the court: because the law says that one may sue, or because it counts as a denial. */
function bySilence(docket: Docket, silences: readonly SilenceSpan[]): MaySue[] {
  const opening = silences.filter((span) => span.rule.effect === 'may-sue' || opensCourt(docket, span));
  return opening
    .filter((span) => isFirstOf(span, opening))
    .map((silence) => {
      const { from, until, endedBy, cause, assumed, rule, appeal } = silence;
      const says = rule.effect === 'may-sue' ? rule.says : 'one may sue';
      const missed = step(from, whatIsMissing(silence), silence.cites);
      return span({
        from,
        until,
        issue: appeal && issueOf(appeal),
        cause,
        assumed,
        says: appeal
          ? `${whatIsMissing(silence)}: ${says} from ${formatDay(from)}${onOtherReadings(silence)}`
          : `${whatIsMissing(silence)}: from ${formatDay(from)} ${says}${onOtherReadings(silence)}`,
        cites: rule.cites,
        steps: endedBy ? [missed, endedBy] : [missed],
      });
    });
}

/** One silence may have several effects: that one may sue is told once, from what says so, else from the first. */
function isFirstOf(span: SilenceSpan, all: readonly SilenceSpan[]): boolean {
  const same = all.filter((other) => other.cause === span.cause);
  return span === (same.find(({ rule }) => rule.effect === 'may-sue') ?? same[0]);
}

function issueOf(appeal: Appeal): Consequence['issue'] {
  return appeal.concerns === 'expedition' || appeal.concerns === 'fees' ? appeal.concerns : undefined;
}

/** An appeal decided for good, where a court may look at it. What was remanded is open again, with no day set. */
function byAppeal(docket: Docket, appeal: Appeal, silences: readonly SilenceSpan[]): MaySue[] {
  const { decided, challenge } = appeal;
  const court = challengeAt(docket.law.statute, 'court');
  const reviewed = court?.against.some(({ of, when }) => of === challenge?.id && when === 'adverse-act');
  if (!decided || !reviewed || decided.outcome === 'remanded') return [];
  if (silences.some((silence) => silence.appeal === appeal)) return [];
  const cites = docket.law.statute.rules['final-appeal-decision']?.cites ?? court!.cites;
  const says = `the ${challenge!.name} was decided on ${formatDay(decided.on)}: one may sue`;
  const steps = [step(decided.on, `${challenge!.name} ${decided.outcome} ${formatDay(decided.on)}`, cites)];
  const until = docket.closing?.on;
  return [
    span({ from: decided.on, until, issue: issueOf(appeal), cause: decided, assumed: false, says, cites, steps }),
  ];
}

/** A refusal, where the law lets one go to court at once. */
function byDetermination(docket: Docket): MaySue[] {
  const court = challengeAt(docket.law.statute, 'court');
  if (!court?.against.some(({ of, when }) => of === 'request' && when === 'adverse-act')) return [];
  return docket.facts.flatMap((fact) => {
    const act = appealableAct(fact, docket.links, docket.law, court);
    if (!act || fact.kind === 'appeal-decided' || act.rule.concerns !== 'request') return [];
    const says = `refused in whole or in part on ${formatDay(fact.on)}: one may sue`;
    const steps = [step(fact.on, says, act.rule.cites)];
    const until = docket.closing?.on;
    return [span({ from: fact.on, until, cause: fact, assumed: false, says, cites: court.cites, steps })];
  });
}

/** Expedition refused, or not decided in time: for that issue alone, until the agency has answered the request. */
function byExpedition(docket: Docket, duty: Duty): MaySue[] {
  const decided = duty.done?.by;
  const refused = decided?.kind === 'expedition-decided' && !decided.granted ? decided : null;
  const late = lateFrom(duty);
  const from = late ?? refused?.on ?? null;
  if (!from) return [];
  const answered = docket.facts.find((fact) => isDetermination(fact, docket.law.statute) && fact.on >= from);
  const granted = decided && !refused ? decided.on : undefined;
  const until = granted ?? answered?.on ?? docket.closing?.on;
  const says = late
    ? `no decision on expedition by ${formatDay(duty.dueOn!)}: one may sue over that alone from ${formatDay(from)}`
    : `expedition was refused on ${formatDay(from)}: one may sue over that alone`;
  const cites = ruleCites(docket.law.statute, 'expedition-review');
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
    span({
      from,
      until,
      issue: 'expedition',
      cause: refused && !late ? refused : duty.cause,
      assumed: false,
      says,
      cites,
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
  cites: Citation;
  steps: Step[];
}

function span({ from, until, issue, cause, assumed, says, cites, steps }: Span): MaySue {
  const consequence: Consequence = {
    kind: 'may-sue',
    from,
    ...(until && { until }),
    ...(issue && { issue }),
    says: assumed ? `${says}, ${ifAsAssumed}` : says,
    cites: [cites],
    steps,
  };
  return { consequence, cause, assumed };
}

function noteEarlySuits(docket: Docket, spans: readonly MaySue[]): void {
  for (const suit of allOf(docket.facts, 'lawsuit-filed')) {
    if (spans.some(({ consequence: { from, until } }) => from <= suit.on && (!until || suit.on <= until))) continue;
    note(docket, 'suit-too-early', suit, 'the suit was filed on a day on which one could not yet, or no longer, sue');
  }
}
