import type { User } from '../auth/user.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { type Related, Request } from './request.entity.ts';

/** A condition with its parameters, for a query builder's `where` or `andWhere`. */
export interface Condition {
  where: string;
  parameters: Record<string, unknown>;
}

/**
 * Which requests `user` may see, for every query that lists, counts or searches them. `alias` is the query's name for
 * `Request`. Owners see all; a request open to everyone is seen by every user; else creator, assignee and members.
 */
export function visibleTo(user: User, alias: string): Condition {
  return condition(user, alias, 'creatorId', 'assigneeId');
}

/** The same for hand-written SQL (`database/sql.ts`), where columns have their names in the database. */
export function visibleInSql(user: User, alias: string): Condition {
  return condition(user, alias, 'creator_id', 'assignee_id');
}

function condition(user: User, alias: string, creator: string, assignee: string): Condition {
  if (user.role === 'owner') return { where: '1 = 1', parameters: {} };
  const member = `EXISTS (SELECT 1 FROM request_member seen WHERE seen.request_id = ${alias}.id AND seen.user_id = :viewerId)`;
  return {
    where: `( ${alias}.access = 'everyone' OR ${alias}.${creator} = :viewerId OR ${alias}.${assignee} = :viewerId OR ${member})`,
    parameters: { viewerId: user.id },
  };
}

/**
 * The only way to one request. `write` needs an editor or owner and locks the request's row until the transaction
 * ends (on SQLite the queue of writes is the lock), so that whoever appends to its history does so alone.
 * Throws `not-found` for what does not exist and for what `user` may not see, in the same words; `forbidden` for what
 * they see but may not change.
 */
export async function access(tx: Tx, user: User, id: string, mode: 'write'): Promise<Request>;
export async function access(scope: Scope, user: User, id: string, mode: 'read'): Promise<Request>;
export async function access(scope: Scope, user: User, id: string, mode: 'read' | 'write'): Promise<Request> {
  const seen = visibleTo(user, 'request');
  const query = scope.em
    .createQueryBuilder(Request, 'request')
    .where('request.id = :id', { id })
    .andWhere(seen.where, seen.parameters);
  if (mode === 'write' && scope.engine === 'postgres') query.setLock('pessimistic_write', undefined, ['request']);
  const request = await query.getOne();
  if (!request) throw notFound('request');
  if (mode === 'write') mustWrite(user);
  return request;
}

/** Which of these ids are requests that `user` may see. */
export async function visibleAmong(scope: Scope, user: User, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const seen = visibleTo(user, 'request');
  const found = await scope.em
    .createQueryBuilder(Request, 'request')
    .select('request.id', 'id')
    .where('request.id IN (:...ids)', { ids: [...new Set(ids)] })
    .andWhere(seen.where, seen.parameters)
    .getRawMany<{ id: string }>();
  return new Set(found.map((row) => row.id));
}

/** A request's relations, without those to requests that `user` may not see. */
export async function relatedSeen(scope: Scope, user: User, related: readonly Related[]): Promise<Related[]> {
  if (related.length === 0 || user.role === 'owner') return [...related];
  const seen = await visibleAmong(
    scope,
    user,
    related.map((one) => one.requestId),
  );
  return related.filter((one) => seen.has(one.requestId));
}

function mustWrite(user: User): void {
  if (user.role === 'viewer') throw new DeskError('forbidden', 'You may read this request, but not change it.');
}
