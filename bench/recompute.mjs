import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { postgresForThisRun } from '../test/support/postgres-server.mjs';
import { freePort } from '../test/support/servers.mjs';
import { rewrite } from './bare/recompute.mjs';
import { api, startDesk } from './desk.mjs';

const KEY = 'fd_benchbench_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const FILED = 200;
const ALL = Number(process.env.BENCH_RECOMPUTE ?? 100_000);
const BARE = 5000;
const FILE = 'foia-desk.sqlite';

/**
 * A holiday is added to an agency's calendar, and all its requests are read anew: histories read, standings and deadlines
 * written, moved dates kept, reminders planned anew, one transaction each. On SQLite beside a loop that only writes the
 * same rows, with the same pragmas and a commit for each request.
 */
export async function benchRecompute() {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-bench-'));
  const postgres = await postgresForThisRun();
  try {
    await contest('SQLite', { DATA_DIR: join(dir, 'sqlite') }, sqliteOf(join(dir, 'sqlite', FILE)));
    await cp(join(dir, 'sqlite', FILE), join(dir, FILE));
    const bare = rewrite(join(dir, FILE), BARE);
    console.log(
      `${'the same rows, written by a bare loop'.padEnd(44)} ${Math.round(bare).toLocaleString('en')} requests/s`,
    );
    const url = await newDatabase(postgres.url);
    await contest('PostgreSQL', { DATA_DIR: join(dir, 'postgres'), DATABASE_URL: url }, postgresOf(url));
  } finally {
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function contest(name, settings, engine) {
  const env = { OWNER_KEY: KEY, RUN_JOBS: 'true', ...settings };
  const agencyId = await seed(env);
  await engine.copy();
  const port = await freePort();
  const desk = await startDesk({ ...env, PORT: String(port) });
  try {
    const before = await memoryOf(desk.child.pid);
    let most = before;
    const started = performance.now();
    await addHoliday(port, agencyId);
    while ((await engine.left()) > 0) {
      most = Math.max(most, await memoryOf(desk.child.pid));
      await sleep(200);
    }
    const seconds = (performance.now() - started) / 1000;
    const moved = await engine.moved();
    if (moved < ALL) throw new Error(`Only ${moved} of ${ALL} dates moved.`);
    const rate = Math.round(ALL / seconds).toLocaleString('en');
    console.log(
      `${`${ALL.toLocaleString('en')} requests read anew (${name})`.padEnd(44)} ${rate} requests/s, memory ${before} to ${most} MiB`,
    );
  } finally {
    await desk.stop();
  }
}

/** Made through the front door, to be copied. */
async function seed(env) {
  const port = await freePort();
  const desk = await startDesk({ ...env, PORT: String(port), RUN_JOBS: 'false' });
  try {
    const agency = await api(port, KEY, 'POST', '/agencies', { name: 'Bench Agency', statute: 'us-foia' });
    const today = new Date();
    const ago = (days) => new Date(today - days * 86_400_000).toISOString().slice(0, 10);
    for (let n = 0; n < FILED; n++) {
      await api(port, KEY, 'POST', '/requests', {
        agencyId: agency.id,
        subject: `Request ${n}`,
        description: 'All records on the matter.',
        statusChanges: [
          { kind: 'filed', on: ago(10), channel: 'email' },
          { kind: 'acknowledged', on: ago(8), trackingNumber: `B-${n}` },
        ],
      });
    }
    return agency.id;
  } finally {
    await desk.stop();
  }
}

/** A weekday inside every request's period. */
async function addHoliday(port, agencyId) {
  const day = new Date(Date.now() + 86_400_000);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  const at = day.toISOString().slice(0, 10);
  // A federal holiday would move nothing: take the next days too.
  const next = new Date(day.getTime() + 86_400_000 * (day.getUTCDay() === 5 ? 3 : 1)).toISOString().slice(0, 10);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/agencies/${agencyId}`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', 'If-Match': '*' },
    body: JSON.stringify({ overrides: { calendar: { add: [at, next] } } }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function memoryOf(pid) {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024);
}

/** A copy has ids of its own; its facts are called as before, so that its deadlines keep their names. */
const COPIES = {
  request: ['id', 'number'],
  status_change: ['id', 'request_id'],
  request_deadline: ['request_id'],
};

function copyStatement(table, columns, times) {
  const own = COPIES[table];
  const renamed = (column) => {
    if (own.includes(column)) return `${column} || '-' || n`;
    if (table === 'status_change' && column === 'body') return `replace(body, request_id, request_id || '-' || n)`;
    return column;
  };
  return `${times} INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map(renamed).join(', ')} FROM ${table}, times`;
}

const TIMES = `WITH RECURSIVE times(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < ${ALL / FILED - 1})`;
const LEFT = `SELECT count(*) AS n FROM job WHERE kind = 'recompute-agency' AND state IN ('waiting', 'leased')`;
const MOVED = `SELECT count(DISTINCT request_id) AS n FROM deadline_move`;

function sqliteOf(file) {
  const ask = (statement) => {
    const db = new Database(file, { readonly: true });
    const { n } = db.prepare(statement).get();
    db.close();
    return n;
  };
  return {
    copy() {
      const db = new Database(file);
      for (const table of Object.keys(COPIES)) {
        const columns = db.pragma(`table_info(${table})`).map((column) => column.name);
        db.prepare(copyStatement(table, columns, TIMES)).run();
      }
      db.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
    },
    left: () => ask(LEFT),
    moved: () => ask(MOVED),
  };
}

function postgresOf(url) {
  const ask = async (statement) => {
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows;
  };
  return {
    async copy() {
      for (const table of Object.keys(COPIES)) {
        const columns = await ask(
          `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`,
        );
        await ask(
          copyStatement(
            table,
            columns.map((row) => row.column_name),
            TIMES,
          ),
        );
      }
      await ask('ANALYZE');
    },
    left: async () => Number((await ask(LEFT))[0].n),
    moved: async () => Number((await ask(MOVED))[0].n),
  };
}

async function newDatabase(serverUrl) {
  const name = 'bench_recompute';
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${serverUrl}/${name}`;
}
