import type { User } from '../auth/user.entity.ts';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { IdempotencyKey } from '../http/idempotency-key.entity.ts';
import { isKind, type StatusChange } from '../law/status-change.ts';
import { isNamed, withoutTexts } from './free-text.ts';
import { mustNotBeHeld } from './legal-hold.ts';
import type { Request } from './request.entity.ts';

/**
 * Does what the `redacted` facts among `added` say: the texts they name are deleted for good, also where kept answers
 * repeat them. Only owners may, and not while the request is under legal hold. Returns the texts, for whoever else may have repeated them.
 */
export async function redact(
  tx: Tx,
  user: User,
  request: Pick<Request, 'id' | 'heldSince'>,
  history: readonly StatusChange[],
  added: readonly StatusChange[],
): Promise<string[]> {
  const removed: string[] = [];
  const redactions = added.filter((change) => isKind(change, 'redacted'));
  for (const redaction of redactions) {
    if (user.role !== 'owner') throw new DeskError('forbidden', 'Only an owner may remove a text for good.');
    mustNotBeHeld(request, 'no text is removed');
    const fact = [...history, ...added].find((change) => change.id === redaction.redacts);
    if (!fact) throw refused('redacts', 'names no fact of this request');
    removed.push(...(await deleteTexts(tx, redaction, fact)));
  }
  if (removed.length > 0) {
    await cleanAnswers(tx, request.id, removed);
    tx.leaveNoTrace();
  }
  return removed;
}

/**
 * An answer kept for an Idempotency-Key may hold the text, for instance in the steps of a deadline. The row itself stays:
 * without it a retry would record its facts, and the text, once more. `id` is that of the request, or of whatever else
 * the answers tell of.
 */
export async function cleanAnswers(tx: Tx, id: string, removed: readonly string[]): Promise<void> {
  const kept = await tx.em
    .createQueryBuilder(IdempotencyKey, 'kept')
    .where('kept.body LIKE :holds', { holds: `%${id}%` })
    .getMany();
  for (const { apiKeyId, route, idempotencyKey, body } of kept) {
    const clean = (_: string, value: unknown) => (typeof value === 'string' ? withoutTexts(value, removed) : value);
    const cleaned = JSON.stringify(JSON.parse(body!, clean));
    if (cleaned !== body) await tx.em.update(IdempotencyKey, { apiKeyId, route, idempotencyKey }, { body: cleaned });
  }
}

async function deleteTexts(tx: Tx, redaction: StatusChange<'redacted'>, fact: StatusChange): Promise<string[]> {
  const rows = await sql<{ path: string; text: string }>(
    tx,
    `SELECT path, text FROM status_change_text WHERE status_change_id = :id ORDER BY path`,
    { id: fact.id },
  );
  const paths = rows.map((row) => row.path);
  const unknown = redaction.fields?.find((field) => !paths.includes(field));
  if (unknown !== undefined) throw refused('fields', `names "${unknown}", which is no text of that fact`, paths);
  const named = paths.filter((path) => isNamed({ ...redaction }, path));
  if (named.length === 0) throw refused('redacts', 'names a fact that has no free text (any more)');
  await sql(tx, `DELETE FROM status_change_text WHERE status_change_id = :id AND path IN (:named)`, {
    id: fact.id,
    named,
  });
  return rows.filter((row) => named.includes(row.path)).map((row) => row.text);
}

function refused(field: string, detail: string, accepted?: string[]): DeskError {
  return new DeskError('does-not-fit', `${field} ${detail}.`, {
    errors: [{ pointer: `/${field}`, detail }],
    ...(accepted && { accepted }),
  });
}
