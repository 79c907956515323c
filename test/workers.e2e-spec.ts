import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Engine } from '../src/database/engine.ts';
import { count, randomFrom } from './support/counts.ts';
import { eachEngine } from './support/engines.ts';
import { DeskProcess } from './support/processes.ts';
import { newRedisDatabase, type RedisDatabase } from './support/redis.ts';
import { type Bench, until, Workshop } from './support/workshop.ts';

const TALLY = fileURLToPath(new URL('support/tally-worker.mjs', import.meta.url));
const CONCURRENCY = 10;
const MINUTES = 60_000;

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
    await worker.says(/Tallying/);
    return worker;
  }

  add(from: number, to: number): Promise<void> {
    const jobs = Array.from({ length: to - from }, (_, i) => ({ kind: 'tally', subjectId: String(from + i) }));
    return this.adding.add(...jobs);
  }

  async open(): Promise<number> {
    const [row] = (await this.shop.sql(`SELECT count(*) AS n FROM job WHERE state <> 'done'`)) as { n: number | string }[];
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

eachEngine((engine) => {
  describe.each(['the database', 'Redis'])('Worker processes rung by %s', (bell) => {
    let redis: RedisDatabase | undefined;
    let yard: Yard;

    beforeEach(async () => {
      redis = bell === 'Redis' ? await newRedisDatabase() : undefined;
      yard = await Yard.open(engine, redis?.url);
    });
    afterEach(async () => {
      await yard.close();
      await redis?.release();
    });

    const race = async (workers: number, jobs: number): Promise<void> => {
      await yard.add(0, jobs);
      await Promise.all(upTo(workers).map(() => yard.worker()));
      await yard.allDone(2 * MINUTES);
      const tally = await yard.tally();
      expect(sorted(tally.map((row) => row.subject_id))).toEqual(upTo(jobs));
      expect(sorted(await yard.effects())).toEqual(upTo(jobs));
      const rows = await yard.shop.rows();
      expect(rows.filter((row) => row.attempts !== 1 || row.state !== 'done')).toEqual([]);
    };

    it('two that race over 1,000 due jobs run each exactly once', () => race(2, 1000), 3 * MINUTES);

    it('eight run each exactly once', () => race(8, count(200, 1000)), 3 * MINUTES);

    it('a job added while they idle starts at once or at the next sweep', async () => {
      await yard.worker();
      await yard.add(0, 1);
      await yard.allDone(4000);
    }, MINUTES);

    it('stopping in order, they leave nothing leased', async () => {
      const worker = await yard.worker({ TAKES_MS: '400' });
      await yard.add(0, 100);
      await until('it is busy', async () => (await yard.tally()).length > 0);
      expect(await worker.stop()).toBe(0);
      const rows = await yard.shop.rows();
      expect(rows.filter((row) => row.state === 'leased')).toEqual([]);
      expect(rows.filter((row) => row.state === 'done')).toHaveLength((await yard.tally()).length);
      await yard.worker();
      await yard.allDone(MINUTES);
      expect(sorted(await yard.effects())).toEqual(upTo(100));
    }, 2 * MINUTES);

    it('killed at random moments, they lose no job and record none twice', async () => {
      const kills = count(10, 200);
      const random = randomFrom();
      const living = await Promise.all([yard.worker({ TAKES_MS: '40' }), yard.worker({ TAKES_MS: '40' })]);
      let added = 0;
      for (let kill = 0; kill < kills; kill++) {
        await yard.add(added, (added += 60));
        await sleep(random() * 300);
        const [victim] = living.splice(Math.floor(random() * living.length), 1);
        await victim!.kill9();
        living.push(await yard.worker({ TAKES_MS: '40' }));
      }
      await yard.allDone(MINUTES);
      expect(sorted((await yard.tally()).map((row) => row.subject_id))).toEqual(upTo(added));
      const effects = await yard.effects();
      expect(sorted([...new Set(effects)])).toEqual(upTo(added));
      // Each kill interrupts what one process held; nothing else may act twice.
      expect(effects.length - added).toBeLessThanOrEqual(kills * CONCURRENCY);
    }, count(2, 30) * MINUTES);
  });
});
