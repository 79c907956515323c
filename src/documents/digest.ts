import { createHash, webcrypto } from 'node:crypto';

/** A file is hashed whole, and in pieces of this many bytes: none of a piece leaves before it was checked. */
export const CHUNK_BYTES = 1024 * 1024;

/** What a file's content is known by. */
export interface Digests {
  /** SHA-256 of the whole, as `sha256sum` says it. */
  sha256: string;
  size: number;
  /** SHA-256 of each 1 MiB, the last one shorter; none for an empty file. */
  chunks: string[];
}

/** SHA-256 of a chunk, computed off the main thread so that other calls are answered meanwhile. */
export async function digestOf(chunk: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', chunk)).toString('hex');
}

/** Where chunk `i` of a file of `size` bytes begins, and how long it is. */
export function chunkAt(i: number, size: number): { start: number; length: number } {
  const start = i * CHUNK_BYTES;
  return { start, length: Math.max(0, Math.min(CHUNK_BYTES, size - start)) };
}

type Store = (chunk: Uint8Array<ArrayBuffer>) => Promise<void>;

/**
 * Reads `source` to its end in chunks of 1 MiB, gives each to `store`, and returns the digests. Two buffers take turns:
 * one fills while the other is being hashed and stored, so memory does not grow with the file.
 */
export async function digestAndStore(source: AsyncIterable<Uint8Array>, store: Store): Promise<Digests> {
  const whole = createHash('sha256');
  const buffers = [0, 1].map(() => new Uint8Array(new ArrayBuffer(CHUNK_BYTES))) as [Chunk, Chunk];
  const chunks: string[] = [];
  let turn = 0;
  let filled = 0;
  let size = 0;
  let busy: Promise<void> = Promise.resolve();

  const flush = async () => {
    const chunk = buffers[turn % 2]!.subarray(0, filled);
    await busy;
    const index = chunks.push('') - 1;
    busy = Promise.all([digestOf(chunk), store(chunk)]).then(([digest]) => void (chunks[index] = digest));
    // It is awaited a chunk later; until then a failure must not count as unhandled.
    busy.catch(() => undefined);
    whole.update(chunk);
    size += filled;
    filled = 0;
    turn += 1;
  };

  for await (const piece of source) {
    for (let from = 0; from < piece.length;) {
      const part = piece.subarray(from, from + CHUNK_BYTES - filled);
      buffers[turn % 2]!.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled === CHUNK_BYTES) await flush();
    }
  }
  if (filled > 0) await flush();
  await busy;
  return { sha256: whole.digest('hex'), size, chunks };
}

type Chunk = Uint8Array<ArrayBuffer>;
