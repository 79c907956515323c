import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import { type Instant, Now } from '../now.ts';
import { access, relatedSeen, visibleInSql } from './access.ts';
import { membersOf } from './members.ts';
import { Request } from './request.entity.ts';
import { type HeadSource, type RequestHead, toHead, toRequestView, toViewText } from './request-view.ts';
import type { ViewQuery } from './requests.dto.ts';
import { readAsOf } from './read-as-of.ts';
import { readStanding } from './reading.ts';
import { Sources } from './sources.ts';
import { type Cached, cachedOf, hasTurned } from './standing-cache.ts';
import { todayIn } from './today.ts';

/** A request as JSON text, and the version it has. */
export interface ViewText {
  text: string;
  version: number;
}

interface Row {
  id: string;
  number: string;
  agency_id: string;
  agency_name: string;
  time_zone: string;
  statute_id: string;
  subject: string;
  description: string;
  access: 'everyone' | 'members';
  confidential: boolean | number;
  sample: boolean | number;
  creator_id: string;
  assignee_id: string | null;
  requester: string | null;
  fee_category: Request['feeCategory'];
  track: string | null;
  fee_limit: string | null;
  tags: string;
  related: string;
  created_at: Instant;
  updated_at: Instant;
  version: number;
  held_since: Instant | null;
  standing: string;
  overdue_at: Instant | null;
  window_missed_at: Instant | null;
  turns_at: Instant | null;
  read_on: PlainDate;
  next_due_on: PlainDate | null;
}

/** Reads requests one by one. */
@Injectable()
export class RequestReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** The request as it stands today, or on `asOf`, by what was known at `knownAt`. */
  async one(user: User, id: string, query: ViewQuery): Promise<ViewText> {
    return this.database.read(async (scope) => {
      if (query.asOf !== undefined || query.knownAt !== undefined) return this.#asOf(scope, user, id, query);
      const now = this.now.instant();
      const row = await findRow(scope, user, id);
      const today = todayIn(row.time_zone, now);
      const turned = hasTurned({ turnsAt: row.turns_at, readOn: row.read_on }, now, today);
      const fresh = turned ? await rereadOne(scope, id, today) : null;
      const head = await this.#head(scope, user, { ...toSource(row), ...fresh?.cached }, row.agency_name, now);
      const text = fresh
        ? JSON.stringify(toRequestView(head, fresh.standing))
        : // Until it turns, a standing is the same from day to day: only its date is today's.
          toViewText(head, row.standing, today);
      return { text, version: row.version };
    });
  }

  /** How it stands, today or on `asOf`, by what was known at `knownAt`. */
  async standing(user: User, id: string, query: ViewQuery): Promise<Standing> {
    return this.database.read(async (scope) => {
      const request = await access(scope, user, id, 'read');
      return (await readAsOf(scope, request, query, this.now.instant())).standing;
    });
  }

  async #asOf(scope: Scope, user: User, id: string, query: ViewQuery): Promise<ViewText> {
    const request = await access(scope, user, id, 'read');
    const now = this.now.instant();
    const { standing, known, agency } = await readAsOf(scope, request, query, now);
    const cached = cachedOf(standing, known.timeZone);
    const head = await this.#head(scope, user, { ...request, ...cached }, agency.name, now);
    const view = {
      ...toRequestView(head, standing),
      overdue: isLateOn(standing),
      windowMissed: standing.deadlines.some(
        (one) => one.owedBy === 'requester' && one.state === 'missed' && !one.metOn,
      ),
      ...(query.knownAt !== undefined && { knownAt: query.knownAt }),
    };
    return { text: JSON.stringify(view), version: request.version };
  }

  /** Related requests that `user` cannot see are left out. */
  async #head(scope: Scope, user: User, source: HeadSource, agency: string, now: Instant): Promise<RequestHead> {
    const head = toHead(source, agency, now);
    if (source.access === 'members') head.members = await membersOf(scope, source);
    head.related = await relatedSeen(scope, user, source.related);
    return head;
  }
}

/** Late on every reading, and still owed. */
function isLateOn(standing: Standing): boolean {
  return standing.deadlines.some((one) => one.owedBy === 'agency' && one.overdue && one.lateOnEveryReading);
}

async function findRow(scope: Scope, user: User, id: string): Promise<Row> {
  const seen = visibleInSql(user, 'r');
  const [row] = await sql<Row>(
    scope,
    `SELECT r.id, r.number, r.agency_id, a.name AS agency_name, a.time_zone, r.statute_id, r.subject, r.description,
       r.access, r.confidential, r.sample, r.creator_id, r.assignee_id, r.requester, r.fee_category, r.track, r.fee_limit, r.tags, r.related,
       r.created_at, r.updated_at, r.version, r.held_since, r.standing, r.overdue_at, r.window_missed_at, r.turns_at, r.read_on,
       r.next_due_on
     FROM request r JOIN agency a ON a.id = r.agency_id WHERE r.id = :id AND ${seen.where}`,
    { id, ...seen.parameters },
  );
  if (!row) throw notFound('request');
  return row;
}

function toSource(row: Row): HeadSource {
  return {
    id: row.id,
    number: row.number,
    agencyId: row.agency_id,
    statuteId: row.statute_id,
    subject: row.subject,
    description: row.description,
    access: row.access,
    confidential: Boolean(row.confidential),
    sample: Boolean(row.sample),
    creatorId: row.creator_id,
    assigneeId: row.assignee_id,
    requester: parsed(row.requester),
    feeCategory: row.fee_category,
    track: row.track,
    feeLimit: parsed(row.fee_limit),
    tags: parsed(row.tags) ?? [],
    related: parsed(row.related) ?? [],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    heldSince: row.held_since,
    overdueAt: row.overdue_at,
    windowMissedAt: row.window_missed_at,
    turnsAt: row.turns_at,
    nextDueOn: row.next_due_on,
  } as HeadSource;
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}

export interface Reread {
  standing: Standing;
  cached: Cached;
}

async function rereadOne(scope: Scope, id: string, today: PlainDate): Promise<Reread> {
  const read = await rereadMany(scope, [id], () => today);
  return read.get(id)!;
}

/** Reads standings of today from the histories, for rows whose turn has come and no sweep has seen yet. */
export async function rereadMany(
  scope: Scope,
  ids: readonly string[],
  todayOf: (zone: string) => PlainDate,
): Promise<Map<string, Reread>> {
  const found = new Map<string, Reread>();
  if (ids.length === 0) return found;
  const requests = await scope.em
    .createQueryBuilder(Request, 'request')
    .select(['request.id', 'request.agencyId', 'request.statuteId', 'request.feeCategory', 'request.track'])
    .where('request.id IN (:...ids)', { ids: [...ids] })
    .getMany();
  const sources = await Sources.of(scope, requests);
  for (const request of requests) {
    const { timeZone } = sources.agency(request);
    const standing = readStanding(sources.facts(request), sources.law(request), todayOf(timeZone));
    found.set(request.id, { standing, cached: cachedOf(standing, timeZone) });
  }
  return found;
}
