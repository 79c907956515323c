import { describe, expect, it } from '@jest/globals';
import type { ReadPage } from './extractor.ts';
import type { Told } from './protocol.ts';
import { Enough, ReadingRun } from './reading-run.ts';

const page = (number: number, more: Partial<ReadPage> = {}): Told => ({
  is: 'page',
  page: { number, text: 'Words', source: 'layer', width: 612, height: 792, boxes: null, hidden: null, ...more },
});
const broken = (number: number): Told => ({ is: 'broken', number, reason: 'The page is damaged.' });
const total = (pages: number): Told => ({ is: 'total', pages });

function outcomeOf(told: Told[], stopped: string | null = null, most = { pages: 10, text: 1000 }) {
  const run = new ReadingRun(most);
  for (const one of told) run.hear(one);
  const { state, reason } = run.outcome(stopped);
  return [state, reason];
}

describe('What became of a file', () => {
  const image = { source: 'none' as const, text: '' };
  it.each<[told: Told[], stopped: string | null, state: string, reason: string | null]>([
    [[total(2), page(1), page(2)], null, 'ready', null],
    [[{ is: 'none' }], null, 'none', 'Nothing here reads files of this kind.'],
    [[total(0)], null, 'none', 'There is nothing to read in it.'],
    [[{ is: 'cannot', reason: 'It needs a password.' }], null, 'failed', 'It needs a password.'],
    [[total(1), broken(1)], null, 'failed', 'Page 1 (The page is damaged) could not be read.'],
    [[page(1), broken(2)], null, 'partial', 'Page 2 (The page is damaged) could not be read.'],
    [
      [total(9), page(1)],
      'One page took longer than 20 s.',
      'partial',
      'One page took longer than 20 s. Only 1 of 9 pages could be read.',
    ],
    [[total(9)], 'It made the reader crash.', 'failed', 'It made the reader crash.'],
    [[page(1), page(2, image), page(3, image)], null, 'partial', '2 pages are images and no OCR is installed.'],
    [[{ is: 'recognising' }, page(1, image)], null, 'partial', '1 page is an image in which OCR could read nothing.'],
    [[{ is: 'recognising' }, page(1, { source: 'ocr' })], null, 'ready', null],
  ])('%j', (told, stopped, state, reason) => {
    expect(outcomeOf(told, stopped)).toEqual([state, reason]);
  });

  it('names three broken pages and counts the rest', () => {
    const [, reason] = outcomeOf([page(1), ...[2, 3, 4, 5, 6].map(broken)]);
    expect(reason).toMatch(/^Pages 2 \(.*\), 3 \(.*\), 4 \(.*\) and 2 more could not be read\.$/);
  });

  it('is never more than a file may be', () => {
    expect(() =>
      outcomeOf(
        [1, 2, 3].map((n) => page(n)),
        null,
        { pages: 2, text: 1000 },
      ),
    ).toThrow(Enough);
    expect(() =>
      outcomeOf(
        [1, 2, 3].map((n) => page(n)),
        null,
        { pages: 9, text: 12 },
      ),
    ).toThrow(Enough);
    expect(() => outcomeOf([1, 2, 3].map(broken), null, { pages: 2, text: 12 })).toThrow(Enough);
    const huge = outcomeOf([page(1), page(2, { text: 'x'.repeat(1_000_001) })], null, { pages: 9, text: 9_000_000 });
    expect(huge).toEqual(['partial', 'Page 2 (It holds more text than a page may) could not be read.']);
  });
});
