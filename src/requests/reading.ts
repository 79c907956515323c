import type { Agency } from '../agencies/agency.entity.ts';
import { readClock } from '../law/clock.ts';
import { withClosures } from '../law/closures.ts';
import type { Law } from '../law/law.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import { standingOn } from '../law/standing-on.ts';
import type { StatusChange } from '../law/status-change.ts';
import { findStatute } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import { timeIn } from '../zone.ts';
import { type Closures, closuresUnder } from './closures.ts';
import type { Request } from './request.entity.ts';

/** The law by which a request's history is read: as it is today, or with the closures that were known at a moment. */
export function lawOf(
  request: Pick<Request, 'statuteId' | 'feeCategory' | 'track'>,
  agency: Pick<Agency, 'overrides' | 'timeZone'>,
  closures: Closures,
  knownAt?: Instant,
): Law {
  const statute = findStatute(request.statuteId);
  if (!statute) throw new Error(`The statute "${request.statuteId}" is not shipped with this release.`);
  const { overrides, timeZone } = agency;
  const { feeCategory, track } = request;
  const law = { statute, overrides, feeCategory, track, hourOf: hoursIn(timeZone) };
  return withClosures(law, closuresUnder(statute, closures, knownAt));
}

/** What the clocks of a zone show, for rules that set an hour of the day. */
export function hoursIn(timeZone: string): (at: Instant) => string {
  return (at) => timeIn(timeZone, at);
}

/** What stands on `asOf`. */
export function readStanding(facts: readonly StatusChange[], law: Law, asOf: PlainDate): Standing {
  return standingOn(readClock(facts, law), asOf);
}
