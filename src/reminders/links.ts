import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parse, stringify } from 'uuid';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { keptSecret } from '../database/kept-secret.ts';
import { type Instant, Now, shift } from '../now.ts';
import { Message } from './reminder.entity.ts';

const SECRET = 'link-secret';
const VALID_MS = 60 * 24 * 3600 * 1000;
/** Of the id, of the seconds until which it is valid, of the signature. */
const [ID, UNTIL, MAC] = [16, 4, 32];
/** So that no signature of anything else could ever be taken for one of a link. */
const PURPOSE = 'foia-desk message link 1';

/**
 * Links by which the recipient of one message, and nobody else, acts on what it tells, without a key: signed with a
 * secret that only this desk's database holds. Worth as much as the message itself; never logged.
 */
@Injectable()
export class Links {
  #secret: Buffer | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** The same for the same message at every try. */
  async urlFor({ id, recipientId, createdAt }: Pick<Message, 'id' | 'recipientId' | 'createdAt'>): Promise<string> {
    const head = Buffer.alloc(ID + UNTIL);
    head.set(parse(id), 0);
    head.writeUInt32BE(Math.floor(Date.parse(shift(createdAt, VALID_MS)) / 1000), ID);
    const mac = sign(await this.#key(), head, recipientId);
    return `${this.config.publicUrl}/r/${Buffer.concat([head, mac]).toString('base64url')}`;
  }

  /** The message whose link it is; null for what is forged, expired or no link at all. */
  async messageOf(token: string): Promise<Message | null> {
    const bytes = Buffer.from(token, 'base64url');
    // Only one way to write it: what decodes alike is not the same link.
    if (bytes.length !== ID + UNTIL + MAC || bytes.toString('base64url') !== token) return null;
    const head = bytes.subarray(0, ID + UNTIL);
    const id = idIn(head);
    const message = id && (await this.database.read((scope) => scope.em.findOneBy(Message, { id })));
    if (!message) return null;
    const isOurs = timingSafeEqual(sign(await this.#key(), head, message.recipientId), bytes.subarray(ID + UNTIL));
    return isOurs && head.readUInt32BE(ID) > secondsOf(this.now.instant()) ? message : null;
  }

  async #key(): Promise<Buffer> {
    return (this.#secret ??= await keptSecret(this.database, SECRET, 'base64url'));
  }
}

function sign(key: Buffer, head: Uint8Array, recipientId: string): Buffer {
  return createHmac('sha256', key).update(PURPOSE).update(head).update(recipientId).digest();
}

function idIn(head: Buffer): string | null {
  try {
    return stringify(head.subarray(0, ID));
  } catch {
    return null;
  }
}

function secondsOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}
