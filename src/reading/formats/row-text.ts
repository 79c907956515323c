/** A row of a table as one line, with tabs between its cells; empty cells at its end say nothing. */
export function rowText(cells: readonly string[]): string {
  return cells
    .map((cell) =>
      cell
        .replace(/\s*[\r\n]\s*/g, ' ')
        .replaceAll('\t', ' ')
        .trim(),
    )
    .join('\t')
    .trimEnd();
}
