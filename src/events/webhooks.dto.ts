import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { hostOnly } from '../http/without-secrets.ts';
import { PageQuery } from '../http/page.ts';
import { IsClearable, IsCommaList, IsMaybe, IsOneOf, IsWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';
import { PING, type ShownType, shownTypes } from './event-types.ts';
import type { Webhook, WebhookDelivery } from './webhook.entity.ts';

const LONGEST_OVERLAP_S = 7 * 24 * 60 * 60;
const deliveryStates = ['waiting', 'delivered', 'failed'] as const;

class WebhookFields {
  /** Which events; all when empty. Those of confidential requests are `request.touched`, whatever they are. */
  @IsMaybe()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(50, { message: 'must have at most 50 parts' })
  @ArrayUnique({ message: 'must not name anything twice' })
  @IsOneOf(shownTypes, { each: true })
  types?: ShownType[];

  /** Only events of requests with this tag; null for all. */
  @IsClearable()
  @IsWords(100)
  @ApiPropertyOptional({ type: String, nullable: true })
  tag?: string | null;

  /** What it is for. */
  @IsClearable()
  @IsWords(200)
  @ApiPropertyOptional({ type: String, nullable: true })
  description?: string | null;

  /** A disabled one is sent nothing; what waits for it goes when it is enabled again. */
  @IsMaybe()
  @IsBoolean({ message: 'must be true or false' })
  disabled?: boolean;
}

export class NewWebhookDto extends WebhookFields {
  /** Where events are sent: https, or http where OUTGOING_ALLOW says so. Shown by its host only. */
  @IsString({ message: 'must be a URL' })
  @MaxLength(2000, { message: 'must have at most 2,000 characters' })
  url: string;
}

export class WebhookChangesDto extends WebhookFields {
  /** Where events are sent: https, or http where OUTGOING_ALLOW says so. Shown by its host only. */
  @IsMaybe()
  @IsString({ message: 'must be a URL' })
  @MaxLength(2000, { message: 'must have at most 2,000 characters' })
  url?: string;
}

export class RotateSecretDto {
  /** For how many seconds both secrets sign, at most seven days; a day when not said. */
  @IsMaybe()
  @IsInt({ message: 'must be a whole number of seconds' })
  @Min(0, { message: 'must be at least 0' })
  @Max(LONGEST_OVERLAP_S, { message: `must be at most ${LONGEST_OVERLAP_S} (seven days)` })
  overlapSeconds?: number;
}

export class DeliveriesQuery extends PageQuery {
  @IsCommaList(deliveryStates)
  state?: WebhookDelivery['state'][];
}

export class WebhookView {
  id: string;
  /** All that is shown of its URL. */
  host: string;
  @ApiProperty({ enum: [...shownTypes], isArray: true })
  types: ShownType[];
  @ApiProperty({ type: String, nullable: true })
  tag: string | null;
  @ApiProperty({ type: String, nullable: true })
  description: string | null;
  /** Whose eyes count. It is sent nothing while this person is no active owner; another owner who edits it takes their place. */
  ownerId: string;
  @ApiProperty({ enum: ['enabled', 'disabled'] })
  state: Webhook['state'];
  @ApiProperty({ type: String, nullable: true })
  disabledBecause: string | null;
  /** Until when the secret before this one signs too. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  previousSecretUntil: Instant | null;
  /** Failures in a row. */
  failures: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSuccessAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
}

export class NewWebhookView extends WebhookView {
  /** `whsec_…`, shown this once. Null when the answer is a replay under an Idempotency-Key. */
  @ApiProperty({ type: String, nullable: true })
  secret: string | null;
}

export class WebhookList {
  items: WebhookView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class DeliveryView {
  id: string;
  /** The `webhook-id` of every attempt. */
  eventId: string;
  @ApiProperty({ enum: [...shownTypes, PING] })
  type: WebhookDelivery['type'];
  @ApiProperty({ enum: [...deliveryStates] })
  state: WebhookDelivery['state'];
  attempts: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextTryAt: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastTryAt: Instant | null;
  @ApiProperty({ type: Number, nullable: true })
  lastStatus: number | null;
  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;
  /** How the last answer began. */
  @ApiProperty({ type: String, nullable: true })
  response: string | null;
  /** As it is sent. */
  body: string;
  createdAt: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Instant | null;
}

export class DeliveryList {
  items: DeliveryView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function toWebhookView(webhook: Webhook): WebhookView {
  const { id, url, types, tag, description, ownerId, state, disabledBecause, previousUntil, failures } = webhook;
  const { lastSuccessAt, createdAt, updatedAt, version } = webhook;
  return {
    ...{ id, host: hostOnly(url), types, tag, description, ownerId, state, disabledBecause },
    ...{ previousSecretUntil: previousUntil, failures, lastSuccessAt, createdAt, updatedAt, version },
  };
}

export function toDeliveryView({ webhookId: _, requestId: __, ...shown }: WebhookDelivery): DeliveryView {
  return shown;
}
