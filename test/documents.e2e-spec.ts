import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, readFile, readlink, stat, utimes } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newRequest } from './support/a-request.ts';
import { type Answer, type Desk, OWNER_KEY, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';

const MiB = 1024 * 1024;
const LIMIT = 4 * MiB;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

eachEngine((engine) => {
  let desk: Desk;
  let requestId: string;

  beforeAll(async () => {
    desk = await startDesk({ engine, env: { MAX_UPLOAD_BYTES: String(LIMIT) } });
  });
  afterAll(() => desk?.stop());
  beforeEach(async () => void (requestId = await newRequest(desk)));

  const form = (bytes: Uint8Array | string, filename = 'release.pdf', fields: Record<string, string> = {}) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    data.append('file', new Blob([bytes]), filename);
    return data;
  };
  const attach = (bytes: Uint8Array | string, filename?: string, fields?: Record<string, string>) =>
    desk.call('POST', `/requests/${requestId}/documents`, form(bytes, filename, fields));
  const files = () => join(desk.config.dataDir, 'files');
  const pathOf = (hash: string) => join(files(), hash.slice(0, 2), hash.slice(2, 4), hash);
  const waiting = () => readdir(join(files(), 'waiting'));
  const listed = async () => (await desk.call('GET', `/requests/${requestId}/documents`)).body.items as unknown[];
  const nothingKept = async () => {
    expect(await listed()).toEqual([]);
    expect(await waiting()).toEqual([]);
  };
  /** A body written by hand: what no well-behaved client sends. */
  const send = (body: Uint8Array | string, contentType = 'multipart/form-data; boundary=cut') =>
    desk.call('POST', `/requests/${requestId}/documents`, Buffer.from(body as string), {
      headers: { 'content-type': contentType },
    });

  describe('attaching', () => {
    it('keeps the bytes as they came, under their SHA-256, with what is said of them', async () => {
      const bytes = randomBytes(2.5 * MiB);
      const said = { label: 'Interim release', role: 'release', releasedOn: '2026-07-28', receivedOn: '2026-07-29' };
      const { status, body, headers } = await attach(bytes, 'release 1.pdf', said);
      expect({ status, body }).toMatchObject({
        status: 201,
        body: { requestId, filename: 'release 1.pdf', size: bytes.length, sha256: sha256(bytes), ...said, version: 1 },
      });
      expect(headers.location).toBe(`/api/v1/documents/${body.id}`);
      expect(sha256(await readFile(pathOf(body.sha256)))).toBe(body.sha256);
      expect((await stat(pathOf(body.sha256))).mode & 0o777).toBe(0o600);
      expect(await waiting()).toEqual([]);
      expect((await desk.call('GET', `/documents/${body.id}`)).body).toEqual(body);
      expect(await listed()).toEqual([body]);
      const content = await desk.call('GET', body.contentUrl);
      expect(sha256(content.body)).toBe(body.sha256);
    });

    it('takes fields before and after the file', async () => {
      const part = (name: string, value: string, file = '') =>
        `--cut\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
      const answer = await send(
        `${part('label', 'before')}${part('file', 'hello', '; filename="a.txt"')}${part('role', 'answer')}--cut--\r\n`,
      );
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({ label: 'before', role: 'answer', mediaType: 'text/plain', size: 5 });
    });

    it('stores the same bytes once, and answers 200 with what the same request has already', async () => {
      const bytes = randomBytes(1000);
      const first = await attach(bytes, 'a.bin', { label: 'first' });
      const again = await attach(bytes, 'b.bin', { label: 'second' });
      expect(again).toMatchObject({ status: 200, body: { ...first.body } });
      requestId = await newRequest(desk);
      const elsewhere = await attach(bytes, 'b.bin');
      expect(elsewhere.status).toBe(201);
      expect(elsewhere.body.id).not.toBe(first.body.id);
      const at = pathOf(first.body.sha256);
      expect(await readdir(join(at, '..'))).toEqual([first.body.sha256]);
    });

    it('lets ten uploads of the same bytes at once make one document', async () => {
      const bytes = randomBytes(300_000);
      const answers = await Promise.all(Array.from({ length: 10 }, () => attach(bytes)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(9).fill(200), 201]);
      expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
      expect(sha256(await readFile(pathOf(sha256(bytes))))).toBe(sha256(bytes));
      expect(await waiting()).toEqual([]);
    });

    it('takes an empty file: an agency that sends one has sent one', async () => {
      const { status, body } = await attach('', 'empty.pdf');
      expect({ status, size: body.size, sha256: body.sha256 }).toEqual({
        status: 201,
        size: 0,
        sha256: sha256(Buffer.alloc(0)),
      });
      const content = await desk.call('GET', body.contentUrl);
      expect({ status: content.status, length: content.headers['content-length'] }).toEqual({
        status: 200,
        length: '0',
      });
      expect((await desk.call('GET', body.contentUrl, undefined, { headers: { range: 'bytes=0-' } })).status).toBe(416);
    });

    it('takes a file of exactly the limit and refuses one byte more', async () => {
      expect((await attach(randomBytes(LIMIT))).status).toBe(201);
      requestId = await newRequest(desk);
      for (const size of [LIMIT + 1, LIMIT + 70_000, LIMIT * 4]) {
        const answer = await attach(randomBytes(size));
        expect(answer).toMatchObject({ status: 413, body: { errors: [{ pointer: '/file' }] } });
      }
      await nothingKept();
    });
  });

  describe('several files', () => {
    const several = (files: [string, Uint8Array | string][], fields: Record<string, string> = {}) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      for (const [name, bytes] of files) data.append('file', new Blob([bytes]), name);
      return desk.call('POST', `/requests/${requestId}/documents`, data);
    };

    it('become several documents with the same fields, and say which were there', async () => {
      const { status, body } = await several(
        [
          ['a.txt', 'a'],
          ['b.txt', 'b'],
          ['a.txt', 'c'],
        ],
        { role: 'release' },
      );
      expect(status).toBe(201);
      expect(body.items.map((one: any) => [one.filename, one.size, one.role])).toEqual([
        ['a.txt', 1, 'release'],
        ['b.txt', 1, 'release'],
        ['a.txt', 1, 'release'],
      ]);
      expect(await listed()).toEqual(body.items);
      const again = await several([
        ['a.txt', 'a'],
        ['b.txt', 'b'],
      ]);
      expect(again).toMatchObject({ status: 200, body: { items: body.items.slice(0, 2) } });
      const twice = await several([
        ['d.txt', 'd'],
        ['e.txt', 'd'],
      ]);
      expect(twice.body.items.map((one: any) => one.id)).toEqual(Array(2).fill(twice.body.items[0].id));
      expect(await waiting()).toEqual([]);
    });

    it('are taken all or not at all, within one limit', async () => {
      const half = randomBytes(LIMIT / 2);
      expect(
        (
          await several([
            ['a', half],
            ['b', half],
            ['c', 'x'],
          ])
        ).status,
      ).toBe(413);
      const unknown = { statusChangeId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' };
      expect(
        (
          await several(
            [
              ['a', 'x'],
              ['b', 'y'],
            ],
            unknown,
          )
        ).status,
      ).toBe(422);
      await nothingKept();
      expect(
        (
          await several([
            ['a', half],
            ['b', randomBytes(LIMIT / 2)],
          ])
        ).status,
      ).toBe(201);
    });
  });

  describe('what is no upload', () => {
    const part = (head: string, value = 'x') => `--cut\r\n${head}\r\n\r\n${value}\r\n`;
    const file = 'Content-Disposition: form-data; name="file"; filename="a.txt"';
    const field = (name: string) => `Content-Disposition: form-data; name="${name}"`;
    const refusals: [string, string, number, string][] = [
      ['no part at all', '--cut--\r\n', 400, '/file'],
      ['no file', `${part(field('label'))}--cut--\r\n`, 400, '/file'],
      ['a file as text', `${part(field('file'))}--cut--\r\n`, 400, '/file'],
      ['a hundred and one files', `${part(file).repeat(101)}--cut--\r\n`, 400, '/file'],
      ['a file under another name', `${part(file.replace('"file"', '"document"'))}--cut--\r\n`, 400, '/document'],
      ['an unknown field before the file', `${part(field('owner'))}${part(file)}--cut--\r\n`, 400, '/owner'],
      ['an unknown field after the file', `${part(file)}${part(field('owner'))}--cut--\r\n`, 400, '/owner'],
      ['a field twice', `${part(field('label'))}${part(field('label'))}${part(file)}--cut--\r\n`, 400, '/label'],
      ['a role that is none', `${part(field('role'), 'gossip')}${part(file)}--cut--\r\n`, 400, '/role'],
      [
        'a day that does not exist',
        `${part(file)}${part(field('releasedOn'), '2026-02-30')}--cut--\r\n`,
        400,
        '/releasedOn',
      ],
      ['NUL in a label', `${part(field('label'), 'a\0b')}${part(file)}--cut--\r\n`, 400, '/label'],
      ['a label without an end', `${part(field('label'), 'x'.repeat(20_000))}${part(file)}--cut--\r\n`, 400, '/label'],
      ['__proto__', `${part(field('__proto__'))}${part(file)}--cut--\r\n`, 400, ''],
      ['thirty fields', `${Array.from({ length: 30 }, (_, i) => part(field(`f${i}`))).join('')}--cut--\r\n`, 400, ''],
      [
        'a status change that is none',
        `${part(file)}${part(field('statusChangeId'), '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11')}--cut--\r\n`,
        422,
        '/statusChangeId',
      ],
      ['no end', `${part(file)}`, 400, ''],
      ['no end inside the file', `--cut\r\n${file}\r\n\r\nhalf a fi`, 400, ''],
      ['no end inside the headers', `--cut\r\n${file.slice(0, 30)}`, 400, ''],
      ['nothing', '', 400, '/file'],
      ['rubbish', 'this is no multipart', 400, ''],
    ];
    it.each(refusals)('refuses %s and keeps nothing', async (_, body, status, pointer) => {
      const answer = await send(body);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
      await nothingKept();
    });

    it('refuses other media types and a boundary that is missing', async () => {
      expect((await desk.call('POST', `/requests/${requestId}/documents`, { file: 'x' })).status).toBe(415);
      expect((await send('x', 'application/pdf')).status).toBe(415);
      expect((await send('x', 'multipart/form-data')).status).toBe(400);
      await nothingKept();
    });

    it('keeps nothing of an upload that breaks off', async () => {
      for (const share of [0.001, 0.5, 0.999]) {
        await abort(3 * MiB, share);
        await eventually(async () => expect(await waiting()).toEqual([]));
      }
      await nothingKept();
      expect((await desk.call('GET', '/me')).status).toBe(200);
    });

    it('answers at once who may not attach, and does not listen for long', async () => {
      const path = `/api/v1/requests/0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11/documents`;
      const started = performance.now();
      const { status, answeredAt } = await new Promise<{ status: number; answeredAt: number }>((done) => {
        let status = 0;
        let answeredAt = 0;
        const headers = { authorization: `Bearer ${OWNER_KEY}`, 'content-type': 'multipart/form-data; boundary=cut' };
        const call = httpRequest(`${desk.url}${path}`, { method: 'POST', headers }, (answer) => {
          [status, answeredAt] = [answer.statusCode!, performance.now()];
          answer.resume();
        });
        const more = setInterval(() => call.write(randomBytes(10_000)), 50);
        call.on('error', () => undefined);
        call.on('close', () => {
          clearInterval(more);
          done({ status, answeredAt });
        });
        call.write(`--cut\r\n${file}\r\n\r\n`);
      });
      expect(status).toBe(404);
      expect(answeredAt - started).toBeLessThan(3000);
      expect(performance.now() - answeredAt).toBeLessThan(9000);
    }, 20_000);

    /** Promises `size` bytes, sends a share of them, and hangs up. */
    function abort(size: number, share: number): Promise<void> {
      const head = `--cut\r\n${file}\r\n\r\n`;
      return new Promise((done) => {
        const call = httpRequest(`${desk.url}/api/v1/requests/${requestId}/documents`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${OWNER_KEY}`,
            'content-type': 'multipart/form-data; boundary=cut',
            'content-length': size,
          },
        });
        call.on('error', () => undefined).on('close', () => done());
        call.write(head);
        call.write(randomBytes(Math.floor(size * share)), () => setTimeout(() => call.destroy(), 50));
      });
    }
  });

  it('clears away what a crash has left waiting, and puts back what is listed', async () => {
    const kept = (await attach(randomBytes(2000))).body;
    const { rename, writeFile } = await import('node:fs/promises');
    const at = (name: string) => join(files(), 'waiting', name);
    // A crash in the middle of receiving; one between placing and listing; one while a listed file was taken out.
    await writeFile(at('1.part'), 'half');
    const orphan = sha256(Buffer.from('orphan'));
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(pathOf(orphan), '..'), { recursive: true });
    await writeFile(pathOf(orphan), 'orphan');
    await writeFile(at(`2.${orphan}`), 'orphan');
    await rename(pathOf(kept.sha256), at(`3.${kept.sha256}`));
    await writeFile(at('young.part'), 'still coming');
    const longAgo = new Date(Date.now() - 2 * 3600_000);
    for (const name of ['1.part', `2.${orphan}`, `3.${kept.sha256}`]) await utimes(at(name), longAgo, longAgo);
    await desk.sweep();
    expect(await waiting()).toEqual(['young.part']);
    await expect(stat(pathOf(orphan))).rejects.toThrow('ENOENT');
    expect((await desk.call('GET', kept.contentUrl)).status).toBe(200);
    const { rm } = await import('node:fs/promises');
    await rm(at('young.part'));
  });

  describe('handing out', () => {
    const size = 2 * MiB + 12_345;
    const bytes = randomBytes(size);
    let content: string;
    beforeEach(async () => void (content = (await attach(bytes)).body.contentUrl));
    const get = (headers: Record<string, string> = {}, method = 'GET') =>
      desk.call(method, content, undefined, { headers });

    it('gives any range exactly', async () => {
      const range = fc
        .tuple(fc.nat(size + 10), fc.nat(size + 10))
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
      await fc.assert(
        fc.asyncProperty(range, async ([from, to]) => {
          const answer = await get({ range: `bytes=${from}-${to}` });
          if (from >= size) return expectRefused(answer);
          expect(answer.status).toBe(206);
          expect(answer.headers['content-range']).toBe(`bytes ${from}-${Math.min(to, size - 1)}/${size}`);
          expect(Buffer.compare(answer.body, bytes.subarray(from, to + 1))).toBe(0);
        }),
        {
          numRuns: 40,
          examples: [
            [[0, 0]],
            [[MiB - 1, MiB]],
            [[MiB, 2 * MiB - 1]],
            [[size - 1, size - 1]],
            [[size, size]],
            [[0, size - 1]],
          ],
        },
      );
    });

    function expectRefused(answer: Answer) {
      expect(answer.status).toBe(416);
      expect(answer.headers['content-range']).toBe(`bytes */${size}`);
    }

    it('understands suffixes, open ends, several ranges and nonsense', async () => {
      const asked = async (range: string) => {
        const answer = await get({ range });
        return [answer.status, answer.headers['content-length'], answer.headers['content-range']];
      };
      expect(await asked('bytes=-100')).toEqual([206, '100', `bytes ${size - 100}-${size - 1}/${size}`]);
      expect(await asked('bytes=100-')).toEqual([206, String(size - 100), `bytes 100-${size - 1}/${size}`]);
      expect(await asked(`bytes=-${size * 2}`)).toEqual([206, String(size), `bytes 0-${size - 1}/${size}`]);
      for (const ignored of ['bytes=0-1,5-6', 'bytes=5-1', 'lines=1-2', 'bytes=-', 'bytes=a-b']) {
        expect(await asked(ignored)).toEqual([200, String(size), undefined]);
      }
      expectRefused(await get({ range: 'bytes=-0' }));
    });

    it('lets go of the file when the reader hangs up', async () => {
      const held = async () => {
        const names = await readdir('/proc/self/fd').catch(() => []);
        const paths = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
        return paths.filter((path) => path.startsWith(files()));
      };
      for (let i = 0; i < 10; i += 1) {
        await new Promise<void>((done) => {
          const headers = { authorization: `Bearer ${OWNER_KEY}` };
          const call = httpRequest(`${desk.url}${content}`, { headers }, (answer) =>
            answer.once('data', () => call.destroy()),
          );
          call.on('error', () => undefined).on('close', () => done());
          call.end();
        });
      }
      await eventually(async () => expect(await held()).toEqual([]));
      expect((await get()).status).toBe(200);
    });

    it('answers If-Range, If-None-Match and HEAD', async () => {
      const { etag } = (await get()).headers;
      expect(etag).toBe(`"${sha256(bytes)}"`);
      expect((await get({ range: 'bytes=0-9', 'if-range': etag! })).status).toBe(206);
      expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
      expect((await get({ 'if-none-match': etag! })).status).toBe(304);
      const head = await get({ range: 'bytes=10-19' }, 'HEAD');
      expect(head).toMatchObject({ status: 206, headers: { 'content-length': '10', 'accept-ranges': 'bytes' } });
      expect((await get({}, 'HEAD')).headers['content-length']).toBe(String(size));
    });
  });

  describe('a damaged file', () => {
    const size = 3 * MiB + 500;

    async function flip(at: number): Promise<Record<string, string>> {
      const { body } = await attach(randomBytes(size));
      const file = await open(pathOf(body.sha256), 'r+');
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, at);
      byte[0]! ^= 1;
      await file.write(byte, 0, 1, at);
      await file.close();
      return body;
    }

    it('is refused, not one byte of it leaves, and it is marked', async () => {
      const document = await flip(5);
      const answer = await desk.call('GET', document.contentUrl!);
      expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('damaged') } });
      expect((await desk.call('GET', `/documents/${document.id}`)).body.damagedAt).toBe(desk.now.instant());
      expect(
        (await desk.call('GET', document.contentUrl!, undefined, { headers: { range: 'bytes=2000000-2000001' } }))
          .status,
      ).toBe(409);
    });

    it.each([MiB + 7, size - 1])('breaks off before the part that holds byte %i', async (at) => {
      const document = await flip(at);
      const { status, received, whole } = await download(document.contentUrl!);
      expect({ status, whole }).toEqual({ status: 200, whole: false });
      expect(received).toBeLessThanOrEqual(Math.floor(at / MiB) * MiB);
      expect((await desk.call('GET', document.contentUrl!)).status).toBe(409);
    });

    it('may still be read where it is whole, as long as nobody knows', async () => {
      const document = await flip(size - 1);
      const answer = await desk.call('GET', document.contentUrl!, undefined, { headers: { range: 'bytes=0-99' } });
      expect(answer.status).toBe(206);
    });

    it('is refused when it is shorter, longer or missing', async () => {
      const { truncate, appendFile, rm } = await import('node:fs/promises');
      for (const harm of [(p: string) => truncate(p, 100), (p: string) => appendFile(p, 'x'), (p: string) => rm(p)]) {
        const { body } = await attach(randomBytes(size));
        await harm(pathOf(body.sha256));
        expect((await desk.call('GET', body.contentUrl)).status).toBe(409);
      }
    });

    it('is mended by the same bytes', async () => {
      const bytes = randomBytes(size);
      const { body } = await attach(bytes);
      await (await import('node:fs/promises')).truncate(pathOf(body.sha256), 10);
      expect((await desk.call('GET', body.contentUrl)).status).toBe(409);
      expect(await attach(bytes)).toMatchObject({ status: 200, body: { id: body.id, damagedAt: null } });
      expect(sha256((await desk.call('GET', body.contentUrl)).body)).toBe(body.sha256);
    });

    function download(path: string): Promise<{ status: number; received: number; whole: boolean }> {
      return new Promise((done, fail) => {
        const call = httpRequest(
          `${desk.url}${path}`,
          { headers: { authorization: `Bearer ${OWNER_KEY}` } },
          (answer) => {
            let received = 0;
            answer.on('data', (piece: Buffer) => (received += piece.length));
            answer.on('error', () => undefined);
            answer.on('close', () => done({ status: answer.statusCode!, received, whole: answer.complete }));
          },
        );
        call.on('error', fail);
        call.end();
      });
    }
  });

  describe('hostile content', () => {
    const active: [string, string][] = [
      ['page.html', '<!doctype html><script>alert(1)</script>'],
      ['release.pdf', '<html><body onload=alert(1)>'],
      ['photo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['a.xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'],
      ['both.pdf', '%PDF-1.4\n<script>alert(1)</script>'],
      ['both.gif', 'GIF89a/*<script>alert(1)</script>*/=1'],
      ['code.js', 'alert(1)'],
    ];
    it.each(active)('%s is handed out in a way that no browser runs', async (filename, bytes) => {
      const { body } = await attach(bytes, filename);
      const { headers } = await desk.call('GET', body.contentUrl);
      expect(headers['content-type']).not.toMatch(/html|svg|xml|script/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      });
      expect(headers['content-disposition']).toMatch(/^attachment;/);
    });

    const names = [
      '../../etc/passwd',
      'C:\\Windows\\x.pdf',
      'a\u202egnp.exe',
      'a"b;filename=x.html',
      '\u0000',
      '..',
      'CON',
      'ß'.repeat(300),
      '🗂️ release.pdf',
      'a%0d%0aSet-Cookie: x=1',
      "'; DROP TABLE document; --",
    ];
    it.each(names)('keeps the name %j harmless', async (sent) => {
      const { status, body } = await attach(randomBytes(20), sent);
      expect(status).toBe(201);
      expect(body.filename).not.toMatch(/[\p{Cc}\u202e/\\]/u);
      expect(Buffer.byteLength(body.filename)).toBeLessThanOrEqual(255);
      const { headers } = await desk.call('GET', body.contentUrl);
      expect(headers['content-disposition']).toMatch(/^attachment; filename=/);
      expect(headers['set-cookie']).toBeUndefined();
    });
  });

  describe('who sees it', () => {
    async function keyOf(userId: string): Promise<string> {
      const answer = await desk.call('POST', `/users/${userId}/keys`, { label: 'test' });
      expect(answer.body).toHaveProperty('key');
      return answer.body.key as string;
    }

    it('is for those who see the request, and answers others as if it did not exist', async () => {
      requestId = await newRequest(desk, { access: 'members' });
      const canary = 'CANARY-7f3a';
      const { body } = await attach(canary, `${canary}.txt`, { label: canary });
      const stranger = (await desk.call('POST', '/users', { name: 'S', email: 's@desk.test', role: 'editor' })).body;
      const key = await keyOf(stranger.id);
      const tries = [
        ['GET', `/requests/${requestId}/documents`],
        ['GET', `/documents/${body.id}`],
        ['GET', `/documents/${body.id}/content`],
        ['PATCH', `/documents/${body.id}`],
      ] as const;
      for (const [method, path] of tries) {
        for (const who of [key, null]) {
          const answer = await desk.call(method, path, method === 'PATCH' ? { label: 'x' } : undefined, { key: who });
          expect(answer.status).toBe(who === null ? 401 : 404);
          expect(JSON.stringify(answer)).not.toContain(canary);
        }
      }
      const upload = await desk.call('POST', `/requests/${requestId}/documents`, form('x'), { key });
      expect(upload.status).toBe(404);
    });

    it('lets viewers read and not write', async () => {
      const { body } = await attach(randomBytes(10));
      const viewer = (await desk.call('POST', '/users', { name: 'V', email: 'v@desk.test', role: 'viewer' })).body;
      const key = await keyOf(viewer.id);
      expect((await desk.call('GET', body.contentUrl, undefined, { key })).status).toBe(200);
      expect((await desk.call('POST', `/requests/${requestId}/documents`, form('x'), { key })).status).toBe(403);
      expect((await desk.call('PATCH', `/documents/${body.id}`, { label: 'x' }, { key })).status).toBe(403);
    });
  });

  it('changes what is said of a document, by version, and clears with null', async () => {
    const { body } = await attach(randomBytes(10), 'a.pdf', { label: 'one', role: 'release' });
    const path = `/documents/${body.id}`;
    const edit = (change: object, ifMatch?: string) =>
      desk.call('PATCH', path, change, { headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } });
    expect((await edit({ label: 'two' })).status).toBe(428);
    expect((await edit({ label: 'two' }, 'W/"9"')).status).toBe(412);
    const edited = await edit({ label: 'two', role: null }, 'W/"1"');
    expect(edited).toMatchObject({
      status: 200,
      headers: { etag: 'W/"2"' },
      body: { label: 'two', role: null, version: 2 },
    });
    expect((await desk.call('GET', path)).body).toEqual(edited.body);
    expect((await edit({ sha256: 'x' }, 'W/"2"')).status).toBe(400);
    expect((await edit({ statusChangeId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' }, 'W/"2"')).status).toBe(422);
  });

  it('lists in pages, oldest first', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await attach(`number ${i}`)).body.id);
    const first = (await desk.call('GET', `/requests/${requestId}/documents?limit=3`)).body;
    const second = (await desk.call('GET', first.next)).body;
    expect([...first.items, ...second.items].map((item: { id: string }) => item.id)).toEqual(ids);
    expect(second.next).toBeNull();
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
