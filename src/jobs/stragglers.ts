import type { Log } from '../log.ts';
import type { Execute, Offer } from './job-runner.ts';
import type { Lane } from './lanes.ts';

/**
 * Runs what has long been due although it was rung for, one at a time in each lane: a bell may be heard by a process that
 * cannot use it (of an older release, or about to die), again and again, and a Redis that is away for hours must not hold
 * up a reminder for hours. Whoever finds such a row leases it, as after any bell.
 */
export class Stragglers {
  readonly #busy = new Set<Lane>();
  #execute: Execute | undefined;

  constructor(
    private readonly lanes: readonly Lane[],
    private readonly log: Log,
  ) {}

  start(execute: Execute): void {
    this.#execute = execute;
  }

  stop(): void {
    this.#execute = undefined;
  }

  /** Begins with those that are overdue, unless it is still at others of their lane. Nobody waits for them. */
  take(offers: readonly Offer[]): void {
    for (const lane of this.lanes) {
      const ids = offers.filter((offer) => offer.overdue && offer.lane === lane).map(({ id }) => id);
      if (ids.length > 0 && !this.#busy.has(lane)) void this.#oneByOne(lane, ids);
    }
  }

  async #oneByOne(lane: Lane, ids: readonly string[]): Promise<void> {
    this.#busy.add(lane);
    try {
      for (const id of ids) await this.#execute?.one(id);
    } catch (error) {
      this.log.warn({ err: error, lane }, 'Jobs that are overdue could not be leased; the sweep tries again.');
    } finally {
      this.#busy.delete(lane);
    }
  }
}
