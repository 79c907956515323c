import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { DiskBlobStore } from '../src/documents/disk-blob-store.ts';
import { S3BlobStore } from '../src/documents/s3-blob-store.ts';
import { blobStoreContract, type BlobStoreHarness } from './contracts/blob-store.ts';
import { startS3 } from './support/s3.ts';

const MiB = 1024 * 1024;
const newDir = () => mkdtemp(join(tmpdir(), 'foia-store-'));

blobStoreContract('a disk', async () => {
  const dir = await newDir();
  return {
    store: new DiskBlobStore(dir),
    another: () => new DiskBlobStore(dir),
    waiting: join(dir, 'waiting'),
    fileOf: (name) => join(dir, name),
    large: 3 * MiB,
    stop: () => rm(dir, { recursive: true, force: true }),
  };
});

const onS3 = async (): Promise<BlobStoreHarness> => {
  const [s3, dir] = [await startS3(), await newDir()];
  const open = () => new S3BlobStore(readConfig({ DATA_DIR: dir, ...s3.env }), 5 * MiB);
  return {
    store: open(),
    another: open,
    waiting: join(dir, 'files', 'waiting'),
    fileOf: (name) => s3.fileOf(`files/${name}`),
    setFull: (full) => void (s3.mode = full ? 'full' : 'well'),
    large: 12 * MiB,
    stop: async () => {
      await s3.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
};
blobStoreContract('S3', onS3, true);

it('an S3 store says what is wrong with its bucket, and bears it when nobody answers', async () => {
  const [s3, dir] = [await startS3(), await newDir()];
  try {
    const store = new S3BlobStore(readConfig({ DATA_DIR: dir, ...s3.env }));
    s3.mode = 'down';
    await store.open();
    await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'unavailable' });
    s3.mode = 'well';
    expect(await store.read('0'.repeat(64))).toBeNull();
    const wrong = new S3BlobStore(readConfig({ DATA_DIR: dir, ...s3.env, S3_BUCKET: 'another' }));
    await expect(wrong.open()).rejects.toThrow('S3_BUCKET=another cannot be used: it does not exist');
    expect(() => readConfig({ S3_ENDPOINT: 'http://127.0.0.1', S3_ACCESS_KEY_ID: 'x' })).toThrow(
      /need S3_BUCKET[^]*both/,
    );
  } finally {
    await s3.stop();
    await rm(dir, { recursive: true, force: true });
  }
});

it('an S3 download asks twice, however long it is', async () => {
  const [s3, dir] = [await startS3(), await newDir()];
  try {
    const store = new S3BlobStore(readConfig({ DATA_DIR: dir, ...s3.env }));
    await store.open();
    const received = await store.receive(
      (async function* () {
        yield await Promise.resolve(randomBytes(6 * MiB));
      })(),
    );
    await store.place(received);
    s3.calls.length = 0;
    const to = join(dir, 'copy');
    expect(await store.copyTo(received.sha256, to)).toBe(6 * MiB);
    expect(s3.calls.filter((call) => call.startsWith('GET'))).toHaveLength(2);
  } finally {
    await s3.stop();
    await rm(dir, { recursive: true, force: true });
  }
});
