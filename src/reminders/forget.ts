import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { withoutTexts } from '../requests/free-text.ts';
import { forgetExplanations } from './message-items.ts';
import { Message } from './reminder.entity.ts';

/** Takes redacted texts out of the messages about a request; those still waiting go out without them. */
export async function forget(tx: Tx, requestId: string, removed: readonly string[]): Promise<void> {
  await forgetExplanations(tx, requestId, removed);
  const messages = await sql<Pick<Message, 'id' | 'subject' | 'text'>>(
    tx,
    `SELECT id, subject, text FROM message
     WHERE coalesce(copy_of, id) IN (SELECT message_id FROM reminder WHERE request_id = :requestId)`,
    { requestId },
  );
  for (const { id, subject, text } of messages) {
    const clean = { subject: withoutTexts(subject, removed), text: withoutTexts(text, removed) };
    if (clean.subject !== subject || clean.text !== text) await tx.em.update(Message, { id }, clean);
  }
}
