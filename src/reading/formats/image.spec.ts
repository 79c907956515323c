import { afterAll, describe, expect, it } from '@jest/globals';
import { pngOf, scanOf } from '../../../test/support/pixels.ts';
import { readBytes } from '../../../test/support/read-file.ts';
import { CannotRead } from '../extractor.ts';
import { closeOcr, ocrIsThere, recognise } from '../ocr.ts';
import { tesseractJs } from '../tesseract-js.ts';
import { textOfTsv } from '../tesseract-tsv.ts';
import { imageFacts } from './image-header.ts';
import { tiffPages } from './tiff.ts';

afterAll(closeOcr);

const LINES = ['Four crates of rifles were lost', 'at the northern base in March'];
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('OCR', () => {
  it('reads a scan, with a box around each word; the program that came with the desk reads it too', async () => {
    const png = await scanOf(LINES);
    const { pages, total, reader } = await readBytes(png, 'scan.png');
    const [page] = pages;
    expect(page).toMatchObject({ number: 1, source: 'ocr', width: 400, height: 200, hidden: null });
    expect(page?.text.split(/\n+/)).toEqual(LINES);
    expect(total).toBe(1);
    const rifles = page?.boxes?.find(({ at, length }) => page.text.slice(at, at + length) === 'rifles');
    const [left, top, right, bottom] = rifles!.box;
    // It was set at 14 points on the upper of two lines, 50 points from the top edge.
    expect(top).toBeGreaterThan(0.15);
    expect(bottom).toBeLessThan(0.3);
    expect(left).toBeGreaterThan(0.25);
    expect(right - left).toBeLessThan(0.15);
    expect(reader).toBe(await ocrIsThere());
    expect(reader).toMatch(/^tesseract(\.js)? \d+\.\d+/);
    // Where the system has no Tesseract, it has read the page already.
    const own = await tesseractJs();
    expect(textOfTsv(await own!.recognise(png, 'eng')).text.split(/\n+/)).toEqual(LINES);
    await expect(recognise({ png: Buffer.from('no image at all') }, 'eng')).rejects.toThrow(
      'OCR cannot read this image.',
    );
  });

  it.each(['-l', 'eng;rm', '../eng', 'eng+', 'EN', ''])('refuses %j as a language', async (language) => {
    await expect(recognise({ png: new Uint8Array() }, language)).rejects.toThrow(/no name that Tesseract has/);
  });

  it('says which languages there are', async () => {
    await expect(recognise({ png: new Uint8Array() }, 'eng+tlh_xx')).rejects.toThrow(
      /does not know tlh_xx here.*knows: .*eng/,
    );
  });
});

