import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Document } from '../documents/document.entity.ts';
import { pageTexts, SHOWN_PAGES } from '../reading/pages.ts';
import { Entries } from './entries.ts';

/** Of one write, so that no other waits long. Taking a page out of FTS5 for good is the dearest (3 ms). */
const PAGES = 50;
const CHARACTERS = 300_000;
const GONE_PAGES = 12;

type Held = Pick<Document, 'id' | 'sha256' | 'requestId'>;

/** Makes the pages of one document findable, lot by lot. Looks only at what is: it may be ended and begun at any point. */
@Injectable()
export class IndexDocument {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Entries) private readonly entries: Entries,
  ) {}

  /** Returns how many pages it added; `goOn` is asked before each lot. */
  async run(documentId: string, goOn: () => Promise<void> | void): Promise<number> {
    let count = 0;
    let after = 0;
    for (;;) {
      await goOn();
      const from = after;
      const lot = await this.database.write((tx) => this.#lot(tx, documentId, from));
      if (lot.over) return count;
      count += lot.pages;
      after = lot.next;
    }
  }

  async #lot(tx: Tx, documentId: string, after: number): Promise<{ over: boolean; pages: number; next: number }> {
    const document = await held(tx, documentId);
    if (await this.#takeOutGone(tx, documentId)) return { over: false, pages: 0, next: 0 };
    const lacking = document ? await lackingPages(tx, document, after) : [];
    // A reading that came meanwhile may have begun anew before this place.
    if (lacking.length === 0) return { over: after === 0, pages: 0, next: 0 };
    const texts = await pageTexts(tx, document!, lacking);
    await this.entries.add(
      tx,
      lacking.map((page) => ({
        kind: 'page' as const,
        requestId: document!.requestId,
        subjectId: documentId,
        page,
        onDay: null,
        recordedAt: null,
        text: texts.get(page) ?? '',
      })),
    );
    return { over: false, pages: lacking.length, next: lacking.at(-1)! };
  }

  async #takeOutGone(tx: Tx, documentId: string): Promise<boolean> {
    const rows = await sql<{ id: number }>(
      tx,
      `SELECT id FROM search_entry WHERE subject_id = :documentId AND gone ORDER BY id LIMIT ${GONE_PAGES + 1}`,
      { documentId },
    );
    if (rows.length === 0) return false;
    const lot = rows.slice(0, GONE_PAGES).map((row) => row.id);
    await this.entries.takeOut(tx, lot);
    // Once, with the last lot: it empties the log of what all of them left there.
    if (rows.length <= GONE_PAGES) tx.leaveNoTrace();
    return true;
  }
}

/**
 * The document, held until the write ends: a reading that changes its pages meanwhile would hide entries that are not
 * yet there. Null when it is no more.
 */
export async function held(tx: Tx, documentId: string): Promise<Held | null> {
  const lock = tx.engine === 'postgres' ? 'FOR NO KEY UPDATE' : '';
  const [row] = await sql<{ id: string; sha256: string; request_id: string }>(
    tx,
    `SELECT id, sha256, request_id FROM document WHERE id = :documentId ${lock}`,
    { documentId },
  );
  return row ? { id: row.id, sha256: row.sha256, requestId: row.request_id } : null;
}

async function lackingPages(tx: Tx, document: Held, after: number): Promise<number[]> {
  const rows = await sql<{ number: number; size: number }>(
    tx,
    `SELECT p.number, length(p.text) AS size FROM ${SHOWN_PAGES}
     WHERE p.sha256 = :sha256 AND p.number > :after AND NOT EXISTS (
       SELECT 1 FROM search_entry e WHERE e.subject_id = :id AND e.page = p.number AND NOT e.gone)
     ORDER BY p.number LIMIT ${PAGES}`,
    { sha256: document.sha256, id: document.id, after },
  );
  let sum = 0;
  return rows.filter((row, i) => (sum += row.size) <= CHARACTERS || i === 0).map((row) => row.number);
}
