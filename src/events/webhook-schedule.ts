import { type Instant, shift } from '../now.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long after each failed attempt the next one follows: Standard Webhooks' schedule, ten attempts in 75 hours. */
export const WAITS_MS: readonly number[] = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE],
  ...[2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
];
export const MOST_ATTEMPTS = WAITS_MS.length + 1;

/** Longer than anything here is put off. */
export const LONGEST_PUT_OFF_MS = 2 * DAY;

/** How long an endpoint is left alone after so many failures in a row, whatever else is due to it. */
const RESTS_MS: readonly number[] = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 5 * MINUTE];
/** What asks for patience without saying how long. */
const THROTTLED: readonly number[] = [429, 502, 504];
const THROTTLED_MS = MINUTE;
/** However long the other side asks us to wait. */
const LONGEST_ASKED_MS = DAY;

/** A failed attempt, as far as it says when to try again. */
export interface Failure {
  status: number | null;
  /** Seconds. */
  retryAfter: number | null;
}

/** What came of an attempt; without an error it has arrived. */
export interface Attempt extends Failure {
  error: string | null;
  /** How the answer began. */
  response: string | null;
}

/** When a delivery that has failed `attempts` times is tried again; null when it is given up. Up to a tenth later, so that an outage does not end in a stampede. */
export function nextTryAt(now: Instant, attempts: number, failure: Failure, random = Math.random()): Instant | null {
  const wait = WAITS_MS[attempts - 1];
  if (wait === undefined) return null;
  return shift(now, Math.max(Math.round(wait * (1 + random / 10)), askedMs(failure)));
}

/** Until when an endpoint rests after its `failures`-th failure in a row. */
export function restsUntil(now: Instant, failures: number, failure: Failure): Instant {
  const rest = RESTS_MS[Math.min(failures, RESTS_MS.length) - 1] ?? 0;
  const throttled = failure.status !== null && THROTTLED.includes(failure.status) ? THROTTLED_MS : 0;
  return shift(now, Math.max(rest, throttled, askedMs(failure)));
}

function askedMs({ retryAfter }: Failure): number {
  return Math.min((retryAfter ?? 0) * SECOND, LONGEST_ASKED_MS);
}
