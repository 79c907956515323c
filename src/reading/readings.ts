import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Jobs } from '../jobs/jobs.service.ts';
import type { NewJob } from '../jobs/lease.ts';
import { PRIORITY } from '../jobs/priorities.ts';
import type { Instant } from '../now.ts';
import type { ReadPage } from './extractor.ts';
import { BlobPage, BlobReading, type ReadingState } from './page.entity.ts';

const LOT = 500;

/** The job that reads one file. Behind reminders and messages; four processes may die of it before it is given up. */
export function readFile(sha256: string): NewJob {
  const { reading: priority } = PRIORITY;
  return { kind: 'read-file', subjectId: sha256, dedupe: sha256, lane: 'reading', priority, maxAttempts: 4 };
}

/**
 * Makes sure that a file is known to be read, and gives it its job. Its row is held until the caller's write ends: a
 * reading that ends meanwhile waits, and then tells of the caller's document too.
 */
export async function offer(tx: Tx, jobs: Jobs, sha256: string, at: Instant): Promise<void> {
  const [row] = await sql<{ state: ReadingState }>(
    tx,
    `INSERT INTO blob_reading (sha256, state, pages_done, updated_at) VALUES (:sha256, 'waiting', 0, :at)
     ON CONFLICT (sha256) DO UPDATE SET sha256 = excluded.sha256 RETURNING state`,
    { sha256, at },
  );
  const isToBeRead = row!.state === 'waiting' || row!.state === 'reading';
  // Where it has been read, a job that is just ending would not tell of this document any more.
  await jobs.add(tx, isToBeRead ? readFile(sha256) : { ...readFile(sha256), dedupe: undefined });
}

/** Takes on a file for reading. Whoever did so before may no longer write. Null when it is not to be read. */
export async function begin(tx: Tx, sha256: string, at: Instant): Promise<BlobReading | null> {
  const begun = await sql<{ sha256: string }>(
    tx,
    `UPDATE blob_reading SET state = 'reading', draft = draft + 1, pages_done = 0, pages_total = NULL, reason = NULL,
       started_at = :at, finished_at = NULL, updated_at = :at
     WHERE sha256 = :sha256 AND state IN ('waiting', 'reading') RETURNING sha256`,
    { sha256, at },
  );
  return begun.length > 0 ? tx.em.findOneByOrFail(BlobReading, { sha256 }) : null;
}

/**
 * Has a file read once more; what was read before stays until then. While it is being read that is as good, unless with
 * another language: then false.
 */
export async function anew(tx: Tx, sha256: string, language: string | null, at: Instant): Promise<boolean> {
  const marked = await sql(
    tx,
    `INSERT INTO blob_reading (sha256, state, pages_done, language, updated_at)
     VALUES (:sha256, 'waiting', 0, :language, :at)
     ON CONFLICT (sha256) DO UPDATE SET
       state = CASE WHEN blob_reading.state = 'reading' THEN 'reading' ELSE 'waiting' END, updated_at = :at,
       language = coalesce(:language, blob_reading.language)
     WHERE blob_reading.state <> 'reading' OR coalesce(:language, blob_reading.language, '') = coalesce(blob_reading.language, '')
     RETURNING sha256`,
    { sha256, language, at },
  );
  return marked.length > 0;
}

export interface Progress {
  pagesTotal: number | null;
  reader: string | null;
}

/** Keeps pages where nobody sees them yet. False when somebody else reads the file by now: then nothing was kept. */
export async function keep(
  tx: Tx,
  { sha256, draft }: BlobReading,
  pages: readonly ReadPage[],
  { pagesTotal, reader }: Progress,
): Promise<boolean> {
  const held = await sql(
    tx,
    `UPDATE blob_reading SET pages_done = pages_done + :more, pages_total = :pagesTotal, reader = :reader
     WHERE sha256 = :sha256 AND draft = :draft AND state = 'reading' RETURNING sha256`,
    { sha256, draft, more: pages.length, pagesTotal, reader },
  );
  if (held.length === 0) return false;
  if (pages.length > 0)
    await tx.em.insert(
      BlobPage,
      pages.map((page) => ({ ...page, sha256, generation: draft })),
    );
  return true;
}

