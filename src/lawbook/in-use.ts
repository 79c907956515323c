import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** The ids of all laws that requests are under or agencies are asked under. */
export async function lawsInUse(scope: Scope): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(
    scope,
    `SELECT statute_id AS id FROM request UNION SELECT statute_id AS id FROM agency`,
  );
  return new Set(rows.map((row) => row.id));
}

/** The agencies that have requests under these laws: an agency may have changed its law since. */
export async function agenciesUnder(scope: Scope, statuteIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    scope,
    `SELECT DISTINCT agency_id AS id FROM request WHERE statute_id IN (:statuteIds) ORDER BY agency_id`,
    { statuteIds: [...statuteIds] },
  );
  return rows.map((row) => row.id);
}
