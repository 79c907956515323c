import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { LOG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import type { Call } from '../http/once.ts';
import type { Log } from '../log.ts';
import { visibleInSql } from '../requests/access.ts';
import { Where } from '../requests/where.ts';
import { Cursors } from './cursor.ts';
import { TOUCHED } from './event-types.ts';
import { readEvents, toldOf } from './event-view.ts';
import type { EventList, EventsQuery, EventView } from './events.dto.ts';
import { FanOut } from './fan-out.ts';
import { Publishing } from './publishing.ts';

/** The stream as one person may read it. */
@Injectable()
export class EventsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Publishing) private readonly publishing: Publishing,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Everything that had been written before one asked. Throws `conflict` for a place that is not kept any more. */
  async list(user: User, call: Call, query: EventsQuery): Promise<EventList> {
    const after = query.after === undefined ? null : await this.cursors.read(query.after);
    // A database that takes no writes just now still has what was numbered before; the rest comes after it.
    await this.publishing.publish().catch((error: unknown) => {
      this.log.warn({ err: error }, 'Events could not be numbered for a reader.');
    });
    const where = new Where(visibleInSql(user, 'r'));
    where.and('e.number > :after AND r.sample = :no', { after: after ?? 0, no: false });
    if (query.type) {
      where.and(`CASE WHEN r.confidential = :yes THEN '${TOUCHED}' ELSE e.type END IN (:types)`, {
        yes: true,
        types: query.type,
      });
    }
    const rows = await this.database.read((scope) => readEvents(scope, where, 'e.number', query.limit + 1));
    // Asked last: what is forgotten while one reads must not be overlooked.
    if (after !== null && after < (await this.publishing.forgotten())) throw forgotten();
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const cursor = last ? await this.cursors.write(Number(last.number)) : (query.after ?? null);
    const items = shown.map((row): EventView => ({ id: row.id, at: row.at, ...toldOf(row, this.fanOut.urlOf) }));
    return { items, next: rows.length > shown.length && cursor !== null ? nextUrl(call.url, cursor) : null, cursor };
  }
}

function nextUrl(url: string, cursor: string): string {
  const there = new URL(url, 'http://desk');
  there.searchParams.set('after', cursor);
  return there.pathname + there.search;
}

function forgotten(): DeskError {
  return new DeskError(
    'conflict',
    'Events from this place on are not all kept any more, so some would be missing. Read the requests anew, then follow the events from the start, without `after`.',
    { errors: [{ pointer: '/after', detail: 'is older than the oldest event that is kept' }] },
  );
}
