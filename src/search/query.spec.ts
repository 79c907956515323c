import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { DeskError } from '../errors.ts';
import { isFound } from './matches.ts';
import { wordsOf } from './normalise.ts';
import { parseQuery, type Query } from './query.ts';

/** The query in brackets, so that a case can be read. */
function said(query: Query): string {
  if ('words' in query) return query.words.join('+') + (query.prefix ? '*' : '');
  if ('any' in query) return `(${query.any.map(said).join(' | ')})`;
  return `(${[...query.all.map(said), ...query.none.map((one) => `!${said(one)}`)].join(' & ')})`;
}

describe('What a person types', () => {
  const cases: [string, string][] = [
    ['weapons', 'weapons'],
    ['stolen  weapons', '(stolen & weapons)'],
    ['"stolen weapons"', 'stolen+weapons'],
    ['“stolen weapons” «of war»', '(stolen+weapons & of+war)'],
    ['weap*', 'weap*'],
    ['"stolen weap"*', 'stolen+weap*'],
    ['"stolen weap*"', 'stolen+weap*'],
    ['AR-15', 'ar+15'],
    ['AR-1*', 'ar+1*'],
    ["O'Brien", 'o+brien'],
    ['2019-0034-CID', '2019+0034+cid'],
    ['foo:bar', 'foo+bar'],
    ['subject:"a b"', '(subject & a+b)'],
    ['(b)(7)(C)', 'b+7+c'],
    ['552(b)(6)', '552+b+6'],
    ['((b)(6) OR (b)(7)(C)) Anbar', '((b+6 | b+7+c) & anbar)'],
    ['(weapons)', 'weapons'],
    ['iraq OR syria', '(iraq | syria)'],
    ['stolen weapons OR rifles', '((stolen & weapons) | rifles)'],
    ['stolen (weapons OR rifles)', '(stolen & (weapons | rifles))'],
    ['stolen AND weapons', '(stolen & weapons)'],
    ['or and not', '(or & and & not)'],
    ['weapons -iraq', '(weapons & !iraq)'],
    ['weapons NOT iraq', '(weapons & !iraq)'],
    ['weapons AND NOT "al asad"', '(weapons & !al+asad)'],
    ['weapons -(iraq OR syria)', '(weapons & !(iraq | syria))'],
    ['-(b)(6) weapons', '(weapons & !b+6)'],
    ['weapons NOT NOT iraq', '(weapons & iraq)'],
    ['a -b OR c -d', '((a & !b) | (c & !d))'],
    ['Smith - Jones', '(smith & jones)'],
    ['Smith --- Jones', '(smith & jones)'],
    ['"unbalanced phrase', 'unbalanced+phrase'],
    ['5" pipe', '(5 & pipe)'],
    ['(weapons OR rifles', '(weapons | rifles)'],
    ['weapons) rifles', '(weapons & rifles)'],
    ['weapons (iraq', '(weapons & iraq)'],
    ['OR weapons OR', 'weapons'],
    ['weapons OR OR rifles', '(weapons | rifles)'],
    ['weapons NOT', 'weapons'],
    ['weapons * () "" 🔫', 'weapons'],
    ['武器庫', '武+器+庫'],
    ['weapons(iraq OR syria)', '(weapons & (iraq | syria))'],
    ['NEAR(a b) {x} ^y', '(near & (a & b) & x & y)'],
    ['a; DROP TABLE search_words; --', '(a & drop & table & search+words)'],
  ];
  it.each(cases)('%s is %s', (typed, form) => {
    expect(said(parseQuery(typed))).toBe(form);
  });

  const refused: [string, RegExp][] = [
    ['', /nothing to search for/],
    ['   ', /nothing to search for/],
    ['*', /nothing to search for/],
    ['🔫 … —', /nothing to search for/],
    ['"" ()', /nothing to search for/],
    ['OR AND NOT', /nothing to search for/],
    ['-iraq', /but not of what/],
    ['weapons OR -iraq', /but not of what/],
    ['weapons (-iraq)', /but not of what/],
    [`${'( '.repeat(12)}a b`, /deep at most/],
    ['a '.repeat(51), /at most 50/],
  ];
  it.each(refused)('%j is refused in words', (typed, says) => {
    expect(() => parseQuery(typed)).toThrow(says);
    expect(() => parseQuery(typed)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('never breaks the reader, whatever it is', () => {
    const pieces = fc.constantFrom(...'()"*-“ ', ' OR ', ' NOT ', 'AND', 'a', 'b', 'c-d', '(b)(6)', '武', '🔫', '\\');
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          expect(said(parseQuery(text))).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(DeskError);
        }
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it('finds a text by any of its own words, whole or begun, and by itself as a phrase', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const found = wordsOf(text);
        fc.pre(found.length > 0 && found.length < 50);
        for (const word of found) {
          expect(isFound(found, parseQuery(word))).toBe(true);
          expect(isFound(found, parseQuery(`${word.slice(0, 1 + (word.codePointAt(0)! > 0xffff ? 1 : 0))}*`))).toBe(
            true,
          );
        }
        expect(isFound(found, parseQuery(`"${found.join(' ')}"`))).toBe(true);
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});
