import type { Tx } from '../database/database.ts';
import type { Log } from '../log.ts';
import { LeaseLost, type Lease } from './lease.ts';
import type { Leases, Taken } from './leases.ts';

/** A lease in the hand of this process, renewed until the job has ended. */
export class HeldLease implements Lease {
  readonly jobId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly isFirst: boolean;
  readonly worker: string;
  /** The end is in the database already. */
  recorded = false;
  /** Rejects when the lease is lost, else never settles. */
  readonly lost: Promise<never>;
  readonly #gone = new AbortController();
  readonly #timer: NodeJS.Timeout;
  /** On this process's steady clock: after it the lease may be somebody else's. */
  #safeUntil: number;

  constructor(
    readonly taken: Taken,
    private readonly leases: Leases,
    private readonly leaseMs: number,
    private readonly log: Log,
  ) {
    this.jobId = taken.id;
    this.kind = taken.kind;
    this.subjectId = taken.subjectId;
    this.attempt = taken.attempts;
    this.maxAttempts = taken.maxAttempts;
    this.isFirst = taken.token === 1;
    this.worker = leases.worker;
    this.#safeUntil = performance.now() + leaseMs;
    this.lost = new Promise((_, fail) => {
      this.signal.addEventListener('abort', () => fail(this.signal.reason as LeaseLost));
    });
    this.lost.catch(() => undefined);
    this.#timer = setInterval(() => void this.#renew(), leaseMs / 3);
  }

  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  async check(): Promise<void> {
    if (!this.signal.aborted && (await this.leases.isHeld(this.taken))) return;
    this.lose();
    throw new LeaseLost(this.jobId);
  }

  async done(tx: Tx): Promise<void> {
    if (this.signal.aborted || !(await this.leases.done(tx, this.taken))) {
      this.lose();
      throw new LeaseLost(this.jobId);
    }
    tx.afterCommit(() => void (this.recorded = true));
  }

  async putOff(tx: Tx, runAt: string, spent: 0 | 1 = 0): Promise<void> {
    if (this.signal.aborted || !(await this.leases.putOff(tx, this.taken, runAt, spent))) {
      this.lose();
      throw new LeaseLost(this.jobId);
    }
    tx.afterCommit(() => void (this.recorded = true));
  }

  /** From here on nothing may be recorded, and the handler is told to stop. */
  lose(): void {
    this.release();
    if (!this.signal.aborted) this.#gone.abort(new LeaseLost(this.jobId));
  }

  /** The job has ended: no more renewing. */
  release(): void {
    clearInterval(this.#timer);
  }

  async #renew(): Promise<void> {
    const asked = performance.now();
    try {
      if (await this.leases.renew(this.taken)) this.#safeUntil = asked + this.leaseMs;
      else if (!this.recorded) this.lose();
    } catch (error) {
      this.log.warn({ err: error, job: this.jobId }, 'A lease could not be renewed.');
      if (performance.now() > this.#safeUntil) this.lose();
    }
  }
}
