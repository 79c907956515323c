import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type JobHandler, type Lease, LeaseLost } from '../jobs/lease.ts';
import { In } from 'typeorm';
import { messageOf } from '../jobs/execute.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { together } from '../jobs/together.ts';
import type { Log } from '../log.ts';
import { Accepted } from './accepted.ts';
import { answerIn, keepAttempts } from './attempts.ts';
import { type Instant, msBetween, Now, shift } from '../now.ts';
import { visibleAmong } from '../requests/access.ts';
import { nextDecentHour } from './decent-hours.ts';
import { Later, Refused } from './channel.ts';
import { Channels } from './channels.ts';
import { DELIVER, deliver } from './delivery-job.ts';
import { Links } from './links.ts';
import { callBack, groupOf, othersOf } from './message-group.ts';
import { aboutMessage, sendAgain } from './message-job.ts';
import { messagesFor } from './messages-for.ts';
import { EMAIL } from './plan-store.ts';
import { Records } from './records.ts';
import { Message, Reminder } from './reminder.entity.ts';
import { endReminders, ReminderFollowers } from './reminder-follower.ts';

/** So long after it was put into words a message is not looked at again before it goes. */
const FRESH_MS = 5 * 60_000;
export const CALLED_BACK = 'Before it could be sent, its recipient was not to be told so any more.';

/**
 * Sends messages, each at least once and always under the same id: between the server's "taken" and our commit a
 * crash cannot be told from a failure, so the message goes again, and whoever gets it twice can see that.
 */
