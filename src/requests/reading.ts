import type { Agency } from '../agencies/agency.entity.ts';
import { readClock } from '../law/clock.ts';
import type { Law } from '../law/law.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import { standingOn } from '../law/standing-on.ts';
import type { StatusChange } from '../law/status-change.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import { timeIn } from '../zone.ts';
import type { Request } from './request.entity.ts';

/** The law by which a request's history is read: the one in force, unless it is to be read by another text of it. */
export function lawOf(
  request: Pick<Request, 'statuteId' | 'feeCategory' | 'track'>,
  agency: Pick<Agency, 'overrides' | 'timeZone'>,
  statute: Statute | undefined = findStatute(request.statuteId),
): Law {
  if (!statute) throw new Error(`There is no law "${request.statuteId}": neither this release nor a law pack has it.`);
  const { overrides, timeZone } = agency;
  return { statute, overrides, feeCategory: request.feeCategory, track: request.track, hourOf: hoursIn(timeZone) };
}

/** What the clocks of a zone show, for rules that set an hour of the day. */
export function hoursIn(timeZone: string): (at: Instant) => string {
  return (at) => timeIn(timeZone, at);
}

/** What stands on `asOf`. */
export function readStanding(facts: readonly StatusChange[], law: Law, asOf: PlainDate): Standing {
  return standingOn(readClock(facts, law), asOf);
}
