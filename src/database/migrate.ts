import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { DeskError } from '../errors.ts';
import type { Now } from '../now.ts';
import { type DatabaseSettings, engineOf, sqlitePath, writerSource } from './data-source.ts';
import { isBusy } from './engine.ts';
import { latest, migrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';

const LOCK = 7_364_219;
const LOCK_WAIT_MS = 60_000;

export interface Migrated {
  from: number;
  to: number;
  /** SQLite: the copy of the file as it was before. */
  copy?: string;
}

/**
 * Brings the schema to this release's number: every missing migration in one transaction under a lock, so that two
 * processes starting at once do it once. On SQLite a copy of the file is kept first. Never goes back: a database that
 * is newer than the program is refused (`unavailable`). `upTo` stops early: a backup is restored into its own schema.
 */
export async function migrate(settings: DatabaseSettings, now: Now, upTo = latest): Promise<Migrated> {
  const source = writerSource(settings, []);
  await source.initialize();
  try {
    const before = await schemaNumber(source);
    if (before >= upTo) return refuseNewer(before);
    const copy = before > 0 ? await keepCopy(source, settings, before) : undefined;
    const from =
      engineOf(settings) === 'sqlite' ? await onSqlite(source, now, upTo) : await onPostgres(source, now, upTo);
    return { from, to: upTo, copy };
  } finally {
    await source.destroy();
  }
}

/** The schema's number in the database, 0 when it has none. */
export async function schemaNumber(source: { query(sql: string): Promise<unknown> }): Promise<number> {
  try {
    const rows = (await source.query('SELECT max(number) AS number FROM schema_migration')) as {
      number: number | null;
    }[];
    return Number(rows[0]?.number ?? 0);
  } catch (error) {
    if (/no such table|does not exist/.test(String(error))) return 0;
    throw error;
  }
}

/** Waits until another process (serve or migrate) has brought the schema to this release's number. */
export async function waitForSchema(settings: DatabaseSettings, giveUpAfterMs: number): Promise<void> {
  const giveUpAt = performance.now() + giveUpAfterMs;
  for (;;) {
    const found = await peek(settings).catch(() => 0);
    if (found === latest) return;
    if (found > latest) refuseNewer(found);
    if (performance.now() > giveUpAt) {
      throw new DeskError('unavailable', `The database has schema ${found}, this release needs ${latest}.`, {
        hint: 'Start `serve`, or run `migrate` once.',
      });
    }
    await sleep(500);
  }
}

/** Whether there is a database with this release's schema. */
export async function hasSchema(settings: DatabaseSettings): Promise<boolean> {
  return (await peek(settings).catch(() => 0)) === latest;
}

async function peek(settings: DatabaseSettings): Promise<number> {
  if (!settings.databaseUrl && !existsSync(sqlitePath(settings))) return 0;
  const source = writerSource(settings, []);
  await source.initialize();
  try {
    return await schemaNumber(source);
  } finally {
    await source.destroy();
  }
}

function refuseNewer(found: number): Migrated {
  if (found <= latest) return { from: found, to: found };
  throw new DeskError('unavailable', `The database has schema ${found}; this release knows ${latest} at most.`, {
    hint: 'Run the newer release again, or restore the copy from before its migration.',
  });
}

async function keepCopy(source: DataSource, settings: DatabaseSettings, before: number): Promise<string | undefined> {
  if (engineOf(settings) !== 'sqlite') return undefined;
  const copy = `${sqlitePath(settings)}.schema-${before}`;
  if (!existsSync(copy)) await source.query('VACUUM INTO ?', [copy]);
  return copy;
}

async function onSqlite(source: DataSource, now: Now, upTo: number): Promise<number> {
  await beginImmediate(source);
  try {
    const from = await apply((sql, values) => source.query(sql, values), 'sqlite', now, upTo);
    await source.query('COMMIT');
    return from;
  } catch (error) {
    await source.query('ROLLBACK');
    throw error;
  }
}

async function beginImmediate(source: DataSource): Promise<void> {
  const giveUpAt = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      await source.query('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await sleep(20 + Math.random() * 30);
    }
  }
}

function onPostgres(source: DataSource, now: Now, upTo: number): Promise<number> {
  return source.transaction(async (em) => {
    await em.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    return apply((sql, values) => em.query(sql, values), 'postgres', now, upTo);
  });
}

async function apply(
  query: (sql: string, values?: unknown[]) => Promise<unknown>,
  engine: 'sqlite' | 'postgres',
  now: Now,
  upTo: number,
): Promise<number> {
  await query(`CREATE TABLE IF NOT EXISTS schema_migration (
    number integer PRIMARY KEY, name text NOT NULL, applied_at text NOT NULL)`);
  const from = await schemaNumber({ query });
  for (const migration of migrations.filter((one: Migration) => one.number > from && one.number <= upTo)) {
    for (const statement of migration.statements(engine)) await query(statement);
    const values = [migration.number, migration.name, now.instant()];
    const marks = engine === 'postgres' ? '$1, $2, $3' : '?, ?, ?';
    await query(`INSERT INTO schema_migration (number, name, applied_at) VALUES (${marks})`, values);
  }
  return from;
}
