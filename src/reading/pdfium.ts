import { open } from 'node:fs/promises';
import { PDFiumModule } from '@hyzyla/pdfium';
import { CannotRead } from './extractor.ts';
import { type Matrix, moved, product, type Rect } from './geometry.ts';

/** Something that a page paints. Later ones in the list lie over earlier ones. */
export interface Painted {
  /** Names it towards `setActive` and `Glyph.object`. */
  object: number;
  kind: 'text' | 'path' | 'image' | 'shading';
  /** Its place in the order of painting. */
  at: number;
  rect: Rect;
  /** Text alone: drawn without ink, as OCR puts it behind or before a scan. */
  inkless: boolean;
}

/** Pixels row by row, four bytes each: red, green, blue and one without meaning. */
export interface Pixels {
  width: number;
  height: number;
  rgbx: Uint8Array;
}

type Call = (...args: number[]) => number;
interface Module {
  wasmExports: Record<string, Call>;
  HEAPU8: Uint8Array;
  HEAP32: Int32Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
}

const WRONG_PASSWORD = 4;
const UNKNOWN_SECURITY = 5;
const DRAW_ANNOTATIONS = 1;
const RED_FIRST = 0x10;
const BGRX = 3;
const WHITE = 0xffffffff;
const PIECE_BYTES = 4 * 1024 * 1024;
/** The finest grid that `FPDF_PageToDevice` can tell in whole numbers. */
const GRID = 1_000_000;
const DEEPEST_FORM = 12;
const MOST_OBJECTS = 200_000;
const KINDS: Record<number, Painted['kind'] | 'form'> = { 1: 'text', 2: 'path', 3: 'image', 4: 'shading', 5: 'form' };
const INKLESS_MODES = [3, 7];

let library: Promise<Module> | undefined;

async function load(): Promise<Module> {
  const module = (await PDFiumModule({})) as unknown as Module;
  module.wasmExports.FPDF_InitLibrary!();
  return module;
}

/**
 * Opens a PDF. All calls to PDFium are in this file; the library is WebAssembly, so that the worst a file can do is to
 * end this process. Throws `CannotRead`.
 */
export async function openPdf(path: string, size: number): Promise<Pdf> {
  const module = await (library ??= load());
  const { wasmExports: call } = module;
  const bytes = size > 0 ? call.malloc!(size) : 0;
  if (!bytes) throw new CannotRead(size > 0 ? 'It is too large to be read within the memory allowed.' : 'It is empty.');
  await fill(module, bytes, path, size);
  const document = call.FPDF_LoadMemDocument64!(bytes, size, 0);
  if (document) return new Pdf(module, document);
  const error = call.FPDF_GetLastError!();
  if (error === WRONG_PASSWORD) throw new CannotRead('It needs a password.');
  if (error === UNKNOWN_SECURITY) throw new CannotRead('It is encrypted in a way that cannot be opened here.');
  throw new CannotRead('It is too damaged to be read as a PDF.');
}

/** Straight into the library's memory: a second copy of a large file would count against the limit too. */
async function fill(module: Module, to: number, path: string, size: number): Promise<void> {
  const file = await open(path, 'r');
  const piece = Buffer.alloc(Math.min(PIECE_BYTES, size));
  try {
    for (let done = 0; done < size;) {
      const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, size - done), done);
      if (bytesRead === 0) break;
      module.HEAPU8.set(piece.subarray(0, bytesRead), to + done);
      done += bytesRead;
    }
  } finally {
    await file.close();
  }
}

export class Pdf {
  readonly pageCount: number;

  constructor(
    private readonly module: Module,
    private readonly document: number,
  ) {
    this.pageCount = Math.max(0, module.wasmExports.FPDF_GetPageCount!(document));
  }

