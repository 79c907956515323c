import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError } from '../errors.ts';

/** Makes the data directory and makes sure that this process may write there. Throws `unavailable` in plain words. */
export async function keepWritable(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.writable-${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOSPC'
        ? 'the disk is full'
        : code === 'ENOTDIR' || code === 'EEXIST'
          ? 'it is no directory'
          : 'this user may not write there';
    throw new DeskError('unavailable', `DATA_DIR ${dataDir} cannot be used: ${why}.`, { cause: error });
  }
}
