import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPackage, verifiedInWords, verifyPackage } from '../src/evidence/verify-package.ts';
import { type Files, packed, sha256, unpacked, verdictOn, withSums } from './support/bags.ts';
import { count, randomFrom } from './support/counts.ts';
import { startDesk } from './support/desk.ts';
import { anAgency, file, record } from './support/filing.ts';
import { DeskProcess } from './support/processes.ts';

// One engine: what is checked here knows of none.
describe('verify-package', () => {
  let bytes: Buffer;
  let files: Files;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'));
    const desk = await startDesk({ engine: 'sqlite' });
    try {
      const { id } = await file(desk, await anAgency(desk), [
        { kind: 'filed', on: '2026-03-02', channel: 'email', note: 'first' },
        { kind: 'contacted', on: '2026-03-03', channel: 'phone', note: 'second' },
      ]);
      const timeline = await desk.call('GET', `/requests/${id}/timeline`);
      const { id: contacted } = timeline.body.items[1].statusChange;
      await record(desk, id, { kind: 'redacted', on: '2026-03-04', redacts: contacted, reason: 'a source' });
      for (const name of ['letter.pdf', 'Übersicht.pdf']) {
        const form = new FormData();
        form.set('file', new Blob([`${name} content`]), name);
        await desk.call('POST', `/requests/${id}/documents`, form);
      }
      bytes = (await desk.call('GET', `/requests/${id}/package`)).body;
    } finally {
      await desk.stop();
    }
    files = (await unpacked(bytes)).files;
  });
  afterAll(() => rm(folder, { recursive: true }));

  const faultsOf = async (changed: Files) => (await verdictOn(await packed(changed))).faults;
  const put = (path: string, text: string | Buffer) => new Map([...files, [path, Buffer.from(text)]]);
  const textOf = (path: string) => files.get(path)!.toString('utf8');
  const edited = (path: string, from: string, to: string) => {
    expect(textOf(path)).toContain(from);
    return put(path, textOf(path).replace(from, to));
  };

  it('finds an honest one whole: as it came, packed anew, and unpacked into a folder', async () => {
    const whole = { faults: [], notes: ['the note of fact 2 was redacted'] };
    expect(await verdictOn(bytes)).toEqual(whole);
    expect(await verdictOn(await packed(files, 'another name'))).toEqual(whole);
    expect(await verdictOn(await packed(withSums(files)))).toEqual(whole);
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, 'whole', path)), { recursive: true });
      await writeFile(join(folder, 'whole', path), content);
    }
    const source = await openPackage(join(folder, 'whole'));
    expect((await verifyPackage(source)).faults).toEqual([]);
    await symlink('/etc/passwd', join(folder, 'whole', 'data', 'link'));
    const linked = await verifyPackage(await openPackage(join(folder, 'whole')));
    expect(linked.faults).toEqual(['"data/link" is a link or a device, not a file']);
  });

  it('finds any byte that was turned, in every file of it', async () => {
    const random = randomFrom();
    const missed: string[] = [];
    for (const [path, content] of files) {
      for (let n = 0; n < count(2, 60); n++) {
        const changed = Buffer.from(content);
        const at = Math.floor(random() * content.length);
        changed[at] = changed[at]! ^ (1 << Math.floor(random() * 8));
        if (content.length > 0 && (await faultsOf(put(path, changed))).length === 0) missed.push(`${path} at ${at}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds any byte that was turned in the ZIP where a file lies', async () => {
    const random = randomFrom();
    const missed: string[] = [];
    for (const [path, content] of files) {
      const start = bytes.indexOf(content);
      for (let n = 0; n < count(1, 30) && content.length > 20; n++) {
        const changed = Buffer.from(bytes);
        const at = start + Math.floor(random() * content.length);
        changed[at] = changed[at]! ^ 1;
        if ((await verdictOn(changed)).faults.length === 0) missed.push(`${path} at ${at - start}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('names what was removed, added, and cut off', async () => {
    for (const path of files.keys()) {
      const faults = await faultsOf(new Map([...files].filter(([one]) => one !== path)));
      expect([path, faults.length > 0]).toEqual([path, true]);
    }
    expect(await faultsOf(put('data/documents/003-forged.pdf', 'x'))).toEqual(
      expect.arrayContaining(['"data/documents/003-forged.pdf" was added: manifest-sha256.txt does not name it']),
    );
    expect(await faultsOf(put('note.txt', 'x'))).toEqual([
      '"note.txt" was added: tagmanifest-sha256.txt does not name it',
    ]);
    for (const length of [0, 10, 1000, bytes.length - 1, bytes.length - 100]) {
      expect((await verdictOn(bytes.subarray(0, length))).faults).not.toEqual([]);
    }
  });

  it.each<[string, () => Files, string]>([
    [
      'a fact',
      () => edited('data/history/status-changes.ndjson', '"on":"2026-03-03"', '"on":"2026-03-01"'),
      'fact 2 has another hash than hashes.txt says',
    ],
    [
      'a fact with its hash',
      () => {
        const path = 'data/history/status-changes.ndjson';
        const [first, second, third] = textOf(path).split('\n') as [string, string, string];
        const forged = second.replace('"on":"2026-03-03"', '"on":"2026-03-01"');
        const lines = [first, forged, third, ''].join('\n');
        const hashes = [first, forged, third].map((line) => `${sha256(Buffer.from(line))}\n`).join('');
        return new Map([...put(path, lines), ['data/history/hashes.txt', Buffer.from(hashes)]]);
      },
      'fact 3 does not follow the one before it',
    ],
    [
      'the end of the history',
      () => {
        const cut = (path: string) => Buffer.from(textOf(path).trimEnd().split('\n').slice(0, -1).join('\n') + '\n');
        const [facts, hashes] = ['data/history/status-changes.ndjson', 'data/history/hashes.txt'];
        return new Map([...files, [facts, cut(facts)], [hashes, cut(hashes)]]);
      },
      'was cut or added to: 2 facts are stored, 3 were recorded',
    ],
    [
      'a text',
      () => edited('data/history/texts.ndjson', '"first"', '"f1rst"'),
      'the note of fact 1 is not what was recorded',
    ],
    [
      'a text, taken out as if it had been redacted',
      () =>
        put(
          'data/history/texts.ndjson',
          textOf('data/history/texts.ndjson').replace(/,"salt":.*\}/, ',"redacted":true}'),
        ),
      'the note of fact 1 is gone, and nobody redacted it',
    ],
    ['the head', () => edited('bag-info.txt', 'Chain-Count: 3', 'Chain-Count: 2'), 'Chain-Count in bag-info.txt'],
    [
      'a document',
      () => put('data/documents/001-letter.pdf', 'another letter'),
      '"documents/001-letter.pdf" is not the document that data/documents.json names',
    ],
    ['a document without its index', () => put('data/documents/003-x.pdf', 'x'), 'is in no index of documents'],
    ['the index', () => put('data/documents.json', '[{"path":"documents/x"}]'), 'names something that is no document'],
    [
      'a fact in another spelling',
      () => edited('data/history/status-changes.ndjson', '"kind":"filed"', '"kind":"closed","kind":"filed"'),
      'fact 1 is not written in canonical form',
    ],
    [
      'nonsense in place of facts',
      () => put('data/history/status-changes.ndjson', '{"payload":{"items":[null]}}\nx\n'),
      'fact 2',
    ],
  ])('finds %s that was changed by somebody who made the sums fit again', async (_, change, says) => {
    const faults = await faultsOf(withSums(change()));
    expect(faults.join('\n')).toContain(says);
  });

  it('reads what is hostile without harm, and prints nothing that moves a terminal', async () => {
    const [line] = textOf('data/history/status-changes.ndjson').split('\n') as [string];
    for (const payload of [
      '{"items":[null,5]}',
      '{"fields":7,"redacts":"x"}',
      `{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      '{"n":1e999}',
    ]) {
      const hostile = line.replace(/"payload":\{.*\},"previousHash"/, `"payload":${payload},"previousHash"`);
      expect(hostile).toContain(payload);
      const changed = withSums(put('data/history/status-changes.ndjson', `${hostile}\n`));
      expect((await faultsOf(changed)).length).toBeGreaterThan(0);
    }
    const escape = withSums(edited('data/request.json', '"number": "', '"number": "\\u001b[2J\\u202e'));
    const path = join(folder, 'escape.zip');
    await writeFile(path, await packed(escape));
    const source = await openPackage(path);
    const words = verifiedInWords(await verifyPackage(source));
    await source.close();
    expect(words).toContain('\\u{1b}[2J');
    expect(words.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('as a command: without settings, a database or a folder of its own', async () => {
    const [whole, broken] = [join(folder, 'whole.zip'), join(folder, 'broken.zip')];
    await writeFile(whole, bytes);
    await writeFile(broken, await packed(put('data/documents/001-letter.pdf', 'x')));
    const run = async (...args: string[]) => {
      const desk = await DeskProcess.start(['verify-package', ...args], { DATA_DIR: join(folder, 'none') });
      return { code: await desk.exited, says: desk.output };
    };
    expect(await run(whole)).toEqual({ code: 0, says: expect.stringContaining('Everything is as it was packed.') });
    const bad = await run(broken);
    expect(bad).toMatchObject({
      code: 1,
      says: expect.stringContaining('"data/documents/001-letter.pdf" is not what was packed'),
    });
    expect(await run(whole, '--json')).toMatchObject({ code: 0, says: expect.stringContaining('"faults": []') });
    expect(await run(join(folder, 'nowhere'))).toMatchObject({ code: 1, says: expect.stringMatching(/^There is no /) });
  });
});
