import type { AddCommand } from './run.ts';

export const openapi: AddCommand = (program) => {
  program.command('openapi').description('print the OpenAPI document of the API').action(start);
};

/** The document is read off the controllers, so the app is built; what it needs of a database is thrown away again. */
async function start(): Promise<void> {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const { readConfig } = await import('../config.ts');
  const { createApp } = await import('../app.ts');
  const { migrate } = await import('../database/migrate.ts');
  const { openApiOf } = await import('../http/openapi.ts');
  const { Now } = await import('../now.ts');

  const dataDir = await mkdtemp(join(tmpdir(), 'foia-desk-openapi-'));
  try {
    const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', RUN_JOBS: 'false' });
    await migrate(config, new Now());
    const app = await createApp(config);
    const document = openApiOf(app);
    await app.close();
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
