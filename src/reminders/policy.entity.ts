import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Int, NullJson, NullText, Text } from '../database/columns.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import type { PolicyBody } from './policy.ts';

export const policyScopes = ['desk', 'tag', 'request', 'person'] as const;
export type PolicyScope = (typeof policyScopes)[number];

/** One version of a policy, never changed: why somebody was told what can be answered for ever. */
@Entity('reminder_policy')
export class ReminderPolicy {
  @Id() id: string;
  @Text() scope: PolicyScope;
  /** `desk`, a tag, a request's id or a user's. */
  @Text() subject: string;
  @Int() version: number;
  /** Null: taken back with this version. */
  @NullJson() body: PolicyBody | null;
  @Text() setAt: Instant;
  @Text() setBy: string;
}

/** Told beside whoever holds a request. */
@Entity('request_watcher')
export class RequestWatcher {
  @PrimaryColumn('text') requestId: string;
  @PrimaryColumn('text') userId: string;
  @Text() addedAt: Instant;
  @Text() addedBy: string;
}

export const actKinds = ['acknowledge', 'snooze', 'mute', 'unmute'] as const;
export type ActKind = (typeof actKinds)[number];

/** What somebody did about what they were told; append-only. */
@Entity('reminder_act')
export class ReminderAct {
  @Id() id: string;
  @Text() requestId: string;
  /** A deadline's id, or `silence` or `quiet`. */
  @Text() subject: string;
  @NullText() dueOn: PlainDate | null;
  @Text() kind: ActKind;
  /** Whose reminders it concerns; an acknowledgement is theirs too. */
  @Text() userId: string;
  /** Who did it. */
  @Text() byUserId: string;
  @Text() at: Instant;
  /** Only of a snooze. */
  @NullText() untilOn: PlainDate | null;
  /** The message by whose signed link it was done; null: with a key. */
  @NullText() messageId: string | null;
}
