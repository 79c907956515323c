import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unpacked } from './support/bags.ts';
import { Browser, chromium } from './support/browser.ts';
import { count, long } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { anAgency, file, filedOn } from './support/filing.ts';
import { endings, hostileFiles, type HostileFile, hostileNames, saidTypes } from './support/hostile-files.ts';
import { whenRead } from './support/read.ts';

/** What a browser shows without running anything of it, under `nosniff`. */
const HARMLESS = /^(application\/(octet-stream|pdf|zip)|image\/(gif|jpeg|png|tiff|webp)|text\/plain; charset=utf-8)$/;

/** Calls of a canary, by its name. */
class Canary {
  readonly hits = new Map<string, number>();
  readonly server: Server;

  constructor() {
    this.server = createServer((httpRequest, answer) => {
      const name = decodeURIComponent(httpRequest.url!.slice(1));
      this.hits.set(name, (this.hits.get(name) ?? 0) + 1);
      answer.setHeader('access-control-allow-origin', '*').end();
    });
  }

  url(name: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${name}`;
  }
}

interface Kept {
  id: string;
  contentUrl: string;
  hostile: HostileFile;
  sent: string;
}

// What is handed out, and under which headers, does not depend on the database.
describe('Files of strangers', () => {
  const canary = new Canary();
  let desk: Desk;
  let hostile: HostileFile[];
  let requestId: string;
  let pdf: string;
  const kept: Kept[] = [];

  beforeAll(
    async () => {
      await new Promise<void>((resolve) => canary.server.listen(0, '127.0.0.1', resolve));
      hostile = hostileFiles((name) => canary.url(name));
      desk = await startDesk({ engine: 'sqlite', reads: true });
      const agencyId = await anAgency(desk, { name: hostileNames[4] });
      // First, since files are read one after the other.
      const alone = new FormData();
      const [open] = hostile.filter(({ name }) => name === 'pdf');
      alone.append('file', new Blob([open!.bytes]), hostileNames[0]);
      const first = await desk.call('POST', `/requests/${(await file(desk, agencyId)).id}/documents`, alone);
      pdf = first.body.id;
      expect(await whenRead(desk, pdf)).toMatchObject({ state: 'ready' });
      // Every ending and every type with some file; in the long run with every file, and each with each.
      const rounds = count(3, 25);
      for (let round = 0; round < rounds; round += 1) {
        const of = (await file(desk, agencyId)).id;
        const form = new FormData();
        const sent = hostile.map(({ name, bytes }, i) => {
          const at = round * hostile.length + i;
          const [ending, type] = [endings[at % endings.length]!, saidTypes[at % saidTypes.length]!];
          form.append('file', new Blob([bytes], { type }), `${name}${ending}`);
          return `${name}${ending} as ${type}`;
        });
        const answer = await desk.call('POST', `/requests/${of}/documents`, form);
        expect(answer.status).toBe(201);
        const items = answer.body.items as { id: string; contentUrl: string }[];
        kept.push(...items.map((one, i) => ({ ...one, hostile: hostile[i]!, sent: sent[i]! })));
      }
      const subject = hostileNames[4];
      const facts = [{ ...filedOn('2026-05-01'), note: hostileNames[0] }];
      requestId = (await file(desk, agencyId, facts, { subject, description: hostileNames.join('\n') })).id;
      for (const [i, name] of hostileNames.entries()) {
        const form = new FormData();
        form.append('label', hostileNames[(i + 3) % hostileNames.length]!.replace(/[\r\n]/g, ' '));
        form.append('file', new Blob([Buffer.concat([hostile[i]!.bytes, Buffer.from(' ')])]), name);
        expect((await desk.call('POST', `/requests/${requestId}/documents`, form)).status).toBe(201);
      }
    },
    count(60_000, 600_000),
  );
  afterAll(async () => {
    await desk?.stop();
    canary.server.close();
  });

  const get = (url: string, method = 'GET', headers: Record<string, string> = {}) =>
    fetch(`${desk.url}${url}`, { method, headers: { authorization: `Bearer ${desk.key}`, ...headers } });
  const inert = (answer: Response, sent: string) => {
    const header = (name: string) => answer.headers.get(name);
    expect({
      sent,
      nosniff: header('x-content-type-options'),
      policy: header('content-security-policy'),
      apart: header('cross-origin-resource-policy'),
      frames: header('x-frame-options'),
    }).toEqual({
      sent,
      nosniff: 'nosniff',
      policy: "sandbox; default-src 'none'",
      apart: 'same-origin',
      frames: 'DENY',
    });
  };

  it('leave as an attachment of a harmless type, sandboxed, under whatever name and type they came', async () => {
    expect(new Set(kept.map(({ hostile: of }) => of.name)).size).toBe(hostile.length);
    for (const one of [...endings, ...saidTypes]) expect(kept.some(({ sent }) => sent.includes(one))).toBe(true);
    for (const { contentUrl, hostile: of, sent } of kept) {
      const answer = await get(contentUrl);
      inert(answer, sent);
      expect([sent, answer.status, answer.headers.get('content-disposition')]).toEqual([
        sent,
        200,
        expect.stringMatching(/^attachment(;|$)/),
      ]);
      expect([sent, answer.headers.get('content-type')]).toEqual([sent, expect.stringMatching(HARMLESS)]);
      expect([sent, Buffer.from(await answer.arrayBuffer()).equals(of.bytes)]).toEqual([sent, true]);
    }
  });

  it('leave so in parts, too, and with what is refused', async () => {
    for (const { contentUrl, sent } of kept.slice(0, hostile.length)) {
      const asked: [string, Record<string, string>, number][] = [
        ['HEAD', {}, 200],
        ['GET', { range: 'bytes=0-3' }, 206],
        ['GET', { range: 'bytes=99999999-' }, 416],
        ['GET', { accept: 'text/html,application/xhtml+xml' }, 200],
      ];
      for (const [method, headers, status] of asked) {
        const answer = await get(contentUrl, method, headers);
        expect([sent, method, answer.status]).toEqual([sent, method, status]);
        inert(answer, sent);
        expect(answer.headers.get('content-type')).not.toMatch(/html|svg|xml|script|related|css/);
        await answer.arrayBuffer();
      }
    }
  });

  it('of which a page is shown show our own image of it, and text as JSON', async () => {
    const image = await get(`/api/v1/documents/${pdf}/pages/1/image`);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
    inert(image, 'a page');
    expect(Buffer.from(await image.arrayBuffer()).includes('<script')).toBe(false);
    for (const path of ['', '/pages', '/pages/1', '/pages/1?words=true', '/pages/9', '/hidden-text', '/exemptions']) {
      const answer = await get(`/api/v1/documents/${pdf}${path}`);
      expect([path, answer.headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, answer.headers.get('content-type')]).toEqual([
        path,
        expect.stringMatching(/^application\/(problem\+)?json/),
      ]);
      await answer.arrayBuffer();
    }
  });

  it('with names that would be headers or markup are told as JSON, and in one header', async () => {
    const answer = await get(`/api/v1/requests/${requestId}/documents`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const { items } = (await answer.json()) as { items: { contentUrl: string; filename: string }[] };
    expect(items).toHaveLength(hostileNames.length);
    for (const { contentUrl, filename } of items) {
      const content = await get(contentUrl);
      inert(content, filename);
      const disposition = content.headers.get('content-disposition')!;
      expect(disposition).toMatch(/^attachment; filename=/);
      expect(filename + disposition).not.toMatch(/[\u0000-\u001f\u202a-\u202e]|\.\.\//);
      await content.arrayBuffer();
    }
    for (const path of ['/d/%3Cscript%3E/p/1', '/d/%22%3E%3Cscript%3Ealert(1)%3C/p/%3Cscript%3E', '/r/%3Cscript%3E']) {
      for (const headers of [{ accept: 'text/html' }, { accept: 'text/html', authorization: '' }]) {
        const page = await get(path, 'GET', headers as Record<string, string>);
        expect(await page.text()).not.toContain('<script');
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      }
    }
  });

  it('are named in a chronology that has nothing to run, load or follow but its own files', async () => {
    const page = await chronology();
    expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`);
    const tags = [...page.matchAll(/<\/?([a-z]+\d?)\b([^>]*)>/gi)];
    const known = /^(html|head|meta|title|style|body|h\d|dl|dt|dd|blockquote|ol|li|time|p|a|bdi|pre|table|tr|th|td)$/;
    expect(tags.filter(([, name]) => !known.test(name!)).map(([tag]) => tag)).toEqual([]);
    expect(tags.filter(([, , rest]) => /\son\w+\s*=|\ssrc\s*=|javascript:/i.test(rest!))).toEqual([]);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThanOrEqual(hostileNames.length);
    for (const href of links) expect(href).toMatch(/^documents\/[^/:<>"']+$/);
  });

