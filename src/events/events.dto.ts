import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DEFAULT_LIMIT, LARGEST_LIMIT, wholeNumber } from '../http/page.ts';
import { IsCommaList } from '../http/validators.ts';
import type { Instant } from '../now.ts';
import { type ShownType, shownTypes } from './event-types.ts';

export class EventsQuery {
  /** Where to go on: the `cursor` of the answer before. Without it, from the oldest event that is kept. */
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString({ message: 'must be given once' })
  @MaxLength(100, { message: 'is no cursor of this desk' })
  after?: string;

  /** How many items at most, 1 to 200. */
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: LARGEST_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(LARGEST_LIMIT, { message: `must be at most ${LARGEST_LIMIT}` })
  limit: number = DEFAULT_LIMIT;

  /** Only these types, with commas. */
  @IsCommaList(shownTypes)
  type?: ShownType[];
}

export class EventRequestView {
  /** Left out when the request is confidential. */
  @ApiPropertyOptional({ type: String })
  id?: string;
  number: string;
  url: string;
}

export class EventView {
  id: string;
  /** Of a confidential request always `request.touched`: look at the request to see what happened. */
  @ApiProperty({ enum: [...shownTypes] })
  type: ShownType;
  @ApiProperty({ type: String, format: 'date-time' })
  at: Instant;
  request: EventRequestView;
  /** Who did it; null when time or the desk did. */
  @ApiPropertyOptional({ type: String, nullable: true })
  byUserId?: string | null;
  /** Ids, kinds and days, by type. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  data?: Record<string, string | number | null>;
}

export class EventList {
  items: EventView[];
  /** Path and query of what comes next, when there is more already; null when this is all for now. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  /** Where to go on, now or tomorrow: send it as `after`. Null while there has been nothing yet. */
  @ApiProperty({ type: String, nullable: true })
  cursor: string | null;
}
