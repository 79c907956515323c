import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKey } from '../src/auth/api-key.entity.ts';
import { ensureOwner } from '../src/auth/owner.ts';
import { Database } from '../src/database/database.ts';
import { type Desk, OWNER_KEY, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { aPerson } from './support/filing.ts';

const HOUR = 60 * 60 * 1000;

eachEngine((engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ engine });
  });
  afterAll(() => desk?.stop());

  const me = (key: string) => desk.call('GET', '/me', undefined, { key });

  describe('Who calls', () => {
    it('asks for a key and says how', async () => {
      const answer = await desk.call('GET', '/me', undefined, { key: null });
      expect(answer).toMatchObject({ status: 401, body: { type: 'urn:foia-desk:problem:unauthenticated' } });
      expect(answer.headers['www-authenticate']).toContain('Bearer');
      expect(answer.body.detail).toContain('Authorization: Bearer');
    });

    it.each([
      ['nonsense', 'Bearer nonsense'],
      ['another scheme', `Basic ${OWNER_KEY}`],
      ['a key with its last letter changed', `Bearer ${OWNER_KEY.slice(0, -1)}_`],
      ['an id nobody has', 'Bearer fd_nobodyhere_0123456789abcdefghijklmnopqrstuv'],
      ['no token', 'Bearer'],
      ['SQL', "Bearer fd_' OR 1=1 --_0123456789abcdefghijklmnopqrstuv"],
    ])('refuses %s', async (_, authorization) => {
      const answer = await desk.call('GET', '/me', undefined, { key: null, headers: { authorization } });
      expect(answer.status).toBe(401);
    });

    it('answers who I am, and takes the scheme in any case', async () => {
      const authorization = `bearer ${OWNER_KEY}`;
      const answer = await desk.call('GET', '/me', undefined, { key: null, headers: { authorization } });
      expect(answer).toMatchObject({ status: 200, body: { role: 'owner', email: 'owner@desk.test', disabled: false } });
      expect(answer.headers.etag).toBe('W/"1"');
    });
  });

  describe('Keys', () => {
    it('are shown once, and never again in any list or in the database', async () => {
      const { id, key } = await aPerson(desk, 'editor');
      expect(key).toMatch(/^fd_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/);
      const list = await desk.call('GET', '/keys', undefined, { key });
      expect(list.body.items).toHaveLength(1);
      const secret = key.split('_').slice(2).join('_');
      const rows = await desk.app.get(Database).read((scope) => scope.em.findBy(ApiKey, { userId: id }));
      expect(JSON.stringify([list.body, rows])).not.toContain(secret);
      expect(JSON.stringify([list.body, await desk.call('GET', '/users')])).not.toContain(rows[0]!.secretHash);
    });

    it('stop at once when revoked', async () => {
      const { key } = await aPerson(desk, 'viewer');
      const [mine] = (await desk.call('GET', '/keys', undefined, { key })).body.items;
      expect(await desk.call('DELETE', `/keys/${mine.id}`, undefined, { key })).toMatchObject({ status: 204 });
      expect((await me(key)).status).toBe(401);
    });

    it('stop when they expire', async () => {
      const { id } = await aPerson(desk, 'viewer');
      const expiresAt = new Date(Date.parse(desk.now.instant()) + HOUR).toISOString();
      const { body } = await desk.call('POST', `/users/${id}/keys`, { label: 'for an hour', expiresAt });
      expect((await me(body.key)).status).toBe(200);
      desk.now.advance(HOUR);
      expect((await me(body.key)).status).toBe(401);
    });

    it('must not have expired already', async () => {
      const { id } = await aPerson(desk, 'viewer');
      const answer = await desk.call('POST', `/users/${id}/keys`, { expiresAt: '2020-01-01T00:00:00Z' });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/expiresAt' }] } });
    });

    it('are rotated: the old one works on for as long as asked', async () => {
      const { key: old } = await aPerson(desk, 'editor');
      const [{ id }] = (await desk.call('GET', '/keys', undefined, { key: old })).body.items;
      const rotated = await desk.call('POST', `/keys/${id}/rotate`, { overlapSeconds: 60 }, { key: old });
      expect(rotated).toMatchObject({ status: 201, body: { label: 'test' } });
      expect([(await me(old)).status, (await me(rotated.body.key)).status]).toEqual([200, 200]);
      desk.now.advance(60_000);
      expect([(await me(old)).status, (await me(rotated.body.key)).status]).toEqual([401, 200]);
      const again = await desk.call('POST', `/keys/${id}/rotate`, undefined, { key: rotated.body.key });
      expect(again.status).toBe(409);
      const tooLong = await desk.call('POST', `/keys/${rotated.body.id}/rotate`, { overlapSeconds: 604_801 });
      expect(tooLong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/overlapSeconds' }] } });
    });

    it('of others are for owners', async () => {
      const [one, other] = [await aPerson(desk, 'editor'), await aPerson(desk, 'editor')];
      const [{ id }] = (await desk.call('GET', '/keys', undefined, { key: other.key })).body.items;
      const asOne = { key: one.key };
      expect((await desk.call('DELETE', `/keys/${id}`, undefined, asOne)).status).toBe(404);
      expect((await desk.call('POST', `/keys/${id}/rotate`, {}, asOne)).status).toBe(404);
      expect((await desk.call('GET', `/keys?userId=${other.id}`, undefined, asOne)).status).toBe(403);
      expect((await desk.call('POST', `/users/${other.id}/keys`, {}, asOne)).status).toBe(403);
      expect((await desk.call('POST', `/users/${one.id}/keys`, {}, asOne)).status).toBe(201);
      expect((await desk.call('GET', `/keys?userId=${other.id}`)).body.items).toHaveLength(1);
      expect((await me(other.key)).status).toBe(200);
    });

    it('note their last use, outside the call and not at each one', async () => {
      const { id, key } = await aPerson(desk, 'viewer');
      await me(key);
      const used = async () => (await desk.call('GET', `/keys?userId=${id}`)).body.items[0].lastUsedAt as string | null;
      const first = desk.now.instant();
      await until(async () => (await used()) === first);
      desk.now.advance(60_000);
      await me(key);
      expect(await used()).toBe(first);
      desk.now.advance(5 * 60_000);
      await me(key);
      await until(async () => (await used()) === desk.now.instant());
    });
  });

  describe('People', () => {
    it('may do what their role allows', async () => {
      const [editor, viewer] = [await aPerson(desk, 'editor'), await aPerson(desk, 'viewer')];
      const person = { name: 'X', email: 'x@desk.test', role: 'owner' };
      for (const { key } of [editor, viewer]) {
        expect((await desk.call('POST', '/users', person, { key })).status).toBe(403);
        const promote = await desk.call(
          'PATCH',
          `/users/${editor.id}`,
          { role: 'owner' },
          { key, headers: ifMatch(1) },
        );
        expect(promote.status).toBe(403);
        expect((await desk.call('GET', '/users', undefined, { key })).status).toBe(200);
      }
      const agency = { name: 'A', statute: 'us-foia' };
      expect((await desk.call('POST', '/agencies', agency, { key: viewer.key })).status).toBe(403);
    });

    it('change themselves, and only what is theirs to change', async () => {
      const { key } = await aPerson(desk, 'viewer');
      const changes = { name: '  Ada  ', timeZone: 'Europe/Berlin', email: 'Ada@Desk.Test' };
      const answer = await desk.call('PATCH', '/me', changes, { key, headers: ifMatch(1) });
      expect(answer).toMatchObject({ status: 200, body: { name: 'Ada', email: 'ada@desk.test', version: 2 } });
      expect(answer.headers.etag).toBe('W/"2"');
      const role = await desk.call('PATCH', '/me', { role: 'owner' }, { key, headers: ifMatch(2) });
      expect(role).toMatchObject({ status: 400, body: { errors: [{ pointer: '/role' }] } });
      expect(role.body.errors[0].detail).toContain('known are email, name, notifications, timeZone');
    });

    it('name the version they edit', async () => {
      const { key } = await aPerson(desk, 'viewer');
      const edit = (headers: Record<string, string>) => desk.call('PATCH', '/me', { name: 'B' }, { key, headers });
      expect((await edit({})).status).toBe(428);
      expect((await edit({ 'if-match': '1' })).status).toBe(400);
      expect(await edit(ifMatch(7))).toMatchObject({ status: 412, body: { accepted: ['W/"1"'] } });
      expect((await edit({ 'if-match': '"1"' })).status).toBe(200);
      expect((await edit(ifMatch(1))).status).toBe(412);
    });

    it('of two edits on one version one wins', async () => {
      const { key } = await aPerson(desk, 'viewer');
      const edits = ['a', 'b', 'c', 'd'].map((name) =>
        desk.call('PATCH', '/me', { name }, { key, headers: ifMatch(1) }),
      );
      const statuses = (await Promise.all(edits)).map((answer) => answer.status).sort();
      expect(statuses).toEqual([200, 412, 412, 412]);
    });

    it('have an address each', async () => {
      const given = { name: 'C', email: 'c@desk.test', role: 'viewer' };
      const answers = await Promise.all([given, given, given].map((one) => desk.call('POST', '/users', one)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    });

    it('are shut out at once when disabled, and let in again', async () => {
      const { id, key } = await aPerson(desk, 'editor');
      await desk.call('PATCH', `/users/${id}`, { disabled: true }, { headers: ifMatch(1) });
      expect((await me(key)).status).toBe(401);
      expect((await desk.call('POST', `/users/${id}/keys`, {})).status).toBe(409);
      await desk.call('PATCH', `/users/${id}`, { disabled: false }, { headers: ifMatch(2) });
      expect((await me(key)).status).toBe(200);
    });

    it('never lose their last active owner, not even when two step down at once', async () => {
      const owner = (await me(desk.key)).body;
      for (const changes of [{ disabled: true }, { role: 'editor' }]) {
        const answer = await desk.call('PATCH', `/users/${owner.id}`, changes, { headers: ifMatch(owner.version) });
        expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('last active owner') } });
      }
      const second = await aPerson(desk, 'owner');
      const answers = await Promise.all([
        desk.call('PATCH', `/users/${owner.id}`, { role: 'editor' }, { headers: ifMatch(owner.version) }),
        desk.call('PATCH', `/users/${second.id}`, { role: 'editor' }, { headers: ifMatch(1) }),
      ]);
      const [stays, goes] = answers[0].status === 200 ? [second.key, owner.id] : [desk.key, second.id];
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      expect((await me(stays)).body.role).toBe('owner');
      const back = await desk.call(
        'PATCH',
        `/users/${goes}`,
        { role: 'owner' },
        { key: stays, headers: { 'if-match': '*' } },
      );
      expect(back.status).toBe(200);
    });

    it('are listed page by page', async () => {
      const seen: string[] = [];
      let next: string | null = '/users?limit=2';
      while (next) {
        const { body } = await desk.call('GET', next);
        expect(body.items.length).toBeLessThanOrEqual(2);
        seen.push(...body.items.map((user: { id: string }) => user.id));
        next = body.next as string | null;
      }
      const all = await desk.call('GET', '/users?limit=200');
      expect(seen).toEqual(all.body.items.map((user: { id: string }) => user.id));
      expect(new Set(seen).size).toBe(seen.length);
    });
  });

  describe('The first owner', () => {
    it('keeps OWNER_KEY when it changes, and says when its id is taken', async () => {
      const database = desk.app.get(Database);
      const changed = 'fd_laterkey_9876543210abcdefghijklmnopqrstuv';
      await ensureOwner(database, { ...desk.config, ownerKey: changed }, desk.now);
      await ensureOwner(database, { ...desk.config, ownerKey: changed }, desk.now);
      expect((await me(changed)).body.email).toBe('owner@desk.test');
      expect((await me(OWNER_KEY)).status).toBe(200);
      const clash = `${changed.slice(0, -1)}_`;
      await expect(ensureOwner(database, { ...desk.config, ownerKey: clash }, desk.now)).rejects.toThrow('OWNER_KEY');
    });
  });
});

function ifMatch(version: number): Record<string, string> {
  return { 'if-match': `W/"${version}"` };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come about within 2 s.');
}
