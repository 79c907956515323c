import { randomBytes } from 'node:crypto';
import pg from 'pg';

function server(): string {
  const url = process.env.FOIA_TEST_POSTGRES;
  if (url) return url;
  throw new Error('No PostgreSQL in this run: test/support/global-setup.mjs starts it for tests outside src/.');
}

/** A fresh, empty database on this run's PostgreSQL; returns its URL. All go away with the run. */
export async function newPostgresDatabase(): Promise<string> {
  return createdLike('template1');
}

/** A copy of the database that `migrate` has made of an empty one, the first time that anybody in this run asked. */
export async function newMigratedPostgresDatabase(migrate: (url: string) => Promise<unknown>): Promise<string> {
  await onServer(async (client) => {
    // Until the connection ends: the other of two suites waits here.
    await client.query(`SELECT pg_advisory_lock(1)`);
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = '${MIGRATED}'`);
    if (rowCount === 1) return;
    const url = await newPostgresDatabase();
    await migrate(url);
    await client.query(`ALTER DATABASE ${nameIn(url)} RENAME TO ${MIGRATED}`);
  });
  return createdLike(MIGRATED);
}

const MIGRATED = 'migrated_desk';

async function createdLike(template: string): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return `${server()}/${name}`;
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** Ends every connection to the database and removes it. */
export async function dropPostgresDatabase(url: string): Promise<void> {
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`));
}

/** Ends every connection to the database, as a restart of the server would. */
export async function cutPostgresConnections(url: string): Promise<void> {
  const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${nameIn(url)}'`;
  await onServer((client) => client.query(sql));
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: `${server()}/postgres` });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
