import { In } from 'typeorm';
import type { Scope } from '../database/database.ts';
import type { Instant } from '../now.ts';
import {
  DeliveryAttempt,
  type EndedEntry,
  MessageItem,
  PlanChange,
  type PlannedEntry,
} from '../reminders/ledger.entity.ts';
import { Message, Reminder } from '../reminders/reminder.entity.ts';

/** One step in the life of a planned reminder. */
export type PlanStep =
  | { change: PlanChange; planned: PlannedEntry; ended?: never }
  | { change: PlanChange; ended: EndedEntry; planned?: never };

export interface TriedMessage {
  message: Message;
  attempts: DeliveryAttempt[];
}

/** One message group that told of a reminder: the first, and its copies by other channels. */
export interface Told {
  item: MessageItem;
  messages: TriedMessage[];
  /** The message told of other reminders too. */
  together: boolean;
}

/** Everything that is kept of one reminder, in the order in which it happened. */
export interface LedgerRow {
  reminder: Reminder;
  steps: PlanStep[];
  told: Told[];
}

export interface Which {
  requestId: string;
  /** Absent: everybody's. */
  recipientId?: string | undefined;
  /** The last of the page before. */
  after?: { sendAt: Instant; id: string } | undefined;
  limit?: number;
}

/** What one query names at most. */
const LOT = 500;

/** By the hour for which they are planned, oldest first. */
export async function loadLedger(scope: Scope, which: Which): Promise<LedgerRow[]> {
  const { requestId, recipientId, after, limit } = which;
  const query = scope.em
    .createQueryBuilder(Reminder, 'reminder')
    .where('reminder.requestId = :requestId', { requestId })
    .orderBy('reminder.sendAt')
    .addOrderBy('reminder.id');
  if (recipientId !== undefined) query.andWhere('reminder.recipientId = :recipientId', { recipientId });
  if (after) query.andWhere('(reminder.sendAt > :sendAt OR (reminder.sendAt = :sendAt AND reminder.id > :id))', after);
  if (limit !== undefined) query.limit(limit);
  const reminders = await query.getMany();
  const steps = await stepsOf(scope, requestId);
  const rows: LedgerRow[] = [];
  for (let from = 0; from < reminders.length; from += LOT) {
    const lot = reminders.slice(from, from + LOT);
    const told = await toldOf(
      scope,
      lot.map((reminder) => reminder.id),
    );
    rows.push(
      ...lot.map((reminder) => ({
        reminder,
        steps: steps.get(reminder.id) ?? [],
        told: told.get(reminder.id) ?? [],
      })),
    );
  }
  return rows;
}

async function stepsOf(scope: Scope, requestId: string): Promise<Map<string, PlanStep[]>> {
  const found = new Map<string, PlanStep[]>();
  const changes = await scope.em.find(PlanChange, { where: { requestId }, order: { id: 'ASC' } });
  for (const change of changes) {
    for (const ended of change.body.ended) push(found, ended.id, { change, ended });
    for (const planned of change.body.planned) push(found, planned.id, { change, planned });
  }
  return found;
}

async function toldOf(scope: Scope, reminderIds: string[]): Promise<Map<string, Told[]>> {
  const found = new Map<string, Told[]>();
  if (reminderIds.length === 0) return found;
  const items = await scope.em.find(MessageItem, {
    where: { reminderId: In(reminderIds) },
    order: { wordedAt: 'ASC', messageId: 'ASC' },
  });
  const ids = [...new Set(items.map((item) => item.messageId))];
  const groups = new Map<string, TriedMessage[]>();
  const together = new Set<string>();
  for (let from = 0; from < ids.length; from += LOT) {
    const lot = ids.slice(from, from + LOT);
    for (const tried of await messagesOf(scope, lot)) push(groups, tried.message.copyOf ?? tried.message.id, tried);
    for (const id of await amongOthers(scope, lot)) together.add(id);
  }
  for (const item of items) {
    const { messageId } = item;
    push(found, item.reminderId, { item, messages: groups.get(messageId) ?? [], together: together.has(messageId) });
  }
  return found;
}

/** The first ones and their copies, with every attempt. */
async function messagesOf(scope: Scope, groupIds: string[]): Promise<TriedMessage[]> {
  const where = [{ id: In(groupIds) }, { copyOf: In(groupIds) }];
  const messages = await scope.em.find(Message, { where, order: { id: 'ASC' } });
  const tries = new Map<string, DeliveryAttempt[]>();
  const attempts = await scope.em.find(DeliveryAttempt, {
    where: { messageId: In(messages.map((message) => message.id)) },
    order: { id: 'ASC' },
  });
  for (const attempt of attempts) push(tries, attempt.messageId, attempt);
  return messages.map((message) => ({ message, attempts: tries.get(message.id) ?? [] }));
}

/** Which of these messages told of more than one reminder. */
async function amongOthers(scope: Scope, messageIds: string[]): Promise<string[]> {
  const rows = await scope.em
    .createQueryBuilder(MessageItem, 'item')
    .select('item.messageId', 'id')
    .where('item.messageId IN (:...messageIds)', { messageIds })
    .groupBy('item.messageId')
    .having('count(*) > 1')
    .getRawMany<{ id: string }>();
  return rows.map((row) => row.id);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
