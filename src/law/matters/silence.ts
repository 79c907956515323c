import type { Docket } from '../docket.ts';
import { isOnTrack } from '../law.ts';
import { addDays, formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Consequence, Step } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { Silence } from '../statute.ts';
import type { Citation } from '../terms.ts';
import { challengeAt } from './adverse.ts';
import type { Appeal } from './appeals.ts';
import type { Determination } from './determination.ts';
import { ifAsAssumed, lateFrom, onLatestReading, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { runPeriod } from './period.ts';
import { startOf } from './start.ts';
import { applied, endOf, rolled, ruleCites } from './term.ts';

/** What follows in law when nothing came: a denial or an approval that nobody wrote, a complaint, a suit. */

/** A span in which a silence has its effect. Those that lie ahead hold if nothing more is recorded. */
export interface SilenceSpan {
  rule: Silence;
  /** What was silent: the request, or the id of a challenge. */
  of: string;
  /** The last day on which an answer would have been in time; day 0 of what the silence starts. */
  lastDay: PlainDate;
  from: PlainDate;
  until?: PlainDate;
  /** What ended it: an answer, a closing. */
  endedBy?: Step;
  cause: StatusChange;
  appeal?: Appeal;
  /** The period that passed, for what its other readings give. */
  duty?: Duty;
  assumed: boolean;
  cites: Citation | undefined;
}

/** Every silence, on the request and on each appeal. */
export function readSilences(
  docket: Docket,
  determination: Determination | null,
  appeals: readonly Appeal[],
): SilenceSpan[] {
  const onRequest = determination
    ? docket.law.statute.silence
        .filter(({ tracks }) => isOnTrack(docket.law, tracks))
        .flatMap((rule) => onTheRequest(docket, determination, rule) ?? [])
    : [];
  return [...onRequest, ...appeals.flatMap((appeal) => onAppeal(docket, appeal) ?? [])];
}

function onTheRequest(docket: Docket, determination: Determination, rule: Silence): SilenceSpan | null {
  const { duty } = determination;
  const late = rule.after ? ownLate(docket, determination, rule) : lateOf(duty);
  if (!late || wasAnsweredSomehow(docket, rule, late)) return null;
  const suit = suitFrom(docket, late.from);
  const answered = duty.done?.on ?? duty.endedOn;
  const stays = duty.done && !rule.endsWithAnswer;
  const ended = stays ? docket.closing?.on : answered;
  const until = ended && !(suit && suit.on <= ended) ? ended : undefined;
  return {
    rule,
    of: 'request',
    ...late,
    ...(until && {
      until,
      endedBy: step(until, endOfSilence(docket, duty, until), ruleCites(docket.law.statute, 'late-answer-cures')),
    }),
    cause: duty.cause,
    ...(!rule.after && { duty }),
    assumed: duty.assumed === true,
    cites: duty.steps.at(-1)?.cites,
  };
}

/** An acknowledgement may be enough not to be silent. */
function wasAnsweredSomehow(docket: Docket, { unless }: Silence, { lastDay }: Late): boolean {
  return unless !== undefined && docket.facts.some((fact) => unless.includes(fact.kind) && fact.on <= lastDay);
}

interface Late {
  lastDay: PlainDate;
  from: PlainDate;
}

function lateOf(duty: Duty): Late | null {
  const from = lateFrom(duty);
  return from && { lastDay: duty.dueOn!, from };
}

/** A silence that is counted on its own stands still with the period, but no extension moves it. */
function ownLate(docket: Docket, { duty, input, start }: Determination, rule: Silence): Late | null {
  const term = applied(docket.law, 'determination', rule.after!);
  const own = { ...term, count: rule.after!.count, unit: rule.after!.unit };
  const begins = startOf(docket, rule.after!.from) ?? start;
  if (begins.unacknowledged) return null;
  const events = input?.events.filter((event) => event.kind === 'question') ?? [];
  const period = { length: own, roll: own.roll, events, tolls: true };
  const lastDay = runPeriod(period, { calendar: docket.calendar, start: begins.on }).dueOn;
  const answered = duty.done?.on ?? duty.endedOn;
  if (!lastDay || (answered && answered <= lastDay)) return null;
  return { lastDay, from: addDays(lastDay, 1) };
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

/** An appeal that was not decided in time. */
function onAppeal(docket: Docket, appeal: Appeal): SilenceSpan | null {
  const { duty, decided, challenge } = appeal;
  const rule = challenge?.decision?.silence;
  const late = duty && rule && (rule.after ? ownAppealLate(docket, appeal, rule) : lateOf(duty));
  if (!duty || !rule || !late) return null;
  const suit = suitFrom(docket, late.from);
  const remanded = decided?.outcome === 'remanded' ? decided.on : undefined;
  const ended = remanded ?? (rule.endsWithAnswer ? decided?.on : undefined) ?? (suit ? undefined : docket.closing?.on);
  const until = ended && !(suit && suit.on <= ended) ? ended : undefined;
  const says = remanded ? 'remanded on' : decided?.on === until ? 'decided on' : 'the request ended on';
  return {
    rule,
    of: challenge.id,
    ...late,
    ...(until && {
      until,
      endedBy: step(until, `${says} ${formatDay(until)}`, ruleCites(docket.law.statute, 'remand')),
    }),
    cause: appeal.fact,
    appeal,
    assumed: duty.assumed === true,
    cites: duty.steps.at(-1)?.cites,
  };
}

function ownAppealLate(docket: Docket, { duty, decided, fact }: Appeal, { after }: Silence): Late | null {
  const start = after!.from === 'sending-of-appeal' ? fact.on : (duty!.steps[0]?.on ?? fact.on);
  const lastDay = rolled(docket.calendar, after!.roll, endOf(docket.calendar, start, after!));
  return decided && decided.on <= lastDay ? null : { lastDay, from: addDays(lastDay, 1) };
}

function suitFrom(docket: Docket, from: PlainDate): StatusChange | undefined {
  return docket.facts.find((fact) => fact.kind === 'lawsuit-filed' && fact.on >= from);
}

/** `no determination by Tue 28 Jul 2026`. */
export function whatIsMissing({ of, lastDay, appeal }: SilenceSpan): string {
  const what = of === 'request' ? 'no determination' : `no decision on the ${appeal?.challenge?.name ?? 'appeal'}`;
  return `${what} by ${formatDay(lastDay)}`;
}

/** A silence that the law counts on its own has no other readings here. */
export function onOtherReadings({ rule, duty, appeal }: SilenceSpan): string {
  const period = duty ?? appeal?.duty;
  return period && !rule.after ? onLatestReading(period) : '';
}

/** The silences that have an effect of their own. That one may sue is told together with its other grounds. */
export function silenceConsequences(spans: readonly SilenceSpan[]): Consequence[] {
  return spans.filter(({ rule }) => rule.effect !== 'may-sue').map(toConsequence);
}

function toConsequence(span: SilenceSpan): Consequence {
  const { rule, from, until, endedBy, assumed, cites } = span;
  const says = `${whatIsMissing(span)}: from ${formatDay(from)} ${rule.says}${onOtherReadings(span)}`;
  const missed = step(from, whatIsMissing(span), cites);
  return {
    kind: rule.effect,
    from,
    ...(until && { until }),
    says: assumed ? `${says}, ${ifAsAssumed}` : says,
    cites: [rule.cites],
    steps: endedBy ? [missed, endedBy] : [missed],
  };
}

/** Whether the law opens a court to whom this silence hurts. */
export function opensCourt(docket: Docket, { of }: SilenceSpan): boolean {
  const court = challengeAt(docket.law.statute, 'court');
  return court?.against.some((one) => one.of === of && one.when === 'silence') ?? false;
}
