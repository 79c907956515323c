import type { Scope } from '../database/database.ts';

/** Runs SQL with `:names` (`:...names` for lists), which each engine marks differently. Returns the rows of SELECT or RETURNING. */
export async function named<Row>(scope: Scope, sql: string, values: Record<string, unknown>): Promise<Row[]> {
  const [text, marks] = scope.em.connection.driver.escapeQueryWithParameters(sql, values);
  const raw = (await scope.em.query(text, marks)) as unknown;
  if (!Array.isArray(raw)) return [];
  // TypeORM hands PostgreSQL's UPDATE and DELETE over as [rows, count].
  const counted = raw.length === 2 && Array.isArray(raw[0]) && typeof raw[1] === 'number';
  return (counted ? raw[0] : raw) as Row[];
}
