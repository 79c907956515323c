import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs, one JSON object a line. Secrets and free texts are kept out by the callers, and cut here once more. */
export function createLog(level: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        ...['authorization', '*.authorization', '*.secret', '*.password', '*.text', '*.note'],
        // A failed statement carries its values along: people's words, addresses, whole rows.
        ...['err.parameters', 'err.detail', 'err.driverError'],
      ],
      censor: '[cut]',
    },
  };
  return to ? pino(options, to) : pino(options);
}

/** Nest's own words, in the same log: its faults always, its chatter never. */
export function nestLog(log: Log): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
  };
}
