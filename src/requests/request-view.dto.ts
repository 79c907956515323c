import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { PlainDate } from '../law/plain-date.ts';
import { deadlineKinds, deadlineStates, statuses } from '../law/standing.ts';
import { determinationOutcomes, feeCategories, parties, type StatusChangeKind } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import type { GlanceDeadline, Request } from './request.entity.ts';
import { RelatedFields, RequesterFields } from './requests.dto.ts';
import { DeadlineView, StandingFields } from './standing.dto.ts';
import { MoneyFields } from './status-change-fields.dto.ts';

const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;

class Named {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) name: string;
}

/** A request with its standing. */
@ApiSchema({ name: 'Request' })
export class RequestView extends StandingFields {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String, example: '2026-0042' }) number: string;
  @ApiProperty({ type: Named }) agency: Named;
  @ApiProperty({ type: Named }) statute: Named;
  @ApiProperty({ type: String }) subject: string;
  @ApiProperty({ type: String }) description: string;
  @ApiProperty({ type: [String] }) tags: string[];
  @ApiProperty({ type: String, nullable: true }) assigneeId: string | null;
  @ApiProperty({ type: String }) creatorId: string;
  @ApiProperty({ type: String, enum: ['everyone', 'members'] }) access: 'everyone' | 'members';
  @ApiPropertyOptional({ type: [String], description: 'Only of a request that is open to members alone.' })
  members?: string[];
  @ApiProperty({ type: Boolean }) confidential: boolean;
  @ApiPropertyOptional({ type: Boolean, description: 'Only of sample data: nobody is reminded of it.' }) sample?: true;
  @ApiProperty({ type: RequesterFields, nullable: true }) requester: Request['requester'];
  @ApiProperty({ type: String, enum: [...feeCategories], nullable: true }) feeCategory: Request['feeCategory'];
  @ApiProperty({ type: String, nullable: true, description: "One of the statute's tracks." }) track: string | null;
  @ApiProperty({ type: MoneyFields, nullable: true }) feeLimit: Request['feeLimit'];
  @ApiProperty({ type: [RelatedFields] }) related: Request['related'];
  @ApiProperty({ type: Boolean, description: 'The agency is late on every reading of the law, and still owes.' })
  overdue: boolean;
  @ApiProperty({ type: Boolean, description: 'We have missed a day of our own.' }) windowMissed: boolean;
  @ApiProperty({ ...day, nullable: true }) nextDueOn: PlainDate | null;
  @ApiProperty({ ...instant, nullable: true, description: 'Since when nothing of it may be removed.' })
  legalHoldSince: Instant | null;
  @ApiProperty(instant) createdAt: Instant;
  @ApiProperty(instant) updatedAt: Instant;
  @ApiProperty({ type: 'integer', description: 'Also the ETag.' }) version: number;
}

@ApiSchema({ name: 'DeadlineAtAGlance' })
export class GlanceView implements GlanceDeadline {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String, enum: [...deadlineKinds] }) kind: GlanceDeadline['kind'];
  @ApiProperty({ type: String, enum: [...parties] }) owedBy: GlanceDeadline['owedBy'];
  @ApiProperty({ ...day, nullable: true }) dueOn: PlainDate | null;
  @ApiProperty({ type: String, enum: [...deadlineStates] }) state: GlanceDeadline['state'];
  @ApiProperty({ type: Boolean }) overdue: boolean;
  @ApiProperty({ type: Boolean }) lateOnEveryReading: boolean;
}

/** A request in a list: no description, no steps. */
@ApiSchema({ name: 'RequestItem' })
export class RequestItem {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) number: string;
  @ApiProperty({ type: String, enum: [...statuses] }) status: Request['status'];
  @ApiProperty({ type: String, enum: [...determinationOutcomes], nullable: true }) outcome: string | null;
  @ApiProperty({ type: Named }) agency: Named;
  @ApiProperty({ type: Named }) statute: Named;
  @ApiProperty({ type: String }) subject: string;
  @ApiProperty({ type: [String] }) tags: string[];
  @ApiProperty({ type: String, nullable: true }) assigneeId: string | null;
  @ApiProperty({ type: String }) creatorId: string;
  @ApiProperty({ type: String, enum: ['everyone', 'members'] }) access: 'everyone' | 'members';
  @ApiProperty({ type: Boolean }) confidential: boolean;
  @ApiProperty({ type: [String] }) trackingNumbers: string[];
  @ApiProperty({ type: [GlanceView] }) deadlines: GlanceView[];
  @ApiProperty({ type: Boolean }) overdue: boolean;
  @ApiProperty({ type: Boolean }) windowMissed: boolean;
  @ApiProperty({ ...day, nullable: true }) nextDueOn: PlainDate | null;
  @ApiProperty(instant) createdAt: Instant;
  @ApiProperty(instant) updatedAt: Instant;
}

class Listed<T> {
  items: T[];
  @ApiProperty({ type: String, nullable: true, description: 'Path and query of the next page; null on the last.' })
  next: string | null;
}

export class RequestList extends Listed<RequestItem> {
  @ApiProperty({ type: [RequestItem] }) declare items: RequestItem[];
}

/** Whose deadline it is. */
class DeadlineRequest {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) number: string;
  @ApiProperty({ type: String }) subject: string;
  @ApiProperty({ type: String, enum: [...statuses] }) status: Request['status'];
  @ApiProperty({ type: Named }) agency: Named;
  @ApiProperty({ type: String, nullable: true }) assigneeId: string | null;
  @ApiProperty({ type: [String] }) trackingNumbers: string[];
}

/** A deadline among those of all requests. */
@ApiSchema({ name: 'DeadlineItem' })
export class DeadlineItem extends DeadlineView {
  @ApiProperty({ type: DeadlineRequest }) request: DeadlineRequest;
}

export class DeadlineList extends Listed<DeadlineItem> {
  @ApiProperty({ type: [DeadlineItem] }) declare items: DeadlineItem[];
}

/** What the writer of a fact gets back. */
@ApiSchema({ name: 'RecordedFact' })
export class RecordedFact {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: 'integer' }) sequence: number;
  @ApiProperty({ type: String }) kind: StatusChangeKind;
  @ApiProperty(day) on: PlainDate;
  @ApiProperty(instant) recordedAt: Instant;
  @ApiProperty({ type: String, description: 'SHA-256 of the fact in canonical form; the next one holds it.' })
  hash: string;
}

export class Recorded {
  @ApiProperty({ type: [RecordedFact] }) statusChanges: RecordedFact[];
  @ApiProperty({ type: RecordedFact, description: 'The last of them.' }) statusChange: RecordedFact;
  @ApiProperty({ type: RequestView }) request: RequestView;
}
