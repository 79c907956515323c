import UTIF from 'utif2';
import { CannotRead } from '../extractor.ts';

export interface TiffPage {
  /** In pixels. */
  width: number;
  height: number;
  /** Dots per inch; null where it does not say. */
  dpi: number | null;
  /** As PNM, which every OCR reads. Throws `CannotRead` when it cannot be unpacked. */
  decode(): Buffer;
}

/** Tags by their numbers. */
type Directory = Map<number, number[]>;

const MOST_PAGES = 5_000;
const MOST_VALUES = 1_000_000;
/** Bytes of one value by the number of its type: byte, text, short, long, fraction … */
const SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8];
const JPEGS: readonly number[] = [6, 7];
const DAMAGED = 'The TIFF is damaged: this page of it cannot be unpacked.';

const [KIND, WIDTH, HEIGHT, BITS, COMPRESSION, COLOURS, SAMPLES, DPI, UNIT] = [
  254, 256, 257, 258, 259, 262, 277, 282, 296,
];

/**
 * The pages of a TIFF. We read the directories ourselves, since here lie its traps (circles, sizes that lie), and leave
 * the pixels to a library. Throws `CannotRead` if there is no page.
 */
export function tiffPages(file: Buffer): TiffPage[] {
  const isWhole = file.byteOffset === 0 && file.buffer.byteLength === file.length;
  const bytes = isWhole ? (file.buffer as ArrayBuffer) : new Uint8Array(file).buffer;
  const pages: TiffPage[] = [];
  for (const directory of directoriesOf(Buffer.from(bytes))) {
    const [width, height] = [directory.get(WIDTH)?.[0] ?? 0, directory.get(HEIGHT)?.[0] ?? 0];
    // The first bit marks a thumbnail.
    const isThumbnail = ((directory.get(KIND)?.[0] ?? 0) & 1) === 1;
    if (width === 0 || height === 0 || isThumbnail) continue;
    pages.push({ width, height, dpi: dpiOf(directory), decode: () => decode(bytes, directory) });
  }
  if (pages.length === 0) throw new CannotRead('The TIFF is damaged: no page is found in it.');
  return pages;
}

function* directoriesOf(bytes: Buffer): Generator<Directory> {
  const mark = bytes.toString('latin1', 0, 2);
  if (bytes.length < 8 || (mark !== 'II' && mark !== 'MM')) return;
  const numbers = new Numbers(bytes, mark === 'II');
  const seen = new Set<number>();
  for (let at = numbers.long(4); at > 0 && at + 2 <= bytes.length && !seen.has(at) && seen.size < MOST_PAGES;) {
    seen.add(at);
    const count = numbers.short(at);
    const end = at + 2 + count * 12;
    if (end > bytes.length) return;
    const directory: Directory = new Map();
    for (let entry = at + 2; entry < end; entry += 12) directory.set(numbers.short(entry), numbers.values(entry));
    yield directory;
    at = end + 4 <= bytes.length ? numbers.long(end) : 0;
  }
}

/** Numbers in the byte order of the file. */
class Numbers {
  readonly #bytes: Buffer;
  readonly #isLittle: boolean;

  constructor(bytes: Buffer, isLittle: boolean) {
    this.#bytes = bytes;
    this.#isLittle = isLittle;
  }

  short(at: number): number {
    return this.#isLittle ? this.#bytes.readUInt16LE(at) : this.#bytes.readUInt16BE(at);
  }

  long(at: number): number {
    return this.#isLittle ? this.#bytes.readUInt32LE(at) : this.#bytes.readUInt32BE(at);
  }

