import type { BlobStore, IsListed } from '../documents/blob-store.ts';
import type { Blob } from '../documents/document.entity.ts';
import type { Received } from '../documents/waiting.ts';
import type { Instant } from '../now.ts';
import type { BagSource } from './bag-source.ts';
import type { Importable } from './read-import.ts';
import { unfit } from './unfit.ts';
import type { ReadBag } from './verify-bag.ts';

/** Files of a package that lie in the store, and are not listed yet. */
export interface Files {
  blobs: Map<string, Blob>;
  /** To be called whatever came of it: what was listed stays, the rest goes. */
  settle(): Promise<void>;
}

/** Takes a package's files into the store: they are safe on the disk before the database hears of them. */
export async function takeFiles(
  store: BlobStore,
  source: BagSource,
  bag: ReadBag,
  documents: Importable['documents'],
  isListed: IsListed,
  at: Instant,
): Promise<Files> {
  const taken: Received[] = [];
  const settle = async () => {
    for (const { waiting } of taken) await store.settle(waiting, isListed);
  };
  const blobs = new Map<string, Blob>();
  try {
    for (const { document, path } of documents) {
      const received = await store.receive(await source.read(bag.members.get(path)!));
      taken.push(received);
      const { sha256, size, chunks, mediaType } = received;
      // It was checked before; only now it is a copy that nobody else can change.
      if (sha256 !== document.sha256) throw unfit(path, 'was changed while it was read');
      await store.place(received);
      blobs.set(sha256, { sha256, size, chunks, mediaType, storedAt: at, damagedAt: null, damage: null });
    }
    return { blobs, settle };
  } catch (error) {
    await settle();
    throw error;
  }
}
