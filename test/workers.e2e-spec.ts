import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Engine } from '../src/database/engine.ts';
import { count, long, randomFrom } from './support/counts.ts';
import { eachEngine } from './support/engines.ts';
import { DeskProcess } from './support/processes.ts';
import { newRedisDatabase, type RedisDatabase } from './support/redis.ts';
import { type Bench, until, Workshop } from './support/workshop.ts';

const TALLY = fileURLToPath(new URL('support/tally-worker.mjs', import.meta.url));
const CONCURRENCY = 10;
const MINUTE = 60_000;
const START_MS = 120_000;

/** Real processes: `effects` has a line for each act, `tally` a row for each recorded end. */
class Yard {
  readonly workers: DeskProcess[] = [];

  private constructor(
    readonly shop: Workshop,
    readonly adding: Bench,
  ) {}

  static async open(engine: Engine, redisUrl?: string): Promise<Yard> {
    const shop = await Workshop.open(engine, redisUrl);
    const adding = await shop.bench({ tally: () => Promise.resolve() });
    await shop.sql('CREATE TABLE tally (subject_id text NOT NULL, worker text NOT NULL)');
    return new Yard(shop, adding);
  }

  get effectsFile(): string {
    return join(this.shop.env.DATA_DIR!, 'effects');
  }

  async worker(env: Record<string, string> = {}): Promise<DeskProcess> {
    const worker = await DeskProcess.start(
      [],
      {
        ...this.shop.env,
        EFFECTS: this.effectsFile,
        LOG_LEVEL: 'error',
        JOB_CONCURRENCY: String(CONCURRENCY),
        SWEEP_SECONDS: '1',
        LEASE_SECONDS: '3',
        ...env,
      },
      TALLY,
    );
    this.workers.push(worker);
    await worker.says(/Tallying/, START_MS);
    return worker;
  }

  add(from: number, to: number): Promise<void> {
    const jobs = Array.from({ length: to - from }, (_, i) => ({ kind: 'tally', subjectId: String(from + i) }));
    return this.adding.add(...jobs);
  }

  async open(): Promise<number> {
    const [row] = (await this.shop.sql(`SELECT count(*) AS n FROM job WHERE state <> 'done'`)) as {
      n: number | string;
    }[];
    return Number(row!.n);
  }

  async allDone(ms: number): Promise<void> {
    await until('all jobs are done', async () => (await sleep(50), (await this.open()) === 0), ms);
  }

  async effects(): Promise<string[]> {
    return (await readFile(this.effectsFile, 'utf8')).trim().split('\n');
  }

  async tally(): Promise<{ subject_id: string; worker: string }[]> {
    return (await this.shop.sql('SELECT subject_id, worker FROM tally')) as { subject_id: string; worker: string }[];
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.kill9();
    await this.shop.close();
  }
}

const upTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i);
const sorted = (ids: string[]): number[] => ids.map(Number).sort((a, b) => a - b);

/** In the short run Redis rings for PostgreSQL only, as in a newsroom that has outgrown one process. */
const bells = (engine: Engine): string[] =>
  long || engine === 'postgres' ? ['the database', 'Redis'] : ['the database'];

eachEngine((engine) => {
  describe.each(bells(engine))('Worker processes rung by %s', (bell) => {
    let redis: RedisDatabase | undefined;
    let yard: Yard;

    const open = async (): Promise<void> => {
      redis = bell === 'Redis' ? await newRedisDatabase() : undefined;
      yard = await Yard.open(engine, redis?.url);
    };
    const close = async (): Promise<void> => {
      await yard.close();
      await redis?.release();
    };
    const eachExactlyOnce = async (jobs: number): Promise<void> => {
      expect(sorted((await yard.tally()).map((row) => row.subject_id))).toEqual(upTo(jobs));
      expect(sorted(await yard.effects())).toEqual(upTo(jobs));
      const rows = await yard.shop.rows();
      expect(rows.filter((row) => row.attempts !== 1 || row.state !== 'done')).toEqual([]);
    };

    describe('two of them', () => {
      beforeAll(open, MINUTE);
      afterAll(close, MINUTE);

      it(
        'race over 1,000 due jobs and run each exactly once',
        async () => {
          await Promise.all([yard.worker({ TAKES_MS: '20' }), yard.worker({ TAKES_MS: '20' })]);
          await yard.add(0, 1000);
          await yard.allDone(MINUTE);
          await eachExactlyOnce(1000);
          expect(new Set((await yard.tally()).map((row) => row.worker)).size).toBe(2);
        },
        3 * MINUTE,
      );

      it(
        'run a job that another process adds while they idle',
        async () => {
          await yard.add(1000, 1001);
          await yard.allDone(10_000);
          await eachExactlyOnce(1001);
        },
        MINUTE,
      );

      it(
        'leave nothing leased when they stop in order',
        async () => {
          await yard.add(1001, 1501);
          await until('they are busy', async () => (await yard.tally()).length > 1020);
          expect(await Promise.all(yard.workers.map((worker) => worker.stop()))).toEqual([0, 0]);
          const states = (await yard.shop.rows()).map((row) => row.state);
          expect(states.filter((state) => state === 'leased')).toEqual([]);
          expect(states.filter((state) => state === 'done')).toHaveLength((await yard.tally()).length);
          expect(sorted(await yard.effects())).toEqual(sorted((await yard.tally()).map((row) => row.subject_id)));
        },
        MINUTE,
      );
    });

    describe('many of them', () => {
      beforeEach(open, MINUTE);
      afterEach(close, MINUTE);

      const eight = async (): Promise<void> => {
        const jobs = count(200, 1000);
        await yard.add(0, jobs);
        await Promise.all(upTo(8).map(() => yard.worker()));
        await yard.allDone(MINUTE);
        await eachExactlyOnce(jobs);
      };
      // On SQLite eight take turns at one file, which two show as well.
      const inShort = bell === 'the database' && engine === 'postgres';
      if (long || inShort) it('eight run each job exactly once', eight, 5 * MINUTE);

      it(
        'killed at random moments, they lose no job and record none twice',
        async () => {
          const kills = count(6, 200);
          const random = randomFrom();
          const worker = () => yard.worker({ TAKES_MS: '40' });
          const living = await Promise.all([worker(), worker()]);
          let added = 0;
          for (let kill = 0; kill < kills; kill++) {
            await yard.add(added, (added += 60));
            await sleep(random() * 300);
            const [victim] = living.splice(Math.floor(random() * living.length), 1);
            await victim!.kill9();
            living.push(await worker());
          }
          await yard.allDone(MINUTE);
          expect(sorted((await yard.tally()).map((row) => row.subject_id))).toEqual(upTo(added));
          const effects = await yard.effects();
          expect(sorted([...new Set(effects)])).toEqual(upTo(added));
          // Each kill interrupts what one process held; nothing else may act twice.
          expect(effects.length - added).toBeLessThanOrEqual(kills * CONCURRENCY);
          if (long)
            process.stderr.write(`${kills} kills: ${added} jobs, 0 lost, ${effects.length - added} acts doubled.\n`);
        },
        count(3, 40) * MINUTE,
      );
    });
  });
});