  /** The page with this number, from 1, with its annotations and form fields as part of it. Close it. Throws `CannotRead`. */
  page(number: number): PdfPage {
    const { wasmExports: call } = this.module;
    const page = this.#load(number);
    if (call.FPDFPage_GetAnnotCount!(page) === 0) return new PdfPage(this.module, page);
    // Drawing them once gives those without an appearance one; then they become content like any other, over the rest.
    draw(this.module, page, 8, 8, DRAW_ANNOTATIONS);
    call.FPDFPage_Flatten!(page, 0);
    call.FPDF_ClosePage!(page);
    return new PdfPage(this.module, this.#load(number));
  }

  #load(number: number): number {
    const page = this.module.wasmExports.FPDF_LoadPage!(this.document, number - 1);
    if (!page) throw new CannotRead('The page is damaged.');
    // What stands where a page should be is none.
    if (this.module.wasmExports.FPDFPage_CountObjects!(page) < 0) {
      this.module.wasmExports.FPDF_ClosePage!(page);
      throw new CannotRead('The page is damaged.');
    }
    return page;
  }
}

export class PdfPage {
  /** In points, as shown: a page that lies on its side is wider than high. */
  readonly width: number;
  readonly height: number;
  readonly #text: number;
  readonly #scratch: number;

  constructor(
    private readonly module: Module,
    private readonly page: number,
  ) {
    const { wasmExports: call } = module;
    this.width = call.FPDF_GetPageWidthF!(page);
    this.height = call.FPDF_GetPageHeightF!(page);
    this.#text = call.FPDFText_LoadPage!(page);
    this.#scratch = call.malloc!(64);
  }

