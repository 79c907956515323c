import type { Database, Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type Instant, shift } from '../now.ts';

/** The last whole sweep of any process. */
export const SWEPT = 'swept';

/** When this was last done by whichever process did it; null when it never was. */
export async function momentOf(scope: Scope, name: string): Promise<Instant | null> {
  const [row] = await sql<{ at: Instant }>(scope, 'SELECT at FROM shared_moment WHERE name = :name', { name });
  return row?.at ?? null;
}

/**
 * Whether it is for the caller to do this now, and if so notes that: of all processes that ask, one in `everyMs` is told
 * so. What is done afterwards may fail; it is then done at the next turn.
 */
export async function claim(tx: Tx, name: string, now: Instant, everyMs: number): Promise<boolean> {
  const rows = await sql(
    tx,
    `INSERT INTO shared_moment (name, at) VALUES (:name, :now)
     ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE shared_moment.at <= :before OR shared_moment.at > :ahead
     RETURNING name`,
    // What lies ahead was written by a clock that was wrong.
    { name, now, before: shift(now, -everyMs), ahead: shift(now, everyMs) },
  );
  return rows.length > 0;
}

/** As `claim`, in a write of its own, which is only begun when there is a chance. */
export async function claimed(database: Database, name: string, now: Instant, everyMs: number): Promise<boolean> {
  const at = await database.read((scope) => momentOf(scope, name));
  if (at !== null && at > shift(now, -everyMs) && at <= shift(now, everyMs)) return false;
  return database.write((tx) => claim(tx, name, now, everyMs));
}
