import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from '../documents/blob-store.ts';
import { checkedBytes, Damaged, lengthFault } from '../documents/checked-read.ts';
import type { Blob } from '../documents/document.entity.ts';

/** What is older belongs to no process any more: the longest task holds its folder for less. */
const ABANDONED_MS = 3 * 24 * 3600 * 1000;

/**
 * Folders for children to work in, each with a checked copy of the one file that the child may see. They lie in
 * DATA_DIR, which is private, and not in the machine's folder for temporary files, which may be its memory.
 */
export class WorkingCopies {
  constructor(private readonly root: string) {}

  /** Runs `fn` with a copy of the file in a folder of its own, which is then removed. Throws `Damaged`; an error when the file is not there. */
  async with<T>(store: BlobStore, blob: Blob, fn: (path: string, folder: string) => Promise<T>): Promise<T> {
    const folder = join(this.root, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const path = join(folder, 'file');
      await copyChecked(store, blob, path);
      return await fn(path, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes what crashes have left; by the clock of the disk, which may be on another machine. */
  async clearAway(): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    if (names.length === 0) return;
    const probe = join(this.root, randomUUID());
    await mkdir(probe, { mode: 0o700 });
    const { mtimeMs: now } = await stat(probe);
    await rm(probe, { recursive: true });
    for (const name of names) {
      const found = await stat(join(this.root, name)).catch(() => null);
      if (found && now - found.mtimeMs > ABANDONED_MS)
        await rm(join(this.root, name), { recursive: true, force: true });
    }
  }
}

async function copyChecked(store: BlobStore, blob: Blob, path: string): Promise<void> {
  const from = await store.read(blob.sha256);
  if (!from) throw new Error('The stored file is missing.');
  try {
    const fault = await lengthFault(from, blob);
    if (fault) throw new Damaged(fault);
    const to = await open(path, 'wx', 0o600);
    try {
      for await (const bytes of checkedBytes(from, blob, { start: 0, end: blob.size - 1 })) await to.writeFile(bytes);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
