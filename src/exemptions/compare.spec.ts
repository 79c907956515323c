import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { align, type Pair } from './align.ts';
import { formsOf } from './codes.ts';
import { comparedWords, comparePair, pagesOfPair, passagesOf, summaryOf } from './compare.ts';
import { likeness, sketchOf, wordsOf } from './sketch.ts';

const forms = formsOf('us-foia');

function pairsOf(here: readonly string[], there: readonly string[]): Pair[] {
  const sketches = (texts: readonly string[]) => texts.map((text) => sketchOf(comparedWords(text, forms)));
  const steps = align(sketches(here), sketches(there));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function compared(here: readonly string[], there: readonly string[]) {
  const pages = (texts: readonly string[]) =>
    texts.map((text, i) => ({ number: i + 1, words: comparedWords(text, forms), codes: [] }));
  const [own, others] = [pages(here), pages(there)];
  return pairsOf(here, there).map((pair) => comparePair(...pagesOfPair(pair, own, others)));
}

const page = (n: number) =>
  `Page ${n} of the file. The base number ${n * 7} lost ${n} crates in the month ${n % 12} of the year. ` +
  `Witness ${n * 13} saw truck ${n * 17} leave by gate ${n * 3} at hour ${n % 24} with load ${n * 29}.`;
const several = (count: number, from = 1) => Array.from({ length: count }, (_, i) => page(from + i));

describe('Two releases of one record', () => {
  it('what was uncovered on appeal', () => {
    const [here, there] = [
      'Witness (b)(6) said that\n(b)(7)(C)\n(b)(6)\nof Taji took it.',
      'Witness Doe said that the guard of Taji took it.',
    ];
    const own = { number: 3, words: comparedWords(here, forms), codes: ['us-foia:b6', 'us-foia:b7C'] };
    const other = { number: 4, words: comparedWords(there, forms), codes: ['us-foia:b6'] };
    expect(comparePair(own, other)).toEqual({
      page: 3,
      otherPage: 4,
      change: 'changed',
      wordsShown: 3,
      wordsWithheld: 0,
      codesGone: ['us-foia:b7C'],
      codesNew: [],
    });
    expect(passagesOf(own.words, other.words)).toEqual({ shown: ['Doe', 'the guard'], withheld: [] });
  });

  it('a page that only changes its exemption has changed', () => {
    const own = { number: 1, words: ['a'], codes: ['us-foia:b5'] };
    expect(comparePair(own, { ...own, codes: ['us-foia:b6'] })).toMatchObject({
      change: 'changed',
      wordsShown: 0,
      codesGone: ['us-foia:b5'],
      codesNew: ['us-foia:b6'],
    });
  });

  it('pages put in and taken out leave the others in their pairs', () => {
    const all = several(12);
    const later = [...all.slice(0, 3), page(50), page(51), ...all.slice(3, 8), ...all.slice(9)];
    const result = compared(all, later).map((pair) => [pair.page, pair.otherPage, pair.change]);
    expect(result.filter(([, , change]) => change === 'same')).toHaveLength(11);
    expect(result.filter(([, , change]) => change !== 'same')).toEqual([
      [null, 4, 'only-there'],
      [null, 5, 'only-there'],
      [9, null, 'only-here'],
    ]);
  });

  it('a page that was covered whole is the one in its place', () => {
    const here = several(5);
    here[2] = '(b)(5)';
    expect(compared(here, several(5))[2]).toMatchObject({ page: 3, otherPage: 3, change: 'changed' });
    expect(compared(['', '(b)(5)'], ['', ''])).toMatchObject([{ change: 'same' }, { change: 'same' }]);
  });

  it('all pages may have changed, and some be new', () => {
    const here = several(60).map((text) => text.replace(/Witness \d+/, '(b)(6)\n(b)(6)'));
    const there = [page(900), ...several(60)];
    const result = compared(here, there);
    expect(result[0]).toMatchObject({ page: null, otherPage: 1 });
    expect(result.slice(1).map((pair) => [pair.page, pair.otherPage])).toEqual(here.map((_, i) => [i + 1, i + 2]));
  });

  it('texts without a word in common differ, and it is not said where', () => {
    const many = (word: string) => Array.from({ length: 2000 }, (_, i) => `${word}${i}`);
    expect(passagesOf(many('a'), many('b'))).toBeNull();
    expect(passagesOf([], ['all', 'new'])).toEqual({ shown: ['all new'], withheld: [] });
  });

  it('words at line ends are whole, and likeness goes from nothing to everything', () => {
    expect(wordsOf('the inves-\ntigation of 2003-\n2004')).toEqual(['the', 'investigation', 'of', '2003-', '2004']);
    const [a, b, c] = [page(1), page(1).replace('truck', 'lorry'), 'nothing of that at all'].map((text) =>
      sketchOf(wordsOf(text)),
    );
    expect([likeness(a!, a!), likeness(a!, c!)]).toEqual([1, 0]);
    expect(likeness(a!, b!)).toBeGreaterThan(0.6);
  });
});

const texts = fc.array(
  fc
    .array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '(b)(6)', '\n', 'one', 'two', 'three'), { maxLength: 12 })
    .map((words) => words.join(' ')),
  { maxLength: 8 },
);

describe('Whatever the pages', () => {
  it('compared with itself, nothing has changed', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const summary = summaryOf(compared(all, all));
        expect(summary).toMatchObject({
          same: all.length,
          changed: 0,
          onlyHere: 0,
          onlyThere: 0,
          wordsShown: 0,
          wordsWithheld: 0,
        });
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('the other way round, everything is mirrored', () => {
    fc.assert(
      fc.property(texts, texts, (here, there) => {
        const mirrored = compared(there, here).map((pair) => ({
          ...pair,
          page: pair.otherPage,
          otherPage: pair.page,
          change: pair.change === 'only-here' ? 'only-there' : pair.change === 'only-there' ? 'only-here' : pair.change,
          wordsShown: pair.wordsWithheld,
          wordsWithheld: pair.wordsShown,
        }));
        const byPages = (a: { page: number | null; otherPage: number | null }) => `${a.page} ${a.otherPage}`;
        const sorted = <T extends { page: number | null; otherPage: number | null }>(all: T[]) =>
          all.toSorted((a, b) => (byPages(a) < byPages(b) ? -1 : 1));
        expect(sorted(mirrored)).toEqual(sorted(compared(here, there)));
      }),
      { numRuns: propertyRuns(300) },
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }),
        (a, b) => {
          const [one, other] = [passagesOf(a, b)!, passagesOf(b, a)!];
          expect([one.shown, one.withheld]).toEqual([other.withheld, other.shown]);
        },
      ),
      { numRuns: propertyRuns(300) },
    );
  });

  it('every page is in one pair, in its order', () => {
    fc.assert(
      fc.property(texts, texts, (here, there) => {
        const pairs = pairsOf(here, there);
        const [own, others] = [0, 1].map((side) => pairs.map((pair) => pair[side]!).filter((index) => index !== null));
        expect(own).toEqual(here.map((_, i) => i));
        expect(others).toEqual(there.map((_, i) => i));
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('one shuffled into distinct pages is found again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (numbers, at) => {
          const here = numbers.map(page);
          const place = at % (here.length + 1);
          const there = here.toSpliced(place, 0, page(1000));
          const summary = summaryOf(compared(here, there));
          expect(summary).toMatchObject({ same: here.length, changed: 0, onlyHere: 0, onlyThere: 1 });
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  });
});
