import { CannotRead } from './extractor.ts';
import { moved, type Rect } from './geometry.ts';
import type { Box, HiddenText, WordBox } from './page.entity.ts';
import type { PdfPage } from './pdfium.ts';

/** The text of a page with where each of its characters came from. */
export interface PageText {
  text: string;
  /** For each UTF-16 unit of `text` the glyph it is from. */
  glyphs: number[];
}

const MOST_GLYPHS = 1_000_000;
const NEW_LINE = 10;
const SPACE = 32;
const HYPHEN = 45;

/** The page's text in reading order, one line for each of its lines, without the glyphs that are `hidden`. Throws `CannotRead`. */
export function textOf(page: PdfPage, hidden: ReadonlySet<number> = new Set()): PageText {
  const count = page.glyphs;
  if (count > MOST_GLYPHS) throw new CannotRead('The page holds more text than a page may.');
  const parts: string[] = [];
  const glyphs: number[] = [];
  let last = NEW_LINE;
  let removed = false;
  for (let glyph = 0; glyph < count; glyph++) {
    if (hidden.has(glyph)) {
      removed = true;
      continue;
    }
    const point = pointOf(page, glyph);
    if (point === NEW_LINE) withoutBlanksAtEnd(parts, glyphs);
    // What was hidden leaves no hole: the spaces on both its sides are one.
    if (point === 0 || (removed && point === SPACE && (last === SPACE || last === NEW_LINE))) continue;
    removed = false;
    last = point;
    const piece = String.fromCodePoint(point);
    parts.push(piece);
    for (let unit = 0; unit < piece.length; unit++) glyphs.push(glyph);
  }
  withoutBlanksAtEnd(parts, glyphs);
  return { text: parts.join('').toWellFormed(), glyphs };
}

function withoutBlanksAtEnd(parts: string[], glyphs: number[]): void {
  while (parts.at(-1) === ' ') {
    parts.pop();
    glyphs.pop();
  }
}

/** What a glyph says, or 0 for nothing that belongs into a text: databases refuse NUL, and nobody means the rest. */
export function pointOf(page: PdfPage, glyph: number): number {
  const point = page.codePoint(glyph);
  if (point === 0x2 || point === 0xfffe) return page.isHyphen(glyph) ? HYPHEN : 0;
  if (point === NEW_LINE || point === 9) return point;
  if (point < SPACE || (point >= 0x7f && point < 0xa0) || point > 0x10ffff) return 0;
  if (point === 0xa0) return SPACE;
  const isNothing = (point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef) || point === 0xfeff;
  return isNothing ? 0 : point;
}

/** Every word with its place on the page. */
export function wordsOf(page: PdfPage, { text, glyphs }: PageText): WordBox[] {
  const words: WordBox[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const box = boxAround(page, glyphs.slice(index, index + word.length));
    if (box) words.push({ at: index, length: word.length, box });
  }
  return words;
}

/** The hidden glyphs as pieces of text, one for each unbroken run on a line. */
export function hiddenPieces(page: PdfPage, hidden: ReadonlySet<number>): HiddenText[] {
  const pieces: HiddenText[] = [];
  let run: number[] = [];
  const end = () => {
    const text = run.map((glyph) => String.fromCodePoint(pointOf(page, glyph) || SPACE)).join('');
    const box = boxAround(page, run);
    if (box && text.trim() !== '') pieces.push({ text: text.trim().toWellFormed(), box });
    run = [];
  };
  const count = page.glyphs;
  for (let glyph = 0; glyph < count; glyph++) {
    const point = pointOf(page, glyph);
    const isGap = point === SPACE || point === 9;
    if (hidden.has(glyph)) run.push(glyph);
    else if (run.length > 0 && isGap && hidden.has(glyph + 1)) run.push(glyph);
    else if (run.length > 0) end();
  }
  if (run.length > 0) end();
  return pieces;
}

function boxAround(page: PdfPage, glyphs: readonly number[]): Box | null {
  const rooms = glyphs.map((glyph) => page.roomOf(glyph)).filter((room) => room !== null);
  return rooms.length > 0 ? shownBox(page, around(rooms)) : null;
}

function around(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map((one) => one.left)),
    bottom: Math.min(...rects.map((one) => one.bottom)),
    right: Math.max(...rects.map((one) => one.right)),
    top: Math.max(...rects.map((one) => one.top)),
  };
}

/** A rectangle of the page as fractions of what is shown, cut at its edges. */
export function shownBox(page: PdfPage, rect: Rect): Box {
  // There y grows downwards, so that the lesser y is the top.
  const { left, bottom: top, right, top: bottom } = moved(rect, page.toShown());
  return [left, top, right, bottom].map((at) => Math.round(Math.min(1, Math.max(0, at)) * 1e5) / 1e5) as Box;
}
