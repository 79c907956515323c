import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { DeskError } from '../errors.ts';
import {
  type DatabaseSettings,
  type Entities,
  engineOf,
  readerSource,
  sqlitePath,
  writerSource,
} from './data-source.ts';
import { type Engine, isBusy, isFull, isTooSlow, isUnreachable } from './engine.ts';
import { ReaderThread } from './reader-thread.ts';
import { bound, sql } from './sql.ts';
import { Turns } from './turns.ts';

/** Where reads run: inside `read`, or inside a `write` whose own rows must be seen. */
export interface Scope {
  readonly em: EntityManager;
  readonly engine: Engine;
}

/** One open write. Pass it on: opening another inside it throws. */
export interface Tx extends Scope {
  readonly writing: true;
  /** Runs after the commit, outside the transaction; its errors are logged and change nothing. */
  afterCommit(fn: () => void | Promise<void>): void;
  /** What this write deletes is taken out of SQLite's log as well, where old pages else wait to be written over. */
  leaveNoTrace(): void;
}

/** What the door reports: faults of after-commit work, and writes that were held too long. */
export interface DoorLog {
  warn(facts: object, says: string): void;
  error(facts: object, says: string): void;
}

const BUSY_LIMIT_MS = 5000;
const LONG_WRITE_MS = 2000;
const LONGEST_BREATHLESS_MS = 10;
const EMPTYING_LIMIT_MS = 1000;
/** Of the ten connections that read. */
const ASIDE_AT_ONCE = 4;

/** What one write asks for besides its rows. */
interface Wishes {
  after: (() => void | Promise<void>)[];
  noTrace: boolean;
}

/**
 * The one door to the database. TypeORM gives SQLite a single connection on which two open transactions nest in one
 * another, so that the rollback of one takes acknowledged writes of the other with it (docs/decisions/0002). Hence
 * writes queue here on SQLite, and nothing else in `src` may touch a `DataSource` or a `Repository`.
 */
export class Database {
  readonly engine: Engine;
  #writer: DataSource;
  #reader: DataSource;
  #queue: Promise<unknown> = Promise.resolve();
  #breathedAt = 0;
  #writesOpen = 0;
  #inside = new AsyncLocalStorage<'read' | 'write'>();
  readonly #thread: ReaderThread;
  readonly #turns: Turns;

  constructor(
    private readonly settings: DatabaseSettings,
    private readonly entities: Entities,
    private readonly log: DoorLog,
    private readonly asideLimits = { ms: 10_000, waiting: 50 },
  ) {
    this.engine = engineOf(settings);
    this.#writer = writerSource(settings, entities);
    this.#reader = readerSource(settings, entities);
    this.#thread = new ReaderThread(sqlitePath(settings), asideLimits.ms);
    this.#turns = new Turns(this.engine === 'sqlite' ? 1 : ASIDE_AT_ONCE, asideLimits.waiting);
  }

  /** Writes asked for and not yet finished: how long the queue is. */
  get writesOpen(): number {
    return this.#writesOpen;
  }

  async open(): Promise<void> {
    await this.#writer.initialize();
    await this.#reader.initialize();
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    await this.#thread.close();
    if (this.#reader.isInitialized) await this.#reader.destroy();
    if (this.#writer.isInitialized) await this.#writer.destroy();
  }

  /**
   * Runs `fn` in one transaction: all of it commits, or none. No I/O but the database's belongs inside.
   * Throws `unavailable` when SQLite stays locked by another process for 5 s, `out-of-space` when the disk is full.
   */
  async write<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) throw new Error('A write inside a read or a write: pass `tx` on instead.');
    const caller = new Error('held here');
    const wishes: Wishes = { after: [], noTrace: false };
    const run = async () => {
      const result = await this.#inside.run('write', () => this.#transaction(fn, wishes, caller));
      if (wishes.noTrace && this.engine === 'sqlite') await this.#emptyLog();
      return result;
    };
    this.#writesOpen += 1;
    try {
      const result = this.engine === 'sqlite' ? await this.#inTurn(run) : await run();
      for (const task of wishes.after) this.#soon(task);
      return result;
    } finally {
      this.#writesOpen -= 1;
    }
  }

