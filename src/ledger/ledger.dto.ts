import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsId, IsMaybe, IsOneOf } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { attemptOutcomes, planCauses, type PlanCauseKind } from '../reminders/ledger.entity.ts';
import { type PutOff, putOffs } from '../reminders/plan-input.ts';
import { type PolicyScope, policyScopes } from '../reminders/policy.entity.ts';
import { type ReminderState, reminderStates } from '../reminders/reminders.dto.ts';

export class LedgerQuery extends PageQuery {
  /** Only what this person was to be told. */
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsId()
  person?: string;
}

export const exportFormats = ['json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export class ExportQuery {
  @ApiPropertyOptional({ enum: [...exportFormats], default: 'json' })
  @IsMaybe()
  @IsOneOf(exportFormats)
  format: ExportFormat = 'json';

  /** Only what this person was to be told. */
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsId()
  person?: string;
}

export class LedgerPerson {
  id: string;
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

/** How far the history went from which something was read: the number of its facts, and the hash of the last. */
export class HistoryVersion {
  facts: number;
  head: string;
}

export class PolicyVersionRef {
  @ApiProperty({ enum: [...policyScopes] })
  scope: PolicyScope;
  subject: string;
  version: number;
}

/** `lost`: the process stopped, or lost its lease, before it could say what came of it; the message may have arrived. */
export const shownOutcomes = [...attemptOutcomes, 'lost'] as const;
export type ShownOutcome = (typeof shownOutcomes)[number];

export class AttemptView {
  /** Null: nobody recorded when. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at: Instant | null;
  @ApiProperty({ enum: [...shownOutcomes] })
  outcome: ShownOutcome;
  /** Host and process. */
  @ApiProperty({ type: String, nullable: true })
  worker: string | null;
  /** The line of the mail server, the status of the service, or what went wrong before there was one. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;
  /** When it was to be tried again, where that was said. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  nextAt?: Instant;
}

export class SentView {
  id: string;
  /** The Message-ID, with its angle brackets. */
  mailId: string;
  channel: string;
  /** Of e-mail alone: addresses of other services are secrets. */
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
  @ApiProperty({ enum: ['queued', 'sent', 'failed'] })
  state: 'queued' | 'sent' | 'failed';
  /** The same words as the first message, by a further channel. */
  copy: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: Instant | null;
  @ApiProperty({ type: String, nullable: true })
  sentBy: string | null;
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;
  /** What went wrong last. */
  @ApiPropertyOptional({ type: String })
  lastError?: string;
  attempts: AttemptView[];
}

export class TellingView {
  @ApiProperty({ type: String, format: 'date-time' })
  wordedAt: Instant;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedFor: Instant;
  /** The day that the deadline had when it was put into words. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: PlainDate | null;
  history: HistoryVersion;
  /** Why it fell on that day, as it stood then. Null: there was nothing to explain, or it held a text that was redacted. */
  @ApiProperty({ type: String, nullable: true })
  explanation: string | null;
  /** Told in one message with other reminders. */
  together: boolean;
  messages: SentView[];
}

export class PlanStepView {
  @ApiProperty({ type: String, format: 'date-time' })
  at: Instant;
  @ApiProperty({ enum: ['planned', 'ended'] })
  did: 'planned' | 'ended';
  /** Why it ended, or was put on record as over already. */
  @ApiPropertyOptional({ type: String })
  reason?: string;
  /** Only of planning. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  sendAt?: Instant;
  @ApiProperty({ enum: [...planCauses] })
  because: PlanCauseKind;
  /** The fact, the act or the policy's version. */
  @ApiProperty({ type: String, nullable: true })
  causeId: string | null;
  @ApiProperty({ type: LedgerPerson, nullable: true })
  by: LedgerPerson | null;
  history: HistoryVersion;
  /** Those that were in force; none: as built in. */
  policies: PolicyVersionRef[];
}

export class LedgerEntry {
  reminderId: string;
  recipient: LedgerPerson;
  rung: string;
  /** What was promised, in words. */
  promised: string;
  @ApiProperty({ type: String, nullable: true })
  deadlineId: string | null;
  @ApiProperty({ type: String, nullable: true })
  deadlineKind: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: PlainDate | null;
  @ApiProperty({ enum: [...reminderStates] })
  state: ReminderState;
  @ApiPropertyOptional({ type: String })
  reason?: string;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedAt: Instant;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedFor: Instant;
  /** The day that the policy asked for. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  askedForOn: PlainDate | null;
  /** Why it is told on another day than that. */
  @ApiPropertyOptional({ enum: [...putOffs] })
  putOff?: PutOff;
  /** How it was planned, planned anew and ended; empty of what was planned before the desk kept it. */
  plan: PlanStepView[];
  tellings: TellingView[];
}

export class LedgerList {
  /** Whether these are everybody's, or one's own alone. */
  @ApiProperty({ enum: ['everybody', 'me'] })
  of: 'everybody' | 'me';
  items: LedgerEntry[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
