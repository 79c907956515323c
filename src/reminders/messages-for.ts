import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import type { Instant } from '../now.ts';
import { EMAIL } from './plan-store.ts';
import type { Message } from './reminder.entity.ts';
import { type ChannelName, UserChannel } from './user-channel.entity.ts';
import type { Words } from './words.ts';

/** By which ways each of these people is told; never by none. */
export async function channelsOf(scope: Scope, userIds: readonly string[]): Promise<Map<string, ChannelName[]>> {
  const all = new Map<string, ChannelName[]>(userIds.map((id) => [id, [EMAIL]]));
  if (userIds.length === 0) return all;
  const query = scope.em
    .createQueryBuilder(UserChannel, 'channel')
    .where('channel.userId IN (:...ids)', { ids: userIds });
  const rows = await query.orderBy('channel.channel').getMany();
  for (const id of userIds) all.set(id, waysOf(rows.filter((row) => row.userId === id)));
  return all;
}

/** E-mail first, unless it is switched off and another way is open. */
export function waysOf(rows: readonly Pick<UserChannel, 'channel' | 'enabled' | 'verifiedAt'>[]): ChannelName[] {
  const others = rows.filter((row) => row.channel !== EMAIL && row.enabled && row.verifiedAt !== null);
  const noMail = rows.some((row) => row.channel === EMAIL && !row.enabled) && others.length > 0;
  return [...(noMail ? [] : [EMAIL]), ...others.map((row) => row.channel)];
}

/**
 * The same words to one person by each of their channels: a row each, with an id of its own that every retry keeps. The
 * reminders hang on the first; the others are its copies.
 */
export function messagesFor(
  reader: Pick<User, 'id' | 'email'>,
  channels: readonly ChannelName[],
  words: Words & { thread: string | null },
  now: Instant,
  mailFrom: string,
): [Message, ...Message[]] {
  const [first, ...others] = channels.map((channel) => messageBy(channel, reader, words, now, mailFrom));
  if (!first) throw new Error('Nobody is told by no channel at all.');
  return [first, ...others.map((copy) => ({ ...copy, copyOf: first.id }))];
}

function messageBy(
  channel: ChannelName,
  reader: Pick<User, 'id' | 'email'>,
  { subject, text, thread }: Words & { thread: string | null },
  createdAt: Instant,
  mailFrom: string,
): Message {
  const id = v7();
  return {
    ...{ id, recipientId: reader.id, channel, subject, text, thread, createdAt, state: 'queued', copyOf: null },
    // Other addresses are secrets: they are looked up when it goes, and stand in one place only.
    address: channel === EMAIL ? reader.email : null,
    mailId: `<${id}@${mailFrom.split('@')[1]}>`,
    ...{ sentAt: null, sentBy: null, serverAnswer: null, lastError: null, toldAt: null },
  };
}
