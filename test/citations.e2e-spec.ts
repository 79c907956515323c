import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { Document } from '../src/documents/document.entity.ts';
import { DocumentFollowers } from '../src/documents/document-follower.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, file, filedOn } from './support/filing.ts';
import { attach, readPages } from './support/read-pages.ts';

const pages = [
  'Dear requester, enclosed are the records.',
  'In May 2004 the base at Taji lost one crate of ri\ufb02es.\nThe investi-\ngation was closed \u201cwithout result\u201d.',
  'In June 2004 the base at Balad lost two crates.',
];

eachEngine((engine) => {
  let desk: Desk;
  let requestId: string;
  let document: any;
  beforeAll(async () => {
    desk = await startDesk({ engine });
    const army = await anAgency(desk, { name: 'Department of the Army' });
    const agencyId = await anAgency(desk, { name: 'Criminal Investigation Division', parentId: army });
    const determined = {
      kind: 'determined',
      on: '2026-03-04',
      outcome: 'partly-granted',
      trackingNumber: 'FA-26-0117',
    };
    requestId = (await file(desk, agencyId, [filedOn('2026-01-05'), determined])).id;
    const timeline = await desk.call('GET', `/requests/${requestId}/timeline`);
    const fact = timeline.body.items.find((item: any) => item.statusChange?.kind === 'determined').statusChange;
    const fields = { label: 'Weapons_lost', role: 'release', releasedOn: '2026-03-09', statusChangeId: fact.id };
    document = await attach(desk, requestId, 'one file', fields);
    await readPages(desk, document.id, pages);
  });
  afterAll(() => desk?.stop());

  const cite = (body: object, id: string = document.id, key?: string) =>
    desk.call('POST', `/documents/${id}/citations`, body, key === undefined ? {} : { key });
  const link = (path: string, headers: Record<string, string> = {}, key?: string | null) =>
    desk.call('GET', path, undefined, { headers, ...(key !== undefined && { key }) });

  describe('A citation', () => {
    it('says who, what, which letter, when, which request, page, and where', async () => {
      const answer = await cite({ page: 2, quote: 'lost one crate of rifles. The investigation was closed' });
      const prefix = document.sha256.slice(0, 12);
      const [, number] = /request (\d{4}-\d{4})/.exec(answer.body.formats.text) ?? [];
      expect(answer).toMatchObject({ status: 201, body: { page: 2, documentId: document.id, requestId } });
      expect(answer.body.permalink).toBe(`http://desk.test/d/${prefix}/p/2`);
      expect(answer.body.formats.text).toBe(
        'Department of the Army, Criminal Investigation Division, “Weapons_lost,” release with the determination of ' +
          'March 4, 2026, file Weapons_lost.txt, released March 9, 2026, ' +
          `request ${number} (agency no. FA-26-0117), p. 2, SHA-256 ${prefix}, http://desk.test/d/${prefix}/p/2.`,
      );
      expect(answer.body.formats.markdown).toMatch(/^\[\^foia-[0-9a-f]{12}-p2\]: .*\[“Weapons\\_lost,”\]\(<http/);
      expect(answer.body.formats.bibtex).toContain('title = {{Weapons\\_lost}}');
      expect(answer.body.formats.csl).toMatchObject({ type: 'document', issued: { 'date-parts': [[2026, 3, 9]] } });
      expect(answer.body.checked).toMatchObject({
        found: 'lost one crate of ri\ufb02es.\nThe investi-\ngation was closed',
        textUnchanged: true,
        says: 'Checked against the text of June 1, 2026.',
      });
    });

    it('comes in one format when asked, is listed, read and removed', async () => {
      const made = await cite({ page: 3, quote: 'lost two crates', format: 'bibtex' });
      expect(Object.keys(made.body.formats)).toEqual(['bibtex']);
      const first = await desk.call('GET', `/requests/${requestId}/citations?limit=1&format=text`);
      const second = await desk.call('GET', first.body.next);
      expect([first.body.items.length, second.body.items[0].id]).toEqual([1, made.body.id]);
      expect(Object.keys(second.body.items[0].formats)).toEqual(['text']);
      const other = await aPerson(desk, 'editor');
      expect(await desk.call('DELETE', `/citations/${made.body.id}`, undefined, { key: other.key })).toMatchObject({
        status: 403,
      });
      expect(await desk.call('DELETE', `/citations/${made.body.id}`)).toMatchObject({ status: 204 });
      expect(await desk.call('GET', `/citations/${made.body.id}`)).toMatchObject({ status: 404 });
    });

    it('is made once for one Idempotency-Key', async () => {
      const headers = { 'idempotency-key': 'cite-1' };
      const both = [1, 2].map(() => desk.call('POST', `/documents/${document.id}/citations`, { page: 1 }, { headers }));
      const [a, b] = await Promise.all(both);
      expect(a!.body.id).toBe(b!.body.id);
      expect(a!.body).toMatchObject({ quote: null, checked: null });
    });

    it('holds when the text is read anew, and says against which text it was checked', async () => {
      const own = await attach(desk, requestId, 'read twice');
      await readPages(desk, own.id, [{ text: 'One crate was lost.', source: 'ocr' }]);
      const kept = (await cite({ page: 1, quote: 'One crate' }, own.id)).body;
      desk.now.advance(40 * 24 * 3600 * 1000);
      await readPages(desk, own.id, [{ text: '0ne cratc was lost.', source: 'ocr' }]);
      const read = await desk.call('GET', `/citations/${kept.id}`);
      expect(read.body).toMatchObject({
        quote: 'One crate',
        formats: kept.formats,
        checked: {
          found: 'One crate',
          textSha256: kept.checked.textSha256,
          textUnchanged: false,
          says: 'Checked against the text of June 1, 2026, recognised from an image; the page has been read anew since, and the citation holds.',
        },
      });
    });

    it('keeps words to itself that a later reading finds under a box, until somebody decides to show them', async () => {
      const own = await attach(desk, requestId, 'blackened badly');
      const [seen, secret] = ['One crate was lost.', 'The source is Jane Kanari.'];
      await readPages(desk, own.id, [`${seen}\n${secret}`]);
      const headers = { 'idempotency-key': 'hidden-later' };
      const make = (quote: string) =>
        desk.call('POST', `/documents/${own.id}/citations`, { page: 1, quote }, { headers });
      const kept = (await make('lost. The source is … Kanari')).body;
      const harmless = (await cite({ page: 1, quote: 'One crate' }, own.id)).body;
      expect([kept.quote, kept.withheld, harmless.withheld]).toEqual(['lost. The source is … Kanari', null, null]);
      expect(JSON.stringify(kept.formats)).toContain('Kanari');

      const hidden = [{ text: secret, box: [0, 0, 1, 1] as [number, number, number, number] }];
      const blackened = { text: 'One  crate\nwas lost.', hidden };
      await readPages(desk, own.id, [blackened]);
      const everyForm = async () => {
        const list = `/requests/${requestId}/citations?documentId=${own.id}`;
        const paths = [list, `/citations/${kept.id}`];
        for (const format of ['text', 'markdown', 'bibtex', 'csl']) {
          paths.push(`${list}&format=${format}`, `/citations/${kept.id}?format=${format}`);
        }
        const answers = await Promise.all(paths.map((path) => desk.call('GET', path)));
        return [...answers, await make('lost. The source is … Kanari')];
      };
      const isWithheld = async () => {
        const answers = await everyForm();
        // To try again is to be checked again.
        expect(answers.map(({ status }) => status)).toEqual([...answers.slice(1).map(() => 200), 422]);
        const one = { id: kept.id, quote: null, checked: null, withheld: 'hidden-text', page: 1 };
        const other = { id: harmless.id, quote: 'One crate', withheld: null, checked: { textUnchanged: false } };
        expect(answers[0]!.body.items).toMatchObject([one, other]);
        expect(answers[1]!.body).toMatchObject({ ...one, formats: { text: kept.formats.text } });
        expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/kanari|source is/i);
        const events = await desk.call('GET', '/events?limit=100');
        expect([events.status, JSON.stringify(events.body).includes('Kanari')]).toEqual([200, false]);
      };
      const decide = async (decision: string) => {
        const made = await desk.call('POST', `/documents/${own.id}/hidden-text/decisions`, { decision, reason: 'x' });
        expect(made.status).toBe(201);
      };
      await isWithheld();
      await decide('withhold');
      await isWithheld();
      await decide('show');
      const shown = await everyForm();
      for (const { body } of shown.slice(1, 2)) {
        expect(body).toMatchObject({ quote: kept.quote, withheld: null, formats: kept.formats });
        expect(body.checked).toMatchObject({ found: kept.checked.found, textUnchanged: false });
      }
      expect(shown[0]!.body.items.map((one: any) => one.quote)).toEqual([kept.quote, 'One crate']);
      expect(shown.at(-1)!.body.quote).toBe(kept.quote);
      // What is seen is only a piece of another word.
      const name = (await cite({ page: 1, quote: 'Jane' }, own.id)).body;
      await readPages(desk, own.id, [{ text: 'Jane1 of Janesville, and One crate.', hidden }]);
      expect((await desk.call('GET', `/citations/${name.id}`)).body).toMatchObject({ quote: 'Jane' });
      await readPages(desk, own.id, [
        { text: 'Janesville, and One crate.', hidden: [{ ...hidden[0]!, text: 'Jane!' }] },
      ]);
      expect((await desk.call('GET', `/citations/${name.id}`)).body).toMatchObject({ quote: null });
      expect((await desk.call('DELETE', `/citations/${name.id}`)).status).toBe(204);
      // Another secret on the same page is open again.
      await readPages(desk, own.id, [{ ...blackened, hidden: [{ ...hidden[0]!, text: `${secret} Of Anbar.` }] }]);
      await isWithheld();
      await readPages(desk, own.id, [`${seen} ${secret}`]);
      expect((await desk.call('GET', `/citations/${kept.id}`)).body).toMatchObject({
        quote: kept.quote,
        withheld: null,
      });
    });

    it('goes with its document', async () => {
      const own = await attach(desk, requestId, 'to be removed');
      await readPages(desk, own.id, ['One page.']);
      const kept = (await cite({ page: 1, quote: 'One page' }, own.id)).body;
      const database = desk.app.get(Database);
      const removed = await database.read((scope) => scope.em.findOneByOrFail(Document, { id: own.id }));
      const followers = desk.app.get(DocumentFollowers, { strict: false });
      const at = desk.now.instant();
      await database.write(async (tx) => {
        await followers.changed(tx, { because: 'removed', document: removed, byUserId: null, at });
        await tx.em.delete(Document, { id: own.id });
      });
      expect(await desk.call('GET', `/citations/${kept.id}`)).toMatchObject({ status: 404 });
    });
  });

  describe('A quote that is not on the page is refused', () => {
    it('with the page on which it is', async () => {
      const answer = await cite({ page: 2, quote: 'the base at Balad lost two crates' });
      expect(answer).toMatchObject({
        status: 422,
        body: {
          detail: 'The quote is not on page 2; it is on page 3.',
          accepted: ['3'],
          errors: [{ pointer: '/page' }],
        },
      });
    });

    it('with what is nearest', async () => {
      const answer = await cite({ page: 2, quote: 'the base at Taji lost three crates' });
      const passage = 'the base at Taji lost one crate';
      expect(answer.body).toMatchObject({ status: 422, accepted: [passage], errors: [{ pointer: '/quote' }] });
      expect(answer.body.detail).toBe(`The quote is not on page 2. What is nearest there: “${passage}”.`);
      const far = await cite({ page: 1, quote: 'In June 2004 the base at Balad lost nothing' });
      expect(far.body.detail).toMatch(/What is nearest, on page 3: “In June 2004 the base at Balad lost two”\.$/);
      const nowhere = await cite({ page: 1, quote: 'entirely different matters' });
      expect(nowhere.body).toMatchObject({ status: 422, detail: expect.stringContaining('nothing like it') });
    });

    it('when it says nothing, has no page or no text', async () => {
      expect((await cite({ page: 2, quote: '… — …' })).body).toMatchObject({
        status: 422,
        detail: expect.stringContaining('no letter'),
      });
      expect((await cite({ page: 4 })).body).toMatchObject({ status: 422, accepted: ['1 to 3'] });
      expect((await cite({ page: 0 })).status).toBe(400);
      expect((await cite({ page: 1, quote: '' })).status).toBe(400);
      const unread = await attach(desk, requestId, 'not yet read');
      expect((await cite({ page: 1, quote: 'anything' }, unread.id)).body).toMatchObject({ status: 409 });
      expect((await cite({ page: 7 }, unread.id)).status).toBe(201);
    });

    it('never because of, and never with, what lies under a redaction that hides nothing', async () => {
      const own = await attach(desk, requestId, 'badly redacted');
      const hidden = [{ text: 'the name is Canary', box: [0, 0, 1, 1] as [number, number, number, number] }];
      await readPages(desk, own.id, [{ text: 'A witness said so.', hidden }]);
      const answer = await cite({ page: 1, quote: 'the name is Canary' }, own.id);
      expect(answer.status).toBe(422);
      expect(JSON.stringify(answer.body)).not.toContain('Canary');
    });
  });

  describe('A permalink', () => {
    const path = (page: number | string = 2) => `/d/${document.sha256.slice(0, 12)}/p/${page}`;

    it('leads a key to the page', async () => {
      const answer = await link(path());
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'no-store' },
        body: { page: 2, files: [{ sha256: document.sha256, documents: [{ id: document.id, requestId }] }] },
      });
      expect(answer.body.files[0].documents[0].pageUrl).toBe(`/api/v1/documents/${document.id}/pages/2`);
      expect((await link(path().toUpperCase().replace('/D/', '/d/').replace('/P/', '/p/'))).status).toBe(200);
    });

    it('tells a browser without a key what is needed, in the same words for every link', async () => {
      const asBrowser = { accept: 'text/html,application/xhtml+xml' };
      const real = await link(path(), asBrowser, null);
      expect(real).toMatchObject({ status: 401, headers: { 'content-type': 'text/html; charset=utf-8' } });
      expect(real.body).toContain('This link names one page of a released file');
      expect((await link('/d/000000000000/p/1', asBrowser, null)).body).toBe(real.body);
      expect(await link(path(), {}, null)).toMatchObject({ status: 401, body: { title: 'Who are you?' } });
    });

    it('is not found, in the same words, when it is unknown, malformed or not open', async () => {
      const stranger = await aPerson(desk, 'editor', 'stranger');
      const agencyId = await anAgency(desk);
      const hidden = await file(desk, agencyId, [], { access: 'members' });
      const secret = await attach(desk, hidden.id, 'only for members');
      const links = [`/d/${secret.sha256.slice(0, 12)}/p/1`, '/d/000000000000/p/1', '/d/abc/p/1', path('x'), path(0)];
      const details = await Promise.all(links.map(async (one) => (await link(one, {}, stranger.key)).body));
      expect(details.map(({ status }) => status)).toEqual(links.map(() => 404));
      expect(new Set(details.map(({ detail }) => detail)).size).toBe(1);
      expect((await link(links[0]!)).status).toBe(200);
      expect((await link(path(9))).body).toMatchObject({ status: 404, detail: expect.stringContaining('has 3 pages') });
    });

    it('gets longer where two files share its digits, and the short one offers those that may be seen', async () => {
      const twin = `${document.sha256.slice(0, 14)}${'0'.repeat(50)}`;
      const agencyId = await anAgency(desk);
      const hidden = await file(desk, agencyId, [], { access: 'members' });
      const other = await attach(desk, hidden.id, `a twin on ${engine}`);
      await desk.app.get(Database).write(async (tx) => {
        await tx.em.query(`INSERT INTO blob (sha256, size, chunks, media_type, stored_at)
          SELECT '${twin}', size, chunks, media_type, stored_at FROM blob WHERE sha256 = '${other.sha256}'`);
        await tx.em.update(Document, { id: other.id }, { sha256: twin });
      });
      const shared = 14 + [...document.sha256.slice(14)].findIndex((digit: string) => digit !== '0');
      const cited = await cite({ page: 2 });
      expect(cited.body.permalink).toBe(`http://desk.test/d/${document.sha256.slice(0, shared + 1)}/p/2`);
      const both = await link(path());
      expect(both.status).toBe(300);
      expect(both.body.files.map((one: any) => one.documents[0].id).sort()).toEqual([document.id, other.id].sort());
      const exact = await Promise.all(both.body.files.map((one: any) => link(new URL(one.permalink).pathname)));
      expect(exact.map((one: any) => [one.status, one.body.files.length])).toEqual([
        [200, 1],
        [200, 1],
      ]);
      const stranger = await aPerson(desk, 'editor', 'stranger');
      expect(await link(path(), {}, stranger.key)).toMatchObject({
        status: 200,
        body: { files: [{ sha256: document.sha256 }] },
      });
    });
  });
});
