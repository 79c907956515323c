import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, readConfig } from '../../src/config.ts';
import { Database, type Tx } from '../../src/database/database.ts';
import type { Engine } from '../../src/database/engine.ts';
import { migrate } from '../../src/database/migrate.ts';
import { entities } from '../../src/entities.ts';
import { JobExecutor } from '../../src/jobs/execute.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import type { JobRunner } from '../../src/jobs/job-runner.ts';
import { runnerFor } from '../../src/jobs/jobs.module.ts';
import { Jobs } from '../../src/jobs/jobs.service.ts';
import type { JobHandler, NewJob } from '../../src/jobs/lease.ts';
import { Heartbeat } from '../../src/jobs/heartbeat.ts';
import { Leases } from '../../src/jobs/leases.ts';
import { Sweep } from '../../src/jobs/sweep.ts';
import { createLog } from '../../src/log.ts';
import { FixedNow } from './fixed-now.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './postgres.ts';

export type Handlers = Record<string, JobHandler | JobHandler['run']>;

/** One process' worth of jobs: what `JobsModule` wires, without Nest. Not started. */
export class Bench {
  readonly database: Database;
  readonly runner: JobRunner;
  readonly jobs: Jobs;
  readonly leases: Leases;
  readonly executor: JobExecutor;
  readonly sweep: Sweep;

  constructor(
    readonly config: Config,
    readonly now: FixedNow,
    handlers: Handlers,
  ) {
    const log = createLog(process.env.TEST_LOG ?? 'silent');
    this.database = new Database(config, entities, log);
    this.runner = runnerFor(config, log);
    this.leases = new Leases(config, now, this.database, Object.keys(handlers));
    this.jobs = new Jobs(Object.keys(handlers), this.runner, now, log);
    for (const [kind, handler] of Object.entries(handlers)) {
      this.jobs.register(kind, typeof handler === 'function' ? { run: handler } : handler);
    }
    this.executor = new JobExecutor(config, log, now, this.database, this.leases, this.jobs);
    const heartbeat = new Heartbeat(config, log, now, this.database);
    this.sweep = new Sweep(config, log, now, this.database, this.leases, this.runner, heartbeat);
  }

  /** Runs jobs from here on, without a timer: tests sweep when they mean to. */
  async start(): Promise<this> {
    await this.runner.start(this.executor);
    return this;
  }

  async stop(patience?: number): Promise<void> {
    await this.sweep.stop();
    await Promise.all([this.runner.stop(), this.executor.stop(patience)]);
  }

  add(...all: NewJob[]): Promise<void> {
    return this.database.write(async (tx: Tx) => {
      for (const job of all) await this.jobs.add(tx, job);
    });
  }
}

let opened = 0;

/** A database with jobs in it, and any number of processes beside each other in this one. */
export class Workshop {
  readonly #benches: Bench[] = [];

  private constructor(
    readonly engine: Engine,
    readonly env: Record<string, string>,
    readonly now: FixedNow,
  ) {}

  /** `redisUrl`: rung by BullMQ; without, the database runner. */
  static async open(engine: Engine, redisUrl?: string): Promise<Workshop> {
    const env: Record<string, string> = {
      DATA_DIR: await mkdtemp(join(tmpdir(), 'foia-jobs-')),
      ...(engine === 'postgres' ? { DATABASE_URL: await newPostgresDatabase() } : {}),
      // A prefix of its own: what the Redis from npm still holds for those who have hung up must not take our bells.
      ...(redisUrl ? { REDIS_URL: redisUrl, REDIS_PREFIX: `desk-${++opened}` } : {}),
    };
    const now = new FixedNow();
    await migrate(readConfig(env), now);
    return new Workshop(engine, env, now);
  }

  async bench(handlers: Handlers, settings: Partial<Config> = {}): Promise<Bench> {
    const bench = new Bench({ ...readConfig(this.env), ...settings }, this.now, handlers);
    await bench.database.open();
    this.#benches.push(bench);
    return bench;
  }

  rows(): Promise<Job[]> {
    return this.#benches[0]!.database.read((scope) => scope.em.find(Job, { order: { priority: 'ASC', id: 'ASC' } }));
  }

  async row(): Promise<Job> {
    const rows = await this.rows();
    if (rows.length !== 1) throw new Error(`There are ${rows.length} jobs.`);
    return rows[0]!;
  }

  /** As somebody with a SQL prompt would. */
  sql(statement: string): Promise<unknown> {
    return this.#benches[0]!.database.write((tx) => tx.em.query(statement));
  }

  async close(): Promise<void> {
    await Promise.all(this.#benches.map((bench) => bench.stop(0)));
    await Promise.all(this.#benches.map((bench) => bench.database.close()));
    if (this.env.DATABASE_URL) await dropPostgresDatabase(this.env.DATABASE_URL);
    await rm(this.env.DATA_DIR!, { recursive: true, force: true });
  }
}

/** Waits until it holds: for what happens in other processes or after a commit. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const giveUpAt = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`Waited ${ms} ms until ${what}.`);
    await sleep(5);
  }
}

/** Something that a test opens by hand. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open!: () => void;
  const opened = new Promise<void>((done) => (open = done));
  return { opened, open };
}
