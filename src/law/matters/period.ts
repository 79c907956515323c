import { addDays, earlierOf, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Calendar } from '../calendar.ts';
import type { StatusChange } from '../status-change.ts';
import type { ExtensionRule, Toll } from '../statute.ts';
import type { Length, Roll } from '../terms.ts';
import { countOver, countedOver } from './pauses.ts';
import type { Pause } from './pauses.ts';
import { countFrom, rolled } from './term.ts';

/**
 * A period that can stand still, begin anew and be extended, read once under one reading of the disputed points. The same
 * code gives the default date and every other reading's.
 */

/** A question of the agency's, and the day our answer reached it. */
export interface QuestionEvent {
  kind: 'question';
  fact: StatusChange;
  toll: Toll;
  answeredOn: PlainDate | null;
  /** The arrival of the answer is presumed. */
  assumed: boolean;
}

export interface ExtensionEvent {
  kind: 'extension';
  fact: StatusChange<'extended' | 'estimated'>;
  /** The agency's own day, if it names one. */
  until?: PlainDate | undefined;
  ground: string;
  /** Null: the law gives no extension on this ground. */
  rule: ExtensionRule | null;
}

export type PeriodEvent = QuestionEvent | ExtensionEvent;

/** What a period is made of, whatever the reading. */
export interface PeriodInput {
  length: Length & { orAtMost?: Length | undefined };
  roll: Roll;
  /** In order of occurrence. */
  events: readonly PeriodEvent[];
  /** Whether questions stop this period at all. */
  tolls: boolean;
  /** From where a total is counted that runs from the acknowledgement. */
  acknowledgedOn?: PlainDate | undefined;
}

/** How the disputed points are read. */
export interface Reading {
  calendar: Calendar;
  /** Day 0. */
  start: PlainDate;
  /** The day on which the agency asks does not count. */
  stopDayNotCounted?: boolean;
  /** The day on which the answer arrives counts again. */
  resumeDayCounted?: boolean;
  /** A question stops the added days too. */
  extensionTolls?: boolean;
  /** How much of the extension is left, where another stage has used some. */
  extensionLeft?: number;
}

/** Why an event did nothing, or less than it said. */
export type PeriodNote =
  | 'toll-before-start'
  | 'toll-after-expiry'
  | 'toll-during-extension'
  | 'toll-on-appeal'
  | 'second-question'
  | 'question-late'
  | 'extension-late'
  | 'extension-repeated'
  | 'extension-days-spent'
  | 'extension-not-provided'
  | 'extension-without-date'
  | 'extension-beyond-ten-days';

/** An extension that took hold. `used`: units added; for a total or an open one, 0. */
export interface Extension {
  event: ExtensionEvent;
  rule: ExtensionRule;
  used: number;
}

export interface PeriodResult {
  /** Null while it stands still, or while an extension names no day. */
  dueOn: PlainDate | null;
  /** Where it ends before it moves off a day off. */
  endsOn: PlainDate | null;
  /** The end before any extension, and before moving. */
  baseDueOn: PlainDate | null;
  /** What is left while it stands still. */
  remaining: Length | null;
  pauses: Pause[];
  extensions: Extension[];
  notes: { event: PeriodEvent; note: PeriodNote }[];
}

interface Running {
  pauses: Pause[];
  extensionPauses: Pause[];
  extensions: { event: ExtensionEvent; rule: ExtensionRule }[];
  tolled: Map<string, number>;
  notes: PeriodResult['notes'];
}

/** Reads the events one after the other: each is judged by what stood on its day. */
export function runPeriod(input: PeriodInput, reading: Reading): PeriodResult {
  const so: Running = { pauses: [], extensionPauses: [], extensions: [], tolled: new Map(), notes: [] };
  for (const event of input.events) {
    const note = event.kind === 'question' ? hear(input, reading, so, event) : extend(input, reading, so, event);
    if (note) so.notes.push({ event, note });
  }
  return conclude(input, reading, so);
}

