import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { BACK_WITHIN_MS, READY_LIMIT_MS } from '../src/jobs/bullmq-runner.ts';
import { eachEngine } from './support/engines.ts';
import { RedisLine } from './support/redis-line.ts';
import { describeWithRedisServer, OwnRedis } from './support/redis.ts';
import { type Bench, gate, type Handlers, until, Workshop } from './support/workshop.ts';

/** A hundredth of what a desk does, so that sweeps come often enough to be waited for. */
const SWEEP = { sweepMs: 150 };
/** Two cores with much else to do. Work that is left lying is left for ever, so that a longer limit hides nothing. */
const BUSY_MACHINE_MS = 10_000;
/** One sweep may fall into the last moment of the outage. */
const WITHIN_MS = BACK_WITHIN_MS + 2 * SWEEP.sweepMs + BUSY_MACHINE_MS;
/** A write that waited for the bell would take longer than this. */
const UNNOTICED_MS = READY_LIMIT_MS;

describeWithRedisServer('Redis is only the doorbell', () => {
  eachEngine((engine) => {
    let redis: OwnRedis;
    let shop: Workshop;
    let line: RedisLine | undefined;
    let ran: string[];
    const noting: Handlers = { note: (lease) => Promise.resolve(void ran.push(lease.subjectId)) };
    const notes = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => ({ kind: 'note', subjectId: String(from + i) }));
    const eachOnce = (most: number) => Array.from({ length: most }, (_, i) => i);
    const numbers = () => ran.map(Number).sort((a, b) => a - b);

    beforeEach(async () => {
      ran = [];
      redis = await OwnRedis.start();
      shop = await Workshop.open(engine, redis.url);
    });
    afterEach(async () => {
      await line?.close();
      line = undefined;
      await shop.close();
      await redis.stop();
    });

    it('starts, takes jobs on and stops while Redis is away, and runs them when it has come', async () => {
      await redis.kill();
      const bench = await sweeping(shop, noting);
      expect(await usual(bench, notes(0, 20))).toBeLessThan(UNNOTICED_MS);
      const other = await sweeping(shop, noting);
      const before = performance.now();
      await other.stop();
      expect(performance.now() - before).toBeLessThan(2500);
      expect(ran).toEqual([]);
      await redis.restart();
      await until('all have run', () => ran.length === 20, WITHIN_MS);
      expect(numbers()).toEqual(eachOnce(20));
    });

    it('loses nothing when Redis is killed in the midst and comes back empty, and no write notices', async () => {
      const bench = await sweeping(shop, noting);
      let slow = await usual(bench, notes(0, 30));
      await redis.kill();
      slow = Math.max(slow, await usual(bench, notes(30, 60)));
      await redis.restart();
      slow = Math.max(slow, await usual(bench, notes(60, 90)));
      await until('all have run', () => ran.length === 90, WITHIN_MS);
      expect(numbers()).toEqual(eachOnce(90));
      expect(slow).toBeLessThan(UNNOTICED_MS);
    });

    it('lets no write notice that Redis hangs, and runs them when it goes on', async () => {
      const bench = await sweeping(shop, noting);
      await bench.add(...notes(0, 1));
      await until('it has run', () => ran.length === 1, WITHIN_MS);
      redis.freeze();
      const slow = await usual(bench, notes(1, 6));
      redis.thaw();
      await until('all have run', () => ran.length === 6, WITHIN_MS);
      expect(numbers()).toEqual(eachOnce(6));
      expect(slow).toBeLessThan(UNNOTICED_MS);
    });

    it.each([
      ['rings', 'ringing'],
      ['hears', 'running'],
    ])('%s again after Redis was lost in the moment of the first words', async (_, broken) => {
      const { url } = (line = await RedisLine.to(redis.port));
      line.breaks = true;
      // No sweep: what runs has been rung for.
      const ringing = await shop.bench(noting, broken === 'ringing' ? { redisUrl: url } : {});
      await (await shop.bench(noting, broken === 'running' ? { redisUrl: url } : {})).start();
      let added = 0;
      const ring = () => ringing.add(...notes(added, ++added)).then(() => sleep(50));
      await until('the line has broken', () => ring().then(() => line!.broken > 0), WITHIN_MS);
      expect(ran).toEqual([]);
      line.breaks = false;
      await until('a ring is heard', () => ring().then(() => ran.length > 0), WITHIN_MS);
      await ringing.sweep.settle();
      expect(numbers()).toEqual(eachOnce(added));
    });

    it('loses nothing to FLUSHALL, again and again, with jobs in the queue', async () => {
      const silent = await shop.bench(noting);
      await silent.add(...notes(0, 300));
      await silent.sweep.now();
      await redis.flush();
      const bench = await sweeping(shop, noting, { jobConcurrency: 2 });
      for (let i = 0; i < 5; i++) {
        await until('some have run', () => ran.length > i * 50, WITHIN_MS);
        await redis.flush();
      }
      await until('all have run', () => ran.length === 300, WITHIN_MS);
      await bench.sweep.settle();
      expect(numbers()).toEqual(eachOnce(300));
    });

    it('records a job that ends while Redis is away, and does not run it again', async () => {
      const busy = gate();
      const bench = await sweeping(shop, {
        note: (lease) => busy.opened.then(() => void ran.push(lease.subjectId)),
      });
      await bench.add(...notes(0, 1));
      await until('it runs', async () => (await shop.row()).state === 'leased', WITHIN_MS);
      await redis.kill();
      busy.open();
      await bench.sweep.settle();
      await redis.restart();
      await bench.add(...notes(1, 2));
      await until('the next has run', () => ran.length === 2, WITHIN_MS);
      await bench.sweep.settle();
      expect([ran, (await shop.rows()).map((row) => row.state)]).toEqual([
        ['0', '1'],
        ['done', 'done'],
      ]);
    });

    it('stops in time when Redis dies in the midst of the stop', async () => {
      const busy = gate();
      const bench = await sweeping(shop, { note: () => busy.opened });
      await bench.add(...notes(0, 1));
      await until('it runs', async () => (await shop.row()).state === 'leased', WITHIN_MS);
      await redis.kill();
      const before = performance.now();
      await bench.stop(200);
      expect(performance.now() - before).toBeLessThan(3000);
      expect(await shop.row()).toMatchObject({ state: 'waiting', attempts: 0 });
      busy.open();
    });

    it('runs what Redis half forgot: an id it knows, in none of its lists', async () => {
      const silent = await shop.bench(noting);
      await silent.add(...notes(0, 5));
      await silent.sweep.now();
      const own = new Redis(redis.url);
      expect(
        await own.del(...['wait', 'prioritized', 'marker'].map((name) => `${shop.env.REDIS_PREFIX}:jobs:${name}`)),
      ).toBeGreaterThan(0);
      const bench = await sweeping(shop, noting);
      await bench.sweep.now();
      expect(ran).toEqual([]);
      shop.now.advance(61_000);
      await until('all have run', () => ran.length === 5, WITHIN_MS);
      // Or the bell for their next try would be taken for a double.
      const known = (await shop.rows()).map(({ id }) => `${shop.env.REDIS_PREFIX}:jobs:${id}`);
      await until('Redis knows none of them', async () => (await own.exists(...known)) === 0, WITHIN_MS);
      await own.quit();
    });

    it('runs what has been due for a minute without it, one at a time, however long it is away', async () => {
      let [together, most] = [0, 0];
      const alone = async (lease: { subjectId: string }) => {
        most = Math.max(most, ++together);
        await sleep(5);
        together--;
        ran.push(lease.subjectId);
      };
      await redis.kill();
      const bench = await sweeping(shop, { note: alone });
      await bench.add(...notes(0, 20));
      await bench.sweep.now();
      expect(ran).toEqual([]);
      shop.now.advance(61_000);
      await until('all have run', () => ran.length === 20, WITHIN_MS);
      expect([numbers(), most]).toEqual([eachOnce(20), 1]);
      await redis.restart();
      await bench.add(...notes(20, 30));
      await until('Redis rings again', () => ran.length === 30, WITHIN_MS);
      expect(numbers()).toEqual(eachOnce(30));
    });

    it('keeps ids alone in Redis, and nothing of what has ended', async () => {
      const silent = await shop.bench(noting);
      await silent.add({ kind: 'note', subjectId: 'canary-7c1f' });
      await silent.sweep.now();
      const own = new Redis(redis.url);
      const before = await dump(own);
      expect(before).toContain((await shop.row()).id);
      expect(before).not.toContain('canary');
      const bench = await sweeping(shop, noting);
      await bench.sweep.settle();
      await until(
        'it has gone from Redis',
        async () => !(await own.exists(`foia-desk:jobs:${(await shop.row()).id}`)),
        WITHIN_MS,
      );
      await own.quit();
    });
  });
});

