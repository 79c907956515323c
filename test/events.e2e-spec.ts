import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { Event } from '../src/events/event.entity.ts';
import { FanOut } from '../src/events/fan-out.ts';
import { Publishing } from '../src/events/publishing.ts';
import { count } from './support/counts.ts';
import { type Answer, type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { whenRead } from './support/read.ts';
import { aPerson, anAgency, file, filedOn, record } from './support/filing.ts';
import { at, tick } from './support/reminding.ts';
import { gate } from './support/workshop.ts';

eachEngine((engine) => {
  let desk: Desk;
  let agency: string;
  beforeAll(async () => {
    desk = await startDesk({ engine });
    agency = await anAgency(desk);
  });
  afterAll(() => desk?.stop());

  /** Everything from a place on, page by page. */
  async function follow(after: string | null, key?: string, filter = '') {
    const items: any[] = [];
    let cursor = after;
    for (
      let path: string | null = `/events?limit=3${after === null ? '' : `&after=${after}`}${filter}`;
      path !== null;
    ) {
      const answer: Answer = await desk.call('GET', path, undefined, key === undefined ? {} : { key });
      expect(answer).toMatchObject({ status: 200 });
      items.push(...answer.body.items);
      ({ next: path, cursor } = answer.body);
    }
    return { items, cursor };
  }
  const now = async () => (await follow(null)).cursor;
  const typesOf = (items: any[]) => items.map((item) => item.type);

  it('tells what happened, each thing once and in order, and where to go on', async () => {
    const from = await now();
    const { id, number } = await file(desk, agency, [filedOn('2026-06-01')]);
    const first = await follow(from);
    const request = { id, number, url: `http://desk.test/api/v1/requests/${id}` };
    expect(first.items.slice(0, 2)).toMatchObject([
      { type: 'request.created', request, data: { version: 1 } },
      { type: 'status-change.recorded', request, data: { kind: 'filed', on: '2026-06-01' } },
    ]);
    expect(typesOf(first.items.slice(2))).toContain('deadline.opened');
    expect(await follow(first.cursor)).toEqual({ items: [], cursor: first.cursor });
    await record(desk, id, { kind: 'acknowledged', on: '2026-06-01', receivedOn: '2026-05-28' });
    await desk.call('PATCH', `/requests/${id}`, { subject: 'Else' }, { headers: { 'if-match': '*' } });
    const second = await follow(first.cursor);
    expect(typesOf(second.items).filter((type) => !type.startsWith('deadline'))).toEqual([
      'status-change.recorded',
      'request.edited',
    ]);
    const moved = second.items.find((item) => item.type === 'deadline.moved' && item.data.kind === 'determination');
    expect(moved.data).toMatchObject({ owedBy: 'agency', fromOn: '2026-06-30', dueOn: '2026-06-26' });
    expect(JSON.stringify([first, second])).not.toMatch(/Stolen|Else|investigation/);
    // From the start it is the same story again.
    const all = (await follow(null)).items.map((item) => item.id);
    expect(all.slice(-first.items.length - second.items.length)).toEqual(
      [...first.items, ...second.items].map((item) => item.id),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it('tells of deadlines that are missed by time alone, and of those that are met', async () => {
    const { id } = await file(desk, agency, [filedOn('2026-06-01')]);
    const from = await now();
    await tick(desk, at('2026-07-01', '12:00'));
    const missed = (await follow(from, undefined, '&type=deadline.missed')).items.filter(
      (one) => one.request.id === id,
    );
    expect(missed).toMatchObject([{ byUserId: null, data: { kind: 'determination', dueOn: '2026-06-30' } }]);
    await record(desk, id, { kind: 'determined', on: '2026-06-20', outcome: 'granted' });
    const met = (await follow(from, undefined, '&type=deadline.met')).items.filter((one) => one.request.id === id);
    expect(met).toMatchObject([{ data: { kind: 'determination', metOn: '2026-06-20' } }]);
    desk.now.set(at('2026-06-01'));
  });

  it('tells of documents and reminders', async () => {
    const { id } = await file(desk, agency);
    const from = await now();
    const form = new FormData();
    form.set('file', new Blob(['released'], { type: 'text/plain' }), 'secret-name.txt');
    const document = await desk.call('POST', `/requests/${id}/documents`, form);
    await whenRead(desk, document.body.id);
    const headers = { 'if-match': '*' };
    await desk.call('PATCH', `/documents/${document.body.id}`, { label: 'secret label' }, { headers });
    const reminder = await desk.call('POST', `/requests/${id}/reminders`, { on: '2026-06-02', text: 'secret text' });
    await tick(desk, at('2026-06-02', '09:00'));
    const { items } = await follow(from);
    expect(items.filter((item) => item.request.id === id)).toMatchObject([
      { type: 'document.attached', data: { documentId: document.body.id } },
      { type: 'document.read', data: { documentId: document.body.id } },
      { type: 'document.edited', data: { documentId: document.body.id } },
      { type: 'reminder.sent', data: { reminderId: reminder.body.id, rung: 'own' } },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/secret/);
    desk.now.set(at('2026-06-01'));
  });

  it('shows nobody what they may not see, and counts nothing of it; what is opened later is there from the start', async () => {
    const viewer = await aPerson(desk, 'viewer', 'follower');
    const from = (await follow(null, viewer.key)).cursor;
    const { id } = await file(desk, agency, [filedOn('2026-06-01')], { access: 'members' });
    expect(await follow(from, viewer.key)).toEqual({ items: [], cursor: from });
    await desk.call('PUT', `/requests/${id}/members/${viewer.id}`);
    const opened = await follow(from, viewer.key);
    expect(typesOf(opened.items).slice(0, 2)).toEqual(['request.created', 'status-change.recorded']);
    await desk.call('DELETE', `/requests/${id}/members/${viewer.id}`);
    expect((await follow(from, viewer.key)).items).toEqual([]);
    // A place that one had seen stays good when one may not see it any more.
    expect((await follow(opened.cursor, viewer.key)).items).toEqual([]);
  });

  it('of a confidential request says its number and a link, whatever happened, also of what was told openly before', async () => {
    const from = await now();
    const { id, number } = await file(desk, agency, [filedOn('2026-06-01')]);
    await desk.call('PATCH', `/requests/${id}`, { confidential: true }, { headers: { 'if-match': '*' } });
    const { items } = await follow(from);
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      const request = { number, url: `http://desk.test/api/v1/requests/${id}` };
      expect(item).toEqual({ id: item.id, at: item.at, type: 'request.touched', request });
    }
    expect((await follow(from, undefined, '&type=request.created')).items).toEqual([]);
    expect((await follow(from, undefined, '&type=request.touched')).items).toHaveLength(items.length);
  });

  it('says nothing of sample data', async () => {
    const from = await now();
    const { id } = await file(desk, agency, [filedOn('2026-06-01')]);
    await desk.app
      .get(Database)
      .write((tx) => sql(tx, 'UPDATE request SET sample = :yes WHERE id = :id', { yes: true, id }));
    expect((await follow(from)).items).toEqual([]);
  });

  it.each(['x', '0', 'AAAAAAAAAAAAAAAAAAAAAA', '-1', '5'])(
    'refuses a cursor it has not given out: %s',
    async (cursor) => {
      expect(await desk.call('GET', `/events?after=${cursor}`)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/after' }] },
      });
    },
  );

  it('refuses other types and limits in words', async () => {
    expect(await desk.call('GET', '/events?type=nonsense')).toMatchObject({ status: 400 });
    expect(await desk.call('GET', '/events?limit=0')).toMatchObject({ status: 400 });
    expect(await desk.call('GET', '/events?offset=1')).toMatchObject({ status: 400 });
  });

  describe('beside writers that commit in another order than they began', () => {
    it('nothing is passed over', async () => {
      const database = desk.app.get(Database);
      const [early, late] = [await file(desk, agency), await file(desk, agency)];
      const from = await now();
      const write = (requestId: string, wait: Promise<void>, written: () => void) =>
        database.write(async (tx) => {
          await put(tx, requestId);
          written();
          await wait;
        });
      if (engine === 'sqlite') return;
      const [hold, begun] = [gate(), gate()];
      const slow = write(early.id, hold.opened, begun.open);
      await begun.opened;
      await write(late.id, Promise.resolve(), () => undefined);
      const first = await follow(from);
      expect(first.items.map((item) => item.request.id)).toEqual([late.id]);
      hold.open();
      await slow;
      const second = await follow(first.cursor);
      expect(second.items.map((item) => item.request.id)).toEqual([early.id]);
    });

    async function put(tx: Parameters<Parameters<Database['write']>[0]>[0], requestId: string): Promise<void> {
      const { v7 } = await import('uuid');
      const [row] = await sql<{ last: number | string }>(tx, 'SELECT coalesce(max(seq), 0) AS last FROM event');
      const event = { id: v7(), number: null, seq: Number(row!.last) + 1, type: 'request.edited' as const, requestId };
      await tx.em.insert(Event, { ...event, byUserId: null, at: desk.now.instant(), data: {} });
    }

    it('each reader sees every event once and in the order of each request, whoever writes and numbers meanwhile', async () => {
      const many = count(8, 40);
      const from = await now();
      const ids: string[] = [];
      for (let n = 0; n < 4; n++) ids.push((await file(desk, agency, [filedOn('2026-06-01')])).id);
      let done = false;
      const seen: any[] = [];
      let cursor = from;
      const reading = (async () => {
        do {
          const last = done;
          const page = await follow(cursor);
          seen.push(...page.items);
          ({ cursor } = page);
          if (last) return;
        } while (true);
      })();
      const numbering = (async () => {
        for (; !done; await sleep(2)) await desk.app.get(Publishing).publish();
      })();
      await Promise.all(
        ids.map(async (id) => {
          for (let n = 0; n < many; n++) {
            expect(await record(desk, id, { kind: 'contacted', on: '2026-06-01', channel: 'phone' })).toMatchObject({
              status: 201,
            });
          }
        }),
      ).finally(() => (done = true));
      await Promise.all([reading, numbering]);
      expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length);
      for (const id of ids) {
        const { body } = await desk.call('GET', `/requests/${id}/timeline?limit=200`);
        const facts = body.items
          .filter((item: any) => item.type === 'status-change')
          .map((item: any) => item.statusChange.id);
        const told = seen.filter((item) => item.type === 'status-change.recorded' && item.request.id === id);
        expect(told.map((item) => item.data.statusChangeId)).toEqual(facts);
      }
      const rows = await desk.app
        .get(Database)
        .read((scope) => sql<{ number: number | string }>(scope, 'SELECT number FROM event ORDER BY number'));
      expect(rows.map((row) => Number(row.number))).toEqual(rows.map((_, i) => i + 1));
    });
  });

  it('no row is ever changed, and none is numbered twice', async () => {
    const database = desk.app.get(Database);
    for (const change of [`data = '{}'`, `type = 'request.edited'`, `number = number + 1000000`, 'number = NULL']) {
      await expect(database.write((tx) => sql(tx, `UPDATE event SET ${change}`))).rejects.toThrow(/append-only/);
    }
  });

  it('forgets what is old, from the start, and says so to whoever comes back too late', async () => {
    const old = await now();
    await file(desk, agency);
    const [before, later] = [desk.now.instant(), at('2026-08-31', '03:00')];
    desk.now.set(later);
    const kept = await file(desk, agency);
    await tick(desk, later);
    expect(before < later).toBe(true);
    const items = (await follow(null)).items;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.at >= at('2026-06-02', '03:00'))).toBe(true);
    expect(items.some((item) => item.request.id === kept.id)).toBe(true);
    const refused = await desk.call('GET', `/events?after=${old}`);
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ pointer: '/after' }] } });
    expect(refused.body.detail).toMatch(/not all kept any more/);
    const cursor = (await follow(null)).cursor;
    expect((await follow(cursor)).items).toEqual([]);
    expect(desk.app.get(FanOut).hasWebhooks).toBe(false);
  });
});
