import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsFlag, IsMaybe, IsOneOf, IsPlainDate, IsWords } from '../http/validators.ts';
import { type ClosureEffect, closureEffects } from '../law/closures.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { CitationView } from './standing.dto.ts';

const EFFECTS =
  '`suspends`: every term stands still. `day-off`: no working days. `counts`: shut, but no date changes; explanations name it.';

@ApiSchema({ name: 'CitationInput' })
export class CitationInput {
  @IsWords(500)
  label: string;

  @ApiPropertyOptional({ type: String, example: 'https://www.dof.gob.mx/' })
  @IsMaybe()
  @MaxLength(2000, { message: 'must have at most 2000 characters' })
  @Matches(/^https?:\/\/\S+$/, { message: 'must be a web address' })
  url?: string;
}

/** Days on which the offices are shut, both ends included. */
@ApiSchema({ name: 'ClosureInput' })
export class ClosureInput {
  @IsPlainDate()
  from: PlainDate;

  @IsPlainDate()
  to: PlainDate;

  @ApiProperty({ description: EFFECTS })
  @IsOneOf(closureEffects)
  effect: ClosureEffect;

  /** What happened, for the middle of a sentence. */
  @ApiProperty({ example: 'the government was shut for want of appropriations' })
  @IsWords(300)
  says: string;

  @ApiProperty({ type: CitationInput })
  @IsObject({ message: 'must be {label, url?}: where it is written' })
  @ValidateNested({ message: 'must be {label, url?}: where it is written' })
  @Type(() => CitationInput)
  cites: CitationInput;
}

/** A closure to enter: of one jurisdiction or of one law. */
export class NewClosure extends ClosureInput {
  /** That of the laws themselves, in `GET /statutes`: `US` is the federal government without the states. */
  @ApiPropertyOptional({ type: String, example: 'US-HI' })
  @IsMaybe()
  @IsWords(20)
  jurisdiction?: string;

  /** The id of one law. */
  @ApiPropertyOptional({ type: String, example: 'us-foia' })
  @IsMaybe()
  @IsWords(100)
  statute?: string;
}

export class ClosuresQuery extends PageQuery {
  /** Those of this jurisdiction itself. */
  @IsMaybe()
  @IsWords(20)
  jurisdiction?: string;

  /** Those that hold under this law, whether entered for it or for its jurisdiction. */
  @IsMaybe()
  @IsWords(100)
  statute?: string;

  /** Those with a day on or after this one. */
  @IsMaybe()
  @IsPlainDate()
  from?: PlainDate;

  /** Those with a day on or before this one. */
  @IsMaybe()
  @IsPlainDate()
  to?: PlainDate;

  /** Those that were withdrawn too. */
  @IsFlag()
  withdrawn?: boolean;
}

@ApiSchema({ name: 'Closure' })
export class ClosureView {
  id: string;
  /** Null where it is of one law. */
  @ApiProperty({ type: String, nullable: true }) jurisdiction: string | null;
  /** Null where it is of a jurisdiction. */
  @ApiProperty({ type: String, nullable: true }) statute: string | null;
  @ApiProperty({ type: String, format: 'date' }) from: PlainDate;
  @ApiProperty({ type: String, format: 'date' }) to: PlainDate;
  @ApiProperty({ type: String, enum: [...closureEffects], description: EFFECTS }) effect: ClosureEffect;
  says: string;
  @ApiProperty({ type: CitationView }) cites: CitationView;
  @ApiProperty({ type: String, format: 'date-time' }) recordedAt: Instant;
  /** The id of a user. */
  recordedBy: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt: Instant | null;
}

export class ClosureList {
  @ApiProperty({ type: [ClosureView] }) items: ClosureView[];
  /** Path and query of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