describe('the header of an image', () => {
  it.each([
    ['GIF', '474946383961 4001 f000 800000', 320, 240],
    ['WebP, lossy', '52494646 00000000 57454250 56503820 00000000 300100 9d012a 4001 f000', 320, 240],
    ['WebP, lossless', '52494646 00000000 57454250 5650384c 00000000 2f 3fc13b00', 320, 240],
    ['WebP, extended', '52494646 00000000 57454250 56503858 0a000000 00000000 3f0100 ef0000', 320, 240],
    [
      'BMP',
      '424d 00000000 00000000 36000000 28000000 40010000 10ffffff 0100 1800 00000000 00000000 c31e0000 c31e0000',
      320,
      240,
    ],
    ['BMP of OS/2', '424d 00000000 00000000 1a000000 0c000000 4001 f000 0100 1800', 320, 240],
    [
      'JPEG',
      'ffd8 ffe0 0010 4a46494600 0101 01 00c8 00c8 0000 ffff ffc4 0004 0000 ffc2 0011 08 00f0 0140 03 012200 021101 031101',
      320,
      240,
    ],
  ])('tells the size of a %s', (_, bytes, width, height) => {
    expect(imageFacts(hex(bytes))).toMatchObject({ width, height, isTurned: false });
  });

  it('tells the dots of a JPEG and of a PNG, and does not believe 72', () => {
    const jpeg = (unit: string, dots: string) =>
      hex(`ffd8 ffe0 0010 4a46494600 0101 ${unit} ${dots} ${dots} 0000 ffc0 0011 08 00f0 0140 03 012200 021101 031101`);
    expect(imageFacts(jpeg('01', '00c8'))?.dpi).toBe(200);
    expect(imageFacts(jpeg('02', '0064'))?.dpi).toBe(254);
    expect(imageFacts(jpeg('01', '0048'))?.dpi).toBeNull();
    expect(imageFacts(jpeg('00', '0001'))?.dpi).toBeNull();
    expect(imageFacts(pngOf(new Uint8Array(1), 1, 1))?.dpi).toBeCloseTo(200, 0);
  });

  it.each(['II', 'MM'])('sees that a camera was turned (%s)', (order) => {
    const entry =
      order === 'II'
        ? '2a00 08000000 0100 1201 0300 01000000 0600 0000 00000000'
        : '002a 00000008 0001 0112 0003 00000001 0006 0000 00000000';
    const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(order), hex(entry)]);
    const size = Buffer.from([0, exif.length + 2]);
    const file = Buffer.concat([hex('ffd8 ffe1'), size, exif, hex('ffc0 0011 08 00f0 0140 03 012200 021101 031101')]);
    expect(imageFacts(file)).toMatchObject({ width: 320, height: 240, isTurned: true });
  });

  it('refuses an image that unpacks to more than can be held, before it unpacks it', async () => {
    const bomb = pngOf(new Uint8Array(1), 1, 1, [60_000, 60_000]);
    await expect(readBytes(bomb, 'bomb.png')).rejects.toThrow('60,000 × 60,000 pixels');
    await expect(readBytes(bomb.subarray(0, 20), 'cut.png')).rejects.toBeInstanceOf(CannotRead);
  });
});

/** The top of a box and a line, as three programs of a scanner keep it; made with ImageMagick, which draws it so. */
const DRAWN = [
  '',
  '.........................#',
  '...##################.....##',
  '...##################.......#',
  '...##################........#',
];
const GROUP4 =
  'SUkqACIAAACVamAIZyMMpGyj7PPDK/Z8wyrFgrUOACACAA8AAAEDAAEAAAAoAAAAAQEDAAEAAAAMAAAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAAAAAAACgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAAAMAAAAFwEEAAEAAAAZAAAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAEAPgEFAAIAAAAMAQAAPwEFAAYAAADcAAAAAAAAAIXrUQAAAIAAw/WoAAAAAALNzEwAAAAAAc3MTAAAAIAAzcxMAAAAAAKPwvUAAAAAEDcaoAAAAAACK4cKAAAAIAA=';
const LZW =
  'SUkqAGAAAACAP8AQOCQWDQeEQmCQKFQ2CgGGQ6GAGHQeIgCKReEROKwaNRiPwWOR2FwiIQqRyQASGMSuNwOKSqXQqTx6YTKZzSczOYyqWQaazucSSaz+hzp/0ajzSAgAEAAAAQMAAQAAACgAAAABAQMAAQAAAAwAAAACAQMAAQAAAAgAAAADAQMAAQAAAAUAAAAGAQMAAQAAAAEAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAAAwAAAAXAQQAAQAAAFcAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQA9AQMAAQAAAAIAAAA+AQUAAgAAAFYBAAA/AQUABgAAACYBAAAAAAAAhetRAAAAgADD9agAAAAAAs3MTAAAAAABzcxMAAAAgADNzEwAAAAAAo/C9QAAAAAQNxqgAAAAAAIrhwoAAAAgAA==';
