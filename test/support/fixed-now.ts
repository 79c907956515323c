import { type Instant, Now, parseInstant, shift } from '../../src/now.ts';

/** A clock that stands still until told otherwise. */
export class FixedNow extends Now {
  #instant: Instant;

  constructor(instant: Instant = '2026-06-01T16:00:00.000Z') {
    super();
    this.#instant = exact(instant);
  }

  override instant(): Instant {
    return this.#instant;
  }

  /** Any ISO instant with `Z` or an offset. */
  set(instant: Instant): void {
    this.#instant = exact(instant);
  }

  advance(ms: number): void {
    this.#instant = shift(this.#instant, ms);
  }
}

function exact(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`FixedNow: "${text}" is not an instant such as 2026-06-01T16:00:00Z.`);
  return instant;
}
