import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, open, type ZipFile } from 'yauzl';
import {
  type BagSource,
  type Held,
  MOST_MEMBERS,
  pathFault,
  plainWords,
  sharedPlaces,
  shown,
  Unreadable,
} from './bag-source.ts';

/** What a member may grow to when it is unpacked: a ZIP of kilobytes that holds terabytes is there to do harm. */
const MOST_GROWTH = 100;
const FREE_GROWTH_BYTES = 64 * 1024 * 1024;
/** Between two members at most the sums that follow a member's bytes, in their long form. */
const LONGEST_GAP = 24;
const FILE_TYPE = 0o170000;
const ORDINARY = 0o100000;

interface ZipMember extends Held {
  entry: Entry;
}

/**
 * Opens a ZIP from outside. Throws `Unreadable` for what is none, and for one that is built to do harm. Everything is
 * read from its list of contents; that what lies before the members says the same is checked, since other programs go by that.
 */
export async function openZip(file: string): Promise<BagSource> {
  const zip = await opened(file);
  try {
    const directory = zip.readEntryCursor as unknown as number;
    const entries = await listed(zip);
    const files = entries.filter((entry) => !entry.fileName.endsWith('/'));
    const faults = files.flatMap(entryFaults);
    mustNotGrow(entries, zip.fileSize);
    faults.push(...(await layoutFaults(zip, entries, directory)));
    const members: ZipMember[] = files.map((entry) => ({ path: entry.fileName, size: entry.uncompressedSize, entry }));
    faults.push(...sharedPlaces(members.map(({ path }) => path)).map((path) => `${shown(path)} is there twice`));
    return {
      members: members.filter(({ path }) => pathFault(path) === null),
      faults,
      read: (member) => bytesOf(zip, (member as ZipMember).entry),
      close: () => Promise.resolve(zip.close()),
    };
  } catch (error) {
    zip.close();
    throw asUnreadable(error);
  }
}

function opened(file: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    open(file, options, (error, zip) => (error ? reject(asUnreadable(error)) : resolve(zip)));
  });
}

async function listed(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_MEMBERS) {
    throw new Unreadable(`it claims to hold ${zip.entryCount} files; ${MOST_MEMBERS} are the most that is read`);
  }
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
}

function entryFaults(entry: Entry): string[] {
  const { fileName } = entry;
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  const faults = [
    pathFault(fileName),
    type !== 0 && type !== ORDINARY && 'is a link or a device, not a file',
    entry.isEncrypted() && 'is encrypted',
    !entry.isEncrypted() && !entry.canDecodeFileData() && 'is packed in a way that is not known here',
    !entry.fileNameRaw.equals(Buffer.from(fileName, 'utf8')) && 'has another name for other programs',
  ];
  return faults.filter((fault) => typeof fault === 'string').map((fault) => `${shown(fileName)} ${fault}`);
}

function mustNotGrow(entries: readonly Entry[], fileSize: number): void {
  const bomb = entries.find(
    ({ compressedSize, uncompressedSize }) => uncompressedSize > FREE_GROWTH_BYTES + compressedSize * MOST_GROWTH,
  );
  if (bomb) throw new Unreadable(`${shown(bomb.fileName)} would grow to ${bomb.uncompressedSize} bytes`);
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > FREE_GROWTH_BYTES + fileSize * MOST_GROWTH) throw new Unreadable(`it would grow to ${total} bytes`);
}

/** Members that overlap, bytes that belong to no member, and members that are called otherwise where they begin. */
async function layoutFaults(zip: ZipFile, entries: readonly Entry[], directory: number): Promise<string[]> {
  const faults: string[] = [];
  let end = 0;
  for (const [i, entry] of entries.entries()) {
    const { relativeOffsetOfLocalHeader: start, fileName } = entry;
    if (start < end) throw new Unreadable(`${shown(fileName)} overlaps with the file before it`);
    if (start - end > (i === 0 ? 0 : LONGEST_GAP))
      faults.push(`before ${shown(fileName)} lie bytes that belong to no file`);
    const local = await zip.readLocalFileHeaderPromise(entry);
    const known = (local.generalPurposeBitFlag & 8) === 0;
    const same =
      local.fileName.equals(entry.fileNameRaw) &&
      local.compressionMethod === entry.compressionMethod &&
      (!known || (local.crc32 === entry.crc32 && isSame(local.compressedSize, entry.compressedSize)));
    if (!same) faults.push(`${shown(fileName)} is listed otherwise than it is written`);
    end = local.fileDataStart + entry.compressedSize;
  }
  if (directory < end) throw new Unreadable('its list of contents overlaps with a file');
  if (directory - end > LONGEST_GAP) faults.push('before the list of contents lie bytes that belong to no file');
  return faults;
}

/** Of large files the short field says only that they are large. */
function isSame(local: number, listedSize: number): boolean {
  return local === listedSize || local === 0xffffffff;
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  const stream = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
    throw asUnreadable(error);
  });
  return Readable.from(checked(stream, entry), { objectMode: false });
}

async function* checked(stream: Readable, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw asUnreadable(error);
  }
  if (sum !== entry.crc32) throw new Unreadable('its bytes are not those that were packed (CRC-32)');
}

function asUnreadable(error: unknown): Error {
  if (error instanceof Unreadable) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  // The disk's troubles are no fault of the file.
  if (error instanceof Error && /^E[A-Z]+$/.test(code ?? '')) return error;
  return new Unreadable(plainWords(String(message)), { cause: error });
}