async function sweeping(shop: Workshop, handlers: Handlers, settings = {}): Promise<Bench> {
  const bench = await (await shop.bench(handlers, { ...SWEEP, ...settings })).start();
  bench.sweep.start();
  return bench;
}

/**
 * Adds the jobs one by one, as API writes do; how long one of those usually took. A busy machine may hold up any one of
 * them; a bell that is waited for holds up all.
 */
async function usual(bench: Bench, jobs: Parameters<Bench['add']>): Promise<number> {
  const took: number[] = [];
  for (const job of jobs) {
    const before = performance.now();
    await bench.add(job);
    took.push(performance.now() - before);
  }
  return took.sort((x, y) => x - y)[Math.floor(took.length / 2)]!;
}

/** Every key and value there is. */
async function dump(redis: Redis): Promise<string> {
  const parts: string[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    const value =
      type === 'hash'
        ? await redis.hgetall(key)
        : type === 'zset'
          ? await redis.zrange(key, 0, -1)
          : type === 'list'
            ? await redis.lrange(key, 0, -1)
            : type === 'stream'
              ? await redis.xrange(key, '-', '+')
              : type === 'string'
                ? await redis.get(key)
                : type;
    parts.push(`${key} ${JSON.stringify(value)}`);
  }
  return parts.join('\n');
}
