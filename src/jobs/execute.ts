import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { HeldLease } from './held-lease.ts';
import type { Execute } from './job-runner.ts';
import { Jobs } from './jobs.service.ts';
import type { Lane } from './lanes.ts';
import { type JobHandler, LeaseLost } from './lease.ts';
import { Leases, type Taken } from './leases.ts';
import { nextTry } from './next-try.ts';
import { within } from './within.ts';

/** So many processes may stop in the midst of one job, whatever it may be tried otherwise. */
export const MOST_CRASHES = 5;
const PATIENCE_MS = 8000;
const LAST_WORDS_MS = 1000;
const LONGEST_ERROR = 500;

/** Runs leased jobs to their ends and records those; shared by all runners. */
@Injectable()
export class JobExecutor implements Execute {
  readonly #held = new Set<HeldLease>();
  /** Leases being taken, and jobs that run. */
  readonly #busy = new Set<Promise<unknown>>();
  #stopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
    @Inject(Leases) private readonly leases: Leases,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  async one(id: string): Promise<void> {
    if (!this.#stopping) await this.#while(this.#takeOne(id));
  }

  async due(lane: Lane, most: number): Promise<{ run(): Promise<void> }[]> {
    return this.#stopping ? [] : this.#while(this.#takeDue(lane, most));
  }

  /**
   * Takes no new leases; waits for running jobs, at most `patience` ms; then tells those still running to stop and
   * hands their leases back, so that others may have them at once.
   */
  async stop(patience = PATIENCE_MS): Promise<void> {
    this.#stopping = true;
    // What was leased in this very turn has begun by the next.
    await new Promise((go) => setImmediate(go));
    await this.#ended(patience);
    const late = [...this.#held];
    for (const lease of late) lease.lose();
    await this.#handBack(late.map((lease) => lease.taken));
    await this.#ended(Math.min(patience, LAST_WORDS_MS));
  }

  async #ended(ms: number): Promise<void> {
    const giveUpAt = performance.now() + ms;
    while (this.#busy.size > 0 && performance.now() < giveUpAt) {
      await within(giveUpAt - performance.now(), Promise.allSettled(this.#busy)).catch(() => undefined);
    }
  }

  async #while<T>(work: Promise<T>): Promise<T> {
    this.#busy.add(work);
    return work.finally(() => this.#busy.delete(work));
  }

  async #takeOne(id: string): Promise<void> {
    const taken = await this.leases.takeOne(id);
    if (taken) await this.#start(taken);
  }

  async #takeDue(lane: Lane, most: number): Promise<{ run(): Promise<void> }[]> {
    const all = await this.leases.takeDue(lane, most);
    if (!this.#stopping) return all.map((taken) => ({ run: () => this.#start(taken) }));
    await this.#handBack(all);
    return [];
  }

  #start(taken: Taken): Promise<void> {
    // Taken in the moment of the stop: it has not begun, so others may have it.
    if (this.#stopping) return this.#handBack([taken]);
    const lease = new HeldLease(taken, this.leases, this.config.leaseMs, this.log);
    this.#held.add(lease);
    const work = this.#toItsEnd(lease).finally(() => {
      lease.release();
      this.#held.delete(lease);
    });
    return this.#while(work);
  }

  async #handBack(all: readonly Taken[]): Promise<void> {
    await this.leases.handBack(all).catch((error: unknown) => {
      this.log.warn({ err: error }, 'Leases could not be handed back; they run out by themselves.');
    });
  }

  /** Never rejects: without a database even the failure cannot be recorded; the lease then runs out. */
  async #toItsEnd(lease: HeldLease): Promise<void> {
    try {
      const handler = this.jobs.handlerOf(lease.kind);
      // Its process stopped in the midst of each try, the last one included; or of so many that it must be to blame.
      if (lease.attempt > lease.maxAttempts || lease.taken.crashes >= MOST_CRASHES)
        return await this.#bury(lease, handler, 'Every process that ran it stopped.');
      await this.#try(lease, handler);
    } catch (error) {
      this.log.error({ err: error, job: lease.jobId, kind: lease.kind }, 'The end of a job could not be recorded.');
    }
  }

  async #try(lease: HeldLease, handler: JobHandler | undefined): Promise<void> {
    try {
      if (!handler) throw new Error(`This release knows no job of the kind "${lease.kind}".`);
      // A handler that does not listen must not keep its place here once the job is somebody else's.
      await Promise.race([handler.run(lease), lease.lost]);
    } catch (error) {
      return this.#failed(lease, handler, error);
    }
    if (!lease.recorded) await this.database.write((tx) => this.leases.done(tx, lease.taken));
  }

  async #failed(lease: HeldLease, handler: JobHandler | undefined, error: unknown): Promise<void> {
    const facts = { err: error, job: lease.jobId, kind: lease.kind, attempt: lease.attempt };
    if (error instanceof LeaseLost || lease.signal.aborted) {
      this.log.warn(facts, 'A job lost its lease; whoever has it now goes on.');
      return;
    }
    const why = messageOf(error);
    if (lease.attempt >= lease.maxAttempts) return this.#bury(lease, handler, why);
    const runAt = nextTry(this.now.instant(), lease.attempt);
    if (await this.leases.retry(lease.taken, runAt, why))
      this.log.warn({ ...facts, runAt }, 'A job failed; it is tried again.');
  }

  async #bury(lease: HeldLease, handler: JobHandler | undefined, why: string): Promise<void> {
    const facts = { job: lease.jobId, kind: lease.kind, subject: lease.subjectId, why };
    try {
      const dead = await this.database.write(async (tx) => {
        if (!(await this.leases.bury(tx, lease.taken, why))) return false;
        await handler?.dead?.(tx, lease.subjectId, why);
        return true;
      });
      if (dead) this.log.error(facts, 'A job is dead: it failed at every try.');
    } catch (error) {
      // Else a fault in `dead` would bring the job back for ever.
      this.log.error({ ...facts, err: error }, 'A job is dead, and its feature could not be told.');
      await this.database.write((tx) => this.leases.bury(tx, lease.taken, why));
    }
  }
}

/** What may be kept of an error: its message, short, on one line, without the passwords that URLs carry. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // Other servers' words: PostgreSQL would refuse a NUL among them, and with it the record.
  const line = message.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return line.replace(/\/\/[^/@\s]*@/g, '//***@').slice(0, LONGEST_ERROR);
}
