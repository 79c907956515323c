import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { hashOf } from '../requests/chain.ts';
import { wordsOf } from './normalise.ts';
import { SearchIndex } from './search-index.ts';
import type { EntryKind } from './texts.ts';

/** A text that can be found, and what it is about. */
export interface Findable {
  kind: EntryKind;
  requestId: string;
  /** The request, document, status change or note itself; of a page its document. */
  subjectId: string;
  /** 0 for what is no page. */
  page: number;
  /** The legal day of what has one of its own; a page's stands with its document. */
  onDay: PlainDate | null;
  /** Null for a document and its pages: the document has it. */
  recordedAt: Instant | null;
  text: string;
}

interface Known {
  id: number;
  subject_id: string;
  digest: string;
}

/** What can be found: entries, and their words in the index, always written together. */
@Injectable()
export class Entries {
  constructor(@Inject(SearchIndex) private readonly index: SearchIndex) {}

  /** Puts these in place of what their subjects had. Not for pages, of which a document has many. */
  async replace(tx: Tx, things: readonly Findable[]): Promise<void> {
    if (things.length === 0) return;
    const known = await this.#of(
      tx,
      things.map((thing) => thing.subjectId),
    );
    const same = (thing: Findable) =>
      known.some((row) => row.subject_id === thing.subjectId && row.digest === hashOf(thing.text));
    const changed = things.filter((thing) => !same(thing));
    const old = known.filter((row) => changed.some((thing) => thing.subjectId === row.subject_id));
    await this.takeOut(
      tx,
      old.map((row) => row.id),
    );
    await this.add(tx, changed);
  }

  /** Adds those that are not there. */
  async add(tx: Tx, things: readonly Findable[]): Promise<void> {
    if (things.length === 0) return;
    const rows = things.map(
      (_, i) =>
        `(:kind${i}, :requestId${i}, :subjectId${i}, :page${i}, :gone, :onDay${i}, :recordedAt${i}, :digest${i})`,
    );
    const values = things.flatMap(({ text, ...columns }, i) =>
      Object.entries({ ...columns, digest: hashOf(text) }).map(([name, value]) => [name + i, value] as const),
    );
    const added = await sql<{ id: number; subject_id: string; page: number }>(
      tx,
      `INSERT INTO search_entry (kind, request_id, subject_id, page, gone, on_day, recorded_at, digest)
       VALUES ${rows.join(', ')} ON CONFLICT DO NOTHING RETURNING id, subject_id, page`,
      { ...Object.fromEntries(values), gone: false },
    );
    const texts = new Map(things.map((thing) => [`${thing.subjectId} ${thing.page}`, thing.text]));
    const words = added.map((row) => ({ id: row.id, words: wordsOf(texts.get(`${row.subject_id} ${row.page}`)!) }));
    await this.index.add(tx, words);
  }

  /** Takes out what was said of these, for good; pages stay. */
  async forget(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length === 0) return;
    const known = await this.#of(tx, subjectIds);
    if (known.length === 0) return;
    await this.takeOut(
      tx,
      known.map((row) => row.id),
    );
    tx.leaveNoTrace();
  }

  /** From here on no page of this document is found. They are many: `IndexDocument` takes them out, lot by lot. */
  async hidePages(tx: Tx, documentId: string): Promise<void> {
    await sql(tx, `UPDATE search_entry SET gone = :gone WHERE subject_id = :documentId AND page > 0 AND NOT gone`, {
      documentId,
      gone: true,
    });
  }

  async takeOut(tx: Tx, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.index.remove(tx, ids);
    await sql(tx, `DELETE FROM search_entry WHERE id IN (:ids)`, { ids: [...ids] });
  }

  async clear(tx: Tx): Promise<void> {
    await this.index.clear(tx);
    await sql(tx, `DELETE FROM search_entry`);
  }

  #of(tx: Tx, subjectIds: readonly string[]): Promise<Known[]> {
    return sql<Known>(
      tx,
      `SELECT id, subject_id, digest FROM search_entry WHERE subject_id IN (:subjectIds) AND page = 0 AND NOT gone`,
      { subjectIds: [...subjectIds] },
    );
  }
}
