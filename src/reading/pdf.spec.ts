import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { box, image, line, pdfFile, type PdfPageParts, pdfOf, streamOf } from '../../test/support/pdf.ts';
import { CannotRead, type ReadPage } from './extractor.ts';
import { toPng } from './png.ts';
import { type Ocr, pdfWith, sizeWithin, wordsOnPage } from './pdf.ts';

let dir: string;
beforeAll(async () => void (dir = await mkdtemp(join(tmpdir(), 'pdf-'))));
afterAll(() => rm(dir, { recursive: true, force: true }));

async function fileOf(bytes: Buffer) {
  const path = join(dir, 'a.pdf');
  await writeFile(path, bytes);
  return { path, size: bytes.length, mediaType: 'application/pdf', filename: 'a.pdf', language: 'eng' };
}

const noOcr: Ocr = {
  ocrIsThere: () => Promise.resolve(null),
  recognise: () => Promise.reject(new Error('There is none.')),
};

async function read(bytes: Buffer, ocr = noOcr) {
  const pages: ReadPage[] = [];
  const broken: number[] = [];
  let total = 0;
  const tell = { total: (count: number) => void (total = count), broken: (n: number) => void broken.push(n) };
  for await (const page of pdfWith(ocr).pages(await fileOf(bytes), tell)) pages.push(page);
  return { pages, broken, total };
}

/** The text of a single page, and what was found under its boxes. */
async function readOne(page: PdfPageParts, ocr = noOcr) {
  const { pages } = await read(pdfOf([page]), ocr);
  const { text, hidden, source } = pages[0]!;
  return { text: text.trim(), hidden: hidden?.map((piece) => piece.text) ?? null, source };
}

describe('The text of a PDF', () => {
  it('comes page by page, line by line, with the size as shown', async () => {
    const { pages, total } = await read(
      pdfOf([
        { content: line(72, 700, 'Base Balad, crate 17') + line(72, 680, 'Second line') },
        { content: line(72, 500, 'Lying'), rotate: 90 },
        {},
      ]),
    );
    expect(total).toBe(3);
    expect(pages.map(({ text }) => text.trim())).toEqual(['Base Balad, crate 17\nSecond line', 'Lying', '']);
    expect(pages.map(({ number, width, height }) => [number, width, height])).toEqual([
      [1, 612, 792],
      [2, 792, 612],
      [3, 612, 792],
    ]);
    expect(pages.map(({ source, hidden }) => [source, hidden])).toEqual(Array(3).fill(['layer', null]));
  });

  it.each([
    [0, [72 / 612, 92 / 792]],
    [90, [700 / 792, 72 / 612]],
    [180, [1 - 72 / 612, 700 / 792]],
    [270, [92 / 792, 1 - 72 / 612]],
  ])('has the boxes of its words where they are shown, turned by %i degrees', async (rotate, [x, y]) => {
    const file = await fileOf(pdfOf([{ content: line(72, 700, 'crate seventeen'), rotate }]));
    const { text, boxes } = await wordsOnPage(file, 1);
    expect(boxes.map(({ at, length }) => text.slice(at, at + length))).toEqual(['crate', 'seventeen']);
    const [left, top, right, bottom] = boxes[0]!.box;
    const corner = { 0: [left, bottom], 90: [left, top], 180: [right, top], 270: [right, bottom] }[rotate]!;
    expect(Math.abs(corner[0]! - x!)).toBeLessThan(0.01);
    expect(Math.abs(corner[1]! - y!)).toBeLessThan(0.01);
  });

  it('holds what forms were filled with and what was noted on a page', async () => {
    const field = streamOf('/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << >>', '');
    const content = streamOf(
      '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>',
      line(2, 5, 'Filled in'),
    );
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [6 0 R] >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      content,
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Filled in) /Rect [72 600 272 620] /AP << /N 4 0 R >> >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [5 0 R] /Resources << >> >>',
      field,
    ];
    const { pages } = await read(pdfFile(objects));
    expect(pages[0]!.text).toContain('Filled in');
  });
});

