import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { plainText } from './plain-text.ts';
import { findQuote, nearestPassage, readQuote } from './quote.ts';

const on = (page: string, quote: string): string | null => {
  const found = findQuote(readQuote(quote), plainText(page));
  return found && page.slice(found.from, found.to);
};

describe('A quote is found on its page', () => {
  it.each([
    ['as it stands', 'Base Taji lost one crate.', 'lost one crate', 'lost one crate'],
    ['over line ends', 'lost\n  one\tcrate', 'lost one crate', 'lost\n  one\tcrate'],
    [
      'a word broken at a line end',
      'the investi-\n  gation found',
      'the investigation found',
      'the investi-\n  gation found',
    ],
    ['a compound broken at its own hyphen', 'a well-\nknown base', 'a well-known base', 'a well-\nknown base'],
    ['a break copied along', 'the investi-\ngation', 'investi-\ngation', 'investi-\ngation'],
    ['a break copied as a blank', 'a well-\nknown base', 'well- known', 'well-\nknown'],
    ['a soft hyphen', 'investi\u00adgation', 'investigation', 'investi\u00adgation'],
    ['ligatures', 'the o\ufb03cial \ufb02ight', 'the official flight', 'the o\ufb03cial \ufb02ight'],
    ['accents composed or not', 'Jose\u0301 wrote', 'Jos\u00e9 wrote', 'Jose\u0301 wrote'],
    ['any quotes', '\u201cthey\u2019re gone\u201d', `"they're gone"`, '\u201cthey\u2019re gone\u201d'],
    ['quotes within quotes', 'he said "gone" twice', 'he said \u2018gone\u2019 twice', 'he said "gone" twice'],
    [
      'any dashes',
      'crates \u2014 all of them \u2013 left',
      'crates--all of them - left',
      'crates \u2014 all of them \u2013 left',
    ],
    ['a dash at a line end', 'gone \u2014\nall', 'gone\u2014all', 'gone \u2014\nall'],
    ['ranges', '2003-2004', '2003\u20132004', '2003-2004'],
    [
      'one ellipsis',
      'Taji lost one crate in May and two in June.',
      'lost one crate \u2026 two in June',
      'lost one crate in May and two in June',
    ],
    ['an ellipsis in brackets', 'lost one big crate', 'lost [\u2026] crate', 'lost one big crate'],
    [
      'spaced points',
      'It left. Nobody saw it. It came back.',
      'It left. . . . It came back',
      'It left. Nobody saw it. It came back',
    ],
    ['an ellipsis of the page itself', 'and then ... nothing', 'and then... nothing', 'and then ... nothing'],
    ['a changed capital', 'Later the base was closed', '[T]he base was closed', 'the base was closed'],
    ['the writer\u2019s sic', 'wepons were lost', 'wepons [sic] were lost', 'wepons were lost'],
    ['marks of regular expressions', 'cost (a+b)*c? $5.00 [x]', '(a+b)*c? $5.00 [x]', '(a+b)*c? $5.00 [x]'],
    [
      'without blanks between words',
      '\u6587\u66f8\u306e\n\u958b\u793a',
      '\u6587\u66f8\u306e\u958b\u793a',
      '\u6587\u66f8\u306e\n\u958b\u793a',
    ],
  ])('%s', (_, page, quote, expected) => expect(on(page, quote)).toBe(expected));

  it.each([
    ['another word', 'lost one crate', 'lost two crate'],
    ['another case', 'the Army', 'the army'],
    ['the end of a word', 'often lost', 'ten lost'],
    ['a hyphen that the page has not', 'resign now', 're-sign now'],
    ['a hyphen that the page has within a line', 're-sign now', 'resign now'],
    ['words that only run together', 'the rapist', 'therapist'],
    ['parts in the wrong order', 'first and second', 'second \u2026 first'],
    ['one part twice', 'only once', 'once \u2026 once'],
    ['no letter at all', 'anything', '\u2026 - \u2026'],
  ])('but not %s', (_, page, quote) => expect(on(page, quote)).toBeNull());
});

/** Words of two letters and more, so that the last letters of one are never a word of the page by themselves. */
const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 3, maxLength: 40 });

describe('Whatever typesetting does to a page', () => {
  it('a stretch of its words is found where it stands', () => {
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat(5)), fc.nat(), fc.nat(), (all, dice, a, b) => {
        const from = a % all.length;
        const to = from + 1 + (b % (all.length - from));
        const quote = all.slice(from, to).join(' ');
        let page = '';
        for (const word of all) {
          const die = dice.next().value as number;
          const broken = die === 0 && word.length > 3 ? `${word.slice(0, 2)}-\n${word.slice(2)}` : word;
          page += `${broken}${[' ', '\n', '  ', '\u00a0', ' \n ', '\t'][die]}`;
        }
        const found = on(page, quote);
        expect(found).not.toBeNull();
        expect(found!.replace(/-\n/g, '').replace(/\s+/gu, ' ')).toBe(quote);
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('offsets of the plain text lie in order and within the page, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (page) => {
        const { chars, starts, ends } = plainText(page);
        expect([starts.length, ends.length]).toEqual([chars.length, chars.length]);
        const inOrder = starts.every(
          (start, i) => start < ends[i]! && start >= (starts[i - 1] ?? 0) && ends[i]! <= page.length,
        );
        expect(inOrder).toBe(true);
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('no quote, however odd, breaks the search or is found where it is not', () => {
    const odd = fc.string({
      unit: fc.constantFrom(...'ab -\n[].\u2026(){}*+?|^$\\/\u0001\u00ad\u2014\u6587'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(odd, odd, (page, quote) => {
        const found = findQuote(readQuote(quote), plainText(page));
        if (found) expect(page.slice(found.from, found.to)).toMatch(/[\p{L}\p{N}]/u);
        const near = nearestPassage(readQuote(quote), page);
        if (near) expect(near.share).toBeLessThanOrEqual(1);
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});

describe('The nearest passage', () => {
  const near = (page: string, quote: string) => {
    const found = nearestPassage(readQuote(quote), page);
    return found && { text: page.slice(found.from, found.to), share: found.share };
  };

  it('has most of the words, and is as long as the quote', () => {
    const page = 'In May the base at Taji lost one crate of rifles. In June it lost none.';
    expect(near(page, 'the base at Taji lost two crates')).toEqual({
      text: 'the base at Taji lost one crate',
      share: 5 / 7,
    });
    expect(near(page, 'nothing whatever similar')).toBeNull();
  });

  it('takes words that a line end breaks as whole', () => {
    expect(near('an investi-\ngation was opened', 'the Investigation was closed')?.share).toBe(0.5);
  });
});
