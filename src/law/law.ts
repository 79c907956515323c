import type { Overrides } from './overrides.ts';
import type { FeeCategory } from './status-change.ts';
import type { Statute } from './statute.ts';

/** The law a history is read by. */
export interface Law {
  statute: Statute;
  /** The agency's own rules. */
  overrides?: Overrides;
  /** What the requester is when fees are set, if known. */
  feeCategory?: FeeCategory | null;
  /**
   * The hour (`17:30`) that the clocks at the agency show at an instant: for rules that set an hour of the day. Handed
   * in, since the law knows no zones; without it such rules are read as if everything came in time.
   */
  hourOf?: (instant: string) => string;
}
