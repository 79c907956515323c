import type { FileHandle } from 'node:fs/promises';
import type { Core } from '../core.module.ts';
import type { Scope } from '../database/database.ts';
import type { Table } from '../database/tables.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import { withDesk } from './desk.ts';
import type { Manifest } from './manifest.ts';
import { FAILED, type AddCommand } from './run.ts';
import { progressOn } from './verify.ts';

export const backup: AddCommand = (program) => {
  program
    .command('backup')
    .description('write the database and all files into a new directory, while the desk runs')
    .argument('<dir>', 'a directory that is empty or does not exist yet')
    .addHelpText(
      'after',
      `
One moment of the database, as lines of JSON, and every file that it names, each checked while it is copied. The
backup of one engine restores into the other. It holds everything the desk knows, confidential requests and the
hashes of API keys too, but no key itself: keep it as safe as the desk. DATA_DIR/owner-key and outbox stay out,
and so does the search index, which a restored desk makes anew.`,
    )
    .action(start);
};

type Progress = (says: string) => void;

interface Sum {
  path: string;
  sha256: string;
}

/** Writes a backup into `dir` and returns its manifest. A file that is damaged or missing is named there and left out. */
export async function backUp({ config, database, now }: Core, dir: string, progress: Progress): Promise<Manifest> {
  const { mkdir, readdir, writeFile } = await import('node:fs/promises');
  const { createHash } = await import('node:crypto');
  const { join } = await import('node:path');
  const { engineOf } = await import('../database/data-source.ts');
  const { schemaNumber } = await import('../database/migrate.ts');
  const { describeTables } = await import('../database/tables.ts');
  const { openStore } = await import('./store.ts');
  const { syncDirectory } = await import('../documents/durable.ts');
  const { readManifest, SUMS, unusable, writeManifest } = await import('./manifest.ts');

  await mkdir(dir, { recursive: true, mode: 0o700 });
  if ((await readdir(dir)).length > 0) throw unusable(`${dir} is not empty: name a new directory for each backup.`);
  await mkdir(join(dir, 'tables'), { mode: 0o700 });
  const madeAt = now.instant();
  const sums: Sum[] = [];
  const { schema, tables } = await database.snapshot(async (scope) => {
    const written: Manifest['tables'] = [];
    for (const table of await describeTables(scope)) {
      progress(`table ${table.name}`);
      const path = `tables/${table.name}.ndjson`;
      const { rows, sha256 } = await writeTable(scope, table, join(dir, path));
      written.push({ name: table.name, rows });
      sums.push({ path, sha256 });
    }
    return { schema: await schemaNumber(scope.em), tables: written };
  });
  await syncDirectory(join(dir, 'tables'));
  const copied = await copyFiles(await openStore(config), dir, progress);
  sums.push(...copied.sums);
  const list = sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
  await writeFile(join(dir, SUMS), list, { mode: 0o600, flush: true });
  await writeManifest(dir, {
    madeAt,
    engine: engineOf(config),
    schema,
    tables,
    files: copied.files,
    missing: copied.missing,
    sums: createHash('sha256').update(list).digest('hex'),
  });
  return (await readManifest(dir)).manifest;
}

async function writeTable(scope: Scope, table: Table, path: string): Promise<{ rows: number; sha256: string }> {
  const { createHash } = await import('node:crypto');
  const { open } = await import('node:fs/promises');
  const { rowsOf } = await import('../database/rows.ts');

  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let rows = 0;
  let lines = '';
  const flush = async () => {
    hash.update(lines);
    await append(file, lines);
    lines = '';
  };
  try {
    for await (const row of rowsOf(scope, table)) {
      rows += 1;
      lines += `${JSON.stringify(row)}\n`;
      if (lines.length > 256 * 1024) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { rows, sha256: hash.digest('hex') };
}

async function append(file: FileHandle, text: string): Promise<void> {
  if (text !== '') await file.appendFile(text);
}

/** Copies the files that the backed-up rows name, and checks each on the way. */
async function copyFiles(from: BlobStore, dir: string, progress: Progress) {
  const { rm } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { DiskBlobStore } = await import('../documents/disk-blob-store.ts');
  const { readLines } = await import('./ndjson.ts');

  const to = new DiskBlobStore(join(dir, 'files'));
  await to.open();
  const files = { count: 0, bytes: 0 };
  const missing: Manifest['missing'] = [];
  const sums: Sum[] = [];
  for await (const { sha256 } of readLines<{ sha256: string }>(join(dir, 'tables', 'blob.ndjson'))) {
    const copied = await from.copyInto(to, sha256);
    if (typeof copied === 'string') {
      missing.push({ sha256, says: copied });
      continue;
    }
    files.count += 1;
    files.bytes += copied;
    sums.push({ path: `files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`, sha256 });
    progress(`${files.count} files copied`);
  }
  await rm(join(dir, 'files', 'waiting'), { recursive: true });
  return { files, missing, sums };
}

async function start(dir: string): Promise<void> {
  await withDesk(async (core) => {
    const { resolve } = await import('node:path');
    const manifest = await backUp(core, resolve(dir), progressOn(process.stderr));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `${resolve(dir)}: ${rows} rows and ${manifest.files.count} files (${manifest.files.bytes} bytes) as of ${manifest.madeAt}.\n`,
    );
    if (manifest.missing.length === 0) return;
    const list = manifest.missing.map(({ sha256, says }) => `  file ${sha256}: ${says}\n`).join('');
    process.stdout.write(`${manifest.missing.length} files are NOT in it:\n${list}`);
    process.exitCode = FAILED;
  });
}
