import { createHash } from 'node:crypto';
import type { User } from '../auth/user.entity.ts';
import type { Database } from '../database/database.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { visibleInSql } from '../requests/access.ts';
import { todayIn } from '../requests/today.ts';
import { Where } from '../requests/where.ts';
import type { Feed } from './feed.entity.ts';

/** Of more, a feed holds those that come first. */
export const MOST_ENTRIES = 10_000;

/** One entry with all that is told of it. */
export interface FeedRow {
  request_id: string;
  deadline_id: string;
  due_on: PlainDate;
  live: boolean | number;
  sequence: number;
  modified_at: Instant;
  /** Null: the deadline is no more. */
  body: string | null;
  missed: boolean | number;
  number: string;
  subject: string;
  confidential: boolean | number;
  sample: boolean | number;
  tracking_numbers: string;
  request_updated_at: Instant;
  agency_name: string;
  time_zone: string;
  agency_updated_at: Instant;
}

/** What a feed shows, and to whom: asked anew at each call. */
export interface Asked {
  feed: Pick<Feed, 'scope' | 'tag'>;
  user: User;
  from: PlainDate;
  now: Instant;
}

const MISSED = `CASE WHEN d.state = 'running' AND d.missed_at <= :now THEN 1 ELSE 0 END AS missed`;

const TABLES = `calendar_entry e JOIN request r ON r.id = e.request_id JOIN agency a ON a.id = r.agency_id
  LEFT JOIN request_deadline d ON d.request_id = e.request_id AND d.deadline_id = e.deadline_id`;

/** The entries of a feed, soonest first. */
export function feedRows(database: Database, asked: Asked): Promise<FeedRow[]> {
  return read<FeedRow>(
    database,
    asked,
    `e.request_id, e.deadline_id, e.due_on, e.live, e.sequence, e.modified_at, d.body, ${MISSED}, r.number, r.subject,
     r.confidential, r.sample, r.tracking_numbers, r.updated_at AS request_updated_at, a.name AS agency_name,
     a.time_zone, a.updated_at AS agency_updated_at`,
  );
}

/**
 * A digest that is another whenever `feedRows` would be, without reading what is long: whatever changes a request or an
 * agency raises its version.
 */
export async function feedState(database: Database, asked: Asked): Promise<string> {
  const rows = await read<{ missed: boolean | number; time_zone: string }>(
    database,
    asked,
    `e.request_id, e.deadline_id, e.sequence, r.version AS request, a.id AS agency_id, a.version AS agency, a.time_zone,
     ${MISSED}`,
  );
  const digest = createHash('sha256').update(asked.from);
  for (const row of rows) {
    // Since when somebody is late hangs on the day there, until a sweep has saved it.
    const today = row.missed ? todayIn(row.time_zone, asked.now) : '';
    digest.update(`${Object.values(row).join(' ')} ${today}\n`);
  }
  return digest.digest('base64url');
}

function read<T>(database: Database, { feed, user, from, now }: Asked, columns: string): Promise<T[]> {
  const where = new Where(visibleInSql(user, 'r'));
  where.and('e.due_on >= :from', { from });
  if (feed.scope === 'mine') where.and(MINE, { me: user.id });
  if (feed.scope === 'tag') {
    const tagged = 'EXISTS (SELECT 1 FROM request_tag t WHERE t.request_id = r.id AND t.tag = :tag)';
    where.and(tagged, { tag: feed.tag });
  }
  return database.readAside<T>(
    `SELECT ${columns} FROM ${TABLES} WHERE ${where.text}
     ORDER BY e.due_on, e.request_id, e.deadline_id LIMIT ${MOST_ENTRIES}`,
    { ...where.parameters, now },
  );
}

/** As with reminders: of whoever looks after it, else of whoever made it, and of those who watch it. */
const MINE = `(r.assignee_id = :me OR (r.assignee_id IS NULL AND r.creator_id = :me)
  OR EXISTS (SELECT 1 FROM request_watcher w WHERE w.request_id = r.id AND w.user_id = :me))`;
