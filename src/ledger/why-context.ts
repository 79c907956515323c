import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { addDays, type PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { DELIVER } from '../reminders/delivery-job.ts';
import { ReminderAct } from '../reminders/policy.entity.ts';
import type { Request } from '../requests/request.entity.ts';
import { DeadlineMove } from '../requests/status-change.entity.ts';
import { nameUsers } from '../requests/user-names.ts';
import { dayIn, startOfDay } from '../zone.ts';
import { type NameOf, peopleIn } from './ledger-view.ts';
import { type LedgerRow, loadLedger } from './load-ledger.ts';

/** A fact, as far as it is named in an answer. */
export interface FactRef {
  id: string;
  sequence: number;
  kind: string;
  recordedAt: Instant;
  recordedBy: string;
}

/** A message's job that has not ended: when it is tried next. */
export interface Waiting {
  runAt: Instant;
  attempts: number;
}

/** Everything from which it is told why one person was told something of a request on one day. */
export interface WhyContext {
  request: Request;
  person: User;
  on: PlainDate;
  now: Instant;
  /** The end of that day where the person is, or now if it has not ended. */
  then: Instant;
  /** The person's own. */
  rows: readonly LedgerRow[];
  /** What others were to be told. */
  others: readonly LedgerRow[];
  acts: readonly ReminderAct[];
  moves: readonly DeadlineMove[];
  facts: readonly FactRef[];
  waiting: ReadonlyMap<string, Waiting>;
  nameOf: NameOf;
}

export async function loadWhy(
  scope: Scope,
  request: Request,
  person: User,
  on: PlainDate,
  now: Instant,
): Promise<WhyContext> {
  const requestId = request.id;
  const all = await loadLedger(scope, { requestId });
  const acts = await scope.em.find(ReminderAct, { where: { requestId }, order: { id: 'ASC' } });
  const moves = await scope.em.find(DeadlineMove, { where: { requestId }, order: { id: 'ASC' } });
  const facts = await sql<FactRef>(
    scope,
    `SELECT id, sequence, kind, recorded_at AS "recordedAt", recorded_by AS "recordedBy" FROM status_change
     WHERE request_id = :requestId ORDER BY sequence`,
    { requestId },
  );
  const rows = all.filter(({ reminder }) => reminder.recipientId === person.id);
  const ids = [...all.flatMap(peopleIn), ...acts.flatMap((act) => [act.byUserId, act.userId])];
  const ends = startOfDay(person.timeZone, addDays(on, 1));
  return {
    ...{ request, person, on, now, then: ends < now ? ends : now, rows, acts, moves, facts },
    others: all.filter(({ reminder }) => reminder.recipientId !== person.id),
    waiting: await waitingOf(scope, rows),
    nameOf: await nameUsers(scope, [...ids, person.id, ...facts.map((fact) => fact.recordedBy)]),
  };
}

async function waitingOf(scope: Scope, rows: readonly LedgerRow[]): Promise<Map<string, Waiting>> {
  const queued = rows.flatMap(({ told }) => told.flatMap(({ messages }) => messages.map(({ message }) => message)));
  const ids = queued.filter((message) => message.state === 'queued').map((message) => message.id);
  if (ids.length === 0) return new Map();
  const jobs = await sql<Waiting & { subjectId: string }>(
    scope,
    `SELECT subject_id AS "subjectId", run_at AS "runAt", attempts FROM job
     WHERE state IN ('waiting', 'leased') AND kind = :kind AND subject_id IN (:ids)`,
    { kind: DELIVER, ids },
  );
  return new Map(jobs.map(({ subjectId, ...job }) => [subjectId, job]));
}

export function isOnDay({ person, on }: Pick<WhyContext, 'person' | 'on'>, at: Instant | null): boolean {
  return at !== null && dayIn(person.timeZone, at) === on;
}
