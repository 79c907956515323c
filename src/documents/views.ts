import { In } from 'typeorm';
import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { StatusChangeRow } from '../requests/status-change.entity.ts';
import { Blob, type Document } from './document.entity.ts';
import { type BlobFacts, type DocumentView, type TextView, toDocumentView } from './documents.dto.ts';

/** Everything but the chunks' digests, which are many. */
const FACTS = { sha256: true, size: true, mediaType: true, damagedAt: true };

/** Throws `does-not-fit` unless the status change is one of this request. */
export async function mustBelong(scope: Scope, requestId: string, statusChangeId: string): Promise<void> {
  if (await scope.em.existsBy(StatusChangeRow, { id: statusChangeId, requestId })) return;
  const detail = 'is no status change of this request';
  throw new DeskError('does-not-fit', `statusChangeId ${detail}.`, {
    errors: [{ pointer: '/statusChangeId', detail }],
  });
}

export async function viewOf(scope: Scope, document: Document): Promise<DocumentView> {
  return (await viewsOf(scope, [document]))[0]!;
}

export async function viewsOf(scope: Scope, documents: readonly Document[]): Promise<DocumentView[]> {
  const hashes = documents.map((document) => document.sha256);
  const blobs = await scope.em.find(Blob, { select: FACTS, where: { sha256: In(hashes) } });
  const byHash = new Map<string, BlobFacts>(blobs.map((blob) => [blob.sha256, blob]));
  const texts = await textsOf(scope, hashes);
  return documents.map((document) => {
    // What has not been offered for reading yet will be, by the next sweep.
    const text = texts.get(document.sha256) ?? { state: 'waiting', reason: null };
    return toDocumentView(document, byHash.get(document.sha256)!, text);
  });
}

/** How far the reading of these contents has come: the table is that of `reading/`, which knows documents and not the reverse. */
async function textsOf(scope: Scope, hashes: readonly string[]): Promise<Map<string, TextView>> {
  if (hashes.length === 0) return new Map();
  const rows = await sql<TextView & { sha256: string }>(
    scope,
    `SELECT sha256, state, reason FROM blob_reading WHERE sha256 IN (:hashes)`,
    { hashes: [...new Set(hashes)] },
  );
  return new Map(rows.map(({ sha256, state, reason }) => [sha256, { state, reason }]));
}
