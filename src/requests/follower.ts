import { Injectable } from '@nestjs/common';
import type { Agency } from '../agencies/agency.entity.ts';
import type { Tx } from '../database/database.ts';
import type { Law } from '../law/law.ts';
import type { Standing } from '../law/standing.ts';
import type { StatusChange } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import type { Request } from './request.entity.ts';

/** What has just happened to a request, told inside the transaction in which it happened. */
export interface Change {
  /** `recorded`: facts were added; `turned`: only time has passed; `edited`: assignee, access …; `law`: statute or overrides changed. */
  because: 'recorded' | 'turned' | 'edited' | 'law';
  /** In words: what moved the dates that moved. */
  reason: string;
  /** As it is now, with its new standing. */
  request: Request;
  agency: Agency;
  /** By what its history was read. */
  law: Law;
  /** The standing before; null for a new request. */
  before: Standing | null;
  standing: Standing;
  /** The facts just recorded, in order; empty unless `recorded`. */
  added: readonly StatusChange[];
  /** Free texts redacted just now: whoever keeps words about the request takes them out. */
  removedTexts: readonly string[];
  /** The whole history, as the clock read it. */
  history: readonly StatusChange[];
  /** Who did it; null when time did. */
  byUserId: string | null;
  at: Instant;
}

/** Work that belongs to the same transaction as a fact: reminders now, search and webhooks later. */
export interface Follower {
  changed(tx: Tx, change: Change): Promise<void>;
}

/** The followers, in the order in which `app.module.ts` lists their modules. A failing one undoes the fact. */
@Injectable()
export class Followers {
  readonly #all: Follower[] = [];

  add(follower: Follower): void {
    this.#all.push(follower);
  }

  async changed(tx: Tx, change: Change): Promise<void> {
    for (const follower of this.#all) await follower.changed(tx, change);
  }
}
