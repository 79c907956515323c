import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sniffMediaType } from '../../src/documents/media-type.ts';
import type { ReadPage } from '../../src/reading/extractor.ts';
import { formats } from '../../src/reading/formats/all.ts';

export interface FileRead {
  reader: string;
  pages: ReadPage[];
  total: number | null;
  broken: { number: number; reason: string }[];
}

/** Reads bytes under a name as the desk does: by what their beginning says, by the first format that takes them. */
export async function readBytes(bytes: Uint8Array | string, filename: string, language = 'eng'): Promise<FileRead> {
  const dir = await mkdtemp(join(tmpdir(), 'foia-formats-'));
  try {
    const content = Buffer.from(bytes as Uint8Array);
    // The name is a label: nothing may depend on where the copy lies.
    await writeFile(join(dir, 'copy'), content);
    return await readPath(join(dir, 'copy'), content, filename, language);
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function readPath(path: string, content: Buffer, filename: string, language: string): Promise<FileRead> {
  const mediaType = await sniffMediaType(content.subarray(0, 64 * 1024));
  const format = formats.find((one) => one.reads({ mediaType, filename }));
  if (!format) throw new Error(`Nothing reads ${filename} (${mediaType}).`);
  const read: FileRead = { reader: '', pages: [], total: null, broken: [] };
  const tell = {
    total: (pages: number) => void (read.total = pages),
    broken: (number: number, reason: string) => void read.broken.push({ number, reason }),
  };
  for await (const page of format.pages({ path, size: content.length, mediaType, filename, language }, tell)) {
    read.pages.push(page);
  }
  read.reader = format.name;
  return read;
}

/** The texts of all pages. */
export async function textsOf(bytes: Uint8Array | string, filename: string): Promise<string[]> {
  return (await readBytes(bytes, filename)).pages.map(({ text }) => text);
}
