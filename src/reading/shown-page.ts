import type { Scope } from '../database/database.ts';
import type { Document } from '../documents/document.entity.ts';
import type { Instant } from '../now.ts';
import { BlobPage, BlobReading, type ReadingState } from './page.entity.ts';

/** A page as this document may show it: nothing of what lies under a redaction that hides nothing. */
export type ShownPage = Pick<BlobPage, 'number' | 'text' | 'source'>;

type WithPages = Pick<Document, 'id' | 'sha256'>;

/** One page; null while it has not been read, and where there is none. The document's visibility is asked before. */
export async function shownPage(scope: Scope, document: WithPages, number: number): Promise<ShownPage | null> {
  const [page] = await shownPages(scope, document, number - 1, 1);
  return page?.number === number ? page : null;
}

/** The next pages after `after`, in order, at most `limit`. */
export async function shownPages(
  scope: Scope,
  { sha256 }: WithPages,
  after: number,
  limit: number,
): Promise<ShownPage[]> {
  return scope.em
    .createQueryBuilder(BlobPage, 'page')
    .select(['page.sha256', 'page.number', 'page.text', 'page.source'])
    .where('page.sha256 = :sha256 AND page.number > :after', { sha256, after })
    .orderBy('page.number')
    .limit(limit)
    .getMany();
}

/** How far the reading of a document has come, as far as those that use its pages need to know. */
export interface PagesState {
  state: ReadingState;
  /** How many pages the file has; null when nobody knows yet, or when it has none. */
  total: number | null;
  done: number;
  /** When the text that there is was read. */
  readAt: Instant | null;
}

/** Null when the file was never offered for reading. */
export async function pagesState(scope: Scope, { sha256 }: WithPages): Promise<PagesState | null> {
  const reading = await scope.em.findOneBy(BlobReading, { sha256 });
  if (!reading) return null;
  const { state, pagesTotal, pagesDone, finishedAt, updatedAt } = reading;
  return { state, total: pagesTotal, done: pagesDone, readAt: finishedAt ?? updatedAt };
}
