import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { docxOf, paragraph, xlsxOf, zipOf } from '../../../test/support/office.ts';
import { type FileRead, readBytes } from '../../../test/support/read-file.ts';
import { propertyRuns } from '../../../test/support/runs.ts';
import { CannotRead } from '../extractor.ts';

const MIB = 1024 * 1024;
const DOCTYPE = `<!DOCTYPE bomb [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY file SYSTEM "file:///etc/passwd">]>`;
const sheet = (xml: string) => ({ sheets: [{ name: 'S', xml: `<sheetData>${xml}</sheetData>` }] });

/** What nothing may break: pages from 1 in order, and texts that a database takes. */
function expectWhole({ pages }: FileRead): void {
  for (const [i, page] of pages.entries()) {
    expect(page.number).toBeGreaterThan(i === 0 ? 0 : pages[i - 1]!.number);
    for (const text of [page.text, ...(page.hidden ?? []).map((one) => one.text)]) {
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    }
  }
}

async function readsOrRefuses(bytes: Uint8Array | string, name: string): Promise<void> {
  try {
    expectWhole(await readBytes(bytes, name));
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error;
    expect(error.message).not.toContain('/');
  }
}

describe('a ZIP bomb', () => {
  it.each([
    ['a document', () => docxOf(paragraph('a'.repeat(20 * MIB))), 'a.docx'],
    ['a sheet', () => xlsxOf(sheet(`<row r="1"><c r="A1" t="str"><v>${'0'.repeat(20 * MIB)}</v></c></row>`)), 'a.xlsx'],
    [
      'the strings of a workbook',
      () => xlsxOf({ ...sheet(''), strings: [`<t>${'0'.repeat(20 * MIB)}</t>`] }),
      'a.xlsx',
    ],
    [
      'notes',
      () => docxOf(paragraph('a'), { footnotes: `<w:footnotes>${' '.repeat(20 * MIB)}</w:footnotes>` }),
      'a.docx',
    ],
  ])('as %s is refused in words before it is unpacked', async (_, bomb, name) => {
    await expect(readBytes(await bomb(), name)).rejects.toThrow('unpacks to far more');
  });

  it('that lies about its size is stopped at what it claimed', async () => {
    const honest = await docxOf(paragraph('abc '.repeat(50_000)));
    const lying = Buffer.from(honest);
    // The size of word/document.xml in the central directory.
    const at = lying.lastIndexOf('word/document.xml') - 46;
    expect(lying.readUInt32LE(at)).toBe(0x02014b50);
    lying.writeUInt32LE(1000, at + 24);
    await expect(readBytes(lying, 'a.docx')).rejects.toThrow(/damaged/);
    expectWhole(await readBytes(honest, 'a.docx'));
  });

  it('of very many parts is refused', async () => {
    const crowded = await docxOf(paragraph('a'));
    // How many there are, as the end of the archive says twice.
    for (const at of [14, 12]) crowded.writeUInt16LE(20_001, crowded.length - at);
    await expect(readBytes(crowded, 'a.docx')).rejects.toThrow('unpacks to far more');
  });
});

