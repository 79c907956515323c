import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database, type Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Log } from '../log.ts';
import { type Instant, Now, shift } from '../now.ts';
import { JobRunner, type Offer } from './job-runner.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Lane, lanes } from './lanes.ts';
import { Leases } from './leases.ts';
import { claimed, SWEPT } from './shared-moment.ts';
import { within } from './within.ts';

/** Of each lane. */
const MOST_OFFERS = 500;
const OFFER_LIMIT_MS = 5000;
/** A sweep is noted no more often: others only want to know that there are any. */
const NOTED_EVERY_MS = 30_000;
const OVERDUE_MS = 60_000;
const KEEP_DONE_MS = 7 * 24 * 3600 * 1000;
const LOT = 500;
const MOST_LOTS = 20;
const SETTLE_LIMIT_MS = 30_000;

/**
 * The heartbeat of every process that runs jobs: features turn what has come due into jobs, and all due rows are
 * offered to the runner, whether or not they were offered before. A plain timer: a scheduler kept in Redis dies with it.
 */
@Injectable()
export class Sweep {
  readonly #steps: { name: string; fn: (stop: AbortSignal) => Promise<void> }[] = [];
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #lastAt: Instant | null = null;
  #beating: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly time: Now,
    @Inject(Database) private readonly database: Database,
    @Inject(Leases) private readonly leases: Leases,
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(Heartbeat) private readonly heartbeat: Heartbeat,
  ) {}

  /**
   * Runs `fn` at every sweep, in the order of registration. It must be safe in several processes at once, and look at
   * `stop` where it has much to do: a process that stops waits for its end.
   */
  every(name: string, fn: (stop: AbortSignal) => Promise<void>): void {
    this.#steps.push({ name, fn });
  }

  /** When the last sweep of this process ended; null before the first. */
  get lastSweepAt(): Instant | null {
    return this.#lastAt;
  }

  start(): void {
    if (this.#timer) return;
    // Overdue work must not wait for the first tick.
    void this.#tick();
    this.#timer = setInterval(() => void this.#tick(), this.config.sweepMs);
  }

  /** No further sweep; waits for the one under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stop.abort();
    await this.#running;
    await this.#beating;
  }

  /** One whole sweep, to its end; the jobs it offers may still run then (see `settle`). */
  async now(): Promise<void> {
    while (this.#running) await this.#running;
    this.#running = this.#sweep().finally(() => (this.#running = undefined));
    await this.#running;
  }

  /** For tests: waits until no job that this process may run is due or running any more. Throws after 30 s. */
  async settle(): Promise<void> {
    const giveUpAt = performance.now() + SETTLE_LIMIT_MS;
    for (let round = 0; (await this.#open()) > 0; round++) {
      if (performance.now() > giveUpAt) throw new Error('Jobs are still due or running after 30 s.');
      if (round % 50 === 49) await this.#offerDue();
      await sleep(10);
    }
  }

  /** The timer's beat: skipped while the last sweep still runs. */
  async #tick(): Promise<void> {
    if (!this.#running) await this.now();
  }

  /** Never rejects: what fails is logged, and tried again by the next sweep. */
  async #sweep(): Promise<void> {
    const { signal } = this.#stop;
    const went: boolean[] = [];
    for (const step of this.#steps) {
      if (signal.aborted) return;
      went.push(await this.#try(step.name, () => step.fn(signal)));
    }
    went.push(await this.#try('free expired leases', () => this.leases.freeExpired()));
    went.push(await this.#try('recall jobs put off too far', () => this.leases.recallPutOff()));
    went.push(await this.#try('offer due jobs', () => this.#offerDue()));
    went.push(await this.#try('delete old jobs', () => this.#deleteOld()));
    went.push(await this.#try('note the sweep', () => this.#note()));
    this.#lastAt = this.time.instant();
    // Not waited for: whoever listens may take his time, the next sweep does not.
    if (went.every(Boolean)) this.#beating = this.heartbeat.beat(signal);
  }

  async #try(name: string, fn: () => Promise<void>): Promise<boolean> {
    try {
      await fn();
      return true;
    } catch (error) {
      this.log.error({ err: error, step: name }, 'A step of the sweep failed.');
      return false;
    }
  }

  /** For processes that do not sweep themselves, and so cannot know that nobody does any more. */
  async #note(): Promise<void> {
    await claimed(this.database, SWEPT, this.time.instant(), NOTED_EVERY_MS);
  }

  async #offerDue(): Promise<void> {
    const now = this.time.instant();
    // Each lane for itself: a long line for a mail server that is slow keeps no webhook from being called.
    const rows = await this.database.read(async (scope) => {
      const lines = [];
      for (const lane of lanes) lines.push(await dueIn(scope, lane, now, this.leases.kinds));
      return lines.flat();
    });
    const overdue = shift(now, -OVERDUE_MS);
    const offers = rows.map(({ runAt, ...row }) => ({ ...row, overdue: runAt < overdue }));
    if (offers.length > 0) await within(OFFER_LIMIT_MS, this.runner.offer(offers));
  }

  async #deleteOld(): Promise<void> {
    const before = shift(this.time.instant(), -KEEP_DONE_MS);
    for (let lot = 0; lot < MOST_LOTS; lot++) {
      const found = await this.database.read((scope) =>
        sql(scope, `SELECT id FROM job WHERE state = 'done' AND finished_at < :before LIMIT 1`, { before }),
      );
      // Looking first: a write that deletes nothing would still take the write lock at every sweep.
      if (found.length === 0) return;
      await this.database.write((tx) =>
        sql(
          tx,
          `DELETE FROM job WHERE id IN (SELECT id FROM job WHERE state = 'done' AND finished_at < :before LIMIT ${LOT})`,
          { before },
        ),
      );
    }
  }

  async #open(): Promise<number> {
    const [row] = await this.database.read((scope) =>
      sql<{ open: number | string }>(
        scope,
        `SELECT count(*) AS open FROM job WHERE kind IN (:kinds) AND lane IN (:lanes)
           AND (state = 'leased' OR (state = 'waiting' AND run_at <= :now))`,
        { now: this.time.instant(), kinds: [...this.leases.kinds], lanes: [...this.config.jobLanes] },
      ),
    );
    return Number(row!.open);
  }
}

function dueIn(
  scope: Scope,
  lane: Lane,
  now: Instant,
  kinds: readonly string[],
): Promise<(Offer & { runAt: Instant })[]> {
  return sql(
    scope,
    `SELECT id, lane, priority, run_at AS "runAt" FROM job
     WHERE state = 'waiting' AND lane = :lane AND run_at <= :now AND kind IN (:kinds)
     ORDER BY priority, run_at, id LIMIT ${MOST_OFFERS}`,
    { lane, now, kinds: [...kinds] },
  );
}
