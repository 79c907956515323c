import type { Log } from '../log.ts';
import { type Execute, JobRunner, type Offer } from './job-runner.ts';

/**
 * Runs due rows straight from the table, in this process and in any number of others: whoever leases a row first has it.
 * An offer wakes it; it does not look by itself, since the sweep offers.
 */
export class DatabaseRunner extends JobRunner {
  #execute: Execute | undefined;
  #running = 0;
  /** There may be due rows that nobody here has asked for. */
  #more = false;
  #looking = false;

  constructor(
    private readonly concurrency: number,
    private readonly log: Log,
  ) {
    super();
  }

  start(execute: Execute): Promise<void> {
    this.#execute = execute;
    return Promise.resolve();
  }

  offer(offers: readonly Offer[]): Promise<void> {
    if (offers.length > 0) this.#more = true;
    this.#look();
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#execute = undefined;
    return Promise.resolve();
  }

  /** Not within the caller's turn: several jobs that end together are then followed by one claim for all of them. */
  #look(): void {
    if (this.#looking || !this.#more || !this.#execute || this.#running >= this.concurrency) return;
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
    const free = this.concurrency - this.#running;
    // Before the question: what is offered while it is being answered must make us ask again.
    this.#more = false;
    const jobs = await execute.due(free);
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
