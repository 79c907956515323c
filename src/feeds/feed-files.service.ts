import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { addDays } from '../law/plain-date.ts';
import { Now } from '../now.ts';
import { release } from '../release.ts';
import { dayIn } from '../zone.ts';
import type { Feed } from './feed.entity.ts';
import { asCsv, asJson, type FeedFormat } from './feed-formats.ts';
import { type Entry, toEntry } from './feed-items.ts';
import { type Asked, feedRows, feedState } from './feed-rows.ts';
import { ICalendar } from './icalendar.ts';

/** A feed goes so far back: what is over for longer is in the list of deadlines. */
export const DAYS_BACK = 90;
const LOT = 50;

/** What calendar programs fetch. */
@Injectable()
export class FeedFiles {
  readonly #calendars = new ICalendar();
  #release: Promise<string> | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Now) private readonly now: Now,
  ) {}

  /**
   * The feed as of now: its weak ETag, and what writes it. The tag is of what was there before anything is read, so
   * that it may stand for something newer, and then costs one call too many, but never for something older.
   */
  async open(feed: Feed, user: User, format: FeedFormat): Promise<{ etag: string; write: () => Promise<string> }> {
    const now = this.now.instant();
    const asked: Asked = { feed, user, now, from: addDays(dayIn(user.timeZone, now), -DAYS_BACK) };
    const state = await feedState(this.database, asked);
    const parts = [state, format, nameOf(feed), this.config.publicUrl, await (this.#release ??= release())];
    const etag = `W/"${createHash('sha256').update(parts.join('\n')).digest('base64url')}"`;
    return { etag, write: () => this.#write(asked, nameOf(feed), format) };
  }

  async #write(asked: Asked, name: string, format: FeedFormat): Promise<string> {
    const entries: Entry[] = [];
    const rows = await feedRows(this.database, asked);
    for (const [i, row] of rows.entries()) {
      entries.push(toEntry(row, this.config.publicUrl, asked.now));
      if (i % LOT === LOT - 1) await breathe();
    }
    if (format === 'ics') return this.#calendars.write(name, entries);
    const items = entries.map(({ item }) => item);
    return format === 'csv' ? asCsv(items) : asJson(name, items);
  }
}

/** What calendar programs call it. */
function nameOf({ scope, tag, label }: Feed): string {
  if (label !== null) return label;
  return { mine: 'FOIA Desk: mine', tag: `FOIA Desk: ${tag}`, everything: 'FOIA Desk' }[scope];
}
