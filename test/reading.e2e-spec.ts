import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { DocumentFollowers } from '../src/documents/document-follower.ts';
import { Document } from '../src/documents/document.entity.ts';
import { Jobs } from '../src/jobs/jobs.service.ts';
import type { Lease } from '../src/jobs/lease.ts';
import { counts, markAgain } from '../src/reading/again.ts';
import { pagesOf, shownPage } from '../src/reading/pages.ts';
import { ReadFile } from '../src/reading/read-file.ts';
import { adopt, readFile as readFileJob } from '../src/reading/readings.ts';
import { newRequest } from './support/a-request.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { aPerson } from './support/filing.ts';
import { box, line, packed, type PdfPageParts, pdfOf } from './support/pdf.ts';
import { whenRead } from './support/read.ts';

eachEngine((engine) => {
  let desk: Desk;
  let requestId: string;
  const told: [because: string, documentId: string][] = [];

  beforeAll(async () => {
    desk = await startDesk({ engine, reads: true, env: { READ_MAX_PAGES: '60', READ_SECONDS: '20' } });
    requestId = await newRequest(desk);
    desk.app.get(DocumentFollowers, { strict: false }).add({
      documentChanged: (_, { because, document }) => Promise.resolve(void told.push([because, document.id])),
    });
  });
  afterAll(() => desk?.stop());

  const attach = async (bytes: Buffer, filename = 'release.pdf', to = requestId): Promise<string> => {
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(bytes)]), filename);
    const { status, body } = await desk.call('POST', `/requests/${to}/documents`, data);
    expect(status).toBe(201);
    return body.id;
  };
  const get = async (path: string, key?: string) =>
    desk.call('GET', `/documents/${path}`, undefined, key ? { key } : {});
  const read = (id: string) => whenRead(desk, id);
  const attachAndRead = async (pages: PdfPageParts[]) => {
    const id = await attach(pdfOf(pages));
    return { id, reading: await read(id) };
  };
  const rows = <T>(statement: string, parameters = {}) =>
    desk.app.get(Database).read((scope) => sql<T>(scope, statement, parameters));
  const documentOf = (id: string) => desk.app.get(Database).read((scope) => scope.em.findOneByOrFail(Document, { id }));

  describe('A PDF', () => {
    it('is read page by page, and its document is told of', async () => {
      const { id, reading } = await attachAndRead([
        { content: line(72, 700, 'Balad lost crate 17 in May') },
        { content: line(72, 700, 'Baghdad lost none'), rotate: 90 },
      ]);
      expect(reading).toEqual({
        documentId: id,
        state: 'ready',
        reason: null,
        pagesDone: 2,
        pagesTotal: 2,
        reader: 'pdfium 2.1.13',
        language: 'eng',
        hiddenText: { pages: 0, undecided: 0 },
      });
      expect(told.filter(([, one]) => one === id)).toEqual([
        ['attached', id],
        ['read', id],
      ]);
      const { body: first } = await get(`${id}/pages?limit=1`);
      expect(first).toMatchObject({
        items: [{ number: 1, source: 'layer', width: 612, height: 792, hiddenText: null }],
      });
      expect(first.items[0]).not.toHaveProperty('text');
      const { body: second } = await desk.call('GET', first.next);
      expect(second).toMatchObject({ items: [{ number: 2, width: 792, height: 612 }], next: null });
      const { body: page } = await get(`${id}/pages/1?words=true`);
      expect(page).toMatchObject({ number: 1, text: 'Balad lost crate 17 in May' });
      expect(page.words.map(({ at, length }: any) => page.text.slice(at, at + length))).toEqual(page.text.split(' '));
      expect((await get(`${id}/pages/1`)).body.words).toBeNull();
      for (const number of ['3', '0', '01', '-1', 'one', '99999999999'])
        expect([number, (await get(`${id}/pages/${number}`)).status]).toEqual([number, 404]);
    });

    it('of a request that had the same bytes before is read at once', async () => {
      const bytes = pdfOf([{ content: line(72, 700, 'The same for two') }]);
      const one = await attach(bytes);
      await read(one);
      const other = await attach(bytes, 'other.pdf', await newRequest(desk));
      expect(await read(other)).toMatchObject({ documentId: other, state: 'ready' });
      await desk.sweep();
      expect(told.filter(([because, id]) => because === 'read' && id === other)).toHaveLength(1);
    });

    it('says when only a part of it could be read, and keeps that part', async () => {
      const many = await attachAndRead(
        Array.from({ length: 61 }, (_, i) => ({ content: line(72, 700, `Page ${i + 1}`) })),
      );
      expect(many.reading).toMatchObject({ state: 'partial', pagesDone: 60, pagesTotal: 61 });
      expect(many.reading.reason).toBe(
        'It has more pages than a file may have here. Only 60 of 61 pages could be read.',
      );
    });

    it('that cannot be read says why', async () => {
      expect(await read(await attach(Buffer.from('%PDF-1.7\nnothing more')))).toMatchObject({ state: 'failed' });
      const none = await read(await attach(Buffer.from([0, 1, 2, 3]), 'a.bin'));
      expect(none).toMatchObject({ state: 'none', reason: 'Nothing here reads files of this kind.', pagesDone: 0 });
    });

    it('says with its document, and in lists, whether its text is there', async () => {
      const of = await newRequest(desk);
      const kinds: [Buffer, string][] = [
        [pdfOf([{ content: line(72, 700, 'Text that is there') }]), 'ready'],
        [pdfOf(Array.from({ length: 61 }, () => ({ content: line(72, 700, 'One of too many') }))), 'partial'],
        [Buffer.from('%PDF-1.7\nnothing less'), 'failed'],
        [Buffer.from([0, 1, 2, 3, 4]), 'none'],
      ];
      const ids: string[] = [];
      for (const [bytes] of kinds) ids.push(await attach(bytes, 'release.pdf', of));
      const readings = [];
      for (const id of ids) readings.push(await read(id));
      expect(readings.map(({ state }) => state)).toEqual(kinds.map(([, state]) => state));
      const texts = readings.map(({ state, reason }) => ({ state, reason }));
      const listed = await desk.call('GET', `/requests/${of}/documents`);
      expect(listed.body.items.map((one: any) => one.text)).toEqual(texts);
      for (const [i, id] of ids.entries())
        expect((await desk.call('GET', `/documents/${id}`)).body.text).toEqual(texts[i]);
      await desk.app.get(Database).write((tx) => sql(tx, `DELETE FROM blob_reading WHERE state = 'none'`));
      expect((await desk.call('GET', `/documents/${ids[3]!}`)).body.text).toEqual({ state: 'waiting', reason: null });
      expect((await desk.call('POST', `/documents/${ids[0]!}/reading`, {})).status).toBe(202);
      expect(['waiting', 'reading', 'ready']).toContain(
        (await desk.call('GET', `/documents/${ids[0]!}`)).body.text.state,
      );
      await read(ids[0]!);
      await desk.sweep();
    });

    it('is read anew when asked, and stays as it was until then', async () => {
      const { id } = await attachAndRead([{ content: line(72, 700, 'Once more') }]);
      const before = told.length;
      const { status, body } = await desk.call('POST', `/documents/${id}/reading`, { language: 'deu+eng' });
      expect({ status, body }).toMatchObject({ status: 202, body: { language: 'deu+eng', state: 'waiting' } });
      expect((await get(`${id}/pages/1`)).body.text).toBe('Once more');
      expect(await read(id)).toMatchObject({ state: 'ready', language: 'deu+eng' });
      expect(told.slice(before)).toContainEqual(['read', id]);
      await desk.sweep();
      const { sha256 } = await documentOf(id);
      expect(await rows('SELECT generation FROM blob_page WHERE sha256 = :sha256', { sha256 })).toEqual([
        { generation: 2 },
      ]);
      const wrong = await desk.call('POST', `/documents/${id}/reading`, { language: 'english' });
      expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/language' }] } });
    });
  });

  describe('Text under a box', () => {
    const page = (name: string) => ({
      content: line(72, 700, `Source: ${name}`) + box(114, 696, 200, 14) + line(72, 650, 'Base Balad'),
    });

    it('is told of to all who see the document, and told to those who decide', async () => {
      const { id, reading } = await attachAndRead([page('Jane Roe'), {}, page('Joan Poe')]);
      expect(reading).toMatchObject({ state: 'ready', hiddenText: { pages: 2, undecided: 2 } });
      const viewer = await aPerson(desk, 'viewer', 'looks');
      const { body: all } = await get(`${id}/hidden-text`);
      expect(all.items.map(({ number, decision, pieces }: any) => [number, decision, pieces[0].text])).toEqual([
        [1, 'undecided', 'Jane Roe'],
        [3, 'undecided', 'Joan Poe'],
      ]);
      const seen = await get(`${id}/hidden-text`, viewer.key);
      expect(seen.body.items[0].pieces).toMatchObject([{ characters: 8, text: null }]);
      for (const path of [
        'hidden-text',
        'pages',
        'pages/1',
        'pages/1?words=true',
        'reading',
        'hidden-text/decisions',
        '',
      ])
        expect([path, JSON.stringify(await get(`${id}/${path}`.replace(/\/$/, ''), viewer.key))]).toEqual([
          path,
          expect.not.stringMatching(/Jane|Roe/),
        ]);
      expect(JSON.stringify(await get(`${id}/pages`))).not.toMatch(/Jane/);
    });

    it('is shown once that was decided, for the pages that were meant, and not for what is found later', async () => {
      const { id } = await attachAndRead([page('Jane Roe'), page('Joan Poe')]);
      const decide = (body: object, key?: string) =>
        desk.call('POST', `/documents/${id}/hidden-text/decisions`, body, key ? { key } : {});
      const before = told.length;
      const first = await decide({ decision: 'show', lastPage: 1, reason: 'Published by the court' });
      expect(first).toMatchObject({
        status: 201,
        body: { decision: 'show', pages: [1], firstPage: null, lastPage: 1 },
      });
      expect(told.slice(before)).toEqual([['read', id]]);
      const { body: shown } = await get(`${id}/pages/1?words=true`);
      expect(shown).toMatchObject({ text: 'Source:\nBase Balad\nJane Roe', hiddenText: 'show' });
      const words = shown.words.map(({ at, length }: any) => shown.text.slice(at, at + length));
      expect(words).toEqual(['Source:', 'Base', 'Balad', 'Jane Roe']);
      expect((await get(`${id}/pages/2`)).body).toMatchObject({ text: 'Source:\nBase Balad', hiddenText: 'undecided' });
      await decide({ decision: 'withhold', reason: 'A mistake' });
      expect((await get(`${id}/pages/1`)).body).toMatchObject({ text: 'Source:\nBase Balad', hiddenText: 'withhold' });
      expect(
        (await get(`${id}/hidden-text/decisions`)).body.items.map(({ decision, pages }: any) => [decision, pages]),
      ).toEqual([
        ['withhold', [1, 2]],
        ['show', [1]],
      ]);
      await decide({ decision: 'show', reason: 'Both' });
      const database = desk.app.get(Database);
      const document = await documentOf(id);
      const texts = await database.read(async (scope) => {
        const found: string[] = [];
        for await (const one of pagesOf(scope, document)) found.push(one.text);
        return found;
      });
      expect(texts).toEqual(['Source:\nBase Balad\nJane Roe', 'Source:\nBase Balad\nJoan Poe']);
      // As if a newer reader had found more.
      await database.write((tx) =>
        sql(tx, `UPDATE blob_page SET hidden = replace(hidden, 'Roe', 'Roe, 12 Elm Street') WHERE sha256 = :sha256`, {
          sha256: document.sha256,
        }),
      );
      const now = await database.read((scope) => shownPage(scope, document, 1));
      expect(now).toMatchObject({ text: 'Source:\nBase Balad', hiddenText: 'undecided' });
      expect((await get(`${id}/reading`)).body.hiddenText).toEqual({ pages: 2, undecided: 1 });
    });

    it('of another request with the same bytes is decided on there', async () => {
      const bytes = pdfOf([page('Jane Doe')]);
      const one = await attach(bytes);
      await read(one);
      const other = await attach(bytes, 'other.pdf', await newRequest(desk));
      await desk.call('POST', `/documents/${one}/hidden-text/decisions`, { decision: 'show', reason: 'Public' });
      expect((await get(`${one}/pages/1`)).body.text).toContain('Jane');
      expect((await get(`${other}/pages/1`)).body.text).not.toContain('Jane');
    });

    it('is not decided on where there is none, or in a way that makes no sense', async () => {
      const { id } = await attachAndRead([page('Jane Roe'), { content: line(9, 9, 'x') }]);
      const decide = (body: object) => desk.call('POST', `/documents/${id}/hidden-text/decisions`, body);
      expect((await decide({ decision: 'show', reason: 'x', firstPage: 2 })).status).toBe(422);
      expect((await decide({ decision: 'show', reason: 'x', firstPage: 2, lastPage: 1 })).status).toBe(422);
      expect((await decide({ decision: 'show' })).status).toBe(400);
      expect((await decide({ decision: 'perhaps', reason: 'x' })).status).toBe(400);
      await expect(desk.app.get(Database).write((tx) => sql(tx, 'DELETE FROM hidden_text_decision'))).rejects.toThrow(
        'append-only',
      );
    });
  });

  // What the database is does not matter here.
  const images = () => {
    it('is a PNG of ours, kept for the next, and asked for again by its ETag', async () => {
      const { id } = await attachAndRead([{ content: box(0, 0, 306, 792) }]);
      const { status, headers, body } = await get(`${id}/pages/1/image?width=100`);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-cache',
      });
      expect([body.subarray(1, 4).toString(), body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual(['PNG', 100, 129]);
      const { sha256 } = await documentOf(id);
      const cached = join(desk.config.dataDir, 'rendered', sha256.slice(0, 2), sha256);
      expect(await readdir(cached)).toEqual(['1-100.png']);
      const again = await desk.call('GET', `/documents/${id}/pages/1/image?width=100`, undefined, {
        headers: { 'if-none-match': headers.etag! },
      });
      expect(again.status).toBe(304);
      const small = await get(`${id}/pages/1/thumbnail`);
      expect([small.status, small.body.readUInt32BE(16)]).toEqual([200, 240]);
      for (const width of ['10', '5000', '1e3', 'x'])
        expect([width, (await get(`${id}/pages/1/image?width=${width}`)).status]).toEqual([width, 400]);
      expect((await get(`${id}/pages/2/image`)).status).toBe(404);
    });

    it('of a page a mile long, or full of pixels, is small or refused', async () => {
      const long = await attachAndRead([{ content: line(9, 9, 'x'), width: 10, height: 2_000_000_000 }]);
      expect((await get(`${long.id}/pages/1/image?width=2000`)).body.length).toBeLessThan(100_000);
      const huge = packed(
        '/Type /XObject /Subtype /Image /Width 12000 /Height 12000 /ColorSpace /DeviceGray /BitsPerComponent 8',
        Buffer.alloc(1000),
      );
      const bomb = await attachAndRead([{ content: 'q 300 0 0 792 0 0 cm /Huge Do Q\n', xObjects: { Huge: huge } }]);
      expect(bomb.reading.state).toBe('ready');
      expect([200, 422]).toContain((await get(`${bomb.id}/pages/1/image`)).status);
    });

    it('is drawn for a few at once, and refused to the rest with a time to come back', async () => {
      const { id } = await attachAndRead([{ content: line(72, 700, 'Crowded') }]);
      const widths = Array.from({ length: desk.config.readAtOnce * 5 + 6 }, (_, i) => 100 + i);
      const answers = await Promise.all(widths.map((width) => get(`${id}/pages/1/image?width=${width}`)));
      const refused = answers.filter(({ status }) => status === 503);
      expect(refused.length).toBeGreaterThanOrEqual(6);
      expect(refused[0]!.headers['retry-after']).toBe('2');
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(desk.config.readAtOnce);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
    });

    it('of a damaged file is refused, and the file is not read', async () => {
      const { id } = await attachAndRead([{ content: line(72, 700, 'Whole') }]);
      const { sha256 } = await documentOf(id);
      const path = join(desk.config.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
      const bytes = await readFile(path);
      await writeFile(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
      expect((await get(`${id}/pages/1/image`)).status).toBe(409);
      await desk.call('POST', `/documents/${id}/reading`, {});
      const reading = await read(id);
      expect(reading).toMatchObject({ state: 'partial', pagesDone: 1 });
      expect(reading.reason).toMatch(/damaged.*What there is was read before/);
      expect((await get(`${id}/pages/1`)).body.text).toBe('Whole');
      await writeFile(path, bytes);
    });
  };
  if (engine === 'sqlite') describe('The image of a page', images);

  it('Files from before there was reading, and those whose job is lost, are found by the sweep', async () => {
    const { id } = await attachAndRead([{ content: line(72, 700, 'From before') }]);
    const lost = await attachAndRead([{ content: line(72, 700, 'Lost') }]);
    const [before, after] = [await documentOf(id), await documentOf(lost.id)];
    await desk.app.get(Database).write(async (tx) => {
      await sql(tx, `DELETE FROM job WHERE kind = 'read-file'`);
      await sql(tx, `UPDATE blob_reading SET state = 'reading' WHERE sha256 = :sha256`, { sha256: after.sha256 });
      await sql(tx, `DELETE FROM blob_page WHERE sha256 = :sha256`, { sha256: before.sha256 });
      await sql(tx, `DELETE FROM blob_reading WHERE sha256 = :sha256`, { sha256: before.sha256 });
      // As the first sweep of a new process does it.
      while (await adopt(tx));
    });
    expect((await get(`${id}/reading`)).body).toMatchObject({ state: 'waiting', pagesDone: 0 });
    await desk.sweep();
    for (const one of [id, lost.id]) expect(await read(one)).toMatchObject({ state: 'ready', pagesDone: 1 });
    expect(await readdir(join(desk.config.dataDir, 'reading'))).toEqual([]);
  });

  it('A reading that is broken off waits again, with what was read before', async () => {
    const { id } = await attachAndRead([{ content: line(72, 700, 'Once and again') }]);
    const { sha256 } = await documentOf(id);
    await desk.sweep();
    await desk.app.get(Database).write(async (tx) => {
      await sql(tx, `UPDATE blob_reading SET state = 'waiting' WHERE sha256 = :sha256`, { sha256 });
      // The job that is being tried below; nobody else is to take the file meanwhile.
      await desk.app
        .get(Jobs, { strict: false })
        .add(tx, { ...readFileJob(sha256), runAt: '2999-01-01T00:00:00.000Z' });
    });
    const stop = new AbortController();
    const lease = { subjectId: sha256, jobId: 'job', signal: stop.signal, check: () => Promise.resolve() };
    const running = desk.app.get(ReadFile, { strict: false }).run(lease as unknown as Lease);
    stop.abort(new Error('The process stops.'));
    await expect(running).rejects.toThrow('The process stops.');
    expect((await get(`${id}/pages/1`)).body.text).toBe('Once and again');
    const [row] = await rows<object>('SELECT state, generation, draft FROM blob_reading WHERE sha256 = :sha256', {
      sha256,
    });
    expect(row).toEqual({ state: 'waiting', generation: 1, draft: 2 });
    await desk.app.get(Database).write((tx) => sql(tx, `DELETE FROM job WHERE run_at > '2999'`));
    await desk.sweep();
    expect(await read(id)).toMatchObject({ state: 'ready' });
  });

  it('`read --again` marks what it is told to, and says how things stand', async () => {
    const { id } = await attachAndRead([{ content: line(72, 700, 'By command') }]);
    await read(await attach(Buffer.from([0, 1, 2]), 'a.bin'));
    const database = desk.app.get(Database);
    const at = desk.now.instant();
    expect(await markAgain(database, at, { documentId: id, states: ['failed'] })).toBe(0);
    expect(await markAgain(database, at, { documentId: id, states: [] })).toBe(1);
    expect((await get(`${id}/reading`)).body.state).toBe('waiting');
    await desk.sweep();
    expect((await read(id)).state).toBe('ready');
    const stands = await database.read(counts);
    const none = stands.find(({ state }) => state === 'none')!.files;
    expect(none).toBeGreaterThan(0);
    expect(await markAgain(database, at, { states: ['none'] })).toBe(none);
    await expect(markAgain(database, at, { documentId: 'x', states: [] })).rejects.toThrow('no document x');
    await desk.sweep();
  });
});
