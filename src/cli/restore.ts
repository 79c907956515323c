import type { Config } from '../config.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import type { Now } from '../now.ts';
import type { Manifest } from './manifest.ts';
import { FAILED, type AddCommand } from './run.ts';
import { inWords, progressOn, type Verified } from './verify.ts';

export const restore: AddCommand = (program) => {
  program
    .command('restore')
    .description('fill an empty desk from a backup, of either engine, and verify it')
    .argument('<dir>', 'a directory that `backup` has written')
    .addHelpText(
      'after',
      `
Restores into the database and DATA_DIR of the settings, which must both be empty. People's API keys go on working.
What was sent after the backup was made is not known here and may be sent once more. The search index is no part of a
backup: the desk makes it anew when it runs, or \`reindex\` does.`,
    )
    .action(start);
};

type Progress = (says: string) => void;

/** Restores the backup in `dir`. Leaves everything as empty as it was when it fails. */
export async function restoreFrom(config: Config, dir: string, now: Now, progress: Progress): Promise<Manifest> {
  const { rm } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { migrate } = await import('../database/migrate.ts');
  const { latest } = await import('../database/migrations/all.ts');
  const { fill } = await import('../database/rows.ts');
  const { keepWritable } = await import('./data-dir.ts');
  const { mustMatch, readManifest, unusable } = await import('./manifest.ts');
  const { readLines } = await import('./ndjson.ts');
  const { openStore } = await import('./store.ts');

  const { manifest, sums } = await readManifest(dir);
  if (manifest.schema > latest) {
    throw unusable(
      `The backup has schema ${manifest.schema}; this release knows ${latest} at most. Use a newer release.`,
    );
  }
  for (const { name } of manifest.tables) {
    progress(`checking table ${name}`);
    await mustMatch(dir, `tables/${name}.ndjson`, sums);
  }
  await keepWritable(config.dataDir);
  const store = await openStore(config);
  await mustBeEmpty(config, store);
  try {
    await copyFiles(store, dir, sums, progress);
    // The rows fit the schema that they were written with; later migrations bring both up to date.
    await migrate(config, now, manifest.schema);
    const known = new Map(manifest.tables.map((table) => [table.name, table.rows]));
    const filled = await fill(config, ({ name }) => {
      progress(`table ${name}`);
      if (!known.has(name)) throw unusable(`The backup lacks the table ${name}.`);
      return readLines(join(dir, 'tables', `${name}.ndjson`));
    });
    const expected = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    if (filled.rows !== expected) throw unusable(`The backup promises ${expected} rows and holds ${filled.rows}.`);
    await migrate(config, now);
    return manifest;
  } catch (error) {
    await store.empty();
    await rm(join(config.dataDir, 'files'), { recursive: true, force: true });
    throw error;
  }
}

async function mustBeEmpty(config: Config, store: BlobStore): Promise<void> {
  const { obstacleTo } = await import('../database/rows.ts');
  const { unusable } = await import('./manifest.ts');

  for await (const { path } of store.list()) {
    throw unusable(`A backup is restored into an empty desk only: ${path} is there already.`);
  }
  const obstacle = await obstacleTo(config);
  const place = config.databaseUrl ? 'the database at DATABASE_URL' : `the database in ${config.dataDir}`;
  if (obstacle) throw unusable(`A backup is restored into an empty desk only: of ${place}, ${obstacle}.`);
}

async function copyFiles(to: BlobStore, dir: string, sums: Map<string, string>, progress: Progress): Promise<void> {
  const { join } = await import('node:path');
  const { DiskBlobStore } = await import('../documents/disk-blob-store.ts');
  const { unusable } = await import('./manifest.ts');

  const from = new DiskBlobStore(join(dir, 'files'));
  let count = 0;
  for (const [path, sha256] of sums) {
    if (!path.startsWith('files/')) continue;
    const copied = await from.copyInto(to, sha256);
    if (typeof copied === 'string') throw unusable(`${path} of the backup: ${copied}.`);
    progress(`${++count} files copied`);
  }
}

async function start(dir: string): Promise<void> {
  const { resolve } = await import('node:path');
  const { readConfig } = await import('../config.ts');
  const { openCore } = await import('../app.ts');
  const { Now } = await import('../now.ts');
  const { verifyDesk } = await import('./verify.ts');

  const config = readConfig();
  const progress = progressOn(process.stderr);
  const manifest = await restoreFrom(config, resolve(dir), new Now(), progress);
  process.stdout.write(`Restored the desk as of ${manifest.madeAt}.\n`);
  const core = await openCore(config);
  let verified: Verified;
  try {
    verified = await verifyDesk(core, progress);
  } finally {
    await core.database.close();
  }
  process.stdout.write(inWords(verified));
  if (verified.faults.length > 0) process.exitCode = FAILED;
}
