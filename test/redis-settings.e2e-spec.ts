import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { lookAtRedis } from '../src/jobs/redis-look.ts';
import { startDesk } from './support/desk.ts';
import { freePort } from './support/servers.mjs';
import { describeWithRedisServer, OwnRedis } from './support/redis.ts';
import { type Handlers, until, Workshop } from './support/workshop.ts';

const PASSWORD = 'a-password-of-redis';

describeWithRedisServer('A Redis with a password, behind TLS', () => {
  let redis: OwnRedis;
  let dir: string;
  let tlsPort: number;
  const url = () => `redis://:${PASSWORD}@127.0.0.1:${redis.port}`;
  const secure = () => `rediss://:${PASSWORD}@localhost:${tlsPort}`;
  const ca = () => join(dir, 'cert.pem');

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'foia-tls-'));
    const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const files = [
      '-keyout',
      join(dir, 'key.pem'),
      '-out',
      ca(),
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ];
    execFileSync('openssl', [...asked, ...files], { stdio: 'ignore' });
    tlsPort = await freePort();
    const tls = ['--tls-port', String(tlsPort), '--tls-cert-file', ca(), '--tls-key-file', join(dir, 'key.pem')];
    const more = ['--tls-ca-cert-file', ca(), '--tls-auth-clients', 'no'];
    redis = await OwnRedis.start('--requirepass', PASSWORD, ...tls, ...more);
  });
  afterAll(async () => {
    await redis?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  async function policy(name: string): Promise<void> {
    const operator = new Redis(url());
    await operator.config('SET', 'maxmemory-policy', name);
    await operator.quit();
  }

  it('rings for two desks that share it, each under its prefix, and neither hears the other', async () => {
    const shops = await Promise.all([Workshop.open('sqlite', url()), Workshop.open('sqlite', secure())]);
    try {
      const ran: string[][] = [[], []];
      const handlers = (n: number): Handlers => ({
        note: (lease) => Promise.resolve(void ran[n]!.push(lease.subjectId)),
      });
      const benches = await Promise.all(
        shops.map(async (shop, n) => {
          if (n === 1) shop.env.REDIS_TLS_CA = ca();
          return (await shop.bench(handlers(n))).start();
        }),
      );
      expect(new Set(shops.map((shop) => shop.env.REDIS_PREFIX)).size).toBe(2);
      for (const [n, bench] of benches.entries()) {
        await bench.add(...Array.from({ length: 20 }, (_, i) => ({ kind: 'note', subjectId: `${n}-${i}` })));
      }
      await until('both have run theirs', () => ran.every((own) => own.length === 20));
      expect(ran.map((own) => new Set(own.map((id) => id[0])))).toEqual([new Set(['0']), new Set(['1'])]);
      const looking = new Redis(url());
      const keys = await looking.keys('*');
      await looking.quit();
      expect(keys.filter((key) => !shops.some((shop) => key.startsWith(`${shop.env.REDIS_PREFIX}:`)))).toEqual([]);
    } finally {
      await Promise.all(shops.map((shop) => shop.close()));
    }
  });

  it('says at the start and in /readyz that it evicts keys, and why that matters', async () => {
    await policy('allkeys-lru');
    // BullMQ prints a line for each of its connections.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const desk = await startDesk({ engine: 'sqlite', env: { REDIS_URL: url() } });
    try {
      const answer = await desk.call('GET', '/readyz', undefined, { key: null });
      expect(answer).toMatchObject({
        status: 200,
        body: {
          status: 'degraded',
          checks: { redis: expect.stringMatching(/maxmemory-policy is allkeys-lru.*set noeviction/) },
        },
      });
      expect(JSON.stringify(answer.body)).not.toContain(PASSWORD);
      const lines: string[] = [];
      const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
      const app = await createApp({ ...desk.config, runJobs: false }, { now: desk.now, log });
      await until('it is told', () => lines.some((line) => line.includes('allkeys-lru')));
      await app.close();
      await policy('noeviction');
      expect((await desk.call('GET', '/readyz')).body).toMatchObject({ status: 'ready', checks: { redis: 'ok' } });
    } finally {
      jest.restoreAllMocks();
      await desk.stop();
    }
  });

  it('believes only a certificate that it was told of, and no wrong password', async () => {
    const { redisTlsCa } = readConfig({ REDIS_URL: secure(), REDIS_TLS_CA: ca() });
    expect(await lookAtRedis({ redisUrl: secure(), redisTlsCa }, 2000)).toBe('ok');
    await expect(lookAtRedis({ redisUrl: secure() }, 2000)).rejects.toThrow();
    await expect(lookAtRedis({ redisUrl: url().replace(PASSWORD, 'wrong') }, 2000)).rejects.toThrow();
    expect(() => readConfig({ REDIS_URL: url(), REDIS_TLS_CA: ca() })).toThrow(
      'REDIS_TLS_CA needs a REDIS_URL that starts with rediss://',
    );
    expect(() => readConfig({ REDIS_URL: secure(), REDIS_TLS_CA: join(dir, 'none') })).toThrow(
      'is not a file that can be read',
    );
  });
});
