import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type DocumentChange, type DocumentFollower, DocumentFollowers } from '../documents/document-follower.ts';
import { type ReminderChange, type ReminderFollower, ReminderFollowers } from '../reminders/reminder-follower.ts';
import { type Change, type Follower, Followers } from '../requests/follower.ts';
import { type Happened, happenedTo, happenedToDocument, happenedToReminders } from './happened.ts';
import { Publishing } from './publishing.ts';

/** Rows of one INSERT. */
const LOT = 500;

/** Writes down what happened, in the transaction in which it does. */
@Injectable()
export class EventsFollower implements Follower, DocumentFollower, ReminderFollower, OnModuleInit {
  constructor(
    @Inject(Followers) private readonly followers: Followers,
    @Inject(DocumentFollowers) private readonly documents: DocumentFollowers,
    @Inject(ReminderFollowers) private readonly reminders: ReminderFollowers,
    @Inject(Publishing) private readonly publishing: Publishing,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
    this.documents.add(this);
    this.reminders.add(this);
  }

  async changed(tx: Tx, change: Change): Promise<void> {
    await this.#write(tx, happenedTo(change));
  }

  async documentChanged(tx: Tx, change: DocumentChange): Promise<void> {
    await this.#write(tx, [happenedToDocument(change)]);
  }

  async remindersChanged(tx: Tx, change: ReminderChange): Promise<void> {
    await this.#write(tx, happenedToReminders(change));
  }

  async #write(tx: Tx, all: readonly Happened[]): Promise<void> {
    if (all.length === 0) return;
    for (let from = 0; from < all.length; from += LOT) await insert(tx, all.slice(from, from + LOT));
    tx.afterCommit(() => this.publishing.soon());
  }
}

/**
 * `seq` is one more than the highest that is committed: whoever changes a request holds its row, so sees what came before. Two
 * requests may have the same; their order among each other means nothing.
 */
async function insert(tx: Tx, lot: readonly Happened[]): Promise<void> {
  const [row] = await sql<{ last: number | string }>(tx, `SELECT coalesce(max(seq), 0) AS last FROM event`);
  const last = Number(row!.last);
  const marks = lot.map((_, n) => `(:id${n}, :seq${n}, :type${n}, :requestId${n}, :byUserId${n}, :at${n}, :data${n})`);
  const values = lot.flatMap((one, n) => [
    [`id${n}`, v7()],
    [`seq${n}`, last + 1 + n],
    [`type${n}`, one.type],
    [`requestId${n}`, one.requestId],
    [`byUserId${n}`, one.byUserId],
    [`at${n}`, one.at],
    [`data${n}`, JSON.stringify(one.data)],
  ]);
  await sql(
    tx,
    `INSERT INTO event (id, seq, type, request_id, by_user_id, at, data) VALUES ${marks.join(', ')}`,
    Object.fromEntries(values),
  );
}
