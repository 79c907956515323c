import { Database } from '../../src/database/database.ts';
import { Document } from '../../src/documents/document.entity.ts';
import { DocumentFollowers } from '../../src/documents/document-follower.ts';
import { BlobPage, BlobReading } from '../../src/reading/page.entity.ts';
import type { Desk } from './desk.ts';

/** A page as a test writes it down: its text, or more of it. */
export type WrittenPage = string | Partial<BlobPage>;

/**
 * Puts pages where the reading of files puts them, in place of what is there, and tells those who follow: for tests of
 * what is done with pages, whatever reads them.
 */
export async function readPages(desk: Desk, documentId: string, pages: readonly WrittenPage[]): Promise<void> {
  const at = desk.now.instant();
  await desk.app.get(Database).write(async (tx) => {
    const document = await tx.em.findOneByOrFail(Document, { id: documentId });
    const { sha256 } = document;
    const [before] = await tx.em.findBy(BlobReading, { sha256 });
    // Ahead of a reading that may be under way: what it brings is not taken then.
    const generation = (before?.draft ?? 0) + 1;
    await tx.em.delete(BlobPage, { sha256 });
    const rows = pages.map((page, i) => pageRow(sha256, generation, i + 1, page));
    for (let from = 0; from < rows.length; from += 200) await tx.em.insert(BlobPage, rows.slice(from, from + 200));
    const reading = { state: 'ready' as const, reason: null, pagesTotal: pages.length, pagesDone: pages.length };
    const by = {
      generation,
      draft: generation,
      reader: 'test 1',
      language: 'eng',
      startedAt: at,
      finishedAt: at,
      updatedAt: at,
    };
    await tx.em.upsert(BlobReading, { sha256, ...reading, ...by }, ['sha256']);
    const sharing = await tx.em.findBy(Document, { sha256 });
    const followers = desk.app.get(DocumentFollowers, { strict: false });
    for (const one of sharing) await followers.changed(tx, { because: 'read', document: one, byUserId: null, at });
  });
}

function pageRow(sha256: string, generation: number, number: number, page: WrittenPage): BlobPage {
  const given = typeof page === 'string' ? { text: page } : page;
  const plain = { text: '', source: 'layer' as const, width: 612, height: 792, boxes: null, hidden: null };
  return { ...plain, ...given, sha256, generation, number };
}

/** Attaches a file of these bytes; the answer's body. */
export async function attach(
  desk: Desk,
  requestId: string,
  bytes: string,
  fields: Record<string, string> = {},
  key?: string,
  filename = fields.label ? `${fields.label}.txt` : 'file.txt',
): Promise<any> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([bytes]), filename);
  const answer = await desk.call('POST', `/requests/${requestId}/documents`, form, key === undefined ? {} : { key });
  if (answer.status !== 201) throw new Error(`Not attached: ${JSON.stringify(answer)}`);
  return answer.body;
}
