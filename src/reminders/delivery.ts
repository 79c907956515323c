import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { type JobHandler, type Lease, LeaseLost } from '../jobs/lease.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { Log } from '../log.ts';
import { type Instant, Now } from '../now.ts';
import { Channel, Refused } from './channel.ts';
import { Message, Reminder } from './reminder.entity.ts';

export const DELIVER = 'deliver-message';

/**
 * Sends messages, each at least once and always under the same id: between the server's "taken" and our commit a
 * crash cannot be told from a failure, so the message goes again, and whoever gets it twice can see that.
 */
@Injectable()
export class Delivery implements JobHandler, OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Database) private readonly database: Database,
    @Inject(Channel) private readonly channel: Channel,
    @Inject(Now) private readonly now: Now,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELIVER, this);
  }

  async run(lease: Lease): Promise<void> {
    const message = await this.database.read((scope) => scope.em.findOneBy(Message, { id: lease.subjectId }));
    if (!message || message.state !== 'queued') return;
    await lease.check();
    try {
      const { answer } = await this.channel.send(message, lease.signal);
      await this.database.write(async (tx) => {
        await this.#sent(tx, message.id, answer, lease.worker);
        await lease.done(tx);
      });
    } catch (error) {
      if (!(error instanceof Refused)) {
        await this.#noted(message.id, error);
        throw error;
      }
      this.log.error({ message: message.id, answer: error.message }, 'A message was refused for good.');
      await this.database.write(async (tx) => {
        await failed(tx, message.id, error.message);
        await lease.done(tx);
      });
    }
  }

  async dead(tx: Tx, messageId: string, why: string): Promise<void> {
    await failed(tx, messageId, why);
  }

  /** So that people see why it has not gone yet; the job's row says when it is tried again. */
  async #noted(id: string, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    const lastError = error instanceof Error ? error.message : String(error);
    await this.database.write((tx) => tx.em.update(Message, { id, state: 'queued' }, { lastError }));
  }

  async #sent(tx: Tx, id: string, serverAnswer: string, sentBy: string): Promise<void> {
    const sentAt: Instant = this.now.instant();
    const sent = { state: 'sent' as const, sentAt, sentBy, serverAnswer, lastError: null };
    await tx.em.update(Message, { id, state: 'queued' }, sent);
    await tx.em.update(Reminder, { messageId: id, state: 'sending' }, { state: 'sent', sentAt });
  }
}

async function failed(tx: Tx, id: string, why: string): Promise<void> {
  await tx.em.update(Message, { id, state: 'queued' }, { state: 'failed', lastError: why });
  await tx.em.update(Reminder, { messageId: id, state: 'sending' }, { state: 'failed', reason: why });
}
