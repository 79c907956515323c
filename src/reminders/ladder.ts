import type { Calendar } from '../law/calendar.ts';
import { addDays, daysBetween, type PlainDate } from '../law/plain-date.ts';
import type { Deadline, DeadlineKind, Standing } from '../law/standing.ts';

/**
 * When one is reminded of what, as days. Pure: a standing and a calendar in, ladders out; who is told, and at which
 * moment, is the planner's business.
 */

/** One step of a ladder: a day on which somebody is told. */
export interface Rung {
  /** `30-before`, `0-before`, `half-way`, `late-1`, `missed`, `every-2`, `silence`, `quiet`, `reopened`. */
  name: string;
  /** A working day at the agency. */
  on: PlainDate;
  /** What it says is true only once that day has begun at the agency; a person further east is told a morning later. */
  onceBegun: boolean;
}

/** All the rungs for one deadline as it stands; a ladder that repeats has no last one. */
export interface Ladder {
  /** What it is about, whatever its day: the deadline's id, or `silence` or `quiet`. */
  subject: string;
  /** Null: about the request, not about one deadline. */
  deadlineId: string | null;
  deadlineKind: string | null;
  dueOn: PlainDate | null;
  /** The fact that caused it; null: none in particular. */
  causeId: string | null;
  /** Owed by us: muting moves it to the next person instead of ending it. */
  ours: boolean;
  /** Every owner is told beside whoever holds the request. */
  ownersToo: boolean;
  /** Told the morning after it arose: always, or only when a rung was over before it arose. */
  opens: 'always' | 'when-late' | 'never';
  /** The name of the rung that tells so. */
  opensAs: string;
  /** Opening after this day would be of no use. */
  openBy: PlainDate | null;
  /** Never a last rung. */
  endless: boolean;
  /** In the order of their days; to be walked once. */
  rungs: Iterable<Rung>;
}

/** What a ladder may look at. */
export interface LadderFacts {
  standing: Standing;
  calendar: Calendar;
  /** The day of the fact, at the agency; undefined if there is none of that id. */
  dayOfFact(id: string): PlainDate | undefined;
  /** The day on which it was recorded, at the agency. */
  recordedOn(id: string): PlainDate | undefined;
  /** The day on which the newest fact was recorded; null before the first. */
  quietSince: PlainDate | null;
}

/** The rung that tells of a deadline of ours as soon as it is known. */
export const OPENED = 'opened';
/** The rung that tells that an act of agency or court has opened a closed request again. */
export const REOPENED = 'reopened';

const LATE: readonly DeadlineKind[] = [
  'determination',
  'expedition-decision',
  'appeal-decision',
  'review-decision',
  'complaint-decision',
  'production',
  'ruling-request',
  'court-production',
];
const SILENCE_WORKING_DAYS = 10;
const QUIET_DAYS = 90;
const AGAIN_WORKING_DAYS = 20;
const AGAIN_TIMES = 6;
const THEN_WORKING_DAYS = 60;
const UNDATED_WORKING_DAYS = 5;

const DAYS_BEFORE: Partial<Record<DeadlineKind, readonly number[]>> = {
  'appeal-filing': [30, 14, 7, 3, 1, 0],
  'review-filing': [30, 14, 7, 3, 1, 0],
  'complaint-filing': [30, 14, 7, 3, 1, 0],
  withdrawal: [30, 14, 7, 3, 1, 0],
  'court-production': [30, 14, 7, 3, 1, 0],
  answer: [3, 1, 0],
  'suit-filing': [365, 180, 90, 30, 14, 7, 1, 0],
};

/** The ladders that hold by this standing. What is met, void, paused or only expected has none. */
export function laddersFor(facts: LadderFacts): Ladder[] {
  const { standing } = facts;
  if (standing.status === 'draft') return [];
  const ladders = standing.deadlines.flatMap((deadline) => forDeadline(deadline, facts) ?? []);
  return [...ladders, ...forEstimate(facts), ...forReopened(facts), ...forSilence(facts), ...forQuiet(facts)];
}

function forDeadline(deadline: Deadline, facts: LadderFacts): Ladder | null {
  const stillOwed = deadline.state === 'running' || (deadline.state === 'missed' && deadline.overdue);
  if (!stillOwed || deadline.expected) return null;
  return deadline.owedBy === 'agency' ? forAgency(deadline, facts) : forOurs(deadline, facts);
}

/** Nobody is said to be late before the latest reading has passed. */
function forAgency(deadline: Deadline, { calendar }: LadderFacts): Ladder | null {
  if (!LATE.includes(deadline.kind) || deadline.latestReadingOn === null) return null;
  return { ...about(deadline), endless: true, rungs: lateRungs(deadline.latestReadingOn, calendar) };
}

/** One's own days count from the earliest reading. */
function forOurs(deadline: Deadline, facts: LadderFacts): Ladder | null {
  const { calendar } = facts;
  const ladder = { ...about(deadline), ours: true, ownersToo: deadline.kind === 'suit-filing' };
  const last = deadline.earliestReadingOn ?? deadline.dueOn;
  const missed = missedRung(deadline, calendar);
  if (deadline.state === 'missed') return { ...ladder, rungs: missed };
  const opens = deadline.kind === 'suit-filing' ? 'when-late' : 'always';
  if (last === null) {
    const since = startOf(deadline, facts);
    if (deadline.kind !== 'answer' || !since) return { ...ladder, opens };
    return { ...ladder, opens, endless: true, rungs: undatedRungs(since, calendar) };
  }
  const rungs = [...halfWay(deadline, last, facts), ...before(deadline, last, calendar), ...missed];
  return { ...ladder, opens, openBy: last, rungs };
}

