import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Engine } from '../src/database/engine.ts';
import { OWNER_KEY } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './support/postgres.ts';
import { DeskProcess } from './support/processes.ts';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs one command to its end. */
function run(args: string[], env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env }, timeout: 20_000 };
    execFile(process.execPath, [MAIN, ...args], options, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, out, err });
    });
  });
}

eachEngine((engine: Engine) => {
  let dir: string;
  let env: Record<string, string>;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'foia-serve-'));
    env = { DATA_DIR: dir, LOG_LEVEL: 'warn' };
    if (engine === 'postgres') env.DATABASE_URL = await newPostgresDatabase();
  });
  afterEach(async () => {
    if (env.DATABASE_URL) await dropPostgresDatabase(env.DATABASE_URL);
    await rm(dir, { recursive: true, force: true });
  });

  const me = async (url: string, key: string) => {
    const response = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
    return response.status;
  };

  it('shows the first key once, keeps it for its owner alone, and says what to try', async () => {
    const first = await DeskProcess.serve(env);
    await first.says(/curl/);
    const key = (await readFile(join(dir, 'owner-key'), 'utf8')).trim();
    expect(first.output).toContain(key);
    expect(first.output).toContain(`${first.url}/docs`);
    expect((await stat(join(dir, 'owner-key'))).mode & 0o777).toBe(0o600);
    const made = (await readdir(dir)).filter((name) => name.includes('.sqlite'));
    for (const name of made) expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600);
    expect(made.length > 0).toBe(engine === 'sqlite');
    expect(await me(first.url, key)).toBe(200);
    expect(await first.stop()).toBe(0);

    const second = await DeskProcess.serve(env);
    await second.says(/curl .*owner-key/);
    expect(second.output).not.toContain(key.split('_').slice(2).join('_'));
    expect(await me(second.url, key)).toBe(200);
    expect(await readdir(dir)).not.toContain('owner-key.new');
    expect(await second.stop()).toBe(0);
  });

  it('lets a call in flight end before it stops, and takes no new one', async () => {
    const desk = await DeskProcess.serve({ ...env, OWNER_KEY });
    const body = JSON.stringify({ name: 'In flight', statute: 'us-foia' });
    const head = `POST /api/v1/agencies HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer ${OWNER_KEY}\r\n`;
    const socket = connect(Number(new URL(desk.url).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    const hungUp = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`);
    await sleep(300);
    const stopped = desk.stop();
    await until(async () => (await fetch(`${desk.url}/livez`).catch(() => null)) === null);
    socket.write(body.slice(9));
    await hungUp;
    expect(heard).toMatch(/^HTTP\/1\.1 201/);
    expect(await stopped).toBe(0);
  });

  it('finds its way back when it died before the first key was settled', async () => {
    await writeFile(join(dir, 'owner-key.new'), 'fd_halfwritten', { mode: 0o600 });
    const desk = await DeskProcess.serve(env);
    const key = (await readFile(join(dir, 'owner-key'), 'utf8')).trim();
    expect(await me(desk.url, key)).toBe(200);
    await desk.stop();
  });

  it('adds people and keys from the command line, beside a running desk', async () => {
    const desk = await DeskProcess.serve(env);
    const added = await run(['user', 'add', '--name', 'Ada', '--email', 'ada@desk.test', '--role', 'viewer'], env);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(await me(desk.url, added.out.trim())).toBe(200);
    const second = await run(['key', 'add', '--user', 'ada@desk.test', '--label', 'laptop'], env);
    expect(await me(desk.url, second.out.trim())).toBe(200);
    const list = await run(['key', 'list', '--user', 'ada@desk.test'], env);
    expect(list.out).toContain('laptop');
    expect(list.out).not.toContain(second.out.trim().split('_').slice(2).join('_'));
    expect((await run(['key', 'revoke', second.out.trim()], env)).code).toBe(0);
    expect(await me(desk.url, second.out.trim())).toBe(401);
    expect(await run(['user', 'add', '--name', 'Ada', '--email', 'ADA@desk.test'], env)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^Somebody at this desk has that e-mail address already\.\n$/),
    });
    await desk.stop();
  }, 120_000);
});

describe('A start that cannot succeed says so in plain words', () => {
  let dir: string;
  beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'foia-serve-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('all wrong settings at once', async () => {
    const ran = await run(['serve'], { DATA_DIR: dir, PORT: 'x', DATABASE_URL: 'mysql://h/d', TIME_ZONE: 'Mars' });
    expect(ran).toMatchObject({ code: 2, out: '' });
    for (const name of ['PORT', 'DATABASE_URL', 'TIME_ZONE']) expect(ran.err).toContain(name);
  });

  it('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    const ran = await run(['serve'], { DATA_DIR: dir, PORT: port });
    other.close();
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(new RegExp(`^Port ${port} .* is in use.*\\n$`)) });
  });

  it('a data directory that is a file', async () => {
    await writeFile(join(dir, 'file'), '');
    const ran = await run(['serve'], { DATA_DIR: join(dir, 'file') });
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/^DATA_DIR .* cannot be used: .*\n$/) });
  });

  it('a database that is not there, without its password', async () => {
    const ran = await run(['serve'], { DATA_DIR: dir, DATABASE_URL: 'postgres://desk:hunter2@127.0.0.1:1/desk' });
    expect(ran).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The database at DATABASE_URL cannot be reached.*\n$/),
    });
    expect(ran.out + ran.err).not.toContain('hunter2');
  });

  it('a file that is no database', async () => {
    await writeFile(join(dir, 'foia-desk.sqlite'), 'not a database, whatever its name says '.repeat(50));
    const ran = await run(['serve'], { DATA_DIR: dir });
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/^The SQLite file in DATA_DIR is damaged.*\n$/) });
  });

  it('a command that does not exist, and one without what it needs', async () => {
    expect((await run(['srve'], {})).code).toBe(2);
    const ran = await run(['user', 'add', '--name', 'X'], { DATA_DIR: dir });
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('--email') });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return;
    await sleep(25);
  }
  throw new Error('It did not come about within 5 s.');
}
