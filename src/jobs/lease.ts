import type { Scope, Tx } from '../database/database.ts';
import type { Lane } from './lanes.ts';

/** The right to run one job for a while, renewed while it runs. */
export interface Lease {
  readonly jobId: string;
  readonly kind: string;
  readonly subjectId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Nobody has had the job in hand before: also not somebody whose try was not counted. */
  readonly isFirst: boolean;
  /** Which process runs it, for the record. */
  readonly worker: string;
  /** Aborted when the lease is lost, or when the process stops and has waited long enough (8 s) for the job's end. */
  readonly signal: AbortSignal;
  /** Asks the database whether the lease is still held; throws `LeaseLost` if not. Call it right before an act. */
  check(): Promise<void>;
  /** Records, inside `tx`, that the job is done; throws `LeaseLost` (and so undoes `tx`) when the lease has gone. */
  done(tx: Tx): Promise<void>;
  /**
   * Puts the job back, inside `tx`, to be taken up again at `runAt` in its old place; throws `LeaseLost` as `done` does. It
   * costs no try unless `spent` says so: what waits for its turn has not failed.
   */
  putOff(tx: Tx, runAt: string, spent?: 0 | 1): Promise<void>;
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
  /**
   * An owner has it dropped, inside that transaction; `dead` is told when this is missing. Throws a `DeskError` where
   * dropping makes no sense, with what does.
   */
  dropped?(tx: Tx, subjectId: string, why: string): Promise<void>;
  /** An owner has a dead job tried again, inside that transaction: undoes what `dead` did. Throws a `DeskError` when it is too late. */
  again?(tx: Tx, subjectId: string): Promise<void>;
  /** For owners: what it is about, in words. Of requests their numbers alone. Null when there is nothing to say. */
  about?(scope: Scope, subjectId: string): Promise<string | null>;
}

export interface NewJob {
  kind: string;
  subjectId: string;
  /** In which line it waits; `desk` when not said. */
  lane?: Lane;
  /** See priorities.ts; `usual` when not said. */
  priority?: number;
  /** Now when not said; at most a month ahead: whatever is put off further was put off by a clock that stood ahead. */
  runAt?: string;
  /** While a job with this kind and key waits or runs, this one is not added. */
  dedupe?: string;
  /** 12 when not said. */
  maxAttempts?: number;
}
