import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsCommaList, IsId, IsMaybe, IsOneOf, IsPlainDate, IsWords } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import type { Message, Reminder } from './reminder.entity.ts';

export const reminderStates = ['planned', 'sent', 'cancelled', 'failed'] as const;
export type ReminderState = (typeof reminderStates)[number];

const LONGEST_TEXT = 2000;

/** A reminder of one's own. */
export class NewReminderDto {
  /** The day on which to be told, at 09:00 where one is; today at the earliest. */
  @IsPlainDate()
  on: PlainDate;

  /** What to be told. */
  @IsWords(LONGEST_TEXT, { lines: true })
  text: string;
}

/** Of one's own: day and text. Of the planner's: called off or muted. */
export class ReminderChangesDto {
  /** Only for a reminder of one's own that has not been sent. */
  @IsMaybe()
  @IsPlainDate()
  on?: PlainDate;

  /** Only for a reminder of one's own that has not been sent. */
  @IsMaybe()
  @IsWords(LONGEST_TEXT, { lines: true })
  text?: string;

  /** `cancelled` calls off this one reminder; the next ones stay. */
  @IsMaybe()
  @IsOneOf(['cancelled'])
  state?: 'cancelled';

  /** Whether its recipient wants to hear no more of this deadline. One of ours then goes to the next person. */
  @IsMaybe()
  @IsBoolean({ message: 'must be true or false' })
  muted?: boolean;
}

export class RemindersQuery extends PageQuery {
  @IsOptional()
  @IsId()
  requestId?: string;

  @IsCommaList(reminderStates)
  state?: ReminderState[];

  /** The first day, where I am. */
  @IsOptional()
  @IsPlainDate()
  from?: PlainDate;

  /** The last day, where I am. */
  @IsOptional()
  @IsPlainDate()
  to?: PlainDate;
}

export class RecipientView {
  id: string;
  name: string;
}

export class ReminderView {
  id: string;
  requestId: string;
  @ApiProperty({ type: String, nullable: true })
  deadlineId: string | null;
  @ApiProperty({ type: String, nullable: true })
  deadlineKind: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: PlainDate | null;
  /** Which step of the ladder: `opened`, `30-before`, `half-way`, `late-1`, `missed`, `silence`, `reopened`, `own` … */
  rung: string;
  @ApiProperty({ type: String, format: 'date-time' })
  sendAt: Instant;
  /** By which it arrived first; before that, the first by which it goes. */
  channel: string;
  recipient: RecipientView;
  @ApiProperty({ enum: [...reminderStates] })
  state: ReminderState;
  /** Why it was cancelled or failed: `backdated`, `overtaken`, `met`, `moved`, `muted` … */
  @ApiPropertyOptional({ type: String })
  reason?: string;
  /** A person's own words. */
  @ApiPropertyOptional({ type: String })
  text?: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: Instant | null;
  /** The message in which it went out. */
  @ApiProperty({ type: String, nullable: true })
  messageId: string | null;
}

export class ReminderList {
  items: ReminderView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export type ShownReminder = Omit<Reminder, 'rungKey' | 'createdBy' | 'plannedAt' | 'urgent' | 'rungOn' | 'putOff'> & {
  recipientName: string;
};

export function toReminderView(row: ShownReminder): ReminderView {
  const { id, requestId, deadlineId, deadlineKind, dueOn, rung, sendAt, channel } = row;
  return {
    ...{ id, requestId, deadlineId, deadlineKind, dueOn, rung, sendAt, channel },
    recipient: { id: row.recipientId, name: row.recipientName },
    // On its way is not yet sent.
    state: row.state === 'sending' ? 'planned' : row.state,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.text !== null && { text: row.text }),
    sentAt: row.sentAt,
    messageId: row.messageId,
  };
}

export class MessageView {
  id: string;
  channel: string;
  subject: string;
  text: string;
  @ApiProperty({ enum: ['queued', 'sent', 'failed'] })
  state: Message['state'];
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: Instant | null;
  /** What went wrong at the last try. */
  @ApiPropertyOptional({ type: String })
  lastError?: string;
}

export class MessageList {
  items: MessageView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function toMessageView(message: Message): MessageView {
  const { id, channel, subject, text, state, createdAt, sentAt, lastError } = message;
  return { id, channel, subject, text, state, createdAt, sentAt, ...(lastError !== null && { lastError }) };
}
