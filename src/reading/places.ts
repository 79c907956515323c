import { DeskError } from '../errors.ts';

/** Gives a place back; once. */
export type Release = () => void;

/** Places for work that takes a whole core each: so many at once in this process, and so many who may wait for one. */
export class Places {
  readonly #waiting: (() => void)[] = [];

  constructor(
    private free: number,
    private readonly mostWaiting = 0,
  ) {}

  /** A place, or null when there is none just now. */
  tryTake(): Release | null {
    if (this.free === 0) return null;
    this.free -= 1;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.free += 1;
      this.#waiting.shift()?.();
    };
  }

  /** A place, perhaps after a wait. Throws `unavailable` when as many wait as may. */
  async take(): Promise<Release> {
    for (;;) {
      const release = this.tryTake();
      if (release) return release;
      if (this.#waiting.length >= this.mostWaiting) {
        throw new DeskError('unavailable', 'Too many pages are being drawn just now. Please try again.', {
          retryAfter: 2,
        });
      }
      await new Promise<void>((go) => this.#waiting.push(go));
    }
  }
}
