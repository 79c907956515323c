import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV that a spreadsheet opens as text: it begins with the mark by which Excel knows UTF-8, and a cell that
 * Excel, LibreOffice or Numbers would run as a formula has an apostrophe before it.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const clean = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutUnseen(cell) : cell)));
  // A single line break is quoted only when told so: rows end with two characters.
  const quoted_match = /[\r\n]/;
  return stringify([[...head], ...clean], { bom: true, escape_formulas: true, record_delimiter: '\r\n', quoted_match });
}

/** What some program skips at the start of a cell would hide a formula behind it. */
function withoutUnseen(cell: string): string {
  return cell.replace(/[\u0000\ufeff\u200b]/g, '').replace(/^[ \u00a0]+(?=[=+\-@\t\r＝＋－＠])/, '');
}
