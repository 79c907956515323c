import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DatabaseRunner } from '../src/jobs/database-runner.ts';
import { nextTry } from '../src/jobs/next-try.ts';
import { createLog } from '../src/log.ts';
import { shift } from '../src/now.ts';
import { startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { gate, type Handlers, until, Workshop } from './support/workshop.ts';

const DAY = 24 * 3600 * 1000;

eachEngine((engine) => {
  let shop: Workshop;
  let ran: string[];
  const noting: Handlers = { note: (lease) => Promise.resolve(void ran.push(lease.subjectId)) };

  beforeEach(async () => {
    ran = [];
    shop = await Workshop.open(engine);
  });
  afterEach(() => shop.close());

  it('refuses a kind that is unknown, one with two handlers, and a start with one that has none', async () => {
    const bench = await shop.bench(noting);
    await expect(bench.add({ kind: 'nothing', subjectId: 'a' })).rejects.toThrow('"nothing" is no kind of job');
    expect(() => bench.jobs.register('note', { run: () => Promise.resolve() })).toThrow('Two handlers');
    bench.jobs.assertComplete();
    const { Jobs } = await import('../src/jobs/jobs.service.ts');
    const log = createLog('silent');
    const idle = new Jobs(['note'], new DatabaseRunner(1, ['desk'], log), shop.now, log);
    expect(() => idle.assertComplete()).toThrow('No handler for jobs of the kind "note"');
  });

  it('sweeps on when one step fails, and says when it last did', async () => {
    const bench = await (await shop.bench(noting)).start();
    const steps: string[] = [];
    bench.sweep.every('broken', () => Promise.reject(new Error('broken')));
    bench.sweep.every('adds', async () => {
      steps.push('adds');
      await bench.add({ kind: 'note', subjectId: 'a', dedupe: 'a' });
    });
    expect(bench.sweep.lastSweepAt).toBeNull();
    await bench.sweep.now();
    await bench.sweep.settle();
    expect([steps, ran, bench.sweep.lastSweepAt]).toEqual([['adds'], ['a'], shop.now.instant()]);
  });

  it('never sweeps twice at once in one process', async () => {
    const bench = await shop.bench(noting, { sweepMs: 5 });
    let inside = 0;
    let most = 0;
    let sweeps = 0;
    bench.sweep.every('slow', async () => {
      most = Math.max(most, ++inside);
      await new Promise((go) => setTimeout(go, 20));
      inside--;
      sweeps++;
    });
    bench.sweep.start();
    await Promise.all([bench.sweep.now(), bench.sweep.now(), bench.sweep.now()]);
    expect(sweeps).toBeGreaterThanOrEqual(3);
    await bench.sweep.stop();
    expect([most, inside]).toEqual([1, 0]);
  });

  it('offers the most important and oldest 500, and the rest at later sweeps', async () => {
    const bench = await shop.bench(noting);
    const offered: string[] = [];
    bench.runner.offer = (offers) =>
      Promise.resolve(void offered.push(...offers.map((offer) => String(offer.priority))));
    await bench.add(
      ...Array.from({ length: 501 }, (_, i) => ({
        kind: 'note',
        subjectId: `${i}`,
        priority: i === 500 ? 0 : i === 0 ? 9 : 5,
      })),
    );
    offered.length = 0;
    await bench.sweep.now();
    expect([offered.length, offered[0], offered.includes('9')]).toEqual([500, '0', false]);
  });

  it('forgets done jobs after seven days, and never those that are dead or wait', async () => {
    const bench = await (
      await shop.bench({ ...noting, doomed: () => Promise.reject(new Error('no')), busy: noting.note! })
    ).start();
    await bench.add(
      { kind: 'note', subjectId: 'done' },
      { kind: 'doomed', subjectId: 'dead', maxAttempts: 1 },
      { kind: 'busy', subjectId: 'later', runAt: shift(shop.now.instant(), 30 * DAY) },
    );
    await bench.sweep.settle();
    shop.now.advance(7 * DAY);
    await bench.sweep.now();
    expect((await shop.rows()).map((row) => row.state).sort()).toEqual(['dead', 'done', 'waiting']);
    shop.now.advance(1);
    await bench.sweep.now();
    expect((await shop.rows()).map((row) => row.state).sort()).toEqual(['dead', 'waiting']);
  });

  it('a month that passes by the desk’s clock takes no running job away', async () => {
    const busy = gate();
    const bench = await (await shop.bench({ note: () => busy.opened })).start();
    const other = await (await shop.bench(noting)).start();
    await bench.add({ kind: 'note', subjectId: 'a' });
    await until('it runs', async () => (await shop.row()).state === 'leased');
    shop.now.advance(30 * DAY);
    await other.sweep.now();
    busy.open();
    await bench.sweep.settle();
    expect(await shop.row()).toMatchObject({ state: 'done', attempts: 1 });
    expect(ran).toEqual([]);
  });

  it('serves and writes with a Redis that is not there', async () => {
    const desk = await startDesk({ engine, env: { REDIS_URL: 'redis://127.0.0.1:1' } });
    const answer = await desk.call('POST', '/agencies', { name: 'Army', statute: 'us-foia' });
    expect(answer.status).toBe(201);
    await desk.sweep();
    const before = performance.now();
    await desk.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

it('waits longer after each failure, from half a minute to six hours, never all at the same moment', () => {
  const now = '2026-06-01T16:00:00.000Z';
  const wait = (attempt: number, random: number) => Date.parse(nextTry(now, attempt, random)) - Date.parse(now);
  expect([1, 2, 3, 10].map((attempt) => wait(attempt, 1))).toEqual([30_000, 60_000, 120_000, 15_360_000]);
  expect([11, 12, 50].map((attempt) => wait(attempt, 1))).toEqual([21_600_000, 21_600_000, 21_600_000]);
  expect(wait(1, 0)).toBe(22_500);
});
