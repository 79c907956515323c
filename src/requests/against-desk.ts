import { Agency } from '../agencies/agency.entity.ts';
import type { Scope } from '../database/database.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Statute } from '../law/statute.ts';
import type { Instant } from '../now.ts';
import { loadClosures } from './closures.ts';
import { factsOf, loadHistory } from './history.ts';
import { lawOf, readStanding } from './reading.ts';
import { movesBetween } from './standing-cache.ts';
import { todayIn } from './today.ts';
import { everyRequest } from './verify.ts';

/** A due date that another law would move. */
export interface WouldMove {
  number: string;
  deadlineKind: string;
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
}

/** What would be otherwise in the desk under another law. */
export interface AgainstDesk {
  /** Requests under a law that would change. */
  requests: number;
  /** Those of them that would stand otherwise, dates or not. */
  otherwise: number;
  moves: WouldMove[];
}

/**
 * Reads every request under one of these laws twice, as it stands today and as it would stand by the other text; `lawBy`
 * gives that text, or nothing for a law that stays. Writes nothing. Run it in a snapshot.
 */
export async function againstDesk(
  scope: Scope,
  lawBy: (statuteId: string) => Statute | undefined,
  now: Instant,
): Promise<AgainstDesk> {
  const closures = await loadClosures(scope);
  const found: AgainstDesk = { requests: 0, otherwise: 0, moves: [] };
  for await (const request of everyRequest(scope)) {
    const other = lawBy(request.statuteId);
    if (!other) continue;
    found.requests++;
    const agency = await scope.em.findOneByOrFail(Agency, { id: request.agencyId });
    const facts = factsOf(await loadHistory(scope, request.id));
    const today = todayIn(agency.timeZone, now);
    const before = readStanding(facts, lawOf(request, agency, closures), today);
    const after = readStanding(facts, lawOf(request, agency, closures, { statute: other }), today);
    if (JSON.stringify(before) !== JSON.stringify(after)) found.otherwise++;
    for (const { deadlineKind, fromOn, toOn } of movesBetween(before, after))
      found.moves.push({ number: request.number, deadlineKind, fromOn, toOn });
  }
  return found;
}
