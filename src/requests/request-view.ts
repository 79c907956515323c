import type { Statute } from '../law/statute.ts';
import type { Standing } from '../law/standing.ts';
import { findStatute } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import type { Request } from './request.entity.ts';
import type { RequestView } from './request-view.dto.ts';
import type { StandingFields } from './standing.dto.ts';

/** What a request shows of itself besides its standing. */
export type RequestHead = Omit<RequestView, keyof StandingFields>;

export type HeadSource = Omit<Request, 'standing' | 'glance' | 'search' | 'chainHead' | 'readOn'>;

/** Everything of a request but its standing. */
export function toHead(request: HeadSource, agencyName: string, now: Instant): RequestHead {
  return {
    id: request.id,
    number: request.number,
    agency: { id: request.agencyId, name: agencyName },
    statute: nameOfStatute(request.statuteId),
    subject: request.subject,
    description: request.description,
    tags: request.tags,
    assigneeId: request.assigneeId,
    creatorId: request.creatorId,
    access: request.access,
    confidential: request.confidential,
    ...(request.sample && { sample: true as const }),
    requester: request.requester,
    feeCategory: request.feeCategory,
    track: request.track,
    feeLimit: request.feeLimit,
    related: request.related,
    overdue: hasCome(request.overdueAt, now),
    windowMissed: hasCome(request.windowMissedAt, now),
    nextDueOn: request.nextDueOn,
    legalHoldSince: request.heldSince,
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    version: request.version,
  };
}

export function toRequestView(head: RequestHead, standing: Standing): RequestView {
  const { statute: _, ...rest } = standing;
  return { ...head, ...rest };
}

/**
 * The same view as JSON text, from the standing's stored text: parsing and writing some kilobytes of steps would cost
 * more than everything else a read does. The text begins with `statute` and `asOf` (standing-cache.ts).
 */
export function toViewText(head: RequestHead, standingText: string, asOf: string): string {
  const rest = standingText.replace(/^\{"statute":"[^"]*","asOf":"[^"]*",/, '');
  return `${JSON.stringify({ ...head, asOf }).slice(0, -1)},${rest}`;
}

export function nameOfStatute(id: string): { id: string; name: string } {
  const statute: Statute | undefined = findStatute(id);
  return { id, name: statute?.name ?? id };
}

export function hasCome(at: Instant | null, now: Instant): boolean {
  return at !== null && at <= now;
}
