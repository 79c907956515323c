import type { User } from '../auth/user.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { access } from '../requests/access.ts';
import { Document } from './document.entity.ts';

/**
 * The only way to a document: through the request that holds it; `write` locks that request. Throws `not-found` in the
 * same words for what does not exist and what `user` may not see, `forbidden` for what they may not change.
 */
export async function openTo(tx: Tx, user: User, id: string, mode: 'write'): Promise<Document>;
export async function openTo(scope: Scope, user: User, id: string, mode: 'read'): Promise<Document>;
export async function openTo(scope: Scope, user: User, id: string, mode: 'read' | 'write'): Promise<Document> {
  const document = await scope.em.findOneBy(Document, { id });
  if (!document) throw notFound('document');
  const asked =
    mode === 'write'
      ? access(scope as Tx, user, document.requestId, mode)
      : access(scope, user, document.requestId, mode);
  await asked.catch((error: unknown) => {
    throw error instanceof DeskError && error.code === 'not-found' ? notFound('document') : error;
  });
  return document;
}
