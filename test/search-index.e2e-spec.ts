import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Database } from '../src/database/database.ts';
import type { Engine } from '../src/database/engine.ts';
import { migrate } from '../src/database/migrate.ts';
import { entities } from '../src/entities.ts';
import { createLog } from '../src/log.ts';
import { Now } from '../src/now.ts';
import { Fts5Index } from '../src/search/fts5-index.ts';
import { isFound } from '../src/search/matches.ts';
import { wordsOf } from '../src/search/normalise.ts';
import { parseQuery, type Query } from '../src/search/query.ts';
import { TsvectorIndex } from '../src/search/tsvector-index.ts';
import { addTexts, find, type IndexFixture, searchIndexContract } from './contracts/search-index.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './support/postgres.ts';
import { propertyRuns } from './support/runs.ts';

async function indexOn(engine: Engine): Promise<IndexFixture> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foia-desk-index-'));
  const databaseUrl = engine === 'postgres' ? await newPostgresDatabase() : undefined;
  const settings = { dataDir, databaseUrl };
  await migrate(settings, new Now());
  const database = new Database(settings, entities, createLog('silent'));
  await database.open();
  return {
    index: engine === 'sqlite' ? new Fts5Index() : new TsvectorIndex(),
    database,
    holds: async (bytes) => {
      if (engine === 'postgres') return null;
      const files = await readdir(dataDir);
      const read = await Promise.all(files.map((name) => readFile(join(dataDir, name), 'latin1')));
      return read.some((text) => text.includes(bytes));
    },
    stop: async () => {
      await database.close();
      if (databaseUrl) await dropPostgresDatabase(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

searchIndexContract('FTS5', () => indexOn('sqlite'));
searchIndexContract('tsvector', () => indexOn('postgres'));

describe('Both indexes', () => {
  let both: IndexFixture[];
  beforeAll(async () => {
    both = [await indexOn('sqlite'), await indexOn('postgres')];
  });
  afterAll(async () => {
    for (const one of both ?? []) await one.stop();
  });

  // Few different words, so that queries find something, and beginnings of one another among them.
  const pieces = [
    'ar',
    'AR-15',
    '15',
    'rifle',
    'Rifles',
    'rifl-\ne',
    'the',
    'Straße',
    'strasse',
    '武器',
    '器',
    '(b)(6)',
    "O'Brien",
  ];
  const piece = fc.constantFrom(...pieces);
  const odd = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
  const often = fc.integer({ min: 256, max: 300 }).map((times) => 'the '.repeat(times));
  const text = fc
    .array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 2, arbitrary: odd }, { weight: 1, arbitrary: often }), {
      maxLength: 8,
    })
    .map((parts) => parts.join(' '));
  const { query } = fc.letrec<{ query: string; group: string }>((tie) => ({
    query: fc
      .array(
        fc.oneof(
          { weight: 5, arbitrary: piece },
          { weight: 2, arbitrary: fc.tuple(piece, piece).map((two) => `"${two.join(' ')}"`) },
          { weight: 2, arbitrary: piece.map((one) => `${one.slice(0, 2)}*`) },
          { weight: 2, arbitrary: piece.map((one) => `-${one}`) },
          { weight: 1, arbitrary: fc.constant('OR') },
          { weight: 1, arbitrary: odd },
          { weight: 1, arbitrary: tie('group') },
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(' ')),
    group: fc.tuple(fc.constantFrom('', '-'), tie('query')).map(([not, inside]) => `${not}(${inside})`),
  }));

  it('find what is found by looking, and nothing else', async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.array(query, { minLength: 1, maxLength: 8 }),
        async (texts, typed) => {
          for (const one of both) await addTexts(one, Object.fromEntries(texts.map((words, i) => [i + 1, words])));
          try {
            for (const asked of typed) {
              const parsed = parsedOrNone(asked);
              if (!parsed) continue;
              const expected = texts.flatMap((words, i) => (isFound(wordsOf(words), parsed) ? [i + 1] : []));
              for (const one of both) {
                const ids = (await find(one, asked)).sort((a, b) => a - b);
                expect({ asked, ids }).toEqual({ asked, ids: expected });
              }
              hits += expected.length;
            }
          } finally {
            const ids = texts.map((_, i) => i + 1);
            for (const one of both) await one.database.write((tx) => one.index.remove(tx, ids));
          }
        },
      ),
      { numRuns: Math.min(propertyRuns(60), 5000) },
    );
    expect(hits).toBeGreaterThan(50);
  });
});

/** Half of what chance types says nothing to search for. */
function parsedOrNone(typed: string): Query | null {
  try {
    return parseQuery(typed);
  } catch {
    return null;
  }
}
