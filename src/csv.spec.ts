import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from './csv.ts';

const cellsOf = (text: string) => parse(text, { bom: true })[1]!;

it.each([
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  ' =1',
  '\u0000=1',
  '\u200b=1',
  '\ufeff=1',
  '\u00a0 -1',
])('%j is no formula in a spreadsheet', (cell) => expect(cellsOf(toCsv(['a'], [[cell]]))[0]).toMatch(/^'/));

it('gives back every other text as it was, and numbers as numbers', () => {
  const cells = ['plain', 'a,b', 'say "so"', 'two\nlines', 'ü 🗂️', '', 7, -3];
  expect(cellsOf(toCsv(cells.map(String), [cells]))).toEqual(cells.map(String));
});

it('no cell of text ever begins a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '\0', '＝', 'a') }),
  );
  fc.assert(
    fc.property(cell, (text) =>
      expect(cellsOf(toCsv(['a', 'b'], [[text, 'b']]))[0]).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/),
    ),
  );
});
