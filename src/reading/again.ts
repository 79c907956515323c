import type { Database, Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Document } from '../documents/document.entity.ts';
import { DeskError } from '../errors.ts';
import type { Instant } from '../now.ts';
import type { ReadingState } from './page.entity.ts';
import { anew } from './readings.ts';

const LOT = 500;

export interface WhichAgain {
  documentId?: string;
  /** None: all. */
  states: readonly ReadingState[];
}

/** Marks files to be read anew; the sweep of the running desk finds them. Returns how many. Throws `not-found`. */
export async function markAgain(database: Database, at: Instant, { documentId, states }: WhichAgain): Promise<number> {
  const among: readonly ReadingState[] = states.length > 0 ? states : ['ready', 'partial', 'failed', 'none'];
  if (documentId !== undefined) {
    const document = await database.read((scope) => scope.em.findOneBy(Document, { id: documentId }));
    if (!document) throw new DeskError('not-found', `There is no document ${documentId}.`);
    const { sha256 } = document;
    return database.write(async (tx) => {
      const [row] = await sql<{ state: ReadingState }>(tx, `SELECT state FROM blob_reading WHERE sha256 = :sha256`, {
        sha256,
      });
      const fits = states.length === 0 || (row && states.includes(row.state));
      return fits && (await anew(tx, sha256, null, at)) ? 1 : 0;
    });
  }
  let marked = 0;
  for (;;) {
    const lot = await database.write((tx) =>
      sql(
        tx,
        `UPDATE blob_reading SET state = 'waiting', updated_at = :at WHERE sha256 IN (
           SELECT sha256 FROM blob_reading WHERE state IN (:among) LIMIT ${LOT}) RETURNING sha256`,
        { among, at },
      ),
    );
    marked += lot.length;
    if (lot.length < LOT) return marked;
  }
}

/** How many files are in which state, with the pages that are shown of them. */
export async function counts(scope: Scope): Promise<{ state: ReadingState; files: number; pages: number }[]> {
  const rows = await sql<{ state: ReadingState; files: number | string; pages: number | string }>(
    scope,
    `SELECT state, count(*) AS files, coalesce(sum(pages_done), 0) AS pages FROM blob_reading GROUP BY state ORDER BY state`,
  );
  return rows.map(({ state, files, pages }) => ({ state, files: Number(files), pages: Number(pages) }));
}
