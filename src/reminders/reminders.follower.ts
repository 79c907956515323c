import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { calendarFor } from '../law/calendar.ts';
import type { Tx } from '../database/database.ts';
import { type Change, type Follower, Followers } from '../requests/follower.ts';
import { forget } from './forget.ts';
import { tellMoves } from './moved.ts';
import { PeopleOf } from './people-of.ts';
import { replan } from './plan-store.ts';
import { dropWatchers } from './watchers.service.ts';

/** Keeps the plan of reminders true to the facts, in the transaction that records them. */
@Injectable()
export class RemindersFollower implements Follower, OnModuleInit {
  constructor(@Inject(Followers) private readonly followers: Followers) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async changed(tx: Tx, change: Change): Promise<void> {
    const { request, agency, law, standing, history, removedTexts, at } = change;
    if (removedTexts.length > 0) await forget(tx, request.id, removedTexts);
    if (change.because === 'edited') await dropWatchers(tx, request);
    const people = await PeopleOf.load(tx, [request]);
    await tellMoves(tx, people, change);
    const calendar = calendarFor(law.statute, law.overrides, law.suspensions);
    const { because, byUserId, added } = change;
    const cause = { because, byUserId, id: added.at(-1)?.id };
    await replan(tx, [{ request, agency, standing, calendar, facts: history }], people, at, cause);
  }
}
