import type { AddCommand } from './run.ts';
import { stopOnSignals } from './stop-on-signals.ts';

const SCHEMA_WITHIN_MS = 120_000;

export const worker: AddCommand = (program) => {
  program
    .command('worker')
    .description('run jobs, beside `serve` and any number of other workers, without serving the API')
    .action(start);
};

async function start(): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { createContext } = await import('../app.ts');
  const { waitForSchema } = await import('../database/migrate.ts');
  const { keepWritable } = await import('./data-dir.ts');

  // RUN_JOBS tells `serve` to leave the jobs to workers; a worker that obeyed it would do nothing.
  const config = { ...readConfig(), runJobs: true };
  await keepWritable(config.dataDir);
  await waitForSchema(config, SCHEMA_WITHIN_MS);
  const app = await createContext(config);
  stopOnSignals(() => app.close());
  const rung = config.redisUrl ? 'rung by Redis' : 'looking into the database';
  const places = `${config.jobConcurrency} at once in each lane (${config.jobLanes.join(', ')})`;
  process.stdout.write(`FOIA Desk runs jobs, ${places}, ${rung}.\n`);
}