describe('A redaction that hides nothing', () => {
  const secret = line(72, 700, 'Informant: John Doe') + line(72, 680, 'Seen by all');

  it.each([
    ['a black box', box(127, 696, 113, 14)],
    ['a white box', box(127, 696, 113, 14, '1')],
    ['a thick stroke', 'q 14 w 0 G 127 703 m 240 703 l S Q\n'],
  ])('is found under %s', async (_, cover) => {
    const found = await readOne({ content: secret + cover });
    expect(found).toEqual({ text: 'Informant:\nSeen by all', hidden: ['John Doe'], source: 'layer' });
  });

  it('is found under a black image, and under a label that stands on the box', async () => {
    const dot = image(1, 1, () => 0);
    const content = `${secret}q 113 0 0 14 127 696 cm /Dot Do Q\n`;
    expect(await readOne({ content, xObjects: { Dot: dot } })).toMatchObject({ hidden: ['John Doe'] });
    const label = `1 g ${line(150, 699, '(b)(6)', 0, 10)}`;
    const labelled = await readOne({ content: secret + box(127, 696, 113, 14) + label });
    expect(labelled.hidden).toEqual(['John Doe']);
    expect(labelled.text).toContain('(b)(6)');
    expect(labelled.text).not.toContain('John');
  });

  it.each([
    ['with a look of its own', 'AP'],
    ['without', ''],
  ])('is found under an annotation %s', async (_, look) => {
    const own = streamOf('/Type /XObject /Subtype /Form /BBox [0 0 113 14]', '0 g 0 0 113 14 re f');
    const annotation = '/Subtype /Square /Rect [127 696 240 710] /IC [0 0 0] /C [0 0 0] /F 4';
    const found = await readOne({
      content: secret,
      // The first object after the font is the first of `xObjects`.
      annotations: [look ? `${annotation} /AP << /N 4 0 R >>` : annotation],
      xObjects: { Own: own },
    });
    expect(found).toMatchObject({ text: 'Informant:\nSeen by all', hidden: ['John Doe'] });
  });

  it('is found within a form that is drawn smaller and elsewhere', async () => {
    const form = streamOf(
      '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>',
      secret + box(127, 696, 113, 14),
    );
    const found = await readOne({ content: 'q 0.5 0 0 0.5 100 200 cm /Form Do Q\n', xObjects: { Form: form } });
    expect(found).toMatchObject({ text: 'Informant:\nSeen by all', hidden: ['John Doe'] });
  });

  it('is found where black words stand on black', async () => {
    expect(await readOne({ content: box(127, 696, 113, 14) + secret })).toMatchObject({ hidden: ['John Doe'] });
  });

  it.each([
    ['a cell with a colour', box(60, 690, 400, 24, '0.2 0.4 0.9'), ''],
    ['a black cell with white words', `${box(60, 660, 400, 60)}1 g `, ''],
    ['a box that nothing shows through is not there', '', '/Clear gs 0 g 127 696 113 14 re f\n'],
    ['a highlight', '', '/Multiply gs 1 1 0 rg 60 690 400 30 re f\n'],
    ['a frame', '', 'q 2 w 60 670 400 50 re S Q\n'],
    ['a frame that is filled between two outlines', '', '50 660 420 70 re 60 670 400 50 re f*\n'],
    ['an L around it', '', '0 g 40 600 m 50 600 l 50 720 l 560 720 l 560 730 l 40 730 l f\n'],
    ['a box that is cut off', '', 'q 400 400 20 20 re W n 0 g 60 690 400 30 re f Q\n'],
    ['a thin line through it', '', box(72, 702, 200, 1)],
  ])('is not seen in %s', async (_, before, after) => {
    const resources = '/ExtGState << /Clear << /ca 0 >> /Multiply << /BM /Multiply >> >>';
    const found = await readOne({ content: before + secret + after, resources });
    expect(found).toEqual({ text: 'Informant: John Doe\nSeen by all', hidden: null, source: 'layer' });
  });

  /** Stripes where the words stand: ink. */
  const scan = image(306, 396, (x, y) => (y > 30 && y < 60 && x > 30 && x < 150 && x % 3 === 0 ? 0 : 250));
  const scanned = 'q 612 0 0 792 0 0 cm /Scan Do Q\n';
  const layer = line(72, 700, 'Informant: John Doe', 3) + line(72, 680, 'Seen by all', 3);

  it.each([
    ['before', scanned + layer],
    ['behind', layer + scanned],
  ])('is not the text layer %s a scan', async (_, content) => {
    const found = await readOne({ content, xObjects: { Scan: scan } });
    expect(found).toEqual({ text: 'Informant: John Doe\nSeen by all', hidden: null, source: 'layer' });
  });

  it('is not text with ink that lies behind a scan which shows it', async () => {
    expect(await readOne({ content: secret + scanned, xObjects: { Scan: scan } })).toMatchObject({ hidden: null });
  });

  it.each([
    ['before', scanned + layer],
    ['behind', layer + scanned],
  ])('is what the text layer %s a scan says under a box that was laid over it', async (_, content) => {
    const found = await readOne({ content: content + box(127, 696, 113, 14), xObjects: { Scan: scan } });
    expect(found).toMatchObject({ text: 'Informant:\nSeen by all', hidden: ['John Doe'] });
  });
});

