import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresForThisRun } from '../test/support/postgres-server.mjs';
import { freePort, redisForThisRun } from '../test/support/servers.mjs';
import { summary } from './compare.mjs';
import { api, startDesk } from './desk.mjs';
import { instantIn, KEY, mailReceiver, newDesk, quietRequests, remindersOfTheirOwn, storeReminders } from './due.mjs';

const LATE = Number(process.env.BENCH_LATE ?? 10_000);
const OVER_SECONDS = 300;
/** So long from the filling of the tables to the first that is due. */
const HEAD_START_SECONDS = 60;
/** How many reminders are stored already. */
const STORED = [1_000, 10_000, 100_000, 1_000_000];
const REQUESTS = 100;
const FACTS = 200;

/** What planning costs as reminders pile up, and how late reminders are that come due little by little. */
export async function benchPlanning() {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-bench-'));
  const postgres = await postgresForThisRun();
  const redis = await redisForThisRun();
  try {
    await cost(dir, postgres.url);
    await lateness(dir, postgres.url, redis.url);
  } finally {
    await redis.stop();
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** A fact that moves dates is recorded, and its request's reminders planned anew, among more and more stored rows. */
async function cost(dir, serverUrl) {
  let requests;
  const env = await newDesk({ DATA_DIR: join(dir, 'cost') }, serverUrl, 'bench_cost', async (port, database) => {
    requests = await quietRequests(port, database, REQUESTS);
  });
  const port = await freePort();
  const desk = await startDesk({ ...env, PORT: String(port) });
  try {
    const me = await api(port, KEY, 'GET', '/me');
    const { id: agencyId } = (await api(port, KEY, 'GET', '/agencies')).items[0];
    let [stored, first] = [0, undefined];
    for (const many of STORED) {
      await withDatabase(env.DATABASE_URL, async (database) => {
        await storeReminders(
          database,
          `s${many}-`,
          requests,
          many - stored,
          (n) => instantIn(`86400 * (2 + ${n} % 900)`),
          () => `'${me.id}'`,
        );
        await database.query('ANALYZE reminder');
      });
      stored = many;
      const times = [];
      for (let n = 0; n < FACTS; n++) times.push(await oneFact(port, agencyId));
      const { median } = summary(times);
      first ??= median;
      console.log(
        `planning with ${many.toLocaleString('en').padStart(9)} reminders stored`.padEnd(44) +
          ` ${median.toFixed(1)} ms a fact, ${(median / first).toFixed(2)} of the first`,
      );
    }
  } finally {
    await desk.stop();
  }
}

async function oneFact(port, agencyId) {
  const statusChanges = [{ kind: 'filed', on: '2026-11-02', channel: 'email' }];
  const { id } = await api(port, KEY, 'POST', '/requests', { agencyId, subject: 'x', description: 'x', statusChanges });
  const started = performance.now();
  await api(port, KEY, 'POST', `/requests/${id}/status-changes`, { kind: 'received', on: '2026-11-05' });
  return performance.now() - started;
}

async function lateness(dir, serverUrl, redisUrl) {
  const receiver = await mailReceiver();
  const settings = { DATA_DIR: join(dir, 'late'), REDIS_URL: redisUrl, SMTP_URL: receiver.url };
  let due;
  const env = await newDesk(settings, serverUrl, 'bench_late', async (port, database) => {
    const dueAt = (n) => instantIn(`${HEAD_START_SECONDS} + ${n}::numeric * ${OVER_SECONDS} / ${LATE}`);
    await remindersOfTheirOwn(port, database, LATE, dueAt);
    const { rows } = await database.query(
      `SELECT u.email, r.send_at FROM reminder r JOIN desk_user u ON u.id = r.recipient_id WHERE r.state = 'planned'`,
    );
    due = new Map(rows.map((row) => [row.email, Date.parse(row.send_at)]));
  });
  const all = receiver.timesOf(LATE);
  const worker = await startDesk(env, ['worker']);
  try {
    const late = [...(await all)].map(([email, at]) => at - due.get(email)).sort((a, b) => a - b);
    const at = (part) => `${(late[Math.floor(part * (late.length - 1))] / 1000).toFixed(1)} s`;
    console.log(
      `${LATE.toLocaleString('en')} due over ${OVER_SECONDS} s, a sweep each 15 s`.padEnd(44) +
        ` late p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`,
    );
  } finally {
    await worker.stop();
    await receiver.stop();
  }
}

async function withDatabase(url, work) {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  await work(database).finally(() => database.end());
}
