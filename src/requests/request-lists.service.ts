import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import type { Engine } from '../database/engine.ts';
import { sql } from '../database/sql.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { type Instant, Now } from '../now.ts';
import { visibleInSql } from './access.ts';
import type { GlanceDeadline } from './request.entity.ts';
import type { RequestItem } from './request-view.dto.ts';
import { rereadMany } from './request-reader.service.ts';
import { hasCome, nameOfStatute } from './request-view.ts';
import type { RequestsQuery } from './requests.dto.ts';
import { hasTurned } from './standing-cache.ts';
import { todayIn } from './today.ts';
import { Where } from './where.ts';

interface Row {
  id: string;
  number: string;
  status: RequestItem['status'];
  outcome: string | null;
  agency_id: string;
  agency_name: string;
  statute_id: string;
  subject: string;
  tags: string;
  assignee_id: string | null;
  creator_id: string;
  access: RequestItem['access'];
  confidential: boolean | number;
  tracking_numbers: string;
  glance: string;
  overdue_at: Instant | null;
  window_missed_at: Instant | null;
  turns_at: Instant | null;
  read_on: PlainDate;
  time_zone: string;
  next_due_on: PlainDate | null;
  created_at: Instant;
  updated_at: Instant;
}

/** Lists across requests. What a user may not see is left out inside the query, so that no page betrays it. */
@Injectable()
export class RequestLists {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** Newest first. */
  async page(user: User, call: Call, query: RequestsQuery): Promise<Page<RequestItem>> {
    const { limit, after } = pageOf(query, 2);
    const now = this.now.instant();
    return this.database.read(async (scope) => {
      const where = requestsWhere(scope.engine, user, query, now);
      if (after) where.and('(r.created_at, r.id) < (:afterAt, :afterId)', { afterAt: after[0], afterId: after[1] });
      const rows = await sql<Row>(
        scope,
        `SELECT r.id, r.number, r.status, r.outcome, r.agency_id, a.name AS agency_name, r.statute_id, r.subject, r.tags,
           r.assignee_id, r.creator_id, r.access, r.confidential, r.tracking_numbers, r.glance, r.overdue_at,
           r.window_missed_at, r.turns_at, r.read_on, a.time_zone, r.next_due_on, r.created_at, r.updated_at
         FROM request r JOIN agency a ON a.id = r.agency_id
         WHERE ${where.text} ORDER BY r.created_at DESC, r.id DESC LIMIT :limit`,
        { ...where.parameters, limit: limit + 1 },
      );
      const page = toPage(
        call,
        limit,
        rows,
        (row) => [row.created_at, row.id],
        (row) => toItem(row, now),
      );
      await freshen(scope, rows, page.items, now);
      return page;
    });
  }
}

function requestsWhere(engine: Engine, user: User, query: RequestsQuery, now: Instant): Where {
  const where = new Where(visibleInSql(user, 'r'));
  where.oneOf('r.status', 'status', query.status, engine);
  where.oneOf('r.outcome', 'outcome', query.outcome, engine);
  where.oneOf('r.agency_id', 'agencyId', query.agencyId, engine);
  where.oneOf('r.assignee_id', 'assigneeId', query.assigneeId, engine);
  where.hasCome('r.overdue_at', query.overdue, now);
  where.hasCome('r.window_missed_at', query.windowMissed, now);
  if (query.dueBefore !== undefined) where.and('r.next_due_on < :dueBefore', { dueBefore: query.dueBefore });
  if (query.dueAfter !== undefined) where.and('r.next_due_on > :dueAfter', { dueAfter: query.dueAfter });
  if (query.updatedSince !== undefined)
    where.and('r.updated_at >= :updatedSince', { updatedSince: query.updatedSince });
  if (query.tag) {
    where.and('EXISTS (SELECT 1 FROM request_tag t WHERE t.request_id = r.id AND t.tag IN (:tags))', {
      tags: query.tag,
    });
  }
  if (query.q !== undefined) where.words('r.search', query.q);
  return where;
}

function toItem(row: Row, now: Instant): RequestItem {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    outcome: row.outcome,
    agency: { id: row.agency_id, name: row.agency_name },
    statute: nameOfStatute(row.statute_id),
    subject: row.subject,
    tags: JSON.parse(row.tags) as string[],
    assigneeId: row.assignee_id,
    creatorId: row.creator_id,
    access: row.access,
    confidential: Boolean(row.confidential),
    trackingNumbers: JSON.parse(row.tracking_numbers) as string[],
    deadlines: JSON.parse(row.glance) as GlanceDeadline[],
    overdue: hasCome(row.overdue_at, now),
    windowMissed: hasCome(row.window_missed_at, now),
    nextDueOn: row.next_due_on,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Items whose standing has turned since it was read show today's; the sweep will have saved it in a moment. */
async function freshen(scope: Scope, rows: readonly Row[], items: RequestItem[], now: Instant): Promise<void> {
  const turned = rows
    .filter((row) => hasTurned({ turnsAt: row.turns_at, readOn: row.read_on }, now, todayIn(row.time_zone, now)))
    .map((row) => row.id);
  if (turned.length === 0) return;
  const read = await rereadMany(scope, turned, (zone) => todayIn(zone, now));
  for (const item of items) {
    const cached = read.get(item.id)?.cached;
    if (!cached) continue;
    item.status = cached.status;
    item.outcome = cached.outcome;
    item.deadlines = cached.glance;
    item.overdue = hasCome(cached.overdueAt, now);
    item.windowMissed = hasCome(cached.windowMissedAt, now);
    item.nextDueOn = cached.nextDueOn;
  }
}