/** A question: stops the period unless there is nothing to stop. */
function hear(input: PeriodInput, reading: Reading, so: Running, event: QuestionEvent): PeriodNote | null {
  const on = event.fact.on;
  const { toll } = event;
  // A question that only lapses, or one that an answer alone makes count.
  if (toll.effect === 'none' || (toll.waits === false && !event.answeredOn)) return null;
  if (!input.tolls) return 'toll-on-appeal';
  if (on < reading.start) return 'toll-before-start';
  if (toll.limit !== null && (so.tolled.get(toll.id) ?? 0) >= toll.limit) return 'second-question';
  const within = toll.askedWithin;
  if (within && on > lastDayOf(input, reading, countFrom(reading.calendar, reading.start, within.count, within.unit)))
    return 'question-late';
  const proper = properLength(input, so);
  const base = countOver(reading.calendar, reading.start, proper, so.pauses);
  const pause = onLastDay(input, reading, pauseOf(reading, event), base.dueOn);
  if (base.dueOn !== null && isTooLate(input, reading, pause, base.dueOn)) return hearLate(input, reading, so, pause);
  const { used, left } = countedOver(reading.calendar, reading.start, proper, so.pauses, pause.before);
  [pause.used, pause.left] = [used, base.dueOn === null ? base.left! : left];
  so.pauses.push(pause);
  so.tolled.set(toll.id, (so.tolled.get(toll.id) ?? 0) + 1);
  return null;
}

/**
 * Whether there is nothing left to stop. What stands still from the day after asking needs a day after it; what begins
 * anew is asked for in time on the very last day, moved off a day off where the law moves it.
 */
function isTooLate(input: PeriodInput, reading: Reading, pause: Pause, end: PlainDate): boolean {
  if (!pause.restarts) return end < pause.from;
  return pause.event.toll.late !== 'good' && pause.event.fact.on > lastDayOf(input, reading, end);
}

/** Where the law lets a question of the last day still stop it, that day does not count. */
function onLastDay(input: PeriodInput, reading: Reading, pause: Pause, end: PlainDate | null): Pause {
  const { toll, fact } = pause.event;
  if (!toll.evenOnLastDay || end === null || end >= pause.from || fact.on > lastDayOf(input, reading, end))
    return pause;
  const from = earlierOf(fact.on, end);
  return { ...pause, from, before: addDays(from, -1) };
}

function lastDayOf(input: PeriodInput, reading: Reading, end: PlainDate): PlainDate {
  return rolled(reading.calendar, input.roll, end);
}

function pauseOf(reading: Reading, event: QuestionEvent): Pause {
  const on = event.fact.on;
  const fromSameDay = event.toll.stops === 'same-day' || reading.stopDayNotCounted;
  const before = fromSameDay ? addDays(on, -1) : on;
  const resumesSameDay = reading.resumeDayCounted && event.toll.effect === 'toll';
  const to = event.answeredOn && (resumesSameDay ? addDays(event.answeredOn, -1) : event.answeredOn);
  const none: Length = { count: 0, unit: 'calendar-day' };
  return {
    from: addDays(before, 1),
    before,
    to,
    restarts: event.toll.effect === 'restart',
    event,
    used: none,
    left: none,
  };
}

/** The period proper: a total that takes its place is stopped like it, added days are not. */
function properLength(input: PeriodInput, so: Running): PeriodInput['length'] {
  const total = so.extensions.findLast(({ rule }) => rule.from === 'start' && rule.count !== null)?.rule;
  return total ? { count: total.count!, unit: total.unit } : input.length;
}

/** A question after the period proper: nothing, unless added days are running and the reading lets it stop those. */
function hearLate(input: PeriodInput, reading: Reading, so: Running, pause: Pause): PeriodNote | null {
  const due = conclude(input, reading, so).dueOn;
  if (so.extensions.length === 0 || (due !== null && due < pause.from)) return 'toll-after-expiry';
  if (reading.extensionTolls || pause.event.toll.stopsExtensions) so.extensionPauses.push(pause);
  return pause.event.toll.stopsExtensions ? null : 'toll-during-extension';
}

/** A notice of extension: good on or before the day the period ends; a period that stands still has not ended. */
function extend(input: PeriodInput, reading: Reading, so: Running, event: ExtensionEvent): PeriodNote | null {
  const { rule } = event;
  if (!rule) return 'extension-not-provided';
  if (rule.times !== null && so.extensions.filter((one) => one.rule === rule).length >= rule.times)
    return 'extension-repeated';
  const due = conclude(input, reading, so).dueOn;
  if (due !== null && event.fact.on > due && rule.late === 'void') return 'extension-late';
  if (rule.noticeWithin && isPast(input, reading, so, rule.noticeWithin, event.fact.on)) return 'extension-late';
  if (rule.count !== null && allowance(rule, reading) <= 0) return 'extension-days-spent';
  so.extensions.push({ event, rule });
  return rule.count === null && !event.until ? 'extension-without-date' : null;
}

