import { copyFile, type FileHandle, link, open, stat } from 'node:fs/promises';
import { DeskError } from '../errors.ts';

/** Writes all of `bytes` where the file stands. */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done)).bytesWritten;
}

/** Gives a file a second name. Some file systems have no hard links; there a copy does as well. */
export async function secondName(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(codeOf(error))) throw error;
    await copyFile(from, to);
    const file = await open(to, 'r+');
    await file.sync().finally(() => file.close());
  }
}

/** Makes a rename survive a power cut. Systems that cannot open a directory do not need it. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => null);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(ignoreMissing)) !== undefined;
}

/** For `.catch`: what is not there is undefined; every other fault goes on. */
export function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

/** A full disk in people's words; every other error as it is. */
export function asDiskError(error: unknown): unknown {
  if (!['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return error;
  return outOfSpace('Free space on the disk that holds DATA_DIR/files.', error);
}

export function outOfSpace(hint: string, cause: unknown): DeskError {
  return new DeskError('out-of-space', 'There is no room left for this file. Nothing of it was kept.', { hint, cause });
}

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}
