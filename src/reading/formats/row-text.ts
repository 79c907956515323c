/** A row of a table as one line, with tabs between its cells; empty cells at its end say nothing. */
export function rowText(cells: readonly string[]): string {
  return cells.map(oneLine).join('\t').trimEnd();
}

function oneLine(cell: string): string {
  // Few cells need the slow way, and tables have millions.
  return /[\r\n\t]/.test(cell) ? cell.trim().replace(/\s*[\r\n]\s*|\t/g, ' ') : cell.trim();
}
