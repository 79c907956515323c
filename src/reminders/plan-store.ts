import { v7 } from 'uuid';
import type { Agency } from '../agencies/agency.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Calendar } from '../law/calendar.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import type { Request } from '../requests/request.entity.ts';
import { dayIn, instantAt, startOfDay } from '../zone.ts';
import type { EndedEntry, PlannedEntry } from './ledger.entity.ts';
import type { PeopleOf } from './people-of.ts';
import { keepPlanChanges, type PlanCause, toPlanned } from './plan-changes.ts';
import {
  type Plan,
  type PlannedAct,
  type PlannedFact,
  type PlannedRow,
  rungKey,
  UNPLANNED,
  type Zones,
} from './plan-input.ts';
import { planReminders } from './planner.ts';
import { Reminder } from './reminder.entity.ts';

export const EMAIL = 'email' as const;
/** Rows of one INSERT or UPDATE: SQLite takes 32,766 values in a statement. */
const LOT = 1000;
const MOST_REMEMBERED = 20_000;

/** Working out what clocks show is the dearest part of a plan, and many plans ask for the same mornings. */
export const zones: Zones = { instantAt: remembered(instantAt), startOfDay: remembered(startOfDay), dayIn };

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
    { ids: [...requestIds], unplanned: [...UNPLANNED] },
  );
  for (const row of rows) {
    const { id, rung, state, reason } = row;
    const planned = { id, rung, state, reason, deadlineId: row.deadline_id, dueOn: row.due_on };
    found.get(row.request_id)?.push({ ...planned, sendAt: row.send_at, recipientId: row.recipient_id });
  }
  return found;
}

interface LoadedAct {
  request_id: string;
  kind: PlannedAct['kind'];
  subject: string;
  due_on: PlainDate | null;
  user_id: string;
  at: Instant;
  until_on: PlainDate | null;
}

/** What people did about these requests' reminders, as far as it decides what they are told. */
async function loadActs(scope: Scope, requestIds: readonly string[]): Promise<Map<string, PlannedAct[]>> {
  const found = new Map<string, PlannedAct[]>(requestIds.map((id) => [id, []]));
  const rows = await sql<LoadedAct>(
    scope,
    `SELECT request_id, kind, subject, due_on, user_id, at, until_on FROM reminder_act
     WHERE request_id IN (:ids) AND kind IN ('acknowledge', 'snooze') ORDER BY at, id`,
    { ids: [...requestIds] },
  );
  for (const { request_id, kind, subject, at, ...row } of rows) {
    const act = { kind, subject, at, dueOn: row.due_on, userId: row.user_id, until: row.until_on };
    found.get(request_id)?.push(act);
  }
  return found;
}

/** What has been planned and done for these requests so far. */
export async function loadMade(scope: Scope, requests: readonly Pick<Request, 'id'>[]): Promise<Made> {
  const ids = requests.map((request) => request.id);
  return { rows: await loadRows(scope, ids), acts: await loadActs(scope, ids) };
}

export interface Made {
  rows: ReadonlyMap<string, PlannedRow[]>;
  acts: ReadonlyMap<string, PlannedAct[]>;
}

/**
 * Brings the plans of these requests in line with their standings, in a handful of statements for all of them, and keeps
 * what was changed because of what. The requests' rows must be locked.
 */
export async function replan(
  tx: Tx,
  all: readonly Plannable[],
  people: PeopleOf,
  now: Instant,
  cause: PlanCause,
): Promise<void> {
  if (all.length === 0) return;
  const made = await loadMade(
    tx,
    all.map((one) => one.request),
  );
  const plans = all.map(({ request, ...one }) => ({ request, plan: planOf({ request, ...one }, people, made, now) }));
  await cancel(
    tx,
    plans.flatMap(({ plan }) => plan.cancel),
  );
  const planned = await add(tx, plans, now);
  const changes = plans.map(({ request, plan }) =>
    changed(request, plan.cancel, planned.get(request.id) ?? [], people),
  );
  await keepPlanChanges(tx, changes, cause, now);
}

function changed(request: Request, ended: readonly EndedEntry[], planned: readonly PlannedEntry[], people: PeopleOf) {
  if (ended.length + planned.length === 0) return { request, ended, planned, policies: [] };
  const told = planned.map((one) => one.to);
  return { request, ended, planned, policies: people.policiesFor(request, told) };
}

/** The plan as it would be now; writes nothing. */
export function planOf(one: Plannable, people: PeopleOf, made: Made, now: Instant): Plan {
  const { request, agency, standing, calendar, facts } = one;
  if (request.sample) return { cancel: [], add: [] };
  const [rows, acts] = [made.rows.get(request.id) ?? [], made.acts.get(request.id) ?? []];
  const who = { people: people.around(request), policy: people.policyOf(request) };
  return planReminders({ now, standing, facts, calendar, timeZone: agency.timeZone, ...who, acts, rows, zones });
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
  ...(['recipientId', 'state', 'reason', 'urgent', 'rungOn', 'putOff'] as const),
];

/**
 * By hand: every recorded fact comes through here, and a query builder takes longer over it than the database. Hands
 * back, by request, what was planned: what another process had planned already is not among it.
 */
async function add(
  tx: Tx,
  plans: readonly { request: Request; plan: Plan }[],
  plannedAt: Instant,
): Promise<Map<string, PlannedEntry[]>> {
  const rows = plans.flatMap(({ request, plan }) =>
    plan.add.map((one) => ({ ...one, id: v7(), requestId: request.id, rungKey: rungKey(one, one.rung) })),
  );
  const found = new Set<string>();
  for (let from = 0; from < rows.length; from += LOT) {
    const lot = rows.slice(from, from + LOT);
    const marks = lot.map((_, n) => `(${FIELDS.map((name) => `:${name}${n}`).join(', ')}, :channel, :plannedAt)`);
    const values = Object.fromEntries(lot.flatMap((row, n) => FIELDS.map((name) => [`${name}${n}`, row[name]])));
    const made = await sql<{ id: string }>(
      tx,
      `INSERT INTO reminder (id, request_id, deadline_id, deadline_kind, due_on, rung, rung_key, send_at, recipient_id,
         state, reason, urgent, rung_on, put_off, channel, planned_at) VALUES ${marks.join(', ')}
       ON CONFLICT DO NOTHING RETURNING id`,
      { ...values, channel: EMAIL, plannedAt },
    );
    for (const { id } of made) found.add(id);
  }
  const planned = new Map<string, PlannedEntry[]>();
  for (const row of rows.filter(({ id }) => found.has(id))) {
    planned.set(row.requestId, [...(planned.get(row.requestId) ?? []), toPlanned(row)]);
  }
  return planned;
}
