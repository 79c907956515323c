import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type Lease, LeaseLost } from '../jobs/lease.ts';
import { type Instant, Now } from '../now.ts';
import { keepAttempts } from './attempts.ts';
import { groupsOf } from './message-group.ts';
import { endReminders, ReminderFollowers } from './reminder-follower.ts';

/** A message that the other side has taken. */
export interface Sent {
  messageId: string;
  answer: string;
  lease: Lease;
}

interface Waiting {
  sent: Sent;
  done(): void;
  failed(error: unknown): void;
}

const MOST_AT_ONCE = 100;

/**
 * Records what was sent. What was taken while the last commit was under way is recorded together in the next: the
 * more there is to do the fewer commits each message costs, and the shorter it stands unrecorded.
 */
@Injectable()
export class Records {
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(ReminderFollowers) private readonly followers: ReminderFollowers,
  ) {}

  /** Resolves once it is committed, job and all. Throws `LeaseLost` when somebody else has the job by now. */
  sent(sent: Sent): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ sent, done, failed });
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, MOST_AT_ONCE));
    this.#writing = false;
  }

  async #commit(lot: readonly Waiting[]): Promise<void> {
    try {
      const lost = await this.database.write((tx) => record(tx, this.followers, lot, this.now.instant()));
      for (const one of lot) {
        if (lost.has(one)) one.failed(new LeaseLost(one.sent.lease.jobId));
        else one.done();
      }
    } catch (error) {
      for (const one of lot) one.failed(error);
    }
  }
}

/** A lease that is lost takes nobody else's record with it. */
async function record(
  tx: Tx,
  followers: ReminderFollowers,
  lot: readonly Waiting[],
  sentAt: Instant,
): Promise<Set<Waiting>> {
  const lost = new Set<Waiting>();
  const mayRecord = async (one: Waiting) => {
    try {
      await one.sent.lease.done(tx);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      lost.add(one);
    }
  };
  await Promise.all(lot.map(mayRecord));
  const held = lot.filter((one) => !lost.has(one)).map((one) => one.sent);
  if (held.length === 0) return lost;
  const ids = held.map((sent) => sent.messageId);
  const answers = held.map((_, n) => `WHEN :m${n} THEN :a${n}`).join(' ');
  const values = Object.fromEntries(
    held.flatMap((sent, n) => [
      [`m${n}`, sent.messageId],
      [`a${n}`, sent.answer],
    ]),
  );
  await sql(
    tx,
    `UPDATE message SET state = 'sent', sent_at = :sentAt, sent_by = :sentBy, last_error = NULL,
       server_answer = CASE id ${answers} END WHERE state = 'queued' AND id IN (:ids)`,
    { ...values, ids, sentAt, sentBy: held[0]!.lease.worker },
  );
  const took = held.map(({ messageId, answer, lease }) => ({ messageId, answer, lease, outcome: 'taken' as const }));
  await keepAttempts(tx, took, sentAt);
  const reminders = await endReminders(tx, await groupsOf(tx, ids), { state: 'sent', sentAt });
  await followers.changed(tx, { because: 'sent', reminders, byUserId: null, at: sentAt });
  return lost;
}
