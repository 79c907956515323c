import { describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readBytes, textsOf } from '../../../test/support/read-file.ts';
import { propertyRuns } from '../../../test/support/runs.ts';
import { CannotRead } from '../extractor.ts';

describe('plain text', () => {
  const words = 'Crates lost: „Müller“ – 14 €\nBase B';

  it.each(['utf8', 'utf16le', 'utf16be'])('is read in %s with its mark', async (encoding) => {
    expect(await textsOf(iconv.encode(words, encoding, { addBOM: true }), 'a.txt')).toEqual([words]);
  });

  it.each(['utf8', 'utf16le', 'utf16be', 'win1252'])('is read in %s without a mark', async (encoding) => {
    expect(await textsOf(iconv.encode(words, encoding), 'notes.log')).toEqual([words]);
  });

  it('is told apart by the first letter that is no ASCII, however late it comes', async () => {
    const late = `${'INFO all is well\n'.repeat(20_000)}Müller`;
    for (const encoding of ['utf8', 'win1252']) {
      const pages = await textsOf(iconv.encode(late, encoding), 'a.log');
      expect(pages.at(-1)?.split('\n').at(-1)).toBe('Müller');
    }
  });

  it('stays UTF-8 when a few bytes of it are broken', async () => {
    const broken = Buffer.concat([Buffer.from('Zürich Genève Köln '), Buffer.from([0xff, 0x41, 0])]);
    expect(await textsOf(broken, 'a.txt')).toEqual(['Zürich Genève Köln \ufffdA\ufffd']);
  });

  it('has a page for each form feed, empty ones too, so that their numbers hold', async () => {
    const { pages, total } = await readBytes('one\n\f\n\fthree\nlines\f', 'print.txt');
    expect(pages.map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, ''],
      [3, 'three\nlines'],
    ]);
    expect(total).toBe(3);
  });

  it('is cut into pages of 200 lines, and a line without an end into pieces', async () => {
    const lines = Array.from({ length: 450 }, (_, i) => `line ${i + 1}`);
    const pages = await textsOf(lines.join('\r\n'), 'a.log');
    expect(pages.map((page) => page.split('\n').length)).toEqual([200, 200, 50]);
    expect(pages.join('\n')).toBe(lines.join('\n'));
    const endless = '😀'.repeat(50_000);
    expect((await textsOf(endless, 'a.txt')).join('')).toBe(endless);
  });

  it('loses nothing and tears nothing, wherever the chunks of the file end', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 3000 })
      .map((text) => text.replace(/\p{C}/gu, 'x').trimEnd() || 'x');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (lines, end) => {
          expect((await textsOf(lines.join(end), 'a.txt')).join('\n')).toBe(lines.join('\n'));
        },
      ),
      { numRuns: propertyRuns(25) },
    );
  });

  it('refuses bytes that are no text in words', async () => {
    const rubbish = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256));
    await expect(readBytes(rubbish, 'report.txt')).rejects.toThrow(/no text, although its name says so/);
    await expect(readBytes(rubbish, 'report.txt')).rejects.toBeInstanceOf(CannotRead);
  });

  it('has one empty page when it is empty', async () => {
    const { pages, total } = await readBytes('\n', 'empty.txt');
    expect(pages).toEqual([
      { number: 1, text: '', source: 'markup', width: null, height: null, boxes: null, hidden: null },
    ]);
    expect(total).toBe(1);
  });
});

describe('CSV', () => {
  it.each([',', ';', '\t', '|'])('is read with %j between its cells', async (delimiter) => {
    const rows = [
      ['Base', 'Month', 'Crates'],
      ['Camp, north', '2019-03', '4'],
      ['"Q" West', '', '11'],
    ];
    const [page] = await textsOf(stringify(rows, { delimiter }), 'losses.csv');
    expect(page).toBe('Base\tMonth\tCrates\nCamp, north\t2019-03\t4\n"Q" West\t\t11');
  });

  it('keeps a cell of several lines in its row, and has the names of columns once', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => [String(i), `two\nlines, ${i}`]);
    const pages = await textsOf(stringify([['id', 'note'], ...rows]), 'a.csv');
    expect(pages).toHaveLength(3);
    expect(pages.join('\n').split('\n').slice(0, 3)).toEqual(['id\tnote', '0\ttwo lines, 0', '1\ttwo lines, 1']);
    expect(pages.join('\n').match(/id\tnote/g)).toHaveLength(1);
  });

  it('loses no row to a quote that is never closed', async () => {
    const before = 'a,b\n1,2\n"3,"" x",4\n';
    const after = Array.from({ length: 30_000 }, (_, i) => `row ${i},with some words`);
    const text = (await textsOf(`${before}"open,5\n${after.join('\n')}`, 'a.csv')).join('\n');
    expect(text).toContain('a\tb\n1\t2\n3," x\t4\n"open\t5\nrow 0\twith some words');
    expect(text.endsWith('row 29999\twith some words')).toBe(true);
    expect(text.match(/^row /gm)).toHaveLength(30_000);
  });

  it('gives back every cell that was written', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim() || '-');
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const text = (await textsOf(stringify(rows, { quoted: true }), 'a.csv')).join('\n');
        expect(text.split('\n').map((line) => line.split('\t'))).toEqual(rows);
      }),
      { numRuns: propertyRuns(25) },
    );
  });

  it('is a table only where it is called one', async () => {
    expect(await textsOf('Dear all, hello\nYours, me', 'letter.txt')).toEqual(['Dear all, hello\nYours, me']);
  });
});
