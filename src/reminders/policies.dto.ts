import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsClearable, IsId, IsMaybe, IsOneOf, IsWords } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { type DayUnit, dayUnits, type Opens, openings, type PolicyBody } from './policy.ts';
import { type PolicyScope, policyScopes } from './policy.entity.ts';
import { RecipientView } from './reminders.dto.ts';

/** Three years. */
const FURTHEST = 1095;
const MOST_RUNGS = 30;
const MOST_TIMES = 1000;
const MOST_PEOPLE = 20;

function IsCount(least: number, most: number): PropertyDecorator {
  const says = { message: `must be a whole number from ${least} to ${most}` };
  return applyDecorators(
    IsInt(says),
    Min(least, says),
    Max(most, says),
    ApiProperty({ type: 'integer', minimum: least, maximum: most }),
  );
}

/** A nested object, or null. */
function IsPart(type: () => new () => object): PropertyDecorator {
  return applyDecorators(
    IsObject({ message: 'must be an object' }),
    ValidateNested({ message: 'must be an object' }),
    Type(type),
  );
}

export class RungDto {
  /** Counted from the last day: -3 is three days before, 0 the day itself, 1 the day after. */
  @IsCount(-FURTHEST, FURTHEST)
  days: number;

  /** `working`: of the deadline's own calendar. */
  @IsOneOf(dayUnits)
  unit: DayUnit;
}

export class SpanDto {
  @IsCount(1, FURTHEST)
  days: number;

  @IsOneOf(dayUnits)
  unit: DayUnit;
}

export class EveryDto {
  @IsCount(1, FURTHEST)
  every: number;

  @IsOneOf(dayUnits)
  unit: DayUnit;
}

/** After the last rung: `times` times every `every` days, then every `thenEvery`; without end where it says no end. */
export class RepeatDto extends EveryDto {
  @IsMaybe()
  @IsCount(1, MOST_TIMES)
  times?: number;

  /** Only with `times`. */
  @IsMaybe()
  @IsCount(1, FURTHEST)
  thenEvery?: number;
}

/** The ladder of one kind of deadline. What it leaves out is as built in. */
export class LadderDto {
  @IsMaybe()
  @IsArray({ message: 'must be a list of rungs' })
  @ArrayMaxSize(MOST_RUNGS, { message: `must have at most ${MOST_RUNGS} rungs` })
  @ValidateNested({ each: true, message: 'must be a list of objects' })
  @Type(() => RungDto)
  rungs?: RungDto[];

  /** Null: told no more after the last rung. */
  @IsClearable()
  @IsPart(() => RepeatDto)
  repeat?: RepeatDto | null;

  /** So many rungs after the last day, and no more; null: no end. */
  @IsClearable()
  @IsCount(0, MOST_TIMES)
  stopAfter?: number | null;

  /** Told the morning after it arose: always, only when a rung was over by then, or never. */
  @IsMaybe()
  @IsOneOf(openings)
  opens?: Opens;

  /** One more rung in the middle. */
  @IsMaybe()
  @IsBoolean({ message: 'must be true or false' })
  halfWay?: boolean;

  /** How often while a deadline of ours has no day; null: only when it arises. */
  @IsClearable()
  @IsPart(() => EveryDto)
  whenUndated?: EveryDto | null;
}

/** Whom to tell when a deadline of ours has so many days left and nobody has acknowledged it. */
export class EscalationDto {
  @IsCount(0, FURTHEST)
  days: number;

  @IsOneOf(dayUnits)
  unit: DayUnit;

  /** Ids of users; `owners` and `editors` are all of them. Whoever may not see a request is not told of it. */
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'must name somebody' })
  @ArrayMaxSize(MOST_PEOPLE, { message: `must name at most ${MOST_PEOPLE}` })
  @IsWords(40, { each: true })
  to: string[];
}

@ApiExtraModels(LadderDto)
@ApiSchema({ name: 'ReminderPolicyBody' })
export class PolicyDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/LadderDto' },
    description:
      "By kind of deadline; `our-court-production` is what a court orders us to do, `estimated` the agency's own date.",
  })
  @IsMaybe()
  @IsObject({ message: 'must be an object' })
  ladders?: Record<string, unknown>;

  /** Since filing, without a sign of life; null: nobody asks. */
  @IsClearable()
  @IsPart(() => SpanDto)
  silence?: SpanDto | null;

  /** Since the last fact; null: nobody asks. */
  @IsClearable()
  @IsPart(() => SpanDto)
  quiet?: SpanDto | null;

  @IsClearable()
  @IsPart(() => EscalationDto)
  escalation?: EscalationDto | null;
}

export class PreviewDto {
  @IsId()
  requestId: string;

  /** What to suppose; without it, what is in force. */
  @IsMaybe()
  @IsPart(() => PolicyDto)
  policy?: PolicyDto;

  /** Where it would be set; `request` when not said. For `person` that is oneself. */
  @IsMaybe()
  @IsOneOf(policyScopes)
  scope?: PolicyScope;

  /** Only for `tag`: which. */
  @IsMaybe()
  @IsWords(100)
  subject?: string;
}

/** Rungs that stay although a policy does not name them. */
export class FloorView {
  ladder: string;
  says: string;
}

@ApiSchema({ name: 'ReminderPolicy' })
export class PolicyView {
  @ApiProperty({ enum: [...policyScopes] })
  scope: PolicyScope;
  /** `desk`, a tag, a request's id or a user's. */
  subject: string;
  version: number;
  @ApiProperty({ type: PolicyDto })
  policy: PolicyBody;
  /** What holds beside it whatever anybody sets. */
  floor: FloorView[];
  @ApiProperty({ type: String, format: 'date-time' })
  setAt: Instant;
  setBy: RecipientView;
}

@ApiSchema({ name: 'ReminderPolicyList' })
export class PolicyList {
  items: PolicyView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  /** What holds where nothing is set, in the same words. */
  @ApiProperty({ type: PolicyDto })
  builtIn: PolicyBody;
}

@ApiSchema({ name: 'ReminderPolicyVersion' })
export class PolicyVersionView {
  version: number;
  /** Null: with this version the policy was taken back. */
  @ApiProperty({ type: PolicyDto, nullable: true })
  policy: PolicyBody | null;
  /** It held from then on, until the next version was set. */
  @ApiProperty({ type: String, format: 'date-time' })
  setAt: Instant;
  setBy: RecipientView;
}

@ApiSchema({ name: 'ReminderPolicyVersionList' })
export class PolicyVersionList {
  items: PolicyVersionView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class PreviewedReminder {
  @ApiProperty({ type: String, nullable: true })
  deadlineId: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: PlainDate | null;
  rung: string;
  @ApiProperty({ type: String, format: 'date-time' })
  sendAt: Instant;
  recipient: RecipientView;
}

@ApiSchema({ name: 'ReminderPreview' })
export class PreviewView {
  /** What is planned, soonest first. A ladder that repeats shows its next rung. */
  now: PreviewedReminder[];
  /** What would be. */
  then: PreviewedReminder[];
  floor: FloorView[];
}
