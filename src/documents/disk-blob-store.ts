import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BlobStore, shardOf, type Stored } from './blob-store.ts';
import { asDiskError, exists, ignoreMissing, secondName, syncDirectory } from './durable.ts';
import { type Received, Waiting } from './waiting.ts';

/** What has not arrived yet, beside the store: waiting, and coming in pieces. */
const NOT_YET: readonly string[] = ['waiting', 'uploads'];

/** Content in a directory, its waiting room inside. Placing costs no second copy: the file gets a second name. */
export class DiskBlobStore extends BlobStore {
  constructor(private readonly root: string) {
    super(new Waiting(join(root, 'waiting')));
  }

  async open(): Promise<void> {
    await this.waiting.open();
  }

  pathOf(sha256: string): string {
    return join(this.root, shardOf(sha256));
  }

  async place({ waiting, sha256 }: Pick<Received, 'waiting' | 'sha256'>): Promise<void> {
    const second = this.waiting.path(this.waiting.nameFor(sha256));
    try {
      const path = this.pathOf(sha256);
      await secondName(this.waiting.path(waiting), second);
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

  async read(sha256: string): Promise<FileHandle | null> {
    return (await open(this.pathOf(sha256), 'r').catch(ignoreMissing)) ?? null;
  }

  async *list(): AsyncGenerator<Stored> {
    const now = await this.waiting.diskTime();
    for await (const path of walk(this.root, NOT_YET)) {
      const found = await stat(path).catch(ignoreMissing);
      if (found) yield { sha256: basename(path), path, ageMs: now - found.mtimeMs };
    }
  }

  protected async bring(sha256: string): Promise<string | null> {
    if (!(await this.has(sha256))) return null;
    const name = this.waiting.nameFor(sha256);
    // Its wait must seem to begin now from the first moment: another process may be sweeping.
    const part = `${randomUUID()}.part`;
    await secondName(this.pathOf(sha256), this.waiting.path(part));
    await this.waiting.touch(part);
    await rename(this.waiting.path(part), this.waiting.path(name));
    await syncDirectory(this.waiting.directory);
    return name;
  }

  async empty(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }

  protected async has(sha256: string): Promise<boolean> {
    return exists(this.pathOf(sha256));
  }

  protected async take(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
    await syncDirectory(dirname(this.pathOf(sha256)));
  }
}

async function* walk(directory: string, leaveOut: readonly string[] = []): AsyncGenerator<string> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (!entry.isDirectory()) yield path;
    else if (!leaveOut.includes(entry.name)) yield* walk(path);
  }
}
