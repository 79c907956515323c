import { DeskError } from '../errors.ts';

/** Lets few through at once and a bounded number wait: what takes long must not take everybody's connection. */
export class Turns {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Throws `unavailable` when too many wait already. */
  async take<T>(fn: () => Promise<T>): Promise<T> {
    if (this.#running >= this.atOnce) {
      if (this.#waiting.length >= this.mostWaiting) {
        throw new DeskError('unavailable', 'Too much is asked at once just now. Please try again.', { retryAfter: 2 });
      }
      // Whoever ends hands its place over.
      await new Promise<void>((go) => this.#waiting.push(go));
    } else this.#running += 1;
    try {
      return await fn();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
