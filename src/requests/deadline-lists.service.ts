import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database } from '../database/database.ts';
import type { Engine } from '../database/engine.ts';
import { sql } from '../database/sql.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import type { Deadline } from '../law/standing.ts';
import { type Instant, Now } from '../now.ts';
import { visibleInSql } from './access.ts';
import type { DeadlineItem } from './request-view.dto.ts';
import type { DeadlinesQuery } from './requests.dto.ts';
import { NEVER } from './standing-cache.ts';
import { todayIn } from './today.ts';
import { Where } from './where.ts';

interface Row {
  request_id: string;
  deadline_id: string;
  sort_on: string;
  body: string;
  missed: boolean | number;
  number: string;
  subject: string;
  status: DeadlineItem['request']['status'];
  agency_id: string;
  agency_name: string;
  time_zone: string;
  assignee_id: string | null;
  tracking_numbers: string;
}

/** Deadlines across all requests that a user may see. */
@Injectable()
export class DeadlineLists {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** Soonest first, what has no date last. */
  async page(user: User, call: Call, query: DeadlinesQuery): Promise<Page<DeadlineItem>> {
    const { limit, after } = pageOf(query, 3);
    const now = this.now.instant();
    return this.database.read(async (scope) => {
      const where = deadlinesWhere(scope.engine, user, query, now);
      if (after) {
        const [afterOn, afterRequest, afterId] = after;
        where.and('(d.sort_on, d.request_id, d.deadline_id) > (:afterOn, :afterRequest, :afterId)', {
          afterOn,
          afterRequest,
          afterId,
        });
      }
      const rows = await sql<Row>(
        scope,
        `SELECT d.request_id, d.deadline_id, d.sort_on, d.body,
           CASE WHEN d.state = 'running' AND d.missed_at <= :now THEN 1 ELSE 0 END AS missed,
           r.number, r.subject, r.status, r.agency_id, a.name AS agency_name, a.time_zone, r.assignee_id,
           r.tracking_numbers
         FROM request_deadline d JOIN request r ON r.id = d.request_id JOIN agency a ON a.id = r.agency_id
         WHERE ${where.text} ORDER BY d.sort_on, d.request_id, d.deadline_id LIMIT :limit`,
        { ...where.parameters, now, limit: limit + 1 },
      );
      const cursorOf = (row: Row) => [row.sort_on, row.request_id, row.deadline_id];
      return toPage(call, limit, rows, cursorOf, (row) => toDeadlineItem(row, now));
    });
  }
}

function deadlinesWhere(engine: Engine, user: User, query: DeadlinesQuery, now: Instant): Where {
  const where = new Where(visibleInSql(user, 'r'));
  if (query.from !== undefined) where.and('d.sort_on >= :from', { from: query.from });
  if (query.to !== undefined) where.and('d.sort_on <= :to', { to: query.to });
  // What has no date is in no span of days.
  if (query.from !== undefined || query.to !== undefined) where.and('d.sort_on < :never', { never: NEVER });
  if (query.owedBy) where.and('d.owed_by IN (:owedBy)', { owedBy: query.owedBy });
  if (query.kind) where.and('d.kind IN (:kind)', { kind: query.kind });
  where.oneOf('r.agency_id', 'agencyId', query.agencyId, engine);
  where.oneOf('r.assignee_id', 'assigneeId', query.assigneeId, engine);
  if (query.requestId) where.and('d.request_id IN (:requestId)', { requestId: query.requestId });
  if (query.state) {
    // A day that has passed since the standing was read counts as missed, sweep or no sweep.
    const state = `CASE WHEN d.state = 'running' AND d.missed_at <= :now THEN 'missed' ELSE d.state END`;
    where.and(`${state} IN (:state)`, { state: query.state, now });
  }
  return where;
}

/** The deadline as it is now: a running one whose day has passed since its standing was read is `missed`. */
export function deadlineNow(row: Pick<Row, 'body' | 'missed' | 'time_zone'>, now: Instant): Deadline {
  const deadline = JSON.parse(row.body) as Deadline;
  if (!row.missed) return deadline;
  const latest = deadline.latestReadingOn;
  const lateOnEveryReading = latest !== null && latest < todayIn(row.time_zone, now);
  return { ...deadline, state: 'missed', overdue: true, lateOnEveryReading };
}

function toDeadlineItem(row: Row, now: Instant): DeadlineItem {
  return {
    ...deadlineNow(row, now),
    request: {
      id: row.request_id,
      number: row.number,
      subject: row.subject,
      status: row.status,
      agency: { id: row.agency_id, name: row.agency_name },
      assigneeId: row.assignee_id,
      trackingNumbers: JSON.parse(row.tracking_numbers) as string[],
    },
  };
}
