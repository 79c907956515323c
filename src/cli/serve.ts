import type { Config } from '../config.ts';
import type { AddCommand } from './run.ts';
import { stopOnSignals } from './stop-on-signals.ts';

export const serve: AddCommand = (program) => {
  program
    .command('serve', { isDefault: true })
    .description('migrate the database and serve the API (what runs when no command is given)')
    .action(start);
};

async function start(): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { createApp } = await import('../app.ts');
  const { ensureOwner } = await import('../auth/owner.ts');
  const { Database } = await import('../database/database.ts');
  const { migrate } = await import('../database/migrate.ts');
  const { Now } = await import('../now.ts');
  const { keepWritable } = await import('./data-dir.ts');

  const config = readConfig();
  await keepWritable(config.dataDir);
  const migrated = await migrate(config, new Now());
  const app = await createApp(config);
  try {
    const owner = await ensureOwner(app.get(Database), config, app.get(Now));
    stopOnSignals(() => app.close());
    await app.listen(config.port, config.host);
    const { port } = app.getHttpServer().address() as { port: number };
    process.stdout.write(greeting({ ...config, port }, migrated, owner.freshKey));
  } catch (error) {
    await app.close();
    throw error;
  }
}

function greeting(config: Config, migrated: { from: number; to: number; copy?: string }, freshKey?: string): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  const here = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
  const place = `${config.dataDir}/owner-key`;
  const bearer = config.ownerKey ? '$OWNER_KEY' : `$(cat '${place}')`;
  return [
    '',
    `FOIA Desk serves ${here} (docs: ${here}/docs).`,
    ...(migrated.from !== migrated.to && migrated.from > 0
      ? [
          `The database went from schema ${migrated.from} to ${migrated.to}${migrated.copy ? `; a copy from before is ${migrated.copy}` : ''}.`,
        ]
      : []),
    ...(freshKey ? [`Your API key, shown once and kept in ${place}:`, '', `  ${freshKey}`] : []),
    '',
    'Try:',
    '',
    `  curl -H "Authorization: Bearer ${bearer}" ${here}/api/v1/me`,
    '',
    '',
  ].join('\n');
}
