import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyDesk } from '../src/cli/verify.ts';
import { LOG } from '../src/core.module.ts';
import { Database } from '../src/database/database.ts';
import { type Files, packed, unpacked, verdictOn, withSums } from './support/bags.ts';
import { type Answer, type Desk, startDesk } from './support/desk.ts';
import { engines } from './support/engines.ts';
import { everyKind } from './support/every-kind.ts';
import { aPerson, anAgency, file, record } from './support/filing.ts';
import { DeskProcess } from './support/processes.ts';
import { readPages } from './support/read-pages.ts';

/** From one desk into a desk of the other engine. */
describe.each(engines.map((engine) => [engine, engines.find((one) => one !== engine)!] as const))(
  'A package from %s to %s',
  (from, to) => {
    let there: Desk;
    let here: Desk;
    let requestId: string;
    let bytes: Buffer;
    let files: Files;

    const packageOf = async (desk: Desk, id: string, query = '?asOf=2026-05-20'): Promise<Buffer> => {
      const answer = await desk.call('GET', `/requests/${id}/package${query}`);
      expect(Buffer.isBuffer(answer.body) ? answer.status : answer).toBe(200);
      return answer.body as Buffer;
    };
    const take = (content: Buffer, key?: string, fields: Record<string, string> = {}): Promise<Answer> => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([content]), 'package.zip');
      return here.call('POST', '/requests/import', form, key === undefined ? {} : { key });
    };
    const attach = async (
      desk: Desk,
      id: string,
      content: string,
      name: string,
      fields: Record<string, string> = {},
    ) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append('file', new Blob([content]), name);
      const answer = await desk.call('POST', `/requests/${id}/documents`, form);
      expect(answer.status).toBe(201);
      return answer.body;
    };
    const edited = async (path: string, change: (text: string) => string, of = files) => {
      const changed = change(of.get(path)!.toString('utf8'));
      expect(changed).not.toBe(of.get(path)!.toString('utf8'));
      return packed(withSums(new Map([...of, [path, Buffer.from(changed)]])));
    };

    beforeAll(async () => {
      [there, here] = await Promise.all([startDesk({ engine: from }), startDesk({ engine: to })]);
      const overrides = { calendar: { add: [{ from: '2026-03-23', name: 'Flood', cites: { label: 'Order' } }] } };
      const agencyId = await anAgency(there, { overrides, contacts: [{ channel: 'email', value: 'foia@cid.test' }] });
      const fields = {
        confidential: true,
        tags: ['ours'],
        requester: { name: 'Jane Reporter' },
        feeCategory: 'news-media',
      };
      const made = await file(
        there,
        agencyId,
        [{ kind: 'filed', on: '2026-03-02', channel: 'email', note: 'héllo' }],
        fields,
      );
      requestId = made.id;
      for (const [kind, own] of Object.entries(everyKind)) {
        // What is impossible at this point of the story is refused, and is no loss here.
        await record(there, requestId, { kind, on: '2026-03-09', note: `note of ${kind}`, ...own });
      }
      const items = async () => (await there.call('GET', `/requests/${requestId}/timeline`)).body.items;
      const facts = (await items()).filter((item: any) => item.type === 'status-change');
      expect(facts.length).toBeGreaterThan(25);
      const [filed, second, third] = facts.map((item: any) => item.statusChange.id);
      const replacement = { kind: 'filed', on: '2026-03-03', channel: 'mail', note: 'put right' };
      const more = [
        { kind: 'corrected', on: '2026-03-10', corrects: filed, replacement },
        { kind: 'redacted', on: '2026-03-11', redacts: second, reason: 'a source' },
        { kind: 'corrected', on: '2026-03-12', corrects: third, replacement: null },
      ];
      for (const fact of more) expect(await record(there, requestId, fact)).toMatchObject({ status: 201 });
      await attach(there, requestId, 'the letter', 'Letter 1.pdf', { role: 'request', statusChangeId: filed });
      await attach(there, requestId, '', 'empty.pdf', { role: 'release', receivedOn: '2026-04-01', label: 'Nothing' });
      const [, release] = (await there.call('GET', `/requests/${requestId}/documents`)).body.items;
      await readPages(there, release.id, ['The witness\n(b)(6)\nsaw it.', 'Nothing here.']);
      await there.sweep();
      const confirmed = { decision: 'confirmed', code: 'b6' };
      await there.call('POST', `/requests/${requestId}/exemptions/decisions`, confirmed);
      const box = [0.1, 0.1, 0.5, 0.2];
      const byHand = { code: 'b1', kind: 'redacted', pageFrom: 1, pageTo: 2, box, note: 'ours' };
      expect((await there.call('POST', `/documents/${release.id}/exemptions`, byHand)).status).toBe(201);
      const claim = { code: 'b5', withheldCount: 40, statusChangeId: filed };
      expect((await there.call('POST', `/requests/${requestId}/exemptions`, claim)).status).toBe(201);
      here.now.set('2026-06-03T16:00:00.000Z');
      bytes = await packageOf(there, requestId);
      files = (await unpacked(bytes)).files;
      expect((await verdictOn(bytes)).faults).toEqual([]);
    });
    afterAll(() => Promise.all([there?.stop(), here?.stop()]));

    describe('refused, with nothing kept', () => {
      const nothingKept = async () => {
        expect((await here.call('GET', '/requests')).body.items).toEqual([]);
        expect((await here.call('GET', '/agencies')).body.items).toEqual([]);
        expect((await here.call('GET', '/users')).body.items).toHaveLength(1);
      };

      it.each<[string, () => Promise<Buffer>, number, string]>([
        [
          'a byte is turned',
          () => packed(new Map([...files, ['data/request.json', Buffer.from('{}')]])),
          422,
          'not whole',
        ],
        [
          'it is cut off',
          () => Promise.resolve(bytes.subarray(0, bytes.length - 100)),
          422,
          'no package that can be read',
        ],
        ['it is no ZIP', () => Promise.resolve(Buffer.from('hello')), 422, 'no package that can be read'],
        [
          'its law is unknown here',
          () => edited('data/agency.json', (text) => text.replace('"statuteId": "us-foia"', '"statuteId": "xx-foia"')),
          422,
          'must be the id of a law: "xx-foia"',
        ],
        [
          'its agency has rules that make no sense',
          () => edited('data/agency.json', (text) => text.replace('"2026-03-23"', '"2026-02-30"')),
          422,
          'overrides',
        ],
        [
          'a field would not pass the API',
          () => edited('data/request.json', (text) => text.replace(/"subject": ".*?"/, '"subject": ""')),
          422,
          'in request.json, subject must be text of 1 to 500',
        ],
        [
          'a document has a role that does not exist',
          () => edited('data/documents.json', (text) => text.replace('"release"', '"gift"')),
          422,
          'in documents.json/1, role must be one of',
        ],
        ...(
          [
            [
              'is about another document',
              /"documentId": "(.)(.*?)"/,
              '"documentId": "0$1$2"',
              'about no document of the',
            ],
            ['is about another fact', /"statusChangeId": "./, '"statusChangeId": "z', 'about no fact of the history'],
            ['has an odd kind', '"redacted"', '"burnt"', 'has an odd kind'],
            ['has an odd page', '"pageFrom": 1', '"pageFrom": 1.5', 'has an odd pageFrom'],
            ['ends before it begins', '"pageTo": 2', '"pageTo": null', 'has pages that are no range'],
            ['has no exemption', /("findings"[^]*?)"us-foia:b6"/, '$1"b6"', 'has no exemption'],
            ['has an odd place', '"times": 1', '"times": "1"', 'has an odd place'],
            ['was never confirmed', /"confirmedAt": "2026/, '"confirmedAt": "x', 'was confirmed at no moment'],
            [
              'is there twice',
              /(\{\n {6}"about": "pages",[^}]*?"detected",[^}]*?\}[^}]*?\})/,
              '$1, $1',
              'is there twice',
            ],
            ['cannot be read', '"findings"', '"finding"', 'cannot be read'],
          ] as [string, string | RegExp, string, string][]
        ).map(([what, before, after, says]): [string, () => Promise<Buffer>, number, string] => [
          `an exemption ${what}`,
          () => edited('data/exemptions/exemptions.json', (text) => text.replace(before, after)),
          422,
          says,
        ]),
      ])('when %s', async (_, make, status, says) => {
        const answer = await take(await make());
        expect({ status: answer.status, says: answer.body.detail }).toEqual({
          status,
          says: expect.stringContaining(says),
        });
        await nothingKept();
      });

      it('by a viewer, and with fields beside the file', async () => {
        const viewer = await aPerson(here, 'viewer');
        expect((await take(bytes, viewer.key)).status).toBe(403);
        expect(await take(bytes, undefined, { label: 'x' })).toMatchObject({ status: 400 });
        expect((await here.call('GET', '/requests')).body.items).toEqual([]);
      });
    });

    describe('taken in', () => {
      let imported: Answer;
      beforeAll(async () => void (imported = await take(bytes)));

      it('becomes a request of this desk, with a number of its own and the other kept', async () => {
        const request = await there.call('GET', `/requests/${requestId}?asOf=2026-06-03`);
        expect(imported).toMatchObject({
          status: 201,
          headers: { location: `/api/v1/requests/${requestId}` },
          body: { requestId, number: '2026-0001', numberThere: request.body.number, isNew: true, documents: 2 },
        });
        expect(imported.body).toMatchObject({ agency: { isNew: true }, differences: [] });
        const mine = await here.call('GET', `/requests/${requestId}`);
        const same = ['subject', 'description', 'status', 'outcome', 'requester', 'feeCategory', 'confidential', 'filedOn', 'trackingNumbers', 'deadlines', 'consequences', 'anomalies']; // prettier-ignore
        for (const field of same) expect([field, mine.body[field]]).toEqual([field, request.body[field]]);
        expect(mine.body).toMatchObject({ tags: [], number: '2026-0001' });
        const origin = await here.call('GET', `/requests/${requestId}/origin`);
        expect(origin.body.imported).toMatchObject({ number: request.body.number, facts: imported.body.facts });
        expect((await there.call('GET', `/requests/${requestId}/origin`)).body).toEqual({ imported: null });
      });

      it('is packed again with the same history and documents, byte for byte', async () => {
        const again = await unpacked(await packageOf(here, requestId));
        const kept = [...files.keys()].filter((path) =>
          /^data\/(history|documents|law|agency|deadlines|exemptions)/.test(path),
        );
        expect(kept.length).toBeGreaterThan(8);
        const differing = kept.filter((path) => !again.files.get(path)?.equals(files.get(path)!));
        // The id of an agency is each desk's own.
        expect(differing).toEqual(['data/agency.json']);
        expect((await verdictOn(await packageOf(here, requestId))).faults).toEqual([]);
      });

      it('has the exemptions that were confirmed there, which a reading of its own does not ask for again', async () => {
        expect(imported.body.exemptions).toBe(3);
        const [, release] = (await here.call('GET', `/requests/${requestId}/documents`)).body.items;
        await readPages(here, release.id, ['The witness\n(b)(6)\nsaw it.', 'And\n(b)(4)\nhere.']);
        await here.sweep();
        const findings = (await here.call('GET', `/requests/${requestId}/exemptions/findings`)).body.items;
        const short = findings.map((one: any) => [one.code, one.pageFrom, one.pageTo, one.state, one.source]);
        expect(short.sort()).toEqual([
          ['us-foia:b1', 1, 2, 'confirmed', 'hand'],
          ['us-foia:b4', 2, 2, 'suggested', 'detected'],
          ['us-foia:b5', null, null, 'confirmed', 'hand'],
          ['us-foia:b6', 1, 1, 'confirmed', 'detected'],
        ]);
        const users = (await here.call('GET', '/users?limit=200')).body.items;
        const owner = users.find((one: any) => one.email === 'owner@desk.test');
        const b1 = findings.find((one: any) => one.code === 'us-foia:b1');
        expect(b1).toMatchObject({ place: { box: [0.1, 0.1, 0.5, 0.2] }, decidedBy: owner.id });
        expect(b1.note).toMatch(/^Confirmed at another desk, taken over with the package of request 2026-\d{4}\.$/);
      });

      it('verifies here, the chain of the other desk included, and goes on', async () => {
        const says = await record(here, requestId, { kind: 'contacted', on: '2026-06-02', channel: 'phone' });
        expect(says.status).toBe(201);
        const { config, app, now } = here;
        const core = { config, now, database: app.get(Database), log: app.get(LOG) };
        const verified = await verifyDesk(core, () => undefined);
        expect(verified.faults).toEqual([]);
        expect(verified.notes).toHaveLength(1);
      });

      it('has its reminders, and floods nobody with what is long over', async () => {
        const reminders = (await here.call('GET', `/reminders?requestId=${requestId}&limit=200`)).body.items;
        expect(reminders.length).toBeGreaterThan(0);
        const due = reminders.filter((one: any) => one.state === 'planned' && one.sendAt < here.now.instant());
        expect(due.filter((one: any) => !/opened|missed/.test(one.rung))).toEqual([]);
      });

      it('keeps who recorded what, as people who can do nothing here', async () => {
        const users = (await here.call('GET', '/users?limit=200')).body.items;
        const [owner] = (await there.call('GET', '/users')).body.items;
        const kept = users.find((one: any) => one.id === owner.id);
        expect(kept).toMatchObject({ role: 'viewer', email: `${owner.id}@imported.invalid` });
        expect(kept.disabledAt ?? kept.disabled).toBeTruthy();
      });

      it('a second time is nothing new; with another history it is refused in words', async () => {
        // By now this desk has recorded a fact of its own.
        expect(await take(bytes)).toMatchObject({
          status: 409,
          body: { detail: expect.stringContaining('this desk goes one fact further than the package') },
        });
        const mine = await packageOf(here, requestId);
        expect(await take(mine)).toMatchObject({ status: 200, body: { isNew: false, number: '2026-0001' } });
        await record(there, requestId, { kind: 'contacted', on: '2026-05-21', channel: 'phone' });
        const parted = await take(await packageOf(there, requestId));
        expect(parted).toMatchObject({
          status: 409,
          body: { detail: expect.stringContaining('part from one another') },
        });
      });

      it('goes to the agency that is known here by name and law, and tells what its own rules move', async () => {
        const facts = [{ kind: 'filed', on: '2026-03-02', channel: 'email' }];
        const other = await file(
          there,
          await anAgency(there, { name: 'Department of the Army Criminal Investigation Division' }),
          facts,
        );
        const answer = await take(await packageOf(there, other.id));
        expect(answer).toMatchObject({ status: 201, body: { agency: { isNew: false } } });
        const moved = answer.body.differences.map((one: any) => [one.kind, one.there, one.here]);
        expect(moved).toEqual([
          ['determination', '2026-03-30', '2026-03-31'],
          ['suit-filing', '2032-03-31', '2032-04-01'],
        ]);
      });

      it('two at once are one', async () => {
        const draft = await file(there, await anAgency(there, { name: 'Twins' }));
        const twins = await packageOf(there, draft.id);
        const answers = await Promise.all([take(twins), take(twins), take(twins)]);
        expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 201]);
      });

      it('a package that borrows ids of another request is refused', async () => {
        const draft = await file(there, await anAgency(there, { name: 'Borrower' }));
        await attach(there, draft.id, 'mine', 'mine.txt');
        const { files: own } = await unpacked(await packageOf(there, draft.id));
        const [document] = (await here.call('GET', `/requests/${requestId}/documents`)).body.items;
        const forged = await edited(
          'data/documents.json',
          (text) => text.replace(/"id": ".*?"/, `"id": "${document.id}"`),
          own,
        );
        expect(await take(forged)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('id') } });
        expect((await here.call('GET', `/documents/${document.id}`)).body).toEqual(document);
        expect((await here.call('GET', `/requests/${draft.id}`)).status).toBe(404);
      });
    });

    it('comes in by the command as well', async () => {
      const draft = await file(there, await anAgency(there, { name: 'By hand' }));
      const folder = await mkdtemp(join(tmpdir(), 'import-'));
      try {
        const path = join(folder, 'package.zip');
        await writeFile(path, await packageOf(there, draft.id));
        const { dataDir, databaseUrl } = here.config;
        const env = { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }), LOG_LEVEL: 'silent' };
        const run = await DeskProcess.start(['import-package', path], env);
        expect([await run.exited, run.output]).toEqual([0, expect.stringMatching(/^Taken in as 2026-\d{4} \(/)]);
        expect((await here.call('GET', `/requests/${draft.id}`)).status).toBe(200);
        const again = await DeskProcess.start(['import-package', path], env);
        expect([await again.exited, again.output]).toEqual([0, expect.stringContaining('nothing was changed')]);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  },
);
