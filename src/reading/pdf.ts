import { CannotRead, type Extractor, type FileToRead, type ReadPage, type Tell } from './extractor.ts';
import { OCR_DPI, ocrIsThere, recognise } from './ocr.ts';
import { hiddenGlyphs } from './pdf-hidden.ts';
import { hiddenPieces, shownBox, textOf, wordsOf } from './pdf-text.ts';
import { openPdf, type PdfPage } from './pdfium.ts';
import type { WordBox } from './page.entity.ts';
import { toPng } from './png.ts';
import { PDFIUM } from './protocol.ts';

/** Of the page: what images must cover to be all there is on it. */
const SCANNED = 0.6;
/** Characters. Stamps and numbers put on a scan have fewer, and do not make it a page of text. */
const STAMPED = 100;
const OCR_PER_POINT = OCR_DPI / 72;
const MOST_PIXELS = 12_000_000;
const LONGEST_SIDE = 4000;

export interface Ocr {
  ocrIsThere(): Promise<string | null>;
  recognise(image: { png: Uint8Array }, language: string): Promise<{ text: string; boxes: WordBox[] }>;
}

/** PDFs, by PDFium alone: another reader would give text without telling what lies under boxes. */
export function pdfWith(ocr: Ocr): Extractor {
  return {
    name: PDFIUM,
    reads: ({ mediaType }) => mediaType === 'application/pdf',
    async *pages(file, tell) {
      const document = await openPdf(file.path, file.size);
      if (document.pageCount === 0) throw new CannotRead('It is a PDF without a single page that can be found.');
      tell.total(document.pageCount);
      const recognise = (await ocr.ocrIsThere()) === null ? null : ocr.recognise;
      for (let number = 1; number <= document.pageCount; number++) {
        let page: PdfPage | undefined;
        try {
          page = document.page(number);
          yield await readPage(page, number, file, tell, recognise);
        } catch (error) {
          if (!(error instanceof CannotRead)) throw error;
          tell.broken(number, error.message);
        } finally {
          page?.close();
        }
      }
    },
  };
}

export const pdf = pdfWith({ ocrIsThere, recognise });

async function readPage(
  page: PdfPage,
  number: number,
  file: FileToRead,
  tell: Tell,
  ocr: Ocr['recognise'] | null,
): Promise<ReadPage> {
  const [width, height] = [Math.round(page.width), Math.round(page.height)];
  const size = { number, width: inRange(width), height: inRange(height) };
  const hidden = hiddenGlyphs(page);
  const { text } = textOf(page, hidden);
  const found = hidden.size > 0 ? hiddenPieces(page, hidden) : [];
  const layer: ReadPage = { ...size, text, source: 'layer', boxes: null, hidden: found.length > 0 ? found : null };
  if (!isScan(page, text)) return layer;
  if (!ocr) return { ...layer, source: 'none' };
  tell.recognising?.();
  try {
    const png = toPng(page.render(...sizeWithin(page, page.width * OCR_PER_POINT)));
    return { ...layer, ...(await ocr({ png }, file.language)), source: 'ocr' };
  } catch (error) {
    // Its image can be looked at all the same.
    if (error instanceof CannotRead) return { ...layer, source: 'none' };
    throw error;
  }
}

/** Hostile files have pages of any size; the database has whole numbers of 32 bits. */
function inRange(points: number): number {
  return Math.min(2_000_000_000, Math.max(0, points));
}

/** Whether what is to be read on the page is in an image, without a text layer that says the same. */
function isScan(page: PdfPage, text: string): boolean {
  if (text.replace(/\s/g, '').length >= STAMPED) return false;
  const painted = page.painted();
  if (painted.some(({ kind, inkless }) => kind === 'text' && inkless)) return false;
  let covered = 0;
  for (const { kind, rect } of painted) {
    if (kind !== 'image') continue;
    const [left, top, right, bottom] = shownBox(page, rect);
    covered += (right - left) * (bottom - top);
  }
  return covered >= SCANNED;
}

/** Width and height in pixels for a page shown `wide`: never so many that a page of a mile's length fills the memory. */
export function sizeWithin({ width, height }: Pick<PdfPage, 'width' | 'height'>, wide: number): [number, number] {
  const ratio = height / width || 1;
  const most = Math.min(LONGEST_SIDE, LONGEST_SIDE / ratio, Math.sqrt(MOST_PIXELS / ratio));
  const shown = Math.min(wide, most);
  return [Math.max(1, Math.round(shown)), Math.max(1, Math.round(shown * ratio))];
}

/** One page of a PDF as it looks, `wide` pixels wide if its shape allows. Throws `CannotRead`. */
export async function imageOf(file: { path: string; size: number }, number: number, wide: number): Promise<Buffer> {
  return onPage(file, number, (page) => toPng(page.render(...sizeWithin(page, wide))));
}

/** The words of a page with their places, and the text that they are counted in. Throws `CannotRead`. */
export async function wordsOnPage(
  file: { path: string; size: number },
  number: number,
): Promise<{ text: string; boxes: WordBox[] }> {
  return onPage(file, number, (page) => {
    const found = textOf(page, hiddenGlyphs(page));
    return { text: found.text, boxes: wordsOf(page, found) };
  });
}

async function onPage<T>(file: { path: string; size: number }, number: number, fn: (page: PdfPage) => T): Promise<T> {
  const document = await openPdf(file.path, file.size);
  if (number > document.pageCount) throw new CannotRead('There is no such page.');
  const page = document.page(number);
  try {
    return fn(page);
  } finally {
    page.close();
  }
}