describe('A scan', () => {
  const scan = image(10, 10, (x) => x * 20);
  const content = `q 612 0 0 792 0 0 cm /Scan Do Q\n${line(500, 20, 'ARMY-000017')}`;
  const page = { content, xObjects: { Scan: scan } };

  it('says that nothing read it when there is no OCR', async () => {
    expect(await readOne(page)).toEqual({ text: 'ARMY-000017', hidden: null, source: 'none' });
  });

  it('is read by OCR, as a picture of the page and in the language that was said', async () => {
    const asked: [sharp: boolean, language: string][] = [];
    const box: [number, number, number, number] = [0.1, 0.1, 0.2, 0.2];
    const ocr: Ocr = {
      ocrIsThere: () => Promise.resolve('an OCR'),
      recognise: ({ png }, language) => {
        asked.push([Buffer.from(png).readUInt32BE(16) === 1700, language]);
        return Promise.resolve({ text: 'Crate 17', boxes: [{ at: 0, length: 5, box }] });
      },
    };
    const { pages } = await read(pdfOf([page, { content: line(72, 700, 'Typed') }]), ocr);
    expect(pages).toMatchObject([{ text: 'Crate 17', source: 'ocr', boxes: [{ box }] }, { source: 'layer' }]);
    expect(asked).toEqual([[true, 'eng']]);
  });

  it('that OCR cannot read stays as an image', async () => {
    const ocr = {
      ...noOcr,
      ocrIsThere: () => Promise.resolve('x'),
      recognise: () => Promise.reject(new CannotRead('No.')),
    };
    expect(await readOne(page, ocr)).toMatchObject({ text: 'ARMY-000017', source: 'none' });
  });

  it('with a text layer of its own needs no OCR', async () => {
    const layered = { ...page, content: page.content + line(72, 700, 'Words', 3) };
    expect(await readOne(layered)).toMatchObject({ source: 'layer' });
  });
});

describe('A PNG', () => {
  it('holds the pixels that it was made of', () => {
    const [width, height] = [7, 5];
    const rgbx = Uint8Array.from({ length: width * height * 4 }, (_, i) => (i * 37 + (i % 11) * 91) % 256);
    const png = toPng({ width, height, rgbx });
    const length = png.readUInt32BE(33);
    expect(png.toString('latin1', 37, 41)).toBe('IDAT');
    const rows = inflateSync(png.subarray(41, 41 + length));
    const found: number[] = [];
    for (let y = 0; y < height; y++) {
      const row = rows.subarray(y * (width * 3 + 1), (y + 1) * (width * 3 + 1));
      // PNG's filters 0 (as it is) and 2 (the difference to the row above).
      const above = found.slice((y - 1) * width * 3, y * width * 3);
      for (let i = 0; i < width * 3; i++) found.push((row[i + 1]! + (row[0] === 2 ? above[i]! : 0)) % 256);
    }
    expect(found).toEqual([...rgbx].filter((_, i) => i % 4 !== 3));
    expect(png.readUInt32BE(41 + length)).toBe(crc32(png.subarray(37, 41 + length)));
  });
});

describe('The size of an image', () => {
  it.each([
    [612, 792, 1200],
    [1e9, 1, 1200],
    [1, 1e9, 1200],
    [14_400, 14_400, 100_000],
  ])('of a page of %d × %d points stays small', (width, height, wide) => {
    const [w, h] = sizeWithin({ width, height }, wide);
    expect(w * h).toBeLessThanOrEqual(12_010_000);
    expect(Math.min(w, h)).toBeGreaterThanOrEqual(1);
    expect(Math.max(w, h)).toBeLessThanOrEqual(4001);
  });
});
