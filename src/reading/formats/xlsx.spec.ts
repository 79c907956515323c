import { describe, expect, it } from '@jest/globals';
import { xlsxOf } from '../../../test/support/office.ts';
import { readBytes, textsOf } from '../../../test/support/read-file.ts';

const row = (number: number, cells: string, more = '') => `<row r="${number}"${more}>${cells}</row>`;
const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const data = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;

describe('XLSX', () => {
  it('has a page for each sheet under its name, cells in their columns', async () => {
    const file = await xlsxOf({
      strings: ['<t>Base</t>', '<r><t>Camp </t></r><r><t>North</t></r><rPh><t>kyanpu</t></rPh>'],
      sheets: [
        {
          name: 'Losses',
          xml: data(
            row(1, '<c r="A1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c>'),
            row(
              3,
              '<c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><f>A1</f><v>sum &amp; more</v></c><c r="D3" t="e"><v>#N/A</v></c>',
            ),
          ),
        },
        { name: 'Empty', xml: data() },
      ],
    });
    const { pages, total } = await readBytes(file, 'a.xlsx');
    expect(pages.map((page) => page.text)).toEqual([
      '[sheet] Losses\nBase\t\tTRUE\n\tCamp North\tsum & more\t#N/A',
      '[sheet] Empty',
    ]);
    expect(total).toBe(2);
  });

  const formats = `<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="&quot;$&quot;#,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/><xf numFmtId="20"/></cellXfs>`;

  it.each([
    ['a day', 1, '43525', '3/1/2019'],
    ['a day in a format of its own', 2, '43525', '01.03.2019'],
    ['a number with leading zeros', 3, '501', '00501'],
    ['an amount', 4, '1234.5', '$1,234.50'],
    ['a percentage', 5, '0.125', '12.50%'],
    ['a time', 6, '0.75', '18:00'],
    ['a plain number without the noise of its last digit', 0, '0.30000000000000004', '0.3'],
    ['a long number in full', 0, '123456789012', '123456789012'],
  ])('shows %s as the workbook does', async (_, style, value, shown) => {
    const xml = data(row(1, `<c r="A1" s="${style}"><v>${value}</v></c>`));
    expect(await textsOf(await xlsxOf({ styles: formats, sheets: [{ name: 'S', xml }] }), 'a.xlsx')).toEqual([
      `[sheet] S\n${shown}`,
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const xml = data(row(1, '<c r="A1" s="1"><v>42063</v></c><c r="B1" s="5"><v>0.5</v></c>'));
    const file = await xlsxOf({ styles: formats, is1904: true, sheets: [{ name: 'S', xml }] });
    expect(await textsOf(file, 'a.xlsx')).toEqual(['[sheet] S\n3/1/2019\t50.00%']);
  });

  it('reads what is hidden, and says that it is', async () => {
    const columns =
      '<cols><col min="2" max="2" hidden="1"/><col min="4" max="6" width="0"/><col min="28" max="28" hidden="true"/></cols>';
    const file = await xlsxOf({
      sheets: [
        {
          name: 'Shown',
          xml:
            columns +
            data(
              row(1, text('A1', 'a') + text('B1', 'secret')),
              row(2, text('A2', 'b'), ' hidden="1"'),
              row(3, text('A3', 'c'), ' ht="0"'),
            ),
        },
        { name: 'Names', state: 'hidden', xml: data(row(1, text('A1', 'Doe'))) },
        { name: 'Deep', state: 'veryHidden', xml: data(row(1, text('A1', 'Roe'))) },
      ],
    });
    expect(await textsOf(file, 'a.xlsx')).toEqual([
      '[sheet] Shown [hidden columns: B, D–F, AB]\na\tsecret\n[hidden row] b\n[hidden row] c',
      '[hidden sheet] Names\nDoe',
      '[hidden sheet] Deep\nRoe',
    ]);
  });

  it('repeats the heading on every page of a long sheet', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => row(i + 1, text(`A${i + 1}`, `row ${i + 1}`)));
    const pages = await textsOf(
      await xlsxOf({ sheets: [{ name: 'Long', state: 'hidden', xml: data(...rows) }] }),
      'a.xlsx',
    );
    expect(pages.map((page) => page.split('\n')[0])).toEqual([
      '[hidden sheet] Long',
      '[hidden sheet] Long',
      '[hidden sheet] Long',
    ]);
    expect(pages.flatMap((page) => page.split('\n').slice(1))).toEqual(
      Array.from({ length: 1200 }, (_, i) => `row ${i + 1}`),
    );
  });

  it('reads comments, and warns of a copy of the data behind a pivot table', async () => {
    const comments =
      '<comments><commentList><comment ref="B7"><text><r><t>ask </t></r><r><t>legal</t></r></text></comment></commentList></comments>';
    const file = await xlsxOf({
      sheets: [{ name: 'S', xml: data(row(1, text('A1', 'x'))), comments }],
      more: { 'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords/>' },
    });
    const pages = await textsOf(file, 'a.xlsx');
    expect(pages[0]).toBe('[sheet] S\nx\n[comment on B7] ask legal');
    expect(pages[1]).toMatch(/pivot table has a copy of its source data/);
  });

  it('is not blown up by a cell at the edge of the sheet', async () => {
    const xml = data(
      ...Array.from({ length: 50 }, (_, i) => row(i + 1, text(`A${i + 1}`, 'a') + text(`XFD${i + 1}`, 'z'))),
    );
    const [page] = await textsOf(await xlsxOf({ sheets: [{ name: 'S', xml }] }), 'a.xlsx');
    expect(page?.split('\n')[1]).toBe('a\t\tz');
  });
});
