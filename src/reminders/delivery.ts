import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { type JobHandler, type Lease, LeaseLost } from '../jobs/lease.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { Log } from '../log.ts';
import { Accepted } from './accepted.ts';
import { Channel, Refused } from './channel.ts';
import { Records } from './records.ts';
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
    @Inject(Records) private readonly records: Records,
    @Inject(Accepted) private readonly accepted: Accepted,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELIVER, this);
  }

  async run(lease: Lease): Promise<void> {
    const message = await this.database.read((scope) => scope.em.findOneBy(Message, { id: lease.subjectId }));
    if (!message || message.state !== 'queued') return;
    try {
      const noted = lease.attempt > 1 ? await this.accepted.answerTo(message.id) : null;
      const answer = noted ?? (await this.#send(message, lease));
      await this.records.sent({ messageId: message.id, answer, lease });
      if (noted === null) this.accepted.recorded();
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

  async #send(message: Message, lease: Lease): Promise<string> {
    await lease.check();
    const { answer } = await this.channel.send(message, lease.signal);
    this.accepted.note(message.id, answer);
    return answer;
  }

  /** So that people see why it has not gone yet; the job's row says when it is tried again. */
  async #noted(id: string, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    const lastError = error instanceof Error ? error.message : String(error);
    await this.database.write((tx) => tx.em.update(Message, { id, state: 'queued' }, { lastError }));
  }
}

async function failed(tx: Tx, id: string, why: string): Promise<void> {
  await tx.em.update(Message, { id, state: 'queued' }, { state: 'failed', lastError: why });
  await tx.em.update(Reminder, { messageId: id, state: 'sending' }, { state: 'failed', reason: why });
}
