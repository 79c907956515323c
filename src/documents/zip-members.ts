import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { DeskError } from '../errors.ts';
import { cleanFilename } from './filename.ts';
import { type Limits, type Member, Names, refusedMember, refusedSource } from './members.ts';

/** More than deflate makes of pages; bombs promise a thousandfold and, with layers that overlap, millionfold. */
const MOST_RATIO = 200;
/** Below this nothing is a bomb. */
const SMALL_BYTES = 16 * 1024 * 1024;
const LONGEST_PATH = 1000;
const FILE_TYPE = 0o170000;
const ORDINARY: readonly number[] = [0, 0o100000, 0o040000];
/** What a Mac adds for itself. */
const JUNK = /^__MACOSX\/|(^|\/)\.DS_Store$/;

/** An entry whose name and numbers were looked at. */
interface Vetted {
  entry: Entry;
  name: string;
}

/**
 * The files in a ZIP on the local disk, in the order of its list. Everything that the list says is looked at before the
 * first byte is read; what it lies about is found while reading. Nothing is ever written under a member's name.
 */
export async function* zipMembers(path: string, limits: Limits): AsyncGenerator<Member> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true }).catch(
    broken,
  );
  try {
    const files = await vetted(zip, limits);
    const names = new Names();
    for (const { entry, name } of files) {
      const shown = name.split('/').filter(Boolean).map(cleanFilename).join('/');
      yield { path: shown, filename: names.give(name), bytes: bytesOf(zip, entry, name) };
    }
  } finally {
    zip.close();
  }
}

async function vetted(zip: ZipFile, limits: Limits): Promise<Vetted[]> {
  if (zip.entryCount > limits.members * 2) throw refusedSource(`its list has ${zip.entryCount} entries`);
  const files: Vetted[] = [];
  let promised = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      vetKind(entry, name);
      if (name.endsWith('/') || JUNK.test(name)) continue;
      promised += entry.uncompressedSize;
      files.push({ entry, name });
    }
    await vetPlaces(zip, files);
  } catch (error) {
    return broken(error);
  }
  if (files.length > limits.members) throw refusedSource(`it holds more than ${limits.members} files`);
  if (promised > limits.bytes) {
    throw refusedSource(`it promises ${promised} bytes, and this desk takes ${limits.bytes} at once`);
  }
  if (promised > SMALL_BYTES && promised > zip.fileSize * MOST_RATIO) {
    throw refusedSource(`it promises ${promised} bytes out of ${zip.fileSize}: more than ${MOST_RATIO} to 1`);
  }
  return files;
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  // Backslashes, as old programs for Windows write them, are read as slashes.
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  if (name.includes('\0')) throw refusedMember(name, 'has a NUL character in its name');
  if (name.length > LONGEST_PATH) throw refusedMember(name, `has a name of more than ${LONGEST_PATH} characters`);
  if (name === '' || validateFileName(name) !== null) {
    throw refusedMember(name, 'has a name that leads out of the archive, or is none');
  }
  return name;
}

function vetKind(entry: Entry, name: string): void {
  if (entry.isEncrypted()) throw refusedMember(name, 'is encrypted: unpack it yourself and attach what is in it');
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (!ORDINARY.includes(mode)) throw refusedMember(name, 'is a link or a device and no file');
  if (![0, 8].includes(entry.compressionMethod)) {
    throw refusedMember(name, `is packed by a method (${entry.compressionMethod}) that is not known here`);
  }
}

/** Members that share bytes are no members but a bomb, or a way to show one file to us and another to somebody else. */
async function vetPlaces(zip: ZipFile, files: readonly Vetted[]): Promise<void> {
  const inPlace = files.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { entry, name } of inPlace) {
    if (entry.relativeOffsetOfLocalHeader < end) throw refusedMember(name, 'overlaps another one');
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    end = fileDataStart + entry.compressedSize;
  }
}

async function* bytesOf(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw error instanceof DeskError ? error : refusedMember(name, `is broken (${wordsOf(error)})`);
  }
  if (sum !== entry.crc32) throw refusedMember(name, 'is broken: its checksum differs');
}

function broken(error: unknown): never {
  if (error instanceof DeskError) throw error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/^E[A-Z]+$/.test(code)) throw error;
  throw refusedSource(`it is no ZIP that can be read (${wordsOf(error)})`);
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/[^\x20-\x7e]/g, '?').slice(0, 120);
}
