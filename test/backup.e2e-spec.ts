import { createHash, randomUUID } from 'node:crypto';
import {
  appendFile,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp, openCore } from '../src/app.ts';
import { backUp } from '../src/cli/backup.ts';
import type { Manifest } from '../src/cli/manifest.ts';
import { restoreFrom } from '../src/cli/restore.ts';
import { inWords, type Verified, verifyDesk } from '../src/cli/verify.ts';
import { type Config, readConfig } from '../src/config.ts';
import type { Core } from '../src/core.module.ts';
import { Database } from '../src/database/database.ts';
import { writerSource } from '../src/database/data-source.ts';
import type { Engine } from '../src/database/engine.ts';
import { obstacleTo } from '../src/database/rows.ts';
import { createLog } from '../src/log.ts';
import { stateOf } from '../src/search/make-index.ts';
import { makeIndexOf } from '../src/search/search.module.ts';
import { newRequest } from './support/a-request.ts';
import { count, randomFrom } from './support/counts.ts';
import { type Answer, callAt, type Desk, OWNER_KEY, startDesk } from './support/desk.ts';
import { eachEngine, engines } from './support/engines.ts';
import { newPostgresDatabase } from './support/postgres.ts';

const quiet = () => undefined;
const made: string[] = [];

async function newDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'foia-backup-'));
  made.push(dir);
  return dir;
}

