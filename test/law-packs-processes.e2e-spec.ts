import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPack } from '../src/lawbook/pack-file.ts';
import { callAt, OWNER_KEY } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { deadlineOf } from './support/filing.ts';
import { aLaw } from './support/law-packs.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './support/postgres.ts';
import { DeskProcess } from './support/processes.ts';

const START_MS = 60_000;

async function run(args: string[], env: Record<string, string> = {}) {
  const one = await DeskProcess.start(args, env);
  const code = await one.exited;
  return { code, output: one.output };
}

describe('the example of docs/law-packs.md', () => {
  it('is good, and its case holds because of its calendar', async () => {
    const text = await readFile(new URL('../docs/law-packs.md', import.meta.url), 'utf8');
    const example = /```json\n(.*?)```/s.exec(text)![1]!;
    expect(readPack(Buffer.from(example))).toEqual({ pack: JSON.parse(example) });
    const without = JSON.parse(example);
    without.calendars[0].holidays = [];
    expect(readPack(Buffer.from(JSON.stringify(without))).errors).toEqual([
      {
        pointer: '/cases/0/expect/deadlines/determination:1/dueOn',
        detail: 'expects "2026-03-17" and the law gives "2026-03-16"',
      },
    ]);
  });
});

eachEngine((engine) => {
  let dir: string;
  let env: Record<string, string>;
  /** On PostgreSQL the worker is as on another machine: with a directory of its own. */
  let workerEnv: Record<string, string>;
  let serve: DeskProcess;
  let worker: DeskProcess;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'foia-packs-'));
    const common = { OWNER_KEY, LOG_LEVEL: 'warn', SWEEP_SECONDS: '1' };
    env = { ...common, DATA_DIR: join(dir, 'data'), RUN_JOBS: 'false' };
    if (engine === 'postgres') env.DATABASE_URL = await newPostgresDatabase();
    workerEnv = { ...env, ...(engine === 'postgres' && { DATA_DIR: join(dir, 'other') }) };
    await mkdir(join(env.DATA_DIR!, 'law'), { recursive: true });
    serve = await DeskProcess.serve(env);
    worker = await DeskProcess.start(['worker'], workerEnv);
    await worker.says(/runs jobs/, START_MS);
  }, 2 * START_MS);
  afterAll(async () => {
    await worker?.stop();
    await serve?.stop();
    if (env.DATABASE_URL) await dropPostgresDatabase(env.DATABASE_URL);
    await rm(dir, { recursive: true, force: true });
  });

  const call = (method: string, path: string, body?: unknown) => callAt(serve.url, OWNER_KEY, method, path, body);
  const put = (value: unknown) =>
    writeFile(join(env.DATA_DIR!, 'law', 'xx.json'), typeof value === 'string' ? value : JSON.stringify(value));
  const until = async (what: string, holds: () => Promise<boolean>) => {
    const giveUpAt = performance.now() + 30_000;
    while (!(await holds())) {
      if (performance.now() > giveUpAt) throw new Error(`Waited in vain until ${what}.`);
      await sleep(50);
    }
  };
  const dueOn = async (id: string) => deadlineOf((await call('GET', `/requests/${id}`)).body, 'determination').dueOn;
  const state = async () => (await call('GET', '/law-packs')).body.items[0]?.state;
  let id: string;

  it('a pack put where the API runs is followed by a worker that has no folder', async () => {
    await put({ statutes: [aLaw('xx', { count: 5, unit: 'calendar-day' })] });
    await until('the law is known', async () => (await call('GET', '/statutes/xx')).status === 200);
    const agency = await call('POST', '/agencies', { name: 'City', statute: 'xx' });
    const facts = [
      { kind: 'filed', on: '2026-03-02', channel: 'email' },
      { kind: 'received', on: '2026-03-02' },
    ];
    const given = { agencyId: agency.body.id, subject: 'Logs', description: 'All logs.', statusChanges: facts };
    const filed = await call('POST', '/requests', given);
    expect(filed.status).toBe(201);
    id = filed.body.id;
    expect(await dueOn(id)).toBe('2026-03-07');
    await put({ statutes: [aLaw('xx', { count: 8, unit: 'calendar-day' })] });
    await until('the worker has read the request anew', async () => (await dueOn(id)) === '2026-03-10');
    expect((await call('GET', `/requests/${id}/timeline`)).body.items.at(-1)).toMatchObject({
      because: 'the law "xx" was changed by law/xx.json',
    });
  });

  it('law lint says what a file would change, law list where each law is from; nothing is changed', async () => {
    const file = join(dir, 'next.json');
    await writeFile(file, JSON.stringify({ statutes: [aLaw('xx', { count: 9, unit: 'calendar-day' })] }));
    const good = await run(['law', 'lint', file, '--against-desk'], env);
    expect(good.output).toContain('is good: 1 law, 0 calendars, 0 cases.');
    expect(good.output).toContain(
      'Requests under a law that it changes: 1. They would stand otherwise: 1. Dates that would move: 2.',
    );
    expect(good.output).toMatch(/2026-0001 determination: Tue 10 Mar 2026 → Wed 11 Mar 2026/);
    expect(good.code).toBe(0);
    await writeFile(file, JSON.stringify({ statutes: [aLaw('xx', { count: 0 })] }));
    expect(await run(['law', 'lint', file], env)).toEqual({
      code: 1,
      output: expect.stringContaining('/statutes/0/terms/determination/count: must be 1 or more'),
    });
    const list = (await run(['law', 'list'], env)).output;
    expect(list).toMatch(/^xx +US-PA +us-pa +high +law\/xx\.json +The law xx$/m);
    expect(list).toMatch(/^us-foia +US +us-federal +high +release 0\.1\.0 /m);
    const shown = await run(['law', 'show', 'xx'], env);
    expect(JSON.parse(shown.output).statutes[0].terms.determination.count).toBe(8);
    expect((await run(['law', 'show', 'nowhere'], env)).code).toBe(1);
    expect(await dueOn(id)).toBe('2026-03-10');
  });

  it('a wrong file stops neither a running desk nor a start', async () => {
    await put('{"statutes": [');
    await until('it is refused', async () => (await state()) === 'refused');
    expect(await dueOn(id)).toBe('2026-03-10');
    await serve.kill9();
    serve = await DeskProcess.serve(env);
    expect(await state()).toBe('refused');
    expect(serve.output).toContain('A law pack is refused.');
    expect(await dueOn(id)).toBe('2026-03-10');
    expect((await run(['verify'], env)).output).toContain('Everything is as it was recorded.');
  });

  it('a backup takes the law along: the restored desk reads by it without the file', async () => {
    const backup = join(dir, 'backup');
    expect((await run(['backup', backup], env)).code).toBe(0);
    const restored: Record<string, string> = { ...env, DATA_DIR: join(dir, 'restored') };
    if (engine === 'postgres') restored.DATABASE_URL = await newPostgresDatabase();
    try {
      const { code, output } = await run(['restore', backup], restored);
      expect(output).toContain('Everything is as it was recorded.');
      expect(code).toBe(0);
      const again = await DeskProcess.serve(restored);
      const answer = await callAt(again.url, OWNER_KEY, 'GET', `/requests/${id}`);
      expect(deadlineOf(answer.body, 'determination').dueOn).toBe('2026-03-10');
      const packs = await callAt(again.url, OWNER_KEY, 'GET', '/law-packs');
      expect(packs.body.items).toEqual([
        expect.objectContaining({ file: 'law/xx.json', state: 'in-force', statutes: ['xx'] }),
      ]);
      await again.stop();
    } finally {
      if (restored.DATABASE_URL) await dropPostgresDatabase(restored.DATABASE_URL);
    }
  });
});
