import { randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, link, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DeskError } from '../errors.ts';
import { digestAndStore, type Digests } from './digest.ts';

/** A file that is whole on the disk but not in its place yet. */
export interface Received extends Digests {
  /** Name of the waiting file. */
  waiting: string;
  /** The first bytes, to tell the media type by. */
  head: Uint8Array;
}

/** Tells whether a row in the database names this content. */
export type IsListed = (sha256: string) => Promise<boolean>;

const HEAD_BYTES = 256 * 1024;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Content on disk under its SHA-256: `ab/cd/abcd…`. A file comes in three steps, so that a crash at any moment leaves
 * neither a listed half file nor an unlisted whole one: `receive` writes and syncs it beside the store, `place` puts a
 * second name of it into the store, and after the database has been told, `settle` takes the first name away. What a
 * crash leaves waiting is settled by `sweep`.
 */
export class BlobStore {
  readonly #waiting: string;

  constructor(private readonly root: string) {
    this.#waiting = join(root, 'waiting');
  }

  async open(): Promise<void> {
    const created = await mkdir(this.#waiting, { recursive: true, mode: 0o700 });
    if (created) await syncDirectory(dirname(this.root));
  }

  pathOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Writes `source` to disk while hashing it. Nothing is left behind when it fails; throws `out-of-space` on a full disk. */
  async receive(source: AsyncIterable<Uint8Array>): Promise<Received> {
    const part = join(this.#waiting, `${randomUUID()}.part`);
    try {
      const file = await open(part, 'wx', 0o600);
      let head: Uint8Array | undefined;
      let digests: Digests;
      try {
        digests = await digestAndStore(source, async (chunk) => {
          head ??= chunk.slice(0, HEAD_BYTES);
          await writeAll(file, chunk);
        });
        await file.sync();
      } finally {
        await file.close();
      }
      const waiting = `${randomUUID()}.${digests.sha256}`;
      await rename(part, join(this.#waiting, waiting));
      return { ...digests, waiting, head: head ?? new Uint8Array() };
    } catch (error) {
      await rm(part, { force: true });
      throw asDiskError(error);
    }
  }

  /** Lets go of a received file's first name: nothing of it stays but what was placed. */
  async discard({ waiting }: Received): Promise<void> {
    await rm(join(this.#waiting, waiting), { force: true });
  }

  /**
   * Puts a received file into its place, over whatever stood there: the same bytes, or a damaged copy of them.
   * Durable when it returns.
   */
  async place({ waiting, sha256 }: Received): Promise<void> {
    const second = join(this.#waiting, `${randomUUID()}.${sha256}`);
    try {
      const path = this.pathOf(sha256);
      await secondName(join(this.#waiting, waiting), second);
      const created = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(second, path);
      await syncDirectory(dirname(path));
      if (created) await syncDirectory(dirname(dirname(path)));
      if (created) await syncDirectory(this.root);
    } catch (error) {
      await rm(second, { force: true });
      throw asDiskError(error);
    }
  }

  /**
   * Ends the wait: what the database lists stays, anything else goes. Safe beside uploads of the same bytes by other
   * processes: the content is taken out of the store before the database is asked for the last time, and whoever lists
   * it meanwhile settles afterwards and puts it back.
   */
  async settle(waiting: string, isListed: IsListed): Promise<void> {
    const sha256 = waiting.split('.')[1] ?? '';
    const path = this.pathOf(sha256);
    const taken = join(this.#waiting, `${randomUUID()}.${sha256}`);
    const own = join(this.#waiting, waiting);
    if (!(await isListed(sha256))) {
      await rename(path, taken).catch(ignoreMissing);
    }
    if (await isListed(sha256)) {
      if (!(await exists(path))) await secondName(own, path);
      await syncDirectory(dirname(path));
    }
    await rm(taken, { force: true });
    await rm(own, { force: true });
  }

  /** Settles what uploads left waiting that ended more than `olderThanMs` ago without a word: crashes, power cuts. */
  async sweep(olderThanMs: number, isListed: IsListed): Promise<number> {
    const before = (await this.#diskTime()) - olderThanMs;
    let settled = 0;
    for (const name of await readdir(this.#waiting)) {
      const path = join(this.#waiting, name);
      const found = await stat(path).catch(ignoreMissing);
      if (!found || found.mtimeMs > before) continue;
      const whole = HASH.test(name.split('.')[1] ?? '');
      await (whole ? this.settle(name, isListed) : rm(path, { force: true }));
      settled += 1;
    }
    return settled;
  }

  /** Opens a file's content for reading; null when it is not there. */
  async read(sha256: string): Promise<FileHandle | null> {
    return (await open(this.pathOf(sha256), 'r').catch(ignoreMissing)) ?? null;
  }

  /** Copies one file into another store, checking it on the way. Returns its size, or what is wrong with it. */
  async copyTo(other: BlobStore, sha256: string): Promise<number | string> {
    const file = await this.read(sha256);
    if (!file) return 'it is missing';
    const received = await other.receive(file.createReadStream());
    try {
      if (received.sha256 !== sha256) return 'it is damaged: its SHA-256 differs';
      await other.place(received);
      return received.size;
    } finally {
      await other.discard(received);
    }
  }

  /** Every file in the store, with its age by the disk's own clock; names that are no SHA-256 too. */
  async *list(): AsyncGenerator<{ sha256: string; path: string; ageMs: number }> {
    const now = await this.#diskTime();
    for await (const path of walk(this.root, this.#waiting)) {
      const found = await stat(path).catch(ignoreMissing);
      if (found) yield { sha256: basename(path), path, ageMs: now - found.mtimeMs };
    }
  }

  /** The time by the clock that stamps the files: the disk may be on another machine. */
  async #diskTime(): Promise<number> {
    const probe = join(this.#waiting, `${randomUUID()}.probe`);
    await writeFile(probe, '');
    const { mtimeMs } = await stat(probe);
    await rm(probe, { force: true });
    return mtimeMs;
  }
}

async function* walk(directory: string, leaveOut: string): AsyncGenerator<string> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && path !== leaveOut) yield* walk(path, leaveOut);
    if (!entry.isDirectory()) yield path;
  }
}

/** Some file systems have no hard links; there a copy does as well. */
async function secondName(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(codeOf(error))) throw error;
    await copyFile(from, to);
    const file = await open(to, 'r+');
    await file.sync().finally(() => file.close());
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done)).bytesWritten;
}

/** Makes a rename survive a power cut. Systems that cannot open a directory do not need it. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => null);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(ignoreMissing)) !== undefined;
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}

function asDiskError(error: unknown): unknown {
  if (!['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return error;
  return new DeskError('out-of-space', 'There is no room left for this file. Nothing of it was kept.', {
    hint: 'Free space on the disk that holds DATA_DIR/files.',
    cause: error,
  });
}
