import { createHash, randomUUID } from 'node:crypto';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { postgresForThisRun } from '../test/support/postgres-server.mjs';
import { freePort } from '../test/support/servers.mjs';
import { barePostgres, bareSqlite, indexBare } from './bare/search.mjs';
import { alternate, print } from './compare.mjs';
import { api, startDesk } from './desk.mjs';

const KEY = 'fd_benchbench_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const ALL = Number(process.env.BENCH_PAGES ?? 20_000);
const OF_A_FILE = 1000;
const WORDS = 330;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);
const FILE = 'foia-desk.sqlite';

const queries = [
  { name: 'a rare word', q: 'kestrel', fts5: '"kestrel"', tsquery: `'kestrel'` },
  { name: 'a common word', q: 'w0x', fts5: '"w0x"', tsquery: `'w0x'` },
  { name: 'a phrase', q: '"stolen weapons"', fts5: '"stolen weapons"', tsquery: `'stolen' <-> 'weapons'` },
  { name: 'a beginning', q: 'weap*', fts5: '"weap" *', tsquery: `'weap':*` },
];

/** Finds in generated pages over HTTP, beside the bare query on the very same index; and makes the index. */
export async function benchSearch() {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-bench-'));
  const postgres = await postgresForThisRun();
  try {
    const bare = indexBare(join(dir, 'bare.sqlite'), [...pages(Math.min(ALL, 20_000))]);
    console.log(
      `${'the same texts into a bare FTS5 table'.padEnd(44)} ${Math.round(bare).toLocaleString('en')} pages/s`,
    );
    const own = join(dir, 'sqlite', FILE);
    await contest('SQLite', { DATA_DIR: join(dir, 'sqlite') }, seedSqlite(own), () => bareSqlite(own));
    const url = await newDatabase(postgres.url);
    const settings = { DATA_DIR: join(dir, 'postgres'), DATABASE_URL: url };
    await contest('PostgreSQL', settings, seedPostgres(url), () => barePostgres(url));
  } finally {
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function contest(name, settings, seed, bareOf) {
  const env = { OWNER_KEY: KEY, RUN_JOBS: 'false', ...settings };
  const port = await freePort();
  let desk = await startDesk({ ...env, PORT: String(port) });
  const agency = await api(port, KEY, 'POST', '/agencies', { name: 'Bench Agency', statute: 'us-foia' });
  const request = await api(port, KEY, 'POST', '/requests', {
    agencyId: agency.id,
    subject: 'Bench',
    description: 'All.',
  });
  const { id: userId } = await api(port, KEY, 'GET', '/me');
  await desk.stop();
  await seed(request.id, userId);
  await reindex(name, env);

  desk = await startDesk({ ...env, PORT: String(port) });
  const bare = await bareOf();
  try {
    for (const query of queries) await race(name, port, query, bare);
    console.log(`${`memory of the desk (${name})`.padEnd(44)} ${await memoryOf(desk.child.pid, 'VmRSS')} MiB`);
  } finally {
    await bare.stop();
    await desk.stop();
  }
}

async function reindex(name, env) {
  const started = performance.now();
  const making = await startDesk(env, ['reindex']);
  let most = 0;
  const watch = setInterval(async () => (most = Math.max(most, await memoryOf(making.child.pid, 'VmHWM'))), 200);
  const [code] = await once(making.child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`reindex ended with ${code}.`);
  const rate = Math.round(ALL / ((performance.now() - started) / 1000)).toLocaleString('en');
  console.log(
    `${`${ALL.toLocaleString('en')} pages indexed (${name})`.padEnd(44)} ${rate} pages/s, memory up to ${most} MiB`,
  );
}

async function race(name, port, query, bare) {
  const path = `/search?limit=20&q=${encodeURIComponent(query.q)}`;
  const timed = async (fn) => {
    const started = performance.now();
    await fn();
    return performance.now() - started;
  };
  const times = { ours: [], bare: [] };
  let count;
  const keep = (who, ms) => (times[who].push(ms), ms);
  const result = await alternate(
    ROUNDS,
    async () => keep('ours', await timed(async () => (count = (await api(port, KEY, 'GET', path)).total))),
    async () => keep('bare', await timed(() => bare.find(query))),
  );
  const p95 = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
  const found = `${count.count}${count.atLeast ? '+' : ''}`;
  print(`${query.name} (${found}, ${name}), ms`, result, 'p50');
  console.log(`${''.padEnd(44)} p95 ${p95(times.ours).toFixed(0)}, bare ${p95(times.bare).toFixed(0)}`);
}

/** Always the same: words as rare as in a language, and a few that are looked for. */
function* pages(count) {
  let state = 1;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
  for (let n = 0; n < count; n++) {
    const words = Array.from({ length: WORDS }, () => `w${Math.floor(30_000 * random() ** 4).toString(36)}x`);
    if (n % 4001 === 7) words[50] = 'kestrel';
    if (n % 100 === 3) words.splice(20, 2, 'stolen', 'weapons');
    if (n % 20 === 1) words[80] = 'weapon';
    yield words.join(' ');
  }
}

const now = '2026-01-01T00:00:00.000Z';

/** Rows of files, documents and pages, as uploads and readers would have left them. */
function* rows(requestId, userId) {
  let number = 0;
  let sha256;
  for (const text of pages(ALL)) {
    if (number % OF_A_FILE === 0) {
      sha256 = createHash('sha256').update(randomUUID()).digest('hex');
      const blob = { sha256, size: 1, chunks: '[]', media_type: 'application/pdf', stored_at: now };
      yield ['blob', blob];
      const reading = { state: 'ready', pages_done: OF_A_FILE, generation: 1, draft: 1, updated_at: now };
      yield ['blob_reading', { sha256, ...reading }];
      const of = { request_id: requestId, sha256, added_by: userId, added_at: now, version: 1 };
      yield ['document', { id: randomUUID(), filename: 'release.pdf', ...of }];
    }
    yield ['blob_page', { sha256, generation: 1, number: (number++ % OF_A_FILE) + 1, text, source: 'layer' }];
  }
}

function seedSqlite(file) {
  return async (requestId, userId) => {
    const db = new Database(file);
    db.transaction(() => {
      for (const [table, row] of rows(requestId, userId)) {
        const names = Object.keys(row);
        db.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`).run(Object.values(row));
      }
    })();
    db.close();
  };
}

function seedPostgres(url) {
  return async (requestId, userId) => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query('BEGIN');
    for (const [table, row] of rows(requestId, userId)) {
      const names = Object.keys(row);
      const text = `INSERT INTO ${table} (${names}) VALUES (${names.map((_, i) => `$${i + 1}`)})`;
      await client.query({ name: table, text, values: Object.values(row) });
    }
    await client.query('COMMIT');
    await client.end();
  };
}

async function memoryOf(pid, field) {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024);
}

async function newDatabase(serverUrl) {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  await client.query('CREATE DATABASE bench_search');
  await client.end();
  return `${serverUrl}/bench_search`;
}
