import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { CannotRead, type Extractor } from './extractor.ts';
import { formats } from './formats/all.ts';
import { closeOcr } from './ocr.ts';
import { imageOf, pdf, wordsOnPage } from './pdf.ts';
import { type Task, type Told, TOLD_ON } from './protocol.ts';

/*
 * The process in which files from strangers are opened. It gets one task, has neither settings nor database nor
 * network to use, and is killed at its limits by whoever started it, or by its own guard.
 */

const extractors: readonly Extractor[] = [pdf, ...formats];

function tell(told: Told): void {
  const line = Buffer.from(`${JSON.stringify(told)}\n`);
  // Waits while nobody reads: the pages pile up there, not here.
  for (let done = 0; done < line.length;) done += writeSync(TOLD_ON, line, done);
}

async function work(task: Task): Promise<void> {
  const { file } = task;
  if (task.do === 'draw') await writeFile(task.into, await imageOf(file, task.page, task.width), { mode: 0o600 });
  if (task.do === 'find-words') tell({ is: 'words', ...(await wordsOnPage(file, task.page)) });
  if (task.do !== 'read') return;
  const extractor = extractors.find((one) => one.reads(file));
  if (!extractor) return tell({ is: 'none' });
  const recognising = () => tell({ is: 'recognising' });
  if (file.mediaType.startsWith('image/')) recognising();
  const pages = extractor.pages(file, {
    total: (count) => tell({ is: 'total', pages: count }),
    broken: (number, reason) => tell({ is: 'broken', number, reason }),
    recognising,
  });
  try {
    for await (const page of pages) tell({ is: 'page', page });
  } finally {
    // Only now do those that recognise words know by which program, and its version.
    tell({ is: 'reader', name: extractor.name });
    await closeOcr();
  }
}

const task = JSON.parse(await text(process.stdin)) as Task;
new Worker(new URL('./guard.js', import.meta.url), {
  workerData: { memoryBytes: task.memoryBytes, parent: process.ppid },
}).unref();
tell({ is: 'begun' });
try {
  await work(task);
} catch (error) {
  // What is no verdict on the file is a fault of ours, and ends the process with its words.
  if (!(error instanceof CannotRead)) throw error;
  tell({ is: 'cannot', reason: error.message });
}
tell({ is: 'done' });
process.exit(0);
