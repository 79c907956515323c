import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { v5, v7 } from 'uuid';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp } from '../src/app.ts';
import { Database } from '../src/database/database.ts';
import { feeds } from '../src/database/migrations/0013-feeds.ts';
import { sql } from '../src/database/sql.ts';
import { CalendarEntry } from '../src/feeds/feed.entity.ts';
import { Request, RequestDeadline } from '../src/requests/request.entity.ts';
import { aFeed, eventsAt, fetchFeed, type ReadEvent } from './support/calendars.ts';
import { count, long } from './support/counts.ts';
import { type Answer, type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, deadlineOf, type Fact, file, filedOn, record } from './support/filing.ts';

const received: Fact = { kind: 'received', on: '2026-06-01' };
const filed = [filedOn('2026-06-01'), received];
const asked: Fact = { kind: 'clarification-requested', on: '2026-06-08', answerBy: '2026-07-08' };
const MORNING = 9;

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;
  let ann: { id: string; key: string };
  let all: string;

  beforeAll(async () => {
    desk = await startDesk({ engine });
    desk.now.set('2026-06-20T16:00:00Z');
    agencyId = await anAgency(desk, { name: 'Army; Criminal, Investigation \\ Division' });
    ann = await aPerson(desk, 'editor', 'Ann');
    all = (await aFeed(desk, { scope: 'everything' })).path;
  }, 60_000);
  afterAll(async () => desk?.stop());

  const get = async (path: string, key = desk.key) => (await desk.call('GET', path, undefined, { key })).body;
  const uidOf = (requestId: string, deadlineId: string) => v5(deadlineId, requestId);
  const of = (events: ReadEvent[], requestId: string) => events.filter((one) => one.url.endsWith(requestId));
  const itemsAt = async (path: string) => (await fetchFeed(desk, path.replace('.ics', '.json'))).body.items as any[];
  /** The event of a request's only deadline of this kind, in the feed of everything. */
  const eventOf = async (requestId: string, kind: string): Promise<ReadEvent> => {
    const { id } = deadlineOf(await get(`/requests/${requestId}`), kind);
    return (await eventsAt(desk, all)).find((one) => one.uid === uidOf(requestId, id))!;
  };
  const database = () => desk.app.get(Database);

  describe('tells', () => {
    it('every deadline that is owed, on its legal day, with why; as GET /deadlines has them', async () => {
      const denied = [...filed, { kind: 'determined', on: '2026-06-18', outcome: 'denied', notifiedOn: '2026-06-18' }];
      const tokyo = await anAgency(desk, { name: 'Embassy in Tokyo', timeZone: 'Asia/Tokyo' });
      await file(desk, agencyId, filed);
      await file(desk, tokyo, filed);
      await file(desk, agencyId, [...filed, asked]);
      await file(desk, agencyId, denied);
      const events = await eventsAt(desk, all);
      const items = await itemsAt(all);
      const { items: deadlines } = await get('/deadlines?limit=200');
      const owed = deadlines.filter(
        (one: any) => one.dueOn && (one.state === 'running' || (one.state === 'missed' && !one.metOn)),
      );
      expect(owed.length).toBeGreaterThan(6);
      const live = events.filter((one) => one.status !== 'CANCELLED');
      expect(live.map((one) => one.uid).sort()).toEqual(owed.map((one: any) => uidOf(one.request.id, one.id)).sort());
      for (const deadline of owed) {
        const { id, dueOn, kind, owedBy, state, expected, request } = deadline;
        const event = events.find((one) => one.uid === uidOf(request.id, id))!;
        expect(event).toMatchObject({ on: dueOn, status: expected ? 'TENTATIVE' : 'CONFIRMED', sequence: 0 });
        expect(Date.parse(event.until) - Date.parse(event.on)).toBe(24 * 3600 * 1000);
        expect(event.summary).toContain(`${request.number} ${request.subject}`);
        expect(event.url).toBe(`http://desk.test/api/v1/requests/${request.id}`);
        const { text } = await get(`/requests/${request.id}/explanation`);
        const why = text.split('\n\n').find((one: string) => event.description.includes(one));
        expect(why).toMatch(new RegExp(`^${kind.replaceAll('-', ' ')} \\(`));
        expect(event.description).toContain(request.agency.name);
        const item = items.find((one) => one.uid === event.uid);
        expect(item).toMatchObject({ dueOn, kind, owedBy, state, number: request.number, agency: request.agency.name });
        expect(event.description).toContain(item.explanation);
      }
      // What was over before anybody could have seen it is no news.
      expect(events.length).toBe(live.length);
    });

    it('by the same bytes, until something changes', async () => {
      const one = (await fetchFeed(desk, all)).body;
      desk.now.advance(60_000);
      expect((await fetchFeed(desk, all)).body).toBe(one);
      const other = (await aFeed(desk, { scope: 'everything' })).path;
      expect((await fetchFeed(desk, other)).body).toBe(one);
      await file(desk, agencyId, filed);
      expect((await fetchFeed(desk, all)).body).not.toBe(one);
    });

    it('with alarms: for ours a week, a day and none before, for theirs on the morning after', async () => {
      const { id } = await file(desk, agencyId, [...filed, asked]);
      const ours = await eventOf(id, 'answer');
      expect(ours.alarms).toEqual([MORNING - 7 * 24, MORNING - 24, MORNING]);
      const other = await file(desk, agencyId, filed);
      expect((await eventOf(other.id, 'determination')).alarms).toEqual([24 + MORNING]);
      // Nobody is reminded of sample data.
      await database().write((tx) => sql(tx, 'UPDATE request SET sample = true WHERE id = :id', { id }));
      expect(await eventOf(id, 'answer')).toMatchObject({ on: '2026-07-08', alarms: [] });
    });

    it('on the day whatever zone the desk stands in', async () => {
      const { TZ } = process.env;
      const { id } = await file(desk, agencyId, [filedOn('2026-06-02'), { kind: 'received', on: '2026-06-02' }]);
      try {
        for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York']) {
          process.env.TZ = zone;
          // Something new each time, so that nothing is told from memory.
          await desk.call('PATCH', `/requests/${id}`, { subject: zone }, { headers: { 'if-match': '*' } });
          expect(await eventOf(id, 'determination')).toMatchObject({ on: '2026-07-01', until: '2026-07-02' });
        }
      } finally {
        if (TZ === undefined) delete process.env.TZ;
        else process.env.TZ = TZ;
      }
    });
  });

  describe('a date that moves', () => {
    it('moves in the calendar: one event for ever, its sequence never goes down', async () => {
      const { id } = await file(desk, agencyId, filed);
      const first = await eventOf(id, 'determination');
      expect(first).toMatchObject({ on: '2026-06-30', sequence: 0, status: 'CONFIRMED' });
      const told: [string, number, string][] = [];
      const tell = async () => {
        const own = of(await eventsAt(desk, all), id).filter((one) => one.uid === first.uid);
        expect(own).toHaveLength(1);
        told.push([own[0]!.on, own[0]!.sequence, own[0]!.status]);
      };
      const put = async (fact: Fact) => {
        desk.now.advance(1000);
        const answer = await record(desk, id, fact);
        expect(answer.status).toBe(201);
        await tell();
        const timeline = await get(`/requests/${id}/timeline`);
        return timeline.items.filter((one: any) => one.type === 'status-change').at(-1).statusChange.id as string;
      };
      const extension = await put({ kind: 'extended', on: '2026-06-12', until: '2026-07-15', ground: 'voluminous' });
      await put({ kind: 'corrected', on: '2026-06-13', corrects: extension, replacement: null });
      await put({ ...asked, on: '2026-06-12' });
      await put({ kind: 'clarified', on: '2026-06-18', channel: 'email' });
      // Nothing that concerns the day.
      await put({ kind: 'contacted', on: '2026-06-18', channel: 'phone' });
      await put({ kind: 'determined', on: '2026-06-19', outcome: 'granted' });
      expect(told).toEqual([
        ['2026-07-15', 1, 'CONFIRMED'],
        ['2026-06-30', 2, 'CONFIRMED'],
        ['2026-06-30', 3, 'CANCELLED'],
        ['2026-07-07', 4, 'CONFIRMED'],
        ['2026-07-07', 4, 'CONFIRMED'],
        ['2026-07-07', 5, 'CANCELLED'],
      ]);
      const last = await eventOf(id, 'determination');
      expect(last.alarms).toEqual([]);
      expect(last.summary).toMatch(/^Determination done: /);
      expect(last.lastModified > first.lastModified).toBe(true);
      // Moved and done in one: it is over on its new day.
      const both = await file(desk, agencyId, filed);
      const extended = { kind: 'extended', on: '2026-06-12', until: '2026-07-15', ground: 'voluminous' };
      await record(desk, both.id, [extended, { kind: 'determined', on: '2026-06-19', outcome: 'granted' }]);
      const over = { on: '2026-07-15', sequence: 1, status: 'CANCELLED' };
      expect(await eventOf(both.id, 'determination')).toMatchObject(over);
    });

    it('by a closure, and back again when it is withdrawn', async () => {
      const { id } = await file(desk, agencyId, [filedOn('2026-06-03'), { kind: 'received', on: '2026-06-03' }]);
      const places = async () => {
        const { on, sequence } = await eventOf(id, 'determination');
        return `${on} ${sequence}`;
      };
      expect(await places()).toBe('2026-07-02 0');
      const closure = await desk.call('POST', '/closures', {
        ...{ jurisdiction: 'US', from: '2026-06-24', to: '2026-06-24', effect: 'day-off', says: 'a storm' },
        cites: { label: 'Order' },
      });
      await desk.sweep();
      expect(await places()).toBe('2026-07-06 1');
      await desk.call('DELETE', `/closures/${closure.body.id}`);
      await desk.sweep();
      expect(await places()).toBe('2026-07-02 2');
    });

    it('is told as gone when the fact it came from is taken out, and keeps its place when it comes back', async () => {
      const { id } = await file(desk, agencyId, filed);
      const timeline = await record(desk, id, asked).then(() => get(`/requests/${id}/timeline`));
      const corrects = timeline.items.filter((one: any) => one.type === 'status-change').at(-1).statusChange.id;
      const { uid } = await eventOf(id, 'answer');
      const now = async () => of(await eventsAt(desk, all), id).find((one) => one.uid === uid);
      await record(desk, id, { kind: 'corrected', on: '2026-06-09', corrects, replacement: null });
      expect(await now()).toMatchObject({ on: '2026-07-08', sequence: 1, status: 'CANCELLED', alarms: [] });
      expect((await now())!.summary).toMatch(/^No longer a deadline: /);
      const second = (await get(`/requests/${id}/timeline`)).items.filter((one: any) => one.type === 'status-change');
      const undone = {
        kind: 'corrected',
        on: '2026-06-10',
        corrects: second.at(-1).statusChange.id,
        replacement: null,
      };
      expect(await record(desk, id, undone)).toMatchObject({ status: 201 });
      expect(await now()).toMatchObject({ on: '2026-07-08', sequence: 2, status: 'CONFIRMED' });
    });

    it('into the past stays for 90 days, late, and then is left to the list of deadlines', async () => {
      const before = desk.now.instant();
      try {
        const tokyo = await anAgency(desk, { name: 'Consulate', timeZone: 'Asia/Tokyo' });
        const { id } = await file(desk, tokyo, filed);
        desk.now.set('2026-06-30T14:59:59Z');
        const tag = (await fetchFeed(desk, all)).headers.etag!;
        expect((await eventOf(id, 'determination')).summary).toMatch(/^Determination due from the agency: /);
        // Midnight in Tokyo; no sweep has come by, and where the reader is it is the same day.
        desk.now.set('2026-06-30T15:00:00Z');
        expect((await fetchFeed(desk, all, { 'if-none-match': tag })).status).toBe(200);
        const late = await eventOf(id, 'determination');
        expect(late).toMatchObject({ on: '2026-06-30', sequence: 0, status: 'CONFIRMED' });
        expect(late.summary).toMatch(/^Determination is late: /);
        desk.now.set('2026-09-28T16:00:00Z');
        expect(await eventOf(id, 'determination')).toBeDefined();
        desk.now.set('2026-09-29T16:00:00Z');
        expect(await eventOf(id, 'determination')).toBeUndefined();
      } finally {
        desk.now.set(before);
      }
    });

    it('is known from before there were feeds', async () => {
      const rows = () =>
        database().read((scope) =>
          sql<any>(scope, 'SELECT * FROM calendar_entry WHERE live ORDER BY request_id, deadline_id'),
        );
      const before = await rows();
      await database().write((tx) => sql(tx, 'DELETE FROM calendar_entry'));
      await database().write((tx) => sql(tx, feeds.statements(engine).at(-1)!));
      const bare = ({ request_id, deadline_id, due_on }: any) => ({ request_id, deadline_id, due_on });
      expect(before.length).toBeGreaterThan(10);
      expect((await rows()).map(bare)).toEqual(before.map(bare));
    });
  });

  describe('who sees what', () => {
    const numbers = async (path: string) => [...new Set((await itemsAt(path)).map((one) => one.number))].sort();

    it('mine: looked after, watched, or made and looked after by nobody; a tag; everything', async () => {
      const bob = await aPerson(desk, 'editor', 'Bob');
      const made = await file(desk, agencyId, filed, { tags: ['weapons', 'iraq'] }, bob.key);
      const given = await file(desk, agencyId, filed, { assigneeId: ann.id }, bob.key);
      const held = await file(desk, agencyId, filed, { assigneeId: bob.id, tags: ['weapon'] });
      const watched = await file(desk, agencyId, filed, { tags: ['weapons'] });
      await desk.call('PUT', `/requests/${watched.id}/watchers/${bob.id}`, undefined, { key: bob.key });
      const mine = (await aFeed(desk, { scope: 'mine' }, bob.key)).path;
      expect(await numbers(mine)).toEqual([made.number, held.number, watched.number].sort());
      const tagged = (await aFeed(desk, { scope: 'tag', tag: 'weapons', label: 'Wéapons, 1; \\' }, bob.key)).path;
      expect(await numbers(tagged)).toEqual([made.number, watched.number].sort());
      const { body } = await fetchFeed(desk, tagged);
      expect(body).toContain('\r\nX-WR-CALNAME:Wéapons\\, 1\\; \\\\\r\n');
      const everything = (await aFeed(desk, { scope: 'everything' }, bob.key)).path;
      expect(await numbers(everything)).toEqual(await numbers(all));
      expect(await numbers(everything)).toContain(given.number);
    });

    it('whoever loses a request, or the desk, loses it with the next call', async () => {
      const eve = await aPerson(desk, 'viewer', 'Eve');
      const secret = await file(desk, agencyId, filed, { access: 'members', tags: ['hush'] }, ann.key);
      const feed = async (scope: object) => (await aFeed(desk, scope, eve.key)).path;
      const paths = [await feed({ scope: 'everything' }), await feed({ scope: 'tag', tag: 'hush' })];
      const sees = async () =>
        Promise.all(paths.map(async (path) => (await numbers(path)).includes(secret.number as string)));
      const member = (method: string) =>
        desk.call(method, `/requests/${secret.id}/members/${eve.id}`, undefined, { key: ann.key });
      expect(await sees()).toEqual([false, false]);
      await member('PUT');
      expect(await sees()).toEqual([true, true]);
      const { etag } = (await fetchFeed(desk, paths[0]!)).headers;
      await member('DELETE');
      expect(await sees()).toEqual([false, false]);
      expect((await fetchFeed(desk, paths[0]!, { 'if-none-match': etag! })).status).toBe(200);
      const as = (fields: object) => desk.call('PATCH', `/users/${eve.id}`, fields, { headers: { 'if-match': '*' } });
      await as({ role: 'owner' });
      expect(await sees()).toEqual([true, true]);
      await as({ role: 'viewer' });
      expect(await sees()).toEqual([false, false]);
      await as({ disabled: true });
      for (const path of paths) expect((await fetchFeed(desk, path)).status).toBe(404);
      await as({ disabled: false });
      expect((await fetchFeed(desk, paths[0]!)).status).toBe(200);
    });

    it('a request that becomes confidential takes its words back out of calendars', async () => {
      const { id, number } = await file(desk, agencyId, filed, { subject: 'For all to see' });
      const open = await eventOf(id, 'determination');
      desk.now.advance(1000);
      const veil = (confidential: boolean) =>
        desk.call('PATCH', `/requests/${id}`, { confidential }, { headers: { 'if-match': '*' } });
      expect((await veil(true)).status).toBe(200);
      const veiled = await eventOf(id, 'determination');
      expect(veiled).toMatchObject({ uid: open.uid, on: open.on, summary: number, sequence: open.sequence + 1 });
      expect(veiled.stamp > open.stamp).toBe(true);
      desk.now.advance(1000);
      await record(desk, id, { kind: 'contacted', on: '2026-06-18', channel: 'phone' });
      expect(await eventOf(id, 'determination')).toEqual(veiled);
      await veil(false);
      expect((await eventOf(id, 'determination')).summary).toContain('For all to see');
    });

    it('of a confidential request a day, the number and a link', async () => {
      const canary = 'kanarienvogel';
      const there = await anAgency(desk, { name: `${canary} agency` });
      const facts = [
        ...filed,
        { ...asked, note: canary },
        { kind: 'acknowledged', on: '2026-06-09', trackingNumber: canary },
      ];
      const fields = { subject: `${canary} subject`, description: canary, tags: [canary], confidential: true };
      const { id, number } = await file(desk, there, facts, fields);
      await record(desk, id, { kind: 'clarified', on: '2026-06-18', channel: 'email' });
      const { path } = await aFeed(desk, { scope: 'tag', tag: canary, label: 'quiet' });
      const events = await eventsAt(desk, path);
      expect(events.length).toBeGreaterThan(1);
      const url = `http://desk.test/api/v1/requests/${id}`;
      for (const event of events) {
        expect(event).toMatchObject({ summary: number, description: `${number}\n${url}`, url });
        if (event.status === 'CANCELLED') continue;
        expect(event.status).toBe('CONFIRMED');
        expect(event.alarms).toEqual([MORNING - 7 * 24, MORNING - 24, MORNING]);
      }
      for (const item of await itemsAt(path)) {
        const told = Object.entries(item).filter(([, value]) => value !== null);
        expect(Object.fromEntries(told)).toEqual({
          ...{ dueOn: item.dueOn, title: number, status: item.status, number, url },
          ...{ uid: item.uid, sequence: item.sequence, changedAt: item.changedAt },
        });
      }
      const kinds = (await get(`/requests/${id}`)).deadlines.map((one: any) => one.kind as string);
      for (const format of ['ics', 'csv', 'json']) {
        const { body } = await fetchFeed(desk, path.replace('.ics', `.${format}`));
        const text = (typeof body === 'string' ? body : JSON.stringify(body)).replaceAll('\r\n ', '');
        expect(text).toContain(number);
        for (const word of [canary, 'FOIA of', 'U.S.C.', 'determination', 'requester', ...kinds]) {
          // A column is called after what it would hold.
          expect(text.replaceAll(/"?\b(dueOn|owedBy)\b"?/g, '')).not.toContain(word);
        }
      }
    });
  });

  describe('its URL', () => {
    const bare = ({ status, headers, body }: Answer) => {
      const { date: _, 'x-request-id': __, ...rest } = headers;
      return { status, headers: rest, body };
    };

    it('is shown once, opens nothing once it is revoked, and all that is wrong with one is answered alike', async () => {
      const options = { key: ann.key, headers: { 'idempotency-key': v7() } };
      const made = await desk.call('POST', '/feeds', { scope: 'mine', label: 'phone' }, options);
      const again = await desk.call('POST', '/feeds', { scope: 'mine', label: 'phone' }, options);
      expect(again.body).toEqual({ ...made.body, url: null });
      const path = (made.body.url as string).replace('http://desk.test', '');
      const [, , id, file] = path.split('/') as [string, string, string, string];
      const secret = file.slice(0, -4);
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      expect((await fetchFeed(desk, path)).status).toBe(200);
      const list = async () => (await get('/feeds', ann.key)).items.find((one: any) => one.id === id);
      let listed = await list();
      // Noted beside the call.
      for (let n = 0; n < 200 && listed.lastUsedAt === null; n++) listed = await list();
      const { url: _, ...shown } = made.body;
      expect(listed).toEqual({ ...shown, lastUsedAt: desk.now.instant() });
      for (const table of ['feed', 'idempotency_key']) {
        const rows = await database().read((scope) => sql(scope, `SELECT * FROM ${table}`));
        expect(JSON.stringify(rows)).not.toContain(secret);
      }

      const wrong = bare(await fetchFeed(desk, `/f/${id}/${secret.slice(0, -1)}_.ics`));
      expect(wrong).toMatchObject({ status: 404, body: 'No such feed.\n' });
      const others = [`${v7()}/${file}`, `${id}/${secret}`, `${id}/${secret}.html`, `${id}/${secret}.ics.ics`];
      for (const other of [...others, `x/${file}`, `${id}/.ics`, `${id}/${secret}a.ics`]) {
        expect(bare(await fetchFeed(desk, `/f/${other}`))).toEqual(wrong);
      }
      const stranger = await aPerson(desk, 'editor', 'Stranger');
      const revoke = (key: string) => desk.call('DELETE', `/feeds/${id}`, undefined, { key });
      expect((await revoke(stranger.key)).status).toBe(404);
      expect((await desk.call('GET', `/feeds?userId=${ann.id}`, undefined, { key: stranger.key })).status).toBe(403);
      expect((await fetchFeed(desk, path)).status).toBe(200);
      // An owner may.
      expect((await get(`/feeds?userId=${ann.id}`)).items.map((one: any) => one.id)).toContain(id);
      expect((await revoke(desk.key)).status).toBe(204);
      expect(bare(await fetchFeed(desk, path))).toEqual(wrong);
      expect((await revoke(ann.key)).status).toBe(204);
    });

    it('is cheap to ask again, and tells programs to keep it to themselves', async () => {
      const got = await fetchFeed(desk, all);
      expect(got.headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, no-cache',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'content-disposition': 'inline; filename="deadlines.ics"',
      });
      const { etag } = got.headers as { etag: string };
      expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
      for (const seen of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
        const same = await fetchFeed(desk, all, { 'if-none-match': seen });
        expect(same).toMatchObject({ status: 304, headers: { etag, 'cache-control': 'private, no-cache' } });
        expect(same.body).toHaveLength(0);
      }
      expect((await fetchFeed(desk, all, { 'if-none-match': 'W/"x"' })).status).toBe(200);
      expect((await fetchFeed(desk, all.replace('.ics', '.csv'), { 'if-none-match': etag })).status).toBe(200);
      const head = await fetchFeed(desk, all, {}, 'HEAD');
      expect(head).toMatchObject({ status: 200, headers: { etag } });
      expect(head.headers['content-length']).toBe(String(Buffer.byteLength(got.body)));
      expect((await fetchFeed(desk, all, {}, 'POST')).status).toBe(404);
      const { id } = await file(desk, agencyId, filed);
      const changed = (await fetchFeed(desk, all)).headers.etag;
      expect(changed).not.toBe(etag);
      // Another subject is another title.
      await desk.call('PATCH', `/requests/${id}`, { subject: 'Other' }, { headers: { 'if-match': '*' } });
      expect((await fetchFeed(desk, all)).headers.etag).not.toBe(changed);
    });

    it('stands in no log and in no answer, however it is written', async () => {
      const lines: string[] = [];
      const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
      const app = await createApp({ ...desk.config, port: 0 }, { now: desk.now, log });
      try {
        await app.listen(0, '127.0.0.1');
        const url = await app.getUrl();
        const secret = all.split('/').at(-1)!.slice(0, -4);
        const statuses: number[] = [];
        const id = all.split('/')[2]!;
        for (const path of [all, `/%66/${id}/${secret}.ics`, `${all}x`, `${all}?%00`, `/api/v1${all}`, `${all}/more`]) {
          const answer = await fetch(`${url}${path}`);
          statuses.push(answer.status);
          expect(await answer.text()).not.toContain(secret);
        }
        expect(statuses).toEqual([200, 200, 404, 400, 404, 404]);
        expect(lines.filter((line) => line.includes(`/f/${id}/…`))).toHaveLength(6);
        expect(lines.join('')).not.toContain(secret);
      } finally {
        await app.close();
      }
    });

    it('is asked for in a way that makes sense', async () => {
      const add = (given: object) => desk.call('POST', '/feeds', given);
      for (const [given, status, pointer] of [
        [{ scope: 'tag' }, 422, '/tag'],
        [{ scope: 'mine', tag: 'x' }, 422, '/tag'],
        [{ scope: 'all' }, 400, '/scope'],
        [{ scope: 'tag', tag: 'a,b' }, 400, '/tag'],
        [{ scope: 'mine', label: 'a\r\nb' }, 400, '/label'],
        [{ scope: 'mine', secret: 'x' }, 400, '/secret'],
      ] as const) {
        const answer = await add(given);
        expect({ given, status: answer.status, pointer: answer.body.errors?.[0].pointer }).toEqual({
          given,
          status,
          pointer,
        });
      }
    });
  });

  describe('words', () => {
    it('break no line, begin no property and start no formula', async () => {
      const { path } = await aFeed(desk, { scope: 'tag', tag: 'odd', label: 'END:VCALENDAR' });
      const subjects = [
        `=HYPERLINK("http://x.test","click")`,
        `🗂️ ${'Ünïcödé – 武器 '.repeat(12)}`.trim(),
        'a\\nb; c, "d": e\\',
        '@SUM(1+1)*cmd|calc',
      ];
      const ids: string[] = [];
      for (const subject of subjects) ids.push((await file(desk, agencyId, filed, { subject, tags: ['odd'] })).id);
      const lines = await desk.call('POST', '/requests', { agencyId, subject: 'a\r\nATTACH:x', description: 'x' });
      expect(lines.status).toBe(400);
      // Should one ever come in by another door.
      const broken = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:injected\nSUMMARY:y\rz';
      const { id } = await file(desk, agencyId, filed, { tags: ['odd'] });
      await database().write((tx) => sql(tx, 'UPDATE request SET subject = :broken WHERE id = :id', { broken, id }));
      const events = await eventsAt(desk, path);
      expect(new Set(events.map((one) => one.uid)).size).toBe(events.length);
      expect(new Set(events.map((one) => one.url.split('/').at(-1)))).toEqual(new Set([...ids, id]));
      for (const [i, subject] of subjects.entries()) {
        for (const event of of(events, ids[i]!)) {
          expect(event.summary.endsWith(` ${subject}`)).toBe(true);
          expect(event.description.split('\n')[0]!.endsWith(`: ${subject}`)).toBe(true);
        }
      }
      const { body, headers } = await fetchFeed(desk, path.replace('.ics', '.csv'));
      expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
      expect(headers['content-disposition']).toBe('attachment; filename="deadlines.csv"');
      const rows = parse<Record<string, string>>(body, { bom: true, columns: true });
      const items = await itemsAt(path);
      expect(rows).toHaveLength(items.length);
      for (const [i, item] of items.entries()) {
        const row = rows[i]!;
        expect(Object.keys(row)).toEqual(Object.keys(item));
        for (const [name, value] of Object.entries(item)) {
          const isFormula = /^[=+\-@\t\r]/.test(String(value));
          expect(row[name]).toBe(`${isFormula ? "'" : ''}${value === null ? '' : String(value)}`);
        }
      }
      expect(rows.some((row) => row.subject!.startsWith(`'=HYPERLINK`))).toBe(true);
      await database().write((tx) => sql(tx, `UPDATE request SET subject = 'mended' WHERE id = :id`, { id }));
    });
  });

  it('of many requests comes quickly, and nobody else waits for it', async () => {
    const many = count(200, 2000);
    const { id } = await file(desk, agencyId, [...filed, asked]);
    const copies = Array.from({ length: many }, () => v7());
    await database().write(async (tx) => {
      const request = await tx.em.findOneByOrFail(Request, { id });
      const deadlines = await tx.em.findBy(RequestDeadline, { requestId: id });
      const entries = await tx.em.findBy(CalendarEntry, { requestId: id });
      for (let i = 0; i < many; i += 50) {
        const lot = copies.slice(i, i + 50);
        const of = (rows: object[]) => lot.flatMap((requestId) => rows.map((row) => ({ ...row, requestId })));
        await tx.em.insert(
          Request,
          lot.map((copy, n) => ({ ...request, id: copy, number: `many-${i + n}` })),
        );
        await tx.em.insert(RequestDeadline, of(deadlines));
        await tx.em.insert(CalendarEntry, of(entries));
      }
    });
    const waited = monitorEventLoopDelay({ resolution: 5 });
    waited.enable();
    for (const format of ['ics', 'ics', 'csv', 'json']) {
      const started = performance.now();
      const { status, headers, body } = await fetchFeed(desk, all.replace('.ics', `.${format}`));
      const ms = performance.now() - started;
      const again = performance.now();
      await fetchFeed(desk, all.replace('.ics', `.${format}`), { 'if-none-match': headers.etag! });
      if (long)
        console.log(format, many, Math.round(ms), Math.round(performance.now() - again), body.length, waited.max / 1e6);
      expect(status).toBe(200);
      expect(ms).toBeLessThan(count(10_000, 60_000));
    }
    waited.disable();
    // One turn of the loop, the test's own parsing included.
    expect(waited.max / 1e6).toBeLessThan(count(500, 1500));
    expect((await eventsAt(desk, all)).length).toBeGreaterThan(2 * many);
  }, 180_000);
});

describe('Limits', () => {
  it('stop whoever tries secrets out, and nobody else', async () => {
    const desk = await startDesk({ engine: 'sqlite', env: { RATE_LIMIT: '40' } });
    try {
      const { id, path } = await aFeed(desk, { scope: 'mine' });
      const wrong = `/f/${id}/${'x'.repeat(43)}.ics`;
      const statuses: number[] = [];
      for (let n = 0; n < 3; n++) statuses.push((await fetchFeed(desk, wrong)).status);
      expect(statuses).toEqual([404, 404, 429]);
      const stopped = await fetchFeed(desk, wrong);
      expect(stopped.headers['retry-after']).toMatch(/^\d+$/);
      expect(JSON.stringify(stopped.body)).not.toContain('xxxx');
      expect(await fetchFeed(desk, path)).toMatchObject({ status: 200, headers: { 'ratelimit-remaining': '39' } });
    } finally {
      await desk.stop();
    }
  });
});
