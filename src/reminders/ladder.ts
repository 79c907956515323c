import type { Calendar } from '../law/calendar.ts';
import { addDays, daysBetween, type PlainDate } from '../law/plain-date.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import { type Policy, ruleFor, ladderKindOf, floorOf } from './policy.ts';
import { afterRungs, backFrom, rungsBefore, undatedRungs } from './rungs.ts';

/**
 * When one is reminded of what, as days. Pure: a standing, a calendar and a policy in, ladders out; who is told, and at
 * which moment, is the planner's business.
 */

/** One step of a ladder: a day on which somebody is told. */
export interface Rung {
  /**
   * `30-before`, `5w-before` (working days), `0-before`, `half-way`, `late-1`, `late-3w`, `missed`, `every-2`, `silence`,
   * `quiet`, `reopened`: one name means one rule, so that no other rule takes it for told.
   */
  name: string;
  /** A working day at the agency. */
  on: PlainDate;
  /** What it says is true only once that day has begun at the agency; a person further east is told a morning later. */
  onceBegun: boolean;
  /** One of the last before a deadline of ours, or the news that it was missed: it waits for no digest. */
  urgent?: boolean;
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
  /** The last day on which we can still act; null where there is none. Opening after it would be of no use. */
  lastDay: PlainDate | null;
  /** The time on that day, at the agency, by which it must be there; null: the whole day. */
  cutOff: string | null;
  /** Never a last rung, or one far ahead: climbed one rung at a time. */
  endless: boolean;
  /** In the order of their days. */
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

/** The ladders that hold by this standing. What is met, void, paused or only expected has none. */
export function laddersFor(facts: LadderFacts, policy: Policy): Ladder[] {
  const { standing } = facts;
  if (standing.status === 'draft') return [];
  const ladders = standing.deadlines.flatMap((deadline) => forDeadline(deadline, facts, policy) ?? []);
  return [
    ...ladders,
    ...forEstimate(facts, policy),
    ...forReopened(facts),
    ...forSilence(facts, policy),
    ...forQuiet(facts, policy),
  ];
}

function forDeadline(deadline: Deadline, facts: LadderFacts, policy: Policy): Ladder | null {
  const stillOwed = deadline.state === 'running' || (deadline.state === 'missed' && deadline.overdue);
  if (!stillOwed || deadline.expected) return null;
  return deadline.owedBy === 'agency' ? forAgency(deadline, facts, policy) : forOurs(deadline, facts, policy);
}

/** Nobody is said to be late before the latest reading has passed. */
function forAgency(deadline: Deadline, { calendar }: LadderFacts, policy: Policy): Ladder | null {
  const rule = ruleFor(policy, deadline);
  const last = deadline.latestReadingOn;
  if (rule === null || last === null) return null;
  const before = rungsBefore(rule.rungs, last, calendar);
  const { opens } = rule;
  return {
    ...about(deadline),
    opens,
    endless: true,
    rungs: afterRungs(rule, last, calendar, { before, called: 'late' }),
  };
}

/** One's own days count from the earliest reading. */
function forOurs(deadline: Deadline, facts: LadderFacts, policy: Policy): Ladder | null {
  const { calendar } = facts;
  const kind = ladderKindOf(deadline.kind, deadline.owedBy);
  const rule = ruleFor(policy, deadline)!;
  const floor = floorOf(kind);
  const ladder = { ...about(deadline), ours: true, ownersToo: deadline.kind === 'suit-filing' };
  const last = deadline.earliestReadingOn ?? deadline.dueOn;
  const called = 'missed';
  if (deadline.state === 'missed') {
    if (deadline.dueOn === null) return ladder;
    const rungs = afterRungs(rule, deadline.dueOn, calendar, { called, floor });
    return { ...ladder, endless: rule.repeat !== null, rungs };
  }
  // Told only when it would otherwise go unsaid: nobody can choose not to hear of a day of ours at all.
  const opens = rule.opens === 'never' ? 'when-late' : rule.opens;
  if (last === null) {
    const since = startOf(deadline, facts);
    if (rule.whenUndated === null || !since) return { ...ladder, opens };
    return { ...ladder, opens, endless: true, rungs: undatedRungs(rule.whenUndated, since, calendar) };
  }
  const before = [
    ...(rule.halfWay ? halfWay(deadline, last, facts) : []),
    ...rungsBefore(rule.rungs, last, calendar, floor),
  ];
  const once = { ...rule, repeat: null };
  const after = deadline.dueOn === null ? [] : afterRungs(once, deadline.dueOn, calendar, { called, floor });
  return { ...ladder, opens, ...lastDayOf(deadline), rungs: [...before.sort(byDay), ...after] };
}

/** The last day on which a deadline of ours can be met, by the earliest reading, and the hour by which it must be there. */
export function lastDayOf(deadline: Deadline): Pick<Ladder, 'lastDay' | 'cutOff'> {
  const last = deadline.earliestReadingOn ?? deadline.dueOn;
  const arrive = deadline.mustArriveBy;
  if (last === null || arrive === undefined || arrive.on > last) return { lastDay: last, cutOff: null };
  return { lastDay: arrive.on, cutOff: arrive.cutOff ?? null };
}

/** A ladder without rungs. */
const bare = {
  ours: false,
  ownersToo: false,
  opens: 'never',
  opensAs: OPENED,
  lastDay: null,
  cutOff: null,
  endless: false,
  rungs: [],
} as const;

function about({ id, kind, dueOn, causedBy }: Deadline): Ladder {
  return { ...bare, subject: id, deadlineId: id, deadlineKind: kind, dueOn, causeId: causedBy.statusChangeId };
}

/** The agency's own date binds nobody, but it is the day to ask again. It is spent once there is a decision. */
function forEstimate({ standing, calendar }: LadderFacts, policy: Policy): Ladder[] {
  const { estimate, status } = standing;
  const rule = policy.ladders.estimated;
  if (!rule || !estimate || !['filed', 'processing', 'paused', 'appealing', 'litigating'].includes(status)) return [];
  const stillOwed = standing.deadlines.some(
    (one) =>
      (one.kind === 'determination' || one.kind === 'appeal-decision') &&
      (one.state === 'running' || one.state === 'paused' || one.overdue),
  );
  if (!stillOwed) return [];
  const id = `estimated:${estimate.statusChangeId}`;
  const ladder = { ...bare, subject: id, deadlineId: id, deadlineKind: 'estimated', dueOn: estimate.date };
  const rungs = afterRungs(rule, estimate.date, calendar, { called: 'late' });
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
function forSilence({ standing, calendar }: LadderFacts, { silence }: Policy): Ladder[] {
  if (silence === null || standing.status !== 'filed' || standing.filedOn === null) return [];
  return [aboutRequest(backFrom(standing.filedOn, silence, calendar), 'silence')];
}

function forQuiet({ standing, calendar, quietSince }: LadderFacts, { quiet }: Policy): Ladder[] {
  if (quiet === null || quietSince === null || standing.status === 'closed') return [];
  return [aboutRequest(backFrom(quietSince, quiet, calendar), 'quiet')];
}

function aboutRequest(on: PlainDate, name: string): Ladder {
  const rungs = [{ name, on, onceBegun: true }];
  return { ...bare, subject: name, deadlineId: null, deadlineKind: null, causeId: null, dueOn: on, rungs };
}

function halfWay(deadline: Deadline, last: PlainDate, facts: LadderFacts): Rung[] {
  const start = startOf(deadline, facts);
  if (!start) return [];
  const on = facts.calendar.onOrBefore(addDays(start, Math.ceil(daysBetween(start, last) / 2)));
  return on > start ? [{ name: 'half-way', on, onceBegun: false }] : [];
}

/** The corrected day of the cause, which is the first step of the explanation; else the day it was recorded with. */
function startOf(deadline: Deadline, facts: LadderFacts): PlainDate | undefined {
  return deadline.steps[0]?.on ?? facts.dayOfFact(deadline.causedBy.statusChangeId);
}

function byDay(a: Rung, b: Rung): number {
  return a.on < b.on ? -1 : Number(a.on > b.on);
}
