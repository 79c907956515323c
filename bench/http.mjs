import assert from 'node:assert';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { freePort } from '../test/support/servers.mjs';
import { alternate, print } from './compare.mjs';
import { api, firstLine, start, startDesk } from './desk.mjs';
import { call, load } from './load.mjs';

const KEY = 'fd_benchbench_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const BARE = fileURLToPath(new URL('bare/http.mjs', import.meta.url));
const FILED = 400;
const ALL = 100_000;
const CONNECTIONS = 16;
const ROUNDS = 5;

/** GET one request, list 50 of 100,000 with a filter, record a status change: the desk beside node:http + better-sqlite3. */
export async function benchHttp() {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-bench-'));
  const open = [];
  try {
    const ids = await seed(join(dir, 'ours'));
    await cp(join(dir, 'ours'), join(dir, 'bare'), { recursive: true });
    const port = await freePort();
    open.push(await startDesk({ PORT: String(port), DATA_DIR: join(dir, 'ours'), OWNER_KEY: KEY, RUN_JOBS: 'false' }));
    const bare = start(BARE, [join(dir, 'bare', 'foia-desk.sqlite')]);
    open.push(bare);
    const barePort = Number(await firstLine(bare.child));
    await sameAnswers(port, barePort, ids);
    for (const one of contests(ids)) {
      const run = (where) => () => load({ port: where, connections: CONNECTIONS, ...one });
      // Once unmeasured: both compile and fill their caches.
      await run(port)();
      await run(barePort)();
      print(one.name, await alternate(ROUNDS, run(port), run(barePort)), 'calls/s');
    }
  } finally {
    for (const one of open.reverse()) await one.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const contests = (ids) => [
  { name: 'GET one request', count: 4000, request: (n) => call('GET', `/api/v1/requests/${ids[n % ids.length]}`, KEY) },
  {
    name: 'list 50 of 100,000 with a filter',
    count: 1000,
    request: () => call('GET', '/api/v1/requests?status=paused&limit=50', KEY),
  },
  {
    name: 'record a status change',
    count: 1200,
    request: (n) =>
      call('POST', `/api/v1/requests/${ids[n % ids.length]}/status-changes`, KEY, {
        kind: 'contacted',
        on: '2026-06-10',
        channel: 'phone',
      }),
  },
];

/** Requests made through the front door, then copied in the file until there are 100,000. */
async function seed(dataDir) {
  const port = await freePort();
  const desk = await startDesk({ PORT: String(port), DATA_DIR: dataDir, OWNER_KEY: KEY, RUN_JOBS: 'false' });
  const ids = [];
  try {
    const agency = await api(port, KEY, 'POST', '/agencies', { name: 'Bench Agency', statute: 'us-foia' });
    for (let n = 0; n < FILED; n++) {
      const statusChanges = [
        { kind: 'filed', on: '2026-06-01', channel: 'email' },
        { kind: 'acknowledged', on: '2026-06-04', trackingNumber: `B-${n}` },
        ...(n % 5 === 0 ? [{ kind: 'clarification-requested', on: '2026-06-08', answerBy: '2026-07-08' }] : []),
      ];
      const made = await api(port, KEY, 'POST', '/requests', {
        agencyId: agency.id,
        subject: `Request ${n}`,
        description: 'All records on the matter. '.repeat(20),
        tags: ['bench'],
        statusChanges,
      });
      ids.push(made.id);
    }
  } finally {
    await desk.stop();
  }
  copyRows(join(dataDir, 'foia-desk.sqlite'));
  return ids;
}

/** Copies stand for the requests of years: each has its own id, number and moment, and no history of its own. */
function copyRows(file) {
  const db = new Database(file);
  const columns = db.pragma('table_info(request)').map((column) => column.name);
  const changed = {
    id: `id || '-' || n`,
    number: `number || '-' || n`,
    created_at: `strftime('%Y-%m-%dT%H:%M:%fZ', created_at, '-' || n || ' hours')`,
  };
  const copy = db.prepare(
    `WITH RECURSIVE times(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < ${ALL / FILED - 1})
     INSERT INTO request (${columns.join(', ')}) SELECT ${columns.map((column) => changed[column] ?? column).join(', ')} FROM request, times`,
  );
  copy.run();
  db.exec(
    `INSERT OR IGNORE INTO request_tag SELECT id, 'bench' FROM request; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)`,
  );
  assert.strictEqual(db.prepare('SELECT count(*) FROM request').pluck().get(), ALL);
  db.close();
}

/** The same bytes out, or it is no contest. */
async function sameAnswers(ours, bare, ids) {
  for (const path of [`/requests/${ids[0]}`, '/requests?status=paused&limit=50']) {
    const ask = async (port) =>
      (await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { headers: { Authorization: `Bearer ${KEY}` } })).text();
    assert.strictEqual(await ask(bare), await ask(ours), `The contestants answer ${path} differently.`);
  }
}
