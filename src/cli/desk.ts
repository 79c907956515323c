import type { Core } from '../core.module.ts';

/** Opens the desk's database for one command, which works beside a running `serve`, and closes it again. */
export async function withDesk(fn: (core: Core) => Promise<void>): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { openCore } = await import('../app.ts');
  const { waitForSchema } = await import('../database/migrate.ts');

  const config = readConfig();
  await waitForSchema(config, 0);
  const core = await openCore(config);
  try {
    await fn(core);
  } finally {
    await core.database.close();
  }
}

/** Columns for people's eyes, one row a line. */
export function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
