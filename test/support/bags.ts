import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type ZipFile as Reading } from 'yauzl';
import { v7 } from 'uuid';
import { ZipFile } from 'yazl';
import { Unreadable } from '../../src/evidence/bag-source.ts';
import { openPackage, verifyPackage } from '../../src/evidence/verify-package.ts';

/** Files of a package by their path below the bag's base. */
export type Files = Map<string, Buffer>;

/** Reads a ZIP with nothing of ours. */
export async function unpacked(bytes: Buffer): Promise<{ base: string; files: Files }> {
  const zip = await new Promise<Reading>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const all: [string, Buffer][] = [];
  for await (const entry of zip.eachEntry()) {
    all.push([entry.fileName, await buffer(await zip.openReadStreamPromise(entry))]);
  }
  const base = all[0]![0].split('/')[0]!;
  return { base, files: new Map(all.map(([path, content]) => [path.slice(base.length + 1), content])) };
}

/** Files as a ZIP once more, as somebody would pack it who has changed something. */
export async function packed(files: Files, base = 'bag'): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of files) zip.addBuffer(content, `${base}/${path}`, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

/** With lists of sums that fit again: what somebody does who knows how bags are made. */
export function withSums(files: Files): Files {
  const changed = new Map(files);
  const list = (of: (path: string) => boolean) =>
    [...changed]
      .filter(([path]) => of(path))
      .map(([path, content]) => `${sha256(content)}  ${path}\n`)
      .join('');
  const payload = [...changed].filter(([path]) => path.startsWith('data/'));
  const oxum = `${payload.reduce((sum, [, { length }]) => sum + length, 0)}.${payload.length}`;
  const info = changed
    .get('bag-info.txt')!
    .toString('utf8')
    .replace(/Payload-Oxum: .*/, `Payload-Oxum: ${oxum}`);
  changed.set('bag-info.txt', Buffer.from(info));
  changed.set('manifest-sha256.txt', Buffer.from(list((path) => path.startsWith('data/'))));
  const tag = (path: string) => !path.startsWith('data/') && !path.startsWith('tagmanifest');
  changed.set('tagmanifest-sha256.txt', Buffer.from(list(tag)));
  return changed;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What `verify-package` finds. */
export async function verdictOn(bytes: Buffer): Promise<{ faults: string[]; notes: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'bag-'));
  try {
    const path = join(folder, 'package.zip');
    await writeFile(path, bytes);
    const source = await openPackage(path);
    try {
      const { faults, notes } = await verifyPackage(source);
      return { faults, notes };
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [error.message], notes: [] };
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A package of a request that was never filed, by a desk that is nowhere. */
export function draftPackage(): Promise<Buffer> {
  const none = '0'.repeat(64);
  const [id, number] = [v7(), '2026-0042'];
  const agency = { id: v7(), name: 'An agency from elsewhere', statuteId: 'us-foia', contacts: [], overrides: {} };
  const chain = { requestId: id, algorithm: 'SHA-256', before: none, count: 0, head: none };
  const info = {
    'Internal-Sender-Identifier': id,
    'External-Identifier': number,
    'Package-Format': '1',
    'Chain-Head': none,
    'Chain-Count': '0',
    'Payload-Oxum': '',
  };
  const files = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': Object.entries(info)
      .map(([label, value]) => `${label}: ${value}\n`)
      .join(''),
    'data/request.json': JSON.stringify({ id, number, subject: 'From elsewhere', description: 'All of it.' }),
    'data/agency.json': JSON.stringify(agency),
    'data/deadlines.json': JSON.stringify({ asOf: '2026-06-01', deadlines: [] }),
    'data/documents.json': '[]',
    'data/history/chain.json': JSON.stringify(chain),
    'data/history/status-changes.ndjson': '',
    'data/history/hashes.txt': '',
    'data/history/texts.ndjson': '',
  };
  return packed(withSums(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))));
}
