import type { Lane } from './lanes.ts';

/** A row that is due, as it is offered: the id alone says what it is, the priority only orders the waiting. */
export interface Offer {
  id: string;
  lane: Lane;
  /** 0 first. */
  priority: number;
  /** Due for so long that an earlier offer may have gone astray. */
  overdue?: boolean;
}

/** What a runner may ask to be done: both take leases, so that whoever comes second does nothing. */
export interface Execute {
  /** Leases this row and runs it to its end. Does nothing when it is not due or somebody has it. Rejects only without a database. */
  one(id: string): Promise<void>;
  /** Leases up to `most` due rows of a lane, most important and oldest first; each call of `run` runs one to its end and never rejects. */
  due(lane: Lane, most: number): Promise<{ run(): Promise<void> }[]>;
}

/**
 * Decides which process tries a due job next, and nothing else: the row owns time, attempts, back-off, priority, lease
 * and death. A runner may therefore forget everything it was offered (the sweep offers again), be offered the same
 * row twice, or run a row that is no longer due (`Execute` then does nothing). Each lane has places of its own, so that
 * jobs of one never wait for those of another. Held by test/contracts/job-runner.ts.
 */
export abstract class JobRunner {
  /** Begins to run jobs, as many of each lane at once as the setting says. Not called in a process that only offers. Returns even when its broker is away. */
  abstract start(execute: Execute): Promise<void>;

  /**
   * Says that these rows are due. Settles within about a second whatever has happened to the broker; rejects when the
   * bell could not be rung, which loses nothing.
   */
  abstract offer(offers: readonly Offer[]): Promise<void>;

  /** Takes no more jobs on; what runs is left to `Execute`. Never hangs, also without its broker. */
  abstract stop(): Promise<void>;
}
