import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory } from '../documents/durable.ts';
import { DeskError } from '../errors.ts';
import { release } from '../release.ts';

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
const FORMAT = 1;

/** What a backup says of itself. Written last: a backup without it was not finished. */
export interface Manifest {
  format: typeof FORMAT;
  program: string;
  version: string;
  madeAt: string;
  /** Where it comes from; it restores into either engine. */
  engine: string;
  /** Number of the schema that the rows have. */
  schema: number;
  tables: { name: string; rows: number }[];
  files: { count: number; bytes: number };
  /** Files that were damaged or missing already when the backup was made: they are not in it. */
  missing: { sha256: string; says: string }[];
  /** SHA-256 of the list of sums, which names every other file of the backup. */
  sums: string;
}

export async function writeManifest(
  dir: string,
  manifest: Omit<Manifest, 'format' | 'program' | 'version'>,
): Promise<void> {
  const whole: Manifest = { format: FORMAT, program: 'foia-desk', version: await release(), ...manifest };
  const path = join(dir, MANIFEST);
  const file = await open(`${path}.part`, 'wx', 0o600);
  await file.writeFile(`${JSON.stringify(whole, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
  await syncDirectory(dir);
}

/** Reads a backup's manifest and its list of sums, by path. Throws in plain words unless the backup is whole. */
export async function readManifest(dir: string): Promise<{ manifest: Manifest; sums: Map<string, string> }> {
  const manifest = await parsed(dir);
  if (manifest.program !== 'foia-desk' || manifest.format !== FORMAT) {
    throw unusable(`${join(dir, MANIFEST)} is not the manifest of a backup that this release can read.`);
  }
  const list = await readFile(join(dir, SUMS));
  if (createHash('sha256').update(list).digest('hex') !== manifest.sums) {
    throw unusable(`${join(dir, SUMS)} is not the list that was written with this backup.`);
  }
  const lines = list.toString('utf8').split('\n').filter(Boolean);
  return { manifest, sums: new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)])) };
}

async function parsed(dir: string): Promise<Manifest> {
  const path = join(dir, MANIFEST);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Manifest;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw unusable(missing ? `${dir} holds no finished backup: there is no ${MANIFEST}.` : `${path} cannot be read.`);
  }
}

/** Throws unless the file has the SHA-256 that the list names. */
export async function mustMatch(dir: string, path: string, sums: ReadonlyMap<string, string>): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(join(dir, path))) hash.update(piece as Buffer);
  } catch {
    throw unusable(`${path} of the backup is missing or cannot be read.`);
  }
  if (hash.digest('hex') !== sums.get(path)) throw unusable(`${path} of the backup is damaged: its SHA-256 differs.`);
}

export function unusable(says: string): DeskError {
  return new DeskError('does-not-fit', says);
}
