import type { Tx } from '../database/database.ts';

/** The right to run one job for a while, renewed while it runs. */
export interface Lease {
  readonly jobId: string;
  readonly kind: string;
  readonly subjectId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Which process runs it, for the record. */
  readonly worker: string;
  /** Aborted when the lease is lost, or when the process stops and has waited long enough (8 s) for the job's end. */
  readonly signal: AbortSignal;
  /** Asks the database whether the lease is still held; throws `LeaseLost` if not. Call it right before an act. */
  check(): Promise<void>;
  /** Records, inside `tx`, that the job is done; throws `LeaseLost` (and so undoes `tx`) when the lease has gone. */
  done(tx: Tx): Promise<void>;
}

/** Somebody else may hold the job by now: nothing may be recorded any more. */
export class LeaseLost extends Error {
  constructor(jobId: string) {
    super(`The lease of job ${jobId} is lost.`);
    this.name = 'LeaseLost';
  }
}

/**
 * Does one kind of job. It re-reads the truth by `subjectId` (cancelled? already done?), calls `lease.check()` before
 * it acts outside the database, and records its outcome with `lease.done(tx)` in one transaction; a handler that
 * returns without that has its job marked done. Throwing means: try again later, with back-off, until
 * `maxAttempts`; then the job is dead and `dead` is told.
 */
export interface JobHandler {
  run(lease: Lease): Promise<void>;
  /** Inside the transaction that marks the job dead. */
  dead?(tx: Tx, subjectId: string, why: string): Promise<void>;
}

export interface NewJob {
  kind: string;
  subjectId: string;
  /** 0 first; 5 when not said. */
  priority?: number;
  /** Now when not said; at most a month ahead: whatever is put off further was put off by a clock that stood ahead. */
  runAt?: string;
  /** While a job with this kind and key waits or runs, this one is not added. */
  dedupe?: string;
  /** 12 when not said. */
  maxAttempts?: number;
}
