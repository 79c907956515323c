import type { Agency } from '../agencies/agency.entity.ts';
import { readClock } from '../law/clock.ts';
import { withClosures } from '../law/closures.ts';
import type { Law } from '../law/law.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import { standingOn } from '../law/standing-on.ts';
import type { StatusChange } from '../law/status-change.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import { timeIn } from '../zone.ts';
import { type Closures, closuresUnder } from './closures.ts';
import type { Request } from './request.entity.ts';

/**
 * The law by which a request's history is read: the one in force with the closures of today; with `then`, those that were
 * known at a moment, and the text of the law that was in force.
 */
export function lawOf(
  request: Pick<Request, 'statuteId' | 'feeCategory' | 'track'>,
  agency: Pick<Agency, 'overrides' | 'timeZone'>,
  closures: Closures,
  then: { knownAt?: Instant | undefined; statute?: Statute | undefined } = {},
): Law {
  const statute = then.statute ?? findStatute(request.statuteId);
  if (!statute) throw new Error(`There is no law "${request.statuteId}": neither this release nor a law pack has it.`);
  const { overrides, timeZone } = agency;
  const { feeCategory, track } = request;
  const law = { statute, overrides, feeCategory, track, hourOf: hoursIn(timeZone) };
  return withClosures(law, closuresUnder(statute, closures, then.knownAt));
}

/** What the clocks of a zone show, for rules that set an hour of the day. */
export function hoursIn(timeZone: string): (at: Instant) => string {
  return (at) => timeIn(timeZone, at);
}

/** What stands on `asOf`. */
export function readStanding(facts: readonly StatusChange[], law: Law, asOf: PlainDate): Standing {
  return standingOn(readClock(facts, law), asOf);
}
