import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type Scope } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { verifyChain } from '../src/requests/chain.ts';
import { Request } from '../src/requests/request.entity.ts';
import { verifyRequests } from '../src/requests/verify.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, file, filedOn, record } from './support/filing.ts';

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;
  let database: Database;

  beforeAll(async () => {
    desk = await startDesk({ engine });
    agencyId = await anAgency(desk);
    database = desk.app.get(Database);
  }, 60_000);
  afterAll(async () => desk?.stop());

  const chainFaults = (id: string) =>
    database.read(async (scope) => verifyChain(scope, await scope.em.findOneByOrFail(Request, { id })));
  const everyFault = async () => (await database.snapshot(verifyRequests)).faults;

  /** Does what a hand at the database would, and takes it back: the history must notice while it lasts. */
  async function faultsAfter(id: string, tamper: (scope: Scope) => Promise<void>) {
    const undo = new Error('undo');
    let faults: Awaited<ReturnType<typeof verifyChain>> = [];
    const write = database.write(async (tx) => {
      await dropGuards(tx);
      await tamper(tx);
      faults = await verifyChain(tx, await tx.em.findOneByOrFail(Request, { id }));
      throw undo;
    });
    await expect(write).rejects.toBe(undo);
    return faults.map((fault) => fault.fault);
  }

  async function dropGuards(scope: Scope) {
    const guards = await triggers(scope);
    for (const { name, tbl } of guards) {
      await scope.em.query(engine === 'sqlite' ? `DROP TRIGGER ${name}` : `DROP TRIGGER ${name} ON ${tbl}`);
    }
  }

  const triggers = (scope: Scope) =>
    sql<{ name: string; tbl: string }>(
      scope,
      engine === 'sqlite'
        ? `SELECT name, tbl_name AS tbl FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'status_change%'`
        : `SELECT tgname AS name, relname AS tbl FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
           WHERE NOT tgisinternal AND relname LIKE 'status_change%'`,
    );

  describe('many hands at one request', () => {
    it('takes 50 facts at once, one of them failing half-way, in a gapless sequence', async () => {
      const request = await file(desk, agencyId, [filedOn('2026-05-01')]);
      const calls = Array.from({ length: 50 }, (_, i) =>
        i === 25
          ? record(desk, request.id, [
              { kind: 'contacted', on: '2026-05-20', note: 'never to be seen' },
              { kind: 'received', on: '2026-04-01' },
            ])
          : record(desk, request.id, { kind: 'contacted', on: '2026-05-02', note: `call ${i}` }),
      );
      const answers = await Promise.all(calls);
      expect(answers.map((answer) => answer.status)).toEqual(answers.map((_, i) => (i === 25 ? 409 : 201)));

      const acknowledged = answers.flatMap((answer) => answer.body.statusChanges ?? []);
      expect(acknowledged.map((fact) => fact.sequence).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 49 }, (_, i) => i + 2),
      );
      const { body } = await desk.call('GET', `/requests/${request.id}/timeline`);
      const kept = new Map(body.items.map((item: any) => [item.statusChange?.id, item.hash]));
      for (const fact of acknowledged) expect(kept.get(fact.id)).toBe(fact.hash);
      expect(JSON.stringify(body)).not.toContain('never to be seen');
      expect(await chainFaults(request.id)).toEqual([]);
    });

    it('keeps writes to several requests apart when one of them fails', async () => {
      const requests = await Promise.all([1, 2, 3].map(() => file(desk, agencyId, [filedOn('2026-05-01')])));
      const writes = requests.flatMap((request, i) =>
        [0, 1, 2, 3, 4].map((n) =>
          record(
            desk,
            request.id,
            i === 1 ? { kind: 'received', on: '2026-01-01' } : { kind: 'contacted', on: `2026-05-0${n + 2}` },
          ),
        ),
      );
      await Promise.all(writes);
      const counts = await Promise.all(
        requests.map(async (request) => (await desk.call('GET', `/requests/${request.id}/timeline`)).body.items.length),
      );
      expect(counts).toEqual([6, 1, 6]);
    });
  });

  describe('the database itself refuses', () => {
    const verbs: [string, string][] = [
      ['UPDATE', `UPDATE status_change SET kind = 'received'`],
      ['DELETE', `DELETE FROM status_change`],
      ['UPDATE of a text', `UPDATE status_change_text SET text = 'x'`],
      ...(engine === 'sqlite'
        ? ([['REPLACE', `INSERT OR REPLACE INTO status_change SELECT * FROM status_change`]] as [string, string][])
        : ([
            ['TRUNCATE', `TRUNCATE status_change CASCADE`],
            [
              'ON CONFLICT DO UPDATE',
              `INSERT INTO status_change SELECT * FROM status_change ON CONFLICT (id) DO UPDATE SET kind = 'x'`,
            ],
          ] as [string, string][])),
    ];

    it.each(verbs)('%s', async (_, statement) => {
      const request = await file(desk, agencyId, [{ ...filedOn('2026-05-01'), note: 'kept' }]);
      await expect(database.write((tx) => tx.em.query(statement))).rejects.toThrow(/append-only/);
      expect(await chainFaults(request.id)).toEqual([]);
    });
  });

  describe('verify sees', () => {
    let id: string;
    beforeAll(async () => {
      id = (await file(desk, agencyId, [{ ...filedOn('2026-05-01'), note: 'the first note' }])).id;
      await record(desk, id, { kind: 'acknowledged', on: '2026-05-04', trackingNumber: 'A-1' });
      await record(desk, id, { kind: 'contacted', on: '2026-05-05', note: 'a call' });
    });

    it('nothing where nothing was done', async () => {
      expect(await chainFaults(id)).toEqual([]);
      expect(await everyFault()).toEqual([]);
    });

    it.each<[string, string[], string]>([
      [
        'a changed date in the hashed text',
        ['hash', 'row'],
        `UPDATE status_change SET body = REPLACE(body, '2026-05-04', '2026-05-03') WHERE sequence = 2 AND request_id = :id`,
      ],
      [
        'a changed column',
        ['row'],
        `UPDATE status_change SET on_day = '2026-05-03' WHERE sequence = 2 AND request_id = :id`,
      ],
      [
        'a fact taken out of the middle',
        ['gap', 'hash', 'head'],
        `DELETE FROM status_change WHERE sequence = 2 AND request_id = :id`,
      ],
      ['a changed text', ['text'], `UPDATE status_change_text SET text = 'another' WHERE text = 'the first note'`],
      ['a text taken out by nobody', ['missing-text'], `DELETE FROM status_change_text WHERE text = 'the first note'`],
      ['a cut tail', ['head'], `DELETE FROM status_change WHERE sequence = 3 AND request_id = :id`],
      ['a head put back', ['head'], `UPDATE request SET chain_count = 2 WHERE id = :id`],
    ])('%s', async (_, faults, statement) => {
      const found = await faultsAfter(id, async (scope) => {
        if (statement.includes('sequence = 3')) {
          await sql(scope, `DELETE FROM status_change_text WHERE text = 'a call'`);
        }
        await sql(scope, statement, statement.includes(':id') ? { id } : {});
      });
      expect([...new Set(found)].sort()).toEqual(faults.sort());
    });

    it('a forged fact, even one hashed anew', async () => {
      const found = await faultsAfter(id, async (scope) => {
        const { seal } = await import('../src/requests/chain.ts');
        const [row] = await sql<{ body: string }>(
          scope,
          `SELECT body FROM status_change WHERE request_id = :id AND sequence = 2`,
          { id },
        );
        const { text, hash } = seal({ ...JSON.parse(row!.body), on: '2026-05-03' });
        await sql(
          scope,
          `UPDATE status_change SET body = :text, hash = :hash, on_day = '2026-05-03' WHERE request_id = :id AND sequence = 2`,
          { id, text, hash },
        );
      });
      expect(found).toContain('hash');
    });

    it('a standing that was changed by hand', async () => {
      await database.write((tx) =>
        sql(tx, `UPDATE request SET overdue_at = '2020-01-01T00:00:00.000Z' WHERE id = :id`, { id }),
      );
      expect((await everyFault()).map((fault) => fault.says)).toEqual([expect.stringContaining('overdueAt')]);
      await record(desk, id, { kind: 'contacted', on: '2026-05-06' });
      expect(await everyFault()).toEqual([]);
    });
  });

  describe('redaction', () => {
    const secret = 'Sergeant X called from his private number';

    it('removes a text for good, by owners alone, and the chain still holds', async () => {
      const request = await file(desk, agencyId, [
        filedOn('2026-05-01'),
        { kind: 'extended', on: '2026-05-04', ground: secret, note: 'stays' },
      ]);
      const timeline = async () => (await desk.call('GET', `/requests/${request.id}/timeline`)).body;
      const fact = (await timeline()).items.find((item: any) => item.statusChange?.kind === 'extended').statusChange;
      const redaction = {
        kind: 'redacted',
        on: '2026-06-01',
        redacts: fact.id,
        fields: ['ground'],
        reason: 'a private number',
      };

      const editor = await aPerson(desk, 'editor');
      expect((await record(desk, request.id, redaction, editor.key)).status).toBe(403);
      expect((await record(desk, request.id, { ...redaction, reason: undefined })).status).toBe(400);
      desk.now.set('2026-06-16T16:00:00.000Z');
      await desk.sweep();
      expect(await everyColumnThatHolds(secret)).toContain('message.text');

      const headers = { 'idempotency-key': `redact ${engine}` };
      const kept = { kind: 'extended', on: '2026-05-05', ground: secret };
      const path = `/requests/${request.id}/status-changes`;
      const first = await desk.call('POST', path, kept, { headers });
      expect((await desk.call('POST', path, kept, { headers })).headers['idempotency-replayed']).toBe('true');

      expect((await record(desk, request.id, redaction)).status).toBe(201);
      const second = { ...redaction, redacts: first.body.statusChange.id };
      expect((await record(desk, request.id, second)).status).toBe(201);
      expect((await record(desk, request.id, second)).status).toBe(422);

      const retried = await desk.call('POST', path, kept, { headers });
      expect(retried.headers['idempotency-replayed']).toBe('true');
      expect(retried.body.statusChange).toEqual(first.body.statusChange);
      expect(JSON.stringify(retried.body)).toContain('([redacted])');

      const shown = await timeline();
      expect(shown.items.find((item: any) => item.statusChange?.id === fact.id).statusChange).toMatchObject({
        ground: '[redacted]',
        note: 'stays',
      });
      const faults = await chainFaults(request.id);
      expect(faults.map((fault) => [fault.fault, fault.sequence])).toEqual([
        ['redacted', 2],
        ['redacted', 3],
      ]);
      expect(await everyColumnThatHolds(secret)).toEqual([]);
      expect(await filesThatHold(secret)).toEqual([]);
    });

    /** Looks into the bytes of SQLite's file and of its log. */
    async function filesThatHold(text: string): Promise<string[]> {
      if (engine === 'postgres') return [];
      const names = (await readdir(desk.config.dataDir)).filter((name) => name.includes('.sqlite'));
      const files = await Promise.all(names.map((name) => readFile(join(desk.config.dataDir, name))));
      return names.filter((_, i) => files[i]!.includes(text));
    }

    /** Looks into every text column of every table. */
    async function everyColumnThatHolds(text: string): Promise<string[]> {
      return database.read(async (scope) => {
        const found: string[] = [];
        for (const table of scope.em.connection.entityMetadatas) {
          for (const column of table.columns) {
            const rows = await sql<{ n: number | string }>(
              scope,
              `SELECT count(*) AS n FROM ${table.tableName} WHERE CAST(${column.databaseName} AS text) LIKE :text`,
              { text: `%${text}%` },
            );
            if (Number(rows[0]!.n) > 0) found.push(`${table.tableName}.${column.databaseName}`);
          }
        }
        return found;
      });
    }
  });
});
