import { statfs, writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { schemaNumber } from '../database/migrate.ts';
import { latest } from '../database/migrations/all.ts';

const LEAST_FREE_BYTES = 64 * 1024 * 1024;
const ANSWERS_WITHIN_MS = 2000;

export interface Readiness {
  /** `degraded`: everything works, some of it later than usual. */
  status: 'ready' | 'degraded' | 'not-ready';
  /** In words, by what was looked at: `ok`, or what is wrong. */
  checks: Record<string, string>;
}

/** Whether this process can do its work just now. */
@Injectable()
export class Ready {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
  ) {}

  async look(): Promise<Readiness> {
    const [database, disk, redis] = await Promise.all([
      this.#look(() => this.#database()),
      this.#look(() => this.#disk()),
      this.config.redisUrl ? this.#look(() => ping(this.config.redisUrl!)) : 'not used',
    ]);
    const works = database === 'ok' && disk === 'ok';
    // Redis only rings the bell: without it jobs run at the next sweep.
    const rings = redis === 'ok' || redis === 'not used';
    return { status: !works ? 'not-ready' : rings ? 'ready' : 'degraded', checks: { database, disk, redis } };
  }

  async #look(check: () => Promise<string>): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(`no answer within ${ANSWERS_WITHIN_MS / 1000} s`), ANSWERS_WITHIN_MS);
    });
    try {
      // The words of an error may name hosts and paths: this answer is public.
      return await Promise.race([check().catch(() => 'cannot be reached'), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #database(): Promise<string> {
    const found = await this.database.read((scope) => schemaNumber(scope.em));
    return found === latest ? 'ok' : `schema ${found}, this release needs ${latest}`;
  }

  async #disk(): Promise<string> {
    const { bavail, bsize } = await statfs(this.config.dataDir);
    if (bavail * bsize < LEAST_FREE_BYTES) return 'almost full';
    const probe = join(this.config.dataDir, `.ready-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe, { force: true });
    return 'ok';
  }
}

async function ping(url: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: ANSWERS_WITHIN_MS,
    retryStrategy: () => null,
  });
  // Without a listener ioredis prints; the answer says it already.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG' ? 'ok' : 'answers strangely';
  } finally {
    // One that was refused has ended; ioredis would wait two seconds for its socket to go.
    if (redis.status !== 'end') redis.disconnect();
  }
}