@Injectable()
export class Delivery implements JobHandler, OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Database) private readonly database: Database,
    @Inject(Channels) private readonly channels: Channels,
    @Inject(Links) private readonly links: Links,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Records) private readonly records: Records,
    @Inject(Accepted) private readonly accepted: Accepted,
    @Inject(ReminderFollowers) private readonly followers: ReminderFollowers,
    @Inject(Now) private readonly now: Now,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELIVER, this);
  }

  /** A message and its recipient, as they are now. */
  readonly #read = together((ids: readonly string[]) =>
    this.database.read(async (scope) => {
      const messages = await scope.em.findBy(Message, { id: In([...ids]) });
      const readers = await scope.em.findBy(User, { id: In(messages.map((one) => one.recipientId)) });
      return ids.map((id) => {
        const message = messages.find((one) => one.id === id);
        return { message, reader: readers.find((one) => one.id === message?.recipientId) };
      });
    }),
  );

  async run(lease: Lease): Promise<void> {
    const { message, reader } = await this.#read(lease.subjectId);
    if (!message || message.state !== 'queued' || !reader) return;
    let answer: string | null = null;
    try {
      if (!lease.isFirst) answer = await this.accepted.answerTo(message.id);
      if (answer === null && (await this.#mayNotGo(message, reader))) return await this.#giveBack(message, lease);
      const now = this.now.instant();
      const morning = answer === null ? nextDecentHour(reader.timeZone, now, reader.notifications) : null;
      if (morning !== null) return await this.#waitFor(lease, morning);
      answer ??= await this.#send(message, lease);
      await this.records.sent({ messageId: message.id, answer, lease });
      await this.accepted.recorded(message.id);
    } catch (error) {
      if (!(error instanceof Refused)) return this.#tryAgain(message.id, lease, error, answer);
      this.log.error({ message: message.id, answer: messageOf(error) }, 'A message was refused for good.');
      await this.database.write(async (tx) => {
        await this.#failed(tx, message.id, messageOf(error));
        await lease.done(tx);
        // After the group is locked: what refers to its first message would else hold it against whoever locks it too.
        const came = { messageId: message.id, lease, outcome: 'refused' as const, answer: answerIn(error) };
        await keepAttempts(tx, [came], this.now.instant());
      });
    }
  }

  /** Notes what went wrong, so that people see why it has not gone yet; the job's row says when it is tried again. */
  async #tryAgain(messageId: string, lease: Lease, error: unknown, taken: string | null): Promise<void> {
    if (error instanceof LeaseLost) throw error;
    const later = error instanceof Later && (error.ours || lease.attempt < lease.maxAttempts) ? error : null;
    const nextAt = later && shift(this.now.instant(), later.afterMs);
    const lastError = messageOf(error);
    const answer = taken === null ? answerIn(error) : `${taken} (taken, but that could not be recorded: ${lastError})`;
    // Held back by ourselves, it was not tried.
    const outcome = later?.ours ? 'postponed' : 'failed';
    await this.database.write(async (tx) => {
      await tx.em.update(Message, { id: messageId, state: 'queued' }, { lastError });
      await keepAttempts(tx, [{ messageId, lease, outcome, answer, nextAt }], this.now.instant());
    });
    if (nextAt === null) throw error;
    await this.database.write((tx) => lease.putOff(tx, nextAt, later?.ours ? 0 : 1));
  }

  /** An outage that ends at night wakes nobody. It costs no try: the same number is left in the morning. */
  async #waitFor(lease: Lease, nextAt: Instant): Promise<void> {
    await this.database.write(async (tx) => {
      await lease.putOff(tx, nextAt);
      const came = { messageId: lease.subjectId, lease, outcome: 'postponed' as const, answer: null, nextAt };
      await keepAttempts(tx, [came], this.now.instant());
    });
  }

  /** What was put into words a while ago may by now say too much, or say it to the wrong person. */
  #mayNotGo(message: Message, reader: User): boolean | Promise<boolean> {
    // Not whoever was disabled before: when all are, somebody is told even so.
    if (reader.disabledAt !== null && reader.disabledAt > message.createdAt) return true;
    if (msBetween(message.createdAt, this.now.instant()) < FRESH_MS) return false;
    return this.database.read(async (scope) => {
      const told = await sql<{ id: string; number: string; confidential: boolean | number }>(
        scope,
        'SELECT r.id, r.number, r.confidential FROM reminder m JOIN request r ON r.id = m.request_id WHERE m.message_id = :id',
        { id: groupOf(message) },
      );
      // Asked after that: if a copy has been called back meanwhile, and its reminders with it, nothing is told of any more.
      if (!(await scope.em.existsBy(Message, { id: message.id, state: 'queued' }))) return true;
      const ids = told.map((request) => request.id);
      if ((await visibleAmong(scope, reader, ids)).size < new Set(ids).size) return true;
      return told.some((request) => Boolean(request.confidential) && message.text.includes(`${request.number}: `));
    });
  }

  /** The plan, which knows who is told and in which words now, takes the reminders back. */
  async #giveBack(message: Message, lease: Lease): Promise<void> {
    await this.database.write(async (tx) => {
      await lease.done(tx);
      const messageId = groupOf(message);
      await callBack(tx, messageId, CALLED_BACK);
      const came = { messageId: message.id, lease, outcome: 'called-back' as const, answer: null };
      await keepAttempts(tx, [came], this.now.instant());
      await tx.em.update(Reminder, { messageId, state: 'sending' }, { state: 'planned', messageId: null });
    });
  }

  async dead(tx: Tx, messageId: string, why: string): Promise<void> {
    await this.#failed(tx, messageId, why);
  }

  /** Nobody wants it sent any more, so not as a letter either. */
  async dropped(tx: Tx, messageId: string, why: string): Promise<void> {
    await this.#failed(tx, messageId, why, false);
  }

  again(tx: Tx, messageId: string): Promise<void> {
    return sendAgain(tx, messageId);
  }

  about(scope: Scope, messageId: string): Promise<string | null> {
    return aboutMessage(scope, messageId);
  }

  async #send(message: Message, lease: Lease): Promise<string> {
    // Chats are read by others too.
    const link = message.channel === EMAIL ? await this.links.urlFor(message) : undefined;
    // Last before the socket opens.
    await lease.check();
    const taken = await this.channels.send({ ...message, link }, lease.signal);
    const answer = messageOf(taken.answer);
    this.accepted.note(message.id, answer);
    return answer;
  }

  /** Reminders fail when their last way has failed; before that, one that had no letter goes as a letter. */
  async #failed(tx: Tx, id: string, reason: string, orAsLetter = true): Promise<void> {
    const message = await tx.em.findOneBy(Message, { id, state: 'queued' });
    if (!message) return;
    const others = await othersOf(tx, message);
    await tx.em.update(Message, { id }, { state: 'failed', lastError: reason });
    if (others.some((one) => one.state !== 'failed')) return;
    if (orAsLetter && [message, ...others].every((one) => one.channel !== EMAIL)) return this.#asLetter(tx, message);
    const reminders = await endReminders(tx, [groupOf(message)], { state: 'failed', reason });
    await this.followers.changed(tx, { because: 'failed', reminders, byUserId: null, at: this.now.instant() });
  }

  async #asLetter(tx: Tx, message: Message): Promise<void> {
    const reader = await tx.em.findOneByOrFail(User, { id: message.recipientId });
    const [letter] = messagesFor(reader, [EMAIL], message, this.now.instant(), this.config.mailFrom);
    await tx.em.insert(Message, { ...letter, copyOf: groupOf(message) });
    await this.jobs.add(tx, deliver(letter));
  }
}
