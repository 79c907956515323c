import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { openCore } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { sql } from '../src/database/sql.ts';
import { addDays, type PlainDate } from '../src/law/plain-date.ts';
import { verifyRequests } from '../src/requests/verify.ts';
import { count, long, randomFrom } from './support/counts.ts';
import { callAt, OWNER_KEY } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './support/postgres.ts';
import { DeskProcess } from './support/processes.ts';

const KILLS = count(6, 200);
const WRITERS = 6;
const REQUESTS = 3;

/** What the server has said yes to. */
interface Acknowledged {
  id: string;
  hash: string;
  /** Names the write; every fact of one write carries it. */
  batch: string;
}

const today = new Date().toISOString().slice(0, 10) as PlainDate;
const filed = addDays(today, -90);

eachEngine((engine) => {
  it(
    `${KILLS} times kill -9 of the server in the middle of its writes: none it acknowledged is lost, none is half there`,
    async () => {
      const random = randomFrom();
      const dataDir = await mkdtemp(join(tmpdir(), 'foia-desk-'));
      const databaseUrl = engine === 'postgres' ? await newPostgresDatabase() : undefined;
      const env = {
        DATA_DIR: dataDir,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        OWNER_KEY,
        LOG_LEVEL: 'silent',
        RATE_LIMIT: '1000000',
      };
      const acknowledged: Acknowledged[] = [];
      const ids: string[] = [];
      try {
        for (let kill = 0; kill < KILLS; kill++) {
          const server = await DeskProcess.serve(env);
          if (ids.length === 0) ids.push(...(await prepare(server.url)));
          const before = acknowledged.length;
          const writing = Promise.all(
            Array.from({ length: WRITERS }, (_, w) =>
              write(server.url, ids[w % REQUESTS]!, `${kill}-${w}`, acknowledged),
            ),
          );
          // In the middle: after the first yes of this round, however slow the machine is.
          while (acknowledged.length === before) await sleep(5);
          await sleep(random() * 250);
          await server.kill9();
          await writing;
        }
        expect(acknowledged.length).toBeGreaterThan(KILLS);
        await check(env, ids, acknowledged);
        const again = await DeskProcess.serve(env);
        const answer = await post(again.url, `/requests/${ids[0]}/status-changes`, { kind: 'contacted', on: today });
        expect(answer.status).toBe(201);
        await again.stop();
        if (long) {
          process.stdout.write(
            `${engine}: ${KILLS} kills, ${acknowledged.length} facts acknowledged, 0 lost, 0 half there\n`,
          );
        }
      } finally {
        if (databaseUrl) await dropPostgresDatabase(databaseUrl);
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    long ? 3_600_000 : 300_000,
  );
});

const post = (url: string, path: string, body: unknown) => callAt(url, OWNER_KEY, 'POST', path, body);

async function prepare(url: string): Promise<string[]> {
  const agency = await post(url, '/agencies', { name: 'CID', statute: 'us-foia', timeZone: 'UTC' });
  const ids: string[] = [];
  for (let n = 0; n < REQUESTS; n++) {
    const statusChanges = [{ kind: 'filed', on: filed, channel: 'email' }];
    const answer = await post(url, '/requests', {
      agencyId: agency.body.id,
      subject: 's',
      description: 'd',
      statusChanges,
    });
    expect(answer.status).toBe(201);
    ids.push(answer.body.id);
  }
  return ids;
}

/** Writes one fact, then three at once, and so on until the server is gone. */
async function write(url: string, id: string, name: string, acknowledged: Acknowledged[]): Promise<void> {
  for (let n = 0; ; n++) {
    const batch = `batch ${name}-${n}`;
    const fact = (day: number) => ({ kind: 'contacted', on: addDays(filed, day), note: batch });
    const body = n % 2 === 0 ? fact(1) : [fact(2), fact(3), fact(4)];
    const answer = await post(url, `/requests/${id}/status-changes`, body).catch(() => null);
    if (!answer) return;
    expect(answer.status).toBe(201);
    for (const { id: factId, hash } of answer.body.statusChanges) acknowledged.push({ id: factId, hash, batch });
  }
}

async function check(env: Record<string, string>, ids: string[], acknowledged: Acknowledged[]): Promise<void> {
  const core = await openCore(readConfig(env));
  try {
    await core.database.snapshot(async (scope) => {
      expect(await verifyRequests(scope)).toEqual({ requests: ids.length, faults: [] });
      const rows = await sql<{ id: string; hash: string; text: string }>(
        scope,
        `SELECT s.id, s.hash, t.text FROM status_change s JOIN status_change_text t ON t.status_change_id = s.id`,
      );
      const stored = new Map(rows.map((row) => [row.id, row]));
      for (const { id, hash, batch } of acknowledged) expect(stored.get(id)).toEqual({ id, hash, text: batch });
      const sizes = new Map<string, number>();
      for (const { text } of rows) sizes.set(text, (sizes.get(text) ?? 0) + 1);
      for (const [batch, size] of sizes) expect([batch, size]).toEqual([batch, /[02468]$/.test(batch) ? 1 : 3]);
    });
  } finally {
    await core.database.close();
  }
}
