import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { eachWord, wordsOf } from './normalise.ts';

describe('The words of a text', () => {
  const cases: [string, string][] = [
    ['AR-15', 'ar 15'],
    ["O'Brien and O’Brien", 'o brien and o brien'],
    ['2019-0034-CID', '2019 0034 cid'],
    ['foo:bar foo/bar foo_bar foo.bar@example.org', 'foo bar foo bar foo bar foo bar example org'],
    ['5 U.S.C. § 552(b)(7)(C)', '5 u s c 552 b 7 c'],
    ['$1,234.56', '1 234 56'],
    ['Straße STRASSE ſtraße', 'strasse strasse strasse'],
    ['naïve Łódź Ærø Ångström Übung u\u0308bung', 'naive lodz aero angstrom ubung ubung'],
    ['ΟΔΥΣΣΕΥΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
    ['İstanbul ISTANBUL ıstanbul', 'istanbul istanbul istanbul'],
    ['ﬁle ①②③ ＡＲ－１５ m² ½', 'file 123 ar 15 m2 1 2'],
    ['wea\u00adpons wea\u00ad\npons wea-\n  pons wea‐\r\npons', 'weapons weapons weapons weapons'],
    // No word goes on there.
    ['AR-\n15 Smith-\nJones', 'ar 15 smith jones'],
    ['we\u200bap\u2060ons \u202eweapons', 'weapons weapons'],
    ['武器庫の記録', '武 器 庫 の 記 録'],
    ['AK47武器', 'ak47 武 器'],
    ['ｶﾞｽ', 'ガ ス'],
    ['هَذَا كِتَابٌ', 'هذا كتاب'],
    ['हिन्दी', 'हिन्दी'],
    ['한국어', '한국어'],
    ['🔫 🗂️ — … *', ''],
    ['🔫weapons🔫', 'weapons'],
    ['', ''],
    [`${'x'.repeat(100)} y`, `${'x'.repeat(64)} y`],
  ];
  it.each(cases)('%j are %j', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  it('say where they stand', () => {
    const text = 'The AR-15 (wea-\npons) Straße 武器';
    const seen: [string, string][] = [];
    eachWord(text, (word, from, to) => void seen.push([word, text.slice(from, to)]));
    expect(seen).toEqual([
      ['the', 'The'],
      ['ar', 'AR'],
      ['15', '15'],
      ['weapons', 'wea-\npons'],
      ['strasse', 'Straße'],
      ['武', '武'],
      ['器', '器'],
    ]);
  });

  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));
  it('are the same when read once more, and hold nothing that an index could trip over', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
        for (const word of words) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
          expect(word).not.toMatch(/[A-Z\u0000-\u002f]/);
        }
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it('stand in order and inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        eachWord(text, (_, from, to) => {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = from;
        });
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});
