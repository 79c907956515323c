import { describe, expect, it } from '@jest/globals';
import { together } from './together.ts';

describe('together', () => {
  it('asks once for all who ask in one turn, and gives each his own answer', async () => {
    const asked: number[][] = [];
    const double = together((all: readonly number[]) => {
      asked.push([...all]);
      return Promise.resolve(all.map((n) => 2 * n));
    });
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(asked).toEqual([[1, 2, 3]]);
  });

  it('asks again for those who came while an answer was awaited: theirs may not be older than their question', async () => {
    let now = 0;
    let answer!: () => void;
    const reads: number[] = [];
    const read = together(async (all: readonly string[]) => {
      reads.push(all.length);
      const seen = now;
      if (reads.length === 1) await new Promise<void>((go) => (answer = go));
      return all.map(() => seen);
    });
    const early = read('early');
    while (reads.length === 0) await new Promise((go) => setImmediate(go));
    now = 1;
    const late = [read('late'), read('later')];
    answer();
    expect(await early).toBe(0);
    expect(await Promise.all(late)).toEqual([1, 1]);
    expect(reads).toEqual([1, 2]);
  });

  it('fails for all who asked together, and for nobody after them', async () => {
    let broken = true;
    const ask = together((all: readonly string[]) =>
      broken ? Promise.reject(new Error('No database.')) : Promise.resolve(all),
    );
    const both = await Promise.allSettled([ask('a'), ask('b')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await ask('c')).toBe('c');
  });
});