  /** Runs `fn` on connections that cannot write; it sees committed rows only. */
  async read<T>(fn: (scope: Scope) => Promise<T>): Promise<T> {
    if (this.#inside.getStore() === 'write') throw new Error('A read inside a write: pass `tx` on instead.');
    try {
      return await this.#inside.run('read', () => fn({ em: this.#reader.manager, engine: this.engine }));
    } catch (error) {
      throw asDeskError(error);
    }
  }

  /**
   * One reading statement that may take long, such as a search: on SQLite in a thread, where nobody else waits for it; on
   * PostgreSQL on few connections at once. Sees committed rows only. Throws `unavailable` when it took too long or too
   * many wait. SQLite knows the time is up only when the statement asks `in_time()`, once for some dozens of rows.
   */
  async readAside<T>(statement: string, parameters: Record<string, unknown> = {}): Promise<T[]> {
    if (this.#inside.getStore() === 'write') throw new Error('A read inside a write: pass `tx` on instead.');
    try {
      return (await this.#turns.take(() =>
        this.engine === 'sqlite' ? this.#inThread(statement, parameters) : this.#inTime(statement, parameters),
      )) as T[];
    } catch (error) {
      throw asDeskError(error);
    }
  }

  #inThread(statement: string, parameters: Record<string, unknown>): Promise<unknown[]> {
    const { text, values } = bound(this.engine, statement, parameters);
    return this.#thread.all(text, values);
  }

  #inTime(statement: string, parameters: Record<string, unknown>): Promise<unknown[]> {
    return this.#reader.transaction(async (em) => {
      await em.query(`SET LOCAL statement_timeout = ${this.asideLimits.ms}`);
      return sql({ em, engine: this.engine }, statement, parameters);
    });
  }

  /** Like `read`, but every statement of `fn` sees the same moment: for exports, backups and `verify`. */
  async snapshot<T>(fn: (scope: Scope) => Promise<T>): Promise<T> {
    const source = readerSource(this.settings, this.entities);
    await source.initialize();
    try {
      const level = this.engine === 'postgres' ? 'REPEATABLE READ' : undefined;
      const work = (em: EntityManager) => this.#inside.run('read', () => fn({ em, engine: this.engine }));
      return await (level ? source.transaction(level, work) : source.transaction(work));
    } finally {
      await source.destroy();
    }
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => this.#breathe()).then(run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** SQLite answers at once, so that a long queue of writes would never let the event loop answer anybody else. */
  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathedAt < LONGEST_BREATHLESS_MS) return;
    await breathe();
    this.#breathedAt = performance.now();
  }

  async #transaction<T>(fn: (tx: Tx) => Promise<T>, wishes: Wishes, caller: Error): Promise<T> {
    const giveUpAt = performance.now() + BUSY_LIMIT_MS;
    for (;;) {
      const started = performance.now();
      let holdsLock = false;
      try {
        return await this.#writer.transaction(async (em) => {
          // The first statement takes SQLite's write lock: a transaction that reads first and writes later fails with
          // BUSY_SNAPSHOT when another process has written in between.
          if (this.engine === 'sqlite') await em.query('UPDATE writer_lock SET id = id WHERE 0');
          holdsLock = true;
          return fn({
            em,
            engine: this.engine,
            writing: true,
            afterCommit: (task) => wishes.after.push(task),
            leaveNoTrace: () => (wishes.noTrace = true),
          });
        });
      } catch (error) {
        if (holdsLock || !isBusy(error)) throw asDeskError(error);
        if (performance.now() > giveUpAt) throw asDeskError(error);
        await sleep(1 + Math.random() * 4);
      } finally {
        const held = performance.now() - started;
        if (holdsLock && held > LONG_WRITE_MS) {
          this.log.warn({ heldMs: Math.round(held), caller: caller.stack }, 'A write was held for too long.');
        }
      }
    }
  }

  /** The write is committed by now: what goes wrong here is told, and changes nothing of that. */
  async #emptyLog(): Promise<void> {
    const giveUpAt = performance.now() + EMPTYING_LIMIT_MS;
    try {
      for (;;) {
        const [row] = await this.#writer.query<{ busy: number }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
        if (row?.busy === 0) return;
        if (performance.now() > giveUpAt) break;
        await sleep(20);
      }
      this.log.warn({}, 'What was deleted for good stays in the log of the database until its readers are done.');
    } catch (error) {
      this.log.warn({ err: error }, 'The log of the database could not be emptied after a redaction.');
    }
  }

  #soon(task: () => void | Promise<void>): void {
    this.#inside.exit(() => {
      Promise.resolve()
        .then(task)
        .catch((error: unknown) => this.log.error({ err: error }, 'Work after a commit failed.'));
    });
  }
}

function asDeskError(error: unknown): unknown {
  if (error instanceof DeskError) return error;
  if (isBusy(error)) {
    return new DeskError('unavailable', 'The database is busy. Nothing was changed; please try again.', {
      retryAfter: 1,
      cause: error,
    });
  }
  if (isTooSlow(error)) {
    return new DeskError('unavailable', 'This took too long and was given up: ask for something rarer, or narrow it.', {
      retryAfter: 10,
      cause: error,
    });
  }
  if (isFull(error)) {
    return new DeskError('out-of-space', 'The disk is full. Nothing was changed.', {
      hint: 'Free space on the disk that holds the database.',
      cause: error,
    });
  }
  if (isUnreachable(error)) {
    return new DeskError('unavailable', 'The database cannot be reached just now. Please try again.', {
      retryAfter: 2,
      cause: error,
    });
  }
  return error;
}
