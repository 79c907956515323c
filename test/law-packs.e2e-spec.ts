import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { LOG } from '../src/core.module.ts';
import { Jobs } from '../src/jobs/jobs.service.ts';
import { Sweep } from '../src/jobs/sweep.ts';
import { LawBook } from '../src/lawbook/law-book.service.ts';
import { MOST_BYTES } from '../src/lawbook/pack-file.ts';
import type { Log } from '../src/log.ts';
import { Turning } from '../src/requests/turning.service.ts';
import { verifyStandings } from '../src/requests/verify.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, deadlineOf, file, filedOn } from './support/filing.ts';
import { aCalendar, aLaw } from './support/law-packs.ts';

eachEngine((engine) => {
  let desk: Desk;
  let folder: string;

  beforeAll(async () => {
    desk = await startDesk({ engine });
    folder = join(desk.config.dataDir, 'law');
    await mkdir(folder);
  }, 60_000);
  afterAll(async () => desk?.stop());
  beforeEach(() => desk.now.set('2026-03-03T16:00:00Z'));

  const put = (name: string, value: unknown) =>
    writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  const remove = (name: string) => rm(join(folder, name), { force: true });
  const settled = async () => {
    await desk.sweep();
    await desk.app.get(Sweep).settle();
  };
  const packs = async (): Promise<any[]> => (await desk.call('GET', '/law-packs')).body.items;
  const pack = async (name: string) => (await packs()).find((one) => one.file === `law/${name}`);
  const dueOn = async (id: string, query = '') =>
    deadlineOf((await desk.call('GET', `/requests/${id}${query}`)).body, 'determination')?.dueOn;
  const texts = () =>
    desk.app
      .get(Database)
      .read((scope) =>
        sql<any>(scope, `SELECT number, kind, law_id, version, source, body FROM law_text ORDER BY number`),
      );
  const faults = () => desk.app.get(Database).snapshot(verifyStandings);
  const asked = async (statute: string) => {
    const agencyId = await anAgency(desk, { statute });
    const { id: requestId } = await file(desk, agencyId, [
      filedOn('2026-03-02'),
      { kind: 'received', on: '2026-03-02' },
    ]);
    return requestId as string;
  };

  it('keeps what is shipped, once', async () => {
    const kept = await texts();
    const [laws, calendars] = [await desk.call('GET', '/statutes'), await desk.call('GET', '/calendars')];
    expect(kept).toHaveLength(laws.body.items.length + calendars.body.items.length);
    expect(new Set(kept.map((row) => row.source))).toEqual(new Set(['release 0.1.0']));
    await settled();
    expect(await texts()).toEqual(kept);
    expect(await packs()).toEqual([]);
    expect((await desk.call('GET', '/statutes/us-foia')).body.source).toBe('release 0.1.0');
  });

  it('publishes its schema, and tells of packs only those who write', async () => {
    const { status, body } = await desk.call('GET', '/statutes/schema');
    expect([status, body.$schema]).toEqual([200, 'https://json-schema.org/draft/2020-12/schema']);
    const [viewer, editor] = [await aPerson(desk, 'viewer'), await aPerson(desk, 'editor')];
    expect((await desk.call('GET', '/law-packs', undefined, { key: viewer.key })).status).toBe(403);
    expect((await desk.call('GET', '/law-packs', undefined, { key: editor.key })).status).toBe(200);
  });

  describe('a law that is added while the desk runs', () => {
    let id: string;

    it('is there after a sweep, with the file it is from', async () => {
      expect((await desk.call('GET', '/statutes/xx-one')).status).toBe(404);
      await put('one.json', { statutes: [aLaw('xx-one', { count: 5 })] });
      await settled();
      expect((await desk.call('GET', '/statutes/xx-one')).body).toMatchObject({ id: 'xx-one', source: 'law/one.json' });
      expect(await packs()).toEqual([
        {
          file: 'law/one.json',
          state: 'in-force',
          errors: [],
          statutes: ['xx-one'],
          calendars: [],
          loadedAt: '2026-03-03T16:00:00.000Z',
        },
      ]);
      id = await asked('xx-one');
      expect(await dueOn(id)).toBe('2026-03-09');
    });

    it('moves the dates of its requests when it is corrected, and says why; reminders follow', async () => {
      const planned = async () =>
        (await desk.call('GET', `/reminders?requestId=${id}&state=planned`)).body.items
          .filter((one: any) => one.deadlineKind === 'determination')
          .map((one: any) => one.dueOn);
      expect(new Set(await planned())).toEqual(new Set(['2026-03-09']));
      desk.now.set('2026-03-04T16:00:00Z');
      const untouched = await asked('us-pa');
      await put('one.json', { statutes: [aLaw('xx-one', { count: 7 })] });
      await settled();
      expect(await dueOn(id)).toBe('2026-03-11');
      expect(new Set(await planned())).toEqual(new Set(['2026-03-11']));
      const { items } = (await desk.call('GET', `/requests/${id}/timeline`)).body;
      expect(items.at(-1)).toMatchObject({
        type: 'deadline-moved',
        from: '2026-03-09',
        to: '2026-03-11',
        because: 'the law "xx-one" was changed by law/one.json',
      });
      expect((await desk.call('GET', `/requests/${untouched}`)).body.version).toBe(1);
      expect(await faults()).toEqual([]);
    });

    it('is read as it was for a moment before', async () => {
      desk.now.set('2026-03-05T16:00:00Z');
      expect(await dueOn(id, '?knownAt=2026-03-04T15:59:59Z')).toBe('2026-03-09');
      expect(await dueOn(id, '?knownAt=2026-03-04T16:00:00Z')).toBe('2026-03-11');
      expect(await dueOn(id, '?knownAt=2026-03-05T16:00:00Z')).toBe('2026-03-11');
    });

    it('stays in force when its file is gone, as long as a request is under it', async () => {
      await remove('one.json');
      await settled();
      expect(await pack('one.json')).toMatchObject({
        state: 'kept-in-use',
        statutes: ['xx-one'],
        errors: [{ pointer: '', detail: expect.stringContaining('"xx-one" is not in it any more and stays in force') }],
      });
      expect(await dueOn(id)).toBe('2026-03-11');
      await put('one.json', { statutes: [aLaw('xx-one', { count: 7 })] });
      await settled();
      expect((await pack('one.json')).state).toBe('in-force');
    });

    it('goes with its file when nobody uses it, and is known to have been there', async () => {
      await put('unused.json', { statutes: [aLaw('xx-unused')], calendars: [aCalendar('xx-days')] });
      await settled();
      expect(await pack('unused.json')).toMatchObject({ statutes: ['xx-unused'], calendars: ['xx-days'] });
      await remove('unused.json');
      await settled();
      expect(await pack('unused.json')).toMatchObject({
        state: 'withdrawn',
        statutes: [],
        calendars: [],
        loadedAt: null,
      });
      expect((await desk.call('GET', '/statutes/xx-unused')).status).toBe(404);
      expect((await texts()).filter((row) => row.law_id === 'xx-unused').map((row) => row.body === null)).toEqual([
        false,
        true,
      ]);
    });
  });

  describe('a correction of what is shipped', () => {
    it('of a calendar moves the dates of every law that counts by it, and back when it is taken away', async () => {
      const id = await asked('us-pa');
      expect(await dueOn(id)).toBe('2026-03-09');
      desk.now.set('2026-03-04T17:00:00Z');
      await put('days.json', { calendars: [aCalendar('us-pa', ['2026-03-05'])] });
      await settled();
      expect(await dueOn(id)).toBe('2026-03-10');
      const days = (await desk.call('GET', '/calendars/us-pa/days?year=2026')).body.days;
      expect(days.map((one: any) => one.on)).toContain('2026-03-05');
      const last = async () => (await desk.call('GET', `/requests/${id}/timeline`)).body.items.at(-1);
      expect(await last()).toMatchObject({
        from: '2026-03-09',
        to: '2026-03-10',
        because: 'the holiday calendar "us-pa" was changed by law/days.json',
      });
      expect(await dueOn(id, '?knownAt=2026-03-04T16:59:59Z')).toBe('2026-03-09');
      expect(await dueOn(id, '?knownAt=2026-03-04T17:00:00Z')).toBe('2026-03-10');
      expect(await faults()).toEqual([]);

      desk.now.set('2026-03-05T17:00:00Z');
      await remove('days.json');
      await settled();
      expect(await dueOn(id)).toBe('2026-03-09');
      expect(await last()).toMatchObject({
        from: '2026-03-10',
        to: '2026-03-09',
        because: 'law/days.json, which had changed the holiday calendar "us-pa", was taken away',
      });
      expect(await dueOn(id, '?knownAt=2026-03-05T16:59:59Z')).toBe('2026-03-10');
      expect(await dueOn(id, '?knownAt=2026-03-05T17:00:00Z')).toBe('2026-03-09');
      expect(await faults()).toEqual([]);
    });

    it('of a law replaces it whole', async () => {
      const id = await asked('us-pa');
      await put('pa.json', { statutes: [aLaw('us-pa', { count: 6 })] });
      await settled();
      expect(await dueOn(id)).toBe('2026-03-10');
      expect((await desk.call('GET', '/statutes/us-pa')).body.source).toBe('law/pa.json');
      await remove('pa.json');
      await settled();
      expect(await dueOn(id)).toBe('2026-03-09');
      expect((await desk.call('GET', '/statutes/us-pa')).body.source).toBe('release 0.1.0');
    });
  });

  describe('a wrong pack', () => {
    const law = aLaw('xx-one', { count: 3 }) as any;
    const overlapping = {
      ...law,
      earlier: [{ ...law, version: { ...law.version, from: '1990-01-01', to: '2020-01-01' } }],
    };
    const circular = {
      ...law,
      duties: [
        {
          ...law.terms.determination,
          kind: 'acknowledgement',
          owedBy: 'agency',
          what: 'to acknowledge',
          from: 'acknowledgement',
          metBy: ['acknowledged'],
        },
      ],
    };

    it.each<[string, unknown, string]>([
      ['an unknown word', { statutes: [aLaw('xx-one', { unit: 'moon' })] }, '/statutes/0/terms/determination/unit'],
      ['a negative term', { statutes: [aLaw('xx-one', { count: -1 })] }, '/statutes/0/terms/determination/count'],
      ['circular start events', { statutes: [circular] }, '/statutes/0/duties/0/from'],
      ['overlapping versions', { statutes: [overlapping] }, '/statutes/0/earlier/0/version/to'],
      ['a polluting key', '{"statutes": [], "__proto__": {"admin": true}}', '/__proto__'],
      ['half a file', '{"statutes": [{"id": "xx-', ''],
      ['nothing', '', ''],
      [
        'a circle of calendars',
        { calendars: [{ ...aCalendar('xx-a'), includes: ['xx-a'] }] },
        '/calendars/0/includes/0',
      ],
    ])('with %s changes nothing', async (_, value, pointer) => {
      const before = await texts();
      const id = await asked('xx-one');
      await put('one.json', value);
      await settled();
      const listed = await pack('one.json');
      expect(listed).toMatchObject({ state: 'refused', statutes: ['xx-one'] });
      expect(listed.errors.map((one: any) => one.pointer)).toContain(pointer);
      expect(await texts()).toEqual(before);
      expect(await dueOn(id)).toBe('2026-03-11');
      expect((await desk.call('GET', '/statutes/xx-one')).status).toBe(200);
      expect(({} as any).admin).toBeUndefined();
    });

    it('of 50 MB is not read', async () => {
      const before = await texts();
      await put('one.json', ' '.repeat(50 * 1024 * 1024));
      await settled();
      expect((await pack('one.json')).errors).toEqual([
        { pointer: '', detail: `has ${50 * 1024 * 1024} bytes; a law pack may have ${MOST_BYTES} at most` },
      ]);
      expect(await texts()).toEqual(before);
    });

    it('is good again once it is put right', async () => {
      await put('one.json', { statutes: [aLaw('xx-one', { count: 7 })] });
      await settled();
      expect(await pack('one.json')).toMatchObject({ state: 'in-force', errors: [] });
    });

    it('that takes what another file has is refused, and the other stays', async () => {
      await put('two.json', { statutes: [aLaw('xx-one', { count: 9 })] });
      await settled();
      expect(await pack('two.json')).toMatchObject({
        state: 'refused',
        errors: [{ pointer: '/statutes/0/id', detail: '"xx-one" is in law/one.json already' }],
      });
      await remove('two.json');
    });

    it('with calendars that close a circle only together is refused', async () => {
      const [fr, de] = [aCalendar('fr'), aCalendar('de')];
      await put('x.json', { calendars: [{ ...fr, includes: ['de'] }] });
      await put('y.json', { calendars: [{ ...de, includes: ['fr'] }] });
      await settled();
      expect((await pack('x.json')).state).toBe('in-force');
      expect(await pack('y.json')).toMatchObject({
        state: 'refused',
        errors: [{ pointer: '/calendars', detail: expect.stringMatching(/^beside the other packs, .* is circular/) }],
      });
      expect((await desk.call('GET', '/calendars/fr/days?year=2026')).status).toBe(200);
      await remove('x.json');
      await remove('y.json');
      await settled();
    });

    it('that is a folder, or oddly named, is refused', async () => {
      await mkdir(join(folder, 'dir.json'));
      await put('a b.json', {});
      await settled();
      expect((await pack('dir.json')).errors[0].detail).toBe('is no file');
      expect((await pack('a b.json')).errors[0].detail).toContain('must be named');
      await rm(join(folder, 'dir.json'), { recursive: true });
      await remove('a b.json');
      await settled();
    });
  });

  it('is put into force once, however many processes see it at once', async () => {
    const get = <T>(token: abstract new (...given: never[]) => T): T => desk.app.get(token as never, { strict: false });
    const log = desk.app.get<Log>(LOG);
    const others = [1, 2, 3].map(
      () => new LawBook(desk.config, log, desk.now, get(Database), get(Sweep), get(Jobs), get(Turning)),
    );
    for (const one of others) await one.look();
    const before = (await texts()).length;
    await put('many.json', { statutes: [aLaw('xx-many')] });
    await Promise.all([get(LawBook), ...others].map((one) => one.look()));
    expect((await texts()).slice(before).map((row) => row.law_id)).toEqual(['xx-many']);
    await remove('many.json');
    await settled();
  });

  it('what another process still read by the law of before is read anew once all have seen the change', async () => {
    const id = await asked('us-pa');
    await put('pa.json', { statutes: [aLaw('us-pa', { count: 6 })] });
    await settled();
    expect(await faults()).toEqual([]);
    // As a process keeps it that has not yet looked.
    const stale = `UPDATE request SET standing = replace(standing, '2026-03-10', '2026-03-09') WHERE id = :id`;
    await desk.app.get(Database).write((tx) => sql(tx, stale, { id }));
    expect((await faults()).map((fault) => fault.requestId)).toEqual([id]);
    desk.now.set('2026-03-03T20:00:00Z');
    await settled();
    expect(await faults()).toEqual([]);
    await remove('pa.json');
    await settled();
  });

  it('without a folder everything stays as it is', async () => {
    await rm(folder, { recursive: true });
    const before = await texts();
    await settled();
    expect(await texts()).toEqual(before);
    expect(await pack('one.json')).toMatchObject({ state: 'in-force', statutes: ['xx-one'] });
    await mkdir(folder);
    await put('one.json', { statutes: [aLaw('xx-one', { count: 7 })] });
    await settled();
  });

  it('the texts are append-only', async () => {
    const database = desk.app.get(Database);
    for (const statement of [`UPDATE law_text SET body = '{}'`, `DELETE FROM law_text`]) {
      await expect(database.write((tx) => sql(tx, statement))).rejects.toThrow(/append-only/);
    }
  });
});
