import { Entity } from 'typeorm';
import { Id, Int, Json, NullInt, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';
import type { PING, ShownType } from './event-types.ts';

/** An endpoint of another program. Its URL and secrets leave the database only to be called and to sign. */
@Entity('webhook')
export class Webhook {
  @Id() id: string;
  @Text() url: string;
  /** None: all. */
  @Json() types: ShownType[];
  /** Only events of requests with this tag. */
  @NullText() tag: string | null;
  @NullText() description: string | null;
  /** Whose eyes count: nothing is sent while this person is no active owner of the desk. */
  @Text() ownerId: string;
  @Text() state: 'enabled' | 'disabled';
  @NullText() disabledBecause: string | null;
  @Text() secret: string;
  @NullText() previousSecret: string | null;
  @NullText() previousUntil: Instant | null;
  /** In a row, up to now. */
  @Int() failures: number;
  /** Until then nothing is sent to it. */
  @NullText() restsUntil: Instant | null;
  @NullText() lastSuccessAt: Instant | null;
  @Text() createdAt: Instant;
  @Text() updatedAt: Instant;
  @Int() version: number;
}

/** One event on its way to one endpoint. The row owns time and attempts; the endpoint's job only runs it. */
@Entity('webhook_delivery')
export class WebhookDelivery {
  @Id() id: string;
  @Text() webhookId: string;
  /** The `webhook-id`, the same at every attempt and replay. */
  @Text() eventId: string;
  @NullText() requestId: string | null;
  @Text() type: ShownType | typeof PING;
  /** As it is signed and sent. */
  @Text() body: string;
  @Text() state: 'waiting' | 'delivered' | 'failed';
  @Int() attempts: number;
  @NullText() nextTryAt: Instant | null;
  @NullText() lastTryAt: Instant | null;
  @NullInt() lastStatus: number | null;
  @NullText() lastError: string | null;
  /** How the answer began. */
  @NullText() response: string | null;
  @Text() createdAt: Instant;
  @NullText() endedAt: Instant | null;
}
