import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Database } from '../src/database/database.ts';
import { findDocuments } from '../src/database/migrations/0016-find-documents.ts';
import { sql } from '../src/database/sql.ts';
import { Sweep } from '../src/jobs/sweep.ts';
import { makeIndexOf, searchIndexOf } from '../src/search/search.module.ts';
import { verifyIndex } from '../src/search/verify.ts';
import { count } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, file, filedOn, record } from './support/filing.ts';
import { whenRead } from './support/read.ts';
import { attach, readPages } from './support/read-pages.ts';

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;
  let requestId: string;
  let editor: { id: string; key: string };

  beforeAll(async () => {
    desk = await startDesk({ engine });
    agencyId = await anAgency(desk);
    requestId = (await file(desk, agencyId)).id;
    editor = await aPerson(desk, 'editor');
  });
  afterAll(() => desk?.stop());

  const settle = () => desk.app.get(Sweep, { strict: false }).settle();
  const search = async (q: string, filters: Record<string, string> = {}, key?: string) => {
    const answer = await desk.call('GET', `/search?${new URLSearchParams({ q, ...filters })}`, undefined, {
      key: key ?? desk.key,
    });
    expect({ q, ...answer }).toMatchObject({ status: 200 });
    return answer.body;
  };
  /** A word that only this test uses. */
  const aWord = () => `w${v7().replaceAll('-', '')}`;
  const shown = ({ snippet: { text, ranges } }: any) =>
    ranges.map(([from, to]: [number, number]) => text.slice(from, to));
  const read = async (texts: string[], fields: Record<string, string> = {}, of = requestId, bytes = v7()) => {
    const document = await attach(desk, of, bytes, fields, undefined, 'release.txt');
    await readPages(desk, document.id, texts);
    await settle();
    return document;
  };

  describe('what is found', () => {
    it('is a page, with its number, a link that stays, and the place on it', async () => {
      const word = aWord();
      const text = `Of the AR-15 rifles\nof ${word}-Base, forty were\nstolen (b)(7)(C).`;
      const document = await read(['nothing', text], { label: 'Interim release', releasedOn: '2026-05-04' });
      const { items, next, total, incomplete } = await search(`${word} "ar 15" (b)(7)(C)`);
      expect({ next, total, incomplete }).toEqual({
        next: null,
        total: { count: 1, atLeast: false },
        incomplete: false,
      });
      expect(items).toEqual([
        {
          kind: 'page',
          request: {
            id: requestId,
            number: expect.stringMatching(/^2026-/),
            subject: 'Stolen weapons',
            agency: { id: agencyId, name: 'Department of the Army Criminal Investigation Division' },
          },
          document: {
            id: document.id,
            filename: 'release.txt',
            label: 'Interim release',
            mediaType: 'text/plain',
            releasedOn: '2026-05-04',
            receivedOn: null,
          },
          page: 2,
          statusChange: null,
          noteId: null,
          snippet: { text: text.replaceAll('\n', ' '), ranges: expect.any(Array) },
          url: `/api/v1/documents/${document.id}/pages/2`,
        },
      ]);
      expect(shown(items[0])).toEqual(['AR-15', word, 'b)(7)(C']);
    });

    it('is a request by its words and numbers, a fact by its free texts, a note', async () => {
      const word = aWord();
      const request = await file(
        desk,
        agencyId,
        [
          { ...filedOn('2026-05-01'), note: `Sent to ${word}.` },
          { kind: 'acknowledged', on: '2026-05-04', trackingNumber: `${word}-0034-CID` },
        ],
        { subject: `On ${word}`, description: 'Files' },
      );
      const note = await desk.call('POST', `/requests/${request.id}/notes`, { text: `Ask ${word}'s lawyer` });
      const { items } = await search(word);
      expect(items.map((hit: any) => [hit.kind, hit.url, shown(hit)]).sort()).toEqual(
        [
          ['note', `/api/v1/requests/${request.id}/notes`, [word]],
          ['request', `/api/v1/requests/${request.id}`, [word, word]],
          ['status-change', `/api/v1/requests/${request.id}/timeline`, [word]],
        ].sort(),
      );
      const of = (kind: string) => items.find((hit: any) => hit.kind === kind);
      expect(of('note').noteId).toBe(note.body.id);
      expect(of('status-change').statusChange).toMatchObject({ kind: 'filed', on: '2026-05-01' });
      expect((await search(`${word}-0034-CID`)).items).toHaveLength(1);
      expect((await search(request.number)).items[0].request.id).toBe(request.id);
    });

    it('follows an edit, a further fact, a redaction and a removed note at once', async () => {
      const [before, after, fact, note] = [aWord(), aWord(), aWord(), aWord()];
      const kinds = async (q: string) => (await search(q)).items.map((hit: any) => hit.kind);
      const request = await file(desk, agencyId, [filedOn('2026-05-01')], { subject: before });
      await desk.call('PATCH', `/requests/${request.id}`, { subject: after }, { headers: { 'if-match': '*' } });
      expect([await kinds(before), await kinds(after)]).toEqual([[], ['request']]);
      const recorded = await record(desk, request.id, {
        kind: 'contacted',
        on: '2026-05-05',
        channel: 'phone',
        note: fact,
      });
      expect(await kinds(fact)).toEqual(['status-change']);
      await record(desk, request.id, {
        kind: 'redacted',
        on: '2026-05-06',
        redacts: recorded.body.statusChange.id,
        reason: 'x',
      });
      expect(await kinds(fact)).toEqual([]);
      const { id } = (await desk.call('POST', `/requests/${request.id}/notes`, { text: note })).body;
      expect(await kinds(note)).toEqual(['note']);
      await desk.call('DELETE', `/requests/${request.id}/notes/${id}`);
      expect(await kinds(note)).toEqual([]);
      if (engine === 'sqlite') for (const word of [fact, note]) expect(await isInFiles(word)).toBe(false);
    });

    it('is each page of a new reading, and none of the old one from the moment of its commit', async () => {
      const [old, young] = [aWord(), aWord()];
      const many = count(120, 20_000);
      const document = await read(Array.from({ length: many }, (_, i) => `${old} ${i}`));
      expect((await search(old)).total.count).toBe(Math.min(many, 1000));
      await readPages(
        desk,
        document.id,
        Array.from({ length: 60 }, () => young),
      );
      expect((await search(old)).total.count).toBe(0);
      await settle();
      expect((await search(young)).total.count).toBe(60);
      if (engine === 'sqlite') expect(await isInFiles(old)).toBe(false);
    });

    it('is a page of each document with the same bytes, and of none that was removed', async () => {
      const word = aWord();
      const other = (await file(desk, agencyId)).id;
      const bytes = v7();
      const first = await read([word], {}, requestId, bytes);
      const second = await attach(desk, other, bytes);
      await settle();
      const documents = async () => (await search(word)).items.map((hit: any) => hit.document.id).sort();
      expect(await documents()).toEqual([first.id, second.id].sort());
      const removed = await desk.call('DELETE', `/documents/${first.id}`, { reason: 'a duplicate' });
      expect(removed.status).toBe(204);
      expect(await documents()).toEqual([second.id]);
      await settle();
      expect(await documents()).toEqual([second.id]);
    });

    it('says that it is not all yet while pages wait', async () => {
      const document = await attach(desk, requestId, v7());
      await whenRead(desk, document.id);
      await settle();
      await desk.app
        .get(Database)
        .write((tx) =>
          sql(tx, `UPDATE blob_reading SET state = 'reading' WHERE sha256 = :sha256`, { sha256: document.sha256 }),
        );
      expect((await search('anything')).incomplete).toBe(true);
      await desk.app.get(Database).write((tx) => sql(tx, `UPDATE blob_reading SET state = 'none'`));
      expect((await search('anything')).incomplete).toBe(false);
    });
  });

  describe('filters', () => {
    const word = aWord();
    let other: string;
    let image: any;
    beforeAll(async () => {
      other = (
        await file(desk, await anAgency(desk, { name: 'Navy' }), [], { tags: ['navy'], subject: `${word} Navy` })
      ).id;
      await read([word, word], { releasedOn: '2026-03-01' });
      image = await read([word], { receivedOn: '2026-04-01' }, other);
      await desk.call('POST', `/requests/${requestId}/notes`, { text: word });
    });
    const cases: [string, () => Record<string, string>, number][] = [
      ['nothing', () => ({}), 5],
      ['the agency', () => ({ agencyId }), 3],
      ['two agencies, one unknown', () => ({ agencyId: `${agencyId},${v7()}` }), 3],
      ['the request', () => ({ requestId: other }), 2],
      ['the tag', () => ({ tag: 'navy' }), 2],
      ['the kind', () => ({ kind: 'page' }), 3],
      ['two kinds', () => ({ kind: 'note,request' }), 2],
      ['the document', () => ({ documentId: image.id }), 1],
      ['the media type', () => ({ mediaType: 'text/plain' }), 3],
      ['another media type', () => ({ mediaType: 'application/pdf' }), 0],
      ['the day of release', () => ({ from: '2026-02-01', to: '2026-03-01', dateOf: 'released' }), 2],
      ['the day of receipt', () => ({ from: '2026-04-01', dateOf: 'received' }), 1],
      ['the day of the record', () => ({ to: '2026-05-31', dateOf: 'recorded' }), 0],
      ['any day', () => ({ to: '2026-05-31' }), 3],
      ['what does not go together', () => ({ tag: 'navy', agencyId }), 0],
    ];
    it.each(cases)('by %s', async (_, filters, count) => {
      const { items, total } = await search(word, filters());
      expect([items.length, total.count]).toEqual([count, count]);
    });
  });

  describe('documents', () => {
    it('are found by label and file name, read or not, as long as they are called so and are there', async () => {
      const [label, renamed, name] = [aWord(), aWord(), aWord()];
      const found = async (q: string, filters = {}, key?: string) =>
        (await search(q, filters, key)).items.map((hit: any) => [hit.kind, hit.url, hit.document.label]);
      const secret = (await file(desk, agencyId, [], { access: 'members' })).id;
      const fields = { label: `The ${label} file`, releasedOn: '2026-03-01' };
      const document = await attach(desk, secret, v7(), fields, undefined, `2026_${name}-final.bin`);
      const url = `/api/v1/documents/${document.id}`;
      for (const q of [label, name, `"${name} final"`, `${label} ${name}`, `2026 ${name.slice(0, 20)}*`]) {
        expect([q, await found(q)]).toEqual([q, [['document', url, fields.label]]]);
      }
      const hit = (await search(label)).items[0];
      expect(hit).toMatchObject({ page: null, request: { id: secret }, document: { id: document.id }, noteId: null });
      expect(shown(hit)).toEqual([label]);
      expect(await found(label, { kind: 'document', documentId: document.id, to: '2026-03-01' })).toHaveLength(1);
      for (const other of [{ kind: 'page' }, { from: '2026-03-02' }, { documentId: v7() }])
        expect(await found(label, other)).toEqual([]);
      expect(await found(label, {}, editor.key)).toEqual([]);
      const complete = `/search/suggestions?q=${name.slice(0, -2)}`;
      expect((await desk.call('GET', complete)).body.suggestions).toEqual([name]);
      expect((await desk.call('GET', complete, undefined, { key: editor.key })).body.suggestions).toEqual([]);

      const edit = (body: object) => desk.call('PATCH', url, body, { headers: { 'if-match': '*' } });
      expect((await edit({ label: renamed })).status).toBe(200);
      expect([await found(label), await found(renamed)]).toEqual([[], [['document', url, renamed]]]);
      expect((await edit({ label: null, role: 'release' })).status).toBe(200);
      expect([await found(renamed), await found(name)]).toEqual([[], [['document', url, null]]]);
      await whenRead(desk, document.id);
      await readPages(desk, document.id, ['a page']);
      await settle();
      expect(await found(name)).toEqual([['document', url, null]]);
      expect((await desk.call('DELETE', url, { reason: 'sent by mistake' })).status).toBe(204);
      expect(await found(name)).toEqual([]);
      await settle();
      // The file's name stays with the record of its removal.
      if (engine === 'sqlite') for (const word of [label, renamed]) expect(await isInFiles(word)).toBe(false);
    });
  });

  it('finds what an exemption withholds something of: confirmed, and suggested when asked', async () => {
    const word = aWord();
    const facts = [filedOn('2026-05-01'), { kind: 'determined', on: '2026-05-04', outcome: 'denied', note: word }];
    const request = await file(desk, agencyId, facts, { subject: word });
    const document = await read([word, `${word}\n(b)(6)`, word, word, word], { label: word }, request.id);
    const enter = async (body: object) => {
      const made = await desk.call('POST', `/documents/${document.id}/exemptions`, { kind: 'redacted', ...body });
      expect(made.status).toBe(201);
    };
    await enter({ code: 'b7C', pageFrom: 3, pageTo: 4 });
    await enter({ code: 'b1', pageFrom: 4 });
    const timeline = await desk.call('GET', `/requests/${request.id}/timeline`);
    const letter = timeline.body.items.find((item: any) => item.statusChange?.kind === 'determined').statusChange.id;
    await desk.call('POST', `/requests/${request.id}/exemptions`, { code: 'b5', statusChangeId: letter });
    const found = async (exemption: string, filters: Record<string, string> = {}, key?: string) => {
      const { items, total } = await search(word, { exemption, ...filters }, key);
      expect(total.count).toBe(items.length);
      return items.map((hit: any) => hit.page ?? hit.kind).sort();
    };
    const cases: [string, Record<string, string>, (string | number)[]][] = [
      ['us-foia:b7C', {}, [3, 4, 'document']],
      ['(b)(7)(C)', {}, [3, 4, 'document']],
      ['B7c', { kind: 'page' }, [3, 4]],
      ['b7C,us-foia:b1', { kind: 'page' }, [3, 4]],
      ['b1', {}, [4, 'document']],
      ['b5', {}, ['status-change']],
      ['b6', {}, []],
      ['b6', { exemptionState: 'suggested' }, [2, 'document']],
      ['b6,b1', { exemptionState: 'suggested,confirmed', kind: 'page' }, [2, 4]],
      ['b1', { exemptionState: 'suggested' }, []],
      ['uk-foia-2000:b1', {}, []],
      ['b%', {}, []],
      ['b_', {}, []],
      ['%', {}, []],
    ];
    for (const [exemption, filters, expected] of cases) {
      expect([exemption, filters, await found(exemption, filters)]).toEqual([exemption, filters, expected]);
    }
    await desk.call('POST', `/requests/${request.id}/exemptions/decisions`, { decision: 'confirmed', code: 'b6' });
    expect(await found('b6', { kind: 'page' })).toEqual([2]);
    expect(await found('b6', { exemptionState: 'suggested' })).toEqual([]);
    expect(await found('b6', { kind: 'page' }, editor.key)).toEqual([2]);
    await desk.call('PATCH', `/requests/${request.id}`, { access: 'members' }, { headers: { 'if-match': '*' } });
    expect(await found('b6,b5,b1', {}, editor.key)).toEqual([]);
  });

  it('lists in pages, each thing once, best first, whatever is added meanwhile', async () => {
    const word = aWord();
    await read(Array.from({ length: 25 }, (_, i) => `${`${word} `.repeat(1 + (i % 4))} ${'filler '.repeat(i % 7)}`));
    const seen: number[] = [];
    let answer = await search(word, { limit: '10' });
    const whole = await search(word, { limit: '200' });
    for (;;) {
      seen.push(...answer.items.map((hit: any) => hit.page));
      if (!answer.next) break;
      await read([`something else ${aWord()}`]);
      answer = (await desk.call('GET', answer.next)).body;
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(seen).toEqual(whole.items.map((hit: any) => hit.page));
    const forged = ['[2000000000]', '[1000000000000]', '[-1]', '["x"]', '[null]', '[1,2]'];
    for (const cursor of [...forged.map((text) => Buffer.from(text).toString('base64url')), 'x']) {
      expect((await desk.call('GET', `/search?q=${word}&cursor=${cursor}`)).status).toBe(400);
    }
  });

  it('counts up to a thousand', async () => {
    const word = aWord();
    await read(Array.from({ length: 1001 }, () => word));
    expect((await search(word)).total).toEqual({ count: 1000, atLeast: true });
    expect((await search(word, { limit: '1', kind: 'note' })).total).toEqual({ count: 0, atLeast: false });
  });

  it('refuses in words what cannot be searched for', async () => {
    const refusals: [string, number, RegExp][] = [
      ['', 400, /q (is missing|must be)/],
      ['?q=', 400, /q (is missing|must be)/],
      ['?q=%20*%20', 400, /nothing to search for/],
      ['?q=%F0%9F%94%AB', 400, /nothing to search for/],
      ['?q=-iraq', 400, /not of what/],
      [`?q=${'a+'.repeat(51)}`, 400, /at most 50/],
      [`?q=${'a'.repeat(1001)}`, 400, /q (is missing|must be)/],
      ['?q=x&kind=gossip', 400, /kind/],
      ['?q=x&from=2026-02-30', 400, /from/],
      ['?q=x&from=2026-02-02&to=2026-02-01', 422, /earlier/],
      ['?q=x&dateOf=yesterday', 400, /dateOf/],
      ['?q=x&exemption=', 400, /exemption/],
      ['?q=x&exemption=b1&exemptionState=rejected', 400, /exemptionState/],
      ['?q=x&unknown=1', 400, /unknown/],
      ['?q=x&q=y', 400, /q (is missing|must be)/],
    ];
    for (const [query, status, says] of refusals) {
      const answer = await desk.call('GET', `/search${query}`);
      expect([query, answer.status]).toEqual([query, status]);
      expect(JSON.stringify(answer.body)).toMatch(says);
    }
  });

  it('takes whatever people type', async () => {
    const words = ["O'Brien", 'AR-15', '2019-0034-CID', 'foo:bar', '(b)(7)(C)', '"unbalanced', '東京', "a' OR 1=1 --"];
    const odd = ['NEAR(a b)', 'a:*&!|', 'a\\', '{x}', 'x^2', '\u202eabc', 'a) (b', '"a" "', `${'x'.repeat(900)}*`];
    for (const q of [...words, ...odd]) await search(q);
    for (const q of [') (', '\\', '%', '"*"', '--', '&']) {
      expect([q, (await desk.call('GET', `/search?${new URLSearchParams({ q })}`)).status]).toEqual([q, 400]);
    }
  });

  describe('who sees it', () => {
    it('is for those who see the request: hits, counts, pages and suggestions', async () => {
      const word = `kanarienvogel${aWord()}`;
      const secret = await file(desk, agencyId, [{ ...filedOn('2026-05-01'), note: word }], {
        access: 'members',
        subject: word,
      });
      await read([`${word} ${word}`, word], {}, secret.id);
      await desk.call('POST', `/requests/${secret.id}/notes`, { text: word });
      const open = await read([`kanarienvogel ${aWord()}`]);
      const suggested = async (key: string) =>
        (await desk.call('GET', `/search/suggestions?q=kanarienvog`, undefined, { key })).body.suggestions;
      expect((await search(word)).total.count).toBe(5);
      expect(await suggested(desk.key)).toContain(word);
      const nothing = { items: [], next: null, total: { count: 0, atLeast: false } };
      const filtered: Record<string, string>[] = [{}, { requestId: secret.id }, { kind: 'page' }, { limit: '1' }];
      for (const filters of filtered) {
        expect(await search(word, filters, editor.key)).toMatchObject(nothing);
      }
      expect((await search('kanarienvogel*', {}, editor.key)).items.map((hit: any) => hit.document.id)).toEqual([
        open.id,
      ]);
      expect(await suggested(editor.key)).toEqual(['kanarienvogel']);

      await desk.call('PUT', `/requests/${secret.id}/members/${editor.id}`);
      expect((await search(word, {}, editor.key)).total.count).toBe(5);
      await desk.call('DELETE', `/requests/${secret.id}/members/${editor.id}`);
      expect(await search(word, {}, editor.key)).toMatchObject(nothing);
      await desk.call('PATCH', `/requests/${secret.id}`, { access: 'everyone' }, { headers: { 'if-match': '*' } });
      expect((await search(word, {}, editor.key)).total.count).toBe(5);
    });

    it('goes on after no entry that is hidden', async () => {
      const word = aWord();
      const secret = await file(desk, agencyId, [], { access: 'members' });
      await read([word, word, word], {}, secret.id);
      const { next } = await search(word, { limit: '1' });
      expect((await desk.call('GET', next)).status).toBe(200);
      expect((await desk.call('GET', next, undefined, { key: editor.key })).status).toBe(400);
    });
  });

  describe('suggestions', () => {
    it('complete the last word by what stands with the others', async () => {
      const [first, second] = [aWord(), aWord()];
      await read([`${first} Zwieback zwiebeln`, `${first} zwiebeln`, `${second} zwitschern`]);
      const suggest = async (q: string) =>
        (await desk.call('GET', `/search/suggestions?${new URLSearchParams({ q })}`)).body.suggestions;
      expect(await suggest(`${first} zwi`)).toEqual([`${first} zwiebeln`, `${first} zwieback`]);
      expect(await suggest(`"${second} ZWI`)).toEqual([`"${second} zwitschern`]);
      for (const nothing of ['z', `${first}:`, '-zwi', '(', '🔫'])
        expect([nothing, await suggest(nothing)]).toEqual([nothing, []]);
    });
  });

  describe('the index', () => {
    const database = () => desk.app.get(Database);
    const making = () => makeIndexOf(database());
    const faults = () => database().snapshot((scope) => verifyIndex(scope, searchIndexOf(engine)));
    const everything = async () => {
      const found = await search('stolen OR kanarienvogel* OR zwieback OR page', { limit: '200' });
      return found.items.map((hit: any) => `${hit.url} ${hit.statusChange?.id ?? hit.noteId}`).sort();
    };

    it('fits what it is about', async () => {
      await settle();
      expect(await faults()).toEqual([]);
    });

    it('is made anew from it, beside a desk that works, after an interruption too', async () => {
      await read(Array.from({ length: 120 }, (_, i) => `page ${i}`));
      const { id } = (await desk.call('POST', `/requests/${requestId}/notes`, { text: 'To be lost' })).body;
      const before = await everything();
      await database().write(async (tx) => {
        await sql(tx, `DELETE FROM search_entry WHERE kind IN ('request', 'document')`);
        await sql(tx, `DELETE FROM note WHERE id = :id`, { id });
      });
      const says = (await faults()).join();
      for (const part of [
        /requests are not in/,
        /documents are not in/,
        /1 things .* are no more/,
        /holds the words of/,
      ])
        expect(says).toMatch(part);

      let lots = 3;
      const broken = making().run(() => {
        if ((lots -= 1) < 0) throw new Error('interrupted');
      });
      await expect(broken).rejects.toThrow('interrupted');
      expect((await search('page')).incomplete).toBe(true);
      const word = aWord();
      await desk.call('POST', `/requests/${requestId}/notes`, { text: word });
      expect((await search(word)).items).toHaveLength(1);
      // The desk goes on by itself.
      await desk.sweep();
      expect(await faults()).toEqual([]);
      expect((await search('page')).incomplete).toBe(false);
      expect(await everything()).toEqual(before);
      expect((await search(word)).items).toHaveLength(1);
    });

    it('of an older release gets the documents that it did not know, and keeps the rest', async () => {
      const name = aWord();
      await attach(desk, requestId, v7(), {}, undefined, `${name}.bin`);
      await settle();
      const before = await everything();
      const [{ most }] = await database().read((scope) =>
        sql<any>(scope, `SELECT max(id) AS most FROM search_entry WHERE kind = 'page'`),
      );
      await database().write(async (tx) => {
        const rows = await sql<{ id: number }>(tx, `SELECT id FROM search_entry WHERE kind = 'document'`);
        await searchIndexOf(engine).remove(
          tx,
          rows.map((row) => row.id),
        );
        await sql(tx, `DELETE FROM search_entry WHERE kind = 'document'`);
        for (const statement of findDocuments.statements(engine)) await sql(tx, statement);
      });
      expect((await search(name)).items).toEqual([]);
      await desk.sweep();
      expect((await search(name)).items).toMatchObject([{ kind: 'document', snippet: { text: `${name}.bin` } }]);
      expect(await everything()).toEqual(before);
      expect(await faults()).toEqual([]);
      const [kept] = await database().read((scope) =>
        sql<any>(scope, `SELECT max(id) AS most FROM search_entry WHERE kind = 'page'`),
      );
      expect(kept.most).toBe(most);
    });

    it('is made from nothing when asked for', async () => {
      const before = await everything();
      expect(await making().run(() => undefined)).toBeGreaterThan(1000);
      expect(await everything()).toEqual(before);
      expect(await faults()).toEqual([]);
    });
  });

  async function isInFiles(word: string): Promise<boolean> {
    const { dataDir } = desk.config;
    const names = (await readdir(dataDir)).filter((name) => name.includes('sqlite'));
    const texts = await Promise.all(names.map((name) => readFile(join(dataDir, name), 'latin1')));
    return texts.some((text) => text.includes(word));
  }
});
