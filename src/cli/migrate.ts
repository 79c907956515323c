import type { AddCommand } from './run.ts';

export const migrate: AddCommand = (program) => {
  program.command('migrate').description("bring the database to this release's schema").action(start);
};

async function start(): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { migrate } = await import('../database/migrate.ts');
  const { Now } = await import('../now.ts');
  const { keepWritable } = await import('./data-dir.ts');

  const config = readConfig();
  await keepWritable(config.dataDir);
  const { from, to, copy } = await migrate(config, new Now());
  const says =
    from === to ? `The database has schema ${to} already.` : `The database went from schema ${from} to ${to}.`;
  process.stdout.write(`${says}${copy ? ` A copy from before is ${copy}.` : ''}\n`);
}
