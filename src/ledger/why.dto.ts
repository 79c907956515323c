import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsMaybe, IsPlainDate } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { type PutOff, putOffs } from '../reminders/plan-input.ts';
import { HistoryVersion, LedgerPerson, PolicyVersionRef, SentView } from './ledger.dto.ts';

export class WhyQuery {
  /** The day, where the person is; today when not said. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  on?: PlainDate;

  /** Id or e-mail address; oneself when not said. */
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString({ message: 'must be given once' })
  @MaxLength(320, { message: 'is nobody here' })
  person?: string;
}

/** Why somebody was told, and why not; each in one word. */
export const whyCodes = [
  /** Told: on that day; on a later one, since it could not be sent before. */
  ...(['sent', 'sent-later'] as const),
  /** Not yet: its hour has not come; its person's hours or days off; on its way and not taken so far; nobody has taken it up. */
  ...(['waiting', 'quiet-hours', 'days-off', 'on-its-way', 'due'] as const),
  /** On another day: by the person's own settings or the calendar; as somebody asked; because it was planned anew. */
  ...(['put-off', 'snoozed', 'rescheduled'] as const),
  /** Planned and ended: the deadline was met, moved, stands still, is over; the request was answered or closed. */
  ...(['met', 'moved', 'paused', 'over', 'answered', 'closed'] as const),
  /** Planned and ended by people. */
  ...(['muted', 'acknowledged', 'called-off', 'readdressed', 'no-access', 'disabled'] as const),
  /** It was sent, and did not arrive. */
  ...(['refused', 'failed', 'called-back'] as const),
  /** Over before its fact was recorded, or before it could be planned. */
  ...(['backdated', 'overtaken'] as const),
  /** Never planned: the policy asks for nothing on that day; somebody else is told, or was; no such thing. */
  ...([
    'policy',
    'not-a-recipient',
    'told-to-another',
    'expected',
    'not-planned',
    'sample',
    'draft',
    'nothing',
  ] as const),
] as const;
export type WhyCode = (typeof whyCodes)[number];

@ApiSchema({ name: 'WhyFact' })
export class WhyFact {
  id: string;
  /** Its place in the history. */
  sequence: number;
  kind: string;
}

@ApiSchema({ name: 'WhyReason' })
export class WhyReason {
  @ApiProperty({ enum: [...whyCodes] })
  code: WhyCode;
  /** In words, with the hours where the person is. */
  says: string;
  /** Null: nothing was planned. */
  @ApiProperty({ type: String, nullable: true })
  reminderId: string | null;
  @ApiProperty({ type: String, nullable: true })
  deadlineId: string | null;
  @ApiProperty({ type: String, nullable: true })
  deadlineKind: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: PlainDate | null;
  @ApiProperty({ type: String, nullable: true })
  rung: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  plannedFor: Instant | null;
  /** The policies under which it was planned, or by which nothing was; none: as built in. Null: that was not kept. */
  @ApiProperty({ type: [PolicyVersionRef], nullable: true })
  policies: PolicyVersionRef[] | null;
  /** When it is told instead. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  movedTo?: Instant;
  @ApiPropertyOptional({ enum: [...putOffs] })
  putOff?: PutOff;
  /** When that was done which ended or moved it, and by whom; null: by time, or the desk. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  at?: Instant;
  @ApiPropertyOptional({ type: LedgerPerson, nullable: true })
  by?: LedgerPerson | null;
  @ApiPropertyOptional({ type: WhyFact })
  fact?: WhyFact;
  /** Only of a deadline that moved. */
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  from?: PlainDate | null;
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  to?: PlainDate | null;
  @ApiPropertyOptional({ type: String })
  because?: string;
  /** Who was told instead, or is. */
  @ApiPropertyOptional({ type: [LedgerPerson] })
  others?: LedgerPerson[];
  /** Told in one message with other reminders. */
  @ApiPropertyOptional({ type: Boolean })
  together?: boolean;
  /** By which history it was put into words. */
  @ApiPropertyOptional({ type: HistoryVersion })
  history?: HistoryVersion;
  messages: SentView[];
}

@ApiSchema({ name: 'Why' })
export class WhyView {
  request: { id: string; number: string };
  person: LedgerPerson;
  on: PlainDate;
  timeZone: string;
  /** Whether anything about this request was sent to this person on that day. */
  told: boolean;
  /** All of it in words. */
  says: string;
  reasons: WhyReason[];
}
