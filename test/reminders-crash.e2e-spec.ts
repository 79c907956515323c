import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sqlitePath } from '../src/database/data-source.ts';
import { count, long, randomFrom } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { ledger, putDue } from './support/due.ts';
import { eachEngine } from './support/engines.ts';
import { FixedNow } from './support/fixed-now.ts';
import { Mailbox } from './support/mailbox.ts';
import { DeskProcess } from './support/processes.ts';
import { newRedisDatabase } from './support/redis.ts';
import { newAgency, newRequest } from './support/reminding.ts';

const LONG_MS = long ? 1_800_000 : 120_000;

eachEngine((engine) => {
  describe('real workers', () => {
    let desk: Desk;
    let mailbox: Mailbox;
    let requestId: string;
    let workers: DeskProcess[];

    beforeEach(async () => {
      mailbox = await Mailbox.start();
      const now = new FixedNow(new Date().toISOString());
      desk = await startDesk({ engine, now, env: { RUN_JOBS: 'false', SMTP_URL: mailbox.url } });
      requestId = await newRequest(desk, await newAgency(desk));
      workers = [];
    });
    afterEach(async () => {
      for (const worker of workers) await worker.kill9();
      await desk.stop();
      await mailbox.stop();
    });

    async function startWorker(env: Record<string, string> = {}): Promise<DeskProcess> {
      const { dataDir, databaseUrl } = desk.config;
      const worker = await DeskProcess.start(['worker'], {
        DATA_DIR: dataDir,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        SMTP_URL: mailbox.url,
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
      const { messages, reminders } = await ledger(desk);
      expect(new Set(messages.map((message) => message.state))).toEqual(new Set(['sent']));
      expect(new Set(reminders.map((reminder) => reminder.state))).toEqual(new Set(['sent']));
      expect(new Set(mailbox.mails.map((mail) => mail.to[0]))).toEqual(new Set(emails));
      const promised = new Map(messages.map((message) => [message.mailId, message.address]));
      expect(promised.size).toBe(emails.length);
      for (const mail of mailbox.mails) expect(promised.get(mail.messageId)).toBe(mail.to[0]);
    }

    async function allRecorded(many: number): Promise<void> {
      for (let tries = 0; tries < 600; tries++) {
        const { messages } = await ledger(desk);
        if (messages.filter((message) => message.state === 'sent').length === many) return;
        await sleep(100);
      }
      throw new Error(
        `Not all of ${many} messages are recorded as sent.\n${workers.map((one) => one.output).join('\n')}`,
      );
    }

    async function race(many: number, env: Record<string, string>, racers = 2): Promise<void> {
      const emails = await putDue(desk, requestId, many);
      const started = performance.now();
      await Promise.all(Array.from({ length: racers }, () => startWorker(env)));
      await mailbox.waitFor(many, LONG_MS);
      const took = Math.round(performance.now() - started);
      if (long)
        process.stdout.write(`${engine}: ${many} reminders by ${racers} workers in ${took} ms, their start included\n`);
      await allRecorded(many);
      // Long enough for every lease to run out and every sweep to look again.
      await sleep(4500);
      expect(mailbox.mails).toHaveLength(many);
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
        const emails = await putDue(desk, requestId, many);
        const sleeper = await startWorker({ JOB_CONCURRENCY: String(atOnce) });
        await mailbox.waitFor(atOnce, 30_000);
        await freezeBetweenWrites(sleeper);
        mailbox.delayMs = 0;
        await startWorker();
        await allRecorded(many);
        const { messages } = await ledger(desk);
        sleeper.thaw();
        // Long enough for whatever it still holds to be sent, were it to do so.
        await sleep(2000);
        expect([sleeper.hasEnded, sleeper.output]).toEqual([false, expect.any(String)]);
        expect(mailbox.mails.length - many).toBeLessThanOrEqual(atOnce);
        await compare(emails);
        expect((await ledger(desk)).messages).toEqual(messages);
      },
      LONG_MS,
    );

    /** Kills a worker in the middle of sending, again and again; returns how many letters came twice. */
    async function killing(kills: number, env: Record<string, string>): Promise<number> {
      const random = randomFrom();
      const emails: string[] = [];
      mailbox.delayMs = 10;
      for (let n = 0; n < kills; n++) {
        emails.push(...(await putDue(desk, requestId, 25)));
        const worker = await startWorker(env);
        await mailbox.waitFor(mailbox.mails.length + 1, 30_000);
        await sleep(random() * 60);
        await worker.kill9();
        workers.pop();
      }
      await startWorker();
      await allRecorded(emails.length);
      await compare(emails);
      const twice = mailbox.mails.length - emails.length;
      if (long)
        process.stdout.write(`${engine}: ${kills} kills, ${emails.length} reminders, lost 0, sent twice ${twice}\n`);
      return twice;
    }

    it(
      'one killed in the middle of sending, again and again, loses nothing; what goes twice has the same id',
      async () => {
        const kills = count(6, 200);
        expect(await killing(kills, { JOB_CONCURRENCY: '1' })).toBeLessThanOrEqual(kills);
      },
      LONG_MS,
    );

    // Whatever is on the wire when a worker dies may go twice: at most as many letters as it sends at once.
    if (long) {
      it(
        'one that sends 20 at once, killed, loses nothing either',
        async () => {
          const kills = count(10, 200);
          expect(await killing(kills, { JOB_CONCURRENCY: '20' })).toBeLessThanOrEqual(kills * 20);
        },
        LONG_MS,
      );
    }
  });
});
