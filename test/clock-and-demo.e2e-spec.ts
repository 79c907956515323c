import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callAt, OWNER_KEY } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { deadlineOf } from './support/filing.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './support/postgres.ts';
import { DeskProcess } from './support/processes.ts';

async function run(args: string[], env: Record<string, string> = {}) {
  const one = await DeskProcess.start(args, env);
  const code = await one.exited;
  return { code, output: one.output };
}

describe('foia-desk clock', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'foia-desk-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));
  const facts = ['kind=filed,on=2026-06-01,channel=email', 'kind=received,on=2026-06-01'].flatMap((one) => [
    '--fact',
    one,
  ]);

  it('explains a deadline in words, without a database', async () => {
    const { code, output } = await run(['clock', '--statute', 'us-foia', '--as-of', '2026-06-10', ...facts]);
    expect(code).toBe(0);
    expect(output).toContain('determination (the agency): due Tue 30 Jun 2026');
    expect(output).toContain('Juneteenth');
    expect(output).toContain('5 U.S.C. 552(a)(6)(A)(i)');
  });

  it('reads a file, and writes JSON', async () => {
    const file = join(dir, 'facts.json');
    await writeFile(file, JSON.stringify([{ kind: 'filed', on: '2026-06-01', channel: 'email' }]));
    const question = ['--fact', 'kind=clarification-requested,on=2026-06-08,answerBy=2026-07-08'];
    const { code, output } = await run(['clock', file, '--as-of', '2026-06-10', '--json', ...question]);
    expect(code).toBe(0);
    const standing = JSON.parse(output);
    expect(standing).toMatchObject({ status: 'paused', asOf: '2026-06-10' });
    expect(deadlineOf(standing, 'answer')).toMatchObject({ id: 'answer:2', dueOn: '2026-07-08' });
  });

  it('says what is wrong in a sentence', async () => {
    const bad = await run(['clock', '--fact', 'kind=filed,on=2026-02-30']);
    expect(bad.code).toBe(1);
    expect(bad.output).toContain('statusChanges/0/on must be a day that exists');
    expect((await run(['clock', '--fact', 'filed'])).output).toContain('not of the form field=value');
    expect((await run(['clock', '--statute', 'nowhere'])).output).toContain('us-foia');
  });
});

eachEngine((engine) => {
  let dir: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'foia-desk-'));
    env = { DATA_DIR: dir, OWNER_KEY, LOG_LEVEL: 'silent' };
    if (engine === 'postgres') env.DATABASE_URL = await newPostgresDatabase();
  });
  afterAll(async () => {
    if (env.DATABASE_URL) await dropPostgresDatabase(env.DATABASE_URL);
    await rm(dir, { recursive: true, force: true });
  });

  it('the demo loads the story once, verifies, and reminds nobody', async () => {
    await run(['migrate'], env);
    const early = await run(['demo'], env);
    expect([early.code, early.output]).toEqual([1, expect.stringContaining('no owner yet')]);

    const server = await DeskProcess.serve(env);
    const [first, second] = await Promise.all([run(['demo'], env), run(['demo'], env)]);
    expect([first.code, second.code].sort()).toEqual([0, 1]);
    expect(first.output + second.output).toContain('loaded already');

    const get = (path: string) => callAt(server.url, OWNER_KEY, 'GET', path).then((answer) => answer.body);
    const { items } = await get('/requests?tag=demo');
    expect(items).toHaveLength(1);
    const request = await get(`/requests/${items[0].id}?asOf=2026-11-19`);
    expect(request).toMatchObject({ sample: true, status: 'appealing', outcome: 'partly-granted' });
    expect(deadlineOf(request, 'determination')).toMatchObject({ dueOn: '2026-07-28', metOn: '2026-08-05' });
    expect(deadlineOf(request, 'appeal-decision')).toMatchObject({ dueOn: '2026-11-18', state: 'missed' });
    const known = await get(`/requests/${items[0].id}?knownAt=2026-06-23T00:00:00Z&asOf=2026-06-23`);
    expect(deadlineOf(known, 'determination').dueOn).toBe('2026-07-14');
    expect((await get('/reminders')).items).toEqual([]);
    await server.stop();
    expect((await run(['verify'], env)).code).toBe(0);
  }, 60_000);
});
