/** The two databases the desk runs on. */
export type Engine = 'sqlite' | 'postgres';

interface DriverError {
  code?: string;
  driverError?: DriverError;
}

function codeOf(error: unknown): string {
  const fault = error as DriverError | null;
  return fault?.driverError?.code ?? fault?.code ?? '';
}

/** Another process holds SQLite's write lock; trying again will do. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** Codes of our own thread that reads: the first is what PostgreSQL calls 57014. */
export const TIME_IS_UP = 'TIME_IS_UP';
export const THREAD_DIED = 'THREAD_DIED';

/** A statement took longer than it may. */
export function isTooSlow(error: unknown): boolean {
  return [TIME_IS_UP, '57014'].includes(codeOf(error));
}

/** A unique or primary key exists already. */
export function isDuplicate(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === '23505';
}

/** The disk under the database is full. */
export function isFull(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_FULL' || code === '53100' || code === 'ENOSPC';
}

/** The database cannot be reached or has just gone away, or chose this transaction to end a deadlock. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  if (/^(08|57P0|53300|40P01|40001)/.test(code)) return true;
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', THREAD_DIED].includes(code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect/i.test(
    String((error as Error | null)?.message),
  );
}
