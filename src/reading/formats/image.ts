import { readFile } from 'node:fs/promises';
import { CannotRead, type Extractor, type FileToRead, type ReadPage, type Tell } from '../extractor.ts';
import { ocrIsThere, recognise } from '../ocr.ts';
import { imageFacts } from './image-header.ts';

const TYPES = /^image\/(png|apng|jpeg|gif|webp|bmp|tiff)$/;
const MIB = 1024 * 1024;
const LARGEST_FILE = 256 * MIB;
/** In pixels. A page of A3 at 600 dots an inch has 70 million; unpacked, a pixel takes up to four bytes. */
export const MOST_PIXELS = 80_000_000;

/** An image of a page, to be recognised. */
export interface PageImage {
  /** Anything that OCR reads. */
  bytes: Uint8Array;
  /** In pixels, as shown. */
  width: number;
  height: number;
  dpi: number | null;
  isTurned: boolean;
}

let program = 'ocr';

/** Scans and photos: what OCR recognises. Of a TIFF every page, of a GIF or WebP that moves the first picture. */
export const image: Extractor = {
  /** Which program it is, is known once it was asked. */
  get name() {
    return program;
  },
  reads: ({ mediaType }) => TYPES.test(mediaType),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    if (file.size > LARGEST_FILE)
      throw new CannotRead('The image is larger than 256 MB. Split it, or scan it with fewer dots.');
    const bytes = await readFile(file.path);
    if (file.mediaType === 'image/tiff') {
      yield* tiffImages(bytes, file, tell);
      return;
    }
    tell.total(1);
    const facts = imageFacts(bytes);
    if (!facts) throw new CannotRead('The image is damaged: its first bytes do not say how large it is.');
    refuseTooManyPixels(facts.width, facts.height);
    const [width, height] = facts.isTurned ? [facts.height, facts.width] : [facts.width, facts.height];
    yield await recognisedPage({ ...facts, bytes, width, height }, 1, file.language);
  },
};

async function* tiffImages(bytes: Buffer, file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
  const { tiffPages } = await import('./tiff.ts');
  const pages = tiffPages(bytes);
  tell.total(pages.length);
  let read = 0;
  let reason = '';
  for (const [i, page] of pages.entries()) {
    try {
      refuseTooManyPixels(page.width, page.height);
      yield await recognisedPage({ ...page, bytes: page.decode(), isTurned: false }, i + 1, file.language);
      read += 1;
    } catch (error) {
      if (!(error instanceof CannotRead)) throw error;
      reason = error.message;
      tell.broken(i + 1, reason);
    }
  }
  if (read === 0) throw new CannotRead(reason);
}

async function recognisedPage(of: PageImage, number: number, language: string): Promise<ReadPage> {
  program = (await ocrIsThere()) ?? program;
  const { text, boxes } = await recognise({ png: of.bytes, isTurned: of.isTurned }, language);
  const points = (pixels: number) => (of.dpi === null ? null : Math.round((pixels * 72) / of.dpi));
  const source = text === '' ? 'none' : 'ocr';
  return { number, text, source, width: points(of.width), height: points(of.height), boxes, hidden: null };
}

function refuseTooManyPixels(width: number, height: number): void {
  if (width * height <= MOST_PIXELS) return;
  const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`;
  throw new CannotRead(`The image is refused: unpacked it has ${size}, more than 80 million.`);
}
