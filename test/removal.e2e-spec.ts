import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyDesk } from '../src/cli/verify.ts';
import { writerSource } from '../src/database/data-source.ts';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { BlobStore } from '../src/documents/blob-store.ts';
import { DiskBlobStore } from '../src/documents/disk-blob-store.ts';
import { type DocumentChange, DocumentFollowers } from '../src/documents/document-follower.ts';
import { createLog } from '../src/log.ts';
import { newRequest } from './support/a-request.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { readPages } from './support/read-pages.ts';
import { aPerson } from './support/filing.ts';

const HOUR = 3600_000;

eachEngine((engine) => {
  let desk: Desk;
  let requestId: string;
  let editor: { id: string; key: string };
  let other: { id: string; key: string };
  const told: DocumentChange[] = [];
  beforeAll(async () => {
    desk = await startDesk({ engine });
    [editor, other] = [await aPerson(desk, 'editor', 'sender'), await aPerson(desk, 'editor', 'other')];
    desk.app.get(DocumentFollowers).add({
      documentChanged: (_, change) => Promise.resolve(void told.push(change)),
    });
  });
  afterAll(() => desk?.stop());
  beforeEach(async () => void (requestId = await newRequest(desk)));

  const attach = async (
    bytes: Uint8Array | string = randomBytes(100),
    to = requestId,
    filename = 'secret name.pdf',
  ) => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), filename);
    form.append('label', 'secret label');
    return (await desk.call('POST', `/requests/${to}/documents`, form, { key: editor.key })).body;
  };
  const remove = (id: string, key?: string, body: unknown = { reason: 'a duplicate' }, headers = {}) =>
    desk.call('DELETE', `/documents/${id}`, body, { key, headers });
  const hold = (method: 'PUT' | 'DELETE' | 'GET', key?: string) =>
    desk.call(method, `/requests/${requestId}/legal-hold`, method === 'GET' ? undefined : { reason: 'a suit' }, {
      key,
    });
  const acts = async () =>
    (await desk.call('GET', `/requests/${requestId}/timeline`)).body.items.filter((one: any) => one.type === 'act');
  const pathOf = (hash: string) => join(desk.config.dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
  const core = () => ({
    config: desk.config,
    log: createLog('silent'),
    now: desk.now,
    database: desk.app.get(Database),
  });
  const faults = async () => (await verifyDesk(core(), () => undefined)).faults;
  const rows = (statement: string) => desk.app.get(Database).read((scope) => sql<any>(scope, statement));

  it('tells of a document who added it, when, how, and with which status change', async () => {
    const document = await attach();
    expect(document).toMatchObject({
      addedBy: editor.id,
      addedAt: desk.now.instant(),
      addedVia: 'upload',
      fromDocumentId: null,
      memberPath: null,
      alsoIn: [],
      statusChangeId: null,
    });
  });

  describe('removing a document', () => {
    it('takes its bytes and what was read off them, and leaves who, when, why and its SHA-256', async () => {
      const { id, sha256, size, addedAt } = await attach();
      const at = desk.now.instant();
      await readPages(desk, id, ['x']);
      expect(await rows(`SELECT sha256 FROM blob_page WHERE sha256 = '${sha256}'`)).toHaveLength(1);
      told.length = 0;
      expect((await remove(id)).status).toBe(204);
      for (const path of [`/documents/${id}`, `/documents/${id}/content`]) {
        expect((await desk.call('GET', path)).status).toBe(404);
      }
      expect((await desk.call('GET', `/requests/${requestId}/documents`)).body.items).toEqual([]);
      await expect(stat(pathOf(sha256))).rejects.toThrow('ENOENT');
      expect(await readdir(join(desk.config.dataDir, 'files', 'waiting'))).toEqual([]);
      for (const table of ['blob', 'blob_page', 'blob_reading']) {
        expect(await rows(`SELECT sha256 FROM ${table} WHERE sha256 = '${sha256}'`)).toEqual([]);
      }
      // Files of other tests may be read to their end meanwhile.
      expect(told.filter(({ because }) => because !== 'read')).toEqual([
        expect.objectContaining({ because: 'removed', document: expect.objectContaining({ id, sha256 }) }),
      ]);
      expect(await acts()).toEqual([
        {
          type: 'act',
          id: expect.any(String),
          kind: 'document-removed',
          on: '2026-06-01',
          says: 'A document was removed.',
          reason: 'a duplicate',
          actedAt: at,
          actedBy: { id: expect.any(String), name: 'Owner' },
          document: { id, filename: 'secret name.pdf', sha256, size, addedAt, addedBy: editor.id },
        },
      ]);
      expect((await remove(id)).status).toBe(404);
      expect(await faults()).toEqual([]);
    });

    it('keeps the bytes as long as another document has them', async () => {
      const bytes = randomBytes(50);
      const elsewhere = await attach(bytes, await newRequest(desk));
      const here = await attach(bytes);
      expect((await remove(here.id)).status).toBe(204);
      expect((await desk.call('GET', elsewhere.contentUrl)).status).toBe(200);
      expect((await remove(elsewhere.id)).status).toBe(204);
      await expect(stat(pathOf(here.sha256))).rejects.toThrow('ENOENT');
    });

    it('is for owners, and within 24 hours for whoever added it', async () => {
      const { id } = await attach();
      expect(await remove(id, other.key)).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('within 24 hours by whoever added it') },
      });
      const late = await attach();
      expect((await remove(id, editor.key)).status).toBe(204);
      desk.now.advance(24 * HOUR);
      expect((await remove(late.id, editor.key)).status).toBe(403);
      expect((await remove(late.id)).status).toBe(204);
    });

    it('wants a reason, and is done once under one key', async () => {
      const { id } = await attach();
      expect((await remove(id, undefined, {})).status).toBe(400);
      expect((await remove(id, undefined, { reason: ' ' })).status).toBe(400);
      const once = { 'idempotency-key': `once-${id}` };
      expect((await remove(id, undefined, {}, once)).status).toBe(400);
      expect((await remove(id, undefined, { reason: 'twice' }, once)).status).toBe(204);
      expect(await remove(id, undefined, { reason: 'twice' }, once)).toMatchObject({
        status: 204,
        headers: { 'idempotency-replayed': 'true' },
      });
      expect(await acts()).toHaveLength(1);
    });

    it('takes its words out of answers that were kept for a repetition', async () => {
      const { id } = await attach();
      const headers = { 'idempotency-key': `edit-${id}`, 'if-match': '*' };
      await desk.call('PATCH', `/documents/${id}`, { role: 'release' }, { headers });
      await remove(id);
      const kept = await rows(`SELECT body FROM idempotency_key WHERE idempotency_key = 'edit-${id}'`);
      expect(kept[0].body).toContain(id);
      expect(kept[0].body).not.toMatch(/secret (name|label)/);
    });

    it('and uploads of the same bytes at once leave a file for every document, and none without', async () => {
      const store = desk.app.get(BlobStore);
      for (let i = 0; i < 8; i += 1) {
        const bytes = randomBytes(1000);
        const documents = [await attach(bytes)];
        const [, again, elsewhere] = await Promise.all([
          remove(documents[0].id),
          attach(bytes),
          attach(bytes, await newRequest(desk)),
        ]);
        documents.push(again, elsewhere);
        for (const document of documents) {
          const { status } = await desk.call('GET', `/documents/${document.id}`);
          if (status === 200) expect((await desk.call('GET', document.contentUrl)).status).toBe(200);
        }
      }
      for await (const { sha256 } of store.list()) {
        expect(await rows(`SELECT sha256 FROM blob WHERE sha256 = '${sha256}'`)).toHaveLength(1);
      }
      expect(await faults()).toEqual([]);
    });

    it('is ended by the sweep when a crash came between', async () => {
      const { id, sha256 } = await attach();
      const waiting = join(desk.config.dataDir, 'files', 'waiting');
      // That of the process that dies.
      const store = new DiskBlobStore(join(desk.config.dataDir, 'files'));
      const makeOld = async () => {
        const { utimes } = await import('node:fs/promises');
        for (const name of await readdir(waiting)) await utimes(join(waiting, name), 0, 0);
      };
      // Before the database was told: nothing has happened.
      await store.hold(sha256);
      await makeOld();
      await desk.sweep();
      expect((await desk.call('GET', `/documents/${id}/content`)).status).toBe(200);
      // After it was told, before the bytes went.
      await store.hold(sha256);
      await desk.app.get(Database).write(async (tx) => {
        await sql(tx, `DELETE FROM document WHERE id = :id`, { id });
        await sql(tx, `UPDATE search_entry SET gone = :gone WHERE subject_id = :id`, { id, gone: true });
        await sql(tx, `DELETE FROM blob_page WHERE sha256 = :sha256`, { sha256 });
        await sql(tx, `DELETE FROM blob_reading WHERE sha256 = :sha256`, { sha256 });
        await sql(tx, `DELETE FROM blob WHERE sha256 = :sha256`, { sha256 });
      });
      await makeOld();
      await desk.sweep();
      await expect(stat(pathOf(sha256))).rejects.toThrow('ENOENT');
      expect(await readdir(waiting)).toEqual([]);
    });
  });

  describe('a legal hold', () => {
    it('is set and lifted by owners, with a reason, and told for ever', async () => {
      expect((await hold('PUT', editor.key)).status).toBe(403);
      expect((await desk.call('PUT', `/requests/${requestId}/legal-hold`, {})).status).toBe(400);
      expect((await hold('DELETE')).status).toBe(409);
      const since = desk.now.instant();
      const set = await hold('PUT');
      const step = { id: expect.any(String), held: true, at: since, by: { name: 'Owner' }, reason: 'a suit' };
      expect(set).toMatchObject({ status: 200, body: { since, history: [step] } });
      expect((await hold('PUT')).status).toBe(409);
      expect((await desk.call('GET', `/requests/${requestId}`)).body.legalHoldSince).toBe(since);
      desk.now.advance(HOUR);
      const lifted = await hold('DELETE');
      expect(lifted.body).toMatchObject({ since: null, history: [step, { held: false, at: desk.now.instant() }] });
      expect((await hold('GET', editor.key)).body).toEqual(lifted.body);
      expect((await desk.call('GET', `/requests/${requestId}`)).body.legalHoldSince).toBeNull();
      expect((await acts()).map((one: any) => one.kind)).toEqual(['hold-set', 'hold-lifted']);
    });

    it('forbids removing documents, notes and texts, and nothing else', async () => {
      const { id } = await attach();
      const note = (await desk.call('POST', `/requests/${requestId}/notes`, { text: 'a note' })).body;
      const facts = `/requests/${requestId}/status-changes`;
      const filed = await desk.call('POST', facts, {
        kind: 'filed',
        on: '2026-05-01',
        channel: 'email',
        note: 'private',
      });
      const redacted = { kind: 'redacted', on: '2026-05-02', redacts: filed.body.statusChange.id, reason: 'x' };
      await hold('PUT');
      const [act] = await acts();
      const refused = [
        await remove(id),
        await desk.call('DELETE', `/requests/${requestId}/notes/${note.id}`),
        await desk.call('POST', facts, redacted),
        await desk.call('DELETE', `/requests/${requestId}/acts/${act.id}/texts`),
      ];
      for (const answer of refused) {
        expect(answer).toMatchObject({
          status: 409,
          body: { detail: expect.stringContaining('under legal hold since') },
        });
      }
      expect((await attach()).id).toEqual(expect.any(String));
      expect((await desk.call('GET', `/documents/${id}/content`)).status).toBe(200);
      await hold('DELETE');
      expect((await desk.call('POST', facts, redacted)).status).toBe(201);
      expect((await remove(id)).status).toBe(204);
    });
  });

  describe('the texts of an act', () => {
    it('can be removed for good by an owner; the act stays, and verify knows the difference', async () => {
      const { id } = await attach(randomBytes(10), requestId, 'Jane Doe.pdf');
      await remove(id, undefined, { reason: 'it names Jane Doe' });
      const [act] = await acts();
      const path = `/requests/${requestId}/acts/${act.id}/texts`;
      expect((await desk.call('DELETE', path, undefined, { key: editor.key })).status).toBe(403);
      expect((await desk.call('DELETE', path)).status).toBe(204);
      const [after, removal] = await acts();
      expect(after).toMatchObject({
        reason: '[redacted]',
        document: { filename: '[redacted]', sha256: act.document.sha256, id },
      });
      expect(removal).toMatchObject({ kind: 'texts-removed', reason: null });
      expect((await desk.call('DELETE', path)).status).toBe(409);
      expect((await desk.call('DELETE', `/requests/${requestId}/acts/${id}/texts`)).status).toBe(404);
      expect(await faults()).toEqual([]);
    });

    it('and acts cannot be changed behind its back', async () => {
      const source = writerSource(desk.config, []);
      await source.initialize();
      for (const statement of [
        `UPDATE request_act SET kind = 'hold-set'`,
        `DELETE FROM request_act`,
        `UPDATE request_act_text SET text = 'x'`,
      ]) {
        await expect(source.query(statement)).rejects.toThrow('append-only');
      }
      await source.query(`DELETE FROM request_act_text WHERE text = 'a duplicate'`);
      await source.destroy();
      const says = (await faults()).map((fault) => fault.says);
      expect(says.length).toBeGreaterThan(0);
      for (const one of says) expect(one).toMatch(/^the reason of act [0-9a-f-]+ is missing$/);
    });
  });
});
