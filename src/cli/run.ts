import { type Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { isUnreachable } from '../database/engine.ts';
import { DeskError } from '../errors.ts';

/** Adds one command to the program; each file in `cli/` exports one. What it needs is imported when it runs. */
export type AddCommand = (program: Command) => void;

/** It did not work. */
export const FAILED = 1;
/** It was asked for wrongly: settings or arguments. */
export const MISUSED = 2;

/** Runs the program to its end and says what went wrong in one sentence: no stack, that is the log's. */
export async function run(program: Command, argv: string[]): Promise<void> {
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // commander has spoken already; --help and --version are no faults.
      process.exitCode = error.exitCode === 0 ? 0 : MISUSED;
      return;
    }
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = error instanceof ConfigError ? MISUSED : FAILED;
  }
}

/** What a person at a terminal should read about an error. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DeskError) {
    const many = (error.errors?.length ?? 0) > 1 ? error.errors! : [];
    const faults = many.map((fault) => `\n  - ${fault.pointer} ${fault.detail}`).join('');
    return [error.message, error.hint].filter(Boolean).join(' ') + faults;
  }
  const { code, address, port, path, syscall, message } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is in use: stop what listens there, or set PORT.`;
  if (code === 'EADDRNOTAVAIL') return `${address} is not an address of this machine: set HOST.`;
  if (code === 'EACCES' && syscall === 'listen')
    return `Port ${port} may not be used by this user: set PORT above 1023.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? 'A file'} cannot be written by this user: set DATA_DIR, or change its permissions.`;
  }
  if (code === 'ENOSPC') return `The disk is full${path ? ` (${path})` : ''}.`;
  if (code?.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_READONLY') {
    return 'The SQLite file in DATA_DIR cannot be opened for writing by this user.';
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return 'The SQLite file in DATA_DIR is damaged: restore a backup.';
  if (isUnreachable(error)) return 'The database at DATABASE_URL cannot be reached.';
  if (code === '28P01' || code === '28000') return 'The database at DATABASE_URL refuses this user or password.';
  if (code === '3D000') return 'The database that DATABASE_URL names does not exist.';
  return message || String(error);
}
