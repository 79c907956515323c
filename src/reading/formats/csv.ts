import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import type { Extractor, FileToRead, ReadPage, Tell } from '../extractor.ts';
import { PageBuilder, ROWS } from './page-builder.ts';
import { endingOf, mayBeText } from './by-name.ts';
import { rowText } from './row-text.ts';
import { decoded, type Encoding, encodingOf, linesOf } from './text-lines.ts';

const NAMES = /^\.(csv|tsv|tab|psv)$/;
const DELIMITERS = [',', ';', '\t', '|'];
/** In bytes. A longer row is a quote that somebody forgot to close. */
const LONGEST_ROW = 256 * 1024;
const LENIENT = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true } as const;

/** Tables as text: a row a line, cells with tabs between them. The first row, which names the columns, stands where it is. */
export const csv: Extractor = {
  name: 'csv-parse 7',
  reads: (file) => mayBeText(file, NAMES) && NAMES.test(endingOf(file.filename)),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const encoding = await encodingOf(file.path);
    const builder = new PageBuilder(ROWS);
    for await (const cells of rows(file.path, encoding, await delimiterOf(file, encoding))) {
      builder.add(rowText(cells));
      yield* builder.take();
    }
    builder.end();
    tell.total(builder.count);
    yield* builder.take();
  },
};

/** Once a quote turns out to be none, the rest of the file is read as if quotes meant nothing: nothing of it is lost. */
async function* rows(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<string[]> {
  const parser = parse({ ...LENIENT, delimiter, info: true, max_record_size: LONGEST_ROW });
  const fed = pipeline(Readable.from(decoded(path, encoding)), parser).catch(() => {});
  let linesRead = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      linesRead = info.lines;
      yield record;
    }
    return;
  } catch (error) {
    if (!isCsvError(error)) throw error;
  } finally {
    parser.destroy();
    await fed;
  }
  let line = 0;
  for await (const lines of linesOf(decoded(path, encoding))) {
    for (const text of lines) if (++line > linesRead && text !== '') yield text.split(delimiter);
  }
}

/** What divides the first rows into the same number of cells, and into most of them. */
async function delimiterOf(file: FileToRead, encoding: Encoding): Promise<string> {
  const head: string[] = [];
  for await (const lines of linesOf(decoded(file.path, encoding))) {
    head.push(...lines.filter((line) => line.trim() !== '').slice(0, 50 - head.length));
    if (head.length >= 50) break;
  }
  const usual = endingOf(file.filename) === '.csv' ? ',' : '\t';
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(head.join('\n'), delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  const usualScore = scored.find(({ delimiter }) => delimiter === usual)?.score ?? 0;
  return best.score > usualScore ? best.delimiter : usual;
}

/** How many cells the typical row has, times the share of rows that have as many; 0 if it divides nothing. */
function evenness(text: string, delimiter: string): number {
  let records: string[][];
  try {
    records = parseNow(text, { ...LENIENT, delimiter, max_record_size: LONGEST_ROW });
  } catch {
    records = text.split('\n').map((line) => line.split(delimiter));
  }
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells, often] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [1, 0]);
  return cells < 2 ? 0 : cells * (often / records.length);
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
