import { hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Now, shift } from '../now.ts';
import { JOB_KINDS } from './kinds.ts';
import type { Lane } from './lanes.ts';
import { nextTry } from './next-try.ts';
import { together } from './together.ts';

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
  /** How many processes stopped in the midst of it. */
  crashes: number;
  token: number;
}

/** Nothing is put off so far, so who finds a row that is knows that the clock stood ahead, and was put right. */
const TOO_FAR_MS = 31 * 24 * 3600 * 1000;

const COLUMNS = `job.id, kind, subject_id AS "subjectId", priority, run_at AS "runAt", attempts,
  max_attempts AS "maxAttempts", crashes, lease_token AS token`;
const HELD = `id = :id AND lease_token = :token AND state = 'leased'`;
const DUE = `state = 'waiting' AND run_at <= :now AND kind IN (:kinds)`;
/** PostgreSQL: whoever counts what was begun in a minute, so that two who count at once do not both find room. */
const COUNTING = 7_364_220;
const MINUTE_MS = 60_000;
/** After so many crashes a job is tried again at once, like those that only stood beside the one to blame. */
const CRASHES_AT_ONCE = 2;

/**
 * The statements by which a row is leased and let go. Two clocks judge: whether a row is *due* (`run_at`, back-off) is a
 * matter of the desk's time, the injected `Now`. How long a *lease* lasts is measured by the database's own clock, the
 * one clock that all processes share: theirs may differ by more than a lease, and a test that moves `Now` by a month
 * must not take the running jobs away from their holders.
 */
