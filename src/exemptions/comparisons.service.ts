import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Document } from '../documents/document.entity.ts';
import { openTo } from '../documents/open-to.ts';
import { DeskError } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { pageOf, toPage } from '../http/page.ts';
import { type ShownPage, pagesState, shownPages } from '../reading/pages.ts';
import { access } from '../requests/access.ts';
import { align, type Pair } from './align.ts';
import { codeView, formsOf } from './codes.ts';
import {
  type ComparedPair,
  comparedWords,
  comparePair,
  pagesOfPair,
  type PageToCompare,
  passagesOf,
  summaryOf,
} from './compare.ts';
import type { ComparedPairView, CompareQuery, ComparisonSummary, ComparisonView } from './compare.dto.ts';
import type { Form } from './form.ts';
import { type Sketch, sketchOf } from './sketch.ts';

const LOT = 50;
const MOST_PAGES = 5000;
const MOST_CHARACTERS = 20_000_000;
/** Comparisons that may wait behind the one that runs: each holds two texts. */
const MOST_WAITING = 4;
/** After so long without a pause others get their turn. */
const BREATH_MS = 15;

/** A document as it is compared. */
interface Side {
  document: Document;
  forms: readonly Form[];
  pages: ShownPage[];
  sketches: Sketch[];
  codes: Map<number, string[]>;
}

/** Compares two releases page by page: in lots, so that nobody waits for it, and one at a time. */
@Injectable()
export class Comparisons {
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(@Inject(Database) private readonly database: Database) {}

  async compare(user: User, call: Call, id: string, otherId: string, query: CompareQuery): Promise<ComparisonView> {
    const { limit, after } = pageOf(query, 1);
    await this.database.read(async (scope) => {
      await mustFit(scope, await openTo(scope, user, id, 'read'));
      await mustFit(scope, await openTo(scope, user, otherId, 'read'));
    });
    return this.#inTurn(async () => {
      const [here, there] = [await this.#side(user, id), await this.#side(user, otherId)];
      const pairs = await aligned(here, there);
      const compared = await allCompared(pairs, here, there);
      const from = Number(after?.[0] ?? 0);
      const wanted = compared.flatMap((pair, index) =>
        (query.change?.includes(pair.change) ?? true) ? [{ pair, index }] : [],
      );
      const rows = wanted.filter(({ index }) => index >= from).slice(0, limit + 1);
      const views = new Map<number, ComparedPairView>();
      for (const { pair, index } of rows.slice(0, limit)) {
        views.set(index, withPassages(pair, here, there));
        await breathe();
      }
      const summary = summaryView(compared);
      const page = toPage(
        call,
        limit,
        rows,
        ({ index }) => [index + 1],
        ({ index }) => views.get(index)!,
      );
      return { summary, ...page };
    });
  }

  async #inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (this.#waiting > MOST_WAITING) {
      throw new DeskError('unavailable', 'Other comparisons are waiting. Please try again in a moment.', {
        retryAfter: 5,
      });
    }
    this.#waiting += 1;
    const turn = this.#queue.then(run).finally(() => (this.#waiting -= 1));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Access is asked anew: it may have waited. */
  async #side(user: User, id: string): Promise<Side> {
    const side = await this.database.read(async (scope): Promise<Side> => {
      const document = await openTo(scope, user, id, 'read');
      const { statuteId } = await access(scope, user, document.requestId, 'read');
      const codes = await codesByPage(scope, document);
      return { document, forms: formsOf(statuteId), pages: [], sketches: [], codes };
    });
    let characters = 0;
    for (;;) {
      const after = side.pages[side.pages.length - 1]?.number ?? 0;
      const lot = await this.database.read((scope) => shownPages(scope, side.document, after, LOT));
      for (const page of lot) {
        characters += page.text.length;
        if (characters > MOST_CHARACTERS || side.pages.length >= MOST_PAGES) throw tooLarge(side.document);
        side.pages.push(page);
        side.sketches.push(sketchOf(comparedWords(page.text, side.forms)));
      }
      if (lot.length < LOT) return side;
      await breathe();
    }
  }
}

async function mustFit(scope: Scope, document: Document): Promise<void> {
  const state = await pagesState(scope, document);
  if (state === null || state.state === 'waiting' || state.state === 'reading') {
    throw new DeskError(
      'conflict',
      `${document.filename} has not been read yet, so that its pages cannot be compared.`,
    );
  }
  if ((state.total ?? 0) > MOST_PAGES) throw tooLarge(document);
}

function tooLarge(document: Document): DeskError {
  const most = `${MOST_PAGES} pages and ${MOST_CHARACTERS / 1_000_000} million characters`;
  return new DeskError('does-not-fit', `${document.filename} is too large to be compared: at most ${most} are.`);
}

/** What is on each page and has not been rejected. */
async function codesByPage(scope: Scope, document: Document): Promise<Map<number, string[]>> {
  const rows = await sql<{ code: string; first: number; last: number }>(
    scope,
    `SELECT DISTINCT code, page_from AS first, page_to AS last FROM exemption_finding
     WHERE document_id = :id AND about = 'pages' AND state <> 'rejected' AND page_from IS NOT NULL`,
    { id: document.id },
  );
  const codes = new Map<number, string[]>();
  for (const { code, first, last } of rows) {
    for (let page = first; page <= Math.min(last, first + MOST_PAGES); page += 1) {
      codes.set(page, [...(codes.get(page) ?? []), code]);
    }
  }
  return codes;
}

async function aligned(here: Side, there: Side): Promise<Pair[]> {
  const steps = align(here.sketches, there.sketches);
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < BREATH_MS) continue;
    await breathe();
    since = performance.now();
  }
}

async function allCompared(pairs: readonly Pair[], here: Side, there: Side): Promise<ComparedPair[]> {
  const compared: ComparedPair[] = [];
  let since = performance.now();
  for (const pair of pairs) {
    const [own, other] = pagesOfPair(pair, here.pages, there.pages);
    compared.push(comparePair(own && toCompare(here, own), other && toCompare(there, other)));
    if (performance.now() - since < BREATH_MS) continue;
    await breathe();
    since = performance.now();
  }
  return compared;
}

function toCompare({ forms, codes }: Side, { number, text }: ShownPage): PageToCompare {
  return { number, words: comparedWords(text, forms), codes: codes.get(number) ?? [] };
}

function withPassages(pair: ComparedPair, here: Side, there: Side): ComparedPairView {
  if (pair.wordsShown === 0 && pair.wordsWithheld === 0 && pair.change === 'same')
    return { ...pair, shown: [], withheld: [] };
  const wordsOn = (side: Side, number: number | null) => {
    const page = number === null ? undefined : side.pages.find((one) => one.number === number);
    return page ? comparedWords(page.text, side.forms) : [];
  };
  const passages = passagesOf(wordsOn(here, pair.page), wordsOn(there, pair.otherPage));
  return { ...pair, shown: passages?.shown ?? null, withheld: passages?.withheld ?? null };
}

function summaryView(pairs: readonly ComparedPair[]): ComparisonSummary {
  const { codesGone, codesNew, ...counts } = summaryOf(pairs);
  const told = (codes: Map<string, number>) =>
    [...codes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, pages]) => ({ ...codeView(code), pages }));
  return { ...counts, codesGone: told(codesGone), codesNew: told(codesNew) };
}