/** Whether a length from the start, which stands still and moves off days off like the period itself, was over. */
function isPast(input: PeriodInput, { calendar, start }: Reading, so: Running, length: Length, on: PlainDate): boolean {
  const { dueOn } = countOver(calendar, start, length, so.pauses);
  return dueOn !== null && on > rolled(calendar, input.roll, dueOn);
}

/** Where the period ends as things stand. */
function conclude(input: PeriodInput, reading: Reading, so: Running): PeriodResult {
  const { pauses, notes } = so;
  const base = countOver(reading.calendar, reading.start, input.length, pauses);
  const extensions: Extension[] = [];
  let end: { dueOn: PlainDate | null; left: Length | null } = base;
  for (const { event, rule } of so.extensions) {
    const next = extended(input, reading, so, { event, rule, end });
    extensions.push({ event, rule, used: next.used });
    end = next;
  }
  const dueOn = end.dueOn && rolled(reading.calendar, input.roll, end.dueOn);
  return { dueOn, endsOn: end.dueOn, baseDueOn: base.dueOn, remaining: end.left, pauses, extensions, notes };
}

interface Extending {
  event: ExtensionEvent;
  rule: ExtensionRule;
  end: { dueOn: PlainDate | null; left: Length | null };
}

/** One extension laid over what stood. The agency's own day counts if it is earlier than the most the law allows. */
function extended(
  input: PeriodInput,
  reading: Reading,
  so: Running,
  { event, rule, end }: Extending,
): { dueOn: PlainDate | null; left: Length | null; used: number } {
  const { until } = event;
  // Open-ended: the agency's own day, and no day at all while it names none.
  if (rule.count === null)
    return { dueOn: until && end.dueOn ? laterOf(end.dueOn, until) : null, left: end.left, used: 0 };
  if (rule.from === 'start' || rule.from === 'acknowledgement') {
    const start = rule.from === 'start' ? reading.start : (input.acknowledgedOn ?? reading.start);
    const total = countOver(reading.calendar, start, { count: rule.count, unit: rule.unit }, so.pauses);
    if (total.dueOn === null || end.dueOn === null) return { ...total, used: 0 };
    return { dueOn: capped(end.dueOn, laterOf(total.dueOn, end.dueOn), rule, until), left: null, used: 0 };
  }
  const added = allowance(rule, reading);
  if (end.dueOn === null) return { dueOn: null, left: addedTo(end.left, added, rule), used: added };
  const from =
    rule.from === 'notice'
      ? event.fact.on
      : rule.from === 'moved-due-date'
        ? rolled(reading.calendar, input.roll, end.dueOn)
        : end.dueOn;
  const longer = countOver(reading.calendar, from, { count: added, unit: rule.unit }, so.extensionPauses);
  if (longer.dueOn === null) return { ...longer, used: added };
  const dueOn = capped(end.dueOn, laterOf(longer.dueOn, end.dueOn), rule, until);
  const used = dueOn === longer.dueOn ? added : usedUpTo(reading.calendar, end.dueOn, dueOn, rule, added);
  return { dueOn, left: null, used };
}

/** The agency's own day if it is earlier than the most the law allows; never earlier than without the extension. */
function capped(base: PlainDate, most: PlainDate, { ownDay }: ExtensionRule, until: PlainDate | undefined): PlainDate {
  return until && ownDay !== 'no-limit' ? laterOf(base, earlierOf(until, most)) : most;
}

function usedUpTo(calendar: Calendar, from: PlainDate, to: PlainDate, rule: ExtensionRule, most: number): number {
  return Math.min(most, countedOver(calendar, from, { count: most, unit: rule.unit }, [], to).used.count);
}

/** What is left of a period that stands still, with the added days; units that cannot be added are told apart by `extensions`. */
function addedTo(left: Length | null, added: number, rule: ExtensionRule): Length | null {
  return left?.unit === rule.unit ? { count: left.count + added, unit: left.unit } : left;
}

function allowance(rule: ExtensionRule, reading: Reading): number {
  return rule.shared ? Math.min(rule.count!, reading.extensionLeft ?? rule.count!) : rule.count!;
}
