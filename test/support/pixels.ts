import { crc32, deflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A PNG of grey pixels; `claimed` is what its header says of its size, whatever is in it. */
export function pngOf(
  grey: Uint8Array,
  width: number,
  height: number,
  claimed: [number, number] = [width, height],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed[0], 0);
  header.writeUInt32BE(claimed[1], 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const dots = Buffer.from([0, 0, 0x1e, 0xc3, 0, 0, 0x1e, 0xc3, 1]);
  const parts = [
    chunk('IHDR', header),
    chunk('pHYs', dots),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A page with these lines, as a scanner at 200 dots an inch would see it. */
export async function scanOf(lines: readonly string[]): Promise<Buffer> {
  const text = lines.map((line, i) => `BT /F1 14 Tf 40 ${150 - i * 30} Td (${line}) Tj ET`).join('\n');
  const library = await PDFiumLibrary.init();
  const pdf = await library.loadDocument(pdfOf(text));
  const render = async (bitmap: { data: Uint8Array; width: number; height: number }) => {
    const grey = Uint8Array.from({ length: bitmap.width * bitmap.height }, (_, i) => bitmap.data[i * 4]!);
    return pngOf(grey, bitmap.width, bitmap.height);
  };
  const { data } = await pdf.getPage(0).render({ scale: 200 / 72, render });
  pdf.destroy();
  library.destroy();
  return Buffer.from(data);
}

function pdfOf(content: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj${object}endobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF`);
}
