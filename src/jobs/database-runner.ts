import type { Log } from '../log.ts';
import { type Execute, JobRunner, type Offer } from './job-runner.ts';
import type { Lane } from './lanes.ts';

/**
 * Runs due rows straight from the table, in this process and in any number of others: whoever leases a row first has it.
 * An offer wakes it; it does not look by itself, since the sweep offers.
 */
export class DatabaseRunner extends JobRunner {
  readonly #lines: ReadonlyMap<Lane, Line>;

  /** `concurrency` in each of these lanes; the others are left to other processes. */
  constructor(concurrency: number, lanes: readonly Lane[], log: Log) {
    super();
    this.#lines = new Map(lanes.map((lane) => [lane, new Line(lane, concurrency, log)]));
  }

  start(execute: Execute): Promise<void> {
    for (const line of this.#lines.values()) line.start(execute);
    return Promise.resolve();
  }

  offer(offers: readonly Offer[]): Promise<void> {
    for (const lane of new Set(offers.map((offer) => offer.lane))) this.#lines.get(lane)?.wake();
    return Promise.resolve();
  }

  stop(): Promise<void> {
    for (const line of this.#lines.values()) line.stop();
    return Promise.resolve();
  }
}

/** The places of one lane. */
class Line {
  #execute: Execute | undefined;
  #running = 0;
  /** There may be due rows that nobody here has asked for. */
  #more = false;
  #looking = false;

  constructor(
    private readonly lane: Lane,
    private readonly places: number,
    private readonly log: Log,
  ) {}

  start(execute: Execute): void {
    this.#execute = execute;
  }

  stop(): void {
    this.#execute = undefined;
  }

  wake(): void {
    this.#more = true;
    this.#look();
  }

  /** Not within the caller's turn: several jobs that end together are then followed by one claim for all of them. */
  #look(): void {
    if (this.#looking || !this.#more || !this.#execute || this.#running >= this.places) return;
    this.#looking = true;
    setImmediate(() => {
      this.#fill(this.#execute)
        .catch((error: unknown) =>
          this.log.error({ err: error }, 'Due jobs could not be leased; the sweep tries again.'),
        )
        .finally(() => {
          this.#looking = false;
          this.#look();
        });
    });
  }

  async #fill(execute: Execute | undefined): Promise<void> {
    if (!execute) return;
    const free = this.places - this.#running;
    // Before the question: what is offered while it is being answered must make us ask again.
    this.#more = false;
    const jobs = await execute.due(this.lane, free);
    if (jobs.length === free) this.#more = true;
    for (const job of jobs) {
      this.#running++;
      void job.run().finally(() => {
        this.#running--;
        this.#look();
      });
    }
  }
}
