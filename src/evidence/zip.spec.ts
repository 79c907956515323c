import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { type Member, textMember } from './bag.ts';
import { openZip } from './zip-in.ts';
import { toZip } from './zip-out.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'zip-'))));
afterAll(() => rm(folder, { recursive: true }));

const nothing = () => Readable.from([]);
const text = (path: string) => textMember(path, path);
const stored = (path: string, size: number): Member => ({ path, size, sha256: path });

async function opened(bytes: Uint8Array) {
  const path = join(folder, 'a.zip');
  await writeFile(path, bytes);
  const source = await openZip(path);
  const contents: string[] = [];
  try {
    for (const member of source.members) contents.push((await buffer(await source.read(member))).toString('utf8'));
    return { faults: source.faults, paths: source.members.map(({ path: one }) => one), contents };
  } finally {
    await source.close();
  }
}

/** A ZIP as others make them. */
function zipped(files: Record<string, string | Buffer>, options: Parameters<ZipFile['addBuffer']>[2] = {}) {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path, options);
  zip.end();
  return buffer(zip.outputStream);
}

/** The bytes with one text in place of another of the same length, everywhere. */
function patched(bytes: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const [old, fresh] = [Buffer.from(from), Buffer.from(to)];
  expect(fresh).toHaveLength(old.length);
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(old); at >= 0; at = copy.indexOf(old, at + 1)) fresh.copy(copy, at);
  return copy;
}

