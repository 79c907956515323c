import { type Instant, msBetween } from '../now.ts';

const MINUTE_MS = 60_000;
/** Of one host: one that never answers holds up its own endpoints, not everybody's. */
const MOST_AT_HOST = 5;

/**
 * Who may call whom just now, within one process: so many endpoints at one host at a time, so many that have failed last
 * time at all, and so many calls of one host in a minute.
 */
export class Turnstile {
  readonly #atHost = new Map<string, number>();
  readonly #calls = new Map<string, Instant[]>();
  #failing = 0;

  constructor(
    /** Half of the places: those who failed last time may take no more, so that the others find some. */
    private readonly mostFailing: number,
    /** 0: no limit. */
    private readonly mostInAMinute: number,
  ) {}

  /** Null when it is full; else what is to be called at the end. */
  enter(host: string, hasFailed: boolean): (() => void) | null {
    const there = this.#atHost.get(host) ?? 0;
    if (there >= MOST_AT_HOST || (hasFailed && this.#failing >= this.mostFailing)) return null;
    this.#atHost.set(host, there + 1);
    if (hasFailed) this.#failing++;
    return () => {
      const left = this.#atHost.get(host)! - 1;
      if (left > 0) this.#atHost.set(host, left);
      else this.#atHost.delete(host);
      if (hasFailed) this.#failing--;
    };
  }

  /** Counts a call that is about to be made; or how many milliseconds it must wait. */
  call(host: string, now: Instant): number {
    if (this.mostInAMinute === 0) return 0;
    const lately = (this.#calls.get(host) ?? []).filter((at) => msBetween(at, now) < MINUTE_MS);
    this.#calls.set(host, lately);
    if (lately.length >= this.mostInAMinute) return MINUTE_MS - msBetween(lately[0]!, now);
    lately.push(now);
    return 0;
  }
}
