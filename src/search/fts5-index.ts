import { Injectable } from '@nestjs/common';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Query } from './query.ts';
import { type EntryWords, type Matching, SearchIndex } from './search-index.ts';

/**
 * SQLite's own full-text search. Words come cut already: its tokenizer `ascii` splits at the spaces between them and
 * takes everything else as it is.
 */
@Injectable()
export class Fts5Index extends SearchIndex {
  async add(tx: Tx, entries: readonly EntryWords[]): Promise<void> {
    for (const { id, words } of entries) {
      await sql(tx, `INSERT INTO search_words (rowid, words) VALUES (:id, :words)`, { id, words: words.join(' ') });
    }
  }

  async remove(tx: Tx, ids: readonly number[]): Promise<void> {
    for (const id of ids) await sql(tx, `DELETE FROM search_words WHERE rowid = :id`, { id });
  }

  async clear(tx: Tx): Promise<void> {
    const [table] = await sql<{ sql: string }>(tx, `SELECT sql FROM sqlite_master WHERE name = 'search_words'`);
    // Row by row it would take minutes.
    await sql(tx, `DROP TABLE search_words`);
    await sql(tx, table!.sql);
    await sql(tx, `INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1)`);
  }

  async count(scope: Scope): Promise<number> {
    const [row] = await sql<{ count: number }>(scope, `SELECT count(*) AS count FROM search_words_docsize`);
    return row!.count;
  }

  matching(query: Query): Matching {
    return {
      from: 'search_words found',
      id: 'found.rowid',
      rank: 'found.rank',
      where: 'search_words MATCH :match',
      parameters: { match: inFts5(query) },
    };
  }
}

/** Words hold no quote, so that nothing in them can be taken for FTS5's own language. */
export function inFts5(query: Query): string {
  if ('words' in query) return `"${query.words.join(' ')}"${query.prefix ? ' *' : ''}`;
  if ('any' in query) return `(${query.any.map(inFts5).join(' OR ')})`;
  const all = `(${query.all.map(inFts5).join(' AND ')})`;
  return query.none.length === 0 ? all : `(${all} NOT (${query.none.map(inFts5).join(' OR ')}))`;
}
