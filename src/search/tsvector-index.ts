import { Injectable } from '@nestjs/common';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Query, Term } from './query.ts';
import { type EntryWords, type Matching, SearchIndex } from './search-index.ts';

/** PostgreSQL counts places up to 16,383, keeps 255 of each word, and takes 1 MB in a vector. */
const MOST_PLACES = 16_000;
const MOST_OF_A_WORD = 255;
const MOST_BYTES = 900_000;
const LOT = 50;

interface Kept {
  vector: string | null;
  long: string | null;
}

/**
 * PostgreSQL's own full-text search. Vectors and queries are written by us, word by word: neither its parser nor a
 * dictionary sees a text. A text that a vector cannot hold as a whole is found by the vector of its words as far as that
 * goes, and phrases in it by looking into the text.
 */
@Injectable()
export class TsvectorIndex extends SearchIndex {
  async add(tx: Tx, entries: readonly EntryWords[]): Promise<void> {
    for (let from = 0; from < entries.length; from += LOT) {
      const lot = entries.slice(from, from + LOT);
      const rows = lot.map((_, i) => `(:id${i}, :vector${i}::tsvector, :long${i})`).join(', ');
      const values = lot.flatMap(({ id, words }, i) => {
        const { vector, long } = kept(words);
        return [
          [`id${i}`, id],
          [`vector${i}`, vector],
          [`long${i}`, long],
        ];
      });
      const parameters = Object.fromEntries(values) as Record<string, unknown>;
      await sql(tx, `INSERT INTO search_words (entry_id, vector, long_text) VALUES ${rows}`, parameters);
    }
  }

  async remove(tx: Tx, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await sql(tx, `DELETE FROM search_words WHERE entry_id IN (:ids)`, { ids: [...ids] });
  }

  async clear(tx: Tx): Promise<void> {
    await sql(tx, `TRUNCATE search_words`);
  }

  async count(scope: Scope): Promise<number> {
    const [row] = await sql<{ count: string }>(scope, `SELECT count(*) AS count FROM search_words`);
    return Number(row!.count);
  }

  matching(query: Query): Matching {
    const parameters: Record<string, unknown> = { match: inTsquery(query), loose: loosely(query) };
    const inText = lookInto(query, 'long_text', parameters);
    return {
      from: `(
        SELECT entry_id, -ts_rank(vector, :match::tsquery, 1)::float8 AS rank FROM search_words
        WHERE vector @@ :match::tsquery AND long_text IS NULL
        UNION ALL
        SELECT entry_id, -ts_rank(vector, :loose::tsquery, 1)::float8 FROM search_words
        WHERE vector @@ :loose::tsquery AND long_text IS NOT NULL AND ${inText}
        UNION ALL
        SELECT entry_id, 0::float8 FROM search_words WHERE vector IS NULL AND ${inText}) found`,
      id: 'found.entry_id',
      rank: 'found.rank',
      where: '1 = 1',
      parameters,
    };
  }
}

function kept(words: readonly string[]): Kept {
  const places = new Map<string, number[]>();
  words.forEach((word, i) => {
    const known = places.get(word);
    if (known) known.push(i + 1);
    else places.set(word, [i + 1]);
  });
  let bytes = 0;
  let fits = words.length <= MOST_PLACES;
  for (const [word, at] of places) {
    // Beside its letters and places a word takes a few bytes of its own.
    bytes += Buffer.byteLength(word) + 2 * at.length + 8;
    fits &&= at.length <= MOST_OF_A_WORD;
  }
  // Words hold no quote and no backslash.
  if (fits && bytes <= MOST_BYTES)
    return { vector: [...places].map(([word, at]) => `'${word}':${at.join()}`).join(' '), long: null };
  const vector = bytes <= MOST_BYTES ? [...places.keys()].map((word) => `'${word}'`).join(' ') : null;
  return { vector, long: ` ${words.join(' ')} ` };
}

/** Words hold nothing that a tsquery takes for its own language. */
export function inTsquery(query: Query): string {
  if ('words' in query) return `(${lexemes(query).join(' <-> ')})`;
  if ('any' in query) return `(${query.any.map(inTsquery).join(' | ')})`;
  return `(${[...query.all.map(inTsquery), ...query.none.map((one) => `!${inTsquery(one)}`)].join(' & ')})`;
}

/** Found by every text that the query finds, and by more: without places, and without what is left out. */
function loosely(query: Query): string {
  if ('words' in query) return `(${lexemes(query).join(' & ')})`;
  if ('any' in query) return `(${query.any.map(loosely).join(' | ')})`;
  return `(${query.all.map(loosely).join(' & ')})`;
}

function lexemes({ words, prefix }: Term): string[] {
  return words.map((word, i) => `'${word}'${prefix && i === words.length - 1 ? ':*' : ''}`);
}

/** The query as a condition on a text whose words have single spaces around them. */
function lookInto(query: Query, column: string, parameters: Record<string, unknown>): string {
  if ('words' in query) {
    const name = `term${Object.keys(parameters).length}`;
    parameters[name] = ` ${query.words.join(' ')}${query.prefix ? '' : ' '}`;
    return `position(:${name} IN ${column}) > 0`;
  }
  const inside = (one: Query) => lookInto(one, column, parameters);
  if ('any' in query) return `(${query.any.map(inside).join(' OR ')})`;
  return `(${[...query.all.map(inside), ...query.none.map((one) => `NOT ${inside(one)}`)].join(' AND ')})`;
}
