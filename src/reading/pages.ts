import { createHash } from 'node:crypto';
import type { Scope } from '../database/database.ts';
import type { Document } from '../documents/document.entity.ts';
import { type HiddenDecision, HiddenTextDecision } from './hidden-text.entity.ts';
import type { Instant } from '../now.ts';
import { BlobPage, BlobReading, type HiddenText, type ReadingState, type WordBox } from './page.entity.ts';

/** A page as one document may show it: the same bytes in another request may show more of it, or less. */
export interface ShownPage {
  number: number;
  /** What people see on the page; after it, line by line, what lies under its boxes, where that was decided. */
  text: string;
  source: BlobPage['source'];
  width: number | null;
  height: number | null;
  /** Known without asking the file once more: those found by OCR, and those of hidden text that is shown. */
  boxes: WordBox[] | null;
  /** How much of `text` is seen on the page: the rest lies under boxes. */
  seenLength: number;
  /** Whether text lies under boxes here, and what was decided on it. */
  hiddenText: HiddenDecision | 'undecided' | null;
}

type WithPages = Pick<Document, 'id' | 'sha256'>;

const LOT = 50;

/** All pages of a document as it may show them, in order, from the one after `after`. None before its reading has ended. */
export async function* pagesOf(scope: Scope, document: WithPages, after = 0): AsyncGenerator<ShownPage> {
  for (let last = after; ;) {
    const lot = await shownPages(scope, document, last, LOT);
    yield* lot;
    if (lot.length < LOT) return;
    last = lot.at(-1)!.number;
  }
}

/** The next pages after `after`, in order, at most `limit`. */
export async function shownPages(
  scope: Scope,
  document: WithPages,
  after: number,
  limit: number,
): Promise<ShownPage[]> {
  const generation = await generationOf(scope, document);
  if (generation === null) return [];
  const decisions = await decisionsOn(scope, document.id);
  const lot = await scope.em
    .createQueryBuilder(BlobPage, 'page')
    .where('page.sha256 = :sha256 AND page.generation = :generation', { sha256: document.sha256, generation })
    .andWhere('page.number > :after', { after })
    .orderBy('page.number')
    .limit(limit)
    .getMany();
  return lot.map((page) => shown(page, decisions));
}

/** Pages that are shown, as `p`, for hand-written SQL: those of the last reading that came to an end. */
export const SHOWN_PAGES = `blob_page p JOIN blob_reading shown ON shown.sha256 = p.sha256 AND shown.generation = p.generation`;

/** The texts of these pages of a document as it may show them; what it has no page for is left out. */
export async function pageTexts(
  scope: Scope,
  document: WithPages,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const generation = await generationOf(scope, document);
  if (generation === null || numbers.length === 0) return new Map();
  const decisions = await decisionsOn(scope, document.id);
  const pages = await scope.em
    .createQueryBuilder(BlobPage, 'page')
    .where('page.sha256 = :sha256 AND page.generation = :generation', { sha256: document.sha256, generation })
    .andWhere('page.number IN (:...numbers)', { numbers: [...numbers] })
    .getMany();
  return new Map(pages.map((page) => [page.number, shown(page, decisions).text]));
}

/** One page of a document as it may show it; null when it has no such page, or was not read yet. */
export async function shownPage(scope: Scope, document: WithPages, number: number): Promise<ShownPage | null> {
  const generation = await generationOf(scope, document);
  if (generation === null) return null;
  const page = await scope.em.findOneBy(BlobPage, { sha256: document.sha256, generation, number });
  return page && shown(page, await decisionsOn(scope, document.id));
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

/** Whose pages of this content are shown; null while there are none. */
export async function generationOf(scope: Scope, { sha256 }: Pick<Document, 'sha256'>): Promise<number | null> {
  const row = await scope.em.findOne(BlobReading, { select: { sha256: true, generation: true }, where: { sha256 } });
  return row?.generation ?? null;
}

/**
 * Which of these documents hold text under boxes that nobody has decided to show: whoever is handed the file itself can
 * copy it out.
 */
export async function withTextToWithhold(scope: Scope, documents: readonly WithPages[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const document of documents) {
    const pages = await hiddenPages(scope, document, { after: 0 });
    const decisions = pages.length > 0 ? await decisionsOn(scope, document.id) : [];
    if (pages.some((page) => decisionFor(decisions, page)?.decision !== 'show')) found.add(document.id);
  }
  return found;
}

export type HiddenPage = Pick<BlobPage, 'number' | 'hidden'>;

/** The pages of a document on which text lies under boxes, in order. */
export async function hiddenPages(
  scope: Scope,
  document: WithPages,
  { after, upTo = null, limit }: { after: number; upTo?: number | null; limit?: number },
): Promise<HiddenPage[]> {
  const generation = await generationOf(scope, document);
  if (generation === null) return [];
  const query = scope.em
    .createQueryBuilder(BlobPage, 'page')
    .select(['page.sha256', 'page.generation', 'page.number', 'page.hidden'])
    .where('page.sha256 = :sha256 AND page.generation = :generation', { sha256: document.sha256, generation })
    .andWhere('page.hidden IS NOT NULL AND page.number > :after', { after });
  if (upTo !== null) query.andWhere('page.number <= :upTo', { upTo });
  return query.orderBy('page.number').limit(limit).getMany();
}

/** Newest first. */
export async function decisionsOn(scope: Scope, documentId: string): Promise<HiddenTextDecision[]> {
  return scope.em.find(HiddenTextDecision, { where: { documentId }, order: { id: 'DESC' } });
}

/** The decision that counts for a page: the newest of those that saw the text which is hidden there now. */
export function decisionFor(
  decisions: readonly HiddenTextDecision[],
  { number, hidden }: Pick<BlobPage, 'number' | 'hidden'>,
): HiddenTextDecision | null {
  if (!hidden) return null;
  const digest = digestOf(hidden);
  return decisions.find(({ seen }) => seen[number] === digest) ?? null;
}

export function digestOf(hidden: readonly HiddenText[]): string {
  const texts = hidden.map(({ text }) => text);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}

/** Whether text lies under boxes on a page, and what counts there. */
export function hiddenTextOf(
  decisions: readonly HiddenTextDecision[],
  page: Pick<BlobPage, 'number' | 'hidden'>,
): ShownPage['hiddenText'] {
  return page.hidden && (decisionFor(decisions, page)?.decision ?? 'undecided');
}

function shown(page: BlobPage, decisions: readonly HiddenTextDecision[]): ShownPage {
  const { number, source, width, height, hidden } = page;
  const decided = hiddenTextOf(decisions, page);
  const base = { number, source, width, height, seenLength: page.text.length, hiddenText: decided };
  if (!hidden || decided !== 'show') return { ...base, text: page.text, boxes: page.boxes };
  let text = page.text;
  const boxes = [...(page.boxes ?? [])];
  for (const piece of hidden) {
    if (text !== '') text += '\n';
    boxes.push({ at: text.length, length: piece.text.length, box: piece.box });
    text += piece.text;
  }
  return { ...base, text, boxes };
}
