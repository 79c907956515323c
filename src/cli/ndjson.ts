import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A file of JSON values, one a line, read as a stream. */
export async function* readLines<T>(path: string): AsyncGenerator<T> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as T;
}
