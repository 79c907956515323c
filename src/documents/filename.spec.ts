import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanFilename } from './filename.ts';

describe('cleanFilename', () => {
  it.each([
    ['Interim release 1.pdf', 'Interim release 1.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\release.pdf', 'release.pdf'],
    ['/', 'document'],
    ['..', 'document'],
    [undefined, 'document'],
    ['   ', 'document'],
    ['.htaccess', 'htaccess'],
    ['release.pdf. ', 'release.pdf'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['con', '_con'],
    ['LPT1.txt', '_LPT1.txt'],
    ['console.txt', 'console.txt'],
    ['a\ud800b.pdf', 'ab.pdf'],
    ['re\u0301sume\u0301.pdf', 'r\u00e9sum\u00e9.pdf'],
    ['👩‍👩‍👧 family.png', '👩‍👩‍👧 family.png'],
  ])('reads %j as %j', (sent, clean) => expect(cleanFilename(sent)).toBe(clean));

  it('keeps the extension of a name that is too long', () => {
    const clean = cleanFilename(`${'ß'.repeat(400)}.pdf`);
    expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(255);
    expect(clean).toMatch(/^ß+\.pdf$/);
  });

  it('never gives a path, an empty name, a control character or more than 255 bytes, and is settled at once', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc
        .array(fc.constantFrom('/', '\\', '..', '.', ' ', '\0', '\u202e', '\n', 'a', 'é', '\ud83d', 'nul', '🗂️'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (sent) => {
        const clean = cleanFilename(sent);
        expect(clean).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(clean).not.toMatch(/^\.|^\s|[.\s]$/u);
        expect(clean.length).toBeGreaterThan(0);
        expect(clean.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(255);
        expect(cleanFilename(clean)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });
});
