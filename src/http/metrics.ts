import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { lanes } from '../jobs/lanes.ts';
import { momentOf, SWEPT } from '../jobs/shared-moment.ts';
import { type Instant, msBetween, Now } from '../now.ts';

export interface Measured {
  labels: Record<string, string>;
  value: number | string;
}

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

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {
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
    const kinds = 'Jobs by kind and state; finished ones count until they are cleaned up, those given up not at all.';
    this.read('foia_desk_jobs', kinds, ['kind', 'state'], () => this.#jobs());
    const oldest = 'For how long the job of each lane has waited that has been due longest.';
    this.read('foia_desk_jobs_oldest_due_seconds', oldest, ['lane'], () => this.#oldest());
    this.read('foia_desk_last_sweep_timestamp_seconds', 'When any process last swept.', [], () => this.#swept());
  }

  /** A gauge that is read from the database whenever somebody measures: `rows` must be cheap. */
  read(name: string, help: string, labelNames: string[], rows: () => Promise<Measured[]>): void {
    new Gauge({
      ...{ name, help, labelNames, registers: [this.#registry] },
      async collect() {
        this.reset();
        for (const { labels, value } of await rows()) this.set(labels, Number(value));
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

  async #jobs(): Promise<Measured[]> {
    const rows = await this.database.read((scope) =>
      sql<{ kind: string; state: string; value: number | string }>(
        scope,
        `SELECT kind, state, count(*) AS value FROM job WHERE dropped_at IS NULL GROUP BY kind, state`,
      ),
    );
    return rows.map(({ kind, state, value }) => ({ labels: { kind, state }, value }));
  }

  async #oldest(): Promise<Measured[]> {
    const now = this.now.instant();
    const rows = await this.database.read((scope) =>
      sql<{ lane: string; since: Instant }>(
        scope,
        `SELECT lane, min(run_at) AS since FROM job WHERE state = 'waiting' AND run_at <= :now GROUP BY lane`,
        { now },
      ),
    );
    const since = new Map(rows.map((row) => [row.lane, row.since]));
    return lanes.map((lane) => ({ labels: { lane }, value: msBetween(since.get(lane) ?? now, now) / 1000 }));
  }

  async #swept(): Promise<Measured[]> {
    const swept = await this.database.read((scope) => momentOf(scope, SWEPT));
    return swept === null ? [] : [{ labels: {}, value: Date.parse(swept) / 1000 }];
  }
}
