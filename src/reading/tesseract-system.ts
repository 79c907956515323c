import { spawn } from 'node:child_process';
import { CannotRead } from './extractor.ts';
import { type OcrEngine, TookTooLong } from './ocr-engine.ts';

/** A page of small print takes some ten seconds; a picture of noise can take minutes. */
const PAGE_MS = 120_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** The `tesseract` on the PATH; null when there is none, or one that is too old to say its languages. */
export async function systemTesseract(): Promise<OcrEngine | null> {
  const [version, list] = await Promise.all([run(['--version']), run(['--list-langs'])]).catch(() => [null, null]);
  const number = /^tesseract v?(\d+\.[\w.-]+)/m.exec(version ?? '')?.[1];
  // The first line says where they lie; `osd` tells which way is up and reads nothing.
  const languages = (list ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
  const known = languages.filter((language) => /^[a-z_]{3,10}$/.test(language) && language !== 'osd');
  if (number === undefined || known.length === 0) return null;
  return {
    name: `tesseract ${number}`,
    languages: known,
    turns: false,
    recognise: (image, language) => run(['stdin', 'stdout', '-l', language, '--psm', '3', 'tsv'], image),
  };
}

/** What the program prints. It is killed when it takes too long; it reads and writes no file. */
async function run(args: readonly string[], input?: Uint8Array): Promise<string> {
  return new Promise((done, failed) => {
    // With more threads than free cores it takes ten times as long.
    const child = spawn('env', ['OMP_THREAD_LIMIT=1', 'tesseract', ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: PAGE_MS,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    let length = 0;
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MOST_OUTPUT) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString('utf8')).slice(0, 2000)));
    // It may end before it has read everything.
    child.stdin.on('error', () => {});
    child.on('error', failed);
    child.on('close', (code, signal) => {
      if (code === 0) done(Buffer.concat(chunks).toString('utf8'));
      else if (signal) failed(new TookTooLong());
      else failed(new CannotRead('OCR cannot read this image.', { cause: complaint }));
    });
    child.stdin.end(input);
  });
}
