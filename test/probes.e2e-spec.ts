import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../src/app.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { aPerson } from './support/filing.ts';

const TOKEN = 'a-token-for-prometheus';

eachEngine((engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ engine, env: { METRICS_TOKEN: TOKEN } });
  });
  afterAll(() => desk?.stop());

  const open = (path: string) => desk.call('GET', path, undefined, { key: null });

  it('says that it lives and is ready, to anybody', async () => {
    expect(await open('/livez')).toMatchObject({ status: 200, body: { status: 'live' } });
    const ready = { status: 'ready', checks: { database: 'ok', disk: 'ok', redis: 'not used' } };
    expect(await open('/readyz')).toMatchObject({ status: 200, body: ready });
  });

  it('is degraded, not dead, without the Redis it was given', async () => {
    const other = await startDesk({ engine, env: { REDIS_URL: 'redis://127.0.0.1:1' } });
    try {
      const answer = await other.call('GET', '/readyz');
      expect(answer).toMatchObject({
        status: 200,
        body: { status: 'degraded', checks: { redis: 'cannot be reached' } },
      });
    } finally {
      await other.stop();
    }
  });

  it('shows metrics to owners and to the token, to nobody else', async () => {
    await desk.call('GET', '/agencies/0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11');
    const editor = await aPerson(desk, 'editor');
    const statuses = await Promise.all(
      [desk.key, TOKEN, editor.key, 'a-token-for-prometheut', null].map(
        async (key) => (await desk.call('GET', '/metrics', undefined, { key })).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 403, 401, 401]);
    const { body } = await desk.call('GET', '/metrics', undefined, { key: TOKEN });
    expect(body).toMatch(
      /foia_desk_http_seconds_count\{method="GET",route="\/api\/v1\/agencies\/:id",status="404"\} 1/,
    );
    expect(body).toMatch(/^foia_desk_writes_waiting \d+$/m);
    expect(body).toContain('# TYPE foia_desk_jobs gauge');
    expect(body).toContain('process_cpu_seconds_total');
  });
});

describe('Limits', () => {
  it('holds one key to its calls a minute, says how many are left, and leaves others alone', async () => {
    const desk = await startDesk({ engine: 'sqlite', env: { RATE_LIMIT: '5' } });
    try {
      const { key } = await aPerson(desk, 'viewer');
      const me = () => desk.call('GET', '/me', undefined, { key });
      const first = await me();
      expect(first.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '4' });
      for (let i = 0; i < 4; i++) await me();
      const refused = await me();
      expect(refused).toMatchObject({ status: 429, body: { type: 'urn:foia-desk:problem:too-many' } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await desk.call('GET', '/me')).status).toBe(200);
    } finally {
      await desk.stop();
    }
  });

  it('slows down an address that guesses keys, not the people behind it', async () => {
    const desk = await startDesk({ engine: 'sqlite', env: { RATE_LIMIT: '600' } });
    try {
      const guess = () =>
        desk.call('GET', '/me', undefined, { key: 'fd_guessguess00_0123456789abcdefghijklmnopqrstuv' });
      const statuses: number[] = [];
      for (let i = 0; i < 35; i++) statuses.push((await guess()).status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(30);
      expect(statuses.slice(30)).toEqual([429, 429, 429, 429, 429]);
      expect((await desk.call('GET', '/me')).status).toBe(200);
    } finally {
      await desk.stop();
    }
  });
});

describe('The log', () => {
  it('has one line a call with its request id, and no secret, query or body', async () => {
    const desk = await startDesk({ engine: 'sqlite' });
    const lines: string[] = [];
    const app = await createApp(desk.config, {
      now: desk.now,
      log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    });
    try {
      await app.listen(0, '127.0.0.1');
      const url = await app.getUrl();
      const response = await fetch(`${url}/api/v1/agencies?q=canary-query`, {
        method: 'GET',
        headers: { authorization: `Bearer ${desk.key}`, cookie: 'canary-cookie', 'user-agent': 'canary-agent' },
      });
      await fetch(`${url}/api/v1/users`, {
        method: 'POST',
        headers: { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json' },
        body: '{"name":"canary-body"}',
      });
      const calls = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'call');
      expect(calls).toMatchObject([
        { method: 'GET', path: '/api/v1/agencies', status: 200, requestId: response.headers.get('x-request-id') },
        { method: 'POST', path: '/api/v1/users', status: 400 },
      ]);
      expect(lines.join('')).not.toMatch(/canary/);
      expect(lines.join('')).not.toContain(desk.key.split('_')[2]);
    } finally {
      await app.close();
      await desk.stop();
    }
  });

  it('names an unexpected fault, and the caller gets only that name', async () => {
    const desk = await startDesk({ engine: 'sqlite' });
    const lines: string[] = [];
    const app = await createApp(desk.config, {
      now: desk.now,
      log: pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }),
    });
    try {
      await app.listen(0, '127.0.0.1');
      const { Database } = await import('../src/database/database.ts');
      const database = app.get(Database);
      await database.write((tx) => tx.em.query('ALTER TABLE agency RENAME TO elsewhere'));
      const response = await fetch(`${await app.getUrl()}/api/v1/agencies?q=canary`, {
        headers: { authorization: `Bearer ${desk.key}` },
      });
      const body = (await response.json()) as { errorId: string; requestId: string };
      expect(response.status).toBe(500);
      expect(body).toMatchObject({ title: 'Our fault', detail: 'Something went wrong on our side.' });
      expect(JSON.stringify(body)).not.toMatch(/agency|sqlite|select/i);
      expect(JSON.parse(lines[0]!)).toMatchObject({ errorId: body.errorId, requestId: body.requestId });
      expect(lines.join('')).toContain('no such table');
      expect(lines.join('')).not.toContain('canary');
    } finally {
      await app.close();
      await desk.stop();
    }
  });
});
