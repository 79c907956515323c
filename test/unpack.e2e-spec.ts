import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import yazl from 'yazl';
import { newRequest } from './support/a-request.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';

const MiB = 1024 * 1024;
const LIMIT = 24 * MiB;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** A ZIP of these files, in order; `mode` is that of Unix. */
async function zipOf(files: [name: string, bytes: Uint8Array | string, mode?: number][]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes, mode] of files) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(bytes as string), name, { mode: mode ?? 0o100644 });
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/** The same ZIP with one name written over by another of the same length, in both places. */
const renamed = (zip: Buffer, from: string, to: string) =>
  Buffer.from(zip.toString('latin1').replaceAll(from, Buffer.from(to, 'utf8').toString('latin1')), 'latin1');

/** Changes a number in each entry of the central directory. */
function inDirectory(zip: Buffer, change: (at: number, i: number) => void): Buffer {
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'), i = 0; at >= 0; i += 1) {
    change(at, i);
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1');
  }
  return zip;
}

const letter = (parts: string, boundary = 'cut') =>
  [
    'Return-Path: <foia@agency.test>',
    'From: FOIA <foia@agency.test>',
    'To: desk@news.test',
    'Subject: Your request',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    '',
    'Attached.',
    `${parts}--${boundary}--`,
    '',
  ].join('\r\n');
const attachment = (name: string, bytes: Uint8Array, type = 'application/pdf', boundary = 'cut') =>
  `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment${name && `; filename="${name}"`}\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`;

