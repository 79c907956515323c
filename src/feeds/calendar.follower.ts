import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import { type Change, type Follower, Followers } from '../requests/follower.ts';

interface Place {
  id: string;
  dueOn: PlainDate | null;
  live: boolean;
}

/** Counts, in the transaction that moves it, how often a deadline moved: calendars take a higher sequence for newer. */
@Injectable()
export class CalendarFollower implements Follower, OnModuleInit {
  constructor(@Inject(Followers) private readonly followers: Followers) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async changed(tx: Tx, { because, request, before, standing, at }: Change): Promise<void> {
    const stamp = { requestId: request.id, at };
    for (const { id, dueOn, live } of changesBetween(before, standing)) {
      if (live) await sql(tx, PUT, { ...stamp, id, dueOn });
      else await sql(tx, END, { ...stamp, id, dueOn });
    }
    if (because === 'edited' && request.confidential) await sql(tx, VEIL, stamp);
  }
}

const PUT = `INSERT INTO calendar_entry (request_id, deadline_id, due_on, live, sequence, modified_at)
  VALUES (:requestId, :id, :dueOn, true, 0, :at)
  ON CONFLICT (request_id, deadline_id) DO UPDATE
  SET due_on = excluded.due_on, live = true, sequence = calendar_entry.sequence + 1, modified_at = excluded.modified_at
  WHERE NOT calendar_entry.live OR calendar_entry.due_on <> excluded.due_on`;

/** What was never in a calendar needs no end there. One without a day keeps the last it had. */
const END = `UPDATE calendar_entry
  SET due_on = COALESCE(:dueOn, due_on), live = false, sequence = sequence + 1, modified_at = :at
  WHERE request_id = :requestId AND deadline_id = :id AND (live OR due_on <> COALESCE(:dueOn, due_on))`;

/** It may just have become confidential: calendars must take what they are told now for newer than its subject. */
const VEIL = `UPDATE calendar_entry SET sequence = sequence + 1, modified_at = :at WHERE request_id = :requestId`;

/** Deadlines whose day or liveness is not what it was; those that are no more as ended. */
function changesBetween(before: Standing | null, after: Standing): Place[] {
  const old = placesOf(before);
  const now = placesOf(after);
  const gone = [...old.values()].filter(({ id }) => !now.has(id)).map((place) => ({ ...place, live: false }));
  const changed = [...now.values()].filter(({ id, dueOn, live }) => {
    const was = old.get(id);
    return !was || was.dueOn !== dueOn || was.live !== live;
  });
  return [...gone, ...changed];
}

function placesOf(standing: Standing | null): Map<string, Place> {
  const places = (standing?.deadlines ?? []).map((one) => ({ id: one.id, dueOn: one.dueOn, live: isLive(one) }));
  return new Map(places.map((place) => [place.id, place]));
}

/** Has a day, and is still owed: also when the day has passed. */
function isLive({ dueOn, state, metOn }: Deadline): boolean {
  return dueOn !== null && (state === 'running' || (state === 'missed' && metOn === undefined));
}
