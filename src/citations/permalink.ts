import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { visibleInSql } from '../requests/access.ts';

/** The fewest digits of a SHA-256 that a link has: 48 bits, so that two files hardly ever share them. */
export const LEAST_DIGITS = 12;
const MOST_DOCUMENTS = 100;

/**
 * The first digits of a file's SHA-256 that no other stored file begins with, at least twelve. A file that is stored
 * later may share them: an old link then leads to a choice, and never to the wrong file alone.
 */
export async function uniquePrefix(scope: Scope, sha256: string): Promise<string> {
  const [row] = await sql<{ before: string | null; after: string | null }>(
    scope,
    `SELECT (SELECT max(sha256) FROM blob WHERE sha256 < :sha256) AS before,
            (SELECT min(sha256) FROM blob WHERE sha256 > :sha256) AS after`,
    { sha256 },
  );
  const shared = Math.max(inCommon(sha256, row?.before), inCommon(sha256, row?.after));
  return sha256.slice(0, Math.max(LEAST_DIGITS, shared + 1));
}

function inCommon(a: string, b: string | null | undefined): number {
  if (!b) return 0;
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
}

export function permalinkTo(publicUrl: string, prefix: string, page: number): string {
  return `${publicUrl}/d/${prefix}/p/${page}`;
}

/** A document that a permalink may mean. */
export interface Target {
  id: string;
  request_id: string;
  sha256: string;
  filename: string;
  label: string | null;
}

/** The documents open to `user` whose file begins with these digits; none for what cannot be the digits of a link. */
export async function targetsOf(scope: Scope, user: User, prefix: string): Promise<Target[]> {
  if (!/^[0-9a-f]{12,64}$/.test(prefix)) return [];
  const seen = visibleInSql(user, 'r');
  return sql<Target>(
    scope,
    // Of all that begins with the digits nothing sorts after them with a letter behind f.
    `SELECT d.id, d.request_id, d.sha256, d.filename, d.label
     FROM document d JOIN request r ON r.id = d.request_id
     WHERE d.sha256 >= :prefix AND d.sha256 < :behind AND ${seen.where}
     ORDER BY d.sha256, d.id LIMIT ${MOST_DOCUMENTS}`,
    { prefix, behind: `${prefix}g`, ...seen.parameters },
  );
}