  /** The values of a directory's entry; none where they lie outside the file. */
  values(entry: number): number[] {
    const [type, count] = [this.short(entry + 2), this.long(entry + 4)];
    const size = SIZES[type] ?? 0;
    const at = size * count <= 4 ? entry + 8 : this.long(entry + 8);
    if (size === 0 || count > MOST_VALUES || at + size * count > this.#bytes.length) return [];
    return Array.from({ length: count }, (_, i) => this.#value(type, at + i * size));
  }

  #value(type: number, at: number): number {
    if (type === 3 || type === 8) return this.short(at);
    if (type === 4 || type === 9) return this.long(at);
    return type === 5 || type === 10 ? this.long(at) / (this.long(at + 4) || 1) : this.#bytes[at]!;
  }
}

/** The pixels of a page as they are, where PNM has a kind of its own for them. */
function decode(bytes: ArrayBuffer, directory: Directory): Buffer {
  const ifd = {
    ...Object.fromEntries(
      [...directory].filter(([, values]) => values.length > 0).map(([tag, values]) => [`t${tag}`, values]),
    ),
  } as UTIF.IFD;
  const [compression = 1] = directory.get(COMPRESSION) ?? [];
  // Whatever colours a JPEG within has, the library writes RGB, and wants room for it.
  if (JPEGS.includes(compression)) Object.assign(ifd, { t258: [8, 8, 8], t262: [2], t277: [3] });
  try {
    UTIF.decodeImage(bytes, ifd);
    return pnmOf(ifd);
  } catch (error) {
    throw new CannotRead(DAMAGED, { cause: error });
  }
}

function pnmOf(ifd: UTIF.IFD): Buffer {
  const { width, height, data } = ifd;
  if (!data) throw new CannotRead(DAMAGED);
  const [bits = 1] = tag(ifd, BITS);
  const [samples = 1] = tag(ifd, SAMPLES);
  const [colours = 0] = tag(ifd, COLOURS);
  const isGrey = samples === 1 && colours <= 1;
  if (isGrey && bits === 1) return pnm('P4', width, height, colours === 0 ? data : inverted(data));
  if (isGrey && bits === 8) return pnm('P5', width, height, colours === 1 ? data : inverted(data));
  if (samples === 3 && colours === 2 && bits === 8) return pnm('P6', width, height, data);
  if (samples === 4 && colours === 5 && bits === 8) return pnm('P5', width, height, greyOfInk(data, width * height));
  return pnm('P5', width, height, greyOfLight(UTIF.toRGBA8(ifd), width * height));
}

function tag(ifd: UTIF.IFD, number: number): number[] {
  return (ifd[`t${number}`] as number[] | undefined) ?? [];
}

/** Of red, green, blue and opacity, as eyes weigh them. */
function greyOfLight(rgba: Uint8Array, pixels: number): Buffer {
  const grey = Buffer.alloc(pixels);
  for (let i = 0, at = 0; i < pixels; i += 1, at += 4) {
    grey[i] = (rgba[at]! * 299 + rgba[at + 1]! * 587 + rgba[at + 2]! * 114) / 1000;
  }
  return grey;
}

/** Of cyan, magenta, yellow and black: the more ink, the darker. */
function greyOfInk(cmyk: Uint8Array, pixels: number): Buffer {
  const grey = Buffer.alloc(pixels);
  for (let i = 0, at = 0; i < pixels; i += 1, at += 4) {
    const colour = (cmyk[at]! * 299 + cmyk[at + 1]! * 587 + cmyk[at + 2]! * 114) / 1000;
    grey[i] = Math.max(0, 255 - colour - cmyk[at + 3]!);
  }
  return grey;
}

function pnm(kind: 'P4' | 'P5' | 'P6', width: number, height: number, data: Uint8Array): Buffer {
  const length = kind === 'P4' ? Math.ceil(width / 8) * height : width * height * (kind === 'P6' ? 3 : 1);
  if (data.length < length) throw new CannotRead(DAMAGED);
  return Buffer.concat([
    Buffer.from(`${kind}\n${width} ${height}\n${kind === 'P4' ? '' : '255\n'}`),
    data.subarray(0, length),
  ]);
}

function inverted(data: Uint8Array): Uint8Array {
  return data.map((byte) => ~byte);
}

function dpiOf(directory: Directory): number | null {
  const dots = directory.get(DPI)?.[0] ?? 0;
  const perInch = directory.get(UNIT)?.[0] === 3 ? dots * 2.54 : dots;
  return perInch > 73 && perInch <= 2400 ? perInch : null;
}
