import { Inject, Injectable } from '@nestjs/common';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Entries, type Findable } from './entries.ts';
import { IndexDocument } from './index-document.ts';
import { NORMALISED_AS } from './normalise.ts';
import { type FactDays, findableDocument, findableFact, findableNote, findableRequest } from './search-follower.ts';
import { textsOfStatusChanges } from './texts.ts';

const VERSION = String(NORMALISED_AS);
const LOT = 50;

/** Asked before each write; throws to end it there. It is taken up again where it was. */
export type GoOn = () => Promise<void> | void;
export type Progress = (says: string) => void;

export type IndexState = 'made' | 'making' | 'missing';

interface Lacking {
  id: string;
  request_id: string;
}

/**
 * Makes the whole search index from what it is about, lot by lot, beside a running desk: what is lacking is added,
 * whoever adds it first. Texts that change meanwhile are followed as ever.
 */
@Injectable()
export class MakeIndex {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Entries) private readonly entries: Entries,
    @Inject(IndexDocument) private readonly indexDocument: IndexDocument,
  ) {}

  /** Begins anew unless a making has been begun and not ended. Returns how many entries were added. */
  async run(goOn: GoOn, progress: Progress = () => undefined): Promise<number> {
    await goOn();
    await this.database.write((tx) => this.#begin(tx));
    let count = 0;
    const tell = (more: number) => progress(`${(count += more)} texts and pages indexed`);
    await this.#each(REQUESTS, (tx, lot) => requestsOf(tx, lot), goOn, tell);
    await this.#each(STATUS_CHANGES, (tx, lot) => factsOf(tx, lot), goOn, tell);
    await this.#each(NOTES, (tx, lot) => notesOf(tx, lot), goOn, tell);
    await this.#each(DOCUMENTS, (tx, lot) => documentsOf(tx, lot), goOn, tell);
    await this.#pages(goOn, tell);
    await goOn();
    await this.database.write((tx) => setState(tx, 'made'));
    return count;
  }

  async #begin(tx: Tx): Promise<void> {
    // Of two that begin at once, the second must not clear away what the first has added.
    if (tx.engine === 'postgres') await sql(tx, `LOCK TABLE search_state IN EXCLUSIVE MODE`);
    if ((await stateOf(tx)) === 'making') return;
    await this.entries.clear(tx);
    await setState(tx, 'making');
  }

  /** What one statement lists, in lots; its requests are held, so that nothing of them is redacted meanwhile. */
  async #each(
    lacking: string,
    read: (tx: Tx, ids: readonly string[]) => Promise<Findable[]>,
    goOn: GoOn,
    tell: (more: number) => void,
  ): Promise<void> {
    let after = '';
    for (;;) {
      await goOn();
      const from = after;
      const lot = await this.database.write(async (tx) => {
        const rows = await sql<Lacking>(tx, `${lacking} LIMIT ${LOT}`, { after: from });
        await hold(tx, rows);
        const things = await read(
          tx,
          rows.map((row) => row.id),
        );
        await this.entries.add(tx, things);
        return rows;
      });
      if (lot.length === 0) return;
      tell(lot.length);
      after = lot.at(-1)!.id;
    }
  }

  async #pages(goOn: GoOn, tell: (more: number) => void): Promise<void> {
    let after = '';
    for (;;) {
      const from = after;
      const lot = await this.database.read((scope) =>
        sql<{ id: string }>(scope, `SELECT id FROM document WHERE id > :from ORDER BY id LIMIT ${LOT}`, { from }),
      );
      if (lot.length === 0) return;
      for (const { id } of lot) tell(await this.indexDocument.run(id, goOn));
      after = lot.at(-1)!.id;
    }
  }
}

/** `missing` also when another release made it, by other words. */
export async function stateOf(scope: Scope): Promise<IndexState> {
  const rows = await sql<{ name: IndexState; value: string }>(scope, `SELECT name, value FROM search_state`);
  return rows.find((row) => row.value === VERSION)?.name ?? 'missing';
}

async function setState(tx: Tx, state: 'made' | 'making'): Promise<void> {
  await sql(tx, `DELETE FROM search_state`);
  await sql(
    tx,
    `INSERT INTO search_state (name, value) VALUES (:state, :version)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    { state, version: VERSION },
  );
}

const without = (id: string) =>
  `NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.subject_id = ${id} AND e.page = 0 AND NOT e.gone)`;

export const REQUESTS = `SELECT r.id, r.id AS request_id FROM request r WHERE r.id > :after AND ${without('r.id')} ORDER BY r.id`;
export const STATUS_CHANGES = `SELECT s.id, s.request_id FROM status_change s
  WHERE s.id > :after AND EXISTS (SELECT 1 FROM status_change_text t WHERE t.status_change_id = s.id)
  AND ${without('s.id')} ORDER BY s.id`;
export const NOTES = `SELECT n.id, n.request_id FROM note n WHERE n.id > :after AND ${without('n.id')} ORDER BY n.id`;
export const DOCUMENTS = `SELECT d.id, d.request_id FROM document d WHERE d.id > :after AND ${without('d.id')} ORDER BY d.id`;

async function hold(tx: Tx, rows: readonly Lacking[]): Promise<void> {
  if (tx.engine === 'sqlite' || rows.length === 0) return;
  const ids = [...new Set(rows.map((row) => row.request_id))];
  await sql(tx, `SELECT id FROM request WHERE id IN (:ids) ORDER BY id FOR NO KEY UPDATE`, { ids });
}

async function requestsOf(tx: Tx, ids: readonly string[]): Promise<Findable[]> {
  const rows = await sql<Record<string, string>>(
    tx,
    `SELECT id, number, subject, description, tracking_numbers, created_at FROM request WHERE id IN (:ids)`,
    { ids: [...ids] },
  );
  return rows.map((row) =>
    findableRequest({
      id: row.id!,
      number: row.number!,
      subject: row.subject!,
      description: row.description!,
      trackingNumbers: JSON.parse(row.tracking_numbers!) as string[],
      createdAt: row.created_at!,
    }),
  );
}

async function factsOf(tx: Tx, ids: readonly string[]): Promise<Findable[]> {
  const texts = await textsOfStatusChanges(tx, ids);
  const rows = await sql<FactDays & { request_id: string }>(
    tx,
    `SELECT id, request_id, on_day, recorded_at FROM status_change WHERE id IN (:ids)`,
    { ids: [...texts.keys()] },
  );
  return rows.map((row) => findableFact(row, texts.get(row.id)!, row.request_id));
}

async function notesOf(tx: Tx, ids: readonly string[]): Promise<Findable[]> {
  const rows = await sql<{ id: string; request_id: string; text: string; created_at: string }>(
    tx,
    `SELECT id, request_id, text, created_at FROM note WHERE id IN (:ids)`,
    { ids: [...ids] },
  );
  return rows.map((row) =>
    findableNote({ id: row.id, requestId: row.request_id, text: row.text, createdAt: row.created_at }),
  );
}

async function documentsOf(tx: Tx, ids: readonly string[]): Promise<Findable[]> {
  const rows = await sql<{ id: string; request_id: string; label: string | null; filename: string }>(
    tx,
    `SELECT id, request_id, label, filename FROM document WHERE id IN (:ids)`,
    { ids: [...ids] },
  );
  return rows.map(({ id, request_id: requestId, label, filename }) =>
    findableDocument({ id, requestId, label, filename }),
  );
}
