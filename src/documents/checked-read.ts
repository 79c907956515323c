import type { StoredFile } from './blob-store.ts';
import { chunkAt, CHUNK_BYTES, type Digests, digestOf } from './digest.ts';
import type { ByteRange } from './range.ts';

/** The bytes on the disk are not those that were stored. */
export class Damaged extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'Damaged';
  }
}

/** Chunk `i` as it is stored, shorter where the file was cut. */
export async function readChunk(file: StoredFile, i: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const { start, length } = chunkAt(i, size);
  const chunk = new Uint8Array(new ArrayBuffer(length));
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(chunk, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === length ? chunk : chunk.subarray(0, filled);
}

/** What is wrong with chunk `i`, or null. */
export async function faultOf(chunk: Uint8Array<ArrayBuffer>, i: number, stored: Digests): Promise<string | null> {
  if ((await digestOf(chunk)) === stored.chunks[i]) return null;
  const { start, length } = chunkAt(i, stored.size);
  return `bytes ${start} to ${start + length - 1} (part ${i + 1} of ${stored.chunks.length}) are not those that were stored`;
}

/** What is wrong with the length of a file, or null. */
export async function lengthFault(file: StoredFile, stored: Digests): Promise<string | null> {
  const { size } = await file.stat();
  return size === stored.size ? null : `it has ${size} bytes instead of ${stored.size}`;
}

/** The bytes of `range`; none leaves before the SHA-256 of its whole chunk was checked. Throws `Damaged`. */
export async function* checkedBytes(file: StoredFile, stored: Digests, range: ByteRange): AsyncGenerator<Buffer> {
  for (let i = Math.floor(range.start / CHUNK_BYTES); i * CHUNK_BYTES <= range.end; i += 1) {
    const chunk = await readChunk(file, i, stored.size);
    const fault = await faultOf(chunk, i, stored);
    if (fault) throw new Damaged(fault);
    const offset = i * CHUNK_BYTES;
    const wanted = chunk.subarray(Math.max(0, range.start - offset), range.end + 1 - offset);
    yield Buffer.from(wanted.buffer, wanted.byteOffset, wanted.byteLength);
  }
}

/** All bytes of a file as they are stored, unchecked, for whoever digests them while copying. Closes it at the end. */
export async function* copyable(file: StoredFile): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}
