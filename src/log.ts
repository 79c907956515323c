import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs, one JSON object a line. Secrets and free texts are kept out by the callers, and cut here once more. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['authorization', '*.authorization', '*.secret', '*.password', '*.text', '*.note'],
      censor: '[cut]',
    },
  });
}

/** Nest's own words, in the same log: its faults always, its chatter never. */
export function nestLog(log: Log): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
  };
}
