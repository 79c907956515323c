import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { DeskError } from '../errors.ts';
import { copyable } from './checked-read.ts';
import { digestAndStore } from './digest.ts';
import { asDiskError, writeAll } from './durable.ts';
import type { Received, Waiting } from './waiting.ts';

/** Tells whether a row in the database names this content. */
export type IsListed = (sha256: string) => Promise<boolean>;

/** A file's content, open for reading at any place. A `FileHandle` is one. */
export interface StoredFile {
  /** Fills `buffer` from `offset` on with up to `length` bytes that stand at `position`; 0 bytes at the end. */
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  stat(): Promise<{ size: number }>;
  close(): Promise<void>;
}

/** One object in a store, as it lies there. */
export interface Stored {
  /** The last part of its name: a SHA-256, unless somebody else put it there. */
  sha256: string;
  /** Where it lies, for people. */
  path: string;
  /** By the clock of the store. */
  ageMs: number;
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * Content under its SHA-256, on a disk or in a bucket. A file comes in three steps, so that a crash at any moment leaves
 * neither a listed half file nor an unlisted whole one: `receive` writes and syncs it into the waiting room on the local
 * disk, `place` puts it into the store, and after the database has been told, `settle` ends the wait. It leaves in the
 * same way: `hold` brings a copy into the waiting room, the database forgets it, `settle` takes it out. What a crash
 * leaves waiting is settled by `sweep`.
 */
export abstract class BlobStore {
  /** Names whose wait this process will end itself, however long that takes: a slow bucket, a large archive. */
  readonly #underway = new Set<string>();

  constructor(protected readonly waiting: Waiting) {}

  /** Makes ready; to be called once before anything else. */
  abstract open(): Promise<void>;

  /** Where this content lies or would lie, for people. Throws on what is no SHA-256. */
  abstract pathOf(sha256: string): string;

  /**
   * Puts a received file into its place, over whatever stood there: the same bytes, or a damaged copy of them.
   * Durable when it returns; throws `out-of-space` or `unavailable`.
   */
  abstract place(received: Pick<Received, 'waiting' | 'sha256' | 'size'>): Promise<void>;

  /** Opens content for reading; null when it is not there. Nothing of it is checked yet: see `checked-read.ts`. */
  abstract read(sha256: string): Promise<StoredFile | null>;

  /** Everything in the store, names that are no SHA-256 too. */
  abstract list(): AsyncGenerator<Stored>;

  /** Removes everything from the store. Only for a restore that has failed half-way into an empty desk. */
  abstract empty(): Promise<void>;

  /** Brings a copy into the waiting room, damaged or not, and returns its name; null when there is nothing to bring. */
  protected abstract bring(sha256: string): Promise<string | null>;
  protected abstract has(sha256: string): Promise<boolean>;
  protected abstract take(sha256: string): Promise<void>;

  /** Writes `source` to the waiting room while hashing it. Nothing is left behind when it fails; throws `out-of-space`. */
  async receive(source: AsyncIterable<Uint8Array>): Promise<Received> {
    return this.#begin(await this.waiting.receive(source));
  }

  /** Receives a file that is on the local disk of the waiting room already, without a second copy of it. */
  async adopt(path: string): Promise<Received> {
    return this.#begin(await this.waiting.adopt(path));
  }

  /** Begins the way out: a copy waits from here on; its name, or null when there is no such content. */
  async hold(sha256: string): Promise<string | null> {
    const name = await this.bring(sha256);
    if (name) this.#underway.add(name);
    return name;
  }

  /**
   * Makes sure that a received file is waiting still, and begins its wait anew: to be asked right before the database is
   * told. Throws `unavailable` when another process has swept it away, taking this one for dead.
   */
  async refresh({ waiting }: Pick<Received, 'waiting'>): Promise<void> {
    if (await this.waiting.touch(waiting)) return;
    throw new DeskError('unavailable', 'This took too long, and was cleared away meanwhile. Please send it again.');
  }