  const packageOf = async () => {
    const answer = await get(`/api/v1/requests/${requestId}/package`);
    expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=[\w.-]+\.zip$/);
    return (await unpacked(Buffer.from(await answer.arrayBuffer()))).files;
  };
  const chronology = async () => (await packageOf()).get('data/chronology.html')!.toString('utf8');

  // Seconds for each of many files, so that only the long run takes the time.
  (long && chromium ? describe : describe.skip)('in a real browser', () => {
    const SECONDS = 60 * 30;
    let browser: Browser;
    let front: Server;
    beforeAll(async () => {
      browser = await Browser.start();
      // A browser has no key: this stands before the desk as a reverse proxy that knows whoever comes, as some do.
      front = createServer((httpRequest, answer) => {
        const [path, how] = httpRequest.url!.split('#')[0]!.split('?as=') as [string, string | undefined];
        void pass(path, how).then(({ headers, body }) => answer.writeHead(200, headers).end(body));
      });
      await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    });
    afterAll(async () => {
      await browser?.stop();
      front?.close();
    });

    /** `shown`: without what makes it a download. `bare`: as a careless server would hand it out. */
    const pass = async (path: string, how?: string) => {
      if (path.startsWith('/embed/'))
        return { headers: { 'content-type': 'text/html' }, body: embedding(path.slice(6)) };
      const answer = await get(path);
      const body = Buffer.from(await answer.arrayBuffer());
      if (how?.startsWith('bare:')) return { headers: { 'content-type': how.slice(5) }, body };
      const headers = Object.fromEntries(
        [...answer.headers].filter(([name]) => !/^(connection|keep-alive)/.test(name)),
      );
      if (how === 'shown') delete headers['content-disposition'];
      return { headers, body };
    };
    const at = (path: string) => `http://127.0.0.1:${(front.address() as AddressInfo).port}${path}`;
    /** A page of somebody else's at the very origin of the desk, with the file in every place where it could run. */
    const embedding = (path: string) =>
      `<!doctype html><script src="${path}"></script><script type="module" src="${path}"></script>` +
      `<link rel="stylesheet" href="${path}"><iframe src="${path}"></iframe><object data="${path}"></object>` +
      `<embed src="${path}"><img src="${path}"><script>navigator.serviceWorker?.register("${path}")</script>`;

    it(
      'run, and are seen to run, when they are handed out by a careless server',
      async () => {
        const types: Record<string, string> = {
          html: 'text/html',
          svg: 'image/svg+xml',
          xhtml: 'application/xhtml+xml',
          xslt: 'text/xml',
          'gif-html': 'text/html',
          'png-html': 'text/html',
          'pdf-html': 'text/html',
        };
        for (const { contentUrl, hostile: of } of kept.slice(0, hostile.length)) {
          const type = types[of.name];
          if (type === undefined) continue;
          canary.hits.clear();
          await browser.open(at(`${contentUrl}?as=bare:${type}`), 1500);
          expect([of.name, canary.hits.get(of.name) ?? 0]).toEqual([of.name, expect.any(Number)]);
          expect([of.name, (canary.hits.get(of.name) ?? 0) > 0]).toEqual([of.name, true]);
        }
      },
      SECONDS * 1000,
    );

    it(
      'run nothing and load nothing as the desk hands them out: opened, shown, embedded',
      async () => {
        canary.hits.clear();
        // The same bytes under every name; the sniffed type decides, so one name of each kind of file is opened each way.
        for (const { contentUrl } of kept.slice(0, hostile.length)) {
          for (const path of [contentUrl, `${contentUrl}?as=shown`, `/embed${contentUrl}`]) {
            await browser.open(at(path), 1000);
          }
        }
        expect([...canary.hits]).toEqual([]);
      },
      SECONDS * 1000,
    );

    it(
      'run nothing as pages, links of footnotes and the chronology of a package',
      async () => {
        canary.hits.clear();
        for (const { id } of kept.slice(0, hostile.length)) {
          await browser.open(at(`/api/v1/documents/${id}/pages/1/image`), 500);
          await browser.open(at(`/api/v1/documents/${id}/pages/1`), 500);
        }
        await browser.open(at('/d/%3Cscript%3E/p/1'), 500);
        await browser.open(at(`/api/v1/requests/${requestId}/documents`), 500);
        const folder = await mkdtemp(join(tmpdir(), 'package-'));
        try {
          for (const [path, bytes] of await packageOf()) {
            await mkdir(dirname(join(folder, path)), { recursive: true });
            await writeFile(join(folder, path), bytes);
          }
          await browser.open(pathToFileURL(join(folder, 'data/chronology.html')).href, 1500);
        } finally {
          await rm(folder, { recursive: true });
        }
        expect([...canary.hits]).toEqual([]);
      },
      SECONDS * 1000,
    );
  });
});
