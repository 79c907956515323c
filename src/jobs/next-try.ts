import { type Instant, shift } from '../now.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3600 * 1000;

/** 30 s after the first try, then doubling up to 6 h; a quarter of it at random, so that an outage does not end in a stampede. */
export function nextTry(now: Instant, attempt: number, random = Math.random()): Instant {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return shift(now, Math.round(wait * (0.75 + 0.25 * random)));
}
