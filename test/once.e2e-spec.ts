import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Agency } from '../src/agencies/agency.entity.ts';
import { Database } from '../src/database/database.ts';
import { IdempotencyKey } from '../src/http/idempotency-key.entity.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { aPerson } from './support/filing.ts';

const DAY = 24 * 60 * 60 * 1000;

eachEngine((engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ engine });
  });
  afterAll(() => desk?.stop());

  const add = (idempotencyKey: string, name: string, key?: string) =>
    desk.call(
      'POST',
      '/agencies',
      { name, statute: 'us-foia' },
      { key, headers: { 'idempotency-key': idempotencyKey } },
    );
  const named = (name: string) => desk.app.get(Database).read((scope) => scope.em.countBy(Agency, { name }));
  const keptRows = () => desk.app.get(Database).read((scope) => scope.em.count(IdempotencyKey));

  it('answers the same to a call that is made again, and says that it does', async () => {
    const first = await add('again', 'Again');
    const second = await add('again', 'Again');
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(await named('Again')).toBe(1);
  });

  it('has one effect and equal answers when 50 calls come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => add('fifty', 'Fifty')));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 50 }, () => 201));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await named('Fifty')).toBe(1);
  });

  it('without a key makes as many as are asked for', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => desk.call('POST', '/agencies', { name: 'Many', statute: 'us-foia' })),
    );
    expect(await named('Many')).toBe(20);
  });

  it('refuses the same key with another body', async () => {
    await add('other', 'First body');
    expect(await add('other', 'Second body')).toMatchObject({ status: 422 });
    expect(await named('Second body')).toBe(0);
  });

  it('keeps keys of different people and routes apart', async () => {
    const { id, key } = await aPerson(desk, 'editor');
    const headers = { 'idempotency-key': 'apart' };
    expect((await add('apart', 'Apart')).status).toBe(201);
    expect((await add('apart', 'Apart too', key)).status).toBe(201);
    const elsewhere = await desk.call('POST', `/users/${id}/keys`, { label: 'apart' }, { headers });
    expect(elsewhere).toMatchObject({ status: 201, body: { label: 'apart' } });
  });

  it('keeps no refusal: what failed may be tried again', async () => {
    const taken = { name: 'T', email: 'taken@desk.test', role: 'viewer' };
    const { id } = (await desk.call('POST', '/users', taken)).body;
    const call = () => desk.call('POST', '/users', taken, { headers: { 'idempotency-key': 'retry' } });
    expect((await call()).status).toBe(409);
    const edit = { email: 'moved@desk.test' };
    await desk.call('PATCH', `/users/${id}`, edit, { headers: { 'if-match': '*' } });
    expect((await call()).status).toBe(201);
  });

  it('never keeps a secret: a replay has null in its place', async () => {
    const { id } = await aPerson(desk, 'viewer');
    const call = () =>
      desk.call('POST', `/users/${id}/keys`, { label: 's' }, { headers: { 'idempotency-key': 'secret' } });
    const [first, second] = [await call(), await call()];
    expect(first.body.key).toMatch(/^fd_/);
    expect(second).toMatchObject({ status: 201, body: { ...first.body, key: null } });
    const rows = await desk.app.get(Database).read((scope) => scope.em.find(IdempotencyKey));
    expect(JSON.stringify(rows)).not.toContain(first.body.key.split('_').slice(2).join('_'));
  });

  it('repeats an answer without a body', async () => {
    const { id } = await aPerson(desk, 'viewer');
    const [{ id: keyId }] = (await desk.call('GET', `/keys?userId=${id}`)).body.items;
    const call = () => desk.call('DELETE', `/keys/${keyId}`, undefined, { headers: { 'idempotency-key': 'gone' } });
    expect([(await call()).status, (await call()).status]).toEqual([204, 204]);
  });

  it('takes keys of 1 to 255 characters', async () => {
    expect((await add('k'.repeat(255), 'Long')).status).toBe(201);
    expect((await add('k'.repeat(256), 'Too long')).status).toBe(400);
    expect((await add('', 'Empty')).status).toBe(400);
    expect(await named('Too long')).toBe(0);
  });

  it('remembers for a day, then forgets', async () => {
    const first = await add('day', 'Day');
    desk.now.advance(DAY - 1000);
    expect((await add('day', 'Day')).body).toEqual(first.body);
    desk.now.advance(2000);
    expect((await add('day', 'Day')).body.id).not.toBe(first.body.id);
    desk.now.advance(DAY + 1000);
    await desk.sweep();
    expect(await keptRows()).toBe(0);
  });
});
