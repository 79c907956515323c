import type { Statute } from '../law/statute.ts';
import type { Standing } from '../law/standing.ts';
import { findStatute } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import type { Related, Request } from './request.entity.ts';

/** What a request shows of itself besides its standing. */
export interface RequestHead {
  id: string;
  number: string;
  agency: { id: string; name: string };
  statute: { id: string; name: string };
  subject: string;
  description: string;
  tags: string[];
  assigneeId: string | null;
  creatorId: string;
  access: 'everyone' | 'members';
  /** Only of a request that is open to members alone. */
  members?: string[];
  confidential: boolean;
  /** Only of sample data: nobody is reminded of it. */
  sample?: true;
  requester: Request['requester'];
  feeCategory: Request['feeCategory'];
  feeLimit: Request['feeLimit'];
  related: Related[];
  overdue: boolean;
  windowMissed: boolean;
  nextDueOn: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
}

export type RequestView = RequestHead & Omit<Standing, 'statute'>;

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
    feeLimit: request.feeLimit,
    related: request.related,
    overdue: hasCome(request.overdueAt, now),
    windowMissed: hasCome(request.windowMissedAt, now),
    nextDueOn: request.nextDueOn,
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
