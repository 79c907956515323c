import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import { addDays } from '../law/plain-date.ts';
import { type Instant, msBetween } from '../now.ts';
import { dayIn, instantAt, startOfDay } from '../zone.ts';
import { lastDayOf } from './ladder.ts';
import { rungKey, SINGLY } from './plan-input.ts';
import { Reminder } from './reminder.entity.ts';
import type { Subject } from './subjects.ts';

const DAY_MS = 24 * 3600 * 1000;
/** For one person at one moment: more would be a flood, in which each is lost again. */
const MOST = 5;

/**
 * What ends within a day must not drown among other things: of each deadline of ours that a long message tells of and
 * that ends so soon, one more reminder for a message of its own, once a day and person, and a few at most. They are
 * planned for now.
 */
export async function toldSingly(
  tx: Tx,
  rows: readonly Reminder[],
  subjects: ReadonlyMap<string, Subject>,
  now: Instant,
): Promise<Reminder[]> {
  const found = new Map<string, Reminder>();
  for (const row of rows) {
    const isAlone = rows.every((other) => other.recipientId !== row.recipientId || isAboutTheSame(other, row));
    if (isAlone || !endsWithinADay(row, subjects.get(row.requestId)!, now)) continue;
    const key = `${rungKey(row, SINGLY)}|${dayIn('UTC', now)}`;
    const made = {
      id: v7(),
      rung: SINGLY,
      rungKey: key,
      sendAt: now,
      plannedAt: now,
      rungOn: null,
      putOff: null,
      urgent: true,
    };
    found.set(`${row.requestId} ${row.recipientId} ${key}`, { ...row, ...made, state: 'planned', reason: null });
  }
  const alone: Reminder[] = [];
  const many = new Map<string, number>();
  for (const row of found.values()) {
    const { requestId, recipientId, rungKey: key } = row;
    const before = await tx.em.findBy(Reminder, { requestId, recipientId, rungKey: key });
    if (before.some((one) => one.state !== 'cancelled' && one.state !== 'failed')) continue;
    const soFar = many.get(recipientId) ?? 0;
    if (soFar >= MOST) continue;
    many.set(recipientId, soFar + 1);
    await tx.em.insert(Reminder, row);
    alone.push(row);
  }
  return alone;
}

/** One that was given back unsent is made anew if it still holds. */
export async function dropSingly(tx: Tx, due: readonly Reminder[]): Promise<void> {
  const ids = due.filter((row) => row.rung === SINGLY).map((row) => row.id);
  if (ids.length > 0) await tx.em.update(Reminder, ids, { state: 'cancelled', reason: 'readdressed' });
}

function endsWithinADay(row: Reminder, { standing, agency }: Subject, now: Instant): boolean {
  const deadline = standing.deadlines.find((one) => one.id === row.deadlineId);
  if (deadline?.owedBy !== 'requester' || deadline.state !== 'running') return false;
  const { lastDay, cutOff } = lastDayOf(deadline);
  if (lastDay === null) return false;
  const { timeZone } = agency;
  const ends = cutOff ? instantAt(timeZone, lastDay, cutOff) : startOfDay(timeZone, addDays(lastDay, 1));
  return now < ends && msBetween(now, ends) <= DAY_MS;
}

function isAboutTheSame(a: Reminder, b: Reminder): boolean {
  return a.requestId === b.requestId && a.deadlineId !== null && a.deadlineId === b.deadlineId;
}