  /** Where a received file can be read until it is settled. */
  localPath({ waiting }: Pick<Received, 'waiting'>): string {
    return this.waiting.path(waiting);
  }

  /** Lets go of a received file's first name: nothing of it stays but what was placed. */
  async discard({ waiting }: Pick<Received, 'waiting'>): Promise<void> {
    await this.#end(waiting);
  }

  /**
   * Ends the wait: what the database lists stays, anything else goes. Safe beside uploads of the same bytes by other
   * processes: content is taken out of the store before the database is asked for the last time, its copy goes away
   * only after that, and whoever lists it meanwhile settles afterwards and puts it back.
   */
  async settle(name: string, isListed: IsListed): Promise<void> {
    const sha256 = this.waiting.sha256Of(name);
    if (sha256) {
      if (!(await isListed(sha256))) await this.take(sha256);
      if ((await isListed(sha256)) && !(await this.has(sha256))) {
        await this.place({ waiting: name, sha256, size: await this.#sizeOf(name) });
      }
    }
    await this.#end(name);
  }

  /** Settles what has been waiting for more than `olderThanMs` without a word: crashes, power cuts. */
  async sweep(olderThanMs: number, isListed: IsListed): Promise<number> {
    let settled = 0;
    for await (const name of this.waiting.abandoned(olderThanMs)) {
      if (this.#underway.has(name)) continue;
      await this.settle(name, isListed);
      settled += 1;
    }
    return settled;
  }

  /** Copies one file into another store, checking it on the way. Returns its size, or what is wrong with it. */
  async copyInto(other: BlobStore, sha256: string): Promise<number | string> {
    const file = await this.read(sha256);
    if (!file) return 'it is missing';
    const received = await other.receive(copyable(file));
    try {
      if (received.sha256 !== sha256) return 'it is damaged: its SHA-256 differs';
      await other.place(received);
      return received.size;
    } finally {
      await other.discard(received);
    }
  }

  /**
   * Copies one file to `path`, which must not exist yet, checking it on the way: for programs that read files from a
   * disk. Returns its size, or what is wrong with it; then there is nothing at `path`.
   */
  async copyTo(sha256: string, path: string): Promise<number | string> {
    const file = await this.read(sha256);
    if (!file) return 'it is missing';
    const copy = await open(path, 'wx', 0o600).catch(async (error: unknown) => {
      await file.close();
      throw error;
    });
    try {
      const digests = await digestAndStore(copyable(file), (chunk) => writeAll(copy, chunk));
      if (digests.sha256 === sha256) return digests.size;
    } catch (error) {
      await rm(path, { force: true });
      throw asDiskError(error);
    } finally {
      await copy.close();
    }
    await rm(path, { force: true });
    return 'it is damaged: its SHA-256 differs';
  }

  /** Lends a checked copy on the local disk to `fn`, for programs that read a file by its path. Throws `conflict` when it is damaged. */
  async withCopy<T>(sha256: string, fn: (path: string) => Promise<T>): Promise<T> {
    const path = this.waiting.path(`${randomUUID()}.part`);
    const copied = await this.copyTo(sha256, path);
    if (typeof copied === 'string') throw new DeskError('conflict', `The stored copy of this file: ${copied}.`);
    try {
      return await fn(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  #begin(received: Received): Received {
    this.#underway.add(received.waiting);
    return received;
  }

  async #end(name: string): Promise<void> {
    await this.waiting.remove(name);
    this.#underway.delete(name);
  }

  async #sizeOf(name: string): Promise<number> {
    const file = await open(this.waiting.path(name), 'r');
    return (await file.stat().finally(() => file.close())).size;
  }
}

/** `ab/cd/abcd…`: so that no directory holds them all. Throws on what is no SHA-256. */
export function shardOf(sha256: string): string {
  if (!HASH.test(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
