import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import { CannotRead } from './extractor.ts';
import { type OcrEngine, TookTooLong } from './ocr-engine.ts';

const require = createRequire(import.meta.url);
/** The only language that comes with the desk. */
const LANGUAGE = 'eng';

/** A page of small print takes some twenty seconds. */
const PAGE_MS = 180_000;

interface Running {
  worker: Worker;
  /** Rejects when its thread dies, which its own promises do not tell. */
  died: Promise<never>;
}

type Thread = { once(event: 'error', listener: (error: Error) => void): void };

let running: Promise<Running> | undefined;

/** Tesseract as WebAssembly, out of node_modules and wholly offline; null where the package was left out. */
export async function tesseractJs(): Promise<OcrEngine | null> {
  try {
    const { version } = JSON.parse(readFileSync(require.resolve('tesseract.js/package.json'), 'utf8')) as {
      version: string;
    };
    const data = join(dirname(require.resolve(`@tesseract.js-data/${LANGUAGE}/package.json`)), '4.0.0_best_int');
    // Without it the library would wait for ever.
    if (!existsSync(join(data, `${LANGUAGE}.traineddata.gz`))) return null;
    return {
      name: `tesseract.js ${version}`,
      languages: [LANGUAGE],
      turns: true,
      recognise: async (image) => tsvOf(await (running ??= start(data)), image),
    };
  } catch {
    return null;
  }
}

export async function closeTesseractJs(): Promise<void> {
  const started = await running?.catch(() => undefined);
  running = undefined;
  await started?.worker.terminate();
}

async function start(langPath: string): Promise<Running> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  // Without `errorHandler` an image that cannot be read would end the whole process.
  const options = { langPath, gzip: true, cacheMethod: 'none', errorHandler: () => {} };
  const worker = await createWorker(LANGUAGE, OEM.LSTM_ONLY, options);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  const { worker: thread } = worker as unknown as { worker: Thread };
  const died = new Promise<never>((_, failed) => thread.once('error', failed));
  died.catch(() => {});
  return { worker, died };
}

async function tsvOf({ worker, died }: Running, image: Uint8Array): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new TookTooLong()), PAGE_MS);
  });
  try {
    const recognised = worker.recognize(Buffer.from(image), {}, { text: false, tsv: true });
    const { data } = await Promise.race([recognised, died, tooLong]);
    return data.tsv ?? '';
  } catch (error) {
    if (!(error instanceof Error)) throw new CannotRead('OCR cannot read this image.', { cause: error });
    // Dead or still busy: the next image gets a new one.
    await closeTesseractJs();
    throw error instanceof CannotRead ? error : new CannotRead('OCR broke off on this image.', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