@Injectable()
export class Leases {
  readonly worker = `${hostname()}/${process.pid}`;
  readonly #doneIn = new WeakMap<Tx, (taken: Taken) => Promise<boolean>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
    /** What this release can do. Jobs of another kind are for newer processes, and are left alone. */
    @Inject(JOB_KINDS) readonly kinds: readonly string[],
  ) {}

  /** Leases one row, if it is waiting and due, of a kind that is known here, and its lane may go on. */
  readonly takeOne: (id: string) => Promise<Taken | undefined> = together((ids: readonly string[]) =>
    this.#takeThese(ids),
  );

  async #takeThese(ids: readonly string[]): Promise<(Taken | undefined)[]> {
    const rows = await this.database.write(async (tx) => {
      const allowed = await this.#whoseTurn(tx, ids);
      if (allowed.length === 0) return [];
      return sql<Taken>(
        tx,
        `WITH due AS MATERIALIZED (
           SELECT id FROM job WHERE id IN (:ids) AND ${DUE} ${tx.engine === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : ''})
         UPDATE job SET ${this.#lease(tx)} FROM due WHERE job.id = due.id RETURNING ${COLUMNS}`,
        { ids: [...allowed], ...this.#due(), worker: this.worker },
      );
    });
    const taken = new Map(rows.map((row) => [row.id, row]));
    // Whoever asked for the same row comes second, and has nothing.
    return ids.map((id) => {
      const row = taken.get(id);
      taken.delete(id);
      return row;
    });
  }

  /** Leases up to `most` rows of a lane that are waiting and due, most important and oldest first. */
  async takeDue(lane: Lane, most: number): Promise<Taken[]> {
    // MATERIALIZED: otherwise PostgreSQL may run the inner query more than once and lock more rows than it updates.
    const rows = await this.database.write(async (tx) => {
      const limit = Math.min(most, await this.#room(tx, lane));
      if (limit === 0) return [];
      return sql<Taken>(
        tx,
        `WITH due AS MATERIALIZED (
           SELECT id FROM job WHERE lane = :lane AND ${DUE} ORDER BY priority, run_at, id
           LIMIT ${limit} ${tx.engine === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : ''})
         UPDATE job SET ${this.#lease(tx)} FROM due WHERE job.id = due.id RETURNING ${COLUMNS}`,
        { lane, ...this.#due(), worker: this.worker },
      );
    });
    return rows.sort(byImportance);
  }

  /** Whether the lease is still held, and not yet over. */
  readonly isHeld: (taken: Taken) => Promise<boolean> = together(async (all: readonly Taken[]) => {
    const rows = await this.database.read((scope) =>
      sql<{ id: string; token: number }>(
        scope,
        `SELECT id, lease_token AS token FROM job
         WHERE id IN (:ids) AND state = 'leased' AND lease_until > ${clock(scope)}`,
        { ids: all.map(({ id }) => id) },
      ),
    );
    const held = new Map(rows.map(({ id, token }) => [id, token]));
    return all.map(({ id, token }) => held.get(id) === token);
  });

  /** Makes the lease last its whole length from now on. False when it has gone. */
  async renew({ id, token }: Taken): Promise<boolean> {
    const rows = await this.database.write((tx) =>
      sql(tx, `UPDATE job SET lease_until = ${this.#end(tx)} WHERE ${HELD} RETURNING id`, { id, token }),
    );
    return rows.length > 0;
  }

  /**
   * Records that the job is done; `false`, and nothing is recorded, when the lease has gone. What a transaction says of
   * many jobs at once is one statement.
   */
  done(tx: Tx, taken: Taken): Promise<boolean> {
    let done = this.#doneIn.get(tx);
    if (!done) this.#doneIn.set(tx, (done = together((all: readonly Taken[]) => this.#allDone(tx, all))));
    return done(taken);
  }

  async #allDone(tx: Tx, all: readonly Taken[]): Promise<boolean[]> {
    const held = all.map((_, n) => `(id = :id${n} AND lease_token = :token${n})`).join(' OR ');
    const values = all.flatMap(({ id, token }, n) => [
      [`id${n}`, id],
      [`token${n}`, token],
    ]);
    const rows = await sql<{ id: string }>(
      tx,
      `UPDATE job SET state = 'done', finished_at = :now, lease_until = NULL
       WHERE state = 'leased' AND (${held}) RETURNING id`,
      { ...Object.fromEntries(values), now: this.now.instant() },
    );
    const done = new Set(rows.map(({ id }) => id));
    return all.map(({ id }) => done.has(id));
  }

  /** Records that the job is dead, and why; `false`, and nothing is recorded, when the lease has gone. */
  async bury(tx: Tx, { id, token }: Taken, why: string): Promise<boolean> {
    const rows = await sql(
      tx,
      `UPDATE job SET state = 'dead', finished_at = :now, last_error = :why, lease_until = NULL WHERE ${HELD} RETURNING id`,
      { id, token, why, now: this.now.instant() },
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
      for (const taken of all) await this.putOff(tx, taken, null, 0);
    });
  }

  /** Puts a job back for `runAt` (null: as it was), as if it had been tried `spent` times less or not at all. */
  async putOff(tx: Tx, { id, token }: Taken, runAt: string | null, spent: 0 | 1): Promise<boolean> {
    const rows = await sql(
      tx,
      `UPDATE job SET state = 'waiting', run_at = coalesce(:runAt, run_at), attempts = attempts - 1 + ${spent},
         lease_until = NULL, leased_by = NULL, leased_at = ${spent === 0 ? 'NULL' : 'leased_at'} WHERE ${HELD} RETURNING id`,
      { id, token, runAt },
    );
    return rows.length > 0;
  }

  /**
   * Frees the rows whose holder has not renewed in time: it crashed or hangs. Their attempt stays counted, and so does
   * the crash: a job that kills its process waits longer each time, by itself and not beside those that happened to
   * stand next to it, and dies in the end. A lease that ends later than two lengths from now was written by another
   * clock, and is void.
   */
  async freeExpired(): Promise<void> {
    const over = (scope: Scope): string =>
      `state = 'leased' AND (lease_until <= ${clock(scope)} OR lease_until > ${clock(scope, 2 * this.config.leaseMs)})`;
    // Looking first: most sweeps find none, and need no write.
    const found = await this.database.read((scope) =>
      sql(scope, `SELECT id FROM job WHERE ${over(scope)} LIMIT 1`, {}),
    );
    if (found.length === 0) return;
    const now = this.now.instant();
    const why = 'The process that ran it stopped without an answer.';
    await this.database.write(async (tx) => {
      // What is being recorded or renewed in this very moment is not over, and waiting for it could end in a deadlock.
      const lock = tx.engine === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
      const rows = await sql<{ id: string; crashes: number }>(
        tx,
        `SELECT id, crashes FROM job WHERE ${over(tx)} ${lock}`,
      );
      for (const { id, crashes } of rows) {
        const beyond = crashes + 1 - CRASHES_AT_ONCE;
        await sql(
          tx,
          `UPDATE job SET state = 'waiting', lease_until = NULL, leased_by = NULL, last_error = :why, crashes = crashes + 1,
             run_at = coalesce(:runAt, run_at) WHERE id = :id`,
          { id, why, runAt: beyond > 0 ? nextTry(now, beyond) : null },
        );
      }
    });
  }

  #due() {
    return { now: this.now.instant(), kinds: [...this.kinds] };
  }

  /** Whoever asks for single rows may ask for the less important first: while there is little room, that is not their turn. */
  async #whoseTurn(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
    // Only where there is a limit does the lane matter.
    if (this.config.smtpMaxPerMinute === 0) return ids;
    const mail = await sql<{ id: string }>(tx, `SELECT id FROM job WHERE id IN (:ids) AND lane = 'mail'`, {
      ids: [...ids],
    });
    if (mail.length === 0) return ids;
    const first = await sql<{ id: string }>(
      tx,
      `SELECT id FROM job WHERE lane = 'mail' AND ${DUE} ORDER BY priority, run_at, id LIMIT ${await this.#room(tx, 'mail')}`,
      this.#due(),
    );
    const [limited, next] = [new Set(mail.map(({ id }) => id)), new Set(first.map(({ id }) => id))];
    return ids.filter((id) => !limited.has(id) || next.has(id));
  }

  /**
   * How many of a lane may begin now. All processes count the same rows, so a limit holds for the desk; and what is not
   * begun waits as it is, in its order: it costs no try, holds no lease, and whatever is more important passes it.
   */
  async #room(tx: Tx, lane: Lane): Promise<number> {
    const { smtpMaxPerMinute: most } = this.config;
    if (lane !== 'mail' || most === 0) return Infinity;
    if (tx.engine === 'postgres') await sql(tx, `SELECT pg_advisory_xact_lock(${COUNTING})`);
    const [row] = await sql<{ begun: number | string }>(
      tx,
      `SELECT count(*) AS begun FROM job WHERE lane = 'mail' AND leased_at > :since`,
      { since: shift(this.now.instant(), -MINUTE_MS) },
    );
    return Math.max(0, most - Number(row!.begun));
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
      leased_at = :now, lease_until = ${this.#end(scope)}`;
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
