import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { Log } from '../log.ts';
import { type Instant, msBetween, Now, shift } from '../now.ts';
import { FanOut } from './fan-out.ts';

/** Names of the desk's counters. */
const NUMBERS = 'event';
const FORGOTTEN = 'event-forgotten';
const LOT = 500;
const SOON_MS = 100;
/** What is days old is forgotten a few hours sooner or later. */
const FORGET_EVERY_MS = 6 * 3600 * 1000;

/**
 * Gives events their numbers once their transactions have committed, and hands them to webhooks in the same write.
 *
 * Numbers that writers drew themselves would become visible out of order: whoever had read up to 7 would never see a 6 whose
 * transaction committed later. So one at a time numbers what is committed: the row of the counter is the lock, held to the
 * end of the write, and there is no gap and no number that becomes visible after a higher one.
 */
@Injectable()
export class Publishing implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #forgotAt: Instant | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.sweep.every('events', async () => {
      await this.fanOut.look();
      await this.publish();
      await this.#forget();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** After a commit: only webhooks wait for a number, readers have theirs given when they ask. */
  soon(): void {
    if (this.#stopped || this.#timer || !this.fanOut.hasWebhooks) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#running = this.publish().catch((error: unknown) => {
        this.log.warn({ err: error }, 'Events could not be numbered; the sweep tries again.');
      });
    }, SOON_MS);
  }

  /** Numbers everything that has committed by now. */
  async publish(): Promise<void> {
    while ((await this.#waits()) && !this.#stopped) {
      const count = await this.database.write((tx) => this.#number(tx));
      if (count < LOT) return;
    }
  }

  /** The highest number that is not kept any more. */
  async forgotten(): Promise<number> {
    const [row] = await this.database.read((scope) =>
      sql<{ value: number }>(scope, `SELECT value FROM counter WHERE name = :name`, { name: FORGOTTEN }),
    );
    return Number(row?.value ?? 0);
  }

  /** Looking first: most sweeps find none, and need no write. */
  async #waits(): Promise<boolean> {
    const rows = await this.database.read((scope) => sql(scope, `SELECT id FROM event WHERE number IS NULL LIMIT 1`));
    return rows.length > 0;
  }

  async #number(tx: Tx): Promise<number> {
    const [counter] = await sql<{ value: number }>(
      tx,
      `INSERT INTO counter (name, value) VALUES (:name, 0)
       ON CONFLICT (name) DO UPDATE SET value = counter.value RETURNING value`,
      { name: NUMBERS },
    );
    const base = Number(counter!.value);
    // A statement of its own, after the lock: it sees whatever committed while the lock was waited for.
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT id FROM event WHERE number IS NULL ORDER BY seq, id LIMIT ${LOT}`,
    );
    if (rows.length === 0) return 0;
    const ids = rows.map((row) => row.id);
    await sql(
      tx,
      `WITH placed AS (SELECT id, row_number() OVER (ORDER BY seq, id) AS place FROM event WHERE id IN (:ids))
       UPDATE event SET number = ${base} + placed.place FROM placed WHERE event.id = placed.id`,
      { ids },
    );
    await sql(tx, `UPDATE counter SET value = :value WHERE name = :name`, { name: NUMBERS, value: base + ids.length });
    await this.fanOut.hand(tx, base, base + ids.length);
    return ids.length;
  }

  /** From the start of the stream up to the last one that is old: what is kept has no gap. */
  async #forget(): Promise<void> {
    const now = this.now.instant();
    if (this.#forgotAt !== null && Math.abs(msBetween(this.#forgotAt, now)) < FORGET_EVERY_MS) return;
    const before = shift(now, -this.config.eventDays * 24 * 3600 * 1000);
    const [old] = await this.database.read((scope) =>
      sql<{ last: number | string | null }>(scope, `SELECT max(number) AS last FROM event WHERE at < :before`, {
        before,
      }),
    );
    const last = Number(old?.last ?? 0);
    for (let from = await this.forgotten(); from < last && !this.#stopped; from += LOT) {
      const upTo = Math.min(from + LOT, last);
      await this.database.write(async (tx) => {
        await sql(tx, `DELETE FROM event WHERE number <= :upTo`, { upTo });
        await sql(
          tx,
          `INSERT INTO counter (name, value) VALUES (:name, :upTo)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE counter.value < excluded.value`,
          { name: FORGOTTEN, upTo },
        );
      });
    }
    await this.fanOut.forget(before);
    this.#forgotAt = now;
  }
}
