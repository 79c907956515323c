import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { LOG } from '../core.module.ts';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Log } from '../log.ts';
import { type Instant, Now } from '../now.ts';
import { JobRunner, type Offer } from './job-runner.ts';
import { JOB_KINDS } from './kinds.ts';
import type { JobHandler, NewJob } from './lease.ts';
import { PRIORITY } from './priorities.ts';
import { within } from './within.ts';

const RING_LIMIT_MS = 1000;
/** Rows of one INSERT: eight values each, and SQLite takes 32,766 in a statement. */
const LOT = 500;

/** Where features hand in durable work, and say who does it. */
@Injectable()
export class Jobs {
  readonly #handlers = new Map<string, JobHandler>();
  readonly #rings = new WeakMap<Tx, Offer[]>();
  #bellWorks = true;

  constructor(
    @Inject(JOB_KINDS) private readonly kinds: readonly string[],
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(Now) private readonly now: Now,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Says who does a kind of job; once for each kind, before the app has started (`onModuleInit`). */
  register(kind: string, handler: JobHandler): void {
    this.#known(kind);
    if (this.#handlers.has(kind)) throw new Error(`Two handlers for jobs of the kind "${kind}".`);
    this.#handlers.set(kind, handler);
  }

  /** Throws when a kind has nobody who does it: a half-wired desk must not start. */
  assertComplete(): void {
    const idle = this.kinds.filter((kind) => !this.#handlers.has(kind));
    if (idle.length > 0)
      throw new Error(`No handler for jobs of the kind ${idle.map((kind) => `"${kind}"`).join(', ')}.`);
  }

  handlerOf(kind: string): JobHandler | undefined {
    return this.#handlers.get(kind);
  }

  /**
   * Writes the jobs' rows, however many, in the caller's transaction; once that has committed, the bell is rung without anybody
   * waiting for it. With `dedupe`, nothing is added while a job of that kind and key waits or runs.
   */
  async add(tx: Tx, ...jobs: NewJob[]): Promise<void> {
    for (const job of jobs) this.#known(job.kind);
    const at = this.now.instant();
    for (let from = 0; from < jobs.length; from += LOT) await this.#insert(tx, jobs.slice(from, from + LOT), at);
  }

  /** Adds a job, or has the one that waits under the same `dedupe` run sooner; one that runs already is left alone. */
  async hurry(tx: Tx, job: NewJob & { dedupe: string }): Promise<void> {
    await this.add(tx, job);
    const { kind, dedupe } = job;
    const at = this.now.instant();
    const runAt = job.runAt ?? at;
    const sooner = await sql<Offer>(
      tx,
      `UPDATE job SET run_at = :runAt WHERE kind = :kind AND dedupe = :dedupe AND state = 'waiting' AND run_at > :runAt
       RETURNING id, lane, priority`,
      { kind, dedupe, runAt },
    );
    if (runAt <= at) for (const offer of sooner) this.#ringAfter(tx, offer);
  }

  async #insert(tx: Tx, jobs: readonly NewJob[], at: Instant): Promise<void> {
    const rows = jobs.map((job) => ({
      id: v7(),
      kind: job.kind,
      subjectId: job.subjectId,
      dedupe: job.dedupe ?? null,
      lane: job.lane ?? 'desk',
      priority: job.priority ?? PRIORITY.usual,
      runAt: job.runAt ?? at,
      maxAttempts: job.maxAttempts ?? 12,
    }));
    const marks = rows.map(
      (_, n) =>
        `(:id${n}, :kind${n}, :subjectId${n}, :dedupe${n}, :lane${n}, :priority${n}, :runAt${n}, 'waiting', :maxAttempts${n}, :at)`,
    );
    const values = rows.flatMap((row, n) => Object.entries(row).map(([name, value]) => [name + n, value]));
    // On PostgreSQL a unique violation would break the caller's transaction; this way it is no error at all.
    const added = await sql<{ id: string }>(
      tx,
      `INSERT INTO job (id, kind, subject_id, dedupe, lane, priority, run_at, state, max_attempts, created_at)
       VALUES ${marks.join(', ')} ON CONFLICT DO NOTHING RETURNING id`,
      { ...Object.fromEntries(values), at },
    );
    const known = new Set(added.map((row) => row.id));
    for (const { id, lane, priority, runAt } of rows) {
      if (known.has(id) && runAt <= at) this.#ringAfter(tx, { id, lane, priority });
    }
  }

  /** Rings for a row that was put back by hand, once that has committed. */
  ring(tx: Tx, offer: Offer): void {
    this.#ringAfter(tx, offer);
  }

  #known(kind: string): void {
    if (!this.kinds.includes(kind)) throw new Error(`"${kind}" is no kind of job; src/jobs/kinds.ts lists them.`);
  }

  /** One ring for all that a transaction adds. */
  #ringAfter(tx: Tx, offer: Offer): void {
    const waiting = this.#rings.get(tx);
    if (waiting) return void waiting.push(offer);
    const offers = [offer];
    this.#rings.set(tx, offers);
    tx.afterCommit(() => this.#ring(offers));
  }

  async #ring(offers: Offer[]): Promise<void> {
    try {
      await within(RING_LIMIT_MS, this.runner.offer(offers));
      if (!this.#bellWorks) this.log.info('New jobs are rung for again.');
      this.#bellWorks = true;
    } catch (error) {
      // Once per outage: nothing is lost, the sweep finds the rows.
      if (this.#bellWorks) this.log.warn({ err: error }, 'The bell for new jobs does not work; the sweep finds them.');
      this.#bellWorks = false;
    }
  }
}
