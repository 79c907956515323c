import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { groupOf } from './message-group.ts';
import { Message } from './reminder.entity.ts';

const MOST_NUMBERS = 10;

/** What the job of a message is about, for owners: to whom, by what, and the requests' numbers. */
export async function aboutMessage(scope: Scope, messageId: string): Promise<string | null> {
  const message = await scope.em.findOneBy(Message, { id: messageId });
  if (!message) return null;
  const rows = await sql<{ number: string }>(
    scope,
    `SELECT DISTINCT r.number FROM reminder m JOIN request r ON r.id = m.request_id
     WHERE m.message_id = :id ORDER BY r.number LIMIT ${MOST_NUMBERS + 1}`,
    { id: groupOf(message) },
  );
  const numbers = rows.slice(0, MOST_NUMBERS).map((row) => row.number);
  const more = rows.length > MOST_NUMBERS ? ' and more' : '';
  const of = numbers.length > 0 ? `, about ${numbers.join(', ')}${more}` : '';
  return `A message (${message.channel}) to the user ${message.recipientId}${of}`;
}

/**
 * A message that failed for good is to be tried again. Its reminders go back to the plan, which says today's words to
 * whom it concerns today; only what has no reminders of its own goes as it was.
 */
export async function sendAgain(tx: Tx, messageId: string): Promise<void> {
  const message = await tx.em.findOneBy(Message, { id: messageId });
  if (!message) throw new DeskError('conflict', 'The message of this job is not there any more.');
  if (message.state === 'sent') throw new DeskError('conflict', 'This message has been sent.');
  const id = groupOf(message);
  const failed = await sql(tx, `SELECT id FROM reminder WHERE message_id = :id AND state = 'failed'`, { id });
  if (failed.length === 0) return void (await tx.em.update(Message, { id: messageId }, { state: 'queued' }));
  const back = await sql(
    tx,
    `UPDATE reminder SET state = 'planned', reason = NULL, message_id = NULL WHERE message_id = :id AND state = 'failed'
     AND NOT EXISTS (SELECT 1 FROM reminder o WHERE o.request_id = reminder.request_id AND o.recipient_id = reminder.recipient_id
       AND o.channel = reminder.channel AND o.rung_key = reminder.rung_key AND o.state IN ('planned', 'sending', 'sent'))
     RETURNING id`,
    { id },
  );
  if (back.length === 0) throw new DeskError('conflict', 'What this message told has been planned or told anew since.');
}
