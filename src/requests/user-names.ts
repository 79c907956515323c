import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** What the users with these ids are called; null for one that is not there. */
export async function nameUsers(scope: Scope, ids: readonly string[]): Promise<(id: string) => string | null> {
  if (ids.length === 0) return () => null;
  const rows = await sql<{ id: string; name: string }>(scope, `SELECT id, name FROM desk_user WHERE id IN (:ids)`, {
    ids: [...new Set(ids)],
  });
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => names.get(id) ?? null;
}
