import { setImmediate as breathe } from 'node:timers/promises';
import type { User } from '../auth/user.entity.ts';
import type { Database, Scope } from '../database/database.ts';
import type { Document } from '../documents/document.entity.ts';
import { openTo } from '../documents/open-to.ts';
import { DeskError } from '../errors.ts';
import type { Instant } from '../now.ts';
import { type PagesState, pagesState, shownPage, type ShownPage, shownPages } from '../reading/pages.ts';
import { hashOf } from '../requests/chain.ts';
import { plainText } from './plain-text.ts';
import { type Found, findQuote, nearestPassage, type Quote, readQuote } from './quote.ts';
import { oneLine } from './source.ts';

/** A quote that stands on its page, with the text that says so. */
export interface CheckedQuote {
  quote: string;
  found: Found;
  page: ShownPage;
  textSha256: string;
  textReadAt: Instant | null;
}

const LOT = 50;
/** How far a quote that is not on its page is looked for elsewhere. */
const MOST_PAGES = 5000;
const MOST_CHARACTERS = 30_000_000;
const MOST_PLACES = 5;
/** A passage that shares fewer of the quote's words is no help. */
const NEAR = 0.5;
const LONGEST_SHOWN = 600;

/**
 * Holds a page, and a quote if there is one, against the document. Throws `does-not-fit` for a page that is not there
 * and for a quote that is not on it, saying where it is, or what is nearest; `conflict` while the page is not yet read.
 * Reads in lots, outside of any write.
 */
export async function checkQuote(
  database: Database,
  user: User,
  documentId: string,
  { page, quote }: { page: number; quote?: string },
): Promise<CheckedQuote | null> {
  const { document, state, shown } = await database.read(async (scope) => {
    const open = await openTo(scope, user, documentId, 'read');
    return { document: open, state: await pagesState(scope, open), shown: await shownPage(scope, open, page) };
  });
  mustHavePage(state, page);
  if (quote === undefined) return null;
  const wanted = readQuote(quote);
  if (wanted.patterns.length === 0) throw noFit('/quote', 'The quote has no letter or digit.', []);
  if (!shown) throw notRead(state, page);
  const found = findQuote(wanted, plainText(shown.text));
  if (found) {
    return { quote, found, page: shown, textSha256: hashOf(shown.text), textReadAt: state?.readAt ?? null };
  }
  throw await elsewhere(database, document, wanted, shown);
}

function mustHavePage(state: PagesState | null, page: number): void {
  const total = state?.total ?? null;
  if (total === null || page <= total) return;
  throw noFit('/page', `The document has ${total} ${total === 1 ? 'page' : 'pages'}.`, [`1 to ${total}`]);
}

function notRead(state: PagesState | null, page: number): DeskError {
  const without = 'The page can be cited without a quote.';
  if (state === null || state.state === 'waiting' || state.state === 'reading') {
    return new DeskError('conflict', `Page ${page} has not been read yet, so that no quote can be checked. ${without}`);
  }
  return noFit('/quote', `There is no text of page ${page} that a quote could be checked against. ${without}`, []);
}

interface Seen {
  on: number[];
  /** The pages with most of the quote's long words, best first. */
  near: { number: number; text: string; score: number }[];
  all: boolean;
}

async function elsewhere(database: Database, document: Document, quote: Quote, shown: ShownPage): Promise<DeskError> {
  const here = nearestPassage(quote, shown.text);
  const seen = await lookThrough(database, document, quote);
  const not = `The quote is not on page ${shown.number}`;
  if (seen.on.length > 0) {
    const pages = seen.on.map(String);
    const where = `it is on page ${pages.length === 1 ? pages[0] : `${pages.slice(0, -1).join(', ')} and ${pages.at(-1)}`}`;
    return noFit('/page', `${not}; ${where}.`, pages);
  }
  const others = seen.near.flatMap(({ number, text }) => {
    const near = nearestPassage(quote, text);
    return near ? [{ ...near, number, text }] : [];
  });
  const all = here ? [{ ...here, number: shown.number, text: shown.text }, ...others] : others;
  const best = all.sort((a, b) => b.share - a.share)[0];
  const limit = seen.all ? '' : ` Only its first ${MOST_PAGES} pages were looked through.`;
  if (!best || best.share < NEAR) return noFit('/quote', `${not}, and nothing like it in this document.${limit}`, []);
  const passage = oneLine(best.text.slice(best.from, best.to)).slice(0, LONGEST_SHOWN);
  const place = best.number === shown.number ? 'What is nearest there' : `What is nearest, on page ${best.number}`;
  return noFit('/quote', `${not}. ${place}: “${passage}”.${limit}`, [passage]);
}

/** Most pages are put aside by their long words alone: reading all of them letter by letter would take seconds. */
async function lookThrough(database: Database, document: Document, quote: Quote): Promise<Seen> {
  const telling = [...new Set(quote.words)].sort((a, b) => b.length - a.length).slice(0, 8);
  const seen: Seen = { on: [], near: [], all: true };
  let [after, pages, characters] = [0, 0, 0];
  for (;;) {
    const lot = await database.read((scope: Scope) => shownPages(scope, document, after, LOT));
    for (const { number, text } of lot) {
      const lower = text.toLowerCase();
      const score = telling.filter((word) => lower.includes(word)).length;
      characters += text.length;
      if (score * 2 >= telling.length && findQuote(quote, plainText(text))) seen.on.push(number);
      if (score > 0) seen.near.push({ number, text, score });
    }
    seen.near = seen.near.sort((a, b) => b.score - a.score).slice(0, 3);
    pages += lot.length;
    if (lot.length < LOT || seen.on.length >= MOST_PLACES) return { ...seen, on: seen.on.slice(0, MOST_PLACES) };
    if (pages >= MOST_PAGES || characters >= MOST_CHARACTERS) return { ...seen, all: false };
    after = lot[lot.length - 1]!.number;
    await breathe();
  }
}

function noFit(pointer: string, says: string, accepted: readonly string[]): DeskError {
  const detail = `${says.charAt(0).toLowerCase()}${says.slice(1).replace(/\.$/, '')}`;
  return new DeskError('does-not-fit', says, { errors: [{ pointer, detail }], accepted });
}
