import { readFile } from 'node:fs/promises';

/** The number of this release, as package.json says it. */
export async function release(): Promise<string> {
  const about = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(about) as { version: string }).version;
}
