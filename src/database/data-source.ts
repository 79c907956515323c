import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Engine } from './engine.ts';
import { SnakeCase } from './naming.ts';

export interface DatabaseSettings {
  /** `postgres://…`; absent: SQLite in `dataDir`. */
  databaseUrl?: string;
  dataDir: string;
  /**
   * How long a process may say nothing in the midst of a write; a minute when not said. Whoever does so longer has been
   * suspended: PostgreSQL then ends its transaction, so that others may have the rows it holds.
   */
  leaseMs?: number;
}

const MINUTE_MS = 60_000;

export type Entities = EntityTarget<ObjectLiteral>[];

export const SQLITE_FILE = 'foia-desk.sqlite';

export function engineOf(settings: DatabaseSettings): Engine {
  return settings.databaseUrl ? 'postgres' : 'sqlite';
}

export function sqlitePath(settings: DatabaseSettings): string {
  return join(settings.dataDir, SQLITE_FILE);
}

/** The connection(s) on which writes run. On SQLite it must be open before any reader, since it switches WAL on. */
export function writerSource(settings: DatabaseSettings, entities: Entities): DataSource {
  return new DataSource({
    ...common(entities),
    ...(settings.databaseUrl ? postgres(settings.databaseUrl, writing(settings)) : sqlite(sqlitePath(settings), false)),
  } as DataSourceOptions);
}

/** Connections that cannot write: a write that forgot the door fails loudly on both engines. */
export function readerSource(settings: DatabaseSettings, entities: Entities): DataSource {
  return new DataSource({
    ...common(entities),
    ...(settings.databaseUrl
      ? postgres(settings.databaseUrl, '-c default_transaction_read_only=on')
      : sqlite(sqlitePath(settings), true)),
  } as DataSourceOptions);
}

function common(entities: Entities) {
  // `synchronize` never: the schema comes from numbered migrations alone.
  return { entities, namingStrategy: new SnakeCase(), synchronize: false, logging: false as const };
}

function sqlite(file: string, readOnly: boolean) {
  return {
    type: 'better-sqlite3' as const,
    database: file,
    statementCacheSize: 500,
    // The driver's own wait blocks the event loop; the door waits without blocking instead.
    timeout: 0,
    prepareDatabase: (database: BetterSqlite3.Database) => {
      database.pragma('busy_timeout = 5000');
      if (!readOnly) database.pragma('journal_mode = WAL');
      // better-sqlite3 runs WAL with synchronous=NORMAL unless told: an acknowledged write must survive a power cut.
      database.pragma('synchronous = FULL');
      database.pragma('foreign_keys = ON');
      // INSERT OR REPLACE fires delete triggers only with this on; the history's guards depend on it.
      database.pragma('recursive_triggers = ON');
      // What is redacted must not stay readable in free pages.
      database.pragma('secure_delete = ON');
      if (readOnly) database.pragma('query_only = ON');
      database.pragma(`busy_timeout = ${readOnly ? 1000 : 0}`);
    },
  };
}

function writing({ leaseMs = MINUTE_MS }: DatabaseSettings): string {
  return `-c synchronous_commit=on -c idle_in_transaction_session_timeout=${leaseMs}`;
}

function postgres(url: string, options: string) {
  return {
    type: 'postgres' as const,
    url,
    installExtensions: false,
    poolSize: 10,
    connectTimeoutMS: 5000,
    extra: {
      options,
      application_name: options.includes('read_only') ? 'foia-desk read' : 'foia-desk write',
      keepAlive: true,
    },
  };
}
