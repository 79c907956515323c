import type { Config } from '../config.ts';
import type { BlobStore } from '../documents/blob-store.ts';

/** Where the desk of these settings keeps its files, ready for use. */
export async function openStore(config: Config): Promise<BlobStore> {
  const { blobStoreOf } = await import('../documents/documents.module.ts');
  const store = await blobStoreOf(config);
  await store.open();
  return store;
}
