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
import { JobRunner } from './job-runner.ts';
import { Jobs } from './jobs.service.ts';
import { JOB_KINDS, jobKinds } from './kinds.ts';
import { Leases } from './leases.ts';
import { Sweep } from './sweep.ts';

/** Starts running jobs when everything stands, and stops before anything is closed. */
@Injectable()
class JobsOfThisProcess implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(JobExecutor) private readonly executor: JobExecutor,
    @Inject(Sweep) private readonly sweep: Sweep,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.jobs.assertComplete();
    if (!this.config.runJobs) return;
    await this.runner.start(this.executor);
    this.sweep.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.sweep.stop();
    await Promise.all([this.runner.stop(), this.executor.stop()]);
  }
}

/** The one runner of this process, as its settings ask. */
export function runnerFor(config: Config, log: Log): JobRunner {
  const { redisUrl, redisPrefix: prefix, jobConcurrency: concurrency, leaseMs } = config;
  if (redisUrl) return new BullMqRunner({ redisUrl, prefix, concurrency, leaseMs }, log);
  return new DatabaseRunner(concurrency, log);
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
    Sweep,
    JobsOfThisProcess,
  ],
  exports: [Jobs, Sweep, JobRunner],
})
export class JobsModule {}
