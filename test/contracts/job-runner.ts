import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LeaseLost, type Lease } from '../../src/jobs/lease.ts';
import { PRIORITY } from '../../src/jobs/priorities.ts';
import { msBetween } from '../../src/now.ts';
import { type Bench, gate, type Handlers, until, type Workshop } from '../support/workshop.ts';

const MINUTE = 60_000;

/** What every runner promises, on either engine: see src/jobs/job-runner.ts. */
export function jobRunnerContract(name: string, open: () => Promise<Workshop>): void {
  describe(name, () => {
    let shop: Workshop;
    let ran: string[];
    const noting: Handlers = { note: (lease) => Promise.resolve(void ran.push(lease.subjectId)) };
    const note = (subjectId: string) => ({ kind: 'note', subjectId });

    beforeEach(async () => {
      ran = [];
      shop = await open();
    });
    afterEach(() => shop.close());

    const started = async (handlers = noting, settings = {}) => (await shop.bench(handlers, settings)).start();

    it('runs a job once its cause has committed, without waiting for a sweep', async () => {
      const bench = await started();
      await bench.add(note('a'));
      await bench.sweep.settle();
      expect(ran).toEqual(['a']);
      expect(await shop.row()).toMatchObject({ state: 'done', attempts: 1, finishedAt: shop.now.instant() });
    });

    it('knows no job whose cause was rolled back', async () => {
      const bench = await started();
      const cause = bench.database.write(async (tx) => {
        await bench.jobs.add(tx, note('a'));
        throw new Error('no');
      });
      await expect(cause).rejects.toThrow('no');
      await bench.sweep.now();
      await bench.sweep.settle();
      expect([ran, await shop.rows()]).toEqual([[], []]);
    });

    it('finds by sweeping what nobody rang for', async () => {
      const silent = await shop.bench(noting);
      await silent.runner.stop();
      await silent.add(note('a'), note('b'));
      const bench = await started();
      await bench.sweep.now();
      await bench.sweep.settle();
      expect(ran.sort()).toEqual(['a', 'b']);
    });

    it('does not run a job before its time', async () => {
      const bench = await started();
      await bench.add({ ...note('a'), runAt: '2026-06-01T16:05:00.000Z' });
      const [row] = await shop.rows();
      await bench.runner.offer([{ id: row!.id, lane: 'desk', priority: 5 }]);
      await bench.sweep.now();
      shop.now.advance(5 * MINUTE - 1);
      await bench.sweep.now();
      await bench.add(note('b'));
      await bench.sweep.settle();
      expect(ran).toEqual(['b']);
      shop.now.advance(1);
      await bench.sweep.now();
      await bench.sweep.settle();
      expect(ran).toEqual(['b', 'a']);
    });

    it('tries a failed job again after a while that grows, and keeps its last error without passwords', async () => {
      let left = 2;
      const bench = await started({
        flaky: () => (left-- > 0 ? Promise.reject(new Error('smtp://me:secret@mail refused')) : Promise.resolve()),
      });
      await bench.add({ kind: 'flaky', subjectId: 'a' });
      const waits: number[] = [];
      for (const attempts of [1, 2]) {
        await bench.sweep.settle();
        const row = await shop.row();
        expect(row).toMatchObject({
          state: 'waiting',
          attempts,
          lastError: 'smtp://***@mail refused',
          leaseUntil: null,
        });
        waits.push(msBetween(shop.now.instant(), row.runAt));
        await bench.sweep.now();
        await bench.sweep.settle();
        expect((await shop.row()).attempts).toBe(attempts);
        shop.now.set(row.runAt);
        await bench.sweep.now();
      }
      await bench.sweep.settle();
      expect(await shop.row()).toMatchObject({ state: 'done', attempts: 3 });
      expect(waits[0]).toBeGreaterThanOrEqual(22_500);
      expect(waits[0]).toBeLessThanOrEqual(30_000);
      expect(waits[1]).toBeGreaterThanOrEqual(45_000);
      expect(waits[1]).toBeLessThanOrEqual(60_000);
    });

    it('tells the feature, in one transaction, when a job is dead', async () => {
      const bench = await started({
        doomed: {
          run: () => Promise.reject(new Error('never')),
          dead: (tx, id, why) => tx.em.query(`INSERT INTO setting (name, value) VALUES ('${id}', '${why}')`),
        },
      });
      await bench.add({ kind: 'doomed', subjectId: 'a', maxAttempts: 2 });
      await bench.sweep.settle();
      expect(await shop.row()).toMatchObject({ state: 'waiting', attempts: 1 });
      shop.now.advance(MINUTE);
      await bench.sweep.now();
      await bench.sweep.settle();
      expect(await shop.row()).toMatchObject({ state: 'dead', attempts: 2, lastError: 'never' });
      expect(await shop.sql('SELECT * FROM setting')).toEqual([{ name: 'a', value: 'never' }]);
    });

    it('lets a job die even when its feature cannot be told, and half-told leaves nothing', async () => {
      const bench = await started({
        doomed: {
          run: () => Promise.reject(new Error('never')),
          dead: async (tx) => {
            await tx.em.query(`INSERT INTO setting (name, value) VALUES ('half', 'x')`);
            throw new Error('deaf');
          },
        },
      });
      await bench.add({ kind: 'doomed', subjectId: 'a', maxAttempts: 1 });
      await bench.sweep.settle();
      expect(await shop.row()).toMatchObject({ state: 'dead', lastError: 'never' });
      expect(await shop.sql('SELECT * FROM setting')).toEqual([]);
    });

    it('gives the job of a stuck process to another, and the zombie can record nothing', async () => {
      const stuck = gate();
      let zombie: Promise<void> | undefined;
      let told: AbortSignal | undefined;
      const handlerOf = (bench: () => Bench): Handlers => ({
        note: (lease) => {
          if (lease.attempt > 1) return write(bench(), lease, 'successor');
          told = lease.signal;
          return (zombie = stuck.opened.then(() => write(first, lease, 'zombie')));
        },
      });
      const first: Bench = await started(
        handlerOf(() => first),
        { leaseMs: 1500 },
      );
      await first.add(note('a'));
      await until('the first process runs it', () => zombie !== undefined);

      const second: Bench = await started(handlerOf(() => second));
      await second.sweep.now();
      expect(await shop.row()).toMatchObject({ state: 'leased', attempts: 1 });
      await shop.sql(`UPDATE job SET lease_until = '2000-01-01T00:00:00.000Z'`);
      await until('somebody else has done it', async () => {
        await second.sweep.now();
        return (await shop.row()).state === 'done';
      });
      const after = await shop.row();
      expect(after).toMatchObject({ attempts: 2, leaseToken: 2 });

      stuck.open();
      await expect(zombie).rejects.toBeInstanceOf(LeaseLost);
      expect(told!.aborted).toBe(true);
      expect(await shop.row()).toEqual(after);
      expect(await shop.sql('SELECT name FROM setting')).toEqual([{ name: 'successor' }]);
    });

    it('keeps the lease of a long job for as long as its process lives', async () => {
      const finish = gate();
      const bench = await started(
        { note: (lease) => finish.opened.then(() => lease.check()).then(() => void ran.push(lease.subjectId)) },
        { leaseMs: 300 },
      );
      await bench.add(note('a'));
      for (let i = 0; i < 20; i++) {
        await new Promise((go) => setTimeout(go, 50));
        await bench.sweep.now();
      }
      finish.open();
      await bench.sweep.settle();
      expect(ran).toEqual(['a']);
      expect(await shop.row()).toMatchObject({ state: 'done', attempts: 1 });
    });

    it('counts an attempt whose process died, and buries a job that keeps killing its process', async () => {
      const told: string[] = [];
      const bench = await started({
        note: {
          run: () => Promise.reject(new Error('not reached')),
          dead: (_, id) => Promise.resolve(void told.push(id)),
        },
      });
      await bench.runner.offer([]);
      await bench.add({ ...note('a'), maxAttempts: 3, runAt: '2026-06-01T16:00:00.001Z' });
      await shop.sql(
        `UPDATE job SET state = 'leased', attempts = 3, lease_token = 3, lease_until = '2000-01-01T00:00:00.000Z'`,
      );
      shop.now.advance(1);
      await bench.sweep.now();
      await bench.sweep.settle();
      expect(await shop.row()).toMatchObject({ state: 'dead' });
      expect((await shop.row()).lastError).toMatch(/stopped/);
      expect(told).toEqual(['a']);
    });

    it('does not believe a lease that ends further ahead than two lengths', async () => {
      const bench = await started();
      await bench.add({ ...note('a'), runAt: '2026-06-01T16:00:00.001Z' });
      await shop.sql(`UPDATE job SET state = 'leased', lease_until = '2999-01-01T00:00:00.000Z'`);
      shop.now.advance(1);
      await bench.sweep.now();
      await bench.sweep.settle();
      expect(ran).toEqual(['a']);
    });

    it('adds no second job while one of its kind and key waits or runs, and leaves the cause intact', async () => {
      const busy = gate();
      const bench = await started({ note: (lease) => busy.opened.then(() => void ran.push(lease.subjectId)) });
      const once = { ...note('a'), dedupe: 'key' };
      await bench.database.write(async (tx) => {
        await bench.jobs.add(tx, once);
        await bench.jobs.add(tx, { ...once, subjectId: 'b' });
        await tx.em.query(`INSERT INTO setting (name, value) VALUES ('cause', 'x')`);
      });
      await until('it runs', async () => (await shop.row()).state === 'leased');
      await bench.add({ ...once, subjectId: 'c' });
      expect(await shop.sql('SELECT name FROM setting')).toEqual([{ name: 'cause' }]);
      busy.open();
      await bench.sweep.settle();
      await bench.add({ ...once, subjectId: 'd' });
      await bench.sweep.settle();
      expect(ran).toEqual(['a', 'd']);
    });

    it('takes the most important first, then the oldest', async () => {
      const busy = gate();
      const bench = await started({ note: noting.note!, block: () => busy.opened }, { jobConcurrency: 1 });
      await bench.add({ kind: 'block', subjectId: 'x' });
      await until('it runs', async () => (await shop.row()).state === 'leased');
      for (const [subjectId, priority] of Object.entries({ low: 9, first: 5, second: 5, urgent: 0, soon: 1 })) {
        await bench.add({ ...note(subjectId), priority });
      }
      await bench.sweep.now();
      busy.open();
      await bench.sweep.settle();
      expect(ran).toEqual(['urgent', 'soon', 'first', 'second', 'low']);
    });

    it('starts the most important next, however much that is less important was there before', async () => {
      const busy = gate();
      const bench = await started({ note: noting.note!, block: () => busy.opened }, { jobConcurrency: 1 });
      await bench.add({ kind: 'block', subjectId: 'x' });
      await until('it runs', async () => (await shop.row()).state === 'leased');
      const index = Array.from({ length: 600 }, (_, i) => ({ ...note(`index ${i}`), priority: PRIORITY.reading }));
      await bench.add(...index);
      await bench.sweep.now();
      await bench.add({ ...note('missed'), priority: PRIORITY.oursMissed });
      busy.open();
      await until('some have run', () => ran.length > 1);
      expect(ran[0]).toBe('missed');
    });

    it('keeps places for each lane: what hangs in one delays nothing in another', async () => {
      const never = gate();
      const bench = await started({ ...noting, hang: () => never.opened }, { jobConcurrency: 2 });
      const hanging = Array.from({ length: 20 }, (_, i) => ({ kind: 'hang', subjectId: `h${i}`, priority: 0 }));
      await bench.add(...hanging.map((job) => ({ ...job, lane: 'webhook' as const })));
      await until('its places are taken', async () => {
        await bench.sweep.now();
        return (await shop.rows()).filter((row) => row.state === 'leased').length === 2;
      });
      await bench.add({ ...note('mail'), lane: 'mail', priority: 9 }, { ...note('chat'), lane: 'chat' }, note('desk'));
      await until('the others have run', () => ran.length === 3);
      const hangs = (await shop.rows()).filter((row) => row.lane === 'webhook' && row.state === 'leased');
      expect(hangs).toHaveLength(2);
      never.open();
      await bench.sweep.settle();
    });

    it('runs the lanes it is given alone, and rings for the others', async () => {
      const reader = await started(noting, { jobLanes: ['reading'] });
      await reader.add({ ...note('page'), lane: 'reading' }, { ...note('mail'), lane: 'mail' }, note('desk'));
      await reader.sweep.now();
      await reader.sweep.settle();
      expect(ran).toEqual(['page']);
      const others = await started(noting, { jobLanes: ['desk', 'mail', 'chat', 'webhook'] });
      await others.add({ ...note('page 2'), lane: 'reading' });
      await Promise.all([others.sweep.now(), reader.sweep.now()]);
      await until('each has run his', () => ran.length === 4);
      expect(ran.slice(1).sort()).toEqual(['desk', 'mail', 'page 2']);
    });

    it('gives a job that is rung for many times at once to one place alone', async () => {
      const bench = await shop.bench(noting);
      await bench.runner.stop();
      await bench.add(note('a'), note('b'));
      const [a, b] = await shop.rows();
      await Promise.all([a, b, a, a, b].map((row) => bench.executor.one(row!.id)));
      expect(ran.sort()).toEqual(['a', 'b']);
      expect((await shop.rows()).map((row) => row.attempts)).toEqual([1, 1]);
    });

    it('leaves a kind that only a newer release knows to newer processes', async () => {
      const newer = await shop.bench({ ...noting, tomorrow: noting.note! });
      await newer.runner.stop();
      await newer.add({ kind: 'tomorrow', subjectId: 'a', priority: 0 }, note('b'));
      const older = await started();
      for (let sweep = 0; sweep < 3; sweep++) {
        await older.sweep.now();
        await older.sweep.settle();
        shop.now.advance(MINUTE);
      }
      expect(ran).toEqual(['b']);
      const [untouched] = await shop.rows();
      expect(untouched).toMatchObject({ kind: 'tomorrow', state: 'waiting', attempts: 0, lastError: null });
      const upgraded = await started({ ...noting, tomorrow: noting.note! });
      await upgraded.sweep.now();
      await upgraded.sweep.settle();
      expect(ran).toEqual(['b', 'a']);
    });

    it('buries a job in whose midst five processes stopped, each time later, however often it may be tried', async () => {
      const told: string[] = [];
      const bench = await started({
        note: {
          run: () => Promise.reject(new Error('not reached')),
          dead: (_, id) => Promise.resolve(void told.push(id)),
        },
      });
      await bench.add({ ...note('a'), maxAttempts: 30, runAt: '2026-06-01T16:00:00.001Z' });
      const waits: number[] = [];
      for (let crash = 1; crash <= 5; crash++) {
        // As kill -9 leaves it: counted when it was leased, and nobody renews the lease.
        await shop.sql(
          `UPDATE job SET state = 'leased', attempts = attempts + 1, lease_token = lease_token + 1, lease_until = '2000-01-01T00:00:00.000Z'`,
        );
        shop.now.advance(10 * MINUTE);
        await bench.leases.freeExpired();
        const row = await shop.row();
        expect(row).toMatchObject({ state: 'waiting', attempts: crash, crashes: crash });
        waits.push(Math.max(0, msBetween(shop.now.instant(), row.runAt)));
      }
      expect(waits.slice(0, 2)).toEqual([0, 0]);
      expect(waits[2]).toBeGreaterThanOrEqual(22_500);
      expect(waits[3]).toBeGreaterThan(waits[2]!);
      expect(waits[4]).toBeGreaterThan(waits[3]!);
      shop.now.advance(10 * MINUTE);
      await bench.sweep.now();
      await bench.sweep.settle();
      expect(await shop.row()).toMatchObject({ state: 'dead', crashes: 5 });
      expect((await shop.row()).lastError).toMatch(/stopped/);
      expect(told).toEqual(['a']);
    });

    it('begins no more mail in a minute than it may, in all processes together, and the most important first', async () => {
      const handlers = { ...noting };
      const [one, other] = await Promise.all([
        started(handlers, { smtpMaxPerMinute: 5 }),
        started(handlers, { smtpMaxPerMinute: 5 }),
      ]);
      const mails = Array.from({ length: 12 }, (_, i) => ({ ...note(`${i}`), lane: 'mail' as const, priority: 7 }));
      await one.add(...mails, { ...note('chat'), lane: 'chat' });
      const sweeps = async () => {
        for (const bench of [one, other, one]) await bench.sweep.now();
        await until('what may run has run', async () => (await shop.rows()).every((row) => row.state !== 'leased'));
      };
      await until('the first have run', () => ran.length >= 6);
      await sweeps();
      expect([ran.length, ran.includes('chat')]).toEqual([6, true]);
      const waiting = (await shop.rows()).filter((row) => row.state === 'waiting');
      expect(waiting.map((row) => [row.attempts, row.leaseUntil])).toEqual(Array.from({ length: 7 }, () => [0, null]));
      await one.add({ ...note('missed'), lane: 'mail', priority: PRIORITY.oursMissed });
      shop.now.advance(59_000);
      await sweeps();
      expect(ran).toHaveLength(6);
      shop.now.advance(1001);
      await until('the next have run', async () => (await sweeps(), ran.length >= 11));
      await sweeps();
      expect([ran.length, ran.includes('missed')]).toEqual([11, true]);
      shop.now.advance(61_000);
      await until('all have run', async () => (await sweeps(), ran.length === 14));
    });

    it('lets neither a failing nor a hanging job delay the others', async () => {
      const never = gate();
      const bench = await started(
        { ...noting, hang: () => never.opened, fail: () => Promise.reject(new Error('no')) },
        { jobConcurrency: 2 },
      );
      const poison = Array.from({ length: 10 }, (_, i) => ({ kind: 'fail', subjectId: `f${i}`, priority: 0 }));
      await bench.add({ kind: 'hang', subjectId: 'h', priority: 0 }, ...poison);
      await bench.add(...Array.from({ length: 10 }, (_, i) => note(`n${i}`)));
      await until('the others have run', () => ran.length === 10);
      never.open();
      await bench.sweep.settle();
    });

    it('runs once what is offered by many, many times', async () => {
      const benches = await Promise.all([started(), started(), started()]);
      await benches[0].add(
        ...Array.from({ length: 60 }, (_, i) => ({ ...note(`${i}`), runAt: '2026-06-01T16:00:01.000Z' })),
      );
      shop.now.advance(1000);
      const offers = (await shop.rows()).map(({ id, lane, priority }) => ({ id, lane, priority }));
      await Promise.all(
        benches.flatMap((bench) => [bench.sweep.now(), bench.runner.offer(offers), bench.runner.offer(offers)]),
      );
      await benches[0].sweep.settle();
      expect(ran.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i));
      expect((await shop.rows()).every((row) => row.state === 'done' && row.attempts === 1)).toBe(true);
    });

    it('waits at a stop for what runs, and takes nothing new on', async () => {
      const busy = gate();
      const bench = await started(
        { note: (lease) => busy.opened.then(() => void ran.push(lease.subjectId)) },
        { jobConcurrency: 1 },
      );
      await bench.add(note('a'));
      await until('it runs', async () => (await shop.row()).state === 'leased');
      await bench.add(note('b'));
      const stopped = bench.stop();
      busy.open();
      await stopped;
      expect(ran).toEqual(['a']);
      expect((await shop.rows()).map((row) => [row.subjectId, row.state])).toEqual([
        ['a', 'done'],
        ['b', 'waiting'],
      ]);
    });

    it('leaves nothing half-done whenever a stop comes', async () => {
      const acted: string[] = [];
      const handlers: Handlers = {
        note: async (lease) => {
          acted.push(lease.subjectId);
          await new Promise((go) => setTimeout(go, Math.random() * 3));
          ran.push(lease.subjectId);
        },
      };
      const adding = await shop.bench(handlers);
      await adding.add(...Array.from({ length: 200 }, (_, i) => note(`${i}`)));
      for (let stops = 0; stops < 5; stops++) {
        const bench = await started(handlers, { jobConcurrency: 4 });
        await bench.sweep.now();
        const enough = acted.length + 20 + stops;
        await until('some have begun', () => acted.length >= Math.min(enough, 200));
        await bench.stop();
        expect(acted.length).toBe(ran.length);
        const states = (await shop.rows()).map((row) => row.state);
        expect(states.filter((state) => state === 'leased')).toEqual([]);
        expect(states.filter((state) => state === 'done')).toHaveLength(ran.length);
      }
      expect(new Set(acted).size).toBe(acted.length);
    });

    it('hands back at a stop what does not end in time, for others to have at once', async () => {
      let signal: AbortSignal | undefined;
      const bench = await started({
        note: (lease) =>
          new Promise((_, fail) => {
            signal = lease.signal;
            signal.addEventListener('abort', () => fail(signal!.reason as Error));
          }),
      });
      await bench.add(note('a'));
      await until('it runs', () => signal !== undefined);
      await bench.stop(50);
      expect(signal!.aborted).toBe(true);
      expect(await shop.row()).toMatchObject({ state: 'waiting', attempts: 0, leaseUntil: null, lastError: null });
      const other = await started();
      await other.sweep.now();
      await other.sweep.settle();
      expect(ran).toEqual(['a']);
    });
  });
}

/** A handler's whole outcome: what it has to record, and the end of its job. */
async function write(bench: Bench, lease: Lease, word: string): Promise<void> {
  await bench.database.write(async (tx) => {
    await tx.em.query(`INSERT INTO setting (name, value) VALUES ('${word}', 'x')`);
    await lease.done(tx);
  });
}
