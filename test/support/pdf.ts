import { deflateSync } from 'node:zlib';

/** One page as it is written: its content in PDF's own operators. `/F1` is Helvetica. */
export interface PdfPageParts {
  content?: string;
  width?: number;
  height?: number;
  rotate?: number;
  /** Images and forms by name, each a whole stream object as `image` and `form` make it. */
  xObjects?: Record<string, string>;
  /** Dictionaries without their brackets. */
  annotations?: string[];
  /** Further resources: `/ExtGState << … >>`. */
  resources?: string;
}

/** A small PDF, written by hand: every byte of it is meant. Text and images are Latin-1. */
export function pdfOf(pages: readonly PdfPageParts[]): Buffer {
  const objects: string[] = [
    '',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const add = (object: string) => objects.push(object);
  const kids = pages.map(({ content = '', width = 612, height = 792, rotate = 0, xObjects = {}, ...more }) => {
    const named = Object.entries(xObjects).map(([name, object]) => `/${name} ${add(object)} 0 R`);
    const annotations = (more.annotations ?? []).map((one) => `${add(`<< /Type /Annot ${one} >>`)} 0 R`);
    const stream = add(streamOf('', content));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${stream} 0 R
         /Annots [${annotations.join(' ')}]
         /Resources << /Font << /F1 3 0 R >> /XObject << ${named.join(' ')} >> ${more.resources ?? ''} >> >>`,
    );
  });
  objects[0] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  return pdfFile(objects);
}

/** Objects, numbered from 1, the first being the catalog, with header, table and trailer. */
export function pdfFile(objects: readonly string[]): Buffer {
  const parts = ['%PDF-1.7\n'];
  const places: number[] = [];
  let length = parts[0]!.length;
  for (const [i, object] of objects.entries()) {
    const text = `${i + 1} 0 obj\n${object}\nendobj\n`;
    places.push(length);
    parts.push(text);
    length += text.length;
  }
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

/** A stream with these entries in its dictionary. */
export function streamOf(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** The same, packed: a bomb is made of many equal bytes. */
export function packed(entries: string, content: Buffer): string {
  return streamOf(`/Filter /FlateDecode ${entries}`, deflateSync(content).toString('latin1'));
}

/** An image of grey pixels, row by row from the top. */
export function image(width: number, height: number, greyAt: (x: number, y: number) => number): string {
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels[y * width + x] = greyAt(x, y);
  return packed(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
    pixels,
  );
}

/** A line of text that begins at a point, 12 points high; `mode` 3 is without ink. */
export function line(x: number, y: number, text: string, mode = 0, size = 12): string {
  return `BT /F1 ${size} Tf ${mode} Tr ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`;
}

/** A filled box; `colour` as in PDF: one number for grey, three for red, green and blue. */
export function box(x: number, y: number, width: number, height: number, colour = '0'): string {
  return `q ${colour} ${colour.includes(' ') ? 'rg' : 'g'} ${x} ${y} ${width} ${height} re f Q\n`;
}
