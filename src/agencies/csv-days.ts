import { parse } from 'csv-parse/sync';
import { nameFault, spanFault } from '../law/overrides.ts';
import { parsePlainDate } from '../law/plain-date.ts';
import { type DayList, Faults, type ListedDays, nameIn, refuseTooMany, unreadable } from './day-list.ts';

const COLUMNS = ['date', 'from', 'to', 'name'];
const LONGEST_ROW = 4096;
const WHAT = 'columns are date (or from and to) and name, days like 2026-12-24';

/** Cells of one row by what they are. */
type Cells = Partial<Record<'from' | 'to' | 'name', string>>;

/** Reads days with commas between: `date,name`, `from,to,name`, with or without a first row that says so. */
export function readCsv(text: string): DayList {
  const rows = rowsIn(text);
  const [head] = rows;
  const columns = head && columnsIn(head.cells);
  const entries = columns ? rows.slice(1) : rows;
  refuseTooMany(entries.length, 'rows');
  const faults = new Faults('row');
  const days: ListedDays[] = [];
  for (const { number, cells } of entries) {
    const read = daysIn(columns ? byName(cells, columns) : byPlace(cells));
    if (typeof read === 'string') faults.add(number, read);
    else days.push(read);
  }
  faults.refuse();
  return { title: null, days, notes: [] };
}

/** Rows that are not empty, with their numbers as a spreadsheet shows them. */
function rowsIn(text: string): { number: number; cells: string[] }[] {
  let records: string[][];
  try {
    records = parse(text, { bom: true, relax_column_count: true, trim: true, max_record_size: LONGEST_ROW });
  } catch (error) {
    throw unreadable(`is no CSV: ${(error as Error).message.slice(0, 200)}`);
  }
  return records.map((cells, i) => ({ number: i + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The columns of a first row that names them; null if it holds days already. */
function columnsIn(cells: readonly string[]): string[] | null {
  const names = cells.map((cell) => cell.toLowerCase());
  if (!names.includes('date') && !names.includes('from')) return null;
  const odd = names.findIndex((name, i) => !COLUMNS.includes(name) || names.indexOf(name) !== i);
  if (odd >= 0)
    throw unreadable(`has a column "${cells[odd]!.slice(0, 50)}" that is not known or given twice; ${WHAT}`);
  if (names.includes('date') && (names.includes('from') || names.includes('to')))
    throw unreadable('has a column date beside from or to; a day is one or the other');
  return names.map((name) => (name === 'date' ? 'from' : name));
}

function byName(cells: readonly string[], columns: readonly string[]): Cells | string {
  if (cells.slice(columns.length).some((cell) => cell !== '')) return 'has more cells than the first row names';
  return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']));
}

/** `date`, `date,name`, `from,to` or `from,to,name`. */
function byPlace(cells: readonly string[]): Cells | string {
  const [from, second = '', third = '', ...more] = cells;
  if (more.some((cell) => cell !== '')) return `has ${cells.length} cells; ${WHAT}`;
  const isTo = third !== '' || /^\d{4}-\d{2}-\d{2}$/.test(second);
  return isTo ? { from, to: second, name: third } : { from, name: second };
}

/** What a row says, or what is wrong with it. */
function daysIn(cells: Cells | string): ListedDays | string {
  if (typeof cells === 'string') return cells;
  const { from: first = '', to: last = '', name: called = '' } = cells;
  const from = parsePlainDate(first);
  if (!from) return `"${first.slice(0, 50)}" is no real day; ${WHAT}`;
  const to = last === '' ? from : parsePlainDate(last);
  if (!to) return `"${last.slice(0, 50)}" is no real day; ${WHAT}`;
  const fault = spanFault(from, to);
  if (fault) return `its last day, ${to}, ${fault}`;
  const name = nameIn(called);
  const odd = name === null ? null : nameFault(name);
  return odd ? `its name ${odd}` : { from, to, name };
}
