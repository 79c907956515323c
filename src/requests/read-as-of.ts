import { Agency, AgencyVersion } from '../agencies/agency.entity.ts';
import type { Scope } from '../database/database.ts';
import { asKnownAt } from '../law/history.ts';
import type { Law } from '../law/law.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { StatusChange } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import { loadClosures } from './closures.ts';
import { factsOf, loadHistory } from './history.ts';
import { statuteKnownAt } from './law-texts.ts';
import { lawOf, readStanding } from './reading.ts';
import type { Request } from './request.entity.ts';
import { todayIn } from './today.ts';

/** A day to stand on, and the moment up to which what was recorded counts. */
export interface Then {
  asOf?: PlainDate | undefined;
  knownAt?: Instant | undefined;
}

export interface ReadThen {
  standing: Standing;
  /** As it is, and as the clock was told of it then. */
  agency: Agency;
  known: Agency;
  law: Law;
  facts: StatusChange[];
}

/** A request, to which access was given, as it stands today or on `asOf`, by what was known at `knownAt`. */
export async function readAsOf(scope: Scope, request: Request, then: Then, now: Instant): Promise<ReadThen> {
  const { knownAt } = then;
  const agency = await scope.em.findOneByOrFail(Agency, { id: request.agencyId });
  const known = knownAt === undefined ? agency : await agencyKnownAt(scope, agency, knownAt);
  const all = factsOf(await loadHistory(scope, request.id));
  const facts = knownAt === undefined ? all : asKnownAt(all, knownAt);
  const asOf = then.asOf ?? todayIn(known.timeZone, now);
  const statute = knownAt === undefined ? undefined : await statuteKnownAt(scope, request.statuteId, knownAt);
  const law = lawOf(request, known, await loadClosures(scope), { knownAt, statute });
  return { standing: readStanding(facts, law, asOf), agency, known, law, facts };
}

/** What the clock was told of the agency at that moment; before its first version, the first one. */
async function agencyKnownAt(scope: Scope, agency: Agency, knownAt: Instant): Promise<Agency> {
  const versions = await scope.em.find(AgencyVersion, { where: { agencyId: agency.id }, order: { version: 'ASC' } });
  const then = versions.findLast((version) => version.recordedAt <= knownAt) ?? versions[0];
  if (!then) return agency;
  return { ...agency, timeZone: then.timeZone, overrides: then.overrides };
}
