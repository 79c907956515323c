import { addDays, earlierOf, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Deadline, DeadlineState } from '../standing.ts';
import type { Duty } from './duty.ts';

/** A duty as it stands on a day. */
export function toDeadline(duty: Duty, asOf: PlainDate): Deadline {
  // An answer that is on its way, and arrives later than the day one looks, has not done anything yet.
  const done = duty.done && duty.done.on <= asOf ? duty.done : undefined;
  const state = stateOf(duty, done, asOf);
  const latest = latestReading(duty);
  const deadline: Deadline = {
    id: duty.id,
    kind: duty.kind,
    owedBy: duty.owedBy,
    dueOn: duty.dueOn,
    originalDueOn: duty.originalDueOn,
    state,
    causedBy: { statusChangeId: duty.cause.id, kind: duty.cause.kind },
    overdue: state === 'missed' && !done && !duty.endedOn,
    lateOnEveryReading: state === 'missed' && latest !== null && (done?.on ?? duty.endedOn ?? asOf) > latest,
    latestReadingOn: latest,
    earliestReadingOn: earliestReading(duty),
    steps: duty.steps,
    otherReadings: duty.otherReadings,
    confidence: duty.confidence,
  };
  if (state === 'paused' && duty.remaining) deadline.remaining = duty.remaining;
  if (done) [deadline.metBy, deadline.metOn] = [done.by.id, done.on];
  if (duty.assumed) deadline.assumed = true;
  if (duty.expected) deadline.expected = true;
  if (duty.onlyIf) deadline.onlyIf = duty.onlyIf;
  if (duty.mustArriveBy) deadline.mustArriveBy = duty.mustArriveBy;
  return deadline;
}

function stateOf(duty: Duty, done: Duty['done'], asOf: PlainDate): DeadlineState {
  const { dueOn, endedOn } = duty;
  if (done) return dueOn === null || duty.expected || done.on <= dueOn ? 'met' : 'missed';
  if (endedOn) return dueOn === null || duty.expected || endedOn <= dueOn ? 'void' : 'missed';
  if (dueOn === null) return duty.remaining ? 'paused' : 'running';
  return asOf > dueOn && !duty.expected ? 'missed' : 'running';
}

/** Null as soon as one reading has no date: on that reading nobody is late. */
function latestReading(duty: Duty): PlainDate | null {
  return duty.otherReadings.reduce<PlainDate | null>(
    (latest, { dueOn }) => (latest === null || dueOn === null ? null : laterOf(latest, dueOn)),
    duty.dueOn,
  );
}

function earliestReading(duty: Duty): PlainDate | null {
  return duty.otherReadings.reduce<PlainDate | null>(
    (earliest, { dueOn }) => (earliest === null ? dueOn : dueOn === null ? earliest : earlierOf(earliest, dueOn)),
    duty.dueOn,
  );
}

/** The days on which a duty looks different although nothing more was recorded. What is done stays as it is. */
export function turnsOf(duty: Duty): PlainDate[] {
  const { done, dueOn, endedOn, expected, opensOn } = duty;
  const days = done ? [opensOn, done.on] : [opensOn];
  if (expected || endedOn || dueOn === null) return days;
  const latest = latestReading(duty);
  const passing = latest === null ? [addDays(dueOn, 1)] : [addDays(dueOn, 1), addDays(latest, 1)];
  return [...days, ...passing.filter((day) => !done || day <= done.on)];
}
