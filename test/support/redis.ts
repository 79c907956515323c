import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { Redis } from 'ioredis';
import { end, freePort, redisServerOnPath, startRedisServer } from './servers.mjs';

const CLAIM = 'foia-desk-test';

/** Whether this run's shared Redis is a real one, not the one from npm. */
export const redisIsReal = process.env.FOIA_TEST_REDIS_IS_REAL === 'true';

/** Tests that kill, flush or restart Redis need a real one of their own; without `redis-server` they count as skipped. */
export const describeWithRedisServer: typeof describe.skip = redisServerOnPath() ? describe : describe.skip;

export interface RedisDatabase {
  /** With its database number: `redis://127.0.0.1:6379/3`. */
  url: string;
  /** Empties it and gives it back. */
  release(): Promise<void>;
}

/**
 * One numbered database of this run's Redis, found empty and claimed. A database that holds anything is never touched:
 * REDIS_URL may point at somebody's own.
 */
export async function newRedisDatabase(): Promise<RedisDatabase> {
  const base = process.env.FOIA_TEST_REDIS;
  if (!base) throw new Error('No Redis in this run: test/support/global-setup.mjs starts it for tests outside src/.');
  const redis = new Redis(base, { maxRetriesPerRequest: 3 });
  redis.on('error', () => undefined);
  for (let number = 0; await exists(redis, number); number++) {
    if ((await redis.dbsize()) > 0) continue;
    if ((await redis.set(CLAIM, process.pid, 'PX', 3_600_000, 'NX')) !== 'OK') continue;
    const release = async () => {
      await redis.flushdb();
      await redis.quit();
    };
    return { url: `${base.replace(/\/\d*$/, '')}/${number}`, release };
  }
  await redis.quit();
  throw new Error('Every database of this Redis holds something already. Tests need empty ones.');
}

async function exists(redis: Redis, number: number): Promise<boolean> {
  return redis.select(number).then(
    () => true,
    () => false,
  );
}

/** A real `redis-server` of the test's own, to be killed and brought back. It keeps nothing: a kill loses everything. */
export class OwnRedis {
  #child: ChildProcess | null = null;

  private constructor(
    private readonly dir: string,
    readonly port: number,
    private readonly options: string[],
  ) {}

  /** `options` as its command line takes them: `--requirepass`, `pw`. */
  static async start(...options: string[]): Promise<OwnRedis> {
    const own = new OwnRedis(await mkdtemp(join(tmpdir(), 'foia-redis-')), await freePort(), options);
    await own.restart();
    return own;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (this.#child) await end(this.#child, 'SIGKILL');
    this.#child = null;
  }

  /** It keeps its connections and answers nobody. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Starts it again on the same port, empty. */
  async restart(): Promise<void> {
    await this.kill();
    this.#child = await startRedisServer(this.dir, this.port, 16, this.options);
  }

  async flush(): Promise<void> {
    const redis = new Redis(this.url);
    await redis.flushall();
    await redis.quit();
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.dir, { recursive: true, force: true });
  }
}
