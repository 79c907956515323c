import { Inject, Injectable } from '@nestjs/common';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import { Now, shift } from '../now.ts';
import { ApiKey } from './api-key.entity.ts';
import { isAtLeast } from './guard.ts';
import { type KeyQuery, type KeyView, type NewKeyDto, type NewKeyView, toKeyView } from './key.dto.ts';
import { addKey, isLive } from './keys.ts';
import type { User } from './user.entity.ts';
import { findUser } from './users.service.ts';

/** Looking after API keys. What opens the door with them is `Keys`. */
@Injectable()
export class KeysService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  async list(call: Call, me: User, query: KeyQuery): Promise<Page<KeyView>> {
    const userId = query.userId ?? me.id;
    if (userId !== me.id && !isAtLeast(me, 'owner')) {
      throw new DeskError('forbidden', "Other people's keys are for owners.");
    }
    const { limit, after } = pageOf(query, 1);
    const rows = await this.database.read((scope) => {
      const keys = scope.em
        .createQueryBuilder(ApiKey, 'key')
        .where({ userId })
        .orderBy('key.id')
        .take(limit + 1);
      return (after ? keys.andWhere('key.id > :after', { after: after[0] }) : keys).getMany();
    });
    return toPage(call, limit, rows, (key) => [key.id], toKeyView);
  }

  async add(tx: Tx, me: User, userId: string, given: NewKeyDto): Promise<NewKeyView> {
    if (userId !== me.id && !isAtLeast(me, 'owner')) {
      throw new DeskError('forbidden', 'Keys for other people are added by owners.');
    }
    const user = await findUser(tx, userId);
    if (user.disabledAt) throw new DeskError('conflict', `${user.name} is disabled: a key would open nothing.`);
    const now = this.now.instant();
    if (given.expiresAt && given.expiresAt <= now) {
      throw new DeskError('does-not-fit', 'The key would have expired already.', {
        errors: [{ pointer: '/expiresAt', detail: 'must be ahead of now' }],
      });
    }
    const wanted = { userId, label: given.label ?? 'key', createdBy: me.id, expiresAt: given.expiresAt };
    const { key, text } = await addKey(tx, wanted, now);
    return { ...toKeyView(key), key: text };
  }

  async rotate(tx: Tx, me: User, id: string, overlapSeconds: number): Promise<NewKeyView> {
    const old = await findKey(tx, me, id);
    const now = this.now.instant();
    if (!isLive(old, now)) throw new DeskError('conflict', 'This key is revoked or expired: add a new one instead.');
    const wanted = { userId: old.userId, label: old.label, createdBy: me.id, expiresAt: old.expiresAt };
    const { key, text } = await addKey(tx, wanted, now);
    await endAt(tx, old, shift(now, overlapSeconds * 1000));
    return { ...toKeyView(key), key: text };
  }

  async revoke(tx: Tx, me: User, id: string): Promise<void> {
    await endAt(tx, await findKey(tx, me, id), this.now.instant());
  }
}

/** One's own key, or for owners anybody's. */
async function findKey(scope: Scope, me: User, id: string): Promise<ApiKey> {
  const key = await scope.em.findOneBy(ApiKey, { id });
  if (!key || (key.userId !== me.id && !isAtLeast(me, 'owner'))) throw notFound('key');
  return key;
}

/** Never later than it would have ended anyway. */
async function endAt(tx: Tx, key: ApiKey, at: string): Promise<void> {
  if (key.revokedAt !== null && key.revokedAt <= at) return;
  await tx.em.update(ApiKey, { id: key.id }, { revokedAt: at });
}
