import { readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Files, sha256, unpacked, verdictOn } from './support/bags.ts';
import { count } from './support/counts.ts';
import { type Answer, type Desk, OWNER_KEY, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { readPages } from './support/read-pages.ts';
import { whenRead } from './support/read.ts';
import { aPerson, anAgency, file, record } from './support/filing.ts';

const MiB = 1024 * 1024;
setFlagsFromString('--expose-gc');
/** Takes garbage away, so that what is measured is what is held. */
const collect = runInNewContext('gc') as () => void;

/** What the desk keeps for itself; none of it may be in a package that did not ask for it. */
const canaries = {
  notes: 'kanari-notiz',
  internal: 'kanari-intern',
  assignees: 'KanariAssignee',
  reminders: 'kanari-erinnerung',
  members: 'KanariMember',
};
const never = ['kanari-tag', 'kanari-schwarz', 'desk.test'];

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;
  let editor: { id: string; key: string };
  beforeAll(async () => {
    desk = await startDesk({ engine, env: { MAX_UPLOAD_BYTES: String(300 * MiB) } });
    agencyId = await anAgency(desk);
    editor = await aPerson(desk, 'editor', 'KanariMember');
  });
  afterAll(() => desk?.stop());

  const attach = async (
    id: string,
    bytes: Uint8Array | string,
    filename: string,
    fields: Record<string, string> = {},
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes]), filename);
    const answer = await desk.call('POST', `/requests/${id}/documents`, form);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const ask = (id: string, query = '', key?: string): Promise<Answer> =>
    desk.call('GET', `/requests/${id}/package${query}`, undefined, key === undefined ? {} : { key });
  const packageOf = async (
    id: string,
    query = '',
  ): Promise<{ bytes: Buffer; files: Files; text(path: string): string }> => {
    const { status, body } = await ask(id, query);
    expect(Buffer.isBuffer(body) ? status : [status, body]).toBe(200);
    const { files } = await unpacked(body);
    return { bytes: body, files, text: (path) => files.get(path)!.toString('utf8') };
  };
  const pathOf = (hash: string) => join(desk.config.dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);

  describe('a request with everything', () => {
    let id: string;
    let letter: { id: string; sha256: string };
    beforeAll(async () => {
      const assignee = await aPerson(desk, 'editor', 'KanariAssignee');
      const facts = [
        { kind: 'filed', on: '2026-03-02', channel: 'email', note: 'We asked <script>alert(1)</script> & waited' },
        { kind: 'acknowledged', on: '2026-03-04', trackingNumber: 'CID-26-1' },
        { kind: 'extended', on: '2026-03-05', ground: '=HYPERLINK("https://evil.example")' },
        { kind: 'contacted', on: '2026-03-06', channel: 'phone', note: 'the name of a source' },
      ];
      const fields = {
        assigneeId: assignee.id,
        access: 'members',
        tags: ['kanari-tag'],
        requester: { name: 'Jane Reporter', onBehalfOf: 'The Paper' },
      };
      const made = await file(desk, agencyId, facts, fields, editor.key);
      id = made.id;
      const timeline = await desk.call('GET', `/requests/${id}/timeline`);
      const [filed, , , contacted] = timeline.body.items.map((item: any) => item.statusChange.id);
      await record(desk, id, { kind: 'redacted', on: '2026-03-07', redacts: contacted, reason: 'a source' });
      letter = await attach(id, 'the letter', 'Letter: of 4 March?.pdf', { role: 'request', statusChangeId: filed });
      await attach(id, 'released', 'letter_ of 4 march_.PDF', { role: 'release', receivedOn: '2026-03-20' });
      await attach(id, canaries.internal, 'kanari-intern.txt', { role: 'internal' });
      await desk.call('POST', `/requests/${id}/notes`, { text: canaries.notes });
      await desk.call('POST', `/requests/${id}/reminders`, { on: '2026-12-01', text: canaries.reminders });
    });

    it('is a bag whose every file is named and summed, that verify-package finds whole', async () => {
      const { bytes, files, text } = await packageOf(id);
      for (const [list, of] of [
        ['manifest-sha256.txt', (path: string) => path.startsWith('data/')],
        ['tagmanifest-sha256.txt', (path: string) => !path.startsWith('data/') && !path.startsWith('tagmanifest')],
      ] as const) {
        const sums = [...files].filter(([path]) => of(path)).map(([path, content]) => `${sha256(content)}  ${path}`);
        expect(text(list).trimEnd().split('\n')).toEqual(sums);
      }
      expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
      const verdict = await verdictOn(bytes);
      expect(verdict).toEqual({ faults: [], notes: ['the note of fact 4 was redacted'] });
    });

    it('holds the history exactly as it was hashed, and the texts by which its digests can be checked', async () => {
      const { text } = await packageOf(id);
      const lines = text('data/history/status-changes.ndjson').trimEnd().split('\n');
      const hashes = text('data/history/hashes.txt').trimEnd().split('\n');
      expect(lines.map((line) => sha256(Buffer.from(line)))).toEqual(hashes);
      expect(lines.slice(1).map((line) => JSON.parse(line).previousHash)).toEqual(hashes.slice(0, -1));
      expect(JSON.parse(text('data/history/chain.json'))).toMatchObject({ count: 5, head: hashes[4], requestId: id });
      const timeline = await desk.call('GET', `/requests/${id}/timeline`);
      const known = timeline.body.items.filter((item: any) => item.hash).map((item: any) => item.hash);
      expect([...known].sort()).toEqual([...hashes].sort());
      const texts = text('data/history/texts.ndjson')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      const told = texts.filter((one) => one.text !== undefined);
      for (const one of told) expect(sha256(Buffer.from(`${one.salt}\n${one.text}`))).toBe(one.digest);
      expect(told.map((one) => one.path)).toEqual(['note', 'ground']);
      expect(texts.filter((one) => one.redacted)).toEqual([expect.not.objectContaining({ text: expect.anything() })]);
    });

    it('holds the files byte for byte under names that lie apart, and tells them by role', async () => {
      const { files, text } = await packageOf(id);
      const index = JSON.parse(text('data/documents.json'));
      expect(index.map((one: any) => [one.path, one.role])).toEqual([
        ['documents/001-Letter_ of 4 March_.pdf', 'request'],
        ['documents/002-letter_ of 4 march_.PDF', 'release'],
      ]);
      for (const one of index) expect(sha256(files.get(`data/${one.path}`)!)).toBe(one.sha256);
      expect(index[0]).toMatchObject({ id: letter.id, filename: 'Letter: of 4 March?.pdf', sha256: letter.sha256 });
    });

    it('tells the story for people: nothing runs, nothing is loaded, nothing is a formula', async () => {
      const { text } = await packageOf(id);
      const page = text('data/chronology.html');
      expect(page).toContain('We asked &lt;script&gt;alert(1)&lt;/script&gt; &amp; waited');
      expect(page).not.toMatch(/<script|\ssrc=|url\(|@import|javascript:|<link|\son\w+=/i);
      expect(page).toContain('<a href="documents/001-Letter_%20of%204%20March_.pdf">');
      expect(page).toContain('[redacted]');
      const rows = parse<Record<string, string>>(text('data/chronology.csv'), { bom: true, columns: true });
      expect(rows.map((row) => row.what)).toEqual(
        expect.arrayContaining(['filed', 'acknowledged', 'extended', 'contacted', 'redacted', 'document']),
      );
      expect(rows.find((row) => row.what === 'document')).toMatchObject({ on: '2026-03-20' });
      expect(rows.every((row) => Object.values(row).every((cell) => !/^[=+\-@\t\r]/.test(cell)))).toBe(true);
      expect(text('data/deadlines.txt')).toContain('determination (the agency)');
      expect(JSON.parse(text('data/law/statute.json'))).toMatchObject({ id: 'us-foia' });
      expect(JSON.parse(text('data/request.json'))).toMatchObject({
        requester: { name: 'Jane Reporter', onBehalfOf: 'The Paper' },
        trackingNumbers: ['CID-26-1'],
      });
    });

    it('keeps what is the desk’s own out, unless it is asked for, and says which', async () => {
      const words = Object.values(canaries);
      const { bytes, text } = await packageOf(id);
      expect([...words, ...never, 'the name of a source'].filter((word) => bytes.includes(word))).toEqual([]);
      expect(text('bag-info.txt')).toContain(
        'Included: none\nLeft-Out: notes, internal, assignees, reminders, members\n',
      );
      for (const [extra, word] of Object.entries(canaries)) {
        const asked = await packageOf(id, `?include=${extra}`);
        // Whoever belongs to it is named as assignee too.
        const other = words.filter((one) => one !== word && !(extra === 'members' && one === canaries.assignees));
        expect([extra, asked.bytes.includes(word)]).toEqual([extra, true]);
        expect([extra, ...[...other, ...never].filter((one) => asked.bytes.includes(one))]).toEqual([extra]);
        expect(asked.text('bag-info.txt')).toContain(`Included: ${extra}\n`);
        expect((await verdictOn(asked.bytes)).faults).toEqual([]);
      }
    });

    it('is the same bytes for the same day, and another explanation on another', async () => {
      const [one, other] = [await packageOf(id, '?asOf=2026-05-04'), await packageOf(id, '?asOf=2026-05-04')];
      expect(one.bytes.equals(other.bytes)).toBe(true);
      const before = desk.now.instant();
      const today = await packageOf(id);
      desk.now.set('2026-06-02T16:00:00.000Z');
      const tomorrow = await packageOf(id);
      expect(tomorrow.text('bag-info.txt')).toContain('As-Of: 2026-06-02');
      expect((await packageOf(id, '?asOf=2026-06-01')).bytes.equals(today.bytes)).toBe(true);
      desk.now.set(before);
    });

    it('is made for whoever may read it; what the desk keeps for itself for editors and owners', async () => {
      const viewer = await aPerson(desk, 'viewer');
      expect((await ask(id, '', viewer.key)).status).toBe(404);
      await desk.call('PUT', `/requests/${id}/members/${viewer.id}`);
      expect((await ask(id, '', viewer.key)).status).toBe(200);
      expect(await ask(id, '?include=notes', viewer.key)).toMatchObject({ status: 403 });
      expect(await ask(id, '?include=notes', editor.key)).toMatchObject({ status: 200 });
      expect(await ask(id, '?include=salaries')).toMatchObject({ status: 400 });
      expect(await ask(id, '?asOf=2026-02-30')).toMatchObject({ status: 400 });
      expect(await ask(id, '?hiddenText=true')).toMatchObject({ status: 400 });
    });
  });

  it('tells its name and length before the first byte; of a confidential request only the number', async () => {
    const open = await file(desk, agencyId, [], { subject: 'Stolen weapons: Iraq' });
    const closed = await file(desk, agencyId, [], { subject: 'Stolen weapons: Iraq', confidential: true });
    const { headers, body } = await ask(open.id);
    expect(headers['content-disposition']).toBe(`attachment; filename=request-${open.number}-stolen-weapons-iraq.zip`);
    expect(headers['content-length']).toBe(String(body.length));
    expect((await ask(closed.id)).headers['content-disposition']).toBe(
      `attachment; filename=request-${closed.number}.zip`,
    );
    const head = await desk.call('HEAD', `/requests/${open.id}/package`);
    expect(head).toMatchObject({ status: 200, headers: { 'content-type': 'application/zip' } });
    expect((await verdictOn(body)).faults).toEqual([]);
  });

  it('holds the citations that were kept, and of a page that reads otherwise now no words', async () => {
    const { id } = await file(desk, agencyId);
    const document = await attach(id, 'cited', 'cited.pdf', { role: 'release', releasedOn: '2026-03-20' });
    const internal = await attach(id, 'not cited', 'kanari-intern.pdf', { role: 'internal' });
    await readPages(desk, document.id, ['forty crates were missing', 'kanari-name was there']);
    await readPages(desk, internal.id, ['kanari-plan']);
    for (const [of, page, quote] of [
      [document.id, 1, 'forty crates'],
      [document.id, 2, 'kanari-name'],
      [internal.id, 1, 'kanari-plan'],
    ]) {
      expect((await desk.call('POST', `/documents/${of}/citations`, { page, quote })).status).toBe(201);
    }
    await readPages(desk, document.id, ['forty crates were missing', 'somebody was there']);
    const { bytes, text } = await packageOf(id);
    const footnotes = text('data/citations/footnotes.txt').trimEnd().split('\n\n');
    expect(footnotes).toHaveLength(2);
    expect(footnotes[0]).toContain(`/d/${document.sha256.slice(0, 12)}`);
    expect(text('data/citations/citations.bib')).toContain('forty crates');
    expect(JSON.parse(text('data/citations/citations.csl.json'))).toHaveLength(2);
    expect(bytes.includes('kanari')).toBe(false);
    expect((await verdictOn(bytes)).faults).toEqual([]);
  });

  it('holds the exemptions that were confirmed, as data, as tables and in the chronology, and no suggestion', async () => {
    const facts = [
      { kind: 'filed', on: '2026-03-02', channel: 'email' },
      { kind: 'determined', on: '2026-03-20', outcome: 'partly-granted' },
    ];
    const { id } = await file(desk, agencyId, facts);
    const timeline = await desk.call('GET', `/requests/${id}/timeline`);
    const [, determined] = timeline.body.items.flatMap((item: any) => item.statusChange?.id ?? []);
    const document = await attach(id, 'released in part', 'part.pdf', { role: 'release', statusChangeId: determined });
    const letter = await attach(id, 'a letter', 'letter.pdf', { role: 'determination', statusChangeId: determined });
    const internal = await attach(id, 'kept', 'kanari-intern.pdf', { role: 'internal' });
    await readPages(desk, document.id, ['The witness\n(b)(6)\nsaw it.', 'And\n(b)(7)(C)\nsaid so.', 'Nothing.']);
    await readPages(desk, letter.id, ['Dear requester, we withheld records under Exemption 5.']);
    await desk.sweep();
    expect((await packageOf(id)).files.has('data/exemptions/exemptions.json')).toBe(false);
    const decide = (code: string) =>
      desk.call('POST', `/requests/${id}/exemptions/decisions`, { decision: 'confirmed', code });
    expect([(await decide('b7C')).body, (await decide('b5')).body]).toEqual([{ changed: 1 }, { changed: 1 }]);
    const byHand = {
      code: '(b)(1)',
      kind: 'withheld',
      pageFrom: 3,
      withheldFrom: 12,
      withheldTo: 14,
      note: 'kanari-note',
    };
    for (const [of, body] of [
      [`documents/${document.id}`, byHand],
      [`documents/${internal.id}`, { ...byHand, code: 'b4', pageFrom: 1 }],
      [`requests/${id}`, { code: 'b3', withholdingStatute: '=50 U.S.C. 3024(i)', statusChangeId: determined }],
    ] as const)
      expect((await desk.call('POST', `/${of}/exemptions`, body)).status).toBe(201);

    const { bytes, text } = await packageOf(id);
    const { ledger, findings } = JSON.parse(text('data/exemptions/exemptions.json'));
    const path = 'documents/001-part.pdf';
    expect(findings).toMatchObject([
      { about: 'determination', code: 'us-foia:b3', documentId: null, statusChangeId: determined, source: 'hand' },
      {
        about: 'pages',
        code: 'us-foia:b7C',
        path,
        pageFrom: 2,
        raw: '(b)(7)(C)',
        source: 'detected',
        label: '(b)(7)(C)',
      },
      { about: 'pages', code: 'us-foia:b1', path, pageFrom: 3, withheldFrom: 12, withheldTo: 14, kind: 'withheld' },
      { about: 'determination', code: 'us-foia:b5', path: 'documents/002-letter.pdf', statusChangeId: determined },
    ]);
    expect(ledger.map((line: any) => [line.code, line.pagesRedacted, line.pagesWithheld, line.determinations])).toEqual(
      [
        ['us-foia:b1', 0, 3, 0],
        ['us-foia:b3', 0, 0, 1],
        ['us-foia:b5', 0, 0, 1],
        ['us-foia:b7C', 1, 0, 0],
      ],
    );
    const rowsOf = (name: string) => parse<Record<string, string>>(text(name), { bom: true, columns: true });
    expect(rowsOf('data/exemptions/findings.csv')).toMatchObject([
      { exemption: '(b)(3)', withholding_statute: "'=50 U.S.C. 3024(i)", document: '' },
      { exemption: '(b)(7)(C)', document: path, page_from: '2' },
      { exemption: '(b)(1)', withheld_to: '14' },
      { exemption: '(b)(5)', status_change: determined },
    ]);
    expect(rowsOf('data/exemptions/ledger.csv')[3]).toMatchObject({ exemption: '(b)(7)(C)', pages_redacted: '1' });
    const line = rowsOf('data/chronology.csv').find((row) => row.what === 'determined')!;
    expect(line.details).toContain(
      'withheld in part.pdf, as the desk confirmed: (b)(1): 3 pages withheld; (b)(7)(C): 1 page redacted',
    );
    expect(line.details).toContain('withheld, as the desk confirmed: (b)(3) claimed');
    expect(text('data/chronology.html')).toContain('(b)(5) claimed');
    expect(text('README.txt')).toContain('data/exemptions/');
    for (const word of ['us-foia:b6', '(b)(6)', '(b)(4)', 'kanari', 'suggested']) {
      const told = ['exemptions/exemptions.json', 'exemptions/findings.csv', 'exemptions/ledger.csv', 'chronology.csv'];
      expect([word, told.filter((name) => text(`data/${name}`).includes(word))]).toEqual([word, []]);
    }
    expect((await packageOf(id)).bytes.equals(bytes)).toBe(true);
    expect((await verdictOn(bytes)).faults).toEqual([]);
    const inside = JSON.parse((await packageOf(id, '?include=internal')).text('data/exemptions/exemptions.json'));
    expect(inside.findings).toHaveLength(5);

    // Words of a page on which something turns out to be hidden are not repeated.
    const hidden = [{ text: '(b)(7)(C)', box: [0, 0, 1, 1] as [number, number, number, number] }];
    await readPages(desk, document.id, ['x', { text: 'And said so.', hidden }, 'z']);
    const veiled = JSON.parse((await packageOf(id, '?hiddenText=include')).text('data/exemptions/exemptions.json'));
    expect(veiled.findings[2]).toMatchObject({ code: 'us-foia:b1', raw: '(b)(1)' });
  });

  it('is not made while text lies under redactions that nobody has decided to show', async () => {
    const { id } = await file(desk, agencyId);
    const document = await attach(id, 'blackened', 'blackened.pdf');
    const hidden = [{ text: 'kanari-schwarz', box: [0, 0, 1, 1] as [number, number, number, number] }];
    await readPages(desk, document.id, [{ text: 'seen', hidden }]);
    const refused = await ask(id);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain(`blackened.pdf (${document.id})`);
    expect(JSON.stringify(refused.body)).not.toContain('kanari-schwarz');
    const { bytes } = await packageOf(id, '?hiddenText=include');
    expect(bytes.includes('kanari-schwarz')).toBe(false);
    const decide = (decision: string) =>
      desk.call('POST', `/documents/${document.id}/hidden-text/decisions`, { decision, reason: 'As agreed' });
    expect((await decide('withhold')).status).toBe(201);
    expect((await ask(id)).status).toBe(409);
    expect((await decide('show')).status).toBe(201);
    expect((await ask(id)).status).toBe(200);
    expect((await decide('withhold')).status).toBe(201);
    // An internal document that stays out need not be decided about.
    await desk.call('PATCH', `/documents/${document.id}`, { role: 'internal' }, { headers: { 'if-match': '*' } });
    expect((await ask(id)).status).toBe(200);
    expect((await ask(id, '?include=internal')).status).toBe(409);
  });

  it('names a damaged or missing file instead of handing it over', async () => {
    const { id } = await file(desk, agencyId);
    const document = await attach(id, 'was whole', 'whole.pdf');
    // Else it is the reading that finds the damage, in words of its own.
    await whenRead(desk, document.id);
    await writeFile(pathOf(document.sha256), 'was whOle');
    const refused = await ask(id);
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('whole.pdf') } });
    expect((await desk.call('GET', `/documents/${document.id}`)).body.damagedAt).not.toBeNull();
    const short = await attach(id, 'was short', 'short.pdf');
    await whenRead(desk, short.id);
    await writeFile(pathOf(short.sha256), 'was');
    expect((await ask(id)).body.detail).toMatch(/whole\.pdf.*short\.pdf.*it has 3 bytes instead of 9/);
  });

  it('leaves out no other request by mistake: one that is hidden from its reader is not handed over in the chain', async () => {
    const hidden = await file(desk, agencyId, [], { access: 'members' });
    const facts = [
      { kind: 'filed', on: '2026-03-02', channel: 'email' },
      { kind: 'aggregated', on: '2026-03-03', withRequestIds: [hidden.id] },
    ];
    const { id } = await file(desk, agencyId, facts);
    const refused = await ask(id, '', editor.key);
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).not.toContain(hidden.id);
    expect((await ask(id)).status).toBe(200);
  });

  it('holds hundreds of documents, many of one name', async () => {
    const { id } = await file(desk, agencyId);
    const many = count(60, 300);
    for (let i = 0; i < many; i += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, j) =>
          attach(id, `page ${i + j}`, ['Scan.pdf', 'SCAN.PDF', 'scan.pdf '][j % 3]!),
        ),
      );
    }
    const { bytes, files } = await packageOf(id);
    const names = [...files.keys()].filter((path) => path.startsWith('data/documents/'));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(many);
    expect((await verdictOn(bytes)).faults).toEqual([]);
  });

  describe('a large file', () => {
    const size = count(24, 200) * MiB;
    let id: string;
    let hash: string;
    beforeAll(async () => {
      id = (await file(desk, agencyId)).id;
      const document = await attach(id, Buffer.alloc(size, 'evidence\0'), 'large.bin');
      hash = document.sha256;
      // From here on nobody opens it but the package.
      await whenRead(desk, document.id);
    });

    /** Asks, and hands every piece to `take` before it takes the next one. */
    const pull = (take: (piece: Buffer, stop: () => void) => Promise<void> | void) =>
      new Promise<number>((resolve, reject) => {
        const headers = { authorization: `Bearer ${OWNER_KEY}` };
        const call = httpRequest(`${desk.url}/api/v1/requests/${id}/package`, { headers }, (answer) => {
          const run = async () => {
            let taken = 0;
            for await (const piece of answer as AsyncIterable<Buffer>) {
              taken += piece.length;
              await take(piece, () => answer.destroy());
            }
            return taken;
          };
          run().then(resolve, reject);
        });
        call.on('error', reject).end();
      });

    const isOpen = async () => {
      const open = await readdir('/proc/self/fd').catch(() => []);
      const paths = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
      return paths.some((path) => path.endsWith(hash));
    };

    it('leaves piece by piece: memory does not grow with it', async () => {
      const held = () => {
        collect();
        return process.memoryUsage().arrayBuffers;
      };
      const start = held();
      let [most, pieces] = [0, 0];
      const taken = await pull(() => {
        if (pieces++ % 50 === 0) most = Math.max(most, held() - start);
      });
      expect(taken).toBeGreaterThan(size);
      expect(most / MiB).toBeLessThan(20);
    });

    it('is closed when whoever asked goes away', async () => {
      for (let round = 0; round < count(3, 30); round++) {
        let [taken, wasOpen] = [0, false];
        const left = pull(async (piece, stop) => {
          taken += piece.length;
          // The first bytes are the package's own: one who looks after these finds the file closed, and then opened.
          if (taken < 2 * MiB) return;
          wasOpen = await isOpen();
          stop();
        });
        await left.catch(() => undefined);
        expect(wasOpen).toBe(true);
        for (let tries = 0; (await isOpen()) && tries < 400; tries++) await sleep(50);
        expect(await isOpen()).toBe(false);
      }
    });

    it('breaks off when it turns out to be damaged on its way', async () => {
      const content = await readFile(pathOf(hash));
      let damagedAt = 0;
      const cut = pull(async (piece) => {
        damagedAt += piece.length;
        if (damagedAt !== piece.length) return;
        // Longer than what waits in pipes and sockets by now.
        content[size - 5] = 0;
        await writeFile(pathOf(hash), content);
      });
      await expect(cut).rejects.toThrow('aborted');
      expect((await ask(id)).status).toBe(409);
    });
  });
});
