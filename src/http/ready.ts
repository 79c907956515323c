import { statfs, writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { schemaNumber } from '../database/migrate.ts';
import { latest } from '../database/migrations/all.ts';
import { sql } from '../database/sql.ts';
import { lookAtRedis } from '../jobs/redis-look.ts';
import { momentOf, SWEPT } from '../jobs/shared-moment.ts';
import { type Instant, Now, shift } from '../now.ts';

const LEAST_FREE_BYTES = 64 * 1024 * 1024;
const ANSWERS_WITHIN_MS = 2000;

export interface Readiness {
  /** `degraded`: everything works, some of it later than usual, or somebody should have a look. */
  status: 'ready' | 'degraded' | 'not-ready';
  /** In words, by what was looked at: `ok`, or what is wrong. */
  checks: Record<string, string>;
}

/** Whether this process can do its work just now, and whether somebody does the desk's. */
@Injectable()
export class Ready {
  readonly #startedAt: Instant;
  /** After so long without a sweep something is wrong; never between two sweeps of a desk that sweeps seldom. */
  readonly #alarmMs: number;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
  ) {
    this.#startedAt = now.instant();
    this.#alarmMs = Math.max(config.sweepAlarmMs, 2 * config.sweepMs);
  }

  async look(): Promise<Readiness> {
    const { redisUrl, redisTlsCa } = this.config;
    const [database, disk, sweeps, jobs, redis] = await Promise.all([
      this.#look(() => this.#database()),
      this.#look(() => this.#disk()),
      this.#look(() => this.#sweeps()),
      this.#look(() => this.#jobs()),
      redisUrl ? this.#look(() => lookAtRedis({ redisUrl, redisTlsCa }, ANSWERS_WITHIN_MS)) : 'not used',
    ]);
    // A desk that reminds nobody is not at work, however well it answers.
    const works = database === 'ok' && disk === 'ok' && sweeps === 'ok';
    // Redis only rings the bell: without it jobs run at the next sweep.
    const isWell = jobs === 'ok' && (redis === 'ok' || redis === 'not used');
    const status = !works ? 'not-ready' : isWell ? 'ready' : 'degraded';
    return { status, checks: { database, disk, sweeps, jobs, redis } };
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

  /** A process that has just started gives the others time: after a night without power nobody has swept yet. */
  async #sweeps(): Promise<string> {
    const swept = await this.database.read((scope) => momentOf(scope, SWEPT));
    const since = swept !== null && swept > this.#startedAt ? swept : this.#startedAt;
    if (since > shift(this.now.instant(), -this.#alarmMs)) return 'ok';
    const last = swept === null ? 'no process has ever swept' : `no process has swept since ${swept}`;
    return `${last}: nobody is reminded. Start one that runs jobs`;
  }

  async #jobs(): Promise<string> {
    const [row] = await this.database.read((scope) =>
      sql<{ dead: number | string; oldest: Instant | null }>(
        scope,
        `SELECT (SELECT count(*) FROM job WHERE state = 'dead' AND dropped_at IS NULL) AS dead,
           (SELECT min(run_at) FROM job WHERE state = 'waiting') AS oldest`,
      ),
    );
    const says = [];
    if (Number(row!.dead) > 0) says.push(`${row!.dead} dead, which an owner sees at GET /api/v1/jobs?state=dead`);
    const { oldest } = row!;
    if (oldest !== null && oldest <= shift(this.now.instant(), -this.#alarmMs))
      says.push(`some have been due since ${oldest}`);
    return says.join('; ') || 'ok';
  }
}
