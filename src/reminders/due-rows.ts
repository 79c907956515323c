import type { Notifications } from '../auth/user.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { weekday } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { dayIn } from '../zone.ts';
import { isDaytime } from './decent-hours.ts';
import { Reminder } from './reminder.entity.ts';

/** Reminders of one transaction: on SQLite no other write runs meanwhile. */
const LOT = 200;
/** Reminders of one message at most. */
const MOST_IN_ONE = 1000;

/** What one run passes over, because it was seen to fail. */
export interface LeftOut {
  people: Set<string>;
  requests: Set<string>;
}

/** Reminders of all requests but these, or of these alone. */
export type Which = { without: ReadonlySet<string> } | { only: readonly string[] };

/** Whose reminders are due and whose clocks show a decent hour; about one lot's worth of them, longest due first. */
export async function peopleDue(scope: Scope, now: Instant, without: LeftOut): Promise<string[]> {
  const zones = await sql<{ time_zone: string }>(scope, 'SELECT DISTINCT time_zone FROM desk_user');
  const awake = zones.map((row) => row.time_zone).filter((zone) => isDaytime(zone, now));
  if (awake.length === 0) return [];
  const { asleep, resting } = await leftInPeace(scope, now);
  const rows = await sql<{ recipient_id: string; due: number | string }>(
    scope,
    `SELECT r.recipient_id, count(*) AS due FROM reminder r JOIN desk_user u ON u.id = r.recipient_id
     WHERE r.state = 'planned' AND r.send_at <= :now AND u.time_zone IN (:awake)
     AND (r.urgent OR r.recipient_id NOT IN (:resting)) AND r.recipient_id NOT IN (:people) AND r.request_id NOT IN (:requests) GROUP BY r.recipient_id ORDER BY min(r.send_at), r.recipient_id LIMIT ${LOT}`,
    { now, awake, resting, people: [...without.people, ...asleep, ''], requests: [...without.requests, ''] },
  );
  let left = LOT;
  return rows.filter((row) => (left -= Number(row.due)) >= 0 || row === rows[0]).map((row) => row.recipient_id);
}

/** Who wants to be left in peace at this hour, and who today but for what is urgent. */
async function leftInPeace(scope: Scope, now: Instant): Promise<{ asleep: string[]; resting: string[] }> {
  const rows = await sql<{ id: string; time_zone: string; notifications: string }>(
    scope,
    'SELECT id, time_zone, notifications FROM desk_user WHERE notifications IS NOT NULL',
  );
  const own = rows.map((row) => ({ ...row, wishes: JSON.parse(row.notifications) as Notifications }));
  const isWeekend = (zone: string) => [0, 6].includes(weekday(dayIn(zone, now)));
  return {
    asleep: own.filter((one) => !isDaytime(one.time_zone, now, one.wishes)).map((one) => one.id),
    resting: ['', ...own.filter((one) => one.wishes.workingDaysOnly && isWeekend(one.time_zone)).map((one) => one.id)],
  };
}

/** On SQLite the queue of writes is the lock. The lock leaves others free to plan new reminders for the same people. */
export async function lockPeople(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (tx.engine === 'sqlite') return [...ids];
  const rows = await sql<{ id: string }>(
    tx,
    'SELECT id FROM desk_user WHERE id IN (:ids) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED',
    { ids: [...ids] },
  );
  return rows.map((row) => row.id);
}

/** The requests that one person is due to be told of. */
export async function requestsDue(
  scope: Scope,
  person: string,
  now: Instant,
  without: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await sql<{ request_id: string }>(
    scope,
    `SELECT DISTINCT request_id FROM reminder WHERE recipient_id = :person AND state = 'planned' AND send_at <= :now
     AND request_id NOT IN (:without) ORDER BY request_id`,
    { person, now, without: [...without, ''] },
  );
  return rows.map((row) => row.request_id);
}

/** What is due of these, longest due first. */
export function dueRows(tx: Tx, recipients: readonly string[], now: Instant, which: Which): Promise<Reminder[]> {
  const ids = 'only' in which ? [...which.only] : [...which.without, ''];
  return tx.em
    .createQueryBuilder(Reminder, 'reminder')
    .where("reminder.state = 'planned' AND reminder.sendAt <= :now", { now })
    .andWhere('reminder.recipientId IN (:...recipients)', { recipients })
    .andWhere(`reminder.requestId ${'only' in which ? 'IN' : 'NOT IN'} (:...ids)`, { ids })
    .orderBy('reminder.sendAt')
    .addOrderBy('reminder.id')
    .limit(MOST_IN_ONE)
    .getMany();
}
