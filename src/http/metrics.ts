import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.ts';
import { Job } from '../jobs/job.entity.ts';

/** What the desk tells Prometheus. A registry of its own, so that several apps can live in one process. */
@Injectable()
export class Metrics implements OnModuleDestroy {
  readonly #registry = new Registry();
  readonly #calls = new Histogram({
    name: 'foia_desk_http_seconds',
    help: 'How long calls took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.#registry],
  });

  constructor(@Inject(Database) private readonly database: Database) {
    collectDefaultMetrics({ register: this.#registry });
    const { database: door } = this;
    new Gauge({
      name: 'foia_desk_writes_waiting',
      help: 'Writes asked for and not yet finished.',
      registers: [this.#registry],
      collect() {
        this.set(door.writesOpen);
      },
    });
    new Gauge({
      name: 'foia_desk_jobs',
      help: 'Jobs by kind and state; finished ones count until they are cleaned up.',
      labelNames: ['kind', 'state'],
      registers: [this.#registry],
      async collect() {
        this.reset();
        for (const { kind, state, count } of await jobsByState(door)) this.set({ kind, state }, Number(count));
      },
    });
  }

  /** `route` is the pattern, not the path: ids would make a series each. */
  called(method: string, route: string, status: number, seconds: number): void {
    this.#calls.observe({ method, route, status: String(status) }, seconds);
  }

  async text(): Promise<{ type: string; body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  onModuleDestroy(): void {
    this.#registry.clear();
  }
}

function jobsByState(database: Database): Promise<{ kind: string; state: string; count: number | string }[]> {
  return database.read((scope) =>
    scope.em
      .createQueryBuilder(Job, 'job')
      .select(['job.kind AS kind', 'job.state AS state', 'count(*) AS count'])
      .groupBy('job.kind')
      .addGroupBy('job.state')
      .getRawMany(),
  );
}
