import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { placeOf } from './bag.ts';
import { namesInOrder, slugOf } from './names.ts';

const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

describe('names of documents in a package', () => {
  it.each([
    ['letter.pdf', '001-letter.pdf'],
    ['CON', '001-_CON'],
    ['a:b*c?.pdf', '001-a_b_c_.pdf'],
    ['100%.pdf', '001-100_.pdf'],
    ['../../etc/passwd', '001-passwd'],
    ['...', '001-document'],
    ['ends. ', '001-ends'],
    ['Ответ № 5.PDF', '001-Ответ № 5.PDF'],
    ['re\u0301ponse.pdf', '001-r\u00e9ponse.pdf'],
  ])('%j becomes %j', (filename, name) => expect(namesInOrder([filename])).toEqual([name]));

  it('numbers have as many digits as the last one needs', () => {
    const names = namesInOrder(Array.from({ length: 1200 }, () => 'a.pdf'));
    expect([names[0], names[1199]]).toEqual(['0001-a.pdf', '1200-a.pdf']);
  });

  it('never collide, whatever a file system does to case, accents and long names, and are safe on every system', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(
        'a.pdf',
        'A.PDF',
        'a.pdf ',
        'å.pdf',
        'a\u030a.pdf',
        'ﬁle',
        'file',
        'ẞ',
        'ss',
        'İ',
        'nul',
        '1-a',
        '01-a',
      ),
      fc
        .array(fc.constantFrom('a', 'A', '.', ' ', '/', '\\', ':', '%', '\0', '\u202e', 'e\u0301', '🗂️', '-', '0'))
        .map((all) => all.join('')),
      fc.nat(300).map((n) => `${'ß'.repeat(n)}.pdf`),
    );
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 40 }), (filenames) => {
        const names = namesInOrder(filenames);
        expect(names).toHaveLength(filenames.length);
        expect(new Set(names.map(placeOf)).size).toBe(names.length);
        // As other programs squeeze them: the first bytes, plain letters alone, composed or not.
        for (const squeeze of [
          (name: string) => name.slice(0, 8),
          (name: string) =>
            name
              .normalize('NFKD')
              .replace(/[^\x20-\x7e]/g, '')
              .toUpperCase(),
        ]) {
          expect(new Set(names.map(squeeze)).size).toBe(names.length);
        }
        for (const name of names) {
          expect(name).not.toMatch(/[<>:"/\\|?*%\p{Cc}\u202a-\u202e]|[. ]$/u);
          expect(name).not.toMatch(DEVICES);
          expect(name.isWellFormed()).toBe(true);
          expect(name).toBe(name.normalize('NFC'));
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(160);
        }
        expect(namesInOrder(filenames)).toEqual(names);
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('words of a subject', () => {
    expect(slugOf('  Stolen weapons: Iraq/Syria, 2026!', 60)).toBe('stolen-weapons-iraq-syria-2026');
    expect(slugOf('!!!', 60)).toBe('');
    expect(slugOf('word '.repeat(40), 24)).toBe('word-word-word-word-word');
  });
});
