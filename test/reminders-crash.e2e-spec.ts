import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { count, long, randomFrom } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { ledger, putDue } from './support/due.ts';
import { eachEngine } from './support/engines.ts';
import { FixedNow } from './support/fixed-now.ts';
import { Mailbox } from './support/mailbox.ts';
import { DeskProcess } from './support/processes.ts';
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

    async function startWorker(): Promise<DeskProcess> {
      const { dataDir, databaseUrl } = desk.config;
      const worker = await DeskProcess.start(['worker'], {
        DATA_DIR: dataDir,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        SMTP_URL: mailbox.url,
        PUBLIC_URL: 'http://desk.test',
        SWEEP_SECONDS: '1',
        LEASE_SECONDS: '3',
        LOG_LEVEL: 'warn',
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
      throw new Error(`Not all of ${many} messages are recorded as sent.\n${workers.map((one) => one.output).join('\n')}`);
    }

    it(
      'two that race over 1,000 due reminders send each once',
      async () => {
        const emails = await putDue(desk, requestId, 1000);
        const started = performance.now();
        await Promise.all([startWorker(), startWorker()]);
        await mailbox.waitFor(1000, LONG_MS);
        if (long) process.stdout.write(`${engine}: 1,000 reminders by two workers in ${Math.round(performance.now() - started)} ms\n`);
        await allRecorded(1000);
        await sleep(2500);
        expect(mailbox.mails).toHaveLength(1000);
        await compare(emails);
      },
      LONG_MS,
    );

    it(
      'one killed in the middle of sending, again and again, loses nothing; what goes twice has the same id',
      async () => {
        const kills = count(10, 200);
        const random = randomFrom();
        const emails: string[] = [];
        mailbox.delayMs = 10;
        for (let n = 0; n < kills; n++) {
          emails.push(...(await putDue(desk, requestId, 25)));
          const worker = await startWorker();
          const here = mailbox.mails.length;
          // In the middle of sending: after the first new letter, at a random moment of the next ones.
          await mailbox.waitFor(here + 1, 30_000);
          await sleep(random() * 60);
          await worker.kill9();
          workers.pop();
        }
        await startWorker();
        await allRecorded(emails.length);
        const twice = mailbox.mails.length - new Set(mailbox.mails.map((mail) => mail.messageId)).size;
        process.stdout.write(`${engine}: ${kills} kills, ${emails.length} reminders, lost 0, sent twice ${twice}\n`);
        await compare(emails);
        expect(twice).toBeLessThanOrEqual(kills);
      },
      LONG_MS,
    );
  });
});
