import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Equals, IsBoolean, IsIn, IsInt, IsNumber, Matches, Max, Min, ValidateIf } from 'class-validator';
import { IsInstant, IsMaybe, IsPlainDate, IsWords } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { type Channel, channels, parties, type Party, type StatusChangeKind } from '../law/status-change.ts';
import type { Instant } from '../now.ts';

/** Longest note, in characters. */
const NOTE = 20_000;

/** The field that says which kind it is. */
export const Kind = (kind: StatusChangeKind): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: String, enum: [kind] }), Equals(kind));

export const Day = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: String, format: 'date', example: '2026-06-01' }), IsPlainDate());

export const MaybeDay = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date', example: '2026-06-01' }),
    IsMaybe(),
    IsPlainDate(),
  );

/** One of a closed list of words. */
export const Word = (words: readonly string[]): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, enum: [...words] }),
    IsIn([...words], { message: `must be one of ${words.join(', ')}` }),
  );

export const MaybeWord = (words: readonly string[]): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, enum: [...words] }),
    IsMaybe(),
    IsIn([...words], { message: `must be one of ${words.join(', ')}` }),
  );

export const MaybeFlag = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ type: Boolean }), IsMaybe(), IsBoolean({ message: 'must be true or false' }));

export const Flag = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: Boolean }), IsBoolean({ message: 'must be true or false' }));

const MOST_COUNT = 1_000_000_000;
const COUNT = `must be a whole number from 0 to ${MOST_COUNT}`;

export const MaybeCount = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 0 }),
    IsMaybe(),
    IsInt({ message: COUNT }),
    Min(0, { message: COUNT }),
    Max(MOST_COUNT, { message: COUNT }),
  );

export const MaybeWords = (most: number): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ type: String }), IsMaybe(), IsWords(most));

/** What every kind of status change may carry. Either `on` or `at` is needed. */
export abstract class StatusChangeFields {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2026-06-01',
    description: "The legal day in the agency's zone: the date on the agency's letter, or the day we sent ours.",
  })
  @IsMaybe()
  @IsPlainDate()
  on?: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: "The moment, if known; `on` is then its day in the agency's zone.",
  })
  @IsMaybe()
  @IsInstant()
  at?: Instant;

  /** The day an agency's act reached us. */
  @MaybeDay()
  notifiedOn?: PlainDate;

  /** The day our act reached the agency; on `acknowledged`, the day of receipt the agency states. */
  @MaybeDay()
  receivedOn?: PlainDate;

  @MaybeWord(channels)
  channel?: Channel;

  @MaybeWords(200)
  trackingNumber?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description:
      'The fact this one answers, appeals, decides or releases: its id, or `#n` for the n-th of the same array. ' +
      'On `appealed`, null means: against silence.',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsWords(64)
  about?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: NOTE })
  @IsMaybe()
  @IsWords(NOTE, { lines: true })
  note?: string;
}

const MOST_MONEY = 1_000_000_000_000;
const MONEY = `must be a number from 0 to ${MOST_MONEY} with at most 4 decimals, such as 25.5`;

export class MoneyFields {
  @ApiProperty({ type: Number, minimum: 0 })
  @IsNumber({ allowNaN: false, allowInfinity: false, maxDecimalPlaces: 4 }, { message: MONEY })
  @Min(0, { message: MONEY })
  @Max(MOST_MONEY, { message: MONEY })
  value: number;

  @ApiProperty({ type: String, example: 'USD' })
  @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 code such as USD' })
  currency: string;
}

export class ExemptionFields {
  @ApiProperty({ type: String, example: '(b)(6)' })
  @IsWords(100)
  code: string;

  /** For (b)(3): the other statute that withholds. */
  @MaybeWords(500)
  withholdingStatute?: string;

  /** For (b)(5): the privilege claimed. */
  @MaybeWords(500)
  privilege?: string;
}

export class OrderedItemFields {
  @ApiProperty({ type: String })
  @IsWords(5000, { lines: true })
  what: string;

  @Word(parties)
  owedBy: Party;

  @Day()
  dueOn: PlainDate;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 120 })
  @IsMaybe()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(120, { message: 'must be at most 120' })
  everyMonths?: number;

  @MaybeCount()
  pages?: number;
}

/** One object of a class inside another. */
export const Nested = (type: () => new () => object): PropertyDecorator => Type(type);
