import { randomBytes } from 'node:crypto';
import pg from 'pg';

function server(): string {
  const url = process.env.FOIA_TEST_POSTGRES;
  if (url) return url;
  throw new Error('No PostgreSQL in this run: test/support/global-setup.mjs starts it for tests outside src/.');
}

/** A fresh, empty database on this run's PostgreSQL; returns its URL. All go away with the run. */
export async function newPostgresDatabase(): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  return `${server()}/${name}`;
}

/** Ends every connection to the database and removes it. */
export async function dropPostgresDatabase(url: string): Promise<void> {
  await onServer(`DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

/** Ends every connection to the database, as a restart of the server would. */
export async function cutPostgresConnections(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server()}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
