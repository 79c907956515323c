import { Inject, Injectable } from '@nestjs/common';
import type { Agency } from '../agencies/agency.entity.ts';
import type { Tx } from '../database/database.ts';
import type { Standing } from '../law/standing.ts';
import type { StatusChange } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import { type Closures, loadClosures } from './closures.ts';
import { type Change, Followers } from './follower.ts';
import { Request } from './request.entity.ts';
import { lawOf, readStanding } from './reading.ts';
import { Sources } from './sources.ts';
import { cachedOf, keepMoves, saveDeadlines } from './standing-cache.ts';
import { todayIn } from './today.ts';

/** Something that changes how a request stands. */
export interface Cause {
  because: Change['because'];
  /** In words, for due dates that move. */
  reason: string;
  added?: readonly StatusChange[];
  /** Free texts that were redacted. */
  removedTexts?: readonly string[];
  byUserId: string | null;
  at: Instant;
  /** Columns that change with it, such as the subject or the head of the chain. */
  columns?: Partial<Request>;
  /** The request's row does not exist yet. */
  isNew?: boolean;
  /** Runs once the row is there and before the followers. */
  save?: () => Promise<void>;
  /** Every copy of a deadline is written anew: the agency's zone has changed. */
  rewrite?: boolean;
  /** Read already, in the same write. */
  closures?: Closures;
}

/** Reads standings and keeps them where lists look; whatever changes a request ends here, in its transaction. */
@Injectable()
export class Standings {
  constructor(@Inject(Followers) private readonly followers: Followers) {}

  /** Reads the standing of today, saves it with the row, keeps moved dates, tells the followers. Changes `request`. */
  async apply(
    tx: Tx,
    request: Request,
    agency: Agency,
    history: readonly StatusChange[],
    cause: Cause,
  ): Promise<Standing> {
    const before: Standing | null = cause.isNew ? null : request.standing;
    Object.assign(request, cause.columns);
    const law = lawOf(request, agency, cause.closures ?? (await loadClosures(tx)));
    const standing = readStanding(history, law, todayIn(agency.timeZone, cause.at));
    const cached = cachedOf(standing, agency.timeZone);
    const stamp = { updatedAt: cause.at, version: cause.isNew ? 1 : request.version + 1 };
    Object.assign(request, cached, stamp);
    request.search = searchOf(request);
    const columns = { ...cause.columns, ...cached, ...stamp, search: request.search };
    if (cause.isNew) await tx.em.insert(Request, request);
    else await tx.em.update(Request, { id: request.id }, columns);
    await cause.save?.();
    await saveDeadlines(tx, request.id, standing, before, agency.timeZone, cause.rewrite);
    await keepMoves(tx, request.id, standing, before, cause.reason, cause.at);
    await this.followers.changed(tx, {
      because: cause.because,
      reason: cause.reason,
      request,
      agency,
      law,
      before,
      standing,
      added: cause.added ?? [],
      removedTexts: cause.removedTexts ?? [],
      history,
      byUserId: cause.byUserId,
      at: cause.at,
    });
    return standing;
  }

  /** Reads a locked request anew from its history, for a cause that adds no fact. `sources`: loaded already, in the same write. */
  async reread(tx: Tx, request: Request, cause: Cause, sources?: Sources): Promise<Standing> {
    const from = sources ?? (await Sources.of(tx, [request]));
    return this.apply(tx, request, from.agency(request), from.facts(request), { closures: from.closures, ...cause });
  }
}

function searchOf(request: Request): string {
  const { number, subject, description, trackingNumbers } = request;
  return [number, subject, description, ...trackingNumbers].join('\n').toLowerCase();
}
