import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsClearable, IsId, IsOneOf, IsWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';
import { type Feed, type FeedScope, feedScopes } from './feed.entity.ts';

export class NewFeedDto {
  /**
   * `mine`: requests that I look after, that I made and nobody looks after, and that I watch; `tag`: those with a tag;
   * `everything` that I may see.
   */
  @IsOneOf(feedScopes)
  scope: FeedScope;

  /** Needed for the scope `tag`, and for no other. */
  @IsClearable()
  @Matches(/^[^,]*$/, { message: 'must not contain a comma: no tag does' })
  @IsWords(60)
  @ApiPropertyOptional({ type: String, nullable: true })
  tag?: string | null;

  /** What it is for, "phone": also what calendar programs call it. */
  @IsClearable()
  @IsWords(100)
  @ApiPropertyOptional({ type: String, nullable: true })
  label?: string | null;
}

export class FeedsQuery extends PageQuery {
  /** Whose feeds: one's own when not said. Those of others are for owners. */
  @IsOptional()
  @IsId()
  userId?: string;
}

export class FeedView {
  id: string;
  /** Whose eyes count. */
  userId: string;
  @ApiProperty({ enum: [...feedScopes] })
  scope: FeedScope;
  @ApiProperty({ type: String, nullable: true })
  tag: string | null;
  @ApiProperty({ type: String, nullable: true })
  label: string | null;
  createdAt: Instant;
  /** Noted every few minutes at most. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: Instant | null;
}

export class NewFeedView extends FeedView {
  /**
   * What to subscribe to, shown this once. Whoever has it sees what the feed's person sees. With `.csv` or `.json` in
   * place of `.ics` it gives the same as a table or for a program. Null when the answer is a replay under an Idempotency-Key.
   */
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
}

export class FeedList {
  items: FeedView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function toFeedView({ secretHash: _, ...shown }: Feed): FeedView {
  return shown;
}
