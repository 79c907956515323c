import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import pg from 'pg';

/** The same texts into an FTS5 table of SQLite's own making, in commits of fifty. Pages a second. */
export function indexBare(file, texts) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE VIRTUAL TABLE bare USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')`);
  const insert = db.prepare('INSERT INTO bare (words) VALUES (?)');
  const lot = db.transaction((pages) => pages.forEach((text) => insert.run(text)));
  const started = performance.now();
  for (let from = 0; from < texts.length; from += 50) lot(texts.slice(from, from + 50));
  const rate = texts.length / ((performance.now() - started) / 1000);
  db.close();
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  return rate;
}

/** The bare query of each engine on the desk's own index: no permission, no filter, no count, no snippet, no HTTP. */
export function bareSqlite(file) {
  const db = new Database(file, { readonly: true });
  const find = db.prepare('SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rank LIMIT 20');
  return { find: async (query) => find.all(query.fts5), stop: async () => db.close() };
}

export async function barePostgres(url) {
  const client = new pg.Client(url);
  await client.connect();
  const statement = `SELECT entry_id FROM search_words WHERE vector @@ $1::tsquery AND long_text IS NULL
    ORDER BY ts_rank(vector, $1::tsquery, 1) DESC LIMIT 20`;
  return { find: (query) => client.query(statement, [query.tsquery]), stop: () => client.end() };
}
