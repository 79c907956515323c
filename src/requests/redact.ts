import type { User } from '../auth/user.entity.ts';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { isKind, type StatusChange } from '../law/status-change.ts';
import { isNamed } from './free-text.ts';

/**
 * Does what the `redacted` facts among `added` say: the texts they name are deleted for good, and so are kept answers
 * that may repeat them. Only owners may. Returns whether anything was redacted.
 */
export async function redact(
  tx: Tx,
  user: User,
  requestId: string,
  history: readonly StatusChange[],
  added: readonly StatusChange[],
): Promise<boolean> {
  const redactions = added.filter((change) => isKind(change, 'redacted'));
  for (const redaction of redactions) {
    if (user.role !== 'owner') throw new DeskError('forbidden', 'Only an owner may remove a text for good.');
    const fact = [...history, ...added].find((change) => change.id === redaction.redacts);
    if (!fact) throw refused('redacts', 'names no fact of this request');
    await deleteTexts(tx, redaction, fact);
  }
  if (redactions.length > 0) {
    // An answer kept for an Idempotency-Key may hold the text in the steps of a deadline.
    await sql(tx, `DELETE FROM idempotency_key WHERE body LIKE :holds`, { holds: `%${requestId}%` });
  }
  return redactions.length > 0;
}

async function deleteTexts(tx: Tx, redaction: StatusChange<'redacted'>, fact: StatusChange): Promise<void> {
  const rows = await sql<{ path: string }>(
    tx,
    `SELECT path FROM status_change_text WHERE status_change_id = :id ORDER BY path`,
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
}

function refused(field: string, detail: string, accepted?: string[]): DeskError {
  return new DeskError('does-not-fit', `${field} ${detail}.`, {
    errors: [{ pointer: `/${field}`, detail }],
    ...(accepted && { accepted }),
  });
}
