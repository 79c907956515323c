import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine } from '../src/database/engine.ts';
import { newRequest } from './support/a-request.ts';
import { count, randomFrom } from './support/counts.ts';
import { callAt, type Desk, OWNER_KEY, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { newPostgresDatabase } from './support/postgres.ts';
import { DeskProcess } from './support/processes.ts';
import { beginUpload, tus } from './support/tus.ts';

const run = promisify(execFile);
const MiB = 1024 * 1024;
const MINUTES = 60_000;

let dir: string;
beforeAll(async () => void (dir = await mkdtemp(join(tmpdir(), 'foia-uploads-'))));
afterAll(() => rm(dir, { recursive: true, force: true }));

async function environment(engine: Engine, name: string): Promise<Record<string, string>> {
  return {
    DATA_DIR: join(dir, `${engine}-${name}`),
    OWNER_KEY,
    LOG_LEVEL: 'warn',
    SWEEP_SECONDS: '1',
    ...(engine === 'postgres' && { DATABASE_URL: await newPostgresDatabase() }),
  };
}

const callsTo = (one: DeskProcess) => ({
  call: (method: string, path: string, body?: unknown) => callAt(one.url, OWNER_KEY, method, path, body),
});

/** A file of `bytes` whose every MiB differs. */
async function newFile(name: string, bytes: number): Promise<string> {
  const path = join(dir, name);
  const file = await open(path, 'w');
  const block = randomBytes(Math.min(MiB, bytes));
  for (let done = 0; done < bytes; done += block.length) {
    block.writeUInt32LE(done / MiB, 0);
    await file.write(block, 0, Math.min(block.length, bytes - done));
  }
  await file.close();
  return path;
}

async function sha256sum(path: string): Promise<string> {
  const ask = (command: string, args: string[]) =>
    run(command, [...args, path]).then(({ stdout }) => stdout.slice(0, 64));
  return ask('sha256sum', []).catch(() => ask('shasum', ['-a', '256']));
}

/** Sends a file as a form would, reading it as it goes. Resolves with null when the connection breaks. */
async function upload(url: string, requestId: string, path: string): Promise<{ status: number; body: string } | null> {
  const head = `--cut\r\nContent-Disposition: form-data; name="file"; filename="big.bin"\r\n\r\n`;
  const tail = '\r\n--cut--\r\n';
  const { size } = await stat(path);
  return new Promise((done) => {
    const call = httpRequest(`${url}/api/v1/requests/${requestId}/documents`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${OWNER_KEY}`,
        'content-type': 'multipart/form-data; boundary=cut',
        'content-length': head.length + size + tail.length,
      },
    });
    call.on('response', (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      answer.on('end', () => done({ status: answer.statusCode!, body })).on('error', () => done(null));
    });
    const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
    call.on('error', () => {
      bytes.destroy();
      done(null);
    });
    call.write(head);
    bytes.on('end', () => call.end(tail));
    bytes.pipe(call, { end: false });
  });
}

/** Sends files in pieces by the tus protocol, goes on where it was after each crash, and begins the next when one is done. */
class ResumingSender {
  #path: string | null = null;
  #file = '';
  #size = 0;
  /** What the desk has told that it has: never less after a crash. */
  #told = 0;

  constructor(
    private readonly requestId: string,
    private readonly random: () => number,
    private readonly acknowledged: Map<string, string>,
  ) {}

  /** Until it is done or the connection breaks. */
  async goOn(url: string): Promise<void> {
    if (!this.#path && !(await this.#begin(url))) return;
    const head = await tus(url, 'HEAD', this.#path!);
    if (head.status === 0) return;
    expect([head.status, Number(head.headers['upload-offset']) >= this.#told]).toEqual([200, true]);
    if (head.headers['document-location']) return this.#done(head.headers['document-location']);
    for (let offset = Number(head.headers['upload-offset']); ;) {
      const end = Math.min(this.#size, offset + 1 + Math.floor(this.random() * this.random() * this.#size));
      const piece = createReadStream(this.#file, { start: offset, end: end - 1 });
      const answer = await tus(url, 'PATCH', this.#path!, { 'upload-offset': String(offset) }, piece);
      if (answer.status === 0) return;
      expect([answer.status, answer.headers['upload-offset']]).toEqual([204, String(end)]);
      this.#told = offset = end;
      if (answer.headers['document-location']) return this.#done(answer.headers['document-location']);
    }
  }

  async finish(url: string): Promise<void> {
    if (this.#path) await this.goOn(url);
    expect(this.#path).toBeNull();
  }

  async #begin(url: string): Promise<boolean> {
    this.#size = Math.floor(1024 * 2 ** (this.random() * count(14, 17.6)));
    this.#file = await newFile(`resumed-${this.requestId}`, this.#size);
    this.#told = 0;
    this.#path = await beginUpload(url, this.requestId, this.#size).catch(() => null);
    return this.#path !== null;
  }

  async #done(location: string): Promise<void> {
    this.acknowledged.set(location.split('/').at(-1)!, await sha256sum(this.#file));
    this.#path = null;
  }
}

async function download(url: string, id: string): Promise<{ sha256: string; size: number; ms: number }> {
  const started = performance.now();
  const answer = await fetch(`${url}/api/v1/documents/${id}/content`, {
    headers: { authorization: `Bearer ${OWNER_KEY}` },
  });
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of answer.body!) {
    hash.update(piece);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), size, ms: performance.now() - started };
}

/** Watches how much memory a process holds, until told to stop. */
function watch(pid: number): () => Promise<number> {
  let most = 0;
  let watching = true;
  const watched = (async () => {
    while (watching) {
      most = Math.max(most, await memoryOf(pid));
      await sleep(30);
    }
  })();
  return async () => {
    watching = false;
    await watched;
    return most;
  };
}

async function memoryOf(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) * 1024;
}

describe('a large file', () => {
  const small = 48 * MiB;
  const size = count(192 * MiB, 1024 * MiB);

  it(
    'goes up and comes down with flat memory, and its SHA-256 is what sha256sum says',
    async () => {
      const server = await DeskProcess.serve(await environment('sqlite', 'large'));
      const requestId = await newRequest(callsTo(server));
      // The first one lets the buffers of the process grow to their usual size.
      const warm = await upload(server.url, requestId, await newFile('small', small));
      await download(server.url, (JSON.parse(warm!.body) as { id: string }).id);
      const before = await memoryOf(server.pid);
      const path = await newFile('large', size);

      const whileUp = watch(server.pid);
      const started = performance.now();
      const answer = await upload(server.url, requestId, path);
      const ms = performance.now() - started;
      const growthUp = (await whileUp()) - before;
      expect(answer?.status).toBe(201);
      const document = JSON.parse(answer!.body) as { id: string; sha256: string; size: number };
      expect({ sha256: document.sha256, size: document.size }).toEqual({ sha256: await sha256sum(path), size });

      const whileDown = watch(server.pid);
      const down = await download(server.url, document.id);
      const growthDown = (await whileDown()) - before;
      expect({ sha256: down.sha256, size: down.size }).toEqual({ sha256: document.sha256, size });
      const inMiB = (bytes: number) => Math.round(bytes / MiB);
      console.log(
        `${inMiB(size)} MiB: up ${Math.round(inMiB(size) / (ms / 1000))} MiB/s, memory +${inMiB(growthUp)} MiB; ` +
          `down ${Math.round(inMiB(size) / (down.ms / 1000))} MiB/s, memory +${inMiB(growthDown)} MiB (from ${inMiB(before)} MiB)`,
      );
      expect(growthUp).toBeLessThan(96 * MiB);
      expect(growthDown).toBeLessThan(96 * MiB);
      await server.stop();
    },
    10 * MINUTES,
  );
});

eachEngine((engine) => {
  const kills = count(3, 50);

  it(
    `loses no acknowledged file and lists no half one when it is killed ${kills} times in the middle of uploads, whole and resumed`,
    async () => {
      const random = randomFrom(engine === 'sqlite' ? 1 : 2);
      const env = await environment(engine, 'killed');
      const acknowledged = new Map<string, string>();
      let server = await DeskProcess.serve(env);
      const requestId = await newRequest(callsTo(server));
      const sender = new ResumingSender(requestId, random, acknowledged);
      for (let i = 0; i < kills; i += 1) {
        const paths = await Promise.all(
          [0, 1, 2].map((n) => newFile(`${engine}-${i}-${n}`, Math.floor(1024 * 2 ** (random() * (n === 0 ? 15 : 5))))),
        );
        const uploads = paths.map(async (path) => {
          const answer = await upload(server.url, requestId, path);
          if (answer?.status === 201)
            acknowledged.set((JSON.parse(answer.body) as { id: string }).id, await sha256sum(path));
        });
        uploads.push(sender.goOn(server.url));
        await sleep(random() * 120);
        await server.kill9();
        await Promise.all(uploads);
        await Promise.all(paths.map((path) => rm(path)));
        server = await DeskProcess.serve(env);
      }
      await sender.finish(server.url);
      const { body } = await callsTo(server).call('GET', `/requests/${requestId}/documents?limit=200`);
      const listed = body.items as { id: string; sha256: string; size: number }[];
      for (const [id, sha256] of acknowledged) expect(listed).toContainEqual(expect.objectContaining({ id, sha256 }));
      for (const { id, sha256, size } of listed) expect(await download(server.url, id)).toMatchObject({ sha256, size });
      await makeOld(join(env.DATA_DIR!, 'files'));
      await eventually(async () => expect(await readdir(join(env.DATA_DIR!, 'files', 'waiting'))).toEqual([]));
      await eventually(async () => {
        const uploading = await readdir(join(env.DATA_DIR!, 'files', 'uploads'));
        expect(uploading.filter((name) => !name.endsWith('.json'))).toEqual([]);
      });
      const verify = await DeskProcess.start(['verify'], env);
      expect([await verify.exited, verify.output]).toEqual([
        0,
        expect.stringContaining('Everything is as it was recorded'),
      ]);
      await server.stop();
    },
    10 * MINUTES,
  );

  it(
    'can be backed up, restored and verified from the command line while it serves',
    async () => {
      const env = await environment(engine, 'served');
      const server = await DeskProcess.serve(env);
      const requestId = await newRequest(callsTo(server), {
        statusChanges: [{ kind: 'filed', on: '2026-05-01', channel: 'email' }],
      });
      const path = await newFile(`${engine}-cli`, 3 * MiB);
      const { sha256 } = JSON.parse((await upload(server.url, requestId, path))!.body) as { sha256: string };
      const command = async (args: string[], settings = env) => {
        const one = await DeskProcess.start(args, settings);
        return { code: await one.exited, output: one.output };
      };
      const backup = join(dir, `${engine}-backup`);
      expect(await command(['backup', backup])).toMatchObject({ code: 0, output: expect.stringContaining('1 files') });
      expect(await command(['backup', backup])).toMatchObject({
        code: 1,
        output: expect.stringContaining('is not empty'),
      });
      const target = await environment(engine === 'sqlite' ? 'postgres' : 'sqlite', `restored-from-${engine}`);
      expect(await command(['restore', backup], target)).toMatchObject({
        code: 0,
        output: expect.stringContaining('Everything is as it was recorded'),
      });
      expect(await command(['restore', backup], target)).toMatchObject({
        code: 1,
        output: expect.stringContaining('empty desk only'),
      });
      const restored = await DeskProcess.serve(target);
      const { body } = await callsTo(restored).call('GET', `/requests/${requestId}`);
      expect(body).toEqual((await callsTo(server).call('GET', `/requests/${requestId}`)).body);
      await restored.stop();

      const stored = join(target.DATA_DIR!, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
      const file = await open(stored, 'r+');
      await file.write(Buffer.from('!!'), 0, 2, 2 * MiB);
      await file.close();
      const found = await command(['verify'], target);
      expect(found).toMatchObject({
        code: 1,
        output: expect.stringContaining(`file ${sha256} is damaged: bytes 2097152 to`),
      });
      const json = await command(['verify', '--json'], target);
      expect(json.output).toContain('"fault": "damaged"');
      expect(json.output).not.toContain('big.bin');
      await server.stop();
    },
    5 * MINUTES,
  );
});

const SMALL_DISK = ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs'];
/** Only root may make a disk that is soon full, and not in every container. */
const mayMount = (() => {
  const point = mkdtempSync(join(tmpdir(), 'foia-mount-'));
  const mounted = spawnSync('mount', [...SMALL_DISK, point]).status === 0;
  if (mounted) spawnSync('umount', [point]);
  rmSync(point, { recursive: true, force: true });
  return mounted;
})();

describe('a full disk', () => {
  let desk: Desk;
  let files: string;

  beforeAll(async () => {
    desk = await startDesk({ engine: 'sqlite' });
    files = join(desk.config.dataDir, 'files');
    if (!mayMount) return;
    await run('mount', [...SMALL_DISK, files]);
    await mkdir(join(files, 'waiting'));
  });
  afterAll(async () => {
    // Detached at once: a file of it may still be open for a moment.
    if (mayMount) await run('umount', ['-l', files]);
    await desk?.stop();
  });

  (mayMount ? it : it.skip)(
    'refuses with 507, keeps what was there, and goes on when there is room again',
    async () => {
      const requestId = await newRequest(desk);
      const attach = (bytes: Uint8Array) => {
        const data = new FormData();
        data.append('file', new Blob([bytes]), 'a.bin');
        return desk.call('POST', `/requests/${requestId}/documents`, data);
      };
      const bytes = randomBytes(5 * MiB);
      const first = await attach(bytes);
      expect(first.status).toBe(201);
      const second = randomBytes(6 * MiB);
      expect(await attach(second)).toMatchObject({
        status: 507,
        headers: { 'content-type': expect.stringContaining('problem+json') },
      });
      expect((await desk.call('GET', `/requests/${requestId}/documents`)).body.items).toEqual([first.body]);
      expect(await readdir(join(files, 'waiting'))).toEqual([]);
      expect(Buffer.compare((await desk.call('GET', first.body.contentUrl)).body, bytes)).toBe(0);
      await run('mount', ['-o', 'remount,size=32m', files]);
      expect((await attach(second)).status).toBe(201);
    },
  );
});

async function makeOld(path: string): Promise<void> {
  const longAgo = new Date(Date.now() - 2 * 3600_000);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) await makeOld(inside);
    else await utimes(inside, longAgo, longAgo).catch(() => undefined);
  }
}

async function eventually(holds: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await sleep(50);
    }
  }
}
