import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { membersOf } from '../requests/members.ts';
import type { Request } from '../requests/request.entity.ts';

/**
 * Whether somebody who sees a request may know what everybody was told of it: owners, and those editors to whom it
 * belongs. Everybody else sees what concerns themselves.
 */
export async function seesAll(scope: Scope, user: User, request: Request): Promise<boolean> {
  if (user.role === 'owner') return true;
  if (user.role === 'viewer') return false;
  if (user.id === request.assigneeId || user.id === request.creatorId) return true;
  return (await membersOf(scope, request)).includes(user.id);
}
