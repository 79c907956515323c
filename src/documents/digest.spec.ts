import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunkAt, CHUNK_BYTES, digestAndStore } from './digest.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* inPieces(bytes: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let i = 0; from < bytes.length; i += 1) {
    const size = sizes[i % sizes.length]!;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

describe('digestAndStore', () => {
  it('gives the same digests and stores the same bytes however they arrive', async () => {
    const length = fc.oneof(
      fc.constantFrom(0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES),
      fc.nat(3 * CHUNK_BYTES),
    );
    const sizes = fc.array(fc.oneof(fc.integer({ min: 1000, max: 70_000 }), fc.constant(5 * CHUNK_BYTES)), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(length, sizes, async (n, pieces) => {
        const bytes = randomBytes(n);
        const stored: Uint8Array[] = [];
        const digests = await digestAndStore(inPieces(bytes, pieces), async (chunk) => {
          // The chunk's buffer is used again later: what is stored must be taken at once.
          stored.push(chunk.slice());
          await Promise.resolve();
        });
        const chunks = Array.from({ length: Math.ceil(n / CHUNK_BYTES) }, (_, i) => chunkAt(i, n));
        expect(digests).toEqual({
          sha256: sha256(bytes),
          size: n,
          chunks: chunks.map(({ start, length }) => sha256(bytes.subarray(start, start + length))),
        });
        expect(Buffer.compare(Buffer.concat(stored), bytes)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('fails when storing fails, and when the source breaks off', async () => {
    const bytes = randomBytes(3 * CHUNK_BYTES);
    const full = digestAndStore(inPieces(bytes, [70_000]), () => Promise.reject(new Error('full')));
    await expect(full).rejects.toThrow('full');
    async function* broken() {
      yield bytes;
      await Promise.resolve();
      throw new Error('broke off');
    }
    await expect(digestAndStore(broken(), () => Promise.resolve())).rejects.toThrow('broke off');
  });
});
