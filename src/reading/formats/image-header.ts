/** What an image says of itself before a pixel of it is unpacked. */
export interface ImageFacts {
  /** In pixels, as they are stored. */
  width: number;
  height: number;
  /** Dots per inch; null where it does not say. */
  dpi: number | null;
  /** Was the camera held so that it is shown otherwise than it is stored? */
  isTurned: boolean;
}

const INCH_IN_METRES = 0.0254;

/** Reads a PNG, JPEG, GIF, WebP or BMP; null when it is none of them, or damaged. */
export function imageFacts(bytes: Buffer): ImageFacts | null {
  try {
    const facts = png(bytes) ?? jpeg(bytes) ?? gif(bytes) ?? webp(bytes) ?? bmp(bytes);
    return facts && facts.width > 0 && facts.height > 0 ? facts : null;
  } catch (error) {
    // It ends too early.
    if ((error as Error).name === 'RangeError') return null;
    throw error;
  }
}

function png(bytes: Buffer): ImageFacts | null {
  if (bytes.toString('latin1', 0, 8) !== '\u0089PNG\r\n\u001a\n') return null;
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const at = bytes.subarray(0, 4096).indexOf('pHYs', 0, 'latin1');
  const dpi = at > 0 && bytes[at + 12] === 1 ? bytes.readUInt32BE(at + 4) * INCH_IN_METRES : null;
  return { ...size, dpi: sane(dpi), isTurned: false };
}

function jpeg(bytes: Buffer): ImageFacts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let dpi: number | null = null;
  let isTurned = false;
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe0 && segment.toString('latin1', 0, 4) === 'JFIF') dpi = jfifDpi(segment);
    if (marker === 0xe1 && segment.toString('latin1', 0, 4) === 'Exif') isTurned = exifTurn(segment.subarray(6)) > 1;
    // Frames of all kinds but the tables that lie between their numbers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: segment.readUInt16BE(3), height: segment.readUInt16BE(1), dpi: sane(dpi), isTurned };
    }
    if (length < 2 || marker === 0xd9) return null;
    at += 2 + length;
  }
}

function jfifDpi(segment: Buffer): number | null {
  const [unit, density] = [segment.readUInt8(7), segment.readUInt16BE(8)];
  if (unit === 1) return density;
  return unit === 2 ? density * 2.54 : null;
}

/** 1 to 8, where 1 is upright. */
function exifTurn(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  for (let i = 0, at = start + 2; i < short(start) && at + 12 <= tiff.length; i += 1, at += 12) {
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}

function gif(bytes: Buffer): ImageFacts | null {
  if (!/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return null;
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), dpi: null, isTurned: false };
}

function webp(bytes: Buffer): ImageFacts | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const rest = { dpi: null, isTurned: false };
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, ...rest };
  if (kind === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, ...rest };
  if (kind !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, ...rest };
}

function bmp(bytes: Buffer): ImageFacts | null {
  if (bytes.toString('latin1', 0, 2) !== 'BM') return null;
  if (bytes.readUInt32LE(14) < 40) {
    return { width: bytes.readUInt16LE(18), height: bytes.readUInt16LE(20), dpi: null, isTurned: false };
  }
  const dpi = bytes.readInt32LE(38) * INCH_IN_METRES;
  return { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)), dpi: sane(dpi), isTurned: false };
}

/** Seventy-two is what programs write that do not know. */
function sane(dpi: number | null): number | null {
  return dpi !== null && dpi > 73 && dpi <= 2400 ? dpi : null;
}