const JPEG =
  'SUkqADgBAAD/2P/AAAsIAAwAKAEBEQD/2gAIAQEAAD8An+NfxE8VeEfGVnYaHqv2S1k09JmT7PFJlzJICcupPRR+Vecf8Lt+If8A0MP/AJJW/wD8br0f4KfETxV4u8ZXlhrmq/a7WPT3mVPs8UeHEkYByig9GP5165PDqekXEt3ZG71S0lctJp7SR+ZESc7oXcrkbicpI2ACNhUIEbQ03VbHV7dp7C5jnRHMcgXhonABKOp5RxkZVgCO4FV9S8NaDrNwtxqmiabfTqgRZLq1SVguScAsCcZJOPc1T/4QTwf/ANCpof8A4Lof/iauab4a0HRrhrjS9E02xnZCjSWtqkTFcg4JUA4yAcewrUrm/F8bado2o+I7GaS21DT7KSbcgUrcpGrOIpQQdybs8jDLubay7mz/AP/ZEAAAAQMAAQAAACgAAAABAQMAAQAAAAwAAAACAQMAAQAAAAgAAAADAQMAAQAAAAcAAAAGAQMAAQAAAAEAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAAAwAAAAXAQQAAQAAADABAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQA+AQUAAgAAAFADAAA/AQUABgAAACADAABbAQcAIQEAAP4BAAAAAAAA/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/xAAfAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgv/xAC1EAACAQMDAgQDBQUEBAAAAX0BAgMABBEFEiExQQYTUWEHInEUMoGRoQgjQrHBFVLR8CQzYnKCCQoWFxgZGiUmJygpKjQ1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4eLj5OXm5+jp6vHy8/T19vf4+fr/2QCF61EAAACAAMP1qAAAAAACzcxMAAAAAAHNzEwAAACAAM3MTAAAAAACj8L1AAAAABA3GqAAAAAAAiuHCgAAACAA';

describe('TIFF', () => {
  it.each([
    ['Group 4', GROUP4, 'P4'],
    ['LZW', LZW, 'P5'],
    ['JPEG', JPEG, 'P6'],
  ])('is unpacked from %s to the same picture', (_, base64, kind) => {
    const [page, ...others] = tiffPages(Buffer.from(base64, 'base64'));
    expect(others).toEqual([]);
    const drawn = drawing(page!.decode());
    expect(drawn.kind).toBe(kind);
    expect(drawn.rows.slice(0, 5)).toEqual(DRAWN);
  });

  it('has all its pages, ends at a circle of them, and leaves out thumbnails', () => {
    const tiff = (...directories: [kind: number, next: number][]) => {
      const bytes = directories.map(([kind, next]) =>
        hex(
          `0300 fe00 0400 01000000 0${kind}000000 0001 0300 01000000 02000000 0101 0300 01000000 03000000 ${hexOf(next)}`,
        ),
      );
      return Buffer.concat([hex('49492a00 08000000'), ...bytes]);
    };
    const size = 42;
    expect(tiffPages(tiff([0, 8 + size], [0, 8 + 2 * size], [1, 8]))).toMatchObject([
      { width: 2, height: 3 },
      { width: 2, height: 3 },
    ]);
    expect(() => tiffPages(tiff([1, 0]))).toThrow(CannotRead);
    expect(() => tiffPages(tiff([0, 0]))[0]!.decode()).toThrow(/damaged/);
  });
});

function hexOf(number: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes.toString('hex');
}

/** Dark pixels of a PNM as `#`. */
function drawing(pnm: Buffer): { kind: string; rows: string[] } {
  const [kind = '', size = ''] = pnm.toString('latin1', 0, 12).split('\n');
  const [width = 0, height = 0] = size.split(' ').map(Number);
  const data = pnm.subarray(kind.length + size.length + 2 + (kind === 'P4' ? 0 : 4));
  const isDark = (x: number, y: number) =>
    kind === 'P4'
      ? ((data[y * Math.ceil(width / 8) + (x >> 3)]! >> (7 - (x & 7))) & 1) === 1
      : data[(y * width + x) * (kind === 'P6' ? 3 : 1)]! < 128;
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => (isDark(x, y) ? '#' : '.')).join(''),
  );
  return { kind, rows: rows.map((row) => row.replace(/\.+$/, '')) };
}
