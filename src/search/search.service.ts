import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { pageOf, toPage } from '../http/page.ts';
import { visibleInSql } from '../requests/access.ts';
import { foundBy } from './filters.ts';
import { load, toHit } from './hits.ts';
import { stateOf } from './make-index.ts';
import { eachWord } from './normalise.ts';
import { parseQuery, type Query } from './query.ts';
import { SearchIndex } from './search-index.ts';
import { INDEX_DOCUMENT } from './search-follower.ts';
import type { SearchPage, SearchQuery, Total } from './search.dto.ts';

const COUNTED = 1000;
/** Of so many of the newest texts found are the suggestions. */
const LOOKED_AT = 100;
const LONGEST_LOOKED_AT = 20_000;
const SUGGESTED = 10;
/** A beginning of one letter would be that of everything. */
const SHORTEST_BEGINNING = 2;

type Found = ReturnType<typeof foundBy>;

@Injectable()
export class SearchService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SearchIndex) private readonly index: SearchIndex,
  ) {}

  /** Best first. A page appears once, however often the words stand on it. */
  async page(user: User, call: Call, asked: SearchQuery): Promise<SearchPage> {
    const { limit, after } = pageOf(asked, 1);
    if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to) {
      const detail = 'is earlier than from';
      throw new DeskError('does-not-fit', `to ${detail}.`, { errors: [{ pointer: '/to', detail }] });
    }
    const query = parseQuery(asked.q);
    const matching = this.index.matching(query);
    const found = foundBy(this.database.engine, user, matching, asked);
    const from = after === null ? null : await this.#rankOf(found, matching.rank, after[0]);
    const [ids, total] = await Promise.all([this.#ids(found, matching.rank, limit + 1, from), this.#total(found)]);
    const { entries, incomplete } = await this.database.read(async (scope) => ({
      entries: await load(scope, user, ids.slice(0, limit)),
      incomplete: await isIncomplete(scope, user),
    }));
    const items = [];
    for (const entry of entries) items.push(await toHit(entry, query));
    const { next } = toPage(
      call,
      limit,
      ids,
      (id) => [id],
      (id) => id,
    );
    return { items, next, total, incomplete };
  }

  /**
   * Completes the last word from words of texts that `user` may see, and that hold the other words too: taken from the
   * texts found, so that no list of all words can give a hidden one away.
   */
  async suggestions(user: User, typed: string): Promise<string[]> {
    const last = lastWord(typed);
    if (!last || last.word.length < SHORTEST_BEGINNING) return [];
    const query = begun(typed);
    if (!query) return [];
    const matching = this.index.matching(query);
    const found = foundBy(this.database.engine, user, matching, { dateOf: 'any' });
    const rows = await this.database.readAside<{ id: number }>(
      `SELECT e.id FROM ${found.from} WHERE ${found.where.text} ORDER BY ${matching.id} DESC LIMIT ${LOOKED_AT}`,
      found.where.parameters,
    );
    const texts = await this.database.read((scope) =>
      load(
        scope,
        user,
        rows.map((row) => row.id),
      ),
    );
    const counts = new Map<string, number>();
    for (const { text } of texts) {
      const words = new Set<string>();
      eachWord(text.slice(0, LONGEST_LOOKED_AT), (word) => void (word.startsWith(last.word) && words.add(word)));
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const best = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, SUGGESTED);
    return best.map(([word]) => typed.slice(0, last.from) + word);
  }

  async #ids({ from, where }: Found, rank: string, limit: number, after: Place | null): Promise<number[]> {
    const further = after ? `AND (${rank} > :rank OR (${rank} = :rank AND e.id > :id))` : '';
    const rows = await this.database.readAside<{ id: number }>(
      `SELECT e.id FROM ${from} WHERE ${where.text} ${further} ORDER BY ${rank}, e.id LIMIT :limit`,
      { ...where.parameters, ...after, limit },
    );
    return rows.map((row) => row.id);
  }

  /** Ranks move when texts are added: a list goes on after its last entry, wherever that stands by now. */
  async #rankOf({ from, where }: Found, rank: string, id: unknown): Promise<Place> {
    const rows = isEntryId(id)
      ? await this.database.readAside<{ rank: number }>(
          `SELECT ${rank} AS rank FROM ${from} WHERE ${where.text} AND e.id = :id`,
          { ...where.parameters, id },
        )
      : [];
    if (rows[0]) return { id: Number(id), rank: rows[0].rank };
    throw new DeskError('invalid', 'What this list had come to is no longer found. Please search again.', {
      errors: [{ pointer: '/cursor', detail: 'stands at something that is no longer found' }],
    });
  }

  async #total({ from, where }: Found): Promise<Total> {
    const [row] = await this.database.readAside<{ count: number | string }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${where.text} LIMIT ${COUNTED + 1}) AS counted`,
      where.parameters,
    );
    const count = Number(row!.count);
    return { count: Math.min(count, COUNTED), atLeast: count > COUNTED };
  }
}

interface Place {
  id: number;
  rank: number;
}

/** PostgreSQL refuses to compare with a number that no entry can have. */
function isEntryId(id: unknown): boolean {
  return Number.isSafeInteger(id) && Number(id) > 0 && Number(id) < 2 ** 31;
}

/** Half a query may not say yet what to look for; whoever types on is not told so at each letter. */
function begun(typed: string): Query | null {
  try {
    return parseQuery(`${typed}*`);
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}

/** The word at the very end of what was typed. */
function lastWord(typed: string): { word: string; from: number } | null {
  let last: { word: string; from: number; to: number } | null = null;
  eachWord(typed, (word, from, to) => void (last = { word, from, to }));
  const found = last as { word: string; from: number; to: number } | null;
  return found && found.to === typed.length ? found : null;
}

/** Something that `user` may see is not yet what it will be: a file is being read, pages wait to be indexed. */
async function isIncomplete(scope: Scope, user: User): Promise<boolean> {
  if ((await stateOf(scope)) !== 'made') return true;
  const visible = visibleInSql(user, 'r');
  const rows = await sql(
    scope,
    `SELECT 1 FROM job j JOIN document d ON d.id = j.subject_id JOIN request r ON r.id = d.request_id
     WHERE j.kind = :kind AND j.state IN ('waiting', 'leased') AND ${visible.where}
     UNION ALL
     SELECT 1 FROM blob_reading b JOIN document d ON d.sha256 = b.sha256 JOIN request r ON r.id = d.request_id
     WHERE b.state IN ('waiting', 'reading') AND ${visible.where} LIMIT 1`,
    { kind: INDEX_DOCUMENT, ...visible.parameters },
  );
  return rows.length > 0;
}
