import type { User } from '../auth/user.entity.ts';
import type { Engine } from '../database/engine.ts';
import { visibleInSql } from '../requests/access.ts';
import { Where } from '../requests/where.ts';
import { askedFor } from './exemption-filter.ts';
import type { SearchFilters } from './search.dto.ts';
import type { Matching } from './search-index.ts';

/** Days by which a text may be filtered; what has none of the kind is then left out. */
const DAYS = {
  released: 'd.released_on',
  received: 'd.received_on',
  recorded: `substr(COALESCE(d.added_at, e.recorded_at), 1, 10)`,
  any: `COALESCE(d.released_on, d.received_on, e.on_day, substr(COALESCE(d.added_at, e.recorded_at), 1, 10))`,
};

/**
 * Everything that is found and that `user` may see: permission stands inside the query, so that no order, count or
 * page betrays what is hidden. `e` is the entry, `r` its request, `d` its document, if it has one.
 */
export function foundBy(
  engine: Engine,
  user: User,
  matching: Matching,
  filters: SearchFilters,
): { from: string; where: Where } {
  const where = new Where(visibleInSql(user, 'r'));
  where.and(matching.where, matching.parameters);
  where.and('NOT e.gone');
  // How SQLite learns that the time is up (`readAside`); to ask at every row would cost more than the row.
  if (engine === 'sqlite') where.and('(e.id % 64 <> 0 OR in_time())');
  where.oneOf('e.kind', 'kind', filters.kind, engine);
  where.oneOf('e.request_id', 'requestId', filters.requestId, engine);
  where.oneOf('e.subject_id', 'documentId', filters.documentId, engine);
  where.oneOf('r.agency_id', 'agencyId', filters.agencyId, engine);
  where.oneOf('b.media_type', 'mediaType', filters.mediaType, engine);
  if (filters.tag) {
    where.and('EXISTS (SELECT 1 FROM request_tag t WHERE t.request_id = r.id AND t.tag IN (:tags))', {
      tags: filters.tag,
    });
  }
  if (filters.exemption) {
    const { condition, parameters } = askedFor(filters.exemption, filters.exemptionState ?? ['confirmed']);
    where.and(condition, parameters);
  }
  const day = DAYS[filters.dateOf];
  if (filters.from !== undefined) where.and(`${day} >= :from`, { from: filters.from });
  if (filters.to !== undefined) where.and(`${day} <= :to`, { to: filters.to });
  return {
    // The databases leave out a LEFT JOIN of which nothing is asked.
    from: `${matching.from} JOIN search_entry e ON e.id = ${matching.id} JOIN request r ON r.id = e.request_id
      LEFT JOIN document d ON d.id = e.subject_id LEFT JOIN blob b ON b.sha256 = d.sha256`,
    where,
  };
}
