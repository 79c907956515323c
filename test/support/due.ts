import { v7 } from 'uuid';
import { User } from '../../src/auth/user.entity.ts';
import { Database } from '../../src/database/database.ts';
import { Message, Reminder } from '../../src/reminders/reminder.entity.ts';
import { shift } from '../../src/now.ts';
import type { Desk } from './desk.ts';

/** A zone in which it is about noon now: reminders are not sent at night, whenever the tests run. */
export function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** As `putDue` writes them. */
export interface Due {
  email: string;
  reminderId: string;
}

/** People who are each due one reminder of their own, now; written through the door, for processes that run elsewhere. */
export async function putDue(
  desk: Desk,
  requestId: string,
  many: number,
  dueAt = new Date().toISOString(),
): Promise<Due[]> {
  const at = shift(new Date().toISOString(), -60_000);
  const users = Array.from({ length: many }, () => ({ id: v7(), at })).map(({ id }) => ({
    id,
    name: `Reader ${id}`,
    email: `${id}@desk.test`,
    role: 'viewer' as const,
    timeZone: zoneAtNoon(),
    createdAt: at,
    updatedAt: at,
    disabledAt: null,
    version: 1,
  }));
  const rows = users.map((user) => ({
    id: v7(),
    requestId,
    deadlineId: null,
    deadlineKind: null,
    dueOn: null,
    rung: 'own',
    rungKey: `own|${user.id}`,
    sendAt: dueAt,
    channel: 'email',
    recipientId: user.id,
    state: 'planned' as const,
    reason: null,
    text: `For ${user.id}`,
    createdBy: user.id,
    plannedAt: at,
    sentAt: null,
    messageId: null,
  }));
  const database = desk.app.get(Database, { strict: false });
  for (let from = 0; from < many; from += 500) {
    await database.write(async (tx) => {
      await tx.em.insert(User, users.slice(from, from + 500));
      await tx.em.insert(Reminder, rows.slice(from, from + 500));
    });
  }
  return users.map((user, n) => ({ email: user.email, reminderId: rows[n]!.id }));
}

/** What the desk itself says it sent. */
export async function ledger(desk: Desk): Promise<{ messages: Message[]; reminders: Reminder[] }> {
  return desk.app.get(Database, { strict: false }).read(async (scope) => ({
    messages: await scope.em.find(Message),
    reminders: await scope.em.findBy(Reminder, { rung: 'own' }),
  }));
}
