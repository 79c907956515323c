import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BlobStore } from '../../src/documents/blob-store.ts';
import { checkedBytes, Damaged, lengthFault } from '../../src/documents/checked-read.ts';
import type { Received } from '../../src/documents/waiting.ts';
import { propertyRuns } from '../support/runs.ts';

/** A store with ways to do to it what a bad disk, a crash or a stranger would. */
export interface BlobStoreHarness {
  store: BlobStore;
  /** The same store as another process sees it, which knows nothing of what this one has begun. */
  another(): BlobStore;
  /** The local directory where received files wait. */
  waiting: string;
  /** The file that holds an object of the store, by what stands behind its root or prefix. */
  fileOf(name: string): string;
  /** Lets nothing more be stored, or again. Where it is absent, a full disk is tried in `uploads.e2e-spec.ts`. */
  setFull?(full: boolean): void;
  /** More than one part of an upload. */
  large: number;
  stop(): Promise<void>;
}

const HOUR = 3600_000;
const MiB = 1024 * 1024;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* pieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** What every place for released files must do, whatever it is. */
export function blobStoreContract(name: string, start: () => Promise<BlobStoreHarness>, canBeFull = false): void {
  describe(`The store on ${name}`, () => {
    let harness: BlobStoreHarness;
    let store: BlobStore;
    const listed = new Set<string>();
    const isListed = (hash: string) => Promise.resolve(listed.has(hash));

    beforeAll(async () => {
      harness = await start();
      store = harness.store;
      await store.open();
    });
    afterAll(() => harness?.stop());

    const shard = (hash: string) => `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
    const keep = async (bytes: Uint8Array): Promise<Received> => {
      const received = await store.receive(pieces(bytes));
      await store.place(received);
      listed.add(received.sha256);
      await store.settle(received.waiting, isListed);
      return received;
    };
    const readBack = async (of: Received, start = 0, end = of.size - 1): Promise<Buffer> => {
      const file = (await store.read(of.sha256))!;
      const parts: Buffer[] = [];
      try {
        expect(await lengthFault(file, of)).toBeNull();
        for await (const part of checkedBytes(file, of, { start, end })) parts.push(part);
      } finally {
        await file.close();
      }
      return Buffer.concat(parts);
    };
    const waiting = () => readdir(harness.waiting);
    const there = async () => {
      const found: string[] = [];
      for await (const one of store.list()) found.push(one.sha256);
      return found;
    };
    const makeOld = async (path: string) => {
      const longAgo = new Date(Date.now() - 2 * HOUR);
      await utimes(path, longAgo, longAgo);
    };

    it('gives back what it took, streamed and empty and of several parts, by its digest', async () => {
      for (const bytes of [randomBytes(0), randomBytes(1), randomBytes(MiB), randomBytes(harness.large)]) {
        const of = await keep(bytes);
        expect({ sha256: of.sha256, size: of.size }).toEqual({ sha256: sha256(bytes), size: bytes.length });
        expect(sha256(await readBack(of))).toBe(of.sha256);
      }
      expect(await waiting()).toEqual([]);
    });

    it('gives any range, forwards, backwards and side by side', async () => {
      const bytes = randomBytes(3 * MiB + 17);
      const of = await keep(bytes);
      const range = fc.tuple(fc.nat(bytes.length - 1), fc.nat(bytes.length - 1));
      await fc.assert(
        fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 3 }), async (ranges) => {
          const read = ranges.map(async ([a, b]) => {
            const [from, to] = [Math.min(a, b), Math.max(a, b)];
            expect(Buffer.compare(await readBack(of, from, to), bytes.subarray(from, to + 1))).toBe(0);
          });
          await Promise.all(read);
        }),
        { numRuns: propertyRuns(10) },
      );
      const file = (await store.read(of.sha256))!;
      const buffer = Buffer.alloc(1000);
      for (const at of [2 * MiB, 5, 1005, 2005, 0, bytes.length - 10, bytes.length]) {
        const { bytesRead } = await file.read(buffer, 100, 900, at);
        expect(Buffer.compare(buffer.subarray(100, 100 + bytesRead), bytes.subarray(at, at + bytesRead))).toBe(0);
        expect(bytesRead > 0).toBe(at < bytes.length);
      }
      await file.close();
    });

    it('has nothing under a digest that it never took', async () => {
      expect(await store.read(sha256(randomBytes(8)))).toBeNull();
      expect(await store.hold(sha256(randomBytes(8)))).toBeNull();
      await expect(store.read('../../etc/passwd')).rejects.toThrow('Not a SHA-256');
    });

    it('keeps nothing of a source that breaks off', async () => {
      async function* breaking() {
        yield* pieces(randomBytes(2 * MiB));
        throw new Error('gone');
      }
      await expect(store.receive(breaking())).rejects.toThrow('gone');
      expect(await waiting()).toEqual([]);
    });

    it('takes in a file of the local disk, which stays', async () => {
      const path = join(harness.waiting, '..', 'own.bin');
      const bytes = randomBytes(2 * MiB + 1);
      await writeFile(path, bytes);
      const received = await store.adopt(path);
      expect(received).toMatchObject({ sha256: sha256(bytes), size: bytes.length });
      await store.discard(received);
      expect(await waiting()).toEqual([]);
      expect(sha256(await readFile(path))).toBe(received.sha256);
      await rm(path);
    });

    it('is mended by placing the same bytes over a damaged copy, and gives none of the damage out', async () => {
      const bytes = randomBytes(2 * MiB);
      const of = await keep(bytes);
      const damaged = Buffer.from(bytes);
      damaged[MiB + 3]! ^= 1;
      await writeFile(harness.fileOf(shard(of.sha256)), damaged);
      await expect(readBack(of)).rejects.toThrow(Damaged);
      expect(await store.copyTo(of.sha256, join(harness.waiting, 'copy'))).toContain('damaged');
      expect(await waiting()).toEqual([]);
      await keep(bytes);
      expect(sha256(await readBack(of))).toBe(of.sha256);
    });

    it('copies to a path, checked, and into another store', async () => {
      const of = await keep(randomBytes(MiB + 5));
      const path = join(harness.waiting, '..', 'copy.bin');
      expect(await store.copyTo(of.sha256, path)).toBe(of.size);
      expect(sha256(await readFile(path))).toBe(of.sha256);
      await rm(path);
      expect(await store.copyTo(sha256(randomBytes(9)), path)).toBe('it is missing');
      expect(await store.copyInto(store, of.sha256)).toBe(of.size);
    });

    it('lists what is there with its age, and what is not ours too', async () => {
      const young = await keep(randomBytes(10));
      const old = await keep(randomBytes(11));
      const stray = harness.fileOf('ab/stray');
      await mkdir(dirname(stray), { recursive: true });
      await writeFile(stray, 'x');
      await makeOld(stray);
      await makeOld(harness.fileOf(shard(old.sha256)));
      const ages = new Map<string, number>();
      for await (const { sha256, ageMs, path } of store.list()) {
        ages.set(sha256, ageMs);
        if (sha256 === old.sha256) expect(path).toBe(store.pathOf(old.sha256));
      }
      expect(ages.get(young.sha256)).toBeLessThan(HOUR);
      expect(ages.get(old.sha256)).toBeGreaterThan(HOUR);
      expect(ages.get('stray')).toBeGreaterThan(HOUR);
      await rm(stray);
    });

    describe('a wait', () => {
      it('ends with the file in its place when it is listed, and without a trace when it is not', async () => {
        const bytes = randomBytes(100);
        const received = await store.receive(pieces(bytes));
        await store.place(received);
        await store.settle(received.waiting, isListed);
        expect(await store.read(received.sha256)).toBeNull();
        expect(await waiting()).toEqual([]);
        await keep(bytes);
        expect(sha256(await readBack(received))).toBe(received.sha256);
      });

      it('puts back what another one has taken out of the store', async () => {
        const received = await store.receive(pieces(randomBytes(100)));
        listed.add(received.sha256);
        await store.settle(received.waiting, isListed);
        expect(sha256(await readBack(received))).toBe(received.sha256);
      });

      it('that a crash left behind is ended by the sweep, once it is old', async () => {
        const unlisted = await store.receive(pieces(randomBytes(100)));
        await store.place(unlisted);
        const kept = await store.receive(pieces(randomBytes(101)));
        listed.add(kept.sha256);
        await writeFile(join(harness.waiting, 'half.part'), 'half');
        expect(await store.sweep(HOUR, isListed)).toBe(0);
        for (const name of await waiting()) await makeOld(join(harness.waiting, name));
        // What this process has begun it ends itself; of a dead one another sweeps away all.
        expect(await store.sweep(HOUR, isListed)).toBe(1);
        expect(await harness.another().sweep(HOUR, isListed)).toBe(2);
        await expect(store.refresh(kept)).rejects.toMatchObject({ code: 'unavailable' });
        expect(await waiting()).toEqual([]);
        expect(await store.read(unlisted.sha256)).toBeNull();
        expect(sha256(await readBack(kept))).toBe(kept.sha256);
      });

      it('lets a file leave, and gives it back when somebody lists it meanwhile', async () => {
        const bytes = randomBytes(1000);
        const of = await keep(bytes);
        await makeOld(harness.fileOf(shard(of.sha256)));
        const held = (await store.hold(of.sha256))!;
        // Another process sweeps just now: the wait has only begun.
        expect(await store.sweep(HOUR, isListed)).toBe(0);
        await store.settle(held, isListed);
        expect(sha256(await readBack(of))).toBe(of.sha256);

        const again = (await store.hold(of.sha256))!;
        listed.delete(of.sha256);
        // Listed between the look that takes it out and the last one.
        let looks = 0;
        await store.settle(again, () => Promise.resolve(++looks > 1));
        expect(sha256(await readBack(of))).toBe(of.sha256);

        await store.settle((await store.hold(of.sha256))!, isListed);
        expect(await store.read(of.sha256)).toBeNull();
        expect(await waiting()).toEqual([]);
      });
    });

    (canBeFull ? it : it.skip)('says that there is no room, keeps nothing, and goes on when there is', async () => {
      const received = await store.receive(pieces(randomBytes(harness.large)));
      harness.setFull!(true);
      await expect(store.place(received)).rejects.toMatchObject({ code: 'out-of-space' });
      harness.setFull!(false);
      expect(await there()).not.toContain(received.sha256);
      await store.place(received);
      await store.discard(received);
      expect(sha256(await readBack(received))).toBe(received.sha256);
    });

    it('notices a copy that was cut', async () => {
      const of = await keep(randomBytes(5000));
      await truncate(harness.fileOf(shard(of.sha256)), 4000);
      const file = (await store.read(of.sha256))!;
      expect(await lengthFault(file, of)).toBe('it has 4000 bytes instead of 5000');
      await file.close();
    });

    it('can be emptied', async () => {
      await keep(randomBytes(5));
      await store.empty();
      await store.open();
      expect(await there()).toEqual([]);
    });
  });
}
