import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { Sweep } from '../src/jobs/sweep.ts';
import { type Change, Followers } from '../src/requests/follower.ts';
import { NewLaw } from '../src/requests/new-law.service.ts';
import { Turning } from '../src/requests/turning.service.ts';
import { verifyStandings } from '../src/requests/verify.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, deadlineOf, file, filedOn, record } from './support/filing.ts';

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;
  const told: Pick<Change, 'because' | 'byUserId'>[] = [];

  beforeAll(async () => {
    desk = await startDesk({ engine });
    agencyId = await anAgency(desk);
    desk.app.get(Followers).add({
      changed: async (_, { because, byUserId }) => void told.push({ because, byUserId }),
    });
  }, 60_000);
  afterAll(async () => desk?.stop());

  const get = async (id: string) => (await desk.call('GET', `/requests/${id}`)).body;
  const cached = (id: string) =>
    desk.app
      .get(Database)
      .read((scope) =>
        sql<{ read_on: string; version: number }>(scope, `SELECT read_on, version FROM request WHERE id = :id`, { id }),
      )
      .then((rows) => rows[0]!);
  const settled = async () => {
    await desk.sweep();
    await desk.app.get(Sweep).settle();
  };

  describe('as days pass', () => {
    it('a read tells the truth of today before any sweep, and the sweep saves it once', async () => {
      desk.now.set('2026-06-02T16:00:00Z');
      const { id } = await file(desk, agencyId, [filedOn('2026-06-01'), { kind: 'received', on: '2026-06-01' }]);
      desk.now.set('2026-06-20T16:00:00Z');
      expect(await get(id)).toMatchObject({ asOf: '2026-06-20', version: 1 });
      // Midnight in New York: the day after the due date begins.
      desk.now.set('2026-07-01T03:59:59Z');
      expect(deadlineOf(await get(id), 'determination').state).toBe('running');
      desk.now.set('2026-07-01T04:00:00Z');
      const seen = await get(id);
      expect(deadlineOf(seen, 'determination')).toMatchObject({ state: 'missed', overdue: true });
      expect(seen.consequences.map((one: any) => one.kind)).toContain('may-sue');
      expect(await cached(id)).toMatchObject({ read_on: '2026-06-02', version: 1 });

      told.length = 0;
      const turning = desk.app.get(Turning);
      await Promise.all([turning.turn(), turning.turn(), turning.turn()]);
      expect(told).toEqual([{ because: 'turned', byUserId: null }]);
      expect(await cached(id)).toMatchObject({ read_on: '2026-07-01', version: 2 });
      const saved = await get(id);
      expect(saved).toEqual({ ...seen, version: 2, updatedAt: '2026-07-01T04:00:00.000Z' });
      await turning.turn();
      expect(told).toHaveLength(1);
    });

    it('one request that cannot be read does not hold up the others', async () => {
      desk.now.set('2026-07-02T16:00:00Z');
      const first = await file(desk, agencyId, [filedOn('2026-07-01')]);
      const second = await file(desk, agencyId, [filedOn('2026-07-01')]);
      const database = desk.app.get(Database);
      await database.write((tx) => sql(tx, `UPDATE request SET statute_id = 'gone' WHERE id = :id`, { id: first.id }));
      desk.now.set('2026-08-10T16:00:00Z');
      await desk.sweep();
      expect((await cached(second.id)).read_on).toBe('2026-08-10');
      expect((await cached(first.id)).read_on).toBe('2026-07-02');
      await database.write((tx) =>
        sql(tx, `UPDATE request SET statute_id = 'us-foia' WHERE id = :id`, { id: first.id }),
      );
      await desk.sweep();
      expect((await cached(first.id)).read_on).toBe('2026-08-10');
    });

    it('two facts do not lose a turn between them', async () => {
      desk.now.set('2026-09-01T16:00:00Z');
      const { id } = await file(desk, agencyId, [filedOn('2026-09-01')]);
      desk.now.set('2026-10-20T16:00:00Z');
      const writes = [1, 2, 3, 4].map((n) => record(desk, id, { kind: 'contacted', on: `2026-09-0${n}` }));
      await Promise.all([...writes, desk.app.get(Turning).turn()]);
      expect((await cached(id)).version).toBeGreaterThanOrEqual(5);
      expect(await desk.app.get(Database).snapshot(verifyStandings)).toEqual([]);
    });
  });

  describe("when an agency's rules change", () => {
    it('all its requests are read anew, moved dates are kept with their reason, and it is told', async () => {
      desk.now.set('2026-11-02T16:00:00Z');
      const other = await anAgency(desk, { name: 'Interior' });
      const ids: string[] = [];
      for (let n = 0; n < 5; n++) ids.push((await file(desk, other, [filedOn('2026-11-02')])).id);
      const untouched = await file(desk, agencyId, [filedOn('2026-11-02')]);
      expect(deadlineOf(await get(ids[0]!), 'determination').dueOn).toBe('2026-12-02');

      told.length = 0;
      desk.now.set('2026-11-03T16:00:00Z');
      const overrides = { calendar: { add: ['2026-11-27'] } };
      const headers = { 'if-match': '*' };
      expect((await desk.call('PATCH', `/agencies/${other}`, { overrides }, { headers })).status).toBe(200);
      await settled();
      expect(told.filter((change) => change.because === 'law')).toHaveLength(5);
      for (const id of ids) {
        expect(deadlineOf(await get(id), 'determination').dueOn).toBe('2026-12-03');
        const { items } = (await desk.call('GET', `/requests/${id}/timeline`)).body;
        expect(items.at(-1)).toMatchObject({
          from: '2026-12-02',
          to: '2026-12-03',
          because: "the agency's own rules were changed",
        });
        const before = (await desk.call('GET', `/requests/${id}?knownAt=2026-11-03T15:00:00Z`)).body;
        expect(deadlineOf(before, 'determination').dueOn).toBe('2026-12-02');
      }
      expect((await get(untouched.id)).version).toBe(1);
      expect(await desk.app.get(Database).snapshot(verifyStandings)).toEqual([]);
    });

    it('a new zone moves the moments at which days begin', async () => {
      desk.now.set('2026-11-02T16:00:00Z');
      const other = await anAgency(desk, { name: 'Pacific' });
      const { id } = await file(desk, other, [filedOn('2026-11-02')]);
      await desk.call(
        'PATCH',
        `/agencies/${other}`,
        { timeZone: 'Pacific/Honolulu' },
        { headers: { 'if-match': '*' } },
      );
      await settled();
      const missed = async () =>
        (await desk.call('GET', `/deadlines?requestId=${id}&state=missed&kind=determination`)).body.items;
      desk.now.set('2026-12-03T09:59:00Z');
      expect(await missed()).toHaveLength(0);
      desk.now.set('2026-12-03T10:00:00Z');
      expect(await missed()).toHaveLength(1);
    });
  });

  it('a release that reads the law otherwise has what stands otherwise read anew, and leaves the rest alone', async () => {
    desk.now.set('2026-12-07T17:00:00Z');
    await settled();
    const stale = await file(desk, agencyId, [filedOn('2026-12-07')]);
    const right = await file(desk, agencyId, [filedOn('2026-12-07')]);
    const day = deadlineOf(stale, 'determination').dueOn as string;
    const database = desk.app.get(Database);
    // As a release would have kept it that forgot a holiday.
    await database.write(async (tx) => {
      for (const [table, column, key] of [
        ['request', 'standing', 'id'],
        ['request', 'glance', 'id'],
        ['request', 'next_due_on', 'id'],
        ['request_deadline', 'body', 'request_id'],
      ]) {
        const set = `UPDATE ${table} SET ${column} = replace(${column}, :day, '2027-01-05') WHERE ${key} = :id`;
        await sql(tx, set, { day, id: stale.id });
      }
    });
    const faulty = async () => (await database.snapshot(verifyStandings)).map((fault) => fault.requestId);
    expect(new Set(await faulty())).toEqual(new Set([stale.id]));

    const law = desk.app.get(NewLaw);
    await law.follow('the next release');
    await settled();
    expect(await faulty()).toEqual([]);
    expect(deadlineOf(await get(stale.id), 'determination').dueOn).toBe(day);
    expect((await get(right.id)).version).toBe(1);
    const { items } = (await desk.call('GET', `/requests/${stale.id}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({
      from: '2027-01-05',
      to: day,
      because: 'the law is read anew by this release',
    });
    told.length = 0;
    await law.follow('the next release');
    await settled();
    expect(told).toEqual([]);
  });
});
