import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { postgresForThisRun } from '../test/support/postgres-server.mjs';
import { freePort, redisForThisRun } from '../test/support/servers.mjs';
import { alternate, print } from './compare.mjs';
import { api, firstLine, start, startDesk } from './desk.mjs';

const KEY = 'fd_benchbench_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const MAILER = fileURLToPath(new URL('bare/mailer.mjs', import.meta.url));
const DUE = 10_000;
const PEOPLE_OF_ONE_REQUEST = 10;
const CONCURRENCY = 20;
const ANSWERS_AFTER_MS = 25;
const ROUNDS = 5;

/** 10,000 reminders due at once, for as many people: a `worker` on PostgreSQL and Redis beside a BullMQ worker that only sends. */
export async function benchReminders() {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-bench-'));
  const open = [];
  try {
    const redis = await redisForThisRun();
    open.push(redis);
    const postgres = await postgresForThisRun();
    open.push(postgres);
    const receiver = await mailReceiver();
    open.push(receiver);
    const given = { dir, redisUrl: redis.url, postgresUrl: postgres.url, receiver };
    print(
      `${DUE.toLocaleString('en')} reminders due at once (BullMQ)`,
      await alternate(
        ROUNDS,
        (round) => ours(given, round),
        (round) => bare(given, round),
      ),
      'mails/s',
    );
  } finally {
    for (const one of open.reverse()) await one.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function ours({ dir, redisUrl, postgresUrl, receiver }, round) {
  const databaseUrl = await newDatabase(postgresUrl, `bench_${round}`);
  await flush(redisUrl);
  const port = await freePort();
  const env = {
    PORT: String(port),
    DATA_DIR: join(dir, `ours-${round}`),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    OWNER_KEY: KEY,
    SMTP_URL: receiver.url,
    RUN_JOBS: 'false',
    JOB_CONCURRENCY: String(CONCURRENCY),
  };
  const desk = await startDesk(env);
  try {
    await seed(port, databaseUrl);
  } finally {
    await desk.stop();
  }
  const done = receiver.expect(DUE);
  const worker = await startDesk(env, ['worker']);
  try {
    return await done;
  } finally {
    await worker.stop();
  }
}

async function bare({ redisUrl, receiver }) {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  await connection.flushall();
  const queue = new Queue('bare', { connection });
  const jobs = Array.from({ length: DUE }, (_, n) => ({
    name: 'send',
    data: { to: `person${n}@bench.example` },
    opts: { jobId: `m-${n}` },
  }));
  for (let from = 0; from < DUE; from += 1000) await queue.addBulk(jobs.slice(from, from + 1000));
  const done = receiver.expect(DUE);
  const worker = start(MAILER, [redisUrl, receiver.url, String(CONCURRENCY)]);
  try {
    await firstLine(worker.child);
    return await done;
  } finally {
    await worker.stop();
    await queue.close();
    await connection.quit();
  }
}

/** A mail server that takes everything 25 ms after it has come. The rate counts from the first mail to the last. */
async function mailReceiver() {
  let waiting = null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    maxClients: 200,
    onData: (stream, _session, done) => {
      waiting?.begin();
      stream.resume();
      stream.on('end', () => setTimeout(() => (waiting?.one(), done()), ANSWERS_AFTER_MS));
    },
  });
  await new Promise((go) => server.listen(0, '127.0.0.1', go));
  const expect = (count) =>
    new Promise((settle) => {
      let started;
      let left = count;
      const begin = () => (started ??= performance.now());
      const one = () => --left === 0 && settle(count / ((performance.now() - started) / 1000));
      waiting = { begin, one };
    });
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    expect,
    stop: () => new Promise((go) => server.close(go)),
  };
}

/** Over a connection that does not outlive it. */
async function flush(redisUrl) {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  await redis.quit();
}

async function newDatabase(serverUrl, name) {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${serverUrl}/${name}`;
}

/** Each person has one reminder of their own, ten people on one request; the zone is one where it is day now. */
async function seed(port, databaseUrl) {
  const agency = await api(port, KEY, 'POST', '/agencies', { name: 'Bench Agency', statute: 'us-foia' });
  const zone = zoneAtNoon();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const requests = [];
  for (let n = 0; n < DUE / PEOPLE_OF_ONE_REQUEST; n++) {
    const statusChanges = [{ kind: 'filed', on: '2026-06-01', channel: 'email' }];
    requests.push(
      api(port, KEY, 'POST', '/requests', {
        agencyId: agency.id,
        subject: `Request ${n}`,
        description: 'All records.',
        statusChanges,
      }),
    );
    if (requests.length % 20 === 0) await Promise.all(requests);
  }
  const ids = (await Promise.all(requests)).map((request) => request.id);
  await client.query(`UPDATE reminder SET state = 'cancelled', reason = 'bench' WHERE state = 'planned'`);
  await client.query(
    `INSERT INTO desk_user SELECT 'u' || n, 'Person ' || n, 'person' || n || '@bench.example', 'editor', $1, $2, $2, NULL, 1 FROM generate_series(1, ${DUE}) n`,
    [zone, new Date().toISOString()],
  );
  await client.query(
    `INSERT INTO reminder (id, request_id, rung, rung_key, send_at, channel, recipient_id, state, text, created_by, planned_at)
     SELECT 'r' || n, ($1::text[])[1 + n % ${ids.length}], 'own', 'own-' || n, $2, 'email', 'u' || n, 'planned', 'Call the agency.', 'u' || n, $2
     FROM generate_series(1, ${DUE}) n`,
    [ids, new Date(Date.now() - 60_000).toISOString()],
  );
  await client.query('ANALYZE');
  await client.end();
}

function zoneAtNoon() {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
