import { describe, expect, it } from '@jest/globals';
import { textOfTsv } from './tesseract-tsv.ts';

/** What Tesseract 5.3.0 printed for two lines and a paragraph of a small scan; \f and noise are ours. */
const RECORDED = [
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
  '1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t',
  '2\t1\t1\t0\t0\t0\t100\t50\t400\t80\t-1\t',
  '3\t1\t1\t1\t0\t0\t100\t50\t400\t80\t-1\t',
  '4\t1\t1\t1\t1\t0\t100\t50\t400\t30\t-1\t',
  '5\t1\t1\t1\t1\t1\t100\t50\t150\t30\t96.1\tFour',
  '5\t1\t1\t1\t1\t2\t300\t50\t200\t30\t95.0\tcrates',
  '5\t1\t1\t1\t1\t3\t500\t50\t2\t2\t12.0\t ',
  '4\t1\t1\t1\t2\t0\t100\t100\t400\t30\t-1\t',
  '5\t1\t1\t1\t2\t1\t100\t100\t120\t30\t91.0\t(b)(6)\u0000',
  '5\t1\t2\t1\t1\t1\t990\t480\t30\t30\t91.0\tEnd',
  '',
].join('\n');

describe('the TSV of Tesseract', () => {
  it('becomes words in lines and paragraphs, each with its box and its place in the text', () => {
    const { text, boxes } = textOfTsv(RECORDED);
    expect(text).toBe('Four crates\n(b)(6)\ufffd\n\nEnd');
    expect(boxes.map(({ at, length }) => text.slice(at, at + length))).toEqual([
      'Four',
      'crates',
      '(b)(6)\ufffd',
      'End',
    ]);
    expect(boxes[0]?.box).toEqual([0.1, 0.1, 0.25, 0.16]);
    // Never outside the page.
    expect(boxes[3]?.box).toEqual([0.99, 0.96, 1, 1]);
  });

  it('is no text when nothing was recognised', () => {
    expect(textOfTsv('')).toEqual({ text: '', boxes: [] });
    expect(textOfTsv('1\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t9\tx').boxes[0]?.box).toEqual([
      0, 0, 0, 0,
    ]);
  });
});
