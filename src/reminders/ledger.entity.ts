import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Int, Json, NullText, Text } from '../database/columns.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import type { PutOff } from './plan-input.ts';
import type { PolicyScope } from './policy.entity.ts';

/**
 * Why a plan was changed: a fact, an edit of the request, the passing of days, another law; what somebody did about a
 * reminder; a policy; a person's zone or hours; who watches; a wish about one reminder; or it was looked at when due.
 */
export const planCauses = [
  'recorded',
  'edited',
  'turned',
  'law',
  'act',
  'policy',
  'people',
  'watchers',
  'asked',
  'due',
] as const;
export type PlanCauseKind = (typeof planCauses)[number];

/** One version of a policy that was in force. None at all: as built in. */
export interface PolicyInForce {
  scope: PolicyScope;
  subject: string;
  version: number;
}

/** A reminder as it was planned, or planned anew. */
export interface PlannedEntry {
  id: string;
  rung: string;
  deadlineId: string | null;
  deadlineKind: string | null;
  dueOn: PlainDate | null;
  sendAt: Instant;
  to: string;
  rungOn?: PlainDate;
  putOff?: PutOff;
  /** Put on record as over already, in one word; absent: it was planned. */
  reason?: string;
}

export interface EndedEntry {
  id: string;
  reason: string;
}

/** One change of a request's plan, with what it was made from. Append-only. */
@Entity('plan_change')
export class PlanChange {
  @Id() id: string;
  @Text() requestId: string;
  @Text() at: Instant;
  @Text() because: PlanCauseKind;
  /** The fact, the act or the policy's version; null: none in particular. */
  @NullText() causeId: string | null;
  /** Null: nobody but the time, or the desk. */
  @NullText() byUserId: string | null;
  /** How many facts the history had, and the hash of the last. */
  @Int() chainCount: number;
  @Text() chainHead: string;
  @Json() policies: PolicyInForce[];
  @Json() body: { planned: PlannedEntry[]; ended: EndedEntry[] };
}

/** One reminder that a message told of, with what stood when it was put into words. Append-only; its words may be taken away. */
@Entity('message_item')
export class MessageItem {
  @PrimaryColumn('text') messageId: string;
  @PrimaryColumn('text') reminderId: string;
  @Text() requestId: string;
  @Text() recipientId: string;
  @Text() rung: string;
  @Text() plannedFor: Instant;
  @NullText() deadlineId: string | null;
  @NullText() deadlineKind: string | null;
  @NullText() dueOn: PlainDate | null;
  @Text() wordedAt: Instant;
  @Int() chainCount: number;
  @Text() chainHead: string;
  /** Why the deadline fell on its day, or the words that somebody wrote. Null: none, or it held a text that was redacted. */
  @NullText() explanation: string | null;
}

/**
 * `taken`: the other side has it; `failed`: not this time; `refused`: never; `postponed`: not sent at that hour;
 * `called-back`: its words, or its recipient, were not right any more.
 */
export const attemptOutcomes = ['taken', 'failed', 'refused', 'postponed', 'called-back'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** One time that a process had a message in hand. Append-only. */
@Entity('delivery_attempt')
export class DeliveryAttempt {
  @Id() id: string;
  @Text() messageId: string;
  @Text() jobId: string;
  /** The job's count: one that is missing was made by a process that stopped before it could say what came of it. */
  @Int() try: number;
  @Text() at: Instant;
  /** Which process. */
  @Text() worker: string;
  @Text() outcome: AttemptOutcome;
  /** What the other side said, or what went wrong before it could. */
  @NullText() answer: string | null;
  /** When it is in hand again; null: at the job's own time, or never. */
  @NullText() nextAt: Instant | null;
}