export interface Outcome extends Progress {
  state: Exclude<ReadingState, 'waiting' | 'reading'>;
  reason: string | null;
}

/**
 * Ends a reading: from this commit on its pages are those that are shown. One that failed leaves the pages of the
 * reading before it, if there are any. False when somebody else reads the file by now.
 */
export async function end(tx: Tx, row: BlobReading, outcome: Outcome, at: Instant): Promise<boolean> {
  const { sha256, draft } = row;
  const keeps = outcome.state === 'failed' && row.generation !== null;
  const state = keeps ? 'partial' : outcome.state;
  const reason = keeps ? `${outcome.reason} What there is was read before.` : outcome.reason;
  const generation = outcome.state === 'failed' || outcome.state === 'none' ? (keeps ? row.generation : null) : draft;
  const { pagesTotal, reader } = keeps ? row : outcome;
  const ended = await sql(
    tx,
    `UPDATE blob_reading SET state = :state, reason = :reason, generation = :generation, pages_total = :pagesTotal,
       pages_done = (SELECT count(*) FROM blob_page p WHERE p.sha256 = :sha256 AND p.generation = :generation),
       reader = :reader, finished_at = :at, updated_at = :at
     WHERE sha256 = :sha256 AND draft = :draft AND state = 'reading' RETURNING sha256`,
    { sha256, draft, state, reason, generation, pagesTotal, reader, at },
  );
  return ended.length > 0;
}

/** Gives up a reading that was broken off for no fault of the file's: it waits again. */
export async function putBack(tx: Tx, { sha256, draft }: BlobReading): Promise<void> {
  await sql(
    tx,
    `UPDATE blob_reading SET state = 'waiting', pages_done = 0
     WHERE sha256 = :sha256 AND draft = :draft AND state = 'reading'`,
    { sha256, draft },
  );
}

/** Up to so many files that wait without a job, those last that have waited longest: a fresh one is what people look for. */
export async function waitingAlone(scope: Scope, most: number): Promise<string[]> {
  const rows = await sql<{ sha256: string }>(
    scope,
    `SELECT r.sha256 FROM blob_reading r WHERE r.state IN ('waiting', 'reading') AND NOT EXISTS (
       SELECT 1 FROM job j WHERE j.kind = 'read-file' AND j.dedupe = r.sha256 AND j.state IN ('waiting', 'leased'))
     ORDER BY r.updated_at DESC LIMIT ${most}`,
  );
  return rows.map((row) => row.sha256);
}

/** Files of which no reading is known: attached before there was any. They wait from now on. False when there are none. */
export async function adopt(tx: Tx): Promise<boolean> {
  const adopted = await sql(
    tx,
    `INSERT INTO blob_reading (sha256, state, pages_done, updated_at)
     SELECT b.sha256, 'waiting', 0, b.stored_at FROM blob b
     WHERE NOT EXISTS (SELECT 1 FROM blob_reading r WHERE r.sha256 = b.sha256) LIMIT ${LOT}
     ON CONFLICT DO NOTHING RETURNING sha256`,
  );
  return adopted.length > 0;
}

/** Deletes a lot of the pages that are no longer, or never will be, shown. False when there are none left. */
export async function clearLot(tx: Tx, sha256: string): Promise<boolean> {
  const stale = `SELECT p.generation, p.number FROM blob_page p JOIN blob_reading r ON r.sha256 = p.sha256
    WHERE p.sha256 = :sha256 AND (r.generation IS NULL OR p.generation <> r.generation)
      AND (r.state <> 'reading' OR p.generation < r.draft) LIMIT ${LOT}`;
  const gone = await sql(
    tx,
    `DELETE FROM blob_page WHERE sha256 = :sha256 AND (generation, number) IN (${stale}) RETURNING number`,
    { sha256 },
  );
  return gone.length === LOT;
}
