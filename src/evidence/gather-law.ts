import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Closure } from '../law/closures.ts';
import type { Law } from '../law/law.ts';
import { findHolidayCalendar } from '../law/holidays/all.ts';
import type { HolidayCalendar } from '../law/holidays/holiday.ts';
import type { Statute } from '../law/statute.ts';
import type { Instant } from '../now.ts';
import { closuresUnder, loadClosures } from '../requests/closures.ts';
import type { LawKind } from '../requests/law-text.entity.ts';
import { calendarsOf } from '../requests/law-texts.ts';
import type { Request } from '../requests/request.entity.ts';

/** Which text of a law or a calendar it is, and since when this desk reads by it. */
export interface TextVersion {
  kind: LawKind;
  id: string;
  version: number;
  source: string;
  inForceSince: Instant;
}

/** By what the deadlines of a package were read. */
export interface LawFacts {
  statute: Statute;
  calendars: HolidayCalendar[];
  closures: Closure[];
  versions: TextVersion[];
}

export async function gatherLaw(scope: Scope, request: Request, { statute }: Pick<Law, 'statute'>): Promise<LawFacts> {
  const ids = calendarsOf(statute).sort();
  return {
    statute,
    calendars: ids.flatMap((id) => findHolidayCalendar(id) ?? []),
    closures: closuresUnder(statute, await loadClosures(scope)),
    versions: await versionsOf(scope, request.statuteId, ids),
  };
}

async function versionsOf(scope: Scope, statuteId: string, calendars: string[]): Promise<TextVersion[]> {
  return sql<TextVersion>(
    scope,
    `SELECT kind, law_id AS id, version, source, recorded_at AS "inForceSince" FROM law_text
     WHERE number IN (SELECT max(number) FROM law_text GROUP BY kind, law_id) AND body IS NOT NULL
       AND ((kind = 'statute' AND law_id = :statuteId) OR (kind = 'calendar' AND law_id IN (:calendars)))
     ORDER BY kind DESC, law_id`,
    { statuteId, calendars },
  );
}
