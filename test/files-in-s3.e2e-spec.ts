import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import yazl from 'yazl';
import { openCore } from '../src/app.ts';
import { backUp } from '../src/cli/backup.ts';
import { restoreFrom } from '../src/cli/restore.ts';
import { verifyDesk } from '../src/cli/verify.ts';
import { readConfig } from '../src/config.ts';
import { Database } from '../src/database/database.ts';
import { createLog } from '../src/log.ts';
import { newRequest } from './support/a-request.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { type S3, startS3 } from './support/s3.ts';
import { beginUpload, tus } from './support/tus.ts';

const MiB = 1024 * 1024;
const quiet = () => undefined;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

eachEngine((engine) => {
  let s3: S3;
  let desk: Desk;
  let requestId: string;
  const dirs: string[] = [];

  beforeAll(async () => {
    s3 = await startS3();
    desk = await startDesk({ engine, env: s3.env });
    requestId = await newRequest(desk);
  });
  afterAll(async () => {
    await desk?.stop();
    await s3?.stop();
    for (const dir of dirs) await rm(dir, { recursive: true, force: true });
  });

  const newDir = async () => {
    const dir = await mkdtemp(join(tmpdir(), 'foia-s3-desk-'));
    dirs.push(dir);
    return dir;
  };
  const attach = (bytes: Uint8Array) => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), 'a.bin');
    return desk.call('POST', `/requests/${requestId}/documents`, form);
  };
  const objectOf = (hash: string) => s3.fileOf(`files/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`);
  const core = () => ({
    config: desk.config,
    log: createLog('silent'),
    now: desk.now,
    database: desk.app.get(Database),
  });
  const waiting = () => readdir(join(desk.config.dataDir, 'files', 'waiting'));

  it('keeps a file in the bucket alone, and gives it back whole and in parts', async () => {
    const bytes = randomBytes(3 * MiB + 7);
    const { status, body } = await attach(bytes);
    expect([status, body.sha256]).toEqual([201, sha256(bytes)]);
    expect(sha256(await readFile(objectOf(body.sha256)))).toBe(body.sha256);
    expect(await readdir(join(desk.config.dataDir, 'files'))).toEqual(['uploads', 'waiting']);
    expect(await waiting()).toEqual([]);
    expect(sha256((await desk.call('GET', body.contentUrl)).body)).toBe(body.sha256);
    const range = { headers: { range: `bytes=${MiB - 1}-${2 * MiB}` } };
    const part = await desk.call('GET', body.contentUrl, undefined, range);
    expect(Buffer.compare(part.body, bytes.subarray(MiB - 1, 2 * MiB + 1))).toBe(0);
  });

  it('takes uploads that are resumed, lends files to be unpacked, and lets go of what is removed', async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from('inside'), 'inside.txt');
    zip.end();
    const bytes = await buffer(zip.outputStream);
    const path = await beginUpload(desk.url, requestId, bytes.length, { filename: 'a.zip' });
    await tus(desk.url, 'PATCH', path, { 'upload-offset': '0' }, bytes.subarray(0, 10));
    const last = await tus(desk.url, 'PATCH', path, { 'upload-offset': '10' }, bytes.subarray(10));
    const location = last.headers['document-location']!;
    const { items } = (await desk.call('POST', `${location}/unpack`)).body;
    expect(items).toEqual([expect.objectContaining({ filename: 'inside.txt', sha256: sha256(Buffer.from('inside')) })]);
    for (const one of [location, `/documents/${items[0].id}`]) {
      const { sha256: hash } = (await desk.call('GET', one)).body;
      expect(await readFile(objectOf(hash))).toBeDefined();
      expect((await desk.call('DELETE', one, { reason: 'a test' })).status).toBe(204);
      await expect(readFile(objectOf(hash))).rejects.toThrow('ENOENT');
    }
    expect(await waiting()).toEqual([]);
  });

  it('answers 507 and 503 in clear words, keeps nothing, and goes on without a restart', async () => {
    const bytes = randomBytes(1000);
    s3.mode = 'full';
    expect(await attach(bytes)).toMatchObject({ status: 507, body: { detail: expect.stringContaining('no room') } });
    s3.mode = 'down';
    expect(await attach(bytes)).toMatchObject({ status: 503, body: { detail: expect.stringContaining('try again') } });
    s3.mode = 'well';
    for (const name of await waiting()) expect(name).toContain(sha256(bytes));
    const { status, body } = await attach(bytes);
    expect(status).toBe(201);
    s3.mode = 'down';
    expect((await desk.call('GET', body.contentUrl)).status).toBe(503);
    s3.mode = 'well';
    expect((await desk.call('GET', body.contentUrl)).status).toBe(200);
    expect((await desk.call('GET', `/documents/${body.id}`)).body.damagedAt).toBeNull();
  });

  it('is verified, backed up and restored from one kind of store into the other', async () => {
    const backup = join(await newDir(), 'backup');
    const { files, missing } = await backUp(core(), backup, quiet);
    expect([files.count > 0, missing]).toEqual([true, []]);
    expect((await verifyDesk(core(), quiet)).faults).toEqual([]);
    const onDisk = readConfig({ DATA_DIR: await newDir(), LOG_LEVEL: 'silent' });
    const intoS3 = readConfig({ DATA_DIR: await newDir(), ...s3.env, S3_PREFIX: 'another/desk', LOG_LEVEL: 'silent' });
    for (const config of [onDisk, intoS3]) {
      await restoreFrom(config, backup, desk.now, quiet);
      const restored = await openCore(config, { now: desk.now, log: createLog('silent') });
      const verified = await verifyDesk(restored, quiet);
      await restored.database.close();
      expect(verified).toMatchObject({ faults: [], files: files.count });
    }
    await expect(restoreFrom(intoS3, backup, desk.now, quiet)).rejects.toThrow('is there already');
  });

  it('finds flipped bytes, missing and strange objects, and hands no damaged one out', async () => {
    const documents = [];
    for (const size of [10, 2 * MiB, 30]) documents.push((await attach(randomBytes(size))).body);
    const [flipped, deep, lost] = documents as [any, any, any];
    for (const [one, at] of [
      [flipped, 3],
      [deep, MiB + 1],
    ] as const) {
      const bytes = await readFile(objectOf(one.sha256));
      bytes[at]! ^= 4;
      await writeFile(objectOf(one.sha256), bytes);
    }
    await rm(objectOf(lost.sha256));
    await writeFile(s3.fileOf('files/stray'), 'x');
    const { utimes } = await import('node:fs/promises');
    await utimes(s3.fileOf('files/stray'), 0, 0);
    const { faults } = await verifyDesk(core(), quiet);
    expect(faults.map(({ fault, sha256: hash }) => [fault, hash]).sort()).toEqual(
      [
        ['damaged', flipped.sha256],
        ['damaged', deep.sha256],
        ['missing', lost.sha256],
        ['orphan', null],
      ].sort(),
    );
    for (const one of documents) expect((await desk.call('GET', one.contentUrl)).status).toBe(409);
    await rm(s3.fileOf('files/stray'));
  });
});
