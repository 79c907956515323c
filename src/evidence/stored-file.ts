import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BlobStore } from '../documents/blob-store.ts';
import { checkedBytes, Damaged, lengthFault } from '../documents/checked-read.ts';
import type { Blob } from '../documents/document.entity.ts';

export type OnDamage = (sha256: string, says: string) => Promise<void>;

/** What is wrong with a stored file as far as one look tells: it is missing, or has another length. */
export async function faultAtAGlance(store: BlobStore, blob: Pick<Blob, 'sha256' | 'size'>): Promise<string | null> {
  const file = await store.read(blob.sha256);
  if (!file) return 'it is missing';
  try {
    return await lengthFault(file, { ...blob, chunks: [] });
  } finally {
    await file.close();
  }
}

/** What is wrong with a stored file, every byte read; null when it is as it was stored. */
export async function faultOf(store: BlobStore, blob: Blob): Promise<string | null> {
  try {
    for await (const _ of bytesOf(store, blob)) void _;
    return null;
  } catch (error) {
    if (error instanceof Damaged) return error.message;
    throw error;
  }
}

/** A stored file, opened when it is first read. Breaks off with `Damaged` before a byte that is not what was stored. */
export function storedFile(store: BlobStore, find: () => Promise<Blob>, onDamage: OnDamage): Readable {
  const reading = async function* (): AsyncGenerator<Buffer> {
    const blob = await find();
    try {
      yield* bytesOf(store, blob);
    } catch (error) {
      if (error instanceof Damaged) await onDamage(blob.sha256, error.message);
      throw error;
    }
  };
  return Readable.from(reading(), { objectMode: false, highWaterMark: 1 });
}

async function* bytesOf(store: BlobStore, blob: Blob): AsyncGenerator<Buffer> {
  const file = await store.read(blob.sha256);
  if (!file) throw new Damaged('it is missing');
  try {
    const fault = await lengthFault(file, blob);
    if (fault) throw new Damaged(fault);
    const whole = createHash('sha256');
    for await (const piece of checkedBytes(file, blob, { start: 0, end: blob.size - 1 })) {
      whole.update(piece);
      yield piece;
    }
    if (whole.digest('hex') !== blob.sha256) throw new Damaged('its SHA-256 as a whole differs');
  } finally {
    await file.close();
  }
}
