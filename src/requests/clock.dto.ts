import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { IsClearable, IsMaybe, IsOneOf, IsPlainDate, IsWords, IsZone } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { feeCategories, type FeeCategory } from '../law/status-change.ts';
import { ClosureInput } from './closures.dto.ts';
import { statusChangeSchema } from './status-changes.openapi.ts';

const MOST_CLOSURES = 100;

export class ClockAgency {
  /** The agency's own rules, as on an agency of the desk. */
  @ApiPropertyOptional({ type: Object })
  @Allow()
  overrides?: unknown;

  @ApiPropertyOptional({ type: String, example: 'America/New_York' })
  @IsMaybe()
  @IsZone()
  timeZone?: string;
}

/** By what a history is read, beside the law. */
class ReadBy {
  @ApiPropertyOptional({ type: ClockAgency })
  @IsMaybe()
  @ValidateNested({ message: 'must be {overrides?, timeZone?}' })
  @Type(() => ClockAgency)
  agency?: ClockAgency;

  @IsClearable()
  @IsOneOf(feeCategories)
  feeCategory?: FeeCategory | null;

  /** One of the statute's tracks. */
  @IsClearable()
  @IsWords(100)
  track?: string | null;

  /** Closures under this law; those that the desk knows are not looked at. */
  @ApiPropertyOptional({ type: [ClosureInput] })
  @IsMaybe()
  @IsArray({ message: 'must be a list of closures' })
  @ArrayMaxSize(MOST_CLOSURES, { message: `must have at most ${MOST_CLOSURES} entries` })
  @ValidateNested({ each: true, message: 'must be a list of closures' })
  @Type(() => ClosureInput)
  closures?: ClosureInput[];
}

/** What is to be otherwise beside the first history; what is left out stays as there. */
export class WhatIf extends ReadBy {
  /** The whole second history, in place of the first. */
  @ApiPropertyOptional({ type: 'array', items: statusChangeSchema })
  @IsMaybe()
  @IsArray({ message: 'must be a list of status changes' })
  statusChanges?: unknown[];

  @IsMaybe()
  @IsWords(100)
  statute?: string;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  asOf?: PlainDate;
}

/** Facts in, standing out. */
export class ClockInput extends ReadBy {
  @ApiProperty({ type: String, example: 'us-foia' })
  @IsWords(100)
  statute: string;

  /** In any order of days; each may have an `id` of one's own. */
  @ApiProperty({ type: 'array', items: statusChangeSchema })
  @IsArray({ message: 'must be a list of status changes' })
  statusChanges: unknown[];

  /** Today in the agency's zone when not said. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  asOf?: PlainDate;

  /** Asks for a second standing beside the first, and for what differs. */
  @ApiPropertyOptional({ type: WhatIf })
  @IsMaybe()
  @ValidateNested({ message: 'must be an object' })
  @Type(() => WhatIf)
  whatIf?: WhatIf;
}
