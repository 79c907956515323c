import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Message } from './reminder.entity.ts';

/**
 * The same words to one person by several channels are a group: the first message, on which the reminders hang, and its
 * copies. Reminders have been sent once any of a group has, and have failed only when all of it has.
 */

/** The id of the first of the group. */
export function groupOf({ id, copyOf }: Pick<Message, 'id' | 'copyOf'>): string {
  return copyOf ?? id;
}

/** Of these messages the groups they belong to. */
export async function groupsOf(tx: Tx, messageIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT DISTINCT coalesce(copy_of, id) AS id FROM message WHERE id IN (:ids)`,
    { ids: [...messageIds] },
  );
  return rows.map((row) => row.id);
}

/** The others of a message's group, held against whoever else ends one of them. */
export async function othersOf(
  tx: Tx,
  message: Pick<Message, 'id' | 'copyOf'>,
): Promise<Pick<Message, 'channel' | 'state'>[]> {
  // The first row stands for the group: two that fail at once must not each wait for the other.
  const lock = tx.engine === 'postgres' ? 'FOR UPDATE' : '';
  await sql(tx, `SELECT id FROM message WHERE id = :group ${lock}`, { group: groupOf(message) });
  return sql<Pick<Message, 'channel' | 'state'>>(
    tx,
    `SELECT channel, state FROM message WHERE (id = :group OR copy_of = :group) AND id <> :id`,
    { group: groupOf(message), id: message.id },
  );
}

/** None of the group that still waits goes any more. */
export async function callBack(tx: Tx, group: string, lastError: string): Promise<void> {
  await sql(
    tx,
    `UPDATE message SET state = 'failed', last_error = :lastError WHERE state = 'queued' AND (id = :group OR copy_of = :group)`,
    { group, lastError },
  );
}
