import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { postgresForThisRun } from '../test/support/postgres-server.mjs';
import { redisForThisRun } from '../test/support/servers.mjs';
import { alternate, print } from './compare.mjs';
import { firstLine, start, startDesk } from './desk.mjs';
import { instantIn, mailReceiver, newDesk, remindersOfTheirOwn, storeReminders } from './due.mjs';

const MAILER = fileURLToPath(new URL('bare/mailer.mjs', import.meta.url));
const DUE = Number(process.env.BENCH_DUE ?? 20_000);
/** Planned for other days meanwhile. */
const PLANNED = 4 * DUE;
const CONCURRENCY = 20;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

/** How many processes send, how long the receiver takes over each letter, and how many are due. */
const CONTESTS = [
  { workers: 1, ms: 25, due: DUE },
  { workers: 4, ms: 25, due: DUE },
  { workers: 1, ms: 0, due: DUE },
  { workers: 1, ms: 200, due: DUE / 5 },
];

/**
 * Reminders due at once, for as many people, among four times as many planned: `worker` processes on PostgreSQL and
 * Redis beside BullMQ workers that only send.
 */
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
    for (const [n, contest] of CONTESTS.entries()) {
      const given = { dir, redisUrl: redis.url, postgresUrl: postgres.url, receiver, ...contest };
      const { workers, ms, due } = contest;
      const result = await alternate(
        ROUNDS,
        (round) => ours(given, `${n}_${round}`),
        () => bare(given),
      );
      print(`${due.toLocaleString('en')} due, ${workers} × ${CONCURRENCY}, ${ms} ms`, result, 'mails/s');
    }
  } finally {
    for (const one of open.reverse()) await one.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function ours({ dir, redisUrl, postgresUrl, receiver, workers, ms, due }, name) {
  await flush(redisUrl);
  const settings = {
    DATA_DIR: join(dir, name),
    REDIS_URL: redisUrl,
    SMTP_URL: receiver.url,
    JOB_CONCURRENCY: String(CONCURRENCY),
  };
  const env = await newDesk(settings, postgresUrl, `bench_${name}`, async (port, database) => {
    await remindersOfTheirOwn(port, database, due, () => instantIn(-60));
    const { rows } = await database.query('SELECT id FROM request');
    const ids = rows.map(({ id }) => id);
    await storeReminders(
      database,
      'p',
      ids,
      PLANNED,
      (n) => instantIn(`86400 * (2 + ${n} % 300)`),
      (n) => `'u' || 1 + ${n} % ${due}`,
    );
  });
  const done = receiver.rateOf(due, ms);
  const all = await Promise.all(Array.from({ length: workers }, () => startDesk(env, ['worker'])));
  try {
    return await done;
  } finally {
    await Promise.all(all.map((worker) => worker.stop()));
  }
}

async function bare({ redisUrl, receiver, workers, ms, due }) {
  await flush(redisUrl);
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue('bare', { connection });
  const jobs = Array.from({ length: due }, (_, n) => ({
    name: 'send',
    data: { to: `person${n}@bench.example` },
    opts: { jobId: `m-${n}` },
  }));
  for (let from = 0; from < due; from += 1000) await queue.addBulk(jobs.slice(from, from + 1000));
  const done = receiver.rateOf(due, ms);
  const all = Array.from({ length: workers }, () => start(MAILER, [redisUrl, receiver.url, String(CONCURRENCY)]));
  try {
    await Promise.all(all.map((worker) => firstLine(worker.child)));
    return await done;
  } finally {
    await Promise.all(all.map((worker) => worker.stop()));
    await queue.close();
    await connection.quit();
  }
}

/** Over a connection that does not outlive it. */
async function flush(redisUrl) {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  await redis.quit();
}
