import type { IncomingMessage } from 'node:http';

/** How long a sender may go on after the answer: time to read it and stop. */
const LINGER_MS = 5_000;

/**
 * Ends a call that was answered before its body had come in whole: a refused upload, a key that opens nothing. What
 * still comes is thrown away for a moment, since hanging up at once would take the answer from a sender that has not
 * read it yet; then the connection is cut, however much is left.
 */
export function turnAway(raw: IncomingMessage): void {
  if (raw.complete || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
  const cut = setTimeout(() => {
    if (!raw.complete) raw.destroy();
  }, LINGER_MS);
  cut.unref();
  raw.once('close', () => clearTimeout(cut));
}
