import { describe, expect, it } from '@jest/globals';
import { docxOf, paragraph } from '../../../test/support/office.ts';
import { readBytes, textsOf } from '../../../test/support/read-file.ts';

const run = (format: string, text: string) =>
  `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const hiddenOf = async (body: string) => {
  const { pages } = await readBytes(await docxOf(body), 'memo.docx');
  return pages.map(({ text, hidden }) => ({ text, hidden: (hidden ?? []).map((one) => one.text) }));
};

describe('DOCX', () => {
  it('is read paragraph by paragraph, with tabs, breaks and entities', async () => {
    const body = `${paragraph('Dear ', 'Ms &amp; Mr &lt;Müller&gt;')}<w:p/><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>`;
    const { pages, total, reader } = await readBytes(await docxOf(body), 'a.docx');
    expect(pages).toEqual([
      {
        number: 1,
        text: 'Dear Ms & Mr <Müller>\n\na\tb\nc-d',
        source: 'markup',
        width: null,
        height: null,
        boxes: null,
        hidden: null,
      },
    ]);
    expect([total, reader]).toEqual([1, 'docx 1']);
  });

  it('has a row of a table as a line', async () => {
    const cell = (content: string) => `<w:tc><w:tcPr/>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(paragraph('in'))}${cell(paragraph('ner'))}</w:tr></w:tbl>`;
    const table = `<w:tbl><w:tr>${cell(paragraph('Base'))}${cell(paragraph('two') + paragraph('lines'))}</w:tr><w:tr>${cell(inner)}${cell(paragraph('4'))}</w:tr></w:tbl>`;
    expect(await textsOf(await docxOf(paragraph('Losses') + table + paragraph('End')), 'a.docx')).toEqual([
      'Losses\nBase\ttwo lines\nin ner\t4\nEnd',
    ]);
  });

  it('ends pages where Word did, once where the text itself breaks the page', async () => {
    const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    const body = `${paragraph('one')}<w:p><w:r><w:t>last of one </w:t></w:r>${rendered}<w:r><w:t>first of two</w:t></w:r></w:p>${broken}<w:p>${rendered}<w:r><w:t>three</w:t></w:r></w:p>`;
    expect(await textsOf(await docxOf(body), 'a.docx')).toEqual(['one\nlast of one', 'first of two', 'three']);
  });

  it('puts footnotes under their page, endnotes and comments at the end, headers before and footers after', async () => {
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}" w:author="A. Clerk">${paragraph(text)}</w:${kind}>`;
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body = `<w:p><w:r><w:t>Four crates</w:t></w:r>${reference('footnote', 2)}<w:r><w:br w:type="page"/></w:r><w:r><w:t>Next</w:t></w:r>${reference('endnote', 1)}</w:p>`;
    const file = await docxOf(body, {
      header: `<w:hdr xmlns:w="w">${paragraph('CUI')}</w:hdr>`,
      footer: `<w:ftr xmlns:w="w">${paragraph('Case 7')}</w:ftr>`,
      footnotes: `<w:footnotes xmlns:w="w">${note('footnote', -1, '')}${note('footnote', 2, 'Of eleven.')}</w:footnotes>`,
      endnotes: `<w:endnotes xmlns:w="w">${note('endnote', 1, 'See file.')}</w:endnotes>`,
      comments: `<w:comments xmlns:w="w">${note('comment', 1, 'Release this?')}</w:comments>`,
    });
    expect(await textsOf(file, 'a.docx')).toEqual([
      '[header] CUI\nFour crates[1]\n[1] Of eleven.',
      'Next[endnote 1]\n[endnote 1] See file.\n[footer] Case 7\n[comment by A. Clerk] Release this?',
    ]);
  });

  it('keeps from view what was deleted under tracked changes, shows what was added, and a moved text once', async () => {
    const body = `<w:p><w:r><w:t>The source </w:t></w:r><w:del w:author="x"><w:r><w:delText>John </w:delText></w:r><w:r><w:delText>Doe </w:delText></w:r></w:del><w:ins><w:r><w:t>[name]</w:t></w:r></w:ins><w:r><w:t> spoke.</w:t></w:r></w:p><w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>`;
    expect(await hiddenOf(body)).toEqual([{ text: 'The source [name] spoke.\n\nMoved.', hidden: ['John Doe'] }]);
  });

  it.each([
    ['formatted as hidden', '<w:vanish/>'],
    ['blackened with the highlighter', '<w:highlight w:val="black"/>'],
    ['black on black', '<w:color w:val="000000"/><w:shd w:fill="000000"/>'],
  ])('keeps from view what is %s', async (_, format) => {
    const body = `<w:p>${run('', 'Agent ')}${run(format, 'Smith')}${run('', ' left.')}</w:p>`;
    expect(await hiddenOf(body)).toEqual([{ text: 'Agent  left.', hidden: ['Smith'] }]);
  });

  it.each([
    ['hidden switched off', '<w:vanish w:val="0"/>'],
    ['white on black', '<w:highlight w:val="black"/><w:color w:val="FFFFFF"/>'],
    ['automatic colour on black shading, which is white', '<w:shd w:fill="000000"/>'],
    ['what was hidden before a tracked change', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'],
    ['yellow', '<w:highlight w:val="yellow"/>'],
  ])('shows %s', async (_, format) => {
    expect(await hiddenOf(`<w:p>${run(format, 'Smith')}</w:p>`)).toEqual([{ text: 'Smith', hidden: [] }]);
  });

  it('reads a text box once, and no code of a field', async () => {
    const box = `<w:txbxContent>${paragraph('In the box')}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r><w:r><w:t>Around</w:t></w:r></w:p>`;
    expect(await textsOf(await docxOf(body), 'a.docx')).toEqual(['In the box\nAround']);
  });

  it('cuts what never says where a page ends', async () => {
    const pages = await textsOf(
      await docxOf(Array.from({ length: 3000 }, (_, i) => paragraph(`Line ${i} of a long memo`)).join('')),
      'a.docx',
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('\n').split('\n')).toHaveLength(3000);
  });

  it.each(['letter.doc', 'locked.docx'])('says of the old container in %s what to do', async (name) => {
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    await expect(readBytes(container, name)).rejects.toThrow(/password.*save it/);
  });
});
