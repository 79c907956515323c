import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { Document } from '../src/documents/document.entity.ts';
import { DocumentFollowers } from '../src/documents/document-follower.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, file, filedOn } from './support/filing.ts';
import { attach, readPages } from './support/read-pages.ts';

const redacted = [
  'The witness\n(b)(6), (b)(7)(C)\nsaw one crate.',
  'Nothing is covered here.',
  'A source\n(b) (3)-50 USC 3024(i)\nsaid so.',
  'DELETED PAGE INFORMATION SHEET\nPage 12 ~ Referral/Direct\nPage 13 ~ b5\nPage 14 ~ b5',
];

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;
  let requestId: string;
  beforeAll(async () => {
    desk = await startDesk({ engine });
    agencyId = await anAgency(desk);
    const determined = { kind: 'determined', on: '2026-03-04', outcome: 'partly-granted' };
    requestId = (await file(desk, agencyId, [filedOn('2026-01-05'), determined])).id;
  });
  afterAll(() => desk?.stop());

  let documents = 0;
  const release = async (
    pages: readonly string[],
    fields: Record<string, string> = { role: 'release' },
    of = requestId,
  ) => {
    documents += 1;
    const document = await attach(desk, of, `file ${documents}`, fields);
    await readPages(desk, document.id, pages);
    await desk.sweep();
    return document;
  };
  const listed = async (documentId: string, query = '') =>
    (await desk.call('GET', `/documents/${documentId}/exemptions${query}`)).body.items as any[];
  const short = (items: any[]) => items.map((one) => `${one.pageFrom} ${one.code} ${one.kind} ${one.state}`);
  const decide = (body: object, of = requestId) => desk.call('POST', `/requests/${of}/exemptions/decisions`, body);
  const determination = async () => {
    const timeline = await desk.call('GET', `/requests/${requestId}/timeline`);
    return timeline.body.items.find((item: any) => item.statusChange?.kind === 'determined').statusChange.id as string;
  };

  describe('When pages have been read', () => {
    it('their marks are suggested, each exemption once for a page', async () => {
      const { id } = await release(redacted);
      const items = await listed(id);
      expect(short(items).sort()).toEqual(
        [
          '1 us-foia:b6 redacted suggested',
          '1 us-foia:b7C redacted suggested',
          '3 us-foia:b3 redacted suggested',
          '4 reason:referral withheld suggested',
          '4 us-foia:b5 withheld suggested',
        ].sort(),
      );
      expect(items.find((one) => one.code === 'us-foia:b3')).toMatchObject({
        label: '(b)(3)',
        raw: '(b) (3)-50 USC 3024(i)',
        withholdingStatute: '50 U.S.C. 3024(i)',
        source: 'detected',
        place: { at: 9, length: 22, times: 1 },
        createdBy: null,
      });
      expect(items.find((one) => one.code === 'us-foia:b5')).toMatchObject({ withheldFrom: 13, withheldTo: 14 });
    });

    it('a list goes on where its page ended', async () => {
      const { id } = await release(redacted);
      const first = await desk.call('GET', `/documents/${id}/exemptions?limit=2`);
      const second = await desk.call('GET', `${first.body.next}`);
      const third = await desk.call('GET', `${second.body.next}`);
      const all = [first, second, third].flatMap((one) => one.body.items.map((item: any) => item.id));
      expect([new Set(all).size, third.body.next]).toEqual([5, null]);
      expect(await listed(id, '?code=us-foia:b6&state=suggested,confirmed')).toHaveLength(1);
    });

    it('a letter suggests what its determination claims, not what its pages lack', async () => {
      const letter = [
        'Dear Ms. Doe,\nwe withheld names pursuant to 5 U.S.C. § 552(b)(6).',
        'Appeal under (b)(5)? No: (b)(6) again.',
      ];
      const statusChangeId = await determination();
      const { id } = await release(letter, { role: 'determination', statusChangeId });
      const items = await listed(id);
      expect(items).toMatchObject([
        { about: 'determination', code: 'us-foia:b6', pageFrom: 1, statusChangeId, kind: 'withheld' },
        { about: 'determination', code: 'us-foia:b5', pageFrom: 2, statusChangeId },
      ]);
      const mine = await release(letter, { role: 'appeal' });
      expect(await listed(mine.id)).toEqual([]);
    });

    it('read anew, what was decided stays and the rest follows the text', async () => {
      const { id } = await release(redacted);
      const items = await listed(id);
      const idOf = (code: string) => items.find((one) => one.code === code).id;
      await decide({ decision: 'confirmed', ids: [idOf('us-foia:b6')] });
      await decide({ decision: 'rejected', ids: [idOf('us-foia:b7C'), idOf('us-foia:b5')] });
      await readPages(desk, id, ['\nOne\n(b)(7)(C)\nand\n(b)(7)(E)', redacted[1]!, `moved\n${redacted[2]}`]);
      await desk.sweep();
      const again = await listed(id);
      expect(short(again)).toEqual([
        '1 us-foia:b6 redacted confirmed',
        '1 us-foia:b7C redacted rejected',
        '1 us-foia:b7E redacted suggested',
        '3 us-foia:b3 redacted suggested',
        '4 us-foia:b5 withheld rejected',
      ]);
      expect(again.find((one) => one.code === 'us-foia:b3')).toMatchObject({
        id: idOf('us-foia:b3'),
        place: { at: 15 },
      });
      await readPages(desk, id, ['\nOne\n(b)(7)(C)\nand\n(b)(7)(E)', redacted[1]!, `moved\n${redacted[2]}`]);
      await desk.sweep();
      expect(await listed(id)).toEqual(again);
    });

    it('with another role, as what it is now', async () => {
      const { id, version } = await release(['The exemption (b)(6) is claimed.\nNothing else.']);
      expect(await listed(id)).toEqual([]);
      await desk.call(
        'PATCH',
        `/documents/${id}`,
        { role: 'determination' },
        { headers: { 'if-match': `W/"${version}"` } },
      );
      await desk.sweep();
      expect(await listed(id)).toMatchObject([{ about: 'determination', code: 'us-foia:b6' }]);
    });

    it('in lots, whole, whatever their number', async () => {
      const many = Array.from({ length: 120 }, (_, i) => `page ${i + 1}\n(b)(${(i % 3) + 4})\n`);
      const { id } = await release(many);
      const first = await desk.call('GET', `/documents/${id}/exemptions?limit=200`);
      expect(first.body.items.map((one: any) => one.pageFrom)).toEqual(many.map((_, i) => i + 1));
      await readPages(desk, id, many.slice(0, 60));
      await desk.sweep();
      expect(await listed(id, '?limit=200')).toHaveLength(60);
    });

    it('under another law, in its forms', async () => {
      const london = await anAgency(desk, { name: 'Home Office', statute: 'uk-foia-2000', timeZone: 'Europe/London' });
      const asked = await file(desk, london);
      const { id } = await release(['Names\ns.40(2)\n(b)(6)'], { role: 'release' }, asked.id);
      expect(short(await listed(id))).toEqual(['1 uk-foia-2000:40(2) redacted suggested']);
    });

    it('gone with their document', async () => {
      const { id } = await release(redacted);
      const database = desk.app.get(Database);
      const document = await database.read((scope) => scope.em.findOneByOrFail(Document, { id }));
      await database.write(async (tx) => {
        const change = { because: 'removed' as const, document, byUserId: null, at: desk.now.instant() };
        await desk.app.get(DocumentFollowers, { strict: false }).changed(tx, change);
        await tx.em.delete(Document, { id });
      });
      const left = await desk.call('GET', `/requests/${requestId}/exemptions/findings?limit=200`);
      expect(left.body.items.filter((one: any) => one.documentId === id)).toEqual([]);
    });
  });

  describe('By hand', () => {
    it('an exemption on pages is confirmed at once, and removed by its author', async () => {
      const { id } = await release(['a', 'b', 'c']);
      const box = [0.1, 0.2, 0.5, 0.3];
      const input = { code: '(b)(7)(c)', kind: 'redacted', pageFrom: 2, pageTo: 3, box, note: 'the whole paragraph' };
      const made = await desk.call('POST', `/documents/${id}/exemptions`, input);
      expect(made).toMatchObject({
        status: 201,
        body: { code: 'us-foia:b7C', state: 'confirmed', source: 'hand', place: { box } },
      });
      const other = await aPerson(desk, 'editor');
      const remove = (key?: string) =>
        desk.call('DELETE', `/exemptions/${made.body.id}`, undefined, key ? { key } : {});
      expect([(await remove(other.key)).status, (await remove()).status, (await remove()).status]).toEqual([
        403, 204, 404,
      ]);
    });

    it('what does not fit is refused with what would', async () => {
      const { id } = await release(['a', '(b)(6)']);
      const add = async (body: object) => {
        const { status, body: problem } = await desk.call('POST', `/documents/${id}/exemptions`, {
          kind: 'redacted',
          ...body,
        });
        return [status, problem.errors?.[0]?.pointer];
      };
      expect(await add({ code: 'nonsense', pageFrom: 1 })).toEqual([422, '/code']);
      expect(await add({ code: 'b6' })).toEqual([422, '/pageFrom']);
      expect(await add({ code: 'b6', pageFrom: 2, pageTo: 1 })).toEqual([422, '/pageTo']);
      expect(await add({ code: 'b6', pageFrom: 3 })).toEqual([422, '/pageTo']);
      expect(await add({ code: 'b6', pageFrom: 1, withheldTo: 3 })).toEqual([422, '/withheldTo']);
      expect(await add({ code: 'b6', pageFrom: 1, box: [0.5, 0, 0.1, 1] })).toEqual([400, '/box']);
      const [detected] = await listed(id);
      expect(await desk.call('DELETE', `/exemptions/${detected.id}`)).toMatchObject({ status: 409 });
      expect((await decide({ decision: 'confirmed' })).status).toBe(422);
      const foreign = await file(desk, agencyId);
      expect((await decide({ decision: 'confirmed', ids: [detected.id] }, foreign.id)).body.errors[0].pointer).toBe(
        '/ids/0',
      );
    });

    it('many at once: all that wait of a document or an exemption, and no others', async () => {
      const { id } = await release(['x\n(b)(6)\n(b)(5)', 'y\n(b)(6)']);
      const [first] = await listed(id, '?code=us-foia:b6');
      await decide({ decision: 'rejected', ids: [first.id] });
      expect((await decide({ decision: 'confirmed', documentId: id, code: '(b)(6)' })).body).toEqual({ changed: 1 });
      expect((await decide({ decision: 'confirmed', documentId: id })).body).toEqual({ changed: 1 });
      expect(
        short(await listed(id))
          .map((one) => one.split(' ').at(-1))
          .sort(),
      ).toEqual(['confirmed', 'confirmed', 'rejected']);
      expect((await decide({ decision: 'confirmed', ids: [first.id] })).body).toEqual({ changed: 1 });
      expect((await decide({ decision: 'confirmed', ids: [first.id] })).body).toEqual({ changed: 0 });
    });
  });

  describe('A ledger', () => {
    it('of a request and of an agency, confirmed and suggested apart, without what one may not see', async () => {
      const other = await anAgency(desk, { name: 'Navy CID' });
      const [open, hidden] = [await file(desk, other), await file(desk, other, [], { access: 'members' })];
      const shown = await release(redacted, { role: 'release' }, open.id);
      await release(redacted.slice(0, 1), { role: 'release' }, hidden.id);
      await decide({ decision: 'confirmed', documentId: shown.id, code: 'b6' }, open.id);
      const facts = [filedOn('2026-02-02'), { kind: 'determined', on: '2026-03-03', outcome: 'denied' }];
      await desk.call('POST', `/requests/${open.id}/status-changes`, facts);
      const timeline = await desk.call('GET', `/requests/${open.id}/timeline`);
      const fact = timeline.body.items.find((item: any) => item.statusChange?.kind === 'determined').statusChange;
      const claim = { statusChangeId: fact.id, code: 'Exemption 7(A)', withheldCount: 40 };
      expect((await desk.call('POST', `/requests/${open.id}/exemptions`, claim)).status).toBe(201);

      const none = { pagesRedacted: 0, pagesWithheld: 0, determinations: 0 };
      const mine = (await desk.call('GET', `/requests/${open.id}/exemptions`)).body;
      const lines = Object.fromEntries(mine.items.map((line: any) => [line.code, [line.confirmed, line.suggested]]));
      expect(lines).toEqual({
        'reason:referral': [none, { ...none, pagesWithheld: 1 }],
        'us-foia:b3': [none, { ...none, pagesRedacted: 1 }],
        'us-foia:b5': [none, { ...none, pagesWithheld: 2 }],
        'us-foia:b6': [{ ...none, pagesRedacted: 1 }, none],
        'us-foia:b7A': [{ ...none, pagesWithheld: 40, determinations: 1 }, none],
        'us-foia:b7C': [none, { ...none, pagesRedacted: 1 }],
      });
      const stranger = await aPerson(desk, 'editor');
      const seen = (key: string) => desk.call('GET', `/agencies/${other}/exemptions`, undefined, { key });
      expect((await seen(stranger.key)).body).toEqual(mine);
      expect((await seen(desk.key)).body.suggested.pagesRedacted).toBe(mine.suggested.pagesRedacted + 1);
    });
  });
});
