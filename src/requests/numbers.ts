import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Instant } from '../now.ts';
import { todayIn } from './today.ts';

/** The next number for people, such as 2026-0042. Counted in the same transaction, so that none is lost or given twice. */
export async function nextNumber(tx: Tx, deskZone: string, at: Instant): Promise<string> {
  const year = todayIn(deskZone, at).slice(0, 4);
  const [row] = await sql<{ value: number }>(
    tx,
    `INSERT INTO counter (name, value) VALUES (:name, 1)
     ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value`,
    { name: `request-${year}` },
  );
  return `${year}-${String(row!.value).padStart(4, '0')}`;
}
