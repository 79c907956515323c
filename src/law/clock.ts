import type { Overrides } from './overrides.ts';
import type { FeeCategory, StatusChange } from './status-change.ts';
import type { Statute } from './statute.ts';

/** The law a history is read by. */
export interface Law {
  statute: Statute;
  /** The agency's own rules. */
  overrides?: Overrides;
  /** What the requester is when fees are set, if known. */
  feeCategory?: FeeCategory | null;
}

/** A history read once; `standingOn` answers for any day from it. Its inside is the clock's own. */
export interface Timeline {
  readonly facts: readonly StatusChange[];
  readonly law: Law;
}

/** Reads a history, in any order, by a law. Never throws on what agencies do. */
export function readClock(history: readonly StatusChange[], law: Law): Timeline {
  return { facts: history, law };
}
