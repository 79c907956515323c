import { Entity, PrimaryColumn } from 'typeorm';
import { Bool, Id, Int, Json, NullJson, NullText, Text } from '../database/columns.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import type { FeeCategory } from '../law/status-change.ts';
import type { Instant } from '../now.ts';

export interface Money {
  value: number;
  currency: string;
}

export interface Requester {
  name: string;
  onBehalfOf?: string;
}

export const relationKinds = ['refiles', 'part-of', 'referral-of', 'aggregated-with', 'follow-up-to'] as const;
export type RelationKind = (typeof relationKinds)[number];

export interface Related {
  kind: RelationKind;
  requestId: string;
}

/** What a list shows of a deadline. */
export type GlanceDeadline = Pick<
  Deadline,
  'id' | 'kind' | 'owedBy' | 'dueOn' | 'state' | 'overdue' | 'lateOnEveryReading'
>;

/**
 * One ask to one agency under one statute. The history is the truth; `status` and everything below it is what the
 * clock read off it, kept for listing and rebuildable.
 */
@Entity('request')
export class Request {
  @Id() id: string;
  /** For people: year of creation and a running number, such as 2026-0042. */
  @Text() number: string;
  @Text() agencyId: string;
  @Text() statuteId: string;
  @Text() subject: string;
  @Text() description: string;
  @Text() access: 'everyone' | 'members';
  /** Outside the app this request shows its number and a link, nothing else. */
  @Bool() confidential: boolean;
  /** Sample data: nobody is reminded of it. */
  @Bool() sample: boolean;
  @Text() creatorId: string;
  @NullText() assigneeId: string | null;
  @NullJson() requester: Requester | null;
  @NullText() feeCategory: FeeCategory | null;
  /** One of the statute's tracks; null is the ordinary one. */
  @NullText() track: string | null;
  @NullJson() feeLimit: Money | null;
  /** Copies of `request_tag` and `request_relation`, so that showing a request needs no further query. */
  @Json() tags: string[];
  @Json() related: Related[];
  @Json() trackingNumbers: string[];
  /** Number, subject, description and tracking numbers in lower case, for `q`. */
  @Text() search: string;
  @Text() createdAt: Instant;
  @Text() updatedAt: Instant;
  @Int() version: number;

  /** Hash of the newest status change, and how many there are: a cut tail shows. */
  @Text() chainHead: string;
  @Int() chainCount: number;
  @NullText() lastFactAt: Instant | null;
  /** Since when it is under legal hold; null when it is not. */
  @NullText() heldSince: Instant | null;

  @Text() status: Standing['status'];
  @NullText() outcome: string | null;
  /** Its text begins with `statute` and `asOf`; see standing-cache.ts. */
  @Json() standing: Standing;
  /** The deadlines at a glance, without their steps, for lists. */
  @Json() glance: GlanceDeadline[];
  /** The day, in the agency's zone, for which the standing was read. */
  @Text() readOn: PlainDate;
  /** From this moment the agency is late on every reading; null when it is not going to be by itself. */
  @NullText() overdueAt: Instant | null;
  /** From this moment a window of the requester's own is missed. */
  @NullText() windowMissedAt: Instant | null;
  /** The next moment at which the standing changes if nothing more is recorded. */
  @NullText() turnsAt: Instant | null;
  @NullText() nextDueOn: PlainDate | null;
}

@Entity('request_tag')
export class RequestTag {
  @PrimaryColumn('text') requestId: string;
  @PrimaryColumn('text') tag: string;
}

@Entity('request_member')
export class RequestMember {
  @PrimaryColumn('text') requestId: string;
  @PrimaryColumn('text') userId: string;
}

@Entity('request_relation')
export class RequestRelation {
  @PrimaryColumn('text') requestId: string;
  @PrimaryColumn('text') kind: RelationKind;
  @PrimaryColumn('text') otherId: string;
}

/** A note of the desk's own: never part of the history, never in a package unless asked for. */
@Entity('note')
export class Note {
  @Id() id: string;
  @Text() requestId: string;
  @Text() authorId: string;
  @Text() text: string;
  @Text() createdAt: Instant;
}

/** A copy of one deadline of a request's standing, for lists across requests. */
@Entity('request_deadline')
export class RequestDeadline {
  @PrimaryColumn('text') requestId: string;
  @PrimaryColumn('text') deadlineId: string;
  @Text() kind: string;
  @Text() owedBy: 'agency' | 'requester';
  @NullText() dueOn: PlainDate | null;
  /** `dueOn`, or a day after all days: what has no date comes last. */
  @Text() sortOn: PlainDate;
  @Text() state: Deadline['state'];
  /** From this moment a running deadline is missed (start of the day after it, in the agency's zone). */
  @NullText() missedAt: Instant | null;
  @Json() body: Deadline;
}