describe('writing', () => {
  it.each([1, 30, 1500])('%i members: the length is told before the first byte, and is true', async (count) => {
    const members = Array.from({ length: count }, (_, i) =>
      i % 2 ? text(`data/${i} ü.txt`) : stored(`data/${i}.bin`, 5),
    );
    const zip = toZip('base', members, () => Readable.from([Buffer.from('hello')]));
    const bytes = await buffer(zip.stream);
    expect(bytes).toHaveLength(zip.length);
    const read = await opened(bytes);
    expect(read.faults).toEqual([]);
    expect(read.paths).toEqual(members.map(({ path }) => `base/${path}`));
    expect(new Set(read.contents.filter((_, i) => i % 2 === 0))).toEqual(new Set(['hello']));
  });

  it('is the same in every time zone', async () => {
    const zone = process.env.TZ;
    const made: string[] = [];
    for (const TZ of ['America/New_York', 'Asia/Tokyo']) {
      process.env.TZ = TZ;
      made.push((await buffer(toZip('base', [text('a')], nothing).stream)).toString('hex'));
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(made[0]).toBe(made[1]);
  });

  it('opens one file at a time, and none after the reader has gone', async () => {
    const open: Readable[] = [];
    const members = [stored('1', 2 ** 26), stored('2', 2 ** 26)];
    const zip = toZip('base', members, () => {
      const file = Readable.from(
        (function* () {
          for (let i = 0; i < 64; i++) yield Buffer.alloc(2 ** 20);
        })(),
        { objectMode: false, highWaterMark: 1 },
      );
      open.push(file);
      return file;
    });
    for await (const _ of zip.stream) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(open.map((file) => file.destroyed)).toEqual([true]);
  });

  it('breaks off with a file that cannot be read, or has another length', async () => {
    const failing = () => Readable.from((async function* () { yield* [Buffer.from('a')]; throw new Error('bad disk'); })()); // prettier-ignore
    await expect(buffer(toZip('b', [stored('1', 2)], failing).stream)).rejects.toThrow('bad disk');
    await expect(buffer(toZip('b', [stored('1', 2)], nothing).stream)).rejects.toThrow('number of bytes');
  });
});

describe('reading what strangers send', () => {
  it('reads an honest ZIP, packed or not, with folders', async () => {
    const bytes = await zipped({ 'a/b.txt': 'x'.repeat(5000), 'a/ü.txt': 'y' });
    expect(await opened(bytes)).toEqual({
      faults: [],
      paths: ['a/b.txt', 'a/ü.txt'],
      contents: ['x'.repeat(5000), 'y'],
    });
  });

  it.each([
    ['../x.txt', 'invalid relative path'],
    ['/xx.txt', 'absolute path'],
    ['C:x.txt', 'absolute path'],
    ['x\\y.txt', 'invalid characters'],
  ])('refuses the name %j', async (name, says) => {
    const bytes = patched(await zipped({ ['n'.repeat(name.length)]: 'x' }), 'n'.repeat(name.length), name);
    await expect(opened(bytes)).rejects.toThrow(says);
  });

  it.each([
    ['a\0b.txt', 'has a control character'],
    ['a\u001b[2J', 'has a control character'],
    ['a/./b', 'leads out of its folder'],
    ['a//b', 'leads out of its folder'],
  ])('names %j and leaves it alone', async (name, says) => {
    const read = await opened(await zipped({ [name]: 'x' }));
    expect(read).toMatchObject({ paths: [], faults: [expect.stringContaining(says)] });
    expect(read.faults[0]).not.toMatch(/[\u0000-\u001f]/);
  });

  it('names links, twins and names that other programs read otherwise', async () => {
    expect((await opened(await zipped({ a: '/etc/passwd' }, { mode: 0o120777 }))).faults[0]).toContain('is a link');
    expect((await opened(await zipped({ 'A.txt': '1', 'a.TXT': '2' }))).faults).toEqual(['"a.TXT" is there twice']);
    const bytes = await zipped({ 'aaaa.txt': '1' });
    // Only where the file begins: what goes through the file from its start would see another name.
    const first = Buffer.concat([patched(bytes.subarray(0, 60), 'aaaa.txt', 'bbbb.txt'), bytes.subarray(60)]);
    expect((await opened(first)).faults).toEqual(['"aaaa.txt" is listed otherwise than it is written']);
  });

  it('finds bytes before, between and behind the files', async () => {
    const bytes = await zipped({ a: 'x' });
    const hidden = Buffer.from('PK hidden');
    await expect(opened(Buffer.concat([hidden, bytes]))).rejects.toThrow();
    await expect(opened(Buffer.concat([bytes, hidden]))).rejects.toThrow('extra bytes at the end');
  });

  it('refuses bombs before it unpacks anything, and lies while it does', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024);
    await expect(opened(await zipped({ bomb: zeros }))).rejects.toThrow('would grow to');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(5000);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(4999);
    await expect(opened(patched(await zipped({ a: 'x'.repeat(5000) }), size, lie))).rejects.toThrow('too many bytes');
    const bytes = await zipped({ 'a.txt': 'hello' }, { compress: false });
    await expect(opened(patched(bytes, 'hello', 'hallo'))).rejects.toThrow('CRC-32');
  });

  it('refuses files that share their bytes', async () => {
    const bytes = await zipped({ a: 'x'.repeat(100), b: 'y'.repeat(100) }, { compress: false });
    const second = bytes.indexOf('PK\u0003\u0004', 4, 'latin1');
    const at = Buffer.alloc(4);
    at.writeUInt32LE(second);
    const record = bytes.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    const copy = Buffer.from(bytes);
    copy.writeUInt32LE(0, record + 42);
    expect(copy.subarray(record + 46, record + 47).toString()).toBe('b');
    await expect(opened(copy)).rejects.toThrow('overlaps');
  });

  it('refuses what is no ZIP, half of one, and one that claims too much', async () => {
    await expect(opened(Buffer.from('hello'))).rejects.toThrow('not a zip file');
    const bytes = await zipped({ a: 'x'.repeat(5000) });
    await expect(opened(bytes.subarray(0, bytes.length - 30))).rejects.toThrow();
    const many = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
    many.writeUInt16LE(0, 10);
    expect((await opened(many)).paths).toEqual([]);
  });
});
