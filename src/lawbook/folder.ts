import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackError } from '../law/pack/pack.ts';
import { MOST_BYTES, readPack, type ReadPack, tooLarge } from './pack-file.ts';

/** A file in `DATA_DIR/law`, before it is read. */
export interface Listed {
  name: string;
  /** Why it is not even read. */
  refused?: string;
  /** Differs when the file does. */
  stamp: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.json$/;
const MOST_FILES = 200;

/** The pack files of the folder in the order of their names; null if there is no folder. */
export async function listPacks(folder: string): Promise<Listed[] | null> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const found = names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).sort();
  const listed: Listed[] = [];
  for (const [i, name] of found.entries()) {
    const one = await look(folder, name);
    if (one && i >= MOST_FILES) one.refused ??= `is one too many: at most ${MOST_FILES} law packs are read`;
    if (one) listed.push(one);
  }
  return listed;
}

/** One file by its name. Throws an `Error` if there is none. */
export async function listOne(folder: string, name: string): Promise<Listed> {
  const listed = await look(folder, name);
  if (!listed) throw new Error(`There is no file ${join(folder, name)}.`);
  return listed;
}

async function look(folder: string, name: string): Promise<Listed | null> {
  try {
    const about = await stat(join(folder, name), { bigint: true });
    const stamp = `${name} ${about.size} ${about.mtimeNs} ${about.ctimeNs} ${about.ino}`;
    const refused = whyNot(name, about.isFile(), Number(about.size));
    return { name, stamp, ...(refused && { refused }) };
  } catch (error) {
    // Gone since it was listed: then it is not there.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return { name, stamp: `${name} unreadable`, refused: `cannot be read: ${(error as Error).message}` };
  }
}

/** A pipe would keep the reader waiting for ever, a huge file would fill the memory. */
function whyNot(name: string, isFile: boolean, size: number): string | undefined {
  if (!isFile) return 'is no file';
  if (!NAME.test(name)) return 'must be named in letters, digits, ".", "_" and "-", like us-pa.json';
  return size > MOST_BYTES ? tooLarge(size) : undefined;
}

/** Reads one file of the folder, and no more of it than a pack may have. Never throws. */
export async function readListed(folder: string, { name, refused }: Listed): Promise<ReadPack> {
  if (refused) return wrong(refused);
  try {
    return readPack(await firstBytes(join(folder, name), MOST_BYTES + 1));
  } catch (error) {
    return wrong(`cannot be read: ${(error as Error).message}`);
  }
}

/** A file may grow between being listed and being read. */
async function firstBytes(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(Math.min((await file.stat()).size + 1, most));
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

function wrong(detail: string): { errors: PackError[] } {
  return { errors: [{ pointer: '', detail }] };
}
