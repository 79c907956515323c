import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.ts';
import { sql } from '../../src/database/sql.ts';
import { wordsOf } from '../../src/search/normalise.ts';
import { parseQuery } from '../../src/search/query.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';

/** An index under test, in an empty database of its own. */
export interface IndexFixture {
  index: SearchIndex;
  database: Database;
  /** Whether the bytes occur in any file of the index; null where the files are another server's. */
  holds(bytes: string): Promise<boolean | null>;
  stop(): Promise<void>;
}

export async function addTexts({ database, index }: IndexFixture, texts: Record<number, string>): Promise<void> {
  const entries = Object.entries(texts).map(([id, text]) => ({ id: Number(id), words: wordsOf(text) }));
  await database.write((tx) => index.add(tx, entries));
}

/** The numbers of the entries found, best first. */
export function find({ database, index }: IndexFixture, typed: string): Promise<number[]> {
  const { id, from, where, rank, parameters } = index.matching(parseQuery(typed));
  return database.read(async (scope) => {
    const statement = `SELECT ${id} AS id FROM ${from} WHERE ${where} ORDER BY ${rank}, ${id}`;
    return (await sql<{ id: number }>(scope, statement, parameters)).map((row) => row.id);
  });
}

/** What every search index must do. */
export function searchIndexContract(name: string, start: () => Promise<IndexFixture>): void {
  describe(`the search index contract: ${name}`, () => {
    let fixture: IndexFixture;
    beforeAll(async () => {
      fixture = await start();
    });
    afterAll(() => fixture?.stop());
    afterEach(() => fixture.database.write((tx) => fixture.index.clear(tx)));
    const add = (texts: Record<number, string>) => addTexts(fixture, texts);
    const found = async (typed: string) => (await find(fixture, typed)).sort((a, b) => a - b);

    it('finds words, phrases, beginnings, one or the other, and leaves out what is not wanted', async () => {
      await add({
        1: 'Forty AR-15 rifles were stolen from Al Asad in March.',
        2: 'Rifles, stolen; of the kind AR 15',
        3: "Sergeant O'Brien's report: nothing was stolen at Anbar (b)(6), (b)(7)(C)",
        4: '15 AR',
        5: '🔫 —',
      });
      const cases: [string, number[]][] = [
        ['stolen', [1, 2, 3]],
        ['STOLEN rifles', [1, 2]],
        ['AR-15', [1, 2]],
        ['"15 AR"', [4]],
        ['rifl*', [1, 2]],
        ['AR-1*', [1, 2]],
        ['anbar OR "al asad"', [1, 3]],
        ['stolen -rifles', [3]],
        ['stolen -(anbar OR march)', [2]],
        ['stolen -"AR 15"', [3]],
        ['(b)(7)(C)', [3]],
        ['"(b)(7)(C)" -brien', []],
        ["o'brien*", [3]],
        ['rifles march OR anbar', [1, 3]],
        ['rifles (march OR anbar)', [1]],
        ['nowhere', []],
        ['rif', []],
      ];
      for (const [typed, ids] of cases) expect([typed, await found(typed)]).toEqual([typed, ids]);
    });

    it('finds what is written in every script, and none of it by accident', async () => {
      await add({ 1: '武器庫の記録', 2: 'ΟΔΥΣΣΕΥΣ in Łódź', 3: 'هَذَا كِتَابٌ', 4: 'Straße Nr. ½' });
      expect(await found('武器')).toEqual([1]);
      expect(await found('器武')).toEqual([]);
      expect(await found('οδυσσευς lodz')).toEqual([2]);
      expect(await found('كتاب')).toEqual([3]);
      expect(await found('STRASSE "1 2"')).toEqual([4]);
    });

    it('ranks what speaks of it more before what speaks of it less', async () => {
      const filler = 'of the files that were kept at the base in those months and years '.repeat(3);
      await add({ 1: `${filler} weapons`, 2: 'weapons weapons weapons', 3: `${filler} ${filler} weapons` });
      expect((await find(fixture, 'weapons'))[0]).toBe(2);
    });

    it('takes texts of any length, and finds phrases at their very end', async () => {
      const many = Array.from({ length: 130_000 }, (_, i) => `n${i.toString(36)}x`).join(' ');
      await add({
        1: `${'the base '.repeat(400)} the last crate`,
        2: `${'filler words here '.repeat(6000)} a crate of rifles`,
        3: `${many} the last crate of rifles`,
        4: 'x'.repeat(100_000),
      });
      expect(await found('"the last crate"')).toEqual([1, 3]);
      expect(await found('"crate of rif*" -base')).toEqual([2, 3]);
      expect(await found('"base the"')).toEqual([1]);
      expect(await found('"crate last"')).toEqual([]);
      expect(await found('n2s* "of rifles"')).toEqual([3]);
      expect(await found('crate -"of rifles"')).toEqual([1]);
      expect(await found('x'.repeat(64))).toEqual([4]);
    });

    it('forgets what is removed, with its last trace, and counts the rest', async () => {
      await add({ 1: 'kanarienvogel eins', 2: 'kanarienvogel zwei', 3: '' });
      expect(await fixture.database.read((scope) => fixture.index.count(scope))).toBe(3);
      expect(await fixture.holds('kanarienvogel')).not.toBe(false);
      await fixture.database.write(async (tx) => {
        tx.leaveNoTrace();
        await fixture.index.remove(tx, [1, 3]);
      });
      expect(await found('kanarienvogel')).toEqual([2]);
      expect(await fixture.database.read((scope) => fixture.index.count(scope))).toBe(1);
      await fixture.database.write(async (tx) => {
        tx.leaveNoTrace();
        await fixture.index.remove(tx, [2]);
      });
      expect(await found('kanarienvogel')).toEqual([]);
      for (const part of ['kanarien', 'zwei']) expect(await fixture.holds(part)).not.toBe(true);
    });

    it('shows nothing of a write that is undone', async () => {
      const undone = fixture.database.write(async (tx) => {
        await fixture.index.add(tx, [{ id: 1, words: ['weapons'] }]);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await found('weapons')).toEqual([]);
    });
  });
}
