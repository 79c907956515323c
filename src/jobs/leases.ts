import { hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Now, shift } from '../now.ts';

/** A row just leased by this process. */
export interface Taken {
  id: string;
  kind: string;
  subjectId: string;
  priority: number;
  runAt: string;
  /** This try included. */
  attempts: number;
  maxAttempts: number;
  token: number;
}

/** Nothing is put off so far, so who finds a row that is knows that the clock stood ahead, and was put right. */
const TOO_FAR_MS = 31 * 24 * 3600 * 1000;

const COLUMNS = `job.id, kind, subject_id AS "subjectId", priority, run_at AS "runAt", attempts,
  max_attempts AS "maxAttempts", lease_token AS token`;
const HELD = `id = :id AND lease_token = :token AND state = 'leased'`;

/**
 * The statements by which a row is leased and let go. Two clocks judge: whether a row is *due* (`run_at`, back-off) is a
 * matter of the desk's time, the injected `Now`. How long a *lease* lasts is measured by the database's own clock, the
 * one clock that all processes share: theirs may differ by more than a lease, and a test that moves `Now` by a month
 * must not take the running jobs away from their holders.
 */
@Injectable()
export class Leases {
  readonly worker = `${hostname()}/${process.pid}`;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Leases one row, if it is waiting and due. */
  async takeOne(id: string): Promise<Taken | undefined> {
    const rows = await this.database.write((tx) =>
      sql<Taken>(
        tx,
        `UPDATE job SET ${this.#lease(tx)} WHERE id = :id AND state = 'waiting' AND run_at <= :now RETURNING ${COLUMNS}`,
        { id, now: this.now.instant(), worker: this.worker },
      ),
    );
    return rows[0];
  }

  /** Leases up to `most` rows that are waiting and due, most important and oldest first. */
  async takeDue(most: number): Promise<Taken[]> {
    // MATERIALIZED: otherwise PostgreSQL may run the inner query more than once and lock more rows than it updates.
    const rows = await this.database.write((tx) =>
      sql<Taken>(
        tx,
        `WITH due AS MATERIALIZED (
           SELECT id FROM job WHERE state = 'waiting' AND run_at <= :now ORDER BY priority, run_at, id
           LIMIT ${most} ${tx.engine === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : ''})
         UPDATE job SET ${this.#lease(tx)} FROM due WHERE job.id = due.id RETURNING ${COLUMNS}`,
        { now: this.now.instant(), worker: this.worker },
      ),
    );
    return rows.sort(byImportance);
  }

  /** Whether the lease is still held, and not yet over. */
  async isHeld({ id, token }: Taken): Promise<boolean> {
    const rows = await this.database.read((scope) =>
      sql(scope, `SELECT id FROM job WHERE ${HELD} AND lease_until > ${clock(scope)}`, { id, token }),
    );
    return rows.length > 0;
  }

  /** Makes the lease last its whole length from now on. False when it has gone. */
  async renew({ id, token }: Taken): Promise<boolean> {
    const rows = await this.database.write((tx) =>
      sql(tx, `UPDATE job SET lease_until = ${this.#end(tx)} WHERE ${HELD} RETURNING id`, { id, token }),
    );
    return rows.length > 0;
  }

  /** Records the end of the job; `false`, and nothing is recorded, when the lease has gone. */
  async finish(tx: Tx, { id, token }: Taken, state: 'done' | 'dead', why: string | null): Promise<boolean> {
    const rows = await sql(
      tx,
      `UPDATE job SET state = :state, finished_at = :now, last_error = coalesce(:why, last_error), lease_until = NULL
       WHERE ${HELD} RETURNING id`,
      { id, token, state, why, now: this.now.instant() },
    );
    return rows.length > 0;
  }

  /** Puts the job back to be tried again at `runAt`. */
  async retry({ id, token }: Taken, runAt: string, why: string): Promise<boolean> {
    const rows = await this.database.write((tx) =>
      sql(
        tx,
        `UPDATE job SET state = 'waiting', run_at = :runAt, last_error = :why, lease_until = NULL, leased_by = NULL
         WHERE ${HELD} RETURNING id`,
        { id, token, runAt, why },
      ),
    );
    return rows.length > 0;
  }

  /** Puts jobs back as if they had not been tried: this process stops. */
  async handBack(all: readonly Taken[]): Promise<void> {
    if (all.length === 0) return;
    await this.database.write(async (tx) => {
      for (const { id, token } of all) {
        await sql(
          tx,
          `UPDATE job SET state = 'waiting', attempts = attempts - 1, lease_until = NULL, leased_by = NULL WHERE ${HELD}`,
          { id, token },
        );
      }
    });
  }

  /**
   * Frees the rows whose holder has not renewed in time: it crashed or hangs. Their attempt stays counted, so that a
   * job which kills its process dies in the end. A lease that ends later than two lengths from now was written by
   * another clock, and is void.
   */
  async freeExpired(): Promise<void> {
    const over = (scope: Scope): string =>
      `state = 'leased' AND (lease_until <= ${clock(scope)} OR lease_until > ${clock(scope, 2 * this.config.leaseMs)})`;
    // Looking first: most sweeps find none, and need no write.
    const found = await this.database.read((scope) =>
      sql(scope, `SELECT id FROM job WHERE ${over(scope)} LIMIT 1`, {}),
    );
    if (found.length === 0) return;
    const why = 'The process that ran it stopped without an answer.';
    await this.database.write((tx) =>
      sql(
        tx,
        // What is being recorded or renewed in this very moment is not over, and waiting for it could end in a deadlock.
        `UPDATE job SET state = 'waiting', lease_until = NULL, leased_by = NULL, last_error = :why
         WHERE id IN (SELECT id FROM job WHERE ${over(tx)} ${tx.engine === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : ''})`,
        { why },
      ),
    );
  }

  /** Makes due what was put off by a clock that stood ahead: it would wait for a year that is not to come soon. */
  async recallPutOff(): Promise<void> {
    const now = this.now.instant();
    const putOff = `state = 'waiting' AND run_at > :tooFar`;
    const tooFar = shift(now, TOO_FAR_MS);
    const found = await this.database.read((scope) =>
      sql(scope, `SELECT id FROM job WHERE ${putOff} LIMIT 1`, { tooFar }),
    );
    if (found.length === 0) return;
    await this.database.write((tx) => sql(tx, `UPDATE job SET run_at = :now WHERE ${putOff}`, { now, tooFar }));
  }

  #lease(scope: Scope): string {
    return `state = 'leased', attempts = attempts + 1, lease_token = lease_token + 1, leased_by = :worker,
      lease_until = ${this.#end(scope)}`;
  }

  #end(scope: Scope): string {
    return clock(scope, this.config.leaseMs);
  }
}

function byImportance(a: Taken, b: Taken): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  const [left, right] = [a.runAt + a.id, b.runAt + b.id];
  return left < right ? -1 : 1;
}

/** The database's own clock, `ms` from now, as an instant. */
function clock({ engine }: Scope, ms = 0): string {
  if (engine === 'sqlite') return `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '${ms / 1000} seconds')`;
  const moment = `clock_timestamp() + interval '${ms} milliseconds'`;
  return `to_char((${moment}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"')`;
}
