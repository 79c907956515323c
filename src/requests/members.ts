import { User } from '../auth/user.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { MemberView } from './people.dto.ts';
import { type Request, RequestMember } from './request.entity.ts';

/** Ids of those who were made members; owners, creator and assignee belong to it anyway. */
export async function membersOf(scope: Scope, request: Pick<Request, 'id'>): Promise<string[]> {
  const rows = await sql<{ user_id: string }>(
    scope,
    `SELECT user_id FROM request_member WHERE request_id = :id ORDER BY user_id`,
    { id: request.id },
  );
  return rows.map((row) => row.user_id);
}

export async function addMember(tx: Tx, requestId: string, userId: string): Promise<void> {
  await sql(
    tx,
    `INSERT INTO request_member (request_id, user_id) VALUES (:requestId, :userId) ON CONFLICT DO NOTHING`,
    { requestId, userId },
  );
}

export async function removeMember(tx: Tx, requestId: string, userId: string): Promise<void> {
  await tx.em.delete(RequestMember, { requestId, userId });
}

/** Whoever closes a request to all but its members must not shut themselves out by it. */
export async function becomeMember(tx: Tx, user: User, request: Request, columns: Partial<Request>): Promise<void> {
  const assigneeId = columns.assigneeId === undefined ? request.assigneeId : columns.assigneeId;
  if (user.role === 'owner' || user.id === request.creatorId || user.id === assigneeId) return;
  await addMember(tx, request.id, user.id);
}

/** Everybody who sees the request even when it is open to members alone, and why. */
export async function whoBelongs(scope: Scope, request: Request): Promise<MemberView[]> {
  const members = new Set(await membersOf(scope, request));
  const users = await scope.em.createQueryBuilder(User, 'user').orderBy('user.name').addOrderBy('user.id').getMany();
  return users.flatMap((user) => {
    const because = reasonFor(user, request, members);
    return because && user.disabledAt === null ? [{ id: user.id, name: user.name, role: user.role, because }] : [];
  });
}

function reasonFor(user: User, request: Request, members: Set<string>): MemberView['because'] | null {
  if (user.id === request.creatorId) return 'creator';
  if (user.id === request.assigneeId) return 'assignee';
  if (members.has(user.id)) return 'member';
  return user.role === 'owner' ? 'owner' : null;
}
