import { cleanText } from './clean-text.ts';
import type { Box, WordBox } from './page.entity.ts';

const PAGE = 1;
const WORD = 5;

/**
 * Puts the words that Tesseract found together: a blank between words, a line end between lines, an empty line between
 * paragraphs and blocks. Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
export function textOfTsv(tsv: string): { text: string; boxes: WordBox[] } {
  const boxes: WordBox[] = [];
  let text = '';
  let size: [number, number] = [0, 0];
  let before: string[] | null = null;
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const [left, top, width, height] = cells.slice(6, 10).map(Number) as [number, number, number, number];
    if (Number(cells[0]) === PAGE) size = [width, height];
    if (Number(cells[0]) !== WORD) continue;
    // A word has no tabs, but who knows what a language model prints.
    const word = cleanText(cells.slice(11).join(' ')).replace(/\s+/g, ' ').trim();
    if (word === '') continue;
    text += before === null ? '' : between(before, cells);
    before = cells;
    boxes.push({ at: text.length, length: word.length, box: boxIn(size, [left, top, left + width, top + height]) });
    text += word;
  }
  return { text, boxes };
}

function between(before: readonly string[], cells: readonly string[]): string {
  const isSame = (column: number) => before[column] === cells[column];
  if (!isSame(1) || !isSame(2) || !isSame(3)) return '\n\n';
  return isSame(4) ? ' ' : '\n';
}

function boxIn([width, height]: [number, number], pixels: Box): Box {
  const part = (pixel: number, whole: number) => (whole > 0 ? round(Math.min(1, Math.max(0, pixel / whole))) : 0);
  const [left, top, right, bottom] = pixels;
  return [part(left, width), part(top, height), part(right, width), part(bottom, height)];
}

/** A hundred-thousandth of a page is far below a pixel, and boxes are many. */
function round(part: number): number {
  return Math.round(part * 100_000) / 100_000;
}
