import { Brackets } from 'typeorm';
import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import { addDays, day, type PlainDate } from '../law/plain-date.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import { startOfDay } from '../zone.ts';
import { type GlanceDeadline, type Request, RequestDeadline } from './request.entity.ts';
import { DeadlineMove } from './status-change.entity.ts';

export { lawOf, readStanding } from './reading.ts';

/** Sorts after every real day. */
export const NEVER = day('2200-12-31');

/** What a request's row keeps of its standing. */
export type Cached = Pick<
  Request,
  | 'status'
  | 'outcome'
  | 'standing'
  | 'glance'
  | 'readOn'
  | 'overdueAt'
  | 'windowMissedAt'
  | 'turnsAt'
  | 'nextDueOn'
  | 'trackingNumbers'
>;

/** The columns in which lists look, read off a standing. */
export function cachedOf(standing: Standing, zone: string): Cached {
  const { statute, asOf, ...rest } = standing;
  const owed = standing.deadlines.filter((deadline) => isOwed(deadline));
  const late = owed.filter((deadline) => deadline.owedBy === 'agency').map((deadline) => deadline.latestReadingOn);
  const missed = standing.deadlines.filter((deadline) => mayMissWindow(deadline)).map((deadline) => deadline.dueOn);
  return {
    status: standing.status,
    outcome: standing.outcome,
    // In this order: what shows a request cuts the first two off the text instead of parsing it.
    standing: { statute, asOf, ...rest },
    glance: standing.deadlines.map(glanceOf),
    readOn: asOf,
    overdueAt: dayAfter(zone, late),
    windowMissedAt: dayAfter(zone, missed),
    turnsAt: standing.turnsOn && startOfDay(zone, standing.turnsOn),
    nextDueOn: earliest(owed.map((deadline) => deadline.dueOn)),
    trackingNumbers: standing.trackingNumbers,
  };
}

/**
 * Whether what is kept tells of another day than today: its turn has come, or it was read while the clock stood ahead.
 * `today` is the agency's.
 */
export function hasTurned(
  { turnsAt, readOn }: Pick<Cached, 'turnsAt' | 'readOn'>,
  now: Instant,
  today: PlainDate,
): boolean {
  return (turnsAt !== null && turnsAt <= now) || readOn > today;
}

/** Still to be done, and with a day that binds. */
function isOwed(deadline: Deadline): boolean {
  return !deadline.expected && (deadline.state === 'running' || deadline.overdue);
}

function mayMissWindow(deadline: Deadline): boolean {
  if (deadline.owedBy !== 'requester' || deadline.expected) return false;
  return deadline.state === 'running' || (deadline.state === 'missed' && deadline.metOn === undefined);
}

function dayAfter(zone: string, days: (PlainDate | null)[]): Instant | null {
  const first = earliest(days);
  return first && startOfDay(zone, addDays(first, 1));
}

function earliest(days: (PlainDate | null)[]): PlainDate | null {
  return days.reduce((least, one) => (one !== null && (least === null || one < least) ? one : least), null);
}

function glanceOf(deadline: Deadline): GlanceDeadline {
  const { id, kind, owedBy, dueOn, state, overdue, lateOnEveryReading } = deadline;
  return { id, kind, owedBy, dueOn, state, overdue, lateOnEveryReading };
}

/** Brings the copies of the deadlines in step; only rows that differ are touched, unless the zone has changed. */
export async function saveDeadlines(
  tx: Tx,
  requestId: string,
  standing: Standing,
  before: Standing | null,
  zone: string,
  all = false,
): Promise<void> {
  const old = new Map(before?.deadlines.map((deadline) => [deadline.id, JSON.stringify(deadline)]));
  const changed = standing.deadlines.filter((deadline) => all || old.get(deadline.id) !== JSON.stringify(deadline));
  const kept = new Set(standing.deadlines.map((deadline) => deadline.id));
  const gone = [...old.keys()].filter((id) => !kept.has(id));
  if (gone.length > 0) {
    const where = new Brackets((query) => query.where('deadlineId IN (:...gone)', { gone }));
    const rows = tx.em.createQueryBuilder().delete().from(RequestDeadline).where({ requestId });
    await rows.andWhere(where).execute();
  }
  if (changed.length === 0) return;
  const rows = changed.map((deadline) => rowOf(requestId, deadline, zone));
  await tx.em.upsert(RequestDeadline, rows, ['requestId', 'deadlineId']);
}

function rowOf(requestId: string, deadline: Deadline, zone: string): RequestDeadline {
  const { id, kind, owedBy, dueOn, state } = deadline;
  const canBeMissed = state === 'running' && dueOn !== null && !deadline.expected;
  return {
    requestId,
    deadlineId: id,
    kind,
    owedBy,
    dueOn,
    sortOn: dueOn ?? NEVER,
    state,
    missedAt: canBeMissed ? startOfDay(zone, addDays(dueOn, 1)) : null,
    body: deadline,
  };
}

/** Keeps, for good, every due date that moved. */
export async function keepMoves(
  tx: Tx,
  requestId: string,
  standing: Standing,
  before: Standing | null,
  because: string,
  movedAt: Instant,
): Promise<void> {
  const moves = movesBetween(before, standing);
  if (moves.length === 0) return;
  const rows = moves.map((move) => ({ id: v7(), requestId, ...move, because, movedAt }));
  await tx.em.insert(DeadlineMove, rows);
}

/** Deadlines of both standings whose due date differs. */
export function movesBetween(
  before: Standing | null,
  after: Standing,
): Pick<DeadlineMove, 'deadlineId' | 'deadlineKind' | 'fromOn' | 'toOn'>[] {
  const old = new Map(before?.deadlines.map((deadline) => [deadline.id, deadline]));
  return after.deadlines.flatMap((deadline) => {
    const was = old.get(deadline.id);
    // What is only expected has no day that anybody set, so none that could be moved.
    if (!was || was.dueOn === deadline.dueOn || deadline.expected) return [];
    return [{ deadlineId: deadline.id, deadlineKind: deadline.kind, fromOn: was.dueOn, toOn: deadline.dueOn }];
  });
}
