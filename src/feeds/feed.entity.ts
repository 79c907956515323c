import { Entity, PrimaryColumn } from 'typeorm';
import { Bool, Id, Int, NullText, Text } from '../database/columns.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';

export const feedScopes = ['mine', 'tag', 'everything'] as const;
export type FeedScope = (typeof feedScopes)[number];

/**
 * A way in for a calendar program: deadlines with its person's eyes, at a URL that holds a secret. Only the secret's
 * SHA-256 is kept.
 */
@Entity('feed')
export class Feed {
  @Id() id: string;
  @Text() userId: string;
  @Text() scope: FeedScope;
  /** With the scope `tag` alone. */
  @NullText() tag: string | null;
  @NullText() label: string | null;
  @Text() secretHash: string;
  @Text() createdAt: Instant;
  @NullText() lastUsedAt: Instant | null;
  @NullText() revokedAt: Instant | null;
}

/**
 * What calendars have been told of one deadline. It outlives the deadline, so that a calendar learns that it is gone,
 * and its sequence never goes down.
 */
@Entity('calendar_entry')
export class CalendarEntry {
  @PrimaryColumn('text') requestId: string;
  @PrimaryColumn('text') deadlineId: string;
  /** The last day it had. */
  @Text() dueOn: PlainDate;
  /** Still owed, on that day. */
  @Bool() live: boolean;
  /** How often the day moved, or it ended or came back. */
  @Int() sequence: number;
  /** When it last did. */
  @Text() modifiedAt: Instant;
}
