import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { count, long, randomFrom } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, file, filedOn, record } from './support/filing.ts';
import { FixedNow } from './support/fixed-now.ts';
import { DeskProcess } from './support/processes.ts';
import { Receiver } from './support/receiver.ts';
import { until } from './support/workshop.ts';

const LONG_MS = long ? 1_800_000 : 120_000;

eachEngine((engine) => {
  it(
    'a worker killed in the middle of sending, again and again, loses no event; what goes twice has the same id and body',
    async () => {
      const receiver = await Receiver.start();
      const now = new FixedNow(new Date().toISOString());
      const desk = await startDesk({ engine, now, env: { RUN_JOBS: 'false', OUTGOING_ALLOW: receiver.host } });
      try {
        await killing(desk, receiver, count(1, 100));
      } finally {
        await desk.stop();
        await receiver.stop();
      }
    },
    LONG_MS,
  );

  async function killing(desk: Desk, receiver: Receiver, kills: number): Promise<void> {
    const random = randomFrom();
    await desk.call('POST', '/webhooks', { url: receiver.url });
    const today = desk.now.instant().slice(0, 10);
    const { id } = await file(desk, await anAgency(desk), [filedOn(today)]);
    receiver.manner = { delayMs: 10 };
    const worker = () => {
      const { dataDir, databaseUrl } = desk.config;
      return DeskProcess.start(['worker'], {
        DATA_DIR: dataDir,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        OUTGOING_ALLOW: receiver.host,
        PUBLIC_URL: 'http://desk.test',
        SWEEP_SECONDS: '1',
        LEASE_SECONDS: '3',
        LOG_LEVEL: 'warn',
      });
    };
    for (let n = 0; n < kills; n++) {
      for (let i = 0; i < 5; i++) await record(desk, id, { kind: 'contacted', on: today, channel: 'phone' });
      const before = receiver.received.length;
      const one = await worker();
      await until('something arrives', () => receiver.received.length > before, 30_000);
      await sleep(random() * 60);
      await one.kill9();
    }
    const last = await worker();
    const open = async () => {
      const [row] = await desk.app.get(Database).read((scope) =>
        sql<{ open: number | string }>(
          scope,
          `SELECT (SELECT count(*) FROM webhook_delivery WHERE state <> 'delivered')
             + (SELECT count(*) FROM event WHERE number IS NULL) AS open`,
        ),
      );
      return Number(row!.open);
    };
    await until('all is delivered', async () => (await open()) === 0, 30_000);
    await last.stop();
    const events = (await desk.call('GET', '/events?limit=200')).body.items.map((one: any) => one.id);
    const bodies = new Map<string, Set<string>>();
    for (const { headers, body } of receiver.received) {
      const event = headers['webhook-id'] as string;
      bodies.set(event, (bodies.get(event) ?? new Set()).add(body));
    }
    if (!long) expect([...bodies.keys()].sort()).toEqual([...events].sort());
    expect([...bodies.values()].every((one) => one.size === 1)).toBe(true);
    expect(receiver.received.length - bodies.size).toBeLessThanOrEqual(kills);
  }
});
