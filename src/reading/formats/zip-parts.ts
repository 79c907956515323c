import { promisify } from 'node:util';
import { type Entry, open as openZip, type ZipFile } from 'yauzl';
import { CannotRead } from '../extractor.ts';

const MIB = 1024 * 1024;
export const ZIP_LIMITS = { parts: 20_000, part: 512 * MIB, total: 1024 * MIB, ratio: 250, ratioFrom: 16 * MIB };

const DAMAGED =
  'The file is damaged: it is a ZIP archive inside, and that cannot be unpacked. Open and save it once more.';
const BOMB = 'The file is refused: it is small, but unpacks to far more than any document of this kind holds.';

/** The parts of a ZIP archive, unpacked as a stream and never onto the disk. Throws `CannotRead` where limits end it. */
export class ZipParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  static async open(path: string): Promise<ZipParts> {
    // A wrong size in the directory is an error of yauzl's, so what is checked here holds.
    const zip = await new Promise<ZipFile>((done, failed) => {
      const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
      openZip(path, options, (error, opened) => (error ? failed(damaged(error)) : done(opened)));
    });
    try {
      return new ZipParts(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Names are compared without regard to case, as Office does. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The content of a part; nothing where there is none. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return;
    this.#refuseBomb(entry);
    try {
      const stream = await promisify(this.#zip.openReadStream.bind(this.#zip) as Opens)(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk;
    } catch (error) {
      throw damaged(error);
    }
  }

  close(): void {
    this.#zip.close();
  }

  #refuseBomb({ uncompressedSize: size, compressedSize: packed }: Entry): void {
    this.#unpacked += size;
    const isDense = size > ZIP_LIMITS.ratioFrom && size > packed * ZIP_LIMITS.ratio;
    if (isDense || size > ZIP_LIMITS.part || this.#unpacked > ZIP_LIMITS.total) throw new CannotRead(BOMB);
  }
}

type Opens = (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ZIP_LIMITS.parts) throw new CannotRead(BOMB);
  const entries = new Map<string, Entry>();
  await new Promise<void>((done, failed) => {
    zip.once('error', (error) => failed(damaged(error)));
    zip.once('end', () => done());
    zip.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) failed(new CannotRead('The file is protected by a password.'));
      // The first of a name: two parts of one name are a trick.
      const name = entry.fileName.toLowerCase();
      if (!entries.has(name)) entries.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

function damaged(error: unknown): CannotRead {
  return error instanceof CannotRead ? error : new CannotRead(DAMAGED, { cause: error });
}
