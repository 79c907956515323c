import type { Core } from '../core.module.ts';
import { withDesk } from './desk.ts';
import { FAILED, type AddCommand } from './run.ts';

export const verify: AddCommand = (program) => {
  program
    .command('verify')
    .description('recompute every standing, walk every hash chain, hash every file, count the search index')
    .option('--json', 'the result as JSON instead of words')
    .addHelpText(
      'after',
      '\nWorks beside a running server. Exit code 0 when everything is as it was recorded, 1 with a list when anything differs.',
    )
    .action(start);
};

/** What is wrong (`faults`), and what only looks like it (`notes`: texts that an owner redacted). */
export interface Verified {
  requests: number;
  files: number;
  bytes: number;
  faults: Fault[];
  notes: Fault[];
}

export interface Fault {
  fault: string;
  says: string;
  requestId?: string;
  sequence?: number;
  sha256?: string | null;
}

type Progress = (says: string) => void;

/** Checks the whole desk. The marks of damaged files follow what is found; nothing else is written. */
export async function verifyDesk({ config, database, now }: Core, progress: Progress): Promise<Verified> {
  const { danglingRows, fileFaults } = await import('../database/rows.ts');
  const { Blob } = await import('../documents/document.entity.ts');
  const { openStore } = await import('./store.ts');
  const { verifyFiles } = await import('../documents/verify.ts');
  const { verifyRequests } = await import('../requests/verify.ts');
  const { searchIndexOf } = await import('../search/search.module.ts');
  const { verifyIndex } = await import('../search/verify.ts');

  progress('histories and standings');
  const rows = await database.snapshot(async (scope) => ({
    requests: await verifyRequests(scope),
    says: [...(await fileFaults(scope)), ...(await danglingRows(scope))],
    index: await verifyIndex(scope, searchIndexOf(scope.engine)),
  }));
  progress('files');
  const store = await openStore(config);
  const mark = async (blob: { sha256: string; damagedAt: string | null }, damage: string | null) => {
    if (damage ? blob.damagedAt !== null : blob.damagedAt === null) return;
    const damagedAt = damage ? now.instant() : null;
    await database.write((tx) => tx.em.update(Blob, { sha256: blob.sha256 }, { damagedAt, damage }));
  };
  const { files, bytes, faults: ofFiles } = await verifyFiles(database, store, mark, progress);
  const ofRows = rows.says.map((says): Fault => ({ fault: 'row', says }));
  const ofIndex = rows.index.map((says): Fault => ({ fault: 'index', says }));
  const all: Fault[] = [...rows.requests.faults, ...ofRows, ...ofIndex, ...ofFiles];
  return {
    requests: rows.requests.requests,
    files,
    bytes,
    faults: all.filter(({ fault }) => fault !== 'redacted'),
    notes: all.filter(({ fault }) => fault === 'redacted'),
  };
}

async function start({ json }: { json?: boolean }): Promise<void> {
  await withDesk(async (core) => {
    const verified = await verifyDesk(core, progressOn(process.stderr));
    process.stdout.write(json ? `${JSON.stringify(verified, null, 2)}\n` : inWords(verified));
    if (verified.faults.length > 0) process.exitCode = FAILED;
  });
}

export function inWords({ requests, files, bytes, faults, notes }: Verified): string {
  const line = (one: Fault) => `  ${one.requestId ? `request ${one.requestId}: ` : ''}${one.says}\n`;
  const looked = `${requests} requests and ${files} files (${bytes} bytes) were checked.\n`;
  const redacted = notes.length > 0 ? `Redacted, on the record:\n${notes.map(line).join('')}` : '';
  if (faults.length === 0) return `${redacted}${looked}Everything is as it was recorded.\n`;
  return `${redacted}${looked}${faults.length} ${faults.length === 1 ? 'thing differs' : 'things differ'}:\n${faults.map(line).join('')}`;
}

/** Says where a long command is, at most twice a second. */
export function progressOn(stream: NodeJS.WritableStream): Progress {
  let last = -Infinity;
  return (says) => {
    if (performance.now() - last < 500) return;
    last = performance.now();
    stream.write(`… ${says}\n`);
  };
}