/** A ladder without rungs. */
const bare = {
  ours: false,
  ownersToo: false,
  opens: 'never',
  opensAs: OPENED,
  openBy: null,
  endless: false,
  rungs: [],
} as const;

function about({ id, kind, dueOn, causedBy }: Deadline): Ladder {
  return { ...bare, subject: id, deadlineId: id, deadlineKind: kind, dueOn, causeId: causedBy.statusChangeId };
}

/** The agency's own date binds nobody, but it is the day to ask again. It is spent once there is a decision. */
function forEstimate({ standing, calendar }: LadderFacts): Ladder[] {
  const { estimate, status } = standing;
  if (!estimate || !['filed', 'processing', 'paused', 'appealing', 'litigating'].includes(status)) return [];
  const stillOwed = standing.deadlines.some(
    (one) =>
      (one.kind === 'determination' || one.kind === 'appeal-decision') &&
      (one.state === 'running' || one.state === 'paused' || one.overdue),
  );
  if (!stillOwed) return [];
  const id = `estimated:${estimate.statusChangeId}`;
  const ladder = { ...bare, subject: id, deadlineId: id, deadlineKind: 'estimated', dueOn: estimate.date };
  const rungs = lateRungs(estimate.date, calendar);
  return [{ ...ladder, causeId: estimate.statusChangeId, endless: true, rungs }];
}

/**
 * Nobody watches what is closed, so an act of others that opens it again is told. Not when it was past already when the
 * closing was entered: then nobody ever took the request for closed, it is old history.
 */
function forReopened({ standing, calendar, recordedOn }: LadderFacts): Ladder[] {
  const { reopened } = standing;
  if (!reopened) return [];
  const { statusChangeId: causeId, on, closing } = reopened;
  const id = `${REOPENED}:${causeId}`;
  const ladder = { ...bare, subject: id, deadlineId: id, deadlineKind: REOPENED, dueOn: null, causeId };
  const closedSince = recordedOn(closing.statusChangeId);
  if (closedSince === undefined || on >= closedSince) return [{ ...ladder, opens: 'always', opensAs: REOPENED }];
  return [{ ...ladder, rungs: [{ name: REOPENED, on: calendar.onOrAfter(on), onceBegun: false }] }];
}

/** `filed` is the status only until the agency has confirmed in any way that it has the request. */
function forSilence({ standing, calendar }: LadderFacts): Ladder[] {
  if (standing.status !== 'filed' || standing.filedOn === null) return [];
  const on = calendar.addWorkingDays(standing.filedOn, SILENCE_WORKING_DAYS);
  return [aboutRequest(on, 'silence')];
}

function forQuiet({ standing, calendar, quietSince }: LadderFacts): Ladder[] {
  if (quietSince === null || standing.status === 'closed') return [];
  return [aboutRequest(calendar.onOrBefore(addDays(quietSince, QUIET_DAYS)), 'quiet')];
}

function aboutRequest(on: PlainDate, name: string): Ladder {
  const rungs = [{ name, on, onceBegun: true }];
  return { ...bare, subject: name, deadlineId: null, deadlineKind: null, causeId: null, dueOn: on, rungs };
}

/** On the first working day after the last day, then every 20 working days six times, then every 60. */
function* lateRungs(lastDay: PlainDate, calendar: Calendar): Generator<Rung> {
  let on = calendar.addWorkingDays(lastDay, 1);
  for (let n = 1; ; n++) {
    yield { name: `late-${n}`, on, onceBegun: true };
    on = calendar.addWorkingDays(on, n <= AGAIN_TIMES ? AGAIN_WORKING_DAYS : THEN_WORKING_DAYS);
  }
}

function* undatedRungs(since: PlainDate, calendar: Calendar): Generator<Rung> {
  for (let n = 1; ; n++) {
    const on = calendar.addWorkingDays(since, n * UNDATED_WORKING_DAYS);
    yield { name: `every-${n}`, on, onceBegun: false };
  }
}

function halfWay(deadline: Deadline, last: PlainDate, facts: LadderFacts): Rung[] {
  const start = startOf(deadline, facts);
  if (deadline.kind !== 'answer' || !start) return [];
  const on = facts.calendar.onOrBefore(addDays(start, Math.ceil(daysBetween(start, last) / 2)));
  return on > start ? [{ name: 'half-way', on, onceBegun: false }] : [];
}

function before(deadline: Deadline, last: PlainDate, calendar: Calendar): Rung[] {
  return (DAYS_BEFORE[deadline.kind] ?? []).map((days) => {
    return { name: `${days}-before`, on: calendar.onOrBefore(addDays(last, -days)), onceBegun: false };
  });
}

/** Once, when even the default reading has passed: what is left to do. */
function missedRung({ dueOn }: Deadline, calendar: Calendar): Rung[] {
  return dueOn === null ? [] : [{ name: 'missed', on: calendar.addWorkingDays(dueOn, 1), onceBegun: true }];
}

/** The corrected day of the cause, which is the first step of the explanation; else the day it was recorded with. */
function startOf(deadline: Deadline, facts: LadderFacts): PlainDate | undefined {
  return deadline.steps[0]?.on ?? facts.dayOfFact(deadline.causedBy.statusChangeId);
}
