import { describe, expect, it } from '@jest/globals';
import { zipOf } from '../../../test/support/office.ts';
import { readBytes } from '../../../test/support/read-file.ts';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const shape = (text: string, own = '', ph = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" ${own}/><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:txBody>${text}</p:txBody></p:sp>`;
const paragraph = (...runs: string[]) => `<a:p>${runs.map((run) => `<a:r><a:t>${run}</a:t></a:r>`).join('')}</a:p>`;
const slide = (shapes: string, own = '') =>
  `<p:sld xmlns:p="p" xmlns:a="a" ${own}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
const rels = (all: [id: string, type: string, target: string][]) =>
  `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** A deck of these slides, the last of them shown first. */
async function deck(slides: string[], more: Record<string, string> = {}): Promise<Buffer> {
  const ids = slides.map((_, i) => i + 1);
  const list = ids.toReversed().map((n) => `<p:sldId id="${255 + n}" r:id="rId${n}"/>`);
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>`,
    '_rels/.rels': rels([['rId1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${list.join('')}<p:sldId id="9" r:id="rId1"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': rels(ids.map((n) => [`rId${n}`, 'slide', `slides/slide${n}.xml`])),
    ...Object.fromEntries(slides.map((xml, i) => [`ppt/slides/slide${i + 1}.xml`, xml])),
    ...more,
  });
}

describe('PPTX', () => {
  it('is read slide by slide in the order in which they are shown, an empty one too', async () => {
    const last = shape(
      paragraph('Losses &amp; ', 'thefts') + '<a:p><a:r><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p>',
    );
    const { pages, total, reader } = await readBytes(
      await deck([slide(last), slide(''), slide(shape(paragraph('Title')))]),
      'a.pptx',
    );
    expect(pages.map(({ number, text, source, hidden }) => [number, text, source, hidden])).toEqual([
      [1, 'Title', 'markup', null],
      [2, '', 'markup', null],
      [3, 'Losses & thefts\na\nb', 'markup', null],
    ]);
    expect([total, reader]).toEqual([3, 'pptx 1']);
  });

  it('has rows of tables as lines, diagrams, notes and comments; says which slide is hidden', async () => {
    const cell = (text: string) => `<a:tc><a:txBody>${text}</a:txBody></a:tc>`;
    const table = `<p:graphicFrame><a:tbl><a:tr>${cell(paragraph('Base'))}${cell(paragraph('two') + paragraph('lines'))}</a:tr><a:tr>${cell(paragraph('Taji'))}${cell(paragraph('4'))}</a:tr></a:tbl></p:graphicFrame>`;
    const notes = slide(
      shape(paragraph('7'), '', '<p:ph type="sldNum"/>') +
        shape(paragraph('Do not say where.'), '', '<p:ph type="body"/>'),
    );
    const bytes = await deck([slide(table, 'show="0"')], {
      'ppt/slides/_rels/slide1.xml.rels': rels([
        ['rId1', 'notesSlide', '../notesSlides/n.xml'],
        ['rId2', 'comments', '../comments/c.xml'],
        ['rId3', 'diagramData', '../diagrams/d.xml'],
        ['rId4', 'notesSlide', '../../../../etc/passwd'],
      ]),
      'ppt/notesSlides/n.xml': notes,
      'ppt/comments/c.xml': '<p:cmLst xmlns:p="p"><p:cm><p:text>Ask legal</p:text></p:cm></p:cmLst>',
      'ppt/diagrams/d.xml': `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:t>${paragraph('Chain of custody')}</dgm:t></dgm:dataModel>`,
    });
    const { pages } = await readBytes(bytes, 'a.pptx');
    expect(pages.map(({ text }) => text)).toEqual([
      '[hidden slide]\nBase\ttwo lines\nTaji\t4\nChain of custody\n[notes] Do not say where.\n[comment] Ask legal',
    ]);
  });

  it('keeps apart what is on a slide and switched off, with everything in its group', async () => {
    const group = `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="1" name="g" hidden="1"/></p:nvGrpSpPr>${shape(paragraph('Jane Doe'))}</p:grpSp>`;
    const once = `<mc:AlternateContent><mc:Choice>${shape(paragraph('once'))}</mc:Choice><mc:Fallback>${shape(paragraph('once'))}</mc:Fallback></mc:AlternateContent>`;
    const shapes =
      shape(paragraph('seen')) +
      group +
      shape(paragraph('secret'), 'hidden="true"') +
      shape(paragraph('too'), 'hidden="0"') +
      once;
    const { pages } = await readBytes(await deck([slide(shapes)]), 'a.pptx');
    expect(pages.map(({ text, hidden }) => [text, hidden?.map((one) => one.text)])).toEqual([
      ['seen\ntoo\nonce', ['Jane Doe', 'secret']],
    ]);
  });

  it('that is damaged or nested without end is refused in words', async () => {
    const deep = `<a:p>`.repeat(600);
    await expect(readBytes(await deck([slide(shape(deep))]), 'a.pptx')).rejects.toThrow('nested too deep');
    await expect(readBytes(await zipOf({ 'ppt/nothing.xml': '' }), 'a.pptx')).rejects.toThrow('no main part');
  });
});
