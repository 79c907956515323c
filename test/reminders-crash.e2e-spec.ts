import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sqlitePath } from '../src/database/data-source.ts';
import { count, long, randomFrom } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { type Due, ledger, putDue } from './support/due.ts';
import { eachEngine } from './support/engines.ts';
import { FixedNow } from './support/fixed-now.ts';
import { Mailbox } from './support/mailbox.ts';
import { DeskProcess } from './support/processes.ts';
import { Receiver } from './support/receiver.ts';
import { newRedisDatabase } from './support/redis.ts';
import { newAgency, newRequest } from './support/reminding.ts';
import { until } from './support/workshop.ts';

const OWNER = 'owner@desk.test';
const LONG_MS = long ? 1_800_000 : 120_000;

eachEngine((engine) => {
  describe('real workers', () => {
    let desk: Desk;
    let mailbox: Mailbox;
    let receiver: Receiver;
    let requestId: string;
    let workers: DeskProcess[];

    beforeEach(async () => {
      mailbox = await Mailbox.start();
      receiver = await Receiver.start();
      const now = new FixedNow(new Date().toISOString());
      desk = await startDesk({
        engine,
        now,
        env: { RUN_JOBS: 'false', SMTP_URL: mailbox.url, OUTGOING_ALLOW: receiver.host },
      });
      requestId = await newRequest(desk, await newAgency(desk));
      workers = [];
    });
    afterEach(async () => {
      for (const worker of workers) await worker.kill9();
      await desk.stop();
      await mailbox.stop();
      await receiver.stop();
    });

    // A job in whose midst many were killed dies, and owners are told: what they get is no reminder.
    const letters = () => mailbox.mails.filter((mail) => mail.to[0] !== OWNER);
    const kept = async () => {
      const { messages, reminders } = await ledger(desk);
      return { messages: messages.filter((message) => message.address !== OWNER), reminders };
    };

    async function startWorker(env: Record<string, string> = {}): Promise<DeskProcess> {
      const { dataDir, databaseUrl } = desk.config;
      const worker = await DeskProcess.start(['worker'], {
        DATA_DIR: dataDir,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        SMTP_URL: mailbox.url,
        OUTGOING_ALLOW: receiver.host,
        PUBLIC_URL: 'http://desk.test',
        SWEEP_SECONDS: '1',
        LEASE_SECONDS: '3',
        LOG_LEVEL: 'warn',
        ...env,
      });
      workers.push(worker);
      await worker.says(/runs jobs/);
      return worker;
    }

    /** What arrived agrees with what the desk says it sent; each id went to one person. */
    async function compare(emails: readonly string[]): Promise<void> {
      const { messages, reminders } = await kept();
      expect(new Set(messages.map((message) => message.state))).toEqual(new Set(['sent']));
      const promises = reminders.filter((reminder) => reminder.reason !== 'called-off');
      expect(new Set(promises.map((reminder) => reminder.state))).toEqual(new Set(['sent']));
      expect(new Set(letters().map((mail) => mail.to[0]))).toEqual(new Set(emails));
      const promised = new Map(messages.map((message) => [message.mailId, message.address]));
      expect(promised.size).toBe(emails.length);
      for (const mail of letters()) expect(promised.get(mail.messageId)).toBe(mail.to[0]);
    }

    /** Every reminder that was sent has its event; what came twice came under the same id, and says the same. */
    async function compareWebhooks(due: readonly Due[], kills: number): Promise<number> {
      const told = () => new Map(receiver.received.map(({ headers, body }) => [String(headers['webhook-id']), body]));
      await until('every event is told', () => told().size >= due.length, 60_000);
      const reminders = [...told().values()].map((body) => JSON.parse(body).data.reminderId as string);
      expect(reminders.sort()).toEqual(due.map(({ reminderId }) => reminderId).sort());
      for (const { headers, body } of receiver.received) expect(told().get(String(headers['webhook-id']))).toBe(body);
      const twice = receiver.received.length - told().size;
      expect(twice).toBeLessThanOrEqual(kills);
      return twice;
    }

    async function allRecorded(many: number): Promise<void> {
      for (let tries = 0; tries < 600; tries++) {
        const { messages } = await kept();
        if (messages.filter((message) => message.state === 'sent').length === many) return;
        await sleep(100);
      }
      throw new Error(
        `Not all of ${many} messages are recorded as sent.\n${workers.map((one) => one.output).join('\n')}`,
      );
    }

    async function race(many: number, env: Record<string, string>, racers = 2): Promise<void> {
      const emails = emailsOf(await putDue(desk, requestId, many));
      const started = performance.now();
      await Promise.all(Array.from({ length: racers }, () => startWorker(env)));
      await mailbox.waitFor(many, LONG_MS);
      const took = Math.round(performance.now() - started);
      if (long)
        process.stdout.write(`${engine}: ${many} reminders by ${racers} workers in ${took} ms, their start included\n`);
      await allRecorded(many);
      // Long enough for every lease to run out and every sweep to look again.
      await sleep(4500);
      expect(letters()).toHaveLength(many);
      await compare(emails);
    }

    it('two that race over due reminders send each once', () => race(count(400, 1000), {}), LONG_MS);

    it(
      'two that Redis rings send each once too',
      async () => {
        const redis = await newRedisDatabase();
        await race(count(300, 1000), { REDIS_URL: redis.url }).finally(() => redis.release());
      },
      LONG_MS,
    );

    /** SQLite's one lock is the machine's: who is suspended while holding it stops everybody, until it wakes or is killed. */
    async function freezeBetweenWrites(worker: DeskProcess): Promise<void> {
      worker.freeze();
      if (engine === 'postgres') return;
      const file = new BetterSqlite3(sqlitePath(desk.config), { timeout: 0 });
      try {
        file.exec('BEGIN IMMEDIATE; ROLLBACK');
        file.close();
      } catch {
        file.close();
        worker.thaw();
        await sleep(7);
        await freezeBetweenWrites(worker);
      }
    }

    if (long) {
      it('eight of them send 10,000 that are due in the same second once each', () => race(10_000, {}, 8), LONG_MS);

      it(
        'eight that Redis rings do so too',
        async () => {
          const redis = await newRedisDatabase();
          await race(10_000, { REDIS_URL: redis.url }, 8).finally(() => redis.release());
        },
        LONG_MS,
      );
    }

    it(
      'one that sleeps past its leases marks nothing when it wakes, and sends no more than was on the wire',
      async () => {
        const many = 60;
        const atOnce = 4;
        mailbox.delayMs = 150;
        const emails = emailsOf(await putDue(desk, requestId, many));
        const sleeper = await startWorker({ JOB_CONCURRENCY: String(atOnce) });
        await mailbox.waitFor(atOnce, 30_000);
        await freezeBetweenWrites(sleeper);
        mailbox.delayMs = 0;
        await startWorker();
        await allRecorded(many);
        const { messages } = await kept();
        sleeper.thaw();
        // Long enough for whatever it still holds to be sent, were it to do so.
        await sleep(2000);
        expect([sleeper.hasEnded, sleeper.output]).toEqual([false, expect.any(String)]);
        expect(letters().length - many).toBeLessThanOrEqual(atOnce);
        await compare(emails);
        expect((await kept()).messages).toEqual(messages);
      },
      LONG_MS,
    );

    /** Kills a worker in the middle of sending, again and again; returns how many letters came twice. */
    async function killing(kills: number, env: Record<string, string>): Promise<number> {
      const random = randomFrom();
      const due: Due[] = [];
      const calledOff: string[] = [];
      await desk.call('POST', '/webhooks', { url: receiver.url, types: ['reminder.sent'] });
      mailbox.delayMs = 10;
      for (let n = 0; n < kills; n++) {
        due.push(...(await putDue(desk, requestId, 25)));
        // Due in the midst of it all, and called off before: nobody may hear of those.
        const soon = new Date(Date.now() + 1500).toISOString();
        for (const { email, reminderId } of await putDue(desk, requestId, 3, soon)) {
          expect((await desk.call('DELETE', `/reminders/${reminderId}`)).status).toBe(204);
          calledOff.push(email);
        }
        const worker = await startWorker(env);
        await mailbox.waitFor(mailbox.mails.length + 1, 30_000);
        await sleep(random() * 60);
        await worker.kill9();
        workers.pop();
      }
      await startWorker(env);
      await allRecorded(due.length);
      await compare(emailsOf(due));
      expect(letters().filter((mail) => calledOff.includes(mail.to[0]!))).toEqual([]);
      const twice = letters().length - due.length;
      const hooksTwice = await compareWebhooks(due, kills);
      if (long)
        process.stdout.write(
          `${engine}, ${env.REDIS_URL ? 'Redis' : 'database'}, ${env.JOB_CONCURRENCY} at once: ${kills} kills, ${due.length} reminders, ` +
            `${calledOff.length} called off, lost 0, letters twice ${twice}, webhooks twice ${hooksTwice}\n`,
        );
      return twice;
    }

    it(
      'one killed in the middle of sending, again and again, loses nothing; what goes twice has the same id',
      async () => {
        const kills = count(4, 200);
        expect(await killing(kills, { JOB_CONCURRENCY: '1' })).toBeLessThanOrEqual(kills);
      },
      LONG_MS,
    );

    // Whatever is on the wire when a worker dies may go twice: at most as many letters as it sends at once.
    if (long) {
      it.each(['the database', 'Redis'])(
        'one that sends 20 at once, rung by %s, killed, loses nothing either',
        async (bell) => {
          const kills = count(10, 200);
          const redis = bell === 'Redis' ? await newRedisDatabase() : undefined;
          const env = { JOB_CONCURRENCY: '20', ...(redis && { REDIS_URL: redis.url }) };
          expect(await killing(kills, env).finally(() => redis?.release())).toBeLessThanOrEqual(kills * 20);
        },
        LONG_MS,
      );
    }
  });
});

function emailsOf(due: readonly Due[]): string[] {
  return due.map(({ email }) => email);
}
