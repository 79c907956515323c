import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { entities } from '../src/entities.ts';
import { createLog } from '../src/log.ts';
import { Now } from '../src/now.ts';
import { eachEngine } from './support/engines.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './support/postgres.ts';

const LIMITS = { ms: 500, waiting: 6 };

eachEngine((engine) => {
  let dir: string;
  let databaseUrl: string | undefined;
  let database: Database;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'foia-aside-'));
    databaseUrl = engine === 'postgres' ? await newPostgresDatabase() : undefined;
    await migrate({ dataDir: dir, databaseUrl }, new Now());
    database = new Database({ dataDir: dir, databaseUrl }, entities, createLog('silent'), LIMITS);
    await database.open();
    await database.write((tx) => tx.em.query(`INSERT INTO setting (name, value) VALUES ('a', 'one'), ('b', 'two')`));
  });
  afterAll(async () => {
    await database.close();
    if (databaseUrl) await dropPostgresDatabase(databaseUrl);
    await rm(dir, { recursive: true });
  });

  const endless =
    engine === 'sqlite'
      ? `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS i FROM n WHERE i % 64 <> 0 OR in_time()`
      : `SELECT pg_sleep(20)`;
  const values = (names: string[]) =>
    database.readAside<{ value: string }>(`SELECT value FROM setting WHERE name IN (:names) ORDER BY name`, { names });

  it('reads what is committed, with parameters by name', async () => {
    expect(await values(['b', 'a'])).toEqual([{ value: 'one' }, { value: 'two' }]);
    await database.write((tx) => tx.em.query(`UPDATE setting SET value = 'eins' WHERE name = 'a'`));
    expect(await values(['a'])).toEqual([{ value: 'eins' }]);
  });

  it('cannot write, not even from within a write', async () => {
    const writing = database.readAside(`INSERT INTO setting (name, value) VALUES ('c', 'x') RETURNING name`);
    await expect(writing).rejects.toThrow(/readonly|read-only/);
    await expect(database.write(() => database.readAside('SELECT 1'))).rejects.toThrow('pass `tx` on');
    await expect(database.readAside('SELECT nonsense')).rejects.toThrow(/nonsense/);
  });

  it('gives up after its time, and stops nobody meanwhile', async () => {
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 5);
    const slow = database.readAside(endless);
    await expect(slow).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('too long') });
    clearInterval(heart);
    // Nothing is promised of a busy machine but that it was not stopped all the while.
    expect(beats).toBeGreaterThan(5);
    expect(await values(['b'])).toEqual([{ value: 'two' }]);
  });

  it('turns away who comes when too many wait, and answers all others', async () => {
    const atOnce = engine === 'sqlite' ? 1 : 4;
    const slow = Array.from({ length: atOnce }, () => database.readAside(endless).catch(() => 'given up'));
    const all = Array.from({ length: LIMITS.waiting + 3 }, () => values(['b']));
    const told = await Promise.allSettled(all);
    const refused = told.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ reason: { code: 'unavailable', retryAfter: 2 } });
    expect(await Promise.all(slow)).toEqual(slow.map(() => 'given up'));
    expect(await values(['b'])).toEqual([{ value: 'two' }]);
  });

  if (engine === 'sqlite') {
    const counting = (to: number) =>
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${to}) SELECT`;

    it('starts another thread when one does not come back', async () => {
      // Asks nobody for the time.
      const deaf = database.readAside(`${counting(10_000_000)} max(i) FROM n`);
      await expect(deaf).rejects.toMatchObject({ code: 'unavailable' });
      expect(await values(['b'])).toEqual([{ value: 'two' }]);
    });

    it('hands over no more rows than memory holds', async () => {
      const rows = database.readAside(`${counting(50_000)} i FROM n`);
      await expect(rows).rejects.toThrow('More than 10000 rows');
    });
  }

  it('does not live longer than the door', async () => {
    const other = new Database({ dataDir: dir, databaseUrl }, entities, createLog('silent'), LIMITS);
    await other.open();
    const running = other.readAside(endless).catch((error: unknown) => error);
    await sleep(50);
    await other.close();
    expect(await running).toMatchObject({ code: 'unavailable' });
  });
});
