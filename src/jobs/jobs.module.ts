import {
  type BeforeApplicationShutdown,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import type { Log } from '../log.ts';
import { BullMqRunner } from './bullmq-runner.ts';
import { DatabaseRunner } from './database-runner.ts';
import { JobExecutor } from './execute.ts';
import { Heartbeat } from './heartbeat.ts';
import { JobRunner } from './job-runner.ts';
import { Jobs } from './jobs.service.ts';
import { JOB_KINDS, jobKinds } from './kinds.ts';
import { Leases } from './leases.ts';
import { lookAtRedis } from './redis-look.ts';
import { Sweep } from './sweep.ts';

const REDIS_ANSWERS_MS = 2000;

/** Starts running jobs when everything stands, and stops before anything is closed. */
@Injectable()
class JobsOfThisProcess implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(JobExecutor) private readonly executor: JobExecutor,
    @Inject(Sweep) private readonly sweep: Sweep,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.jobs.assertComplete();
    void this.#lookAtRedis();
    if (!this.config.runJobs) return;
    await this.runner.start(this.executor);
    this.sweep.start();
  }

  /** Once, for whoever reads the log of a start; `/readyz` says it at all times. */
  async #lookAtRedis(): Promise<void> {
    const { redisUrl, redisTlsCa } = this.config;
    if (!redisUrl) return;
    // One that is away is told of by whoever needs it.
    const says = await lookAtRedis({ redisUrl, redisTlsCa }, REDIS_ANSWERS_MS).catch(() => 'ok');
    if (says !== 'ok') this.log.warn(`Redis: ${says}.`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.sweep.stop();
    await Promise.all([this.runner.stop(), this.executor.stop()]);
  }
}

/** The one runner of this process, as its settings ask. */
export function runnerFor(config: Config, log: Log): JobRunner {
  const { redisUrl, redisTlsCa, redisPrefix: prefix, jobConcurrency: concurrency, jobLanes: runs, leaseMs } = config;
  if (redisUrl) return new BullMqRunner({ redisUrl, redisTlsCa, prefix, concurrency, runs, leaseMs }, log);
  return new DatabaseRunner(concurrency, runs, log);
}

/** Durable work: the table, who runs it, and the sweep. */
@Global()
@Module({
  providers: [
    { provide: JOB_KINDS, useValue: jobKinds },
    {
      provide: JobRunner,
      inject: [CONFIG, LOG],
      useFactory: runnerFor,
    },
    Leases,
    Jobs,
    JobExecutor,
    Heartbeat,
    Sweep,
    JobsOfThisProcess,
  ],
  exports: [Jobs, Sweep, JobRunner],
})
export class JobsModule {}
