import { getFormatInfo } from 'numfmt';
import { CannotRead } from '../extractor.ts';
import { relationshipsOf } from './office-package.ts';
import { type Attributes, isOn, walkXml } from './xml-walker.ts';
import type { ZipParts } from './zip-parts.ts';

export interface SheetEntry {
  name: string;
  isHidden: boolean;
  /** The name of its part in the archive. */
  part: string;
}

/** What all sheets of a workbook share. */
export interface Book {
  sheets: SheetEntry[];
  /** Days are counted from 1904 instead of 1900. */
  is1904: boolean;
  strings: readonly string[];
  /** The number format of a cell by the number of its style; null for a plain number. */
  formats: readonly (string | null)[];
}

const MOST_SHARED = 64 * 1024 * 1024;
const NO_SHEETS = 'The workbook is damaged: no sheet is found in it. Open it in its program and save it once more.';

/** The formats that a file need not name, as the standard numbers them; days as in the United States. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

export async function readBook(zip: ZipParts, main: string): Promise<Book> {
  const related = await relationshipsOf(zip, main);
  const parts = new Map(related.map(({ id, target }) => [id, target]));
  const book: Book = { sheets: [], is1904: false, strings: [], formats: [] };
  await walkXml(zip.read(main), {
    opened(name, attributes) {
      if (name === 'workbookPr') book.is1904 = 'date1904' in attributes && isOn(attributes, 'date1904');
      if (name !== 'sheet') return;
      const part = parts.get(attributes['r:id'] ?? relationIn(attributes));
      // A sheet of charts or macros has no cells.
      if (part === undefined || !/worksheets?\//i.test(part)) return;
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      book.sheets.push({ name: attributes['name'] ?? '', isHidden, part });
    },
  });
  if (book.sheets.length === 0) throw new CannotRead(NO_SHEETS);
  const partOf = (type: string) => related.find((one) => one.type === type)?.target ?? '';
  return {
    ...book,
    strings: await stringsIn(zip, partOf('sharedStrings')),
    formats: await formatsIn(zip, partOf('styles')),
  };
}

/** Whatever prefix stands for relationships in this file. */
function relationIn(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** Texts that cells refer to by number. How to pronounce them (`rPh`) is not part of them. */
async function stringsIn(zip: ZipParts, part: string): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let total = 0;
  let isText = false;
  let phonetic = 0;
  await walkXml(zip.read(part), {
    opened(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    closed(name) {
      isText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si') strings.push(current);
    },
    text(text) {
      if (!isText) return;
      current += text;
      total += text.length;
      if (total > MOST_SHARED) throw new CannotRead('The workbook holds more text than can be read at once.');
    },
  });
  return strings;
}

async function formatsIn(zip: ZipParts, part: string): Promise<(string | null)[]> {
  const own = new Map<number, string>();
  const formats: (string | null)[] = [];
  let isCellFormat = false;
  await walkXml(zip.read(part), {
    opened(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isCellFormat = true;
      if (name !== 'xf' || !isCellFormat) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      formats.push(known(own.get(id) ?? BUILT_IN[id] ?? null));
    },
    closed: (name) => void (isCellFormat &&= name !== 'cellXfs'),
  });
  return formats;
}

/** A format that nobody understands shows the plain number. */
function known(format: string | null): string | null {
  try {
    return format === null || getFormatInfo(format).type === 'general' ? null : format;
  } catch {
    return null;
  }
}
