import { Inject, Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError, notFound } from '../errors.ts';
import { Now } from '../now.ts';
import { access, visibleAmong } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import { RequestWatcher } from './policy.entity.ts';
import { replanOne } from './replan.ts';
import type { WatcherView } from './watchers.dto.ts';

/** Who is told of a request beside whoever holds it. */
@Injectable()
export class Watchers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  list(user: User, requestId: string): Promise<WatcherView[]> {
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      return sql<WatcherView>(
        scope,
        `SELECT u.id, u.name FROM request_watcher w JOIN desk_user u ON u.id = w.user_id
         WHERE w.request_id = :id ORDER BY u.name, u.id`,
        { id: request.id },
      );
    });
  }

  /** Oneself, or anybody by who may write the request; only whoever sees it. */
  async add(tx: Tx, user: User, requestId: string, userId: string): Promise<void> {
    const request = await this.#open(tx, user, requestId, userId);
    const other = await tx.em.findOneBy(User, { id: userId });
    if (!other) throw notFound('user');
    if (!(await visibleAmong(tx, other, [request.id])).has(request.id)) {
      throw new DeskError('does-not-fit', `${other.name} may not see this request: make them a member first.`);
    }
    const row = { requestId: request.id, userId, addedAt: this.now.instant(), addedBy: user.id };
    await tx.em.createQueryBuilder().insert().into(RequestWatcher).values(row).orIgnore().execute();
    await replanOne(tx, request.id, this.now.instant(), { because: 'watchers', byUserId: user.id });
  }

  async remove(tx: Tx, user: User, requestId: string, userId: string): Promise<void> {
    const request = await this.#open(tx, user, requestId, userId);
    await tx.em.delete(RequestWatcher, { requestId: request.id, userId });
    await replanOne(tx, request.id, this.now.instant(), { because: 'watchers', byUserId: user.id });
  }

  #open(tx: Tx, user: User, requestId: string, userId: string): Promise<Request> {
    return userId === user.id ? access(tx, user, requestId, 'read') : access(tx, user, requestId, 'write');
  }
}

/** Whoever may not see a request any more does not watch it any more either, also when it is opened to them again. */
export async function dropWatchers(tx: Tx, request: Pick<Request, 'id' | 'access'>): Promise<void> {
  if (request.access === 'everyone') return;
  for (const user of await watching(tx, request.id)) {
    if ((await visibleAmong(tx, user, [request.id])).has(request.id)) continue;
    await tx.em.delete(RequestWatcher, { requestId: request.id, userId: user.id });
  }
}

async function watching(scope: Scope, requestId: string): Promise<User[]> {
  const rows = await scope.em.findBy(RequestWatcher, { requestId });
  if (rows.length === 0) return [];
  const query = scope.em
    .createQueryBuilder(User, 'user')
    .where('user.id IN (:...ids)', { ids: rows.map((row) => row.userId) });
  return query.getMany();
}
