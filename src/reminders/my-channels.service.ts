import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { Outgoing as OutgoingCalls } from '../http/outgoing.ts';
import { messageOf } from '../jobs/execute.ts';
import { type Instant, Now } from '../now.ts';
import { Later, type Outgoing } from './channel.ts';
import { Channels } from './channels.ts';
import { waysOf } from './messages-for.ts';
import {
  type MyChannelDto,
  type MyChannelList,
  type MyChannelsDto,
  type TestedView,
  toMyChannelView,
} from './my-channels.dto.ts';
import { EMAIL } from './plan-store.ts';
import { type ChannelName, channelNames, UserChannel } from './user-channel.entity.ts';

const PATIENCE_MS = 20_000;

/** Where I am told. */
@Injectable()
export class MyChannelsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Channels) private readonly channels: Channels,
    @Inject(OutgoingCalls) private readonly outgoing: OutgoingCalls,
  ) {}

  list(me: User): Promise<MyChannelList> {
    return this.database.read(async (scope) => ({ items: views(me, await rowsOf(scope, me)) }));
  }

  /** A new address is to be tested anew; one that is left out is the one there was. */
  async put(tx: Tx, me: User, { items }: MyChannelsDto): Promise<MyChannelList> {
    const before = new Map((await rowsOf(tx, me)).map((row) => [row.channel, row]));
    const now = this.now.instant();
    const rows = items.map((given, i) => this.#row(me, given, before.get(given.channel), `/items/${i}`, now));
    const noMail = rows.findIndex((row) => row.channel === EMAIL && !row.enabled);
    if (noMail >= 0 && waysOf(rows).includes(EMAIL)) {
      throw new DeskError(
        'conflict',
        'E-mail can be switched off once another channel is enabled and has taken a test message.',
        {
          errors: [{ pointer: `/items/${noMail}/enabled`, detail: 'would leave no way to tell you anything' }],
        },
      );
    }
    await tx.em.delete(UserChannel, { userId: me.id });
    if (rows.length > 0) await tx.em.insert(UserChannel, rows);
    return { items: views(me, rows) };
  }

  /** Sends a test message there and then, outside any transaction; only an address that takes one is used. */
  async test(me: User, name: string): Promise<TestedView> {
    const channel = channelNames.find((one) => one === name);
    const row =
      channel && (await this.database.read((scope) => rowsOf(scope, me))).find((one) => one.channel === channel);
    if (!channel || (!row && channel !== EMAIL)) throw notFound('channel of yours');
    const message = this.#testMessage(channel === EMAIL ? me.email : row!.address, row?.token ?? null);
    try {
      const { answer } = await this.channels.of(channel).send(message, AbortSignal.timeout(PATIENCE_MS));
      const verifiedAt = channel === EMAIL ? null : await this.#verified(me, row!);
      return { channel, taken: true, says: messageOf(answer), verifiedAt };
    } catch (error) {
      if (error instanceof Later) {
        throw new DeskError('too-many', 'Too many messages went there just now. Try again in a while.', {
          retryAfter: Math.ceil(error.afterMs / 1000),
        });
      }
      return { channel, taken: false, says: messageOf(error) };
    }
  }

  #row(me: User, given: MyChannelDto, before: UserChannel | undefined, pointer: string, now: Instant): UserChannel {
    const { channel, enabled = true } = given;
    const isMail = channel === EMAIL;
    if (isMail && given.address !== undefined) {
      throw doesNotFit(`${pointer}/address`, 'is changed with PATCH /me: mail goes to your own address');
    }
    if (given.token !== undefined && channel !== 'ntfy') throw doesNotFit(`${pointer}/token`, 'is for ntfy alone');
    const address = isMail ? null : (given.address ?? before?.address ?? null);
    if (!isMail && address === null) throw doesNotFit(`${pointer}/address`, 'must say where messages go');
    if (given.address !== undefined) {
      const refusal = this.outgoing.refusalOf(given.address);
      if (refusal !== null) throw doesNotFit(`${pointer}/address`, refusal);
    }
    const token = given.token ?? (address === before?.address ? (before?.token ?? null) : null);
    const same = before !== undefined && before.address === address && before.token === token;
    const verifiedAt = same ? before.verifiedAt : null;
    return { userId: me.id, channel, address, token, enabled, verifiedAt, updatedAt: now };
  }

  /** Unless it has been changed while the message was on its way. */
  async #verified(me: User, { channel, address, token }: UserChannel): Promise<Instant | null> {
    const verifiedAt = this.now.instant();
    return this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(UserChannel, { userId: me.id, channel });
      if (row?.address !== address || row.token !== token) return null;
      await tx.em.update(UserChannel, { userId: me.id, channel }, { verifiedAt });
      return verifiedAt;
    });
  }

  #testMessage(address: string | null, token: string | null): Outgoing {
    const id = v7();
    return {
      ...{ id, address, token, thread: null, createdAt: this.now.instant() },
      mailId: `<${id}@${this.config.mailFrom.split('@')[1]}>`,
      subject: 'A test of FOIA Desk',
      text: 'It works: what FOIA Desk has to tell you will arrive here.\n',
    };
  }
}

async function rowsOf(scope: Scope, { id }: User): Promise<UserChannel[]> {
  return scope.em.findBy(UserChannel, { userId: id });
}

/** E-mail first, also when nothing was ever said of it. */
function views(me: User, rows: readonly UserChannel[]): MyChannelList['items'] {
  const mail = {
    userId: me.id,
    channel: EMAIL,
    address: null,
    token: null,
    enabled: true,
    verifiedAt: null,
    updatedAt: '',
  };
  const all = rows.some((row) => row.channel === EMAIL) ? rows : [mail, ...rows];
  const place = (channel: ChannelName) => channelNames.indexOf(channel);
  return [...all].sort((a, b) => place(a.channel) - place(b.channel)).map((row) => toMyChannelView(row, me.email));
}

function doesNotFit(pointer: string, detail: string): DeskError {
  return new DeskError('does-not-fit', `${pointer.slice(1)} ${detail}.`, { errors: [{ pointer, detail }] });
}
