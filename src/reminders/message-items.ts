import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { explainDeadline } from '../law/explain.ts';
import type { Instant } from '../now.ts';
import { withoutTexts } from '../requests/free-text.ts';
import { MessageItem } from './ledger.entity.ts';
import type { Reminder } from './reminder.entity.ts';
import type { Subject } from './subjects.ts';

/** Values of one INSERT: SQLite takes 32,766. */
const LOT = 1000;

/** What one message tells of a reminder, by the history as it stands now. */
export function itemOf(messageId: string, row: Reminder, subject: Subject, wordedAt: Instant): MessageItem {
  const { request, standing } = subject;
  const deadline = standing.deadlines.find((one) => one.id === row.deadlineId);
  const { id: reminderId, requestId, recipientId, rung, sendAt: plannedFor, deadlineId, deadlineKind } = row;
  const { chainCount, chainHead } = request;
  return {
    ...{ messageId, reminderId, requestId, recipientId, rung, plannedFor, deadlineId, deadlineKind },
    dueOn: deadline ? deadline.dueOn : row.dueOn,
    ...{ wordedAt, chainCount, chainHead },
    explanation: deadline ? explainDeadline(deadline) : row.text,
  };
}

export async function keepItems(tx: Tx, items: readonly MessageItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += LOT) await tx.em.insert(MessageItem, items.slice(from, from + LOT));
}

/** A redacted text goes with the whole explanation that held it: words with a gap would be taken for what was said. */
export async function forgetExplanations(tx: Tx, requestId: string, removed: readonly string[]): Promise<void> {
  const items = await sql<{ message_id: string; reminder_id: string; explanation: string }>(
    tx,
    'SELECT message_id, reminder_id, explanation FROM message_item WHERE request_id = :requestId AND explanation IS NOT NULL',
    { requestId },
  );
  for (const { message_id: messageId, reminder_id: reminderId, explanation } of items) {
    if (withoutTexts(explanation, removed) === explanation) continue;
    await tx.em.update(MessageItem, { messageId, reminderId }, { explanation: null });
  }
}
