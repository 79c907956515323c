import type { Timeline } from './clock.ts';
import type { PlainDate } from './plain-date.ts';
import type { Standing } from './standing.ts';

/** What stands on a day. Facts dated later are ignored. */
export function standingOn(timeline: Timeline, asOf: PlainDate): Standing {
  throw new Error(`not yet: ${timeline.law.statute.id} ${asOf}`);
}
