import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import type { PlainDate } from '../law/plain-date.ts';
import type { StatusChange } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import { actKinds, type ActKind } from './act.entity.ts';
import { AnomalyView } from './standing.dto.ts';

const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;

class Recorder {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}

class CorrectedBy {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: Boolean }) takenOut: boolean;
  @ApiProperty(instant) at: Instant;
}

/** A recorded fact with everything that is known about it. */
@ApiSchema({ name: 'TimelineFact' })
export class FactItem {
  @ApiProperty({ type: String, enum: ['status-change'] }) type: 'status-change';
  @ApiProperty(day) on: PlainDate;
  @ApiProperty({ type: String }) says: string;
  @ApiProperty({ type: Object, description: 'As it was recorded; a redacted text shows as `[redacted]`.' })
  statusChange: StatusChange;
  @ApiProperty(instant) recordedAt: Instant;
  @ApiProperty({ type: Recorder }) recordedBy: Recorder;
  @ApiProperty({ type: String }) hash: string;
  @ApiPropertyOptional({ type: CorrectedBy, description: 'The correction that holds in its place.' })
  correctedBy?: CorrectedBy;
  @ApiProperty({ type: [AnomalyView] }) anomalies: AnomalyView[];
  @ApiProperty({ type: [String] }) documentIds: string[];
}

/** A due date that moved. */
@ApiSchema({ name: 'TimelineMove' })
export class MoveItem {
  @ApiProperty({ type: String, enum: ['deadline-moved'] }) type: 'deadline-moved';
  @ApiProperty(day) on: PlainDate;
  @ApiProperty({ type: String }) says: string;
  @ApiProperty({ type: String }) deadlineId: string;
  @ApiProperty({ type: String }) deadlineKind: string;
  @ApiProperty({ ...day, nullable: true }) from: PlainDate | null;
  @ApiProperty({ ...day, nullable: true }) to: PlainDate | null;
  @ApiProperty({ type: String }) because: string;
  @ApiProperty(instant) movedAt: Instant;
}

/** What is left of a document that was removed. */
@ApiSchema({ name: 'RemovedDocument' })
export class RemovedDocument {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) filename: string;
  @ApiProperty({ type: String }) sha256: string;
  @ApiProperty({ type: 'integer' }) size: number;
  @ApiProperty(instant) addedAt: Instant;
  @ApiProperty({ type: String, description: 'User who had added it.' }) addedBy: string;
}

/** Something that was done with the request: a legal hold set or lifted, a document removed. */
@ApiSchema({ name: 'TimelineAct' })
export class ActItem {
  @ApiProperty({ type: String, enum: ['act'] }) type: 'act';
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String, enum: [...actKinds] }) kind: ActKind;
  @ApiProperty(day) on: PlainDate;
  @ApiProperty({ type: String }) says: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: "In a person's words; `[redacted]` when removed for good.",
  })
  reason: string | null;
  @ApiProperty(instant) actedAt: Instant;
  @ApiProperty({ type: Recorder }) actedBy: Recorder;
  @ApiPropertyOptional({ type: RemovedDocument }) document?: RemovedDocument;
}

export type TimelineItem = FactItem | MoveItem | ActItem;

@ApiExtraModels(FactItem, MoveItem, ActItem)
export class Timeline {
  @ApiProperty({
    type: 'array',
    items: {
      oneOf: [{ $ref: getSchemaPath(FactItem) }, { $ref: getSchemaPath(MoveItem) }, { $ref: getSchemaPath(ActItem) }],
    },
  })
  items: TimelineItem[];
  @ApiProperty({ type: String, nullable: true }) next: null;
}
