import { CannotRead } from './extractor.ts';
import type { WordBox } from './page.entity.ts';
import { type OcrEngine, TookTooLong } from './ocr-engine.ts';
import { textOfTsv } from './tesseract-tsv.ts';
import { closeTesseractJs, tesseractJs } from './tesseract-js.ts';
import { systemTesseract } from './tesseract-system.ts';

/**
 * What a page is rendered at before it is recognised, in dots per inch. On eight pages of a scanned release (150 dpi) this
 * gave the most real words: 1,008, where 150 gave 966 and 300 gave 992 at more than twice the pixels.
 */
export const OCR_DPI = 200;

export interface Recognised {
  text: string;
  boxes: WordBox[];
}

/** Before anything of a person's making goes onto a command line. */
const LANGUAGE = /^[a-z_]{3,10}(\+[a-z_]{3,10})*$/;
const NONE = 'No OCR program is installed here: whoever runs the desk can install Tesseract.';

let engines: Promise<OcrEngine[]> | undefined;

/** Which OCR there is, with its version; null when there is none. */
export async function ocrIsThere(): Promise<string | null> {
  return (await ocrEngines())[0]?.name ?? null;
}

/**
 * The words of an image in reading order, a line a line, hyphens as they are. `png` may also be a JPEG, GIF, WebP, BMP or
 * PNM; `isTurned` says that a camera held it otherwise than it is shown. What one program cannot read the next one tries.
 * Throws `CannotRead` if there is no OCR, if none knows the language, or if the image cannot be read.
 */
export async function recognise(image: { png: Uint8Array; isTurned?: boolean }, language: string): Promise<Recognised> {
  const able = await enginesFor(language);
  const inOrder = image.isTurned ? able.toSorted((one, other) => Number(other.turns) - Number(one.turns)) : able;
  let fault: unknown;
  for (const engine of inOrder) {
    try {
      return textOfTsv(await engine.recognise(image.png, language));
    } catch (error) {
      if (!(error instanceof CannotRead) || error instanceof TookTooLong) throw error;
      fault ??= error;
    }
  }
  throw fault;
}

async function enginesFor(language: string): Promise<OcrEngine[]> {
  if (!LANGUAGE.test(language)) {
    throw new CannotRead('The language is no name that Tesseract has; "eng" or "deu+eng" would be one.');
  }
  const engines = await ocrEngines();
  if (engines.length === 0) throw new CannotRead(NONE);
  const wanted = language.split('+');
  const able = engines.filter(({ languages }) => wanted.every((one) => languages.includes(one)));
  if (able.length > 0) return able;
  const known = [...new Set(engines.flatMap(({ languages }) => languages))];
  const missing = wanted.filter((one) => !known.includes(one));
  throw new CannotRead(`OCR does not know ${missing.join(', ')} here. The languages it knows: ${known.join(', ')}.`);
}

/** Ends what OCR keeps running between pages, so that the process can end. */
export async function closeOcr(): Promise<void> {
  engines = undefined;
  await closeTesseractJs();
}

async function ocrEngines(): Promise<OcrEngine[]> {
  engines ??= Promise.all([systemTesseract(), tesseractJs()]).then((all) => all.filter((one) => one !== null));
  return engines;
}