async function emptyDesk(engine: Engine): Promise<Config> {
  const databaseUrl = engine === 'postgres' ? await newPostgresDatabase() : undefined;
  return readConfig({ DATA_DIR: await newDir(), DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', RUN_JOBS: 'false' });
}

function coreOf(desk: Desk): Core {
  return { config: desk.config, log: createLog('silent'), now: desk.now, database: desk.app.get(Database) };
}

async function withCore<T>(config: Config, now: Desk['now'], fn: (core: Core) => Promise<T>): Promise<T> {
  const core = await openCore(config, { now, log: createLog('silent') });
  return fn(core).finally(() => core.database.close());
}

/** The SHA-256 of every file of a backup but the manifest, by path: what the desk knew, byte for byte. */
async function sumsOf(dir: string): Promise<string[]> {
  return (await readFile(join(dir, 'SHA256SUMS'), 'utf8')).trim().split('\n');
}

function form(bytes: string | Uint8Array, filename: string, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  data.append('file', new Blob([bytes]), filename);
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** A life of its own for every seed: agencies with parents, requests, facts, notes, members, documents, keys. */
async function liveFor(desk: Desk, steps: number, random: () => number): Promise<void> {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const agencies: string[] = [];
  const requests: string[] = [];
  const must = async (method: string, path: string, body: unknown, headers?: Record<string, string>) => {
    const answer = await desk.call(method, path, body, { headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const acts: (() => Promise<unknown>)[] = [
    async () => {
      const parentId = agencies.length > 0 && random() < 0.5 ? pick(agencies) : undefined;
      const contacts = [{ channel: 'email', value: 'foia@agency.test' }];
      agencies.push(
        (
          await must('POST', '/agencies', {
            name: `Agency ${agencies.length} ✓`,
            statute: 'us-foia',
            parentId,
            contacts,
          })
        ).id,
      );
    },
    async () => {
      // A child that is older than its parent: rows must not come back in the order of their ids alone.
      const [child, parentId] = [agencies[0]!, agencies.at(-1)!];
      if (child === parentId) return;
      const { version, parentId: has } = (await desk.call('GET', `/agencies/${child}`)).body;
      if (has === null)
        await desk.call('PATCH', `/agencies/${child}`, { parentId }, { headers: { 'if-match': `W/"${version}"` } });
    },
    async () => {
      const fields = {
        tags: ['weapons', 'irak ß'],
        access: pick(['everyone', 'members']),
        confidential: random() < 0.3,
      };
      const statusChanges = [
        { kind: 'filed', on: '2026-05-01', channel: 'email', note: 'sent, "quoted" \\ and\nin two lines' },
        { kind: 'acknowledged', on: '2026-05-08', trackingNumber: `F-${randomUUID()}` },
      ].slice(0, Math.floor(random() * 3));
      const given = {
        agencyId: pick(agencies),
        subject: 'Weapons 🗂️',
        description: 'All of it.',
        ...fields,
        statusChanges,
      };
      requests.push((await must('POST', '/requests', given)).id);
    },
    () =>
      must(
        'POST',
        `/requests/${pick(requests)}/documents`,
        form(`page ${Math.floor(random() * 20)}`, 'page.txt', { role: 'release' }),
      ),
    () => must('POST', `/requests/${pick(requests)}/notes`, { text: 'Remember Anbar — 2019.' }),
    () => must('POST', `/requests/${pick(requests)}/reminders`, { on: '2026-12-01', text: 'Ask again' }),
    async () => {
      const user = await must('POST', '/users', {
        name: 'Ann',
        email: `${randomUUID()}@desk.test`,
        role: pick(['editor', 'viewer']),
      });
      await must('POST', `/users/${user.id}/keys`, { label: 'laptop' });
    },
  ];
  for (const act of [acts[0]!, acts[2]!]) await act();
  for (let i = 0; i < steps; i += 1) await pick(acts)();
}

afterAll(async () => {
  for (const dir of made) await rm(dir, { recursive: true, force: true });
});

eachEngine((engine) => {
  describe('backup and restore', () => {
    let desk: Desk;
    let backup: string;
    let manifest: Manifest;

    beforeAll(async () => {
      desk = await startDesk({ engine });
      await liveFor(desk, count(40, 400), randomFrom());
      backup = join(await newDir(), 'first');
      manifest = await backUp(coreOf(desk), backup, quiet);
    });
    afterAll(() => desk?.stop());

    it('holds every row and every file, with a manifest and a list of sums that sha256sum reads', async () => {
      expect(manifest).toMatchObject({ format: 1, engine, missing: [], madeAt: desk.now.instant() });
      const rows = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
      expect(rows.request).toBeGreaterThan(0);
      expect(rows.document).toBeGreaterThan(0);
      expect(manifest.files.count).toBe(rows.blob);
      for (const line of await sumsOf(backup)) {
        const [sum, path] = line.split('  ') as [string, string];
        expect(
          createHash('sha256')
            .update(await readFile(join(backup, path)))
            .digest('hex'),
        ).toBe(sum);
        expect((await stat(join(backup, path))).mode & 0o077).toBe(0);
      }
      expect((await readdir(join(backup, 'files'))).filter((name) => name.length !== 2)).toEqual([]);
      const everything = await Promise.all(
        (await sumsOf(backup)).map((line) => readFile(join(backup, line.slice(66)), 'latin1')),
      );
      expect(everything.join('')).not.toContain(OWNER_KEY.split('_')[2]);
    });

    it.each(engines)(
      'restores into %s: the same export, verified, and the same answers to the same keys',
      async (target) => {
        const config = await emptyDesk(target);
        await restoreFrom(config, backup, desk.now, quiet);
        const again = join(await newDir(), 'again');
        await withCore(config, desk.now, async (core) => {
          expect(await core.database.read(stateOf)).toBe('missing');
          await makeIndexOf(core.database).run(() => undefined);
          const verified = await verifyDesk(core, quiet);
          expect(verified).toMatchObject({ faults: [], files: manifest.files.count });
          await backUp(core, again, quiet);
        });
        expect(await sumsOf(again)).toEqual(await sumsOf(backup));
        const app = await createApp({ ...config, port: 0 }, { now: desk.now, log: createLog('silent') });
        await app.listen(0, '127.0.0.1');
        const url = await app.getUrl();
        for (const path of ['/requests?limit=200', '/agencies', '/users', '/deadlines', '/reminders']) {
          const [was, is] = [await desk.call('GET', path), await callAt(url, OWNER_KEY, 'GET', path)];
          expect({ status: is.status, body: is.body }).toEqual({ status: 200, body: was.body });
        }
        const found = '/search?q=anbar&kind=note&limit=200';
        const urls = ({ body }: Answer) => body.items.map((hit: { url: string }) => hit.url).sort();
        const here = urls(await desk.call('GET', found));
        expect(here.length).toBeGreaterThan(0);
        expect(urls(await callAt(url, OWNER_KEY, 'GET', found))).toEqual(here);
        const fresh = await callAt(url, OWNER_KEY, 'POST', '/agencies', { name: 'New', statute: 'us-foia' });
        expect(fresh.status).toBe(201);
        await app.close();
      },
    );

    it('refuses a directory that is not empty, a desk that is not empty, and a backup that is not whole', async () => {
      await expect(backUp(coreOf(desk), backup, quiet)).rejects.toThrow('not empty');
      await expect(restoreFrom(desk.config, backup, desk.now, quiet)).rejects.toThrow('empty desk only');
      const config = await emptyDesk(engine);
      await expect(restoreFrom(config, await newDir(), desk.now, quiet)).rejects.toThrow('no finished backup');
    });

    describe('a damaged backup', () => {
      const copy = async () => {
        const dir = await newDir();
        await (await import('node:fs/promises')).cp(backup, dir, { recursive: true });
        return dir;
      };
      const harms: [string, (dir: string) => Promise<void>][] = [
        ['no manifest', (dir) => unlink(join(dir, 'manifest.json'))],
        ['another list of sums', (dir) => appendFile(join(dir, 'SHA256SUMS'), 'x')],
        ['a changed table', (dir) => appendFile(join(dir, 'tables/request.ndjson'), '{}\n')],
        ['a lacking table', (dir) => unlink(join(dir, 'tables/note.ndjson'))],
        ['a changed file', async (dir) => writeFile(join(dir, await firstFile(dir)), 'x')],
        ['a lacking file', async (dir) => unlink(join(dir, await firstFile(dir)))],
        ['a newer schema', (dir) => change(dir, { schema: 9999 })],
        ['another program', (dir) => change(dir, { program: 'x' })],
      ];
      const firstFile = async (dir: string) =>
        (await sumsOf(dir)).map((line) => line.slice(66)).find((path) => path.startsWith('files/'))!;
      const change = async (dir: string, fields: object) => {
        const path = join(dir, 'manifest.json');
        await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...fields }));
      };
      it.each(harms)('with %s is refused, and the desk stays empty', async (_, harm) => {
        const dir = await copy();
        await harm(dir);
        const config = await emptyDesk(engine);
        await expect(restoreFrom(config, dir, desk.now, quiet)).rejects.toMatchObject({ code: 'does-not-fit' });
        expect(await obstacleTo(config)).toBeNull();
        expect(await readdir(config.dataDir)).not.toContain('files');
      });
    });

    it('is one moment, whatever is written meanwhile', async () => {
      let writing = true;
      const writer = (async () => {
        const random = randomFrom(7);
        while (writing) await liveFor(desk, 3, random);
      })();
      const dirs: string[] = [];
      for (let i = 0; i < count(2, 15); i += 1) {
        const dir = join(await newDir(), 'live');
        await backUp(coreOf(desk), dir, quiet);
        dirs.push(dir);
      }
      writing = false;
      await writer;
      for (const dir of dirs) {
        const config = await emptyDesk(engine);
        await restoreFrom(config, dir, desk.now, quiet);
        await withCore(config, desk.now, async (core) => expect((await verifyDesk(core, quiet)).faults).toEqual([]));
      }
    });
  });

  describe('verify', () => {
    let desk: Desk;
    const verified = () => verifyDesk(coreOf(desk), quiet);
    const saysOf = ({ faults }: Verified) => faults.map((fault) => fault.says);

    beforeAll(async () => {
      desk = await startDesk({ engine });
    });
    afterAll(() => desk?.stop());
    const attach = async (bytes: Uint8Array | string) => {
      const requestId = await newRequest(desk);
      return (await desk.call('POST', `/requests/${requestId}/documents`, form(bytes, 'a.bin'))).body;
    };
    const pathOf = (hash: string) => join(desk.config.dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);

    /** Behind the door's back, as a hand or a bad disk would. */
    async function tamper(...statements: string[]): Promise<void> {
      const source = writerSource(desk.config, []);
      await source.initialize();
      for (const statement of statements) await source.query(statement);
      await source.destroy();
    }

    it('finds nothing in a healthy desk, also while it works', async () => {
      await liveFor(desk, 30, randomFrom(3));
      let writing = true;
      const writer = (async () => {
        while (writing) await liveFor(desk, 4, randomFrom(11));
      })();
      for (let i = 0; i < 3; i += 1) expect((await verified()).faults).toEqual([]);
      writing = false;
      await writer;
      expect(inWords(await verified())).toContain('Everything is as it was recorded');
    });

    it('finds every flipped byte, shortened, missing and orphaned file, and no other', async () => {
      const random = randomFrom();
      const damaged = new Set<string>();
      for (let i = 0; i < count(10, 100); i += 1) {
        const size = 1 + Math.floor(random() * 3 * 1024 * 1024);
        const { sha256 } = await attach((await import('node:crypto')).randomBytes(size));
        if (random() < 0.3) continue;
        const file = await open(pathOf(sha256), 'r+');
        const at = Math.floor(random() * size);
        const byte = Buffer.alloc(1);
        await file.read(byte, 0, 1, at);
        byte[0]! ^= 1 << Math.floor(random() * 8);
        await file.write(byte, 0, 1, at);
        await file.close();
        damaged.add(sha256);
      }
      const short = (await attach('shorter soon')).sha256;
      await truncate(pathOf(short), 3);
      const lost = (await attach('lost soon')).sha256;
      await unlink(pathOf(lost));
      const orphan = join(desk.config.dataDir, 'files', 'ab', 'stray');
      await (await import('node:fs/promises')).mkdir(join(orphan, '..'), { recursive: true });
      await writeFile(orphan, 'x');
      expect((await verified()).faults.filter(({ fault }) => fault === 'orphan')).toEqual([]);
      const longAgo = new Date(Date.now() - 2 * 3600_000);
      await utimes(orphan, longAgo, longAgo);

      const result = await verified();
      const by = (kind: string) => result.faults.filter(({ fault }) => fault === kind).map((fault) => fault.sha256);
      expect(new Set(by('damaged'))).toEqual(new Set([...damaged, short]));
      expect(by('missing')).toEqual([lost]);
      expect(saysOf(result).filter((says) => says.includes('belongs to no document'))).toEqual([
        `file ${orphan} belongs to no document`,
      ]);
      expect(result.faults).toHaveLength(damaged.size + 3);
      expect(inWords(result)).toContain(`${damaged.size + 3} things differ`);
      await unlink(orphan);
    });

    it('marks what is damaged, so that it is not handed out, and unmarks what was put right', async () => {
      const document = await attach('precious');
      const bytes = await readFile(pathOf(document.sha256));
      await writeFile(pathOf(document.sha256), 'preciouS');
      await verified();
      expect((await desk.call('GET', `/documents/${document.id}`)).body.damagedAt).not.toBeNull();
      await writeFile(pathOf(document.sha256), bytes);
      expect((await desk.call('GET', document.contentUrl)).status).toBe(409);
      await verified();
      expect((await desk.call('GET', document.contentUrl)).status).toBe(200);
    });

    it('finds a file that was changed together with the record of its parts', async () => {
      const { sha256 } = await attach('as it came');
      const forged = 'As it came';
      await writeFile(pathOf(sha256), forged);
      const chunks = JSON.stringify([createHash('sha256').update(forged).digest('hex')]);
      await tamper(`UPDATE blob SET chunks = '${chunks}' WHERE sha256 = '${sha256}'`);
      expect(saysOf(await verified()).find((says) => says.includes(sha256))).toContain('SHA-256 as a whole differs');
    });

    it('leaves a damaged file out of a backup, and says so', async () => {
      const document = await attach('to be damaged');
      await writeFile(pathOf(document.sha256), 'To be damaged');
      const dir = join(await newDir(), 'partial');
      const { missing } = await backUp(coreOf(desk), dir, quiet);
      expect(missing).toContainEqual({ sha256: document.sha256, says: expect.stringContaining('damaged') });
      const config = await emptyDesk(engine);
      await restoreFrom(config, dir, desk.now, quiet);
      const after = await withCore(config, desk.now, (core) => verifyDesk(core, quiet));
      expect(after.faults.map((fault) => fault.sha256)).toEqual(
        expect.arrayContaining(missing.map((one) => one.sha256)),
      );
    });

    describe('rows', () => {
      let fresh: Desk;
      beforeAll(async () => {
        fresh = desk;
        desk = await startDesk({ engine });
        const requestId = await newRequest(desk, {
          statusChanges: [{ kind: 'filed', on: '2026-05-01', channel: 'email' }],
        });
        expect(requestId).toBeTruthy();
      });
      afterAll(async () => {
        await desk.stop();
        desk = fresh;
      });
      afterEach(async () => expect((await verified()).faults).toEqual([]));
      const unguarded = engine === 'postgres' ? `SET session_replication_role = replica` : `PRAGMA foreign_keys = OFF`;

      it('that were changed in a standing are found', async () => {
        await tamper(`UPDATE request SET status = 'closed'`);
        expect(saysOf(await verified()).join()).toMatch(/status of 20\d\d-\d+ is not what its history says/);
        await tamper(`UPDATE request SET status = 'filed'`);
      });

      it('that name others which do not exist are found', async () => {
        const gone = '00000000-0000-7000-8000-000000000000';
        await tamper(unguarded, `INSERT INTO request_tag (request_id, tag) VALUES ('${gone}', 'x')`);
        expect(saysOf(await verified())).toEqual([
          '1 rows of request_tag name a request in request_id that does not exist',
        ]);
        await tamper(`DELETE FROM request_tag WHERE request_id = '${gone}'`);
      });
    });

    it('lists a history that cannot even be read, and goes on', async () => {
      const other = await startDesk({ engine });
      const whole = desk;
      desk = other;
      try {
        await newRequest(desk, { statusChanges: [{ kind: 'filed', on: '2026-05-01', channel: 'email' }] });
        const guards =
          engine === 'postgres' ? ['SET session_replication_role = replica'] : ['DROP TRIGGER status_change_no_update'];
        await tamper(...guards, `UPDATE status_change SET body = '{"broken'`);
        expect(saysOf(await verified()).join()).toContain('is not what was hashed');
      } finally {
        desk = whole;
        await other.stop();
      }
    });
  });
});
