import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { verifyRequests } from '../src/requests/verify.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, deadlineOf, file, filedOn } from './support/filing.ts';
import { Mailbox } from './support/mailbox.ts';
import { at, reminders, tick } from './support/reminding.ts';

const cites = { label: 'Executive Order 1', url: 'https://orders.example/1' };
const received = { kind: 'received', on: '2026-11-02' };

eachEngine((engine) => {
  let desk: Desk;
  let box: Mailbox;

  beforeAll(async () => {
    box = await Mailbox.start();
    desk = await startDesk({ engine, env: { SMTP_URL: box.url } });
  }, 60_000);
  afterAll(async () => {
    await desk?.stop();
    await box?.stop();
  });

  const closure = (fields: object) => ({
    statute: 'us-foia',
    from: '2026-11-16',
    to: '2026-11-18',
    effect: 'suspends',
    says: 'terms are suspended after the flood',
    cites,
    ...fields,
  });
  const add = (fields: object = {}, options: object = {}) => desk.call('POST', '/closures', closure(fields), options);
  const get = async (id: string, query = '') => (await desk.call('GET', `/requests/${id}${query}`)).body;
  const dueOn = async (id: string, query = '') => deadlineOf(await get(id, query), 'determination').dueOn as string;
  const verified = async () => (await desk.app.get(Database).snapshot(verifyRequests)).faults;
  const anOpenRequest = async (fields: object = {}) =>
    (await file(desk, await anAgency(desk, fields), [filedOn('2026-11-02'), received])).id as string;
  const withdrawAll = async () => {
    const { items } = (await desk.call('GET', '/closures?limit=200')).body;
    for (const one of items) expect((await desk.call('DELETE', `/closures/${one.id}`)).status).toBe(204);
    await desk.sweep();
  };

  it('move dates, keep the old ones with the reason, plan reminders anew, and tell people', async () => {
    await tick(desk, at('2026-11-02'));
    const id = await anOpenRequest();
    const elsewhere = await anOpenRequest({ statute: 'us-pa', name: 'Governor of Pennsylvania' });
    const [before, elsewhereBefore] = [await dueOn(id), await dueOn(elsewhere)];
    expect(before).toBe('2026-12-02');
    box.clear();

    desk.now.set(at('2026-11-03'));
    const { status, body } = await add();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      statute: 'us-foia',
      jurisdiction: null,
      effect: 'suspends',
      withdrawnAt: null,
      cites,
    });
    await desk.sweep();
    expect(await dueOn(id)).toBe('2026-12-07');
    expect(await dueOn(elsewhere)).toBe(elsewhereBefore);
    const because =
      'terms stand still (Mon 16 Nov 2026 to Wed 18 Nov 2026): terms are suspended after the flood [Executive Order 1]';
    const { items } = (await desk.call('GET', `/requests/${id}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({ type: 'deadline-moved', from: before, to: '2026-12-07', because });
    const explained = (await desk.call('GET', `/requests/${id}/explanation`)).body.text as string;
    expect(explained).toContain('Mon 16 Nov 2026 is not counted: terms are suspended after the flood');
    const late = (await reminders(desk, `requestId=${id}`)).find(
      (one) => one.state === 'planned' && one.rung.startsWith('late'),
    );
    expect(late).toMatchObject({ dueOn: '2026-12-07' });
    expect(late!.sendAt > at('2026-12-08', '00:00')).toBe(true);

    await tick(desk, at('2026-11-04', '09:00'));
    expect(box.mails).toHaveLength(1);
    expect(box.mails[0]!.text).toContain('The determination moves from Wed 2 Dec 2026 to Mon 7 Dec 2026.');
    expect(box.mails[0]!.text).toContain(`Because: ${because}.`);
    expect(await verified()).toEqual([]);
  });

  it('are told of what was known when', async () => {
    const id = await anOpenRequest();
    await withdrawAll();
    desk.now.set(at('2026-11-05', '10:00'));
    const early = desk.now.instant();
    desk.now.set(at('2026-11-05', '11:00'));
    const { body } = await add();
    const between = desk.now.instant();
    desk.now.set(at('2026-11-05', '12:00'));
    expect((await desk.call('DELETE', `/closures/${body.id}`)).status).toBe(204);
    await desk.sweep();
    const asKnown = (moment: string) => dueOn(id, `?knownAt=${moment}`);
    expect(await asKnown(between)).toBe('2026-12-07');
    expect(await asKnown(desk.now.instant())).toBe('2026-12-02');
    // At `early` what the test before had entered was withdrawn already.
    expect(await asKnown(early)).toBe('2026-12-02');
    expect(await dueOn(id)).toBe('2026-12-02');
    expect(await verified()).toEqual([]);
  });

  it('that are withdrawn move dates back and say so, once', async () => {
    const id = await anOpenRequest();
    const { body } = await add({ effect: 'day-off', from: '2026-11-20', to: '2026-11-20', says: 'a furlough' });
    await desk.sweep();
    expect(await dueOn(id)).toBe('2026-12-03');
    for (let n = 0; n < 2; n++) expect((await desk.call('DELETE', `/closures/${body.id}`)).status).toBe(204);
    await desk.sweep();
    expect(await dueOn(id)).toBe('2026-12-02');
    const { items } = (await desk.call('GET', `/requests/${id}/timeline`)).body;
    const moves = items.filter((one: any) => one.type === 'deadline-moved');
    expect(moves.map((one: any) => one.because)).toEqual([
      'no working day (Fri 20 Nov 2026): a furlough [Executive Order 1]',
      'this was withdrawn: no working day (Fri 20 Nov 2026): a furlough [Executive Order 1]',
    ]);
    expect((await desk.call('DELETE', `/closures/${v7()}`)).status).toBe(404);
  });

  it('that count change the words and no date, and nobody is told', async () => {
    const id = await anOpenRequest();
    await tick(desk, at('2026-11-09', '08:00'));
    box.clear();
    const shutdown = { effect: 'counts', from: '2026-11-10', to: '2026-11-24', says: 'the government was shut' };
    const { status } = await add({ ...shutdown, statute: undefined, jurisdiction: 'US' });
    expect(status).toBe(201);
    await desk.sweep();
    expect(await dueOn(id)).toBe('2026-12-02');
    const steps = deadlineOf(await get(id), 'determination').steps;
    const says = 'Tue 10 Nov 2026 to Tue 24 Nov 2026: the government was shut; those days count all the same';
    expect(steps).toContainEqual({ on: '2026-11-10', says, cites });
    await tick(desk, at('2026-11-10', '09:00'));
    expect(box.mails.map((one) => one.text).filter((text) => text.includes('moves from'))).toEqual([]);
    expect(await verified()).toEqual([]);
    await withdrawAll();
    expect(deadlineOf(await get(id), 'determination').steps).not.toContainEqual({ on: '2026-11-10', says, cites });
  });

  it('hold for the jurisdiction itself, and for requests filed afterwards', async () => {
    const inState = { statute: 'us-pa', name: 'Harrisburg' };
    const before = await dueOn(await anOpenRequest(inState));
    expect(before).toBe('2026-11-09');
    const flood = { from: '2026-11-04', to: '2026-11-05', statute: undefined };
    expect((await add({ ...flood, jurisdiction: 'US-PA' })).status).toBe(201);
    const [federal, state] = [await anOpenRequest(), await anOpenRequest(inState)];
    expect([await dueOn(federal), await dueOn(state)]).toEqual(['2026-12-02', '2026-11-12']);
    await withdrawAll();
    expect(await dueOn(state)).toBe(before);
    expect((await add({ ...flood, jurisdiction: 'US' })).status).toBe(201);
    await desk.sweep();
    expect([await dueOn(federal), await dueOn(state)]).toEqual(['2026-12-04', before]);
    await withdrawAll();
    expect(await verified()).toEqual([]);
  });

  it('miss no request that is filed, or moved on, at the same moment', async () => {
    const agencyId = await anAgency(desk, { name: 'Busy' });
    const old = await file(desk, agencyId, [filedOn('2026-11-02'), received]);
    const filing = Array.from({ length: 6 }, () => file(desk, agencyId, [filedOn('2026-11-02'), received]));
    const recording = desk.call('POST', `/requests/${old.id}/status-changes`, { kind: 'contacted', on: '2026-11-03' });
    const [{ status }, ...filed] = await Promise.all([add(), ...filing, recording]);
    expect(status).toBe(201);
    await desk.sweep();
    const ids = [old.id, ...filed.slice(0, -1).map((one: any) => one.id)];
    expect(await Promise.all(ids.map((id) => dueOn(id)))).toEqual(ids.map(() => '2026-12-07'));
    expect(await verified()).toEqual([]);
    await withdrawAll();
  });

  it('are listed by their days, page by page', async () => {
    await add({ from: '2027-01-04', to: '2027-01-08', says: 'first' });
    await add({ from: '2027-02-01', to: '2027-02-03', says: 'second', statute: undefined, jurisdiction: 'US' });
    const { body: third } = await add({ from: '2027-03-01', to: '2027-03-02', says: 'third' });
    await desk.call('DELETE', `/closures/${third.id}`);
    const list = async (query: string) => {
      const said: string[] = [];
      let next: string | null = `/closures?limit=1&${query}`;
      while (next) {
        const { status, body }: { status: number; body: any } = await desk.call('GET', next);
        expect(status).toBe(200);
        said.push(...body.items.map((one: any) => one.says));
        next = body.next;
      }
      return said;
    };
    expect(await list('from=2027-01-01')).toEqual(['first', 'second']);
    expect(await list('from=2027-01-08&to=2027-02-01')).toEqual(['first', 'second']);
    expect(await list('from=2027-01-09&to=2027-01-31')).toEqual([]);
    expect(await list('statute=us-foia&from=2027-01-01')).toEqual(['first', 'second']);
    expect(await list('jurisdiction=US&from=2027-01-01')).toEqual(['second']);
    expect(await list('jurisdiction=US-PA&from=2027-01-01')).toEqual([]);
    expect(await list('from=2027-01-01&withdrawn=true')).toEqual(['first', 'second', 'third']);
    await withdrawAll();
  });

  it.each([
    ['nobody whose it is', { statute: undefined }, 422, '/jurisdiction'],
    ['two whose it is', { jurisdiction: 'US' }, 422, '/statute'],
    ['a law that nobody knows', { statute: 'mars-foia' }, 422, '/statute'],
    ['a jurisdiction without a law', { statute: undefined, jurisdiction: '__proto__' }, 422, '/jurisdiction'],
    ['an end before its beginning', { to: '2026-11-15' }, 422, '/to'],
    ['more than three years', { to: '2029-11-30' }, 422, '/to'],
    ['a day that does not exist', { from: '2026-02-30' }, 400, '/from'],
    ['an effect that is none', { effect: 'pauses' }, 400, '/effect'],
    ['words on two lines', { says: 'a\nb' }, 400, '/says'],
    ['no source', { cites: undefined }, 400, '/cites'],
    ['a source without a label', { cites: { url: 'https://x.example' } }, 400, '/cites/label'],
    ['a source that would run', { cites: { label: 'x', url: 'javascript:alert(1)' } }, 400, '/cites/url'],
    ['a field too many', { effects: 'counts' }, 400, '/effects'],
  ])('are refused with %s', async (_, fields, status, pointer) => {
    const answer = await add(fields);
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((error: any) => error.pointer)).toContain(pointer);
    expect((await desk.call('GET', '/closures')).body.items).toEqual([]);
  });

  it('are entered once: under one key, and by the same words', async () => {
    const options = { headers: { 'idempotency-key': v7() } };
    const [first, again] = [await add({}, options), await add({}, options)];
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect((await add()).status).toBe(409);
    expect((await desk.call('GET', '/closures')).body.items).toHaveLength(1);
    await withdrawAll();
    expect((await add()).status).toBe(201);
    await withdrawAll();
  });

  it('are entered and withdrawn by editors, and read by viewers', async () => {
    const [editor, viewer] = [await aPerson(desk, 'editor'), await aPerson(desk, 'viewer')];
    expect((await add({}, { key: viewer.key })).status).toBe(403);
    const { status, body } = await add({}, { key: editor.key });
    expect([status, body.recordedBy]).toEqual([201, editor.id]);
    expect((await desk.call('GET', '/closures', undefined, { key: viewer.key })).body.items).toHaveLength(1);
    const path = `/closures/${body.id}`;
    expect((await desk.call('DELETE', path, undefined, { key: viewer.key })).status).toBe(403);
    expect((await desk.call('DELETE', path, undefined, { key: editor.key })).status).toBe(204);
    await desk.sweep();
  });

  it('that another process enters or withdraws are seen at once', async () => {
    const id = await anOpenRequest();
    const database = desk.app.get(Database);
    const today = '?asOf=2026-11-10';
    expect(await dueOn(id, today)).toBe('2026-12-02');
    const { id: by } = (await desk.call('GET', '/me')).body;
    const row = { id: v7(), at: desk.now.instant(), by, cites: JSON.stringify(cites) };
    await database.write((tx) =>
      sql(
        tx,
        `INSERT INTO law_event (id, statute_id, from_on, to_on, effect, says, cites, recorded_at, recorded_by)
         VALUES (:id, 'us-foia', '2026-11-16', '2026-11-18', 'suspends', 'flood', :cites, :at, :by)`,
        row,
      ),
    );
    expect(await dueOn(id, today)).toBe('2026-12-07');
    await database.write((tx) => sql(tx, `INSERT INTO law_event_withdrawal VALUES (:id, :at, :by)`, row));
    expect(await dueOn(id, today)).toBe('2026-12-02');
  });

  it('are never changed or deleted in the database', async () => {
    await add();
    await withdrawAll();
    const database = desk.app.get(Database);
    for (const statement of [
      `UPDATE law_event SET says = 'x'`,
      `DELETE FROM law_event`,
      `UPDATE law_event_withdrawal SET withdrawn_at = 'x'`,
      `DELETE FROM law_event_withdrawal`,
    ]) {
      await expect(database.write((tx) => sql(tx, statement))).rejects.toThrow('append-only');
    }
  });

  describe('in the calculator', () => {
    const read = (fields: object) =>
      desk.call('POST', '/clock', {
        statute: 'us-foia',
        statusChanges: [filedOn('2026-11-02'), received],
        asOf: '2026-11-10',
        ...fields,
      });
    const { statute: _, ...given } = closure({});

    it('are those of the input alone', async () => {
      await add();
      const plain = await read({});
      expect(deadlineOf(plain.body, 'determination').dueOn).toBe('2026-12-02');
      const { status, body } = await read({ closures: [given], whatIf: { closures: [] } });
      expect(status).toBe(200);
      expect(deadlineOf(body, 'determination').dueOn).toBe('2026-12-07');
      expect(deadlineOf(body.whatIf.standing, 'determination').dueOn).toBe('2026-12-02');
      await withdrawAll();
    });

    it.each([
      ['out of order', [{ ...given, to: '2026-11-01' }], 422, '/closures/0/to'],
      ['of no effect', [{ ...given, effect: 'x' }], 400, '/closures/0/effect'],
      ['of a law', [given, closure({})], 400, '/closures/1/statute'],
      ['too many', Array.from({ length: 101 }, () => given), 400, '/closures'],
    ])('are refused when %s', async (_what, closures, status, pointer) => {
      const answer = await read({ closures });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
    });
  });
});
