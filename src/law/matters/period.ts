import type { Calendar } from '../calendar.ts';
import { addDays, daysBetween, earlierOf, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';
import type { Unit } from '../statute.ts';
import { countFrom } from './term.ts';

/**
 * A period that can stand still and can be extended, read once under one reading of the disputed points. The same
 * code gives the default date and every other reading's.
 */

/** A question of the agency's, and the day our answer reached it. */
export interface QuestionEvent {
  kind: 'question';
  fact: StatusChange;
  toll: 'information' | 'fee';
  answeredOn: PlainDate | null;
  /** The arrival of the answer is presumed. */
  assumed: boolean;
}

export interface ExtensionEvent {
  kind: 'extension';
  fact: StatusChange<'extended'>;
}

export type PeriodEvent = QuestionEvent | ExtensionEvent;

/** What a period is made of, whatever the reading. */
export interface PeriodInput {
  count: number;
  unit: Unit;
  /** In order of occurrence. */
  events: readonly PeriodEvent[];
  /** How many questions of each kind may stop the period; null is no limit. */
  tollLimits: Record<QuestionEvent['toll'], number | null>;
  /** Whether questions stop this period at all. */
  tolls: boolean;
  /** The most an extension may add. */
  extension: { count: number; unit: Unit };
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
  | 'extension-late'
  | 'extension-repeated'
  | 'extension-days-spent'
  | 'extension-beyond-ten-days';

/** A stretch of days that do not count, both ends included; `to` is null while the question is open. */
export interface Pause {
  from: PlainDate;
  /** The day before it: the last that may count. */
  before: PlainDate;
  to: PlainDate | null;
  event: QuestionEvent;
  /** Days already counted when it began. */
  used: number;
}

export interface PeriodResult {
  /** Null while it stands still. */
  dueOn: PlainDate | null;
  /** The end before any extension. */
  baseDueOn: PlainDate | null;
  /** Units left while it stands still. */
  remaining: number;
  pauses: Pause[];
  extension: { event: ExtensionEvent; used: number } | null;
  notes: { event: PeriodEvent; note: PeriodNote }[];
}

interface Running {
  pauses: Pause[];
  extensionPauses: Pause[];
  extension: ExtensionEvent | null;
  tolled: Record<QuestionEvent['toll'], number>;
  notes: PeriodResult['notes'];
}

/** Reads the events one after the other: each is judged by what stood on its day. */
export function runPeriod(input: PeriodInput, reading: Reading): PeriodResult {
  const so: Running = {
    pauses: [],
    extensionPauses: [],
    extension: null,
    tolled: { information: 0, fee: 0 },
    notes: [],
  };
  for (const event of input.events) {
    const note = event.kind === 'question' ? hear(input, reading, so, event) : extend(input, reading, so, event);
    if (note) so.notes.push({ event, note });
  }
  return conclude(input, reading, so);
}

/** A question: stops the period unless there is nothing to stop. */
function hear(input: PeriodInput, reading: Reading, so: Running, event: QuestionEvent): PeriodNote | null {
  const on = event.fact.on;
  if (!input.tolls) return 'toll-on-appeal';
  if (on < reading.start) return 'toll-before-start';
  const limit = input.tollLimits[event.toll];
  if (limit !== null && so.tolled[event.toll] >= limit) return 'second-question';
  const base = countPaused(input.count, input.unit, reading.calendar, reading.start, so.pauses);
  const before = reading.stopDayNotCounted ? addDays(on, -1) : on;
  const from = reading.stopDayNotCounted ? on : addDays(on, 1);
  const to = event.answeredOn && (reading.resumeDayCounted ? addDays(event.answeredOn, -1) : event.answeredOn);
  const pause = { from, before, to, event, used: input.count - base.left };
  if (base.dueOn !== null && base.dueOn < from) return hearLate(input, reading, so, pause);
  if (base.dueOn !== null) pause.used = countedBy(input, reading, so.pauses, before);
  so.pauses.push(pause);
  so.tolled[event.toll]++;
  return null;
}

/** A question after the period proper: nothing, unless added days are running and the reading lets it stop those. */
function hearLate(input: PeriodInput, reading: Reading, so: Running, pause: Pause): PeriodNote {
  const due = conclude(input, reading, so).dueOn;
  if (!so.extension || (due !== null && due < pause.from)) return 'toll-after-expiry';
  if (reading.extensionTolls) so.extensionPauses.push(pause);
  return 'toll-during-extension';
}

/** A notice of extension: good on or before the day the period ends; a period that stands still has not ended. */
function extend(input: PeriodInput, reading: Reading, so: Running, event: ExtensionEvent): PeriodNote | null {
  if (so.extension) return 'extension-repeated';
  const due = conclude(input, reading, so).dueOn;
  if (due !== null && event.fact.on > due) return 'extension-late';
  if (allowance(input, reading) <= 0) return 'extension-days-spent';
  so.extension = event;
  return null;
}

/** Where the period ends as things stand. Built field by field: this is the innermost reading of all. */
function conclude(input: PeriodInput, reading: Reading, so: Running): PeriodResult {
  const { pauses, notes } = so;
  const base = countPaused(input.count, input.unit, reading.calendar, reading.start, pauses);
  const baseDueOn = base.dueOn;
  if (!so.extension) return { dueOn: baseDueOn, baseDueOn, remaining: base.left, pauses, extension: null, notes };
  const added = allowance(input, reading);
  const extension = { event: so.extension, used: added };
  if (baseDueOn === null) return { dueOn: null, baseDueOn, remaining: base.left + added, pauses, extension, notes };
  const { unit } = input.extension;
  const extended = countPaused(added, unit, reading.calendar, baseDueOn, so.extensionPauses);
  if (extended.dueOn === null) return { dueOn: null, baseDueOn, remaining: extended.left, pauses, extension, notes };
  const dueOn = capped(baseDueOn, extended.dueOn, so.extension.fact.until);
  if (dueOn !== extended.dueOn) extension.used = unitsBetween(reading.calendar, baseDueOn, dueOn, unit);
  return { dueOn, baseDueOn, remaining: 0, pauses, extension, notes };
}

/** The agency's own day if it is earlier than the most the law allows; never earlier than without the extension. */
function capped(base: PlainDate, most: PlainDate, until: PlainDate | undefined): PlainDate {
  return until ? laterOf(base, earlierOf(until, most)) : most;
}

function allowance(input: PeriodInput, reading: Reading): number {
  return Math.min(input.extension.count, reading.extensionLeft ?? input.extension.count);
}

/** Counts over pauses. Pauses begin in order and may overlap; a day in two of them is left out once. */
function countPaused(
  count: number,
  unit: Unit,
  calendar: Calendar,
  start: PlainDate,
  pauses: readonly Pause[],
): { dueOn: PlainDate | null; left: number } {
  let [at, left] = [start, count];
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= at) continue;
    const counted = unitsBetween(calendar, at, pause.before, unit);
    if (counted >= left) break;
    left -= counted;
    if (pause.to === null) return { dueOn: null, left };
    // An answer on the day of the question leaves a pause without days: what was counted stays counted.
    at = laterOf(laterOf(at, pause.before), pause.to);
  }
  return { dueOn: countFrom(calendar, at, left, unit), left: 0 };
}

/** Units counted up to and including a day. */
function countedBy(input: PeriodInput, reading: Reading, pauses: readonly Pause[], day: PlainDate): number {
  let [at, counted] = [reading.start, 0];
  for (const pause of pauses) {
    if (pause.from > day) break;
    counted += unitsBetween(reading.calendar, at, pause.before, input.unit);
    if (pause.to === null || pause.to >= day) return counted;
    at = laterOf(laterOf(at, pause.before), pause.to);
  }
  return counted + unitsBetween(reading.calendar, at, day, input.unit);
}

/** Working or calendar days after `a` up to and including `b`; 0 if `b` is not later. */
function unitsBetween(calendar: Calendar, a: PlainDate, b: PlainDate, unit: Unit): number {
  if (b <= a) return 0;
  return unit === 'working-day' ? calendar.workingDaysBetween(a, b) : daysBetween(a, b);
}
