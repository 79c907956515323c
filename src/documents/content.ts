import { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import { DeskError } from '../errors.ts';
import { PROBLEM_JSON } from '../http/problem.ts';
import type { BlobStore, StoredFile } from './blob-store.ts';
import { checkedBytes, Damaged, lengthFault } from './checked-read.ts';
import type { Blob, Document } from './document.entity.ts';
import { servedAs } from './media-type.ts';
import { type ByteRange, readRange } from './range.ts';

/** What a download asks for, as its headers say it. */
export interface Wanted {
  withBody: boolean;
  range?: string;
  ifRange?: string;
  ifNoneMatch?: string;
}

export interface Handout {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  /** Empty when there is nothing to send. */
  body: Readable;
}

export type OnDamage = (sha256: string, says: string) => Promise<void>;

/** What was sent to us by strangers never runs here, whatever it is and wherever it is opened. */
export const INERT = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store',
};

/**
 * Hands out a file or a range of it. Every byte was checked against its chunk's digest before it leaves: a file that is
 * found damaged at its start is refused (`conflict`), further on the connection breaks off before the bad chunk.
 */
export async function handOut(
  store: BlobStore,
  document: Document,
  blob: Blob,
  wanted: Wanted,
  onDamage: OnDamage,
): Promise<Handout> {
  if (blob.damagedAt) throw damaged(`since ${blob.damagedAt}: ${blob.damage}`);
  const etag = `"${blob.sha256}"`;
  const headers: Record<string, string> = {
    ...INERT,
    'Content-Type': servedAs(blob.mediaType),
    'Content-Disposition': contentDisposition(document.filename),
    'Accept-Ranges': 'bytes',
    ETag: etag,
  };
  if (matches(wanted.ifNoneMatch, etag)) return { status: 304, headers, body: Readable.from([]) };
  const asked = wanted.ifRange === undefined || wanted.ifRange.trim() === etag;
  const range = asked ? readRange(wanted.range, blob.size) : null;
  if (range === 'unsatisfiable') return unsatisfiable(blob.size);
  const part = range ?? { start: 0, end: blob.size - 1 };
  headers['Content-Length'] = String(part.end - part.start + 1);
  if (range) headers['Content-Range'] = `bytes ${range.start}-${range.end}/${blob.size}`;
  const body = wanted.withBody ? await bodyOf(store, blob, part, onDamage) : Readable.from([]);
  return { status: range ? 206 : 200, headers, body };
}

function unsatisfiable(size: number): Handout {
  const problem = {
    type: 'urn:foia-desk:problem:range',
    title: 'No such range',
    status: 416,
    detail: `The file has ${size} bytes, and the range lies behind them.`,
  };
  const headers = { ...INERT, 'Content-Type': PROBLEM_JSON, 'Content-Range': `bytes */${size}` };
  return { status: 416, headers, body: Readable.from([Buffer.from(JSON.stringify(problem))]) };
}

async function bodyOf(store: BlobStore, blob: Blob, range: ByteRange, onDamage: OnDamage): Promise<Readable> {
  const file = await store.read(blob.sha256);
  // Not marked as damaged: perhaps a disk is just not there, and comes back.
  if (!file) throw damaged('it is missing');
  const bytes = reading(file, blob, range, onDamage);
  const first = await bytes.next().catch((error: unknown) => {
    throw error instanceof Damaged ? damaged(error.message) : error;
  });
  return Readable.from(first.done ? [] : continued(first.value, bytes), { objectMode: true, highWaterMark: 1 });
}

async function* reading(file: StoredFile, blob: Blob, range: ByteRange, onDamage: OnDamage): AsyncGenerator<Buffer> {
  try {
    const fault = await lengthFault(file, blob);
    if (fault) throw new Damaged(fault);
    yield* checkedBytes(file, blob, range);
  } catch (error) {
    if (error instanceof Damaged) await onDamage(blob.sha256, error.message);
    throw error;
  } finally {
    await file.close();
  }
}

async function* continued(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/** How a call is refused whose file is not what it was. */
export function damaged(says: string): DeskError {
  return new DeskError(
    'conflict',
    `The stored copy of this file is damaged (${says}) and is not handed out. Attach the same file again, or have it restored from a backup.`,
    { hint: 'Copy the file back from a backup into DATA_DIR/files, then run `foia-desk verify`.' },
  );
}
