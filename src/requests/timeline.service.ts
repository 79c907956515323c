import { Inject, Injectable } from '@nestjs/common';
import { Agency } from '../agencies/agency.entity.ts';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { inOrder } from '../law/history.ts';
import { formatDay, type PlainDate } from '../law/plain-date.ts';
import type { Anomaly } from '../law/standing.ts';
import { isKind, type StatusChange } from '../law/status-change.ts';
import { type Instant, Now } from '../now.ts';
import { access } from './access.ts';
import { loadActs } from './acts.ts';
import { loadClosures } from './closures.ts';
import { type Entry, factsOf, loadHistory } from './history.ts';
import { inWords } from './in-words.ts';
import { lawOf, readStanding } from './reading.ts';
import { asSeenBy } from './references.ts';
import type { Request } from './request.entity.ts';
import { DeadlineMove } from './status-change.entity.ts';
import { dayIn } from '../zone.ts';
import { toActItem } from './timeline-acts.ts';
import type { ActItem, FactItem, MoveItem, Timeline, TimelineItem } from './timeline.dto.ts';
import { todayIn } from './today.ts';
import { nameUsers } from './user-names.ts';

/** Tells a request's life in the order in which it happened. */
@Injectable()
export class Timelines {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  async of(user: User, id: string): Promise<Timeline> {
    return this.database.read(async (scope) => {
      const request = await access(scope, user, id, 'read');
      const agency = await scope.em.findOneByOrFail(Agency, { id: request.agencyId });
      return readTimeline(scope, user, request, agency, todayIn(agency.timeZone, this.now.instant()));
    });
  }
}

/** The life of a request that `user` may see, with what does not fit in it on `today`. */
export async function readTimeline(
  scope: Scope,
  user: User,
  request: Request,
  agency: Agency,
  today: PlainDate,
): Promise<Timeline> {
  const { id } = request;
  const entries = await loadHistory(scope, id);
  const { anomalies } = readStanding(factsOf(entries), lawOf(request, agency, await loadClosures(scope)), today);
  const acts = await loadActs(scope, id);
  const actors = [...entries.map((entry) => entry.recordedBy), ...acts.map((act) => act.actedBy)];
  const nameOf = await nameUsers(scope, actors);
  const documents = await sql<{ id: string; status_change_id: string }>(
    scope,
    `SELECT id, status_change_id FROM document WHERE request_id = :id AND status_change_id IS NOT NULL ORDER BY id`,
    { id },
  );
  const moves = await scope.em.find(DeadlineMove, { where: { requestId: id }, order: { id: 'ASC' } });
  const context = {
    anomalies,
    nameOf,
    documents,
    corrections: correctionsOf(entries),
    asSeen: await asSeenBy(scope, user, factsOf(entries)),
  };
  const entryOf = new Map(entries.map((entry) => [entry.change, entry]));
  const facts = inOrder([...entryOf.keys()]).map((change) => toFactItem(entryOf.get(change)!, context));
  const others = [
    ...moves.map((move) => toMoveItem(move, agency.timeZone)),
    ...acts.map((act) => toActItem(act, agency.timeZone, nameOf)),
  ];
  return { items: interleave(facts, others), next: null };
}

interface Context {
  anomalies: Anomaly[];
  nameOf: (id: string) => string | null;
  documents: { id: string; status_change_id: string }[];
  corrections: Map<string, StatusChange<'corrected'>>;
  asSeen: (change: StatusChange) => StatusChange;
}

function toFactItem(entry: Entry, context: Context): FactItem {
  const { change } = entry;
  const correction = context.corrections.get(change.id);
  return {
    type: 'status-change',
    on: change.on,
    says: inWords(change),
    statusChange: context.asSeen(change),
    recordedAt: change.recordedAt,
    recordedBy: { id: entry.recordedBy, name: context.nameOf(entry.recordedBy) },
    hash: entry.hash,
    ...(correction && {
      correctedBy: { id: correction.id, takenOut: correction.replacement === null, at: correction.recordedAt },
    }),
    anomalies: context.anomalies.filter((anomaly) => anomaly.statusChangeId === change.id),
    documentIds: context.documents.filter((row) => row.status_change_id === change.id).map((row) => row.id),
  };
}

/** Fact → the correction that holds. One that was itself taken out corrects nothing; the last recorded wins. */
function correctionsOf(entries: readonly Entry[]): Map<string, StatusChange<'corrected'>> {
  const found = new Map<string, StatusChange<'corrected'>>();
  for (const change of factsOf(entries).toReversed()) {
    if (!isKind(change, 'corrected')) continue;
    const own = found.get(change.id);
    if (own && own.replacement === null) continue;
    if (!found.has(change.corrects)) found.set(change.corrects, change);
  }
  return found;
}

function toMoveItem(move: DeadlineMove, zone: string): MoveItem {
  const from = move.fromOn ? formatDay(move.fromOn) : 'no date';
  const to = move.toOn ? formatDay(move.toOn) : 'no date for now';
  return {
    type: 'deadline-moved',
    on: dayIn(zone, move.movedAt),
    says: `The deadline "${move.deadlineKind}" moved from ${from} to ${to}, because ${move.because}.`,
    deadlineId: move.deadlineId,
    deadlineKind: move.deadlineKind,
    from: move.fromOn,
    to: move.toOn,
    because: move.because,
    movedAt: move.movedAt,
  };
}

/** Facts keep their legal order; whatever else was done stands after the last fact that happened and was recorded by then. */
function interleave(facts: readonly FactItem[], others: readonly (MoveItem | ActItem)[]): TimelineItem[] {
  const items: TimelineItem[] = [...facts];
  for (const other of others.toSorted((a, b) => (doneAt(a) < doneAt(b) ? -1 : 1))) {
    const at = doneAt(other);
    const after = items.findLastIndex((item) =>
      item.type === 'status-change' ? item.recordedAt <= at && item.on <= other.on : doneAt(item) <= at,
    );
    items.splice(after + 1, 0, other);
  }
  return items;
}

function doneAt(item: MoveItem | ActItem): Instant {
  return item.type === 'deadline-moved' ? item.movedAt : item.actedAt;
}
