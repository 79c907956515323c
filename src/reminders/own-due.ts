import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import type { Instant } from '../now.ts';
import { visibleAmong } from '../requests/access.ts';
import type { PeopleOf } from './people-of.ts';
import { keepAsked } from './plan-changes.ts';
import { MOVED, OWN } from './plan-input.ts';
import { holders } from './recipients.ts';
import { Reminder } from './reminder.entity.ts';
import type { Subject } from './subjects.ts';

/**
 * No plan looks after the reminders that people made for themselves, nor after the news of moved dates. When one falls due, it goes to whoever holds the
 * request if its maker is disabled by now, and is called off if its maker may no longer see the request.
 */
export async function settleOwn(
  tx: Tx,
  due: readonly Reminder[],
  subjects: ReadonlyMap<string, Subject>,
  people: PeopleOf,
  now: Instant,
): Promise<void> {
  const own = due.filter((row) => row.rung === OWN || row.rung === MOVED);
  for (const recipientId of new Set(own.map((row) => row.recipientId))) {
    const user = people.users.get(recipientId)!;
    const rows = own.filter((row) => row.recipientId === recipientId);
    if (user.disabledAt !== null) {
      for (const row of rows) await readdress(tx, row, subjects.get(row.requestId)!, people, now);
      continue;
    }
    const open = await visibleAmong(
      tx,
      user,
      rows.map((row) => row.requestId),
    );
    for (const row of rows.filter((row) => !open.has(row.requestId))) {
      await end(tx, row, subjects.get(row.requestId)!, 'no-access', [], now);
    }
  }
}

/** A row of its own for whoever gets it instead: what had been promised to whom stays as it was. */
async function readdress(tx: Tx, row: Reminder, subject: Subject, people: PeopleOf, now: Instant): Promise<void> {
  const [holder] = holders(people.around(subject.request));
  if (holder!.id === row.recipientId) return;
  const id = v7();
  const other = { ...row, id, rungKey: `${row.rung}|${id}`, recipientId: holder!.id, plannedAt: now };
  await end(tx, row, subject, 'readdressed', [other], now);
}

async function end(
  tx: Tx,
  { id }: Reminder,
  { request }: Subject,
  reason: string,
  planned: Reminder[],
  now: Instant,
): Promise<void> {
  await tx.em.update(Reminder, { id }, { state: 'cancelled', reason });
  if (planned.length > 0) await tx.em.insert(Reminder, planned);
  await keepAsked(tx, request, { planned, ended: [{ id, reason }] }, { because: 'due' }, now);
}
