import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { Outgoing as OutgoingCalls } from '../http/outgoing.ts';
import { Channel, type Outgoing, Refused, type Taken } from './channel.ts';
import { HookChannel } from './hook-channel.ts';
import { discord, mattermost, ntfy, slack, teams } from './hook-formats.ts';
import { EMAIL } from './plan-store.ts';
import type { Message } from './reminder.entity.ts';
import { type ChannelName, UserChannel } from './user-channel.entity.ts';

/** Every way out of the desk by its name, and where each person is to be found there. */
@Injectable()
export class Channels implements OnApplicationShutdown {
  readonly #all: Record<ChannelName, Channel>;

  constructor(
    @Inject(CONFIG) { publicUrl }: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(OutgoingCalls) outgoing: OutgoingCalls,
    @Inject(Channel) email: Channel,
  ) {
    this.#all = {
      email,
      slack: new HookChannel(outgoing, slack, publicUrl),
      mattermost: new HookChannel(outgoing, mattermost, publicUrl),
      teams: new HookChannel(outgoing, teams, publicUrl),
      discord: new HookChannel(outgoing, discord, publicUrl),
      ntfy: new HookChannel(outgoing, ntfy, publicUrl),
    };
  }

  of(name: ChannelName): Channel {
    return this.#all[name];
  }

  /** By the message's channel, to where its recipient is found there now. Throws as `Channel.send` does. */
  async send(message: Message & { link?: string | undefined }, signal: AbortSignal): Promise<Taken> {
    const channel = message.channel as ChannelName;
    if (channel === EMAIL) return this.of(EMAIL).send(message, signal);
    const where = { userId: message.recipientId, channel };
    const found = await this.database.read((scope) => scope.em.findOneBy(UserChannel, where));
    if (!found?.enabled || found.verifiedAt === null)
      throw new Refused('Its recipient does not use this channel any more.');
    const to: Outgoing = { ...message, link: undefined, address: found.address, token: found.token };
    return this.of(channel).send(to, signal);
  }

  /** Hangs up after the last job has ended. */
  async onApplicationShutdown(): Promise<void> {
    for (const channel of Object.values(this.#all)) await channel.close();
  }
}
