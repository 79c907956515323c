import { Entity } from 'typeorm';
import { Id, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

/** One way in for a user: `fd_<lookup>_<secret>`, of which only the secret's SHA-256 is kept. */
@Entity('api_key')
export class ApiKey {
  @Id() id: string;
  @Text() userId: string;
  @Text() label: string;
  @Text() lookup: string;
  @Text() secretHash: string;
  @Text() createdAt: Instant;
  @NullText() createdBy: string | null;
  @NullText() expiresAt: Instant | null;
  @NullText() lastUsedAt: Instant | null;
  @NullText() revokedAt: Instant | null;
}
