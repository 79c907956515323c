import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, Matches, ValidateNested } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import {
  IsClearable,
  IsCommaList,
  IsFlag,
  IsId,
  IsInstant,
  IsMaybe,
  IsOneOf,
  IsPlainDate,
  IsWords,
} from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { deadlineKinds, deadlineStates, statuses } from '../law/standing.ts';
import { determinationOutcomes, feeCategories, type FeeCategory, parties } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import { type RelationKind, relationKinds } from './request.entity.ts';
import { MoneyFields } from './status-change-fields.dto.ts';
import { statusChangeSchema } from './status-changes.openapi.ts';

const accesses = ['everyone', 'members'] as const;

export class RequesterFields {
  @IsWords(300)
  name: string;

  @IsMaybe()
  @IsWords(300)
  onBehalfOf?: string;
}

export class RelatedFields {
  @IsOneOf(relationKinds)
  kind: RelationKind;

  @IsId()
  requestId: string;
}

function relation(one: Partial<RelatedFields> | null): string {
  return `${one?.kind} ${one?.requestId}`;
}

/** What may be said when a request is made, and changed later. */
class RequestFields {
  @ApiPropertyOptional({ type: [String], example: ['weapons', 'iraq'] })
  @IsMaybe()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(50, { message: 'must have at most 50 tags' })
  @ArrayUnique({ message: 'must not name a tag twice' })
  @Matches(/^[^,]*$/, { each: true, message: 'must not contain a comma: filters separate tags by it' })
  @IsWords(60, { each: true })
  tags?: string[];

  /** Who looks after it; sees it always and gets its reminders. Null: nobody. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsClearable()
  @IsId()
  assigneeId?: string | null;

  @IsMaybe()
  @IsOneOf(accesses)
  access?: 'everyone' | 'members';

  /** Outside the app it then shows its number and a link, nothing else. */
  @ApiPropertyOptional({ type: Boolean })
  @IsMaybe()
  @IsBoolean({ message: 'must be true or false' })
  confidential?: boolean;

  @ApiPropertyOptional({ type: RequesterFields, nullable: true })
  @IsClearable()
  @ValidateNested({ message: 'must be {name, onBehalfOf?}' })
  @Type(() => RequesterFields)
  requester?: RequesterFields | null;

  /** Who the requester is when fees are set. */
  @IsClearable()
  @IsOneOf(feeCategories)
  feeCategory?: FeeCategory | null;

  /** Which of the statute's tracks it is on, if not the ordinary one: `GET /statutes/:id` lists them. */
  @IsClearable()
  @IsWords(100)
  track?: string | null;

  @ApiPropertyOptional({ type: MoneyFields, nullable: true })
  @IsClearable()
  @ValidateNested({ message: 'must be {value, currency}' })
  @Type(() => MoneyFields)
  feeLimit?: MoneyFields | null;

  @ApiPropertyOptional({ type: [RelatedFields] })
  @IsMaybe()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(50, { message: 'must name at most 50 requests' })
  @ArrayUnique(relation, { message: 'must not name a relation twice' })
  @ValidateNested({ each: true, message: 'each must be {kind, requestId}' })
  @Type(() => RelatedFields)
  related?: RelatedFields[];
}

export class FileRequest extends RequestFields {
  @IsId()
  agencyId: string;

  @IsWords(500)
  subject: string;

  /** What is asked for. */
  @IsWords(100_000, { lines: true })
  description: string;

  /** Facts recorded in the same write. */
  @ApiPropertyOptional({ type: 'array', items: statusChangeSchema })
  @IsMaybe()
  @IsArray({ message: 'must be a list of status changes' })
  statusChanges?: unknown[];
}

export class EditRequest extends RequestFields {
  @IsMaybe()
  @IsWords(500)
  subject?: string;

  @IsMaybe()
  @IsWords(100_000, { lines: true })
  description?: string;
}

export class ViewQuery {
  /** The legal day for which to read the request: facts dated later are ignored. Today when not said. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  asOf?: PlainDate;

  /** Facts recorded, and rules entered, after this moment are ignored. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsMaybe()
  @IsInstant()
  knownAt?: Instant;
}

export class RequestsQuery extends PageQuery {
  @IsCommaList(statuses) status?: string[];

  /** `none`: nothing has come of it yet. */
  @IsCommaList([...determinationOutcomes, 'none']) outcome?: string[];

  /** The agency owes something and is late on every reading of the law. */
  @IsFlag() overdue?: boolean;

  /** We have missed a day of our own. */
  @IsFlag() windowMissed?: boolean;

  /** What is owed next is due earlier than this day. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  dueBefore?: PlainDate;

  /** What is owed next is due later than this day. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  dueAfter?: PlainDate;

  @IsCommaList() agencyId?: string[];

  @IsCommaList() tag?: string[];

  /** `none`: nobody looks after it. */
  @IsCommaList() assigneeId?: string[];

  /** Words that all occur in number, subject, description or a tracking number. */
  @ApiPropertyOptional({ type: String })
  @IsMaybe()
  @IsWords(300)
  q?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsMaybe()
  @IsInstant()
  updatedSince?: Instant;
}

export class DeadlinesQuery extends PageQuery {
  /** Due on this day or later. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  from?: PlainDate;

  /** Due on this day or earlier. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  to?: PlainDate;

  @IsCommaList(parties) owedBy?: string[];

  @IsCommaList(deadlineStates) state?: string[];

  @IsCommaList(deadlineKinds) kind?: string[];

  @IsCommaList() agencyId?: string[];

  /** `none`: nobody looks after the request. */
  @IsCommaList() assigneeId?: string[];

  @IsCommaList() requestId?: string[];
}
