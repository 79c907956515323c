import { v7 } from 'uuid';
import type { Agency } from '../agencies/agency.entity.ts';
import { User } from '../auth/user.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Calendar } from '../law/calendar.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import type { Request } from '../requests/request.entity.ts';
import { dayIn, instantAt, startOfDay } from '../zone.ts';
import {
  MOVED,
  OWN,
  type Plan,
  type PlannedFact,
  type PlannedRow,
  planReminders,
  rungKey,
  type Zones,
} from './planner.ts';
import type { People, Person } from './recipients.ts';
import { Reminder } from './reminder.entity.ts';

export const EMAIL = 'email' as const;
/** Rows of one INSERT or UPDATE: SQLite takes 32,766 values in a statement. */
const LOT = 1000;
const MOST_REMEMBERED = 20_000;

/** Working out what clocks show is the dearest part of a plan, and many plans ask for the same mornings. */
const zones: Zones = { instantAt: remembered(instantAt), startOfDay: remembered(startOfDay), dayIn };

function remembered<A extends string[], R>(fn: (...args: A) => R): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args) => {
    const key = args.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const fresh = fn(...args);
    known.set(key, fresh);
    return fresh;
  };
}

/** What a plan is made of, but for what the store itself knows. */
export interface Plannable {
  request: Request;
  agency: Agency;
  standing: Standing;
  calendar: Calendar;
  facts: readonly PlannedFact[];
}

/** Everybody who may be told of these requests, in one query. */
export class PeopleOf {
  readonly users: ReadonlyMap<string, User>;
  readonly #owners: readonly Person[];

  private constructor(users: readonly User[]) {
    this.users = new Map(users.map((user) => [user.id, user]));
    const owners = users.filter((user) => user.role === 'owner');
    this.#owners = owners.sort((a, b) => (a.id < b.id ? -1 : 1)).map(toPerson);
  }

  static async load(scope: Scope, requests: readonly Request[], others: readonly string[] = []): Promise<PeopleOf> {
    const ids = new Set(requests.flatMap((request) => [request.creatorId, request.assigneeId ?? request.creatorId]));
    const query = scope.em.createQueryBuilder(User, 'user').where("user.role = 'owner'");
    const users = await query.orWhere('user.id IN (:...ids)', { ids: [...ids, ...others] }).getMany();
    return new PeopleOf(users);
  }

  around(request: Request): People {
    const { assigneeId, creatorId } = request;
    const person = (id: string): Person => toPerson(this.users.get(id)!);
    return { assignee: assigneeId ? person(assigneeId) : null, creator: person(creatorId), owners: this.#owners };
  }
}

function toPerson({ id, timeZone, disabledAt }: User): Person {
  return { id, timeZone, active: disabledAt === null };
}

interface LoadedRow {
  id: string;
  request_id: string;
  deadline_id: string | null;
  due_on: PlainDate | null;
  rung: string;
  send_at: Instant;
  recipient_id: string;
  state: PlannedRow['state'];
  reason: string | null;
}

/** The reminders that ladders have made for these requests so far. */
async function loadRows(scope: Scope, requestIds: readonly string[]): Promise<Map<string, PlannedRow[]>> {
  const found = new Map<string, PlannedRow[]>(requestIds.map((id) => [id, []]));
  const rows = await sql<LoadedRow>(
    scope,
    `SELECT id, request_id, deadline_id, due_on, rung, send_at, recipient_id, state, reason FROM reminder
     WHERE request_id IN (:ids) AND rung NOT IN (:unplanned)`,
    { ids: [...requestIds], unplanned: [OWN, MOVED] },
  );
  for (const row of rows) {
    const { id, rung, state, reason } = row;
    const planned = { id, rung, state, reason, deadlineId: row.deadline_id, dueOn: row.due_on };
    found.get(row.request_id)?.push({ ...planned, sendAt: row.send_at, recipientId: row.recipient_id });
  }
  return found;
}

/**
 * Brings the plans of these requests in line with their standings, in a handful of statements for all of them. The
 * requests' rows must be locked.
 */
export async function replan(tx: Tx, all: readonly Plannable[], people: PeopleOf, now: Instant): Promise<void> {
  if (all.length === 0) return;
  const rows = await loadRows(
    tx,
    all.map((one) => one.request.id),
  );
  const plans = all.map((one) => ({
    requestId: one.request.id,
    plan: planOf(one, people, rows.get(one.request.id)!, now),
  }));
  await cancel(
    tx,
    plans.flatMap(({ plan }) => plan.cancel),
  );
  await add(tx, plans, now);
}

/** The plan as it would be now; writes nothing. */
export function planOf(one: Plannable, people: PeopleOf, rows: readonly PlannedRow[], now: Instant): Plan {
  const { request, agency, standing, calendar, facts } = one;
  if (request.sample) return { cancel: [], add: [] };
  const { timeZone } = agency;
  return planReminders({ now, standing, facts, calendar, timeZone, people: people.around(request), rows, zones });
}

async function cancel(tx: Tx, cancelled: Plan['cancel']): Promise<void> {
  for (const reason of new Set(cancelled.map((one) => one.reason))) {
    const ids = cancelled.filter((one) => one.reason === reason).map((one) => one.id);
    for (let from = 0; from < ids.length; from += LOT) {
      const query = tx.em.createQueryBuilder().update(Reminder).set({ state: 'cancelled', reason });
      await query.where("state = 'planned' AND id IN (:...ids)", { ids: ids.slice(from, from + LOT) }).execute();
    }
  }
}

const FIELDS = [
  ...(['id', 'requestId', 'deadlineId', 'deadlineKind', 'dueOn', 'rung', 'rungKey', 'sendAt'] as const),
  ...(['recipientId', 'state', 'reason'] as const),
];

/** By hand: every recorded fact comes through here, and a query builder takes longer over it than the database. */
async function add(tx: Tx, plans: readonly { requestId: string; plan: Plan }[], plannedAt: Instant): Promise<void> {
  const rows = plans.flatMap(({ requestId, plan }) =>
    plan.add.map((one) => ({ ...one, id: v7(), requestId, rungKey: rungKey(one, one.rung) })),
  );
  for (let from = 0; from < rows.length; from += LOT) {
    const lot = rows.slice(from, from + LOT);
    const marks = lot.map((_, n) => `(${FIELDS.map((name) => `:${name}${n}`).join(', ')}, :channel, :plannedAt)`);
    const values = Object.fromEntries(lot.flatMap((row, n) => FIELDS.map((name) => [`${name}${n}`, row[name]])));
    await sql(
      tx,
      `INSERT INTO reminder (id, request_id, deadline_id, deadline_kind, due_on, rung, rung_key, send_at, recipient_id,
         state, reason, channel, planned_at) VALUES ${marks.join(', ')} ON CONFLICT DO NOTHING`,
      { ...values, channel: EMAIL, plannedAt },
    );
  }
}
