import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/**
 * Which of these files hold text under an opaque box, a redaction that hides nothing, of which nobody has decided
 * whether it may be handed on. The one place that a package asks.
 */
export async function undecidedHiddenText(scope: Scope, sha256s: readonly string[]): Promise<Set<string>> {
  if (sha256s.length === 0) return new Set();
  const rows = await sql<{ sha256: string }>(
    scope,
    `SELECT DISTINCT sha256 FROM blob_page WHERE sha256 IN (:sha256s) AND hidden IS NOT NULL`,
    { sha256s: [...sha256s] },
  );
  return new Set(rows.map((row) => row.sha256));
}