eachEngine((engine) => {
  let desk: Desk;
  let requestId: string;
  beforeAll(async () => {
    desk = await startDesk({ engine, env: { MAX_UPLOAD_BYTES: String(LIMIT) } });
  });
  afterAll(() => desk?.stop());
  beforeEach(async () => void (requestId = await newRequest(desk)));

  const attach = (
    bytes: Uint8Array | string,
    filename: string,
    fields: Record<string, string> = { unpack: 'true' },
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes]), filename);
    return desk.call('POST', `/requests/${requestId}/documents`, form);
  };
  const listed = async () => (await desk.call('GET', `/requests/${requestId}/documents?limit=200`)).body.items as any[];
  const waiting = () => readdir(join(desk.config.dataDir, 'files', 'waiting'));
  const stored = async () => {
    const all = await readdir(join(desk.config.dataDir, 'files'), { recursive: true });
    return all.filter((name) => /[0-9a-f]{64}$/.test(name)).length;
  };
  const told = (items: any[]) => items.map(({ filename, memberPath, addedVia }) => [filename, memberPath, addedVia]);

  describe('an archive', () => {
    it('is kept as it came, and its members become documents that say where they were', async () => {
      const pages = [randomBytes(100), randomBytes(2 * MiB), randomBytes(0)] as const;
      const zip = await zipOf([
        ['letters/', ''],
        ['letters/a.pdf', pages[0]],
        ['photos/a.pdf', pages[1]],
        ['__MACOSX/letters/._a.pdf', 'junk'],
        ['empty.txt', pages[2]],
      ]);
      const { status, body } = await attach(zip, 'release.zip', {
        unpack: 'true',
        role: 'release',
        releasedOn: '2026-05-28',
      });
      expect(status).toBe(201);
      expect(told(body.items)).toEqual([
        ['release.zip', null, 'upload'],
        ['a.pdf', 'letters/a.pdf', 'archive'],
        ['a (2).pdf', 'photos/a.pdf', 'archive'],
        ['empty.txt', 'empty.txt', 'archive'],
      ]);
      const [archive, ...members] = body.items;
      expect(members.map((one: any) => one.sha256)).toEqual(pages.map(sha256));
      for (const one of members) {
        expect(one).toMatchObject({ fromDocumentId: archive.id, role: 'release', releasedOn: '2026-05-28' });
        expect(sha256((await desk.call('GET', one.contentUrl)).body)).toBe(one.sha256);
      }
      expect(sha256((await desk.call('GET', archive.contentUrl)).body)).toBe(sha256(zip));
      expect(await listed()).toEqual(body.items);
      expect(await waiting()).toEqual([]);
      const again = await attach(zip, 'release.zip');
      expect(again).toMatchObject({ status: 200, body: { items: body.items } });
    });

    it('says of bytes that are found twice where else they were', async () => {
      const zip = await zipOf([
        ['a.txt', 'same'],
        ['b.txt', 'same'],
        ['c.txt', 'other'],
      ]);
      const { items } = (await attach(zip, 'x.zip')).body;
      expect(items[2].id).toBe(items[1].id);
      expect((await listed())[1]).toMatchObject({
        memberPath: 'a.txt',
        alsoIn: [{ documentId: items[0].id, memberPath: 'b.txt' }],
        version: 2,
      });
    });

    it('can be unpacked later, and archives in it one level at a time', async () => {
      const inner = await zipOf([['deep.txt', 'deep']]);
      const outer = await zipOf([['inner.zip', inner]]);
      const { body: document } = await attach(outer, 'outer.zip', { role: 'release' });
      expect(await listed()).toHaveLength(1);
      const first = await desk.call('POST', `/documents/${document.id}/unpack`);
      expect(first.status).toBe(200);
      expect(told(first.body.items)).toEqual([['inner.zip', 'inner.zip', 'archive']]);
      expect(first.body.items[0]).toMatchObject({ fromDocumentId: document.id, role: 'release' });
      const second = await desk.call('POST', `/documents/${first.body.items[0].id}/unpack`);
      expect(second.body.items[0]).toMatchObject({ filename: 'deep.txt', fromDocumentId: first.body.items[0].id });
      expect((await desk.call('POST', `/documents/${document.id}/unpack`)).body).toEqual({
        items: first.body.items,
      });
      expect(await listed()).toHaveLength(3);
      expect(await waiting()).toEqual([]);
    });

    it('is not what a document of an office or a picture is', async () => {
      const docx = await zipOf([
        [
          '[Content_Types].xml',
          '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ],
        ['word/document.xml', '<w:document/>'],
      ]);
      for (const bytes of [docx, 'plain text', '%PDF-1.4\n']) {
        expect(await attach(bytes, 'a.zip')).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: '/unpack', detail: expect.stringContaining('no ZIP archive') }] },
        });
      }
      expect(await listed()).toEqual([]);
    });

    it('names harmless things harmlessly', async () => {
      const zip = await zipOf([
        ['a\u202efdp.exe', 'x'],
        ['con.txt', 'y'],
        [`${'ß'.repeat(300)}.pdf`, 'z'],
      ]);
      const { body } = await attach(zip, 'x.zip');
      for (const { filename, memberPath } of body.items.slice(1)) {
        expect(filename + memberPath).not.toMatch(/[\u202e\p{Cc}]/u);
        expect(Buffer.byteLength(filename)).toBeLessThanOrEqual(255);
      }
    });

    const plain: [string, string][] = [
      ['first.txt', 'fine'],
      ['aaaaaaaaaa', 'the second one'],
    ];
    const hostile: [string, () => Promise<Buffer>, string][] = [
      [
        'a name that climbs',
        async () => renamed(await zipOf(plain), 'aaaaaaaaaa', '../../etcp'),
        '"../../etcp" has a name',
      ],
      [
        'an absolute name',
        async () => renamed(await zipOf(plain), 'aaaaaaaaaa', '/etc/passw'),
        '"/etc/passw" has a name',
      ],
      [
        'a name on a drive',
        async () => renamed(await zipOf(plain), 'aaaaaaaaaa', 'C:\\Windows'),
        '"C:/Windows" has a name',
      ],
      [
        'backslashes that climb',
        async () => renamed(await zipOf(plain), 'aaaaaaaaaa', '..\\..\\etcp'),
        '"../../etcp" has a name',
      ],
      ['NUL in a name', async () => renamed(await zipOf(plain), 'aaaaaaaaaa', 'a.txt\0.exe'), 'NUL character'],
      [
        'a link',
        () =>
          zipOf([
            ['first.txt', 'fine'],
            ['link', '/etc/passwd', 0o120777],
          ]),
        '"link" is a link',
      ],
      [
        'an encrypted member',
        async () => {
          const zip = await zipOf(plain);
          return inDirectory(zip, (at, i) => void (i === 1 && zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 1, at + 8)));
        },
        'is encrypted',
      ],
      [
        'an unknown method',
        async () => {
          const zip = await zipOf(plain);
          return inDirectory(zip, (at, i) => void (i === 1 && zip.writeUInt16LE(14, at + 10)));
        },
        'by a method (14)',
      ],
      [
        'members that overlap',
        async () => {
          const zip = await zipOf(plain);
          return inDirectory(zip, (at, i) => void (i === 1 && zip.writeUInt32LE(0, at + 42)));
        },
        'overlaps another one',
      ],
      [
        'a size that lies low',
        async () => {
          const zip = await zipOf([
            ['first.txt', 'fine'],
            ['liar', Buffer.alloc(9 * MiB)],
          ]);
          return inDirectory(zip, (at, i) => void (i === 1 && zip.writeUInt32LE(1000, at + 24)));
        },
        '"liar" is broken',
      ],
      [
        'a checksum that differs',
        async () => {
          const zip = await zipOf(plain);
          return inDirectory(zip, (at, i) => void (i === 1 && zip.writeUInt32LE(7, at + 16)));
        },
        'its checksum differs',
      ],
      ['a bomb', () => zipOf([['bomb', Buffer.alloc(LIMIT - 1)]]), 'more than 200 to 1'],
      ['more than may come at once', () => zipOf([['big', Buffer.alloc(LIMIT + 1)]]), `takes ${LIMIT} at once`],
      [
        'too many members',
        () => zipOf(Array.from({ length: 1001 }, (_, i) => [`${i}.txt`, String(i)] as [string, string])),
        'more than 1000 files',
      ],
      [
        'a list that promises more than there is',
        async () => {
          const zip = await zipOf(plain);
          const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
          zip.writeUInt16LE(65_000, end + 10);
          return zip;
        },
        'list has 65000 entries',
      ],
      ['a cut end', async () => (await zipOf(plain)).subarray(0, 150), 'no ZIP that can be read'],
    ];
    it.each(hostile)('with %s is refused whole, in words that say where', async (_, make, says) => {
      const [files, bytes] = [await stored(), await make()];
      const started = process.cpuUsage();
      const answer = await attach(bytes, 'x.zip');
      const { user, system } = process.cpuUsage(started);
      expect(answer).toMatchObject({ status: 422, body: { detail: expect.stringContaining(says) } });
      expect(user + system).toBeLessThan(2_000_000);
      expect([await listed(), await waiting(), await stored()]).toEqual([[], [], files]);
      // It is evidence all the same: without `unpack` it is kept as it is.
      expect((await attach(bytes, 'x.zip', {})).status).toBe(201);
    });
  });

  describe('a message', () => {
    it('is kept as it came, and its attachments become documents', async () => {
      const [pdf, csv] = [randomBytes(3000), Buffer.from('a,b\r\n1,2\r\n')];
      const inner = Buffer.from(letter(attachment('deep.pdf', randomBytes(10), 'application/pdf', 'in'), 'in'));
      const parts = [
        attachment('release.pdf', pdf),
        attachment('release.pdf', csv, 'text/csv'),
        attachment('', randomBytes(5), 'image/png'),
        `--cut\r\nContent-Type: message/rfc822\r\n\r\n${inner.toString('latin1')}\r\n`,
      ].join('');
      const message = letter(parts);
      const { status, body } = await attach(message, 'mail.eml', { unpack: 'true', role: 'answer' });
      expect(status).toBe(201);
      expect(told(body.items).slice(0, 4)).toEqual([
        ['mail.eml', null, 'upload'],
        ['release.pdf', 'release.pdf', 'message'],
        ['release (2).pdf', 'release (2).pdf', 'message'],
        ['attachment.png', 'attachment.png', 'message'],
      ]);
      expect(body.items[0]).toMatchObject({ mediaType: 'message/rfc822', sha256: sha256(message) });
      expect(body.items.slice(1, 3).map((one: any) => one.sha256)).toEqual([sha256(pdf), sha256(csv)]);
      expect(body.items[4]).toMatchObject({ filename: 'message.eml', mediaType: 'message/rfc822', role: 'answer' });
      const { headers } = await desk.call('GET', body.items[0].contentUrl);
      expect(headers['content-type']).toBe('application/octet-stream');
      const deep = await desk.call('POST', `/documents/${body.items[4].id}/unpack`);
      expect(told(deep.body.items)).toEqual([['deep.pdf', 'deep.pdf', 'message']]);
    });

    it('with names that climb and parts that nest without end does no harm', async () => {
      const { body } = await attach(letter(attachment('../../../etc/passwd', randomBytes(9))), 'a.eml');
      expect(told(body.items)[1]).toEqual(['passwd', 'passwd', 'message']);
      let nested = 'x';
      for (let i = 0; i < 3000; i += 1) {
        nested = `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n${nested}\r\n--b${i}--\r\n`;
      }
      const bomb = `From: a@b.test\r\nTo: c@d.test\r\nSubject: x\r\nMIME-Version: 1.0\r\n${nested}`;
      const answer = await attach(bomb, 'bomb.eml');
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/unpack' }] } });
      expect(await waiting()).toEqual([]);
    });
  });

  describe('a mailbox', () => {
    it('gives each message as it stands there', async () => {
      const [first, second] = [
        letter(attachment('a.pdf', randomBytes(5))),
        letter(attachment('b.pdf', randomBytes(6))),
      ];
      const quoting = `${second}\r\nFrom here on nothing is said.\r\n`;
      const box = `From a@b.test Mon Jun  1 12:00:00 2026\n${first}\nFrom c@d.test Tue Jun  2 13:00:00 2026\n${quoting}\n`;
      const { status, body } = await attach(box, 'box.mbox');
      expect(status).toBe(201);
      expect(told(body.items)).toEqual([
        ['box.mbox', null, 'upload'],
        ['message-0001.eml', 'message-0001.eml', 'message'],
        ['message-0002.eml', 'message-0002.eml', 'message'],
      ]);
      expect(body.items[0].mediaType).toBe('application/mbox');
      expect(body.items.slice(1).map((one: any) => one.sha256)).toEqual([sha256(first), sha256(`${quoting}\n`)]);
      const { body: inside } = await desk.call('POST', `/documents/${body.items[1].id}/unpack`);
      expect(told(inside.items)).toEqual([['a.pdf', 'a.pdf', 'message']]);
    });

    it('with more than a thousand messages is refused', async () => {
      const one = 'From a@b.test Mon Jun  1 12:00:00 2026\nFrom: a@b.test\nTo: c@d.test\n\nx\n\n';
      expect((await attach(one.repeat(1001), 'box.mbox')).status).toBe(422);
      expect([await listed(), await waiting()]).toEqual([[], []]);
    });
  });
});
