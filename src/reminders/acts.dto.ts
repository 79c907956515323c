import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsPlainDate } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { type ActKind, actKinds, type ReminderAct } from './policy.entity.ts';

export class SnoozeDto {
  /** The first day on which to be told again; before a deadline of ours at most its last working morning. */
  @IsPlainDate()
  until: PlainDate;
}

@ApiSchema({ name: 'ReminderAct' })
export class ActView {
  id: string;
  requestId: string;
  /** A deadline's id, or `silence` or `quiet`. */
  subject: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: PlainDate | null;
  @ApiProperty({ enum: [...actKinds] })
  kind: ActKind;
  /** Whose reminders it concerns. */
  userId: string;
  byUserId: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: Instant;
  /** Only of a snooze. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  until?: PlainDate;
  /** By the link in a message, not with a key. */
  byLink: boolean;
}

@ApiSchema({ name: 'ReminderActList' })
export class ActList {
  items: ActView[];
  @ApiProperty({ type: String, nullable: true })
  next: null;
}

export function toActView({
  id,
  requestId,
  subject,
  dueOn,
  kind,
  userId,
  byUserId,
  at,
  untilOn,
  messageId,
}: ReminderAct): ActView {
  const until = untilOn === null ? {} : { until: untilOn };
  return { id, requestId, subject, dueOn, kind, userId, byUserId, at, ...until, byLink: messageId !== null };
}
