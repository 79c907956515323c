import { randomBytes } from 'node:crypto';
import type { Database, Scope } from './database.ts';
import { sql } from './sql.ts';

const SECRET_BYTES = 32;

/**
 * 32 random bytes that the setting `name` keeps, as text in `encoding`: made once in the life of a desk, by whichever
 * process needs them first. Writes only then.
 */
export async function keptSecret(database: Database, name: string, encoding: 'hex' | 'base64url'): Promise<Buffer> {
  const known = (scope: Scope) =>
    sql<{ value: string }>(scope, 'SELECT value FROM setting WHERE name = :name', { name });
  let [row] = await database.read(known);
  row ??= await database.write(async (tx) => {
    const value = randomBytes(SECRET_BYTES).toString(encoding);
    await sql(tx, 'INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING', { name, value });
    // Another process may have been quicker: all use the one that is kept.
    return (await known(tx))[0]!;
  });
  return Buffer.from(row.value, encoding);
}
