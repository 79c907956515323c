import { Inject, Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import type { Tx } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Now } from '../now.ts';
import { deliver } from './delivery-job.ts';
import { channelsOf, messagesFor } from './messages-for.ts';
import { Message } from './reminder.entity.ts';
import type { Words } from './words.ts';

/** Tells people of the desk something that is no reminder, by their channels. */
@Injectable()
export class Telling {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** That owner; or, when they have left or are owner no more, every active owner. */
  async tellOwner(tx: Tx, ownerId: string, words: Words): Promise<void> {
    const owners = await activeOwners(tx);
    const own = owners.filter((owner) => owner.id === ownerId);
    await this.tell(tx, own.length > 0 ? own : owners, words);
  }

  /** Every active owner. */
  async tellOwners(tx: Tx, words: Words): Promise<void> {
    await this.tell(tx, await activeOwners(tx), words);
  }

  async tell(tx: Tx, people: readonly User[], words: Words): Promise<void> {
    const channels = await channelsOf(
      tx,
      people.map((person) => person.id),
    );
    const messages = people.flatMap((person) =>
      messagesFor(
        person,
        channels.get(person.id)!,
        { ...words, thread: null },
        this.now.instant(),
        this.config.mailFrom,
      ),
    );
    if (messages.length === 0) return;
    await tx.em.insert(Message, messages);
    await this.jobs.add(tx, ...messages.map((message) => deliver(message)));
  }
}

async function activeOwners(tx: Tx): Promise<User[]> {
  return (await tx.em.findBy(User, { role: 'owner' })).filter((owner) => owner.disabledAt === null);
}
