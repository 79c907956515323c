import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { keptSecret } from '../database/kept-secret.ts';
import { DeskError } from '../errors.ts';

const SETTING = 'event-cursor-key';
const SEAL = Buffer.from('foiadesk');
/** One block of AES: the number and the seal. */
const BLOCK = 16;

/**
 * Places in the stream as callers know them. Numbers run over the events of all requests, so that bare ones would tell
 * how much happens where one may not look: a cursor is its number encrypted, and says nothing but where to go on.
 */
@Injectable()
export class Cursors {
  #key: Promise<Buffer> | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  async write(number: number): Promise<string> {
    const block = Buffer.alloc(BLOCK);
    block.writeBigUInt64BE(BigInt(number));
    SEAL.copy(block, 8);
    const cipher = createCipheriv('aes-256-ecb', await this.#theKey(), null).setAutoPadding(false);
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
  }

  /** Throws `invalid` on anything that `write` of this desk has not made. */
  async read(cursor: string): Promise<number> {
    const sealed = Buffer.from(cursor, 'base64url');
    if (sealed.length === BLOCK && sealed.toString('base64url') === cursor) {
      const decipher = createDecipheriv('aes-256-ecb', await this.#theKey(), null).setAutoPadding(false);
      const block = Buffer.concat([decipher.update(sealed), decipher.final()]);
      if (block.subarray(8).equals(SEAL)) return Number(block.readBigUInt64BE());
    }
    throw new DeskError('invalid', 'This is no cursor that this desk gave out.', {
      errors: [{ pointer: '/after', detail: 'must be the `cursor` of an earlier answer' }],
    });
  }

  #theKey(): Promise<Buffer> {
    this.#key ??= keptSecret(this.database, SETTING, 'hex').catch((error: unknown) => {
      this.#key = undefined;
      throw error;
    });
    return this.#key;
  }
}
