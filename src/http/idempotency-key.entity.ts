import { Entity, PrimaryColumn } from 'typeorm';
import { Int, Json, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

/** What was answered to a write with an Idempotency-Key; written in the transaction of its effect, kept for 24 h. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('text') apiKeyId: string;
  @PrimaryColumn('text') route: string;
  @PrimaryColumn('text') idempotencyKey: string;
  /** SHA-256 of the body: the same key with another body is a mistake. */
  @Text() fingerprint: string;
  @Int() status: number;
  @Json() headers: Record<string, string>;
  /** Null when the answer held a secret. */
  @NullText() body: string | null;
  @Text() createdAt: Instant;
}