describe('hostile markup', () => {
  it('nested ten thousand deep is refused, or read without falling over', async () => {
    const deep = '<w:sdt>'.repeat(10_000);
    await expect(readBytes(await docxOf(deep), 'a.docx')).rejects.toThrow(/too deep/);
    await expect(readBytes(await xlsxOf(sheet(deep)), 'a.xlsx')).rejects.toThrow(/too deep/);
    await expect(readBytes(`{\\rtf1${'{\\b '.repeat(10_000)}`, 'a.rtf')).rejects.toThrow(/too deep/);
    await expect(readBytes(`<html>${'<b>'.repeat(200_000)}x`, 'a.html')).rejects.toThrow(/too deep/);
    expect((await readBytes(`<html>${'<div><font>'.repeat(2000)}deep`, 'a.html')).pages[0]?.text).toBe('deep');
  });

  it('expands no entity of its own, and fetches none', async () => {
    const body = `<?xml version="1.0"?>${DOCTYPE}<w:document><w:body>${paragraph('x&c;y&file;&amp;')}</w:body></w:document>`;
    const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': body };
    const { pages } = await readBytes(await zipOf(parts), 'a.docx');
    expect(pages[0]?.text).toBe('x&c;y&file;&');
    const strings = { ...sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings: [`${DOCTYPE}<t>&c;</t>`] };
    expect((await readBytes(await xlsxOf(strings), 'a.xlsx')).pages[0]?.text).toBe('[sheet] S\n&c;');
  });

  it('in broken order, without ends or with a file behind a link is read as far as it makes sense', async () => {
    const odd = [
      '</w:p></w:p><w:t>loose</w:t>',
      '<w:tc><w:p><w:r><w:t>x</w:tr></w:tbl>',
      '<w:r><w:del></w:r>',
      '<w:p><w:r><w:t>cut',
    ];
    for (const body of odd) await readsOrRefuses(await docxOf(body), 'a.docx');
    const cells = [
      '<c r="A1" t="s"><v>99</v></c>',
      '<c r="ZZZZ1"><v>1e999</v></c>',
      '<c s="-1"><v>NaN</v></c>',
      '<c t="s"><v>__proto__</v></c>',
    ];
    for (const cell of cells) await readsOrRefuses(await xlsxOf(sheet(`<row>${cell}</row>`)), 'a.xlsx');
    const outside =
      '<Relationships><Relationship Id="1" Type="x/footnotes" Target="../../../etc/passwd"/><Relationship Id="2" Type="x/comments" TargetMode="External" Target="http://127.0.0.1/"/></Relationships>';
    await readsOrRefuses(
      await zipOf({ 'word/document.xml': `<w:p/>`, 'word/_rels/document.xml.rels': outside }),
      'a.docx',
    );
  });
});

describe('any bytes under any name', () => {
  const NAMES = ['a.txt', 'a.csv', 'a.tsv', 'a.rtf', 'a.html', 'a.eml', 'a.mbox', 'a.log', 'a.md'];
  const STARTS: [string, string][] = [
    ...NAMES.map((name): [string, string] => ['', name]),
    ['{\\rtf1\\ansi ', 'a.rtf'],
    ['<html>', 'a.html'],
    ['From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n', 'a.eml'],
    ['From a@b\nFrom: c\n\n', 'a.mbox'],
    ['PK\u0003\u0004', 'a.docx'],
    ['PK\u0003\u0004', 'a.xlsx'],
    ['II*\u0000\u0008\u0000\u0000\u0000', 'a.tif'],
  ];
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '{',
        '}',
        '\\u-1 ',
        "\\'e",
        '\\bin9 ',
        '\\f1',
        '\\v ',
        '<',
        '</',
        '<p hidden>',
        '&#0;',
        '&#xD800;',
        '"',
        ',',
        '\r',
        '\n\n',
        '\u0000',
        '\ud800',
        '--x--',
        'From ',
      ),
    ),
    { maxLength: 40 },
  );
  const bytes = fc.oneof(
    { weight: 3, arbitrary: text.map((all) => Buffer.from(all.join(''))) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 600 }).map((all) => Buffer.from(all)) },
  );

  it('are read as clean pages or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...STARTS), bytes, async ([start, name], rest) => {
        await readsOrRefuses(Buffer.concat([Buffer.from(start, 'latin1'), rest]), name).catch((error: Error) => {
          // What nothing reads is the engine's to say.
          if (!error.message.startsWith('Nothing reads')) throw error;
        });
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it('are refused in words when a good file was damaged', async () => {
    const files = [
      [await docxOf(paragraph('Four crates')), 'a.docx'],
      [await xlsxOf(sheet('<row r="1"><c r="A1"><v>4</v></c></row>')), 'a.xlsx'],
    ] as const;
    const damage = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      byte: fc.nat(255),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file: [good, name], at, byte, cut }) => {
        const bad = Buffer.from(good);
        bad[Math.floor(at * bad.length)] = byte;
        await readsOrRefuses(cut ? bad.subarray(0, Math.floor(at * bad.length)) : bad, name).catch((error: Error) => {
          if (!error.message.startsWith('Nothing reads')) throw error;
        });
      }),
      { numRuns: propertyRuns(150) },
    );
  });
});
