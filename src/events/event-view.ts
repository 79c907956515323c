import { sql } from '../database/sql.ts';
import type { Scope } from '../database/database.ts';
import type { Instant } from '../now.ts';
import type { Where } from '../requests/where.ts';
import { type EventType, PING, type ShownType, TOUCHED } from './event-types.ts';

/** An event with what is to be known of its request now. */
export interface EventRow {
  id: string;
  number: number | string | null;
  type: EventType;
  requestId: string;
  byUserId: string | null;
  at: Instant;
  /** JSON. */
  data: string;
  requestNumber: string;
  confidential: boolean | number;
}

export const EVENT_COLUMNS = `e.id, e.number, e.type, e.request_id AS "requestId", e.by_user_id AS "byUserId", e.at, e.data,
  r.number AS "requestNumber", r.confidential`;

/** What is said of an event outside: of a confidential request its number and a link, and that something happened. */
export interface Told {
  type: ShownType;
  request: { id?: string; number: string; url: string };
  byUserId?: string | null;
  data?: Record<string, string | number | null>;
}

export type UrlOf = (requestId: string) => string;

export function toldOf(row: EventRow, urlOf: UrlOf): Told {
  const request = { number: row.requestNumber, url: urlOf(row.requestId) };
  if (row.confidential) return { type: TOUCHED, request };
  const data = JSON.parse(row.data) as Told['data'];
  return { type: row.type, request: { id: row.requestId, ...request }, byUserId: row.byUserId, data };
}

/** The body of a webhook, as it is signed and sent. All of it is ids, kinds and days, so it stays far below 20 KB. */
export function bodyOf({ at, ...row }: EventRow, urlOf: UrlOf): string {
  const { type, request, byUserId, data } = toldOf({ at, ...row }, urlOf);
  return JSON.stringify({ type, timestamp: at, data: { request, byUserId, ...data } });
}

export function pingBody(at: Instant): string {
  return JSON.stringify({ type: PING, timestamp: at, data: {} });
}

/** Events of these requests in the order of their numbers; `where` also says whose eyes count. */
export function readEvents(scope: Scope, where: Where, order: string, limit: number): Promise<EventRow[]> {
  return sql<EventRow>(
    scope,
    `SELECT ${EVENT_COLUMNS} FROM event e JOIN request r ON r.id = e.request_id
     WHERE ${where.text} ORDER BY ${order} LIMIT :limit`,
    { ...where.parameters, limit },
  );
}
