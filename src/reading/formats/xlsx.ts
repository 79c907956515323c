import type { Extractor, FileToRead, ReadPage, Tell } from '../extractor.ts';
import { mainPart, relationshipsOf } from './office-package.ts';
import { PageBuilder, ROWS } from './page-builder.ts';
import { endingOf } from './by-name.ts';
import { commentsOf } from './xlsx-comments.ts';
import { type Book, readBook, type SheetEntry } from './xlsx-book.ts';
import { SheetRows } from './xlsx-sheet.ts';
import { XmlWalker } from './xml-walker.ts';
import { ZipParts } from './zip-parts.ts';

const TYPES =
  /^application\/(vnd\.openxmlformats-officedocument\.spreadsheetml\.|vnd\.ms-excel\.(sheet|template)\.macroenabled)/i;
const NAMES = /^\.(xlsx|xlsm|xltx|xltm)$/;

/**
 * Excel's files since 2007: a page for each sheet, or several, each under the sheet's name. What is hidden in a workbook
 * is one click away for everybody, and was released: it is read like the rest, and the page says that it is hidden.
 */
export const xlsx: Extractor = {
  name: 'xlsx 1, numfmt 3.2',
  reads: ({ mediaType, filename }) =>
    TYPES.test(mediaType) || (mediaType === 'application/zip' && NAMES.test(endingOf(filename))),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const zip = await ZipParts.open(file.path);
    try {
      const main = await mainPart(zip, 'xl/workbook.xml');
      const book = await readBook(zip, main);
      const builder = new PageBuilder(ROWS);
      for (const sheet of book.sheets) {
        yield* readSheet(zip, book, sheet, builder);
      }
      if (zip.names().some((name) => name.startsWith('xl/pivotcache/pivotcacherecords'))) {
        builder.section(
          '[kept in the file] A pivot table has a copy of its source data in this file. It is not read here.',
        );
        builder.pageEnd();
      }
      builder.end();
      tell.total(builder.count);
      yield* builder.take();
    } finally {
      zip.close();
    }
  },
};

async function* readSheet(
  zip: ZipParts,
  book: Book,
  sheet: SheetEntry,
  builder: PageBuilder,
): AsyncGenerator<ReadPage> {
  const mark = sheet.isHidden ? 'hidden sheet' : 'sheet';
  const heading = `[${mark}] ${sheet.name}`;
  builder.section(heading);
  const rows = new SheetRows(book, {
    hiddenColumns: (columns) => builder.section(`${heading} [hidden columns: ${columns}]`),
    row: (line) => builder.add(line),
  });
  const walker = new XmlWalker(rows);
  for await (const chunk of zip.read(sheet.part)) {
    walker.write(chunk);
    yield* builder.take();
  }
  walker.end();
  for (const { type, target } of await relationshipsOf(zip, sheet.part)) {
    if (type !== 'comments' && type !== 'threadedComment') continue;
    for (const { cell, text } of await commentsOf(zip, target)) builder.add(`[comment on ${cell}] ${text}`);
  }
  // A sheet without a word is a page too: that it is there says something.
  if (builder.isBlank) builder.pageEnd();
}
