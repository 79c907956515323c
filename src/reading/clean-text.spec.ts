import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { cleanText } from './clean-text.ts';

const anything = fc
  .string({ unit: 'binary', maxLength: 200 })
  .chain((text) =>
    fc.constantFrom('', '\u0000', '\ud800', '\udfff', '\r\n', '\r', '\f', '\u0007').map((odd) => odd + text + odd),
  );

describe('cleanText', () => {
  it('keeps what people write', () => {
    expect(cleanText('Müller 😀\tb)(6)\nnext')).toBe('Müller 😀\tb)(6)\nnext');
  });

  it('replaces what PostgreSQL refuses, and makes one kind of line end', () => {
    expect(cleanText('a\u0000b\ud800c\r\nd\re\u0007f')).toBe('a\ufffdb\ufffdc\nd\ne f');
  });

  it('leaves nothing that a database refuses, and changes nothing a second time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.length).toBe(text.replaceAll('\r\n', '\n').length);
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});
