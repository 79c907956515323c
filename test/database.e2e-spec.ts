import { AsyncResource } from 'node:async_hooks';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, type Scope } from '../src/database/database.ts';
import { migrate, schemaNumber, waitForSchema } from '../src/database/migrate.ts';
import { latest } from '../src/database/migrations/all.ts';
import { writerSource } from '../src/database/data-source.ts';
import { entities } from '../src/entities.ts';
import { DeskError } from '../src/errors.ts';
import { Now } from '../src/now.ts';
import { engines } from './support/engines.ts';
import { newPostgresDatabase } from './support/postgres.ts';

/** The context of another caller, outside whatever transaction the test is in. */
const outside = new AsyncResource('another caller');

const values = async (scope: Scope): Promise<string[]> => {
  const rows = await scope.em.query<{ name: string }[]>('SELECT name FROM setting ORDER BY name');
  return rows.map((row) => row.name);
};
const put = (scope: Scope, name: string) => scope.em.query(`INSERT INTO setting (name, value) VALUES ('${name}', 'x')`);

describe.each([...engines])('The door to the database, %s', (engine) => {
  let dir: string;
  let settings: { dataDir: string; databaseUrl?: string };
  let database: Database;
  const logged: { facts: object; says: string }[] = [];
  const log = {
    warn: (facts: object, says: string) => void logged.push({ facts, says }),
    error: (facts: object, says: string) => void logged.push({ facts, says }),
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'foia-door-'));
    settings = { dataDir: dir, databaseUrl: engine === 'postgres' ? await newPostgresDatabase() : undefined };
    await migrate(settings, new Now());
    database = new Database(settings, entities, log);
    await database.open();
  });
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true });
  });
  beforeEach(() => database.write((tx) => tx.em.query('DELETE FROM setting')));
  afterEach(() => void (logged.length = 0));

  it('keeps acknowledged writes when another write rolls back meanwhile', async () => {
    const failing = database.write(async (tx) => {
      await put(tx, 'a');
      await new Promise((go) => setImmediate(go));
      throw new Error('half-way');
    });
    const others = ['b', 'c', 'd'].map((name) => database.write((tx) => put(tx, name)));
    await expect(failing).rejects.toThrow('half-way');
    await Promise.all(others);
    expect(await database.read(values)).toEqual(['b', 'c', 'd']);
  });

  it('shows readers committed rows only', async () => {
    await database.write(async (tx) => {
      await put(tx, 'a');
      expect(await values(tx)).toEqual(['a']);
    });
    let release!: () => void;
    const held = new Promise<void>((go) => (release = go));
    const writing = database.write(async (tx) => {
      await put(tx, 'b');
      await held;
    });
    const seenMeanwhile = await database.read(values);
    release();
    await writing;
    expect(seenMeanwhile).toEqual(['a']);
    expect(await database.read(values)).toEqual(['a', 'b']);
  });

  it('refuses a write inside a write, a read inside a write and a write inside a read', async () => {
    const nested = database.write(() => database.write(() => Promise.resolve()));
    await expect(nested).rejects.toThrow('pass `tx` on');
    await expect(database.write(() => database.read(values))).rejects.toThrow('pass `tx` on');
    await expect(database.read(() => database.write((tx) => put(tx, 'a')))).rejects.toThrow('pass `tx` on');
    expect(await database.read(values)).toEqual([]);
  });

  it('cannot write through a reader', async () => {
    await expect(database.read((scope) => put(scope, 'a'))).rejects.toThrow(/readonly|read-only/);
    await expect(database.snapshot((scope) => put(scope, 'a'))).rejects.toThrow(/readonly|read-only/);
  });

  it('runs after-commit work after the commit, never after a rollback, and logs its failures', async () => {
    const seen: string[][] = [];
    const done = new Promise<void>((go) => {
      void database.write(async (tx) => {
        await put(tx, 'a');
        tx.afterCommit(() => {
          throw new Error('bell broken');
        });
        tx.afterCommit(async () => {
          seen.push(await database.read(values));
          go();
        });
      });
    });
    await done;
    const failed = database.write((tx) => {
      tx.afterCommit(() => void seen.push(['never']));
      return Promise.reject(new Error('no'));
    });
    await expect(failed).rejects.toThrow('no');
    await new Promise((go) => setImmediate(go));
    expect(seen).toEqual([['a']]);
    expect(logged.map((line) => line.says)).toEqual(['Work after a commit failed.']);
  });

  it('gives a snapshot one moment, whatever is written meanwhile', async () => {
    await database.write((tx) => put(tx, 'a'));
    const [first, second] = await database.snapshot(async (scope) => {
      const before = await values(scope);
      await new Promise<void>((go, fail) => {
        void outside.runInAsyncScope(() => database.write((tx) => put(tx, 'b')).then(() => go(), fail));
      });
      return [before, await values(scope)];
    });
    expect(first).toEqual(['a']);
    expect(second).toEqual(['a']);
    expect(await database.read(values)).toEqual(['a', 'b']);
  });

  const onSqliteAlone = engine === 'sqlite' ? it : () => undefined;
  onSqliteAlone(
    'waits for another process that holds the write lock, and gives up with a plain word',
    async () => {
      const other = writerSource(settings, []);
      await other.initialize();
      await other.query('BEGIN IMMEDIATE');
      const waiting = database.write((tx) => put(tx, 'a'));
      await new Promise((go) => setTimeout(go, 30));
      await other.query('COMMIT');
      await waiting;
      await other.query('BEGIN IMMEDIATE');
      await expect(database.write((tx) => put(tx, 'b'))).rejects.toMatchObject({ code: 'unavailable' });
      await other.query('ROLLBACK');
      await other.destroy();
      expect(await database.read(values)).toEqual(['a']);
    },
    20_000,
  );

  it('migrates once, says the number, and refuses a newer schema', async () => {
    expect(await migrate(settings, new Now())).toEqual({ from: latest, to: latest });
    expect(await database.read((scope) => schemaNumber(scope.em))).toBe(latest);
    await waitForSchema(settings, 1000);
    await database.write((tx) => tx.em.query(`INSERT INTO schema_migration VALUES (9999, 'later', 'x')`));
    await expect(migrate(settings, new Now())).rejects.toThrow(DeskError);
    await expect(waitForSchema(settings, 1000)).rejects.toThrow(/9999/);
    await database.write((tx) => tx.em.query('DELETE FROM schema_migration WHERE number = 9999'));
    expect((await readdir(dir)).filter((name) => name.includes('.schema-'))).toEqual([]);
  });

  it('is safe to migrate from several processes at once', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'foia-door-'));
    const target = { dataDir: fresh, databaseUrl: engine === 'postgres' ? await newPostgresDatabase() : undefined };
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(target, new Now())));
    expect(results.filter((one) => one.from === 0)).toHaveLength(1);
    expect(results.every((one) => one.to === latest)).toBe(true);
    await rm(fresh, { recursive: true });
  });
});
