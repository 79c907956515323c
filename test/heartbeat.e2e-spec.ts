import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Receiver } from './support/receiver.ts';
import { until } from './support/workshop.ts';
import { Sweep } from '../src/jobs/sweep.ts';

const MINUTE = 60_000;

eachEngine((engine) => {
  let watcher: Receiver;
  let desk: Desk;

  beforeAll(async () => {
    watcher = await Receiver.start();
    // A `serve` that leaves the jobs to workers: the only sweeps are those of this test.
    const env = { RUN_JOBS: 'false', SWEEP_SECONDS: '15', HEARTBEAT_URL: `${watcher.url}/push/s3cret?status=up` };
    desk = await startDesk({ engine, env });
  });
  afterAll(async () => {
    await desk?.stop();
    await watcher?.stop();
  });

  const sweep = () => desk.app.get(Sweep, { strict: false }).now();
  const readyz = () => desk.call('GET', '/readyz', undefined, { key: null });
  const beats = (many: number) => until(`${many} beats`, () => watcher.received.length === many);

  it('calls whoever watches after a sweep, at most once a minute, at a private address too', async () => {
    await sweep();
    await beats(1);
    expect(watcher.received[0]).toMatchObject({ path: '/push/s3cret?status=up', body: '' });
    for (let second = 15; second < 60; second += 15) {
      desk.now.advance(15_000);
      await sweep();
    }
    expect(watcher.received).toHaveLength(1);
    desk.now.advance(15_000);
    await sweep();
    await beats(2);
  });

  it('goes on when nobody answers well, and does not wait for the answer', async () => {
    for (const manner of [{ status: 500 }, { does: 'hang-up' }, { does: 'stall' }] as const) {
      watcher.manner = manner;
      const before = watcher.received.length;
      desk.now.advance(MINUTE);
      const began = performance.now();
      await sweep();
      expect(performance.now() - began).toBeLessThan(5000);
      await beats(before + 1);
    }
    watcher.hangUp();
    watcher.manner = {};
  });

  it('stops calling while sweeps fail, and when nobody sweeps any more /readyz says so', async () => {
    const before = watcher.received.length;
    const failing = desk.app.get(Sweep, { strict: false });
    let fails = true;
    failing.every('broken', () => (fails ? Promise.reject(new Error('broken')) : Promise.resolve()));
    desk.now.advance(5 * MINUTE);
    await sweep();
    expect(watcher.received).toHaveLength(before);
    fails = false;
    await sweep();
    await beats(before + 1);

    desk.now.advance(10 * MINUTE - 1);
    expect(await readyz()).toMatchObject({ status: 200, body: { status: 'ready', checks: { sweeps: 'ok' } } });
    desk.now.advance(1);
    expect(await readyz()).toMatchObject({
      status: 503,
      body: { status: 'not-ready', checks: { sweeps: expect.stringMatching(/no process has swept since 2026-/) } },
    });
    await sweep();
    expect(await readyz()).toMatchObject({ status: 200, body: { status: 'ready' } });
  });
});
