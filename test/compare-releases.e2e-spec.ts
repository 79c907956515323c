import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { BlobReading } from '../src/reading/page.entity.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, file } from './support/filing.ts';
import { attach, readPages } from './support/read-pages.ts';

const first = [
  'Report on crates lost at Taji in May 2004.',
  'The witness\n(b)(6), (b)(7)(C)\nsaw the crate leave by the north gate at night.',
  '(b)(5)\nPAGE WITHHELD',
  'The inquiry was closed for want of evidence in June 2004.',
];
const onAppeal = [
  'Cover sheet of the second release.',
  first[0]!,
  'The witness Sergeant Doe\n(b)(7)(C)\nsaw the crate leave by the north gate at night.',
  'The commander decided that nobody was to blame.',
  first[3]!,
];

eachEngine((engine) => {
  let desk: Desk;
  let here: string;
  let there: string;
  beforeAll(async () => {
    desk = await startDesk({ engine });
    const agencyId = await anAgency(desk);
    here = (await attach(desk, (await file(desk, agencyId)).id, 'first release', { role: 'release' })).id;
    there = (await attach(desk, (await file(desk, agencyId)).id, 'second release', { role: 'release' })).id;
    await readPages(desk, here, first);
    await readPages(desk, there, onAppeal);
    await desk.sweep();
  });
  afterAll(() => desk?.stop());
  const compare = (a: string, b: string, query = '', key?: string) =>
    desk.call('GET', `/documents/${a}/compare/${b}${query}`, undefined, key === undefined ? {} : { key });

  describe('Two releases of different requests', () => {
    it('page by page: what was uncovered, what is gone, what is new', async () => {
      const { status, body } = await compare(here, there);
      expect(status).toBe(200);
      expect(body.items).toMatchObject([
        { page: null, otherPage: 1, change: 'only-there', shown: [onAppeal[0]], withheld: [] },
        { page: 1, otherPage: 2, change: 'same', shown: [], withheld: [] },
        {
          page: 2,
          otherPage: 3,
          change: 'changed',
          wordsShown: 2,
          wordsWithheld: 0,
          shown: ['Sergeant Doe'],
          withheld: [],
          codesGone: ['us-foia:b6'],
          codesNew: [],
        },
        {
          page: 3,
          otherPage: 4,
          change: 'changed',
          shown: [onAppeal[3]],
          withheld: ['PAGE WITHHELD'],
          codesGone: ['us-foia:b5'],
        },
        { page: 4, otherPage: 5, change: 'same' },
      ]);
      expect(body.summary).toMatchObject({
        same: 2,
        changed: 2,
        onlyHere: 0,
        onlyThere: 1,
        wordsShown: 16,
        wordsWithheld: 2,
      });
      expect(body.summary.codesGone.map((one: any) => [one.label, one.pages])).toEqual([
        ['(b)(5)', 1],
        ['(b)(6)', 1],
      ]);
    });

    it('the other way round, and each with itself', async () => {
      const [to, back] = [(await compare(here, there)).body, (await compare(there, here)).body];
      expect(back.summary).toMatchObject({ onlyHere: 1, onlyThere: 0, wordsShown: to.summary.wordsWithheld });
      expect(back.items[2]).toMatchObject({
        page: 3,
        otherPage: 2,
        shown: [],
        withheld: ['Sergeant Doe'],
        codesNew: ['us-foia:b6'],
      });
      expect((await compare(here, here)).body.summary).toMatchObject({
        same: 4,
        changed: 0,
        wordsShown: 0,
        codesGone: [],
      });
    });

    it('only what changed, in pages of the list', async () => {
      const one = await compare(here, there, '?change=changed,only-there&limit=2');
      const two = await desk.call('GET', one.body.next);
      const seen = [...one.body.items, ...two.body.items].map((pair: any) => pair.otherPage);
      expect([seen, two.body.next]).toEqual([[1, 3, 4], null]);
      expect(two.body.summary).toEqual(one.body.summary);
    });

    it('a rejected suggestion is no exemption', async () => {
      const findings = (await desk.call('GET', `/documents/${here}/exemptions?code=us-foia:b6`)).body.items;
      const { requestId, id } = findings[0];
      await desk.call('POST', `/requests/${requestId}/exemptions/decisions`, { decision: 'rejected', ids: [id] });
      expect((await compare(here, there)).body.items[2].codesGone).toEqual([]);
    });
  });

  describe('A comparison is refused', () => {
    it('of what one may not see, in the words for what is not there', async () => {
      const agencyId = await anAgency(desk);
      const hidden = await attach(desk, (await file(desk, agencyId, [], { access: 'members' })).id, 'for members');
      await readPages(desk, hidden.id, ['secret words']);
      const stranger = await aPerson(desk, 'editor');
      const answers = await Promise.all(
        [
          [here, hidden.id],
          [hidden.id, here],
          [here, '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11'],
        ].map(([a, b]) => compare(a, b, '', stranger.key)),
      );
      expect(answers.map(({ status, body }) => [status, body.detail])).toEqual(
        answers.map(() => [404, 'No such document, or it is not open to you.']),
      );
    });

    it('of what has not been read, and of what is too large', async () => {
      const agencyId = await anAgency(desk);
      const { id: requestId } = await file(desk, agencyId);
      const unread = await attach(desk, requestId, 'unread');
      expect(await compare(here, unread.id)).toMatchObject({ status: 409 });
      const large = await attach(desk, requestId, 'large');
      await readPages(desk, large.id, ['the first of very many']);
      await desk.app
        .get(Database)
        .write((tx) => tx.em.update(BlobReading, { sha256: large.sha256 }, { pagesTotal: 5001 }));
      expect(await compare(here, large.id)).toMatchObject({
        status: 422,
        body: { detail: expect.stringContaining('too large') },
      });
    });

    it('when many wait already, to be tried again; others are answered meanwhile', async () => {
      const agencyId = await anAgency(desk);
      const { id: requestId } = await file(desk, agencyId);
      const pages = Array.from({ length: 100 }, (_, n) =>
        Array.from({ length: 150 }, (_, k) => `w${(n * 31 + k * 17) % 997}`).join(' '),
      );
      const [a, b] = [await attach(desk, requestId, 'long a'), await attach(desk, requestId, 'long b')];
      await readPages(desk, a.id, pages);
      await readPages(
        desk,
        b.id,
        pages.map((text) => text.replace(/w1\d/g, '(b)(6)')),
      );
      const all = Array.from({ length: 8 }, () => compare(a.id, b.id, '?limit=1'));
      const probe = await desk.call('GET', '/livez');
      expect(probe.status).toBe(200);
      const statuses = (await Promise.all(all)).map(({ status, headers }) => [status, headers['retry-after']]);
      expect(statuses).toContainEqual([503, '5']);
      expect(statuses.filter(([status]) => status === 200).length).toBeGreaterThanOrEqual(5);
      expect((await compare(a.id, b.id, '?limit=1')).status).toBe(200);
    });
  });
});
