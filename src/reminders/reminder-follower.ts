import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import type { Reminder } from './reminder.entity.ts';

/** What has just become of reminders, or was done about one, told inside the transaction in which it was. */
export interface ReminderChange {
  because: 'sent' | 'failed' | 'acknowledged' | 'snoozed' | 'muted' | 'unmuted';
  reminders: readonly Pick<Reminder, 'id' | 'requestId' | 'deadlineId' | 'rung' | 'recipientId'>[];
  /** Who did it; null when the desk did. */
  byUserId: string | null;
  /** Only of a snooze: the first day on which to be told again. */
  until?: PlainDate | undefined;
  at: Instant;
}

/** Work that belongs to the same transaction: what other programs are told. */
export interface ReminderFollower {
  remindersChanged(tx: Tx, change: ReminderChange): Promise<void>;
}

/** The followers, in the order in which `app.module.ts` lists their modules. A failing one undoes the record. */
@Injectable()
export class ReminderFollowers {
  readonly #all: ReminderFollower[] = [];

  add(follower: ReminderFollower): void {
    this.#all.push(follower);
  }

  async changed(tx: Tx, change: ReminderChange): Promise<void> {
    if (change.reminders.length === 0) return;
    for (const follower of this.#all) await follower.remindersChanged(tx, change);
  }
}

/** Ends reminders that are on their way in these messages, and says which: a second message about them finds none. */
export async function endReminders(
  tx: Tx,
  messageIds: readonly string[],
  end: { state: 'sent'; sentAt: Instant } | { state: 'failed'; reason: string },
): Promise<ReminderChange['reminders']> {
  if (messageIds.length === 0) return [];
  const [sentAt, reason] = end.state === 'sent' ? [end.sentAt, null] : [null, end.reason];
  return sql<ReminderChange['reminders'][number]>(
    tx,
    `UPDATE reminder SET state = :state, sent_at = :sentAt, reason = coalesce(:reason, reason)
     WHERE state = 'sending' AND message_id IN (:ids)
     RETURNING id, request_id AS "requestId", deadline_id AS "deadlineId", rung, recipient_id AS "recipientId"`,
    { state: end.state, sentAt, reason, ids: [...messageIds] },
  );
}
