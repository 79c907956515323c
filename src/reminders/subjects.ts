import { Agency } from '../agencies/agency.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { calendarFor } from '../law/calendar.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import { loadClosures } from '../requests/closures.ts';
import { factsOf, loadHistories } from '../requests/history.ts';
import { Request } from '../requests/request.entity.ts';
import { hasTurned, lawOf, readStanding } from '../requests/standing-cache.ts';
import { todayIn } from '../requests/today.ts';
import type { Plannable } from './plan-store.ts';
import type { PlannedFact } from './plan-input.ts';

/** A request that somebody is reminded of, as it stands now. */
export type Subject = Plannable;

/**
 * These requests by id, locked until the transaction ends, with standings as of now: one that has turned since it was
 * last read is read anew, not believed.
 */
export async function loadSubjects(tx: Tx, requestIds: readonly string[], now: Instant): Promise<Map<string, Subject>> {
  const ids = [...new Set(requestIds)].sort();
  if (tx.engine === 'postgres' && ids.length > 0) {
    await sql(tx, 'SELECT id FROM request WHERE id IN (:ids) ORDER BY id FOR NO KEY UPDATE', { ids });
  }
  return readSubjects(tx, ids, now);
}

/** The same without a lock, for looking only. */
export async function readSubjects(scope: Scope, ids: string[], now: Instant): Promise<Map<string, Subject>> {
  if (ids.length === 0) return new Map();
  const requests = await byIds(scope, Request, ids);
  const agencies = await byIds(scope, Agency, [...new Set(requests.map((request) => request.agencyId))]);
  const agencyOf = new Map(agencies.map((agency) => [agency.id, agency]));
  const facts = await loadFacts(scope, ids);
  const today = (request: Request) => todayIn(agencyOf.get(request.agencyId)!.timeZone, now);
  const turned = requests.filter((request) => hasTurned(request, now, today(request)));
  const histories = await loadHistories(
    scope,
    turned.map((request) => request.id),
  );
  const closures = await loadClosures(scope);
  return new Map(
    requests.map((request) => {
      const agency = agencyOf.get(request.agencyId)!;
      const law = lawOf(request, agency, closures);
      const history = histories.get(request.id);
      const standing: Standing = history ? readStanding(factsOf(history), law, today(request)) : request.standing;
      const calendar = calendarFor(law.statute, law.overrides, law.suspensions);
      return [request.id, { request, agency, standing, calendar, facts: facts.get(request.id) ?? [] }];
    }),
  );
}

function byIds<T extends { id: string }>(scope: Scope, entity: new () => T, ids: string[]): Promise<T[]> {
  return scope.em.createQueryBuilder(entity, 'one').where('one.id IN (:...ids)', { ids }).getMany();
}

/** Only the dates of the facts: planning looks at no more. */
async function loadFacts(scope: Scope, ids: string[]): Promise<Map<string, PlannedFact[]>> {
  const rows = await sql<{ id: string; request_id: string; on_day: PlainDate; recorded_at: Instant }>(
    scope,
    'SELECT id, request_id, on_day, recorded_at FROM status_change WHERE request_id IN (:ids)',
    { ids },
  );
  const found = new Map<string, PlannedFact[]>();
  for (const { id, request_id, on_day, recorded_at } of rows) {
    const fact = { id, on: on_day, recordedAt: recorded_at };
    const own = found.get(request_id);
    if (own) own.push(fact);
    else found.set(request_id, [fact]);
  }
  return found;
}