  close(): void {
    const { wasmExports: call } = this.module;
    call.free!(this.#scratch);
    if (this.#text) call.FPDFText_ClosePage!(this.#text);
    call.FPDF_ClosePage!(this.page);
  }

  /** How many characters the text layer has, those that PDFium puts between words and lines included. */
  get glyphs(): number {
    return this.#text ? Math.max(0, this.module.wasmExports.FPDFText_CountChars!(this.#text)) : 0;
  }

  /** A code point; 0 where a font does not say which. */
  codePoint(glyph: number): number {
    return this.module.wasmExports.FPDFText_GetUnicode!(this.#text, glyph);
  }

  /** A hyphen that only the end of a line made necessary. */
  isHyphen(glyph: number): boolean {
    return this.module.wasmExports.FPDFText_IsHyphen!(this.#text, glyph) === 1;
  }

  /** Which painted object it belongs to; 0 for what PDFium itself puts between words and lines. */
  objectOf(glyph: number): number {
    return this.module.wasmExports.FPDFText_GetTextObject!(this.#text, glyph);
  }

  /** The ink of a character; null when it has none. */
  inkOf(glyph: number): Rect | null {
    const at = this.#scratch;
    const { wasmExports: call } = this.module;
    if (!call.FPDFText_GetCharBox!(this.#text, glyph, at, at + 8, at + 16, at + 24)) return null;
    const [left, right, bottom, top] = this.module.HEAPF64.subarray(at / 8, at / 8 + 4) as unknown as Four;
    return left < right && bottom < top ? { left, bottom, right, top } : null;
  }

  /** The room of a character in its line: as high as the font, whatever its ink. */
  roomOf(glyph: number): Rect | null {
    const at = this.#scratch;
    if (!this.module.wasmExports.FPDFText_GetLooseCharBox!(this.#text, glyph, at)) return null;
    const [left, top, right, bottom] = this.module.HEAPF32.subarray(at / 4, at / 4 + 4) as unknown as Four;
    return { left, bottom, right, top };
  }

  /** From the page's own coordinates to fractions of what is shown, counted from its top left corner. */
  toShown(): Matrix {
    const [e, f] = this.#onGrid(0, 0);
    const [ax, ay] = this.#onGrid(1000, 0);
    const [cx, cy] = this.#onGrid(0, 1000);
    return [(ax - e) / 1000, (ay - f) / 1000, (cx - e) / 1000, (cy - f) / 1000, e, f];
  }

  /** Everything that the page paints, in the order of painting, forms taken apart. Throws `CannotRead` beyond all measure. */
  painted(): Painted[] {
    const { wasmExports: call } = this.module;
    const all: Painted[] = [];
    const walk = (container: number, form: boolean, matrix: Matrix, depth: number): void => {
      const [countOf, at] = form
        ? [call.FPDFFormObj_CountObjects!, call.FPDFFormObj_GetObject!]
        : [call.FPDFPage_CountObjects!, call.FPDFPage_GetObject!];
      const count = countOf(container);
      for (let i = 0; i < count; i++) {
        const object = at(container, i);
        const kind = KINDS[call.FPDFPageObj_GetType!(object)];
        if (kind === 'form' && depth < DEEPEST_FORM)
          walk(object, true, product(this.#matrixOf(object), matrix), depth + 1);
        if (!kind || kind === 'form' || (kind === 'path' && !this.#paints(object))) continue;
        all.push({
          object,
          kind,
          at: all.length,
          rect: moved(this.#bounds(object), matrix),
          inkless: kind === 'text' && this.#inkless(object),
        });
        if (all.length > MOST_OBJECTS) throw new CannotRead('The page is made of too many parts.');
      }
    };
    walk(this.page, false, [1, 0, 0, 1, 0, 0], 0);
    return all;
  }

  /** The colour it is filled with; null when that is no plain, opaque colour. */
  colourOf(object: number): string | null {
    const at = this.#scratch;
    const { wasmExports: call } = this.module;
    if (call.FPDFPageObj_HasTransparency!(object)) return null;
    if (!call.FPDFPageObj_GetFillColor!(object, at, at + 4, at + 8, at + 12)) return null;
    return this.module.HEAP32.subarray(at / 4, at / 4 + 3).join();
  }

  /** Whether an object is drawn from now on. */
  setActive(object: number, active: boolean): void {
    this.module.wasmExports.FPDFPageObj_SetIsActive!(object, Number(active));
  }

  /** The page as it looks, on white. Throws `CannotRead` when there is no room for so many pixels. */
  render(width: number, height: number): Pixels {
    return draw(this.module, this.page, width, height, 0);
  }

  #onGrid(x: number, y: number): [number, number] {
    const at = this.#scratch;
    this.module.wasmExports.FPDF_PageToDevice!(this.page, 0, 0, GRID, GRID, 0, x, y, at, at + 4);
    const [gridX, gridY] = this.module.HEAP32.subarray(at / 4, at / 4 + 2) as unknown as [number, number];
    return [gridX / GRID, gridY / GRID];
  }

  #paints(path: number): boolean {
    const at = this.#scratch;
    if (!this.module.wasmExports.FPDFPath_GetDrawMode!(path, at, at + 4)) return false;
    const [fill, stroke] = this.module.HEAP32.subarray(at / 4, at / 4 + 2) as unknown as [number, number];
    return fill !== 0 || stroke !== 0;
  }

  #inkless(text: number): boolean {
    return INKLESS_MODES.includes(this.module.wasmExports.FPDFTextObj_GetTextRenderMode!(text));
  }

  #bounds(object: number): Rect {
    const at = this.#scratch;
    if (!this.module.wasmExports.FPDFPageObj_GetBounds!(object, at, at + 4, at + 8, at + 12))
      return { left: 0, bottom: 0, right: 0, top: 0 };
    const [left, bottom, right, top] = this.module.HEAPF32.subarray(at / 4, at / 4 + 4) as unknown as Four;
    return { left, bottom, right, top };
  }

  #matrixOf(object: number): Matrix {
    const at = this.#scratch;
    if (!this.module.wasmExports.FPDFPageObj_GetMatrix!(object, at)) return [1, 0, 0, 1, 0, 0];
    return [...this.module.HEAPF32.subarray(at / 4, at / 4 + 6)] as Matrix;
  }
}

type Four = [number, number, number, number];

function draw(module: Module, page: number, width: number, height: number, flags: number): Pixels {
  const { wasmExports: call } = module;
  const bitmap = call.FPDFBitmap_CreateEx!(width, height, BGRX, 0, 0);
  if (!bitmap) throw new CannotRead('The page is too large to be drawn.');
  try {
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, WHITE);
    call.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, flags | RED_FIRST);
    const from = call.FPDFBitmap_GetBuffer!(bitmap);
    const stride = call.FPDFBitmap_GetStride!(bitmap);
    const rgbx = new Uint8Array(width * height * 4);
    for (let y = 0; y < height; y++)
      rgbx.set(module.HEAPU8.subarray(from + y * stride, from + y * stride + width * 4), y * width * 4);
    return { width, height, rgbx };
  } finally {
    call.FPDFBitmap_Destroy!(bitmap);
  }
}
