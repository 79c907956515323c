import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runChild, Stopped } from '../src/reading/child-process.ts';
import { ocrIsThere } from '../src/reading/ocr.ts';
import { newRequest } from './support/a-request.ts';
import { long } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import {
  billionLaughs,
  boaster,
  contentBomb,
  deepTree,
  formOfItself,
  manyPages,
  objectStreamBomb,
  treeOfItself,
  withPassword,
} from './support/hostile-pdfs.ts';
import { whenRead } from './support/read.ts';

const REAL = fileURLToPath(new URL('../../shared/data/pdfs/', import.meta.url));
/** Quick ones; the long run takes all there are. */
const FEW = ['bomb_giant.pdf', 'poppler-395-0-fuzzed.pdf', 'poppler-85140-0.pdf', 'poppler-937-0-fuzzed.pdf'];
const SECONDS = long ? 60 : 20;
const MIB = long ? 1024 : 300;

/** What must be said of each file that others know, and why. */
const KNOWN: Record<string, [state: string, reason: RegExp | null]> = {
  'bomb_giant.pdf': ['ready', null],
  'poppler-395-0-fuzzed.pdf': ['failed', /without a single page/],
  'poppler-85140-0.pdf': ['ready', null],
  'poppler-937-0-fuzzed.pdf': ['failed', /Page 1 \(The page is damaged\)/],
  'scanned-release-nsa-iob-fy2009q2.pdf': (await ocrIsThere())
    ? ['ready', null]
    : ['partial', /^16 pages are images and no OCR is installed\.$/],
};

const OWN: [name: string, make: () => Buffer, state: string, reason: RegExp | null][] = [
  ['a password', withPassword, 'failed', /^It needs a password\.$/],
  ['thousands of pages', () => manyPages(long ? 20_000 : 2000), 'ready', null],
  ['a page tree 10,000 deep', () => deepTree(10_000), 'failed', /Page 1 \(The page is damaged\)/],
  ['a page tree in a circle', treeOfItself, 'failed', /could not be read/],
  ['a billion pages that are one', boaster, 'ready', null],
  ['a form in itself', formOfItself, 'ready', null],
  ['ten forms in ten forms in ten …', () => billionLaughs(9), 'failed', /took (more memory|longer)/],
  ['a packed page without end', () => contentBomb(long ? 1500 : 400), 'failed', /took (more memory|longer)/],
  ['a packed list of parts without end', () => objectStreamBomb(long ? 1500 : 400), 'ready|failed', null],
];

describe('Hostile files', () => {
  let desk: Desk;
  let requestId: string;
  beforeAll(async () => {
    desk = await startDesk({
      reads: true,
      engine: 'sqlite',
      env: { READ_SECONDS: String(SECONDS), READ_MEMORY_MIB: String(MIB) },
    });
    requestId = await newRequest(desk);
  });
  afterAll(() => desk?.stop());

  const read = async (bytes: Buffer, name: string) => {
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(bytes)]), name);
    const { status, body } = await desk.call('POST', `/requests/${requestId}/documents`, data);
    expect([200, 201]).toContain(status);
    return { ...(await whenRead(desk, body.id)), documentId: body.id };
  };

  it.each(OWN)('%s costs that file only, and it says so', async (name, make, state, reason) => {
    const found = await read(make(), 'own.pdf');
    expect([name, found]).toEqual([name, expect.objectContaining({ state: expect.stringMatching(`^(${state})$`) })]);
    if (found.state === 'ready') expect(found).toMatchObject({ reason: null, pagesDone: found.pagesTotal });
    else expect(found.reason).not.toBe('');
    if (reason) expect(found.reason).toMatch(reason);
    expect((await desk.call('GET', '/readyz')).status).toBe(200);
  });

  const real = existsSync(REAL) ? FEW : [];
  it.each(real.length > 0 ? real : ['none'])('%s of other programs ends in the truth', async (name) => {
    if (name === 'none') return;
    const names = long ? (await readdir(REAL)).filter((one) => one.endsWith('.pdf')) : [name];
    for (const one of names) {
      const found = await read(await readFile(join(REAL, one)), one);
      const [state, reason] = KNOWN[one] ?? ['ready|partial|failed', null];
      expect([one, found.state]).toEqual([one, expect.stringMatching(`^(${state})$`)]);
      if (reason) expect(found.reason).toMatch(reason);
      const image = await desk.call('GET', `/documents/${found.documentId}/pages/1/image?width=200`);
      expect([one, [200, 404, 422].includes(image.status)]).toEqual([one, true]);
    }
  });

  it('leave nothing lying about', async () => {
    expect(await readdir(join(desk.config.dataDir, 'reading'))).toEqual([]);
  });

  if (long) {
    it('do not make others wait: p99 of other calls stays within three times that of an idle desk', async () => {
      const p99 = async (until: Promise<unknown>): Promise<number> => {
        const took: number[] = [];
        let ended = false;
        void until.finally(() => (ended = true));
        while (!ended || took.length < 500) {
          const asked = performance.now();
          expect((await desk.call('GET', '/requests?limit=20')).status).toBe(200);
          took.push(performance.now() - asked);
          await sleep(2);
        }
        return took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)]!;
      };
      const idle = await p99(sleep(5000));
      const busy = await p99(
        Promise.all([manyPages(19_999), billionLaughs(8), contentBomb(1400)].map((bytes) => read(bytes, 'busy.pdf'))),
      );
      process.stdout.write(
        `p99 of other calls: idle ${idle.toFixed(1)} ms, while files are read ${busy.toFixed(1)} ms\n`,
      );
      expect(busy / idle).toBeLessThan(3);
    });
  }
});

describe('A child', () => {
  const file = { path: '/nowhere', size: 4, mediaType: 'application/pdf', filename: 'a.pdf', language: 'eng' };
  const task = { do: 'read' as const, file };
  const limits = { totalMs: 60_000, silentMs: 60_000, recognisingMs: 60_000 };

  it('is killed when its time is up, and when nobody wants it any more', async () => {
    const never = new AbortController().signal;
    await expect(runChild(task, 2 ** 30, { ...limits, totalMs: 1 }, never, () => undefined)).rejects.toThrow(
      new Stopped('Reading it took longer than 0 s.'),
    );
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('The desk stops.')), 20);
    await expect(runChild(task, 2 ** 30, limits, stop.signal, () => undefined)).rejects.toThrow('The desk stops.');
  });

  it('ends itself when it grows beyond its memory', async () => {
    const never = new AbortController().signal;
    const bytes = contentBomb(600);
    const path = join(await mkdtemp(join(tmpdir(), 'bomb-')), 'bomb.pdf');
    await writeFile(path, bytes);
    const bomb = { do: 'read' as const, file: { ...file, path, size: bytes.length } };
    const read = runChild(bomb, 200 * 2 ** 20, limits, never, () => undefined);
    await expect(read).rejects.toThrow(new Stopped('Reading it took more memory than a file may take.'));
    await rm(dirname(path), { recursive: true });
  });
});
