import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newRequest } from './support/a-request.ts';
import { type Desk, OWNER_KEY, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { aPerson } from './support/filing.ts';
import { beginUpload, metadata, tus } from './support/tus.ts';

const MiB = 1024 * 1024;
const LIMIT = 4 * MiB;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

eachEngine((engine) => {
  let desk: Desk;
  let requestId: string;
  let editor: { id: string; key: string };
  beforeAll(async () => {
    desk = await startDesk({ engine, env: { MAX_UPLOAD_BYTES: String(LIMIT) } });
    editor = await aPerson(desk, 'editor', 'sender');
  });
  afterAll(() => desk?.stop());
  beforeEach(async () => void (requestId = await newRequest(desk)));

  const call = (method: string, path: string, headers?: Record<string, string>, body?: Uint8Array, key?: string) =>
    tus(desk.url, method, path, headers, body, key);
  const begin = (size: number, fields?: Record<string, string>, key?: string) =>
    beginUpload(desk.url, requestId, size, fields, key);
  const piece = (path: string, offset: number, bytes: Uint8Array) =>
    call('PATCH', path, { 'upload-offset': String(offset) }, bytes);
  const listed = async () => (await desk.call('GET', `/requests/${requestId}/documents`)).body.items;
  const files = (name: string) => readdir(join(desk.config.dataDir, 'files', name));

  it('takes a file in pieces and makes the document with the last one', async () => {
    const bytes = randomBytes(2 * MiB + 77);
    const said = { filename: 'Freigabe ß.pdf', label: 'Interim', role: 'release', releasedOn: '2026-07-28' };
    const path = await begin(bytes.length, said, editor.key);
    expect(path).toMatch(/^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);
    const send = (from: number, to: number) =>
      call('PATCH', path, { 'upload-offset': String(from) }, bytes.subarray(from, to), editor.key);
    expect(await send(0, 100)).toMatchObject({ status: 204, headers: { 'upload-offset': '100' } });
    const head = await call('HEAD', path, {}, undefined, editor.key);
    expect(head).toMatchObject({
      status: 200,
      headers: {
        'upload-offset': '100',
        'upload-length': String(bytes.length),
        'upload-metadata': metadata(said),
        'tus-resumable': '1.0.0',
        'upload-expires': 'Thu, 04 Jun 2026 16:00:00 GMT',
        'cache-control': 'no-store',
      },
    });
    expect(head.headers['access-control-allow-origin']).toBeUndefined();
    expect(await listed()).toEqual([]);
    expect((await send(100, MiB + 5)).headers['upload-offset']).toBe(String(MiB + 5));
    const last = await send(MiB + 5, bytes.length);
    expect(last.status).toBe(204);
    const [document] = await listed();
    expect(last.headers['document-location']).toBe(`/api/v1/documents/${document.id}`);
    const { filename, ...fields } = said;
    expect(document).toMatchObject({
      filename,
      ...fields,
      sha256: sha256(bytes),
      size: bytes.length,
      addedBy: editor.id,
      addedVia: 'resumable',
    });
    expect(sha256((await desk.call('GET', document.contentUrl)).body)).toBe(document.sha256);
    expect(await call('HEAD', path, {}, undefined, editor.key)).toMatchObject({
      headers: { 'upload-offset': String(bytes.length), 'document-location': last.headers['document-location'] },
    });
    const { body } = await desk.call('GET', path, undefined, { key: editor.key });
    expect(body).toMatchObject({ offset: bytes.length, size: bytes.length, documentIds: [document.id], requestId });
    expect(await files('waiting')).toEqual([]);
    expect((await files('uploads')).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it('takes the first piece with the beginning, empty files, and bytes that are there already', async () => {
    const bytes = randomBytes(50);
    const headers = { 'upload-length': '50', 'upload-metadata': metadata({ filename: 'a.bin' }) };
    const whole = await call('POST', `/requests/${requestId}/uploads`, headers, bytes);
    expect(whole).toMatchObject({ status: 201, headers: { 'upload-offset': '50' } });
    const again = await begin(50);
    const { headers: ended } = await piece(again, 0, bytes);
    expect(ended['document-location']).toBe(whole.headers['document-location']);
    const empty = await call('POST', `/requests/${requestId}/uploads`, { 'upload-length': '0' });
    expect(empty).toMatchObject({ status: 201, headers: { 'document-location': expect.any(String) } });
    expect((await listed()).map((one: { size: number }) => one.size)).toEqual([50, 0]);
  });

  it('goes on where it broke off, and keeps every byte that it told of', async () => {
    const bytes = randomBytes(3 * MiB);
    const path = await begin(bytes.length);
    await new Promise<void>((done) => {
      const headers = {
        authorization: `Bearer ${OWNER_KEY}`,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': bytes.length,
      };
      const broken = httpRequest(`${desk.url}${path}`, { method: 'PATCH', headers });
      broken.on('error', () => undefined).on('close', () => done());
      broken.write(bytes.subarray(0, 1.5 * MiB), () => setTimeout(() => broken.destroy(), 100));
    });
    let offset = 0;
    await eventually(async () => {
      offset = Number((await call('HEAD', path)).headers['upload-offset']);
      expect(offset).toBeGreaterThan(0);
    });
    expect(offset).toBeLessThanOrEqual(1.5 * MiB);
    expect((await piece(path, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await listed())[0].sha256).toBe(sha256(bytes));
  });

  it('ends an upload that was whole when its process died, once it is asked for', async () => {
    const bytes = randomBytes(1000);
    const path = await begin(1000);
    const { appendFile } = await import('node:fs/promises');
    // All bytes have come and are synced; the document was not made.
    await appendFile(join(desk.config.dataDir, 'files', 'uploads', `${path.split('/').at(-1)}.bytes`), bytes);
    expect(await listed()).toEqual([]);
    const asked = await Promise.all([call('HEAD', path), call('HEAD', path), desk.call('GET', path)]);
    const documents = await listed();
    expect(documents).toEqual([expect.objectContaining({ sha256: sha256(bytes) })]);
    expect(asked[0].headers['document-location']).toBe(`/api/v1/documents/${documents[0].id}`);
    expect(asked[2]).toMatchObject({ status: 200 });
  });

  it('belongs to who began it, and to nobody else', async () => {
    const path = await begin(10, undefined, editor.key);
    const { body: nothing } = await desk.call('GET', '/uploads/0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11');
    for (const method of ['GET', 'PATCH', 'DELETE', 'HEAD']) {
      const bytes = method === 'PATCH' ? randomBytes(10) : undefined;
      const answer = await call(method, path, { 'upload-offset': '0' }, bytes);
      expect([method, answer.status]).toEqual([method, 404]);
      if (answer.body) expect(JSON.parse(answer.body).detail).toBe(nothing.detail);
    }
    expect((await call('HEAD', path, {}, undefined, editor.key)).headers['upload-offset']).toBe('0');
  });

  it('is refused, and ends, where its sender may not attach (any more)', async () => {
    const hidden = await newRequest(desk, { access: 'members' });
    const start = { 'upload-length': '10' };
    expect((await call('POST', `/requests/${hidden}/uploads`, start, undefined, editor.key)).status).toBe(404);
    expect((await tus(desk.url, 'POST', `/requests/${requestId}/uploads`, start, undefined, 'nothing')).status).toBe(
      401,
    );
    const path = await begin(10, undefined, editor.key);
    const { version } = (await desk.call('GET', `/requests/${requestId}`)).body;
    await desk.call(
      'PATCH',
      `/requests/${requestId}`,
      { access: 'members' },
      { headers: { 'if-match': `"${version}"` } },
    );
    const last = await call('PATCH', path, { 'upload-offset': '0' }, randomBytes(10), editor.key);
    expect([last.status, last.headers['content-type']]).toEqual([404, expect.stringContaining('problem+json')]);
    expect(await listed()).toEqual([]);
    expect(await files('waiting')).toEqual([]);
  });

  describe('what is no upload', () => {
    const refusals: [string, Record<string, string>, number][] = [
      ['no length', {}, 400],
      ['a length that is none', { 'upload-length': '-1' }, 400],
      ['a length that comes later', { 'upload-defer-length': '1' }, 400],
      ['too large a length', { 'upload-length': String(LIMIT + 1) }, 413],
      ['an unknown field', { 'upload-length': '1', 'upload-metadata': metadata({ owner: 'x' }) }, 400],
      ['a role that is none', { 'upload-length': '1', 'upload-metadata': metadata({ role: 'gossip' }) }, 400],
      ['NUL', { 'upload-length': '1', 'upload-metadata': metadata({ label: 'a\0b' }) }, 400],
      ['metadata that are none', { 'upload-length': '1', 'upload-metadata': '% % %' }, 400],
      ['another version', { 'upload-length': '1', 'tus-resumable': '0.2.0' }, 400],
      [
        'a status change that is none',
        {
          'upload-length': '1',
          'upload-metadata': metadata({ statusChangeId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' }),
        },
        422,
      ],
    ];
    it.each(refusals)('%s is refused in our words', async (_, headers, status) => {
      const before = await files('uploads');
      const answer = await call('POST', `/requests/${requestId}/uploads`, headers);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      expect(await files('uploads')).toEqual(before);
    });

    it('a piece at the wrong place, too long, of another type, or elsewhere is refused, and nothing of it stays', async () => {
      const path = await begin(10);
      expect((await piece(path, 5, randomBytes(5))).status).toBe(409);
      expect((await piece(path, 0, randomBytes(11))).status).toBe(413);
      expect((await call('PATCH', path, { 'content-type': 'application/json', 'upload-offset': '0' })).status).toBe(
        400,
      );
      expect((await call('PATCH', path, {}, randomBytes(2))).status).toBe(400);
      expect((await desk.call('PATCH', path, undefined, { headers: { 'upload-offset': '0' } })).status).toBe(412);
      expect((await call('HEAD', path)).headers['upload-offset']).toBe('0');
      expect((await call('POST', `/requests/${requestId}/notes`, {}, randomBytes(2))).status).toBe(415);
    });
  });

  it('can be given up, and is given up by the sweep after three days', async () => {
    const mine = await begin(10);
    await piece(mine, 0, randomBytes(5));
    expect((await call('DELETE', mine)).status).toBe(204);
    expect((await call('HEAD', mine)).status).toBe(404);
    const old = await begin(10);
    await piece(old, 0, randomBytes(5));
    desk.now.advance(2 * 24 * 3600_000);
    const young = await begin(10);
    await desk.sweep();
    expect((await call('HEAD', old)).status).toBe(200);
    desk.now.advance(1 * 24 * 3600_000);
    expect((await call('HEAD', old)).status).toBe(404);
    await desk.sweep();
    const left = await files('uploads');
    expect(left.filter((name) => name.startsWith(old.split('/').at(-1)!))).toEqual([]);
    expect(left).toContain(`${young.split('/').at(-1)}.json`);
  });

  it('lets go of bytes that a crash left behind an upload that was finished', async () => {
    const path = await begin(10);
    await piece(path, 0, randomBytes(10));
    const bytes = `${path.split('/').at(-1)}.bytes`;
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(desk.config.dataDir, 'files', 'uploads', bytes), 'left');
    expect((await call('HEAD', path)).headers['upload-offset']).toBe('10');
    await desk.sweep();
    expect(await files('uploads')).not.toContain(bytes);
    expect((await call('HEAD', path)).headers['document-location']).toBeDefined();
  });

  it('says what it understands', async () => {
    const { status, headers } = await call('OPTIONS', '/uploads');
    expect([status, headers['tus-version'], headers['tus-max-size'], headers['tus-extension']]).toEqual([
      204,
      '1.0.0',
      String(LIMIT),
      'creation,creation-with-upload,termination,expiration',
    ]);
  });

  it('notices pieces that two processes took at once', async () => {
    const path = await begin(20);
    const bytes = join(desk.config.dataDir, 'files', 'uploads', `${path.split('/').at(-1)}.bytes`);
    const { appendFile } = await import('node:fs/promises');
    const slow = new Promise<number>((done) => {
      const headers = {
        authorization: `Bearer ${OWNER_KEY}`,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': 10,
      };
      const sent = httpRequest(`${desk.url}${path}`, { method: 'PATCH', headers }, (answer) => {
        answer.resume();
        done(answer.statusCode!);
      });
      sent.write(randomBytes(5));
      setTimeout(() => void appendFile(bytes, 'another').then(() => sent.end(randomBytes(5))), 100);
    });
    expect(await slow).toBe(409);
    expect((await call('HEAD', path)).status).toBe(404);
    await expect(readFile(bytes)).rejects.toThrow('ENOENT');
  });
});

async function eventually(holds: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + 5000;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await new Promise((go) => setTimeout(go, 20));
    }
  }
}
