import type { Tx } from '../database/database.ts';
import { visibleAmong } from '../requests/access.ts';
import type { PeopleOf } from './people-of.ts';
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
): Promise<void> {
  const own = due.filter((row) => row.rung === OWN || row.rung === MOVED);
  for (const recipientId of new Set(own.map((row) => row.recipientId))) {
    const user = people.users.get(recipientId)!;
    const rows = own.filter((row) => row.recipientId === recipientId);
    if (user.disabledAt !== null) {
      for (const row of rows) await readdress(tx, row, subjects.get(row.requestId)!, people);
      continue;
    }
    const open = await visibleAmong(
      tx,
      user,
      rows.map((row) => row.requestId),
    );
    const closed = rows.filter((row) => !open.has(row.requestId)).map((row) => row.id);
    if (closed.length > 0) await tx.em.update(Reminder, closed, { state: 'cancelled', reason: 'no-access' });
  }
}

async function readdress(tx: Tx, row: Reminder, { request }: Subject, people: PeopleOf): Promise<void> {
  const [holder] = holders(people.around(request));
  await tx.em.update(Reminder, { id: row.id }, { recipientId: holder!.id });
}
