import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyVersion } from '../src/agencies/agency.entity.ts';
import { Database } from '../src/database/database.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { dueDates, file, filedOn } from './support/filing.ts';

const INTERIOR = {
  'appeal-filing': {
    count: 90,
    unit: 'working-day',
    metBy: 'received',
    cutOff: '17:00',
    cites: { label: '43 CFR 2.62', url: 'https://www.ecfr.gov/current/title-43/section-2.62' },
  },
};

eachEngine((engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ engine });
  });
  afterAll(() => desk?.stop());

  const add = (fields: object) => desk.call('POST', '/agencies', { statute: 'us-foia', ...fields });
  const change = (id: string, version: number, changes: object) =>
    desk.call('PATCH', `/agencies/${id}`, changes, { headers: { 'if-match': `W/"${version}"` } });

  it('are added with contacts and rules of their own, and read back', async () => {
    const contacts = [
      { channel: 'email', value: 'foia@agency.example', role: 'requests', validFrom: '2026-01-01' },
      { channel: 'mail', value: '1849 C Street NW\nWashington, DC 20240', validTo: '2026-12-31' },
    ];
    const given = { name: ' Department of the Interior ', abbreviation: 'DOI', contacts, overrides: INTERIOR };
    const added = await add(given);
    expect(added).toMatchObject({ status: 201 });
    expect(added.body).toMatchObject({
      ...given,
      name: 'Department of the Interior',
      statute: 'us-foia',
      timeZone: 'America/New_York',
      parentId: null,
      version: 1,
    });
    const read = await desk.call('GET', `/agencies/${added.body.id}`);
    expect(read.body).toEqual(added.body);
    expect(read.headers.etag).toBe('W/"1"');
  });

  it.each([
    ['a statute that nobody knows', { statute: 'mars-foia' }, 422, '/statute'],
    ['a parent that does not exist', { parentId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' }, 422, '/parentId'],
    ['a parent that is no id', { parentId: 'x' }, 400, '/parentId'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 400, '/timeZone'],
    ['no name', { name: '   ' }, 400, '/name'],
    ['a name with a line break', { name: 'A\nB' }, 400, '/name'],
    [
      'an address with a second recipient',
      { contacts: [{ channel: 'email', value: 'a@b.c\nRCPT TO:<x@y.z>' }] },
      422,
      '/contacts/0/value',
    ],
    ['a channel that is none', { contacts: [{ channel: 'pigeon', value: 'x' }] }, 400, '/contacts/0/channel'],
    [
      'a field too many in a contact',
      { contacts: [{ channel: 'mail', value: 'x', vlaue: 'x' }] },
      400,
      '/contacts/0/vlaue',
    ],
    ['contacts that are no list', { contacts: { channel: 'mail', value: 'x' } }, 400, '/contacts'],
    ['contacts that are no objects', { contacts: ['foia@agency.example'] }, 400, '/contacts/0'],
    [
      'a day that does not exist',
      { contacts: [{ channel: 'mail', value: 'x', validFrom: '2026-02-30' }] },
      400,
      '/contacts/0/validFrom',
    ],
    [
      'a contact that ends before it begins',
      { contacts: [{ channel: 'mail', value: 'x', validFrom: '2026-02-02', validTo: '2026-02-01' }] },
      422,
      '/contacts/0/validTo',
    ],
    ['an override of nothing', { overrides: { lunch: {} } }, 422, '/overrides/lunch'],
    [
      'an override without its source',
      { overrides: { 'appeal-filing': { count: 90 } } },
      422,
      '/overrides/appeal-filing/cites',
    ],
    ['overrides that are a list', { overrides: [] }, 400, '/overrides'],
    ['an unknown field', { statuteId: 'us-foia' }, 400, '/statuteId'],
  ])('refuse %s', async (_, fields, status, pointer) => {
    const before = (await desk.call('GET', '/agencies?limit=200')).body.items.length;
    const answer = await add({ name: 'Refused', ...fields });
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect((await desk.call('GET', '/agencies?limit=200')).body.items).toHaveLength(before);
  });

  it('name what would be accepted as a statute', async () => {
    expect((await add({ name: 'X', statute: 'mars-foia' })).body.accepted).toContain('us-foia');
  });

  describe('Components', () => {
    it('have a parent, but are never their own ancestor', async () => {
      const top = (await add({ name: 'Top' })).body;
      const middle = (await add({ name: 'Middle', parentId: top.id })).body;
      const leaf = (await add({ name: 'Leaf', parentId: middle.id })).body;
      for (const parentId of [top.id, middle.id, leaf.id]) {
        const answer = await change(top.id, 1, { parentId });
        expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/parentId' }] } });
      }
      expect((await change(leaf.id, 1, { parentId: null })).body.parentId).toBeNull();
      expect((await change(top.id, 1, { parentId: leaf.id })).status).toBe(200);
    });

    it('cannot close a circle when two are moved at once', async () => {
      const [a, b] = [(await add({ name: 'Circle A' })).body, (await add({ name: 'Circle B' })).body];
      const moves = await Promise.all([change(a.id, 1, { parentId: b.id }), change(b.id, 1, { parentId: a.id })]);
      expect(moves.filter((answer) => answer.status === 200).length).toBeLessThanOrEqual(1);
      expect(moves.every((answer) => [200, 422, 503].includes(answer.status))).toBe(true);
    });
  });

  describe('Lists', () => {
    it('go by name whatever its case, page by page, without gaps', async () => {
      for (const name of ['zeta office', 'Alpha Bureau', 'alpha bureau', 'Beta', 'ÖFFENTLICHES AMT'])
        await add({ name });
      const names: string[] = [];
      let next: string | null = '/agencies?limit=3';
      while (next) {
        const { body } = await desk.call('GET', next);
        names.push(...body.items.map((agency: { name: string }) => agency.name));
        next = body.next as string | null;
      }
      const all = await desk.call('GET', '/agencies?limit=200');
      expect(names).toEqual(all.body.items.map((agency: { name: string }) => agency.name));
      expect(names.map((name) => name.toLowerCase())).toEqual(names.map((name) => name.toLowerCase()).sort());
    });

    it.each([
      ['alpha', ['Alpha Bureau', 'alpha bureau']],
      ['BUREAU alp', ['Alpha Bureau', 'alpha bureau']],
      ['doi', ['Department of the Interior']],
      ['öffent', ['ÖFFENTLICHES AMT']],
      ['%', []],
      ['a_pha', []],
      ['\\', []],
    ])('find %s', async (q, names) => {
      const { body } = await desk.call('GET', `/agencies?q=${encodeURIComponent(q)}`);
      expect(body.items.map((agency: { name: string }) => agency.name).sort()).toEqual(names);
    });

    it('keep the filter in `next`', async () => {
      const { body } = await desk.call('GET', '/agencies?q=alpha&limit=1');
      const second = await desk.call('GET', body.next);
      expect([body.items[0].name, second.body.items[0].name].sort()).toEqual(['Alpha Bureau', 'alpha bureau']);
      expect(second.body.next).toBeNull();
    });
  });

  describe('Changes', () => {
    it('need the version, and say when it is stale', async () => {
      const { id } = (await add({ name: 'Versioned' })).body;
      expect((await desk.call('PATCH', `/agencies/${id}`, { name: 'V' })).status).toBe(428);
      expect((await change(id, 1, { name: 'V', abbreviation: 'VV' })).body).toMatchObject({ name: 'V', version: 2 });
      expect((await change(id, 1, { name: 'W' })).status).toBe(412);
      expect((await change(id, 2, { abbreviation: null })).body).toMatchObject({ name: 'V', abbreviation: null });
      expect((await desk.call('GET', '/agencies?q=versioned')).body.items).toEqual([]);
    });

    it('of law, zone or overrides are kept with their moment; others are not', async () => {
      const { id } = (await add({ name: 'Kept' })).body;
      await change(id, 1, { name: 'Kept still' });
      desk.now.advance(60_000);
      await change(id, 2, { overrides: INTERIOR });
      await change(id, 3, { overrides: INTERIOR });
      await change(id, 4, { timeZone: 'America/Chicago' });
      const versions = await desk.app
        .get(Database)
        .read((scope) => scope.em.find(AgencyVersion, { where: { agencyId: id }, order: { version: 'ASC' } }));
      expect(versions.map(({ version, timeZone }) => [version, timeZone])).toEqual([
        [1, 'America/New_York'],
        [3, 'America/New_York'],
        [5, 'America/Chicago'],
      ]);
      expect(versions[1]).toMatchObject({ overrides: INTERIOR, recordedAt: desk.now.instant() });
    });

    it('of overrides move the due dates of requests that are under way', async () => {
      const { id } = (await add({ name: 'Moving' })).body;
      const filed = await file(desk, id, [
        filedOn('2026-01-05'),
        { kind: 'determined', on: '2026-02-02', outcome: 'denied' },
      ]);
      expect(dueDates(filed)['appeal-filing']).toBe('2026-05-03');
      expect((await change(id, 1, { overrides: INTERIOR })).status).toBe(200);
      await desk.sweep();
      const after = await desk.call('GET', `/requests/${filed.id}`);
      expect(dueDates(after.body)['appeal-filing']).not.toBe('2026-05-03');
    });
  });
});
