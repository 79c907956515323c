import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { wordsOf } from './normalise.ts';
import { isFound } from './matches.ts';
import { parseQuery } from './query.ts';
import { snippetOf } from './snippet.ts';

/** The snippet with its places in square brackets. */
async function marked(text: string, typed: string): Promise<string> {
  const snippet = await snippetOf(text, parseQuery(typed));
  return [...snippet.ranges]
    .reverse()
    .reduce((all, [from, to]) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`, snippet.text);
}

describe('A snippet', () => {
  const cases: [string, string, string][] = [
    ['Forty AR-15 rifles.', 'ar-15', 'Forty [AR-15] rifles.'],
    ['Straße\nund strasse', 'STRASSE', '[Straße] und [strasse]'],
    ['the wea-\npons were', 'weapons', 'the [wea- pons] were'],
    ['(b)(6), (b)(7)(C)', '(b)(7)(C)', '(b)(6), ([b)(7)(C])'.replace('([b', '([b')],
    ['stolen weapons stolen', '"stolen weapons" stolen', '[stolen weapons] [stolen]'],
    ['rifle rifles', 'rifl*', '[rifle] [rifles]'],
    ['weapons but not iraq', 'weapons -syria', '[weapons] but not iraq'],
    ['武器庫の記録', '庫の', '武器[庫の]記録'],
    ['nothing of it', 'weapons', 'nothing of it'],
  ];
  it.each(cases)('of %j for %s', async (text, typed, snippet) => {
    expect(await marked(text, typed)).toBe(snippet);
  });

  it('is cut out where most of it is found, between words', async () => {
    const filler = 'of those things there was no end in sight '.repeat(20);
    const text = `${filler}a rifle ${filler} one crate and one rifle were lost ${filler}`;
    const { text: cut, ranges } = await snippetOf(text, parseQuery('crate rifle'));
    expect(ranges.map(([from, to]) => cut.slice(from, to))).toEqual(['crate', 'rifle']);
    expect(cut.length).toBeLessThanOrEqual(300);
    expect(text).toContain(` ${cut} `);
  });

  it('is found at the end of a very long text', async () => {
    const text = `${'filler words here '.repeat(30_000)} the last crate`;
    expect(await marked(text, 'crate')).toMatch(/the last \[crate\]$/);
  });

  it('shows what was found, wherever it is, as it stands in the text', async () => {
    const word = fc.oneof(
      fc.constantFrom('rifle', 'Crate', 'AR-15', 'Straße'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 200 }),
        fc.constantFrom('rifle', 'crat*', 'ar-15', 'strasse'),
        async (parts, typed) => {
          const text = parts.join(' ');
          const query = parseQuery(typed);
          const snippet = await snippetOf(text, query);
          expect(text.replace(/[\s\p{Cc}]/gu, ' ')).toContain(snippet.text);
          expect(snippet.ranges.length > 0).toBe(isFound(wordsOf(text), query));
          for (const [from, to] of snippet.ranges) {
            expect(isFound(wordsOf(snippet.text.slice(from, to)), query)).toBe(true);
          }
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  });
});
