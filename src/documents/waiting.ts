import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestAndStore, type Digests } from './digest.ts';
import { sniffMediaType } from './media-type.ts';
import { asDiskError, ignoreMissing, secondName, syncDirectory, writeAll } from './durable.ts';

/** A file that is whole on the local disk but not in its place yet. */
export interface Received extends Digests {
  /** Name of the waiting file. */
  waiting: string;
  /** What its first bytes say that it is. */
  mediaType: string;
}

const HEAD_BYTES = 256 * 1024;
const WHOLE = /^[^.]+\.([0-9a-f]{64})$/;

/**
 * Files on the local disk of which nobody has said yet whether they stay: `<any>.<sha256>` is whole, every other name
 * is a part. The name is all that a crash leaves to go by.
 */
export class Waiting {
  constructor(readonly directory: string) {}

  async open(): Promise<void> {
    const created = await mkdir(this.directory, { recursive: true, mode: 0o700 });
    if (created) await syncDirectory(dirname(dirname(this.directory)));
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  /** Writes `source` to disk while hashing it. Nothing is left behind when it fails; throws `out-of-space` on a full disk. */
  async receive(source: AsyncIterable<Uint8Array>): Promise<Received> {
    const part = this.path(`${randomUUID()}.part`);
    try {
      const file = await open(part, 'wx', 0o600);
      try {
        const taken = await digested(source, (chunk) => writeAll(file, chunk));
        await file.sync();
        const waiting = this.nameFor(taken.sha256);
        await rename(part, this.path(waiting));
        return { ...taken, waiting };
      } finally {
        await file.close();
      }
    } catch (error) {
      await rm(part, { force: true });
      throw asDiskError(error);
    }
  }

  /** Takes in a file that is whole on this disk already, under a second name: the first one stays its owner's. */
  async adopt(path: string): Promise<Received> {
    const part = this.path(`${randomUUID()}.part`);
    try {
      await secondName(path, part);
      const file = await open(part, 'r+');
      await file.sync().finally(() => file.close());
      const bytes = createReadStream(part, { highWaterMark: 1024 * 1024 });
      const taken = await digested(bytes, () => Promise.resolve());
      const waiting = this.nameFor(taken.sha256);
      await rename(part, this.path(waiting));
      await this.touch(waiting);
      return { ...taken, waiting };
    } catch (error) {
      await rm(part, { force: true });
      throw asDiskError(error);
    }
  }

  /** Writes a copy of content that is called `sha256`, whatever its bytes are, and returns its name. */
  async keep(source: AsyncIterable<Uint8Array>, sha256: string): Promise<string> {
    const { waiting } = await this.receive(source);
    const name = this.nameFor(sha256);
    await rename(this.path(waiting), this.path(name));
    return name;
  }

  nameFor(sha256: string): string {
    return `${randomUUID()}.${sha256}`;
  }

  /** What a waiting file holds; null when it is only a part. */
  sha256Of(name: string): string | null {
    return WHOLE.exec(name)?.[1] ?? null;
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  /** Begins its wait anew: a second name has the age of the first. False when there is no such file (any more). */
  async touch(name: string): Promise<boolean> {
    const seconds = (await this.diskTime()) / 1000;
    return utimes(this.path(name), seconds, seconds).then(
      () => true,
      (error: unknown) => ignoreMissing(error) ?? false,
    );
  }

  /** Names that nobody has touched for longer than `olderThanMs`. */
  async *abandoned(olderThanMs: number): AsyncGenerator<string> {
    const before = (await this.diskTime()) - olderThanMs;
    for (const name of await readdir(this.directory)) {
      const found = await stat(this.path(name)).catch(ignoreMissing);
      if (found && found.mtimeMs <= before) yield name;
    }
  }

  /** The time by the clock that stamps the files, in milliseconds: the disk may be on another machine. */
  async diskTime(): Promise<number> {
    const probe = this.path(`${randomUUID()}.probe`);
    await writeFile(probe, '');
    const { mtimeMs } = await stat(probe);
    await rm(probe, { force: true });
    return mtimeMs;
  }
}

type Store = (chunk: Uint8Array) => Promise<void>;

async function digested(source: AsyncIterable<Uint8Array>, store: Store): Promise<Omit<Received, 'waiting'>> {
  let head: Uint8Array | undefined;
  const digests = await digestAndStore(source, (chunk) => {
    head ??= chunk.slice(0, HEAD_BYTES);
    return store(chunk);
  });
  return { ...digests, mediaType: await sniffMediaType(head ?? new Uint8Array()) };
}
