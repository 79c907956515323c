import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, ValidateNested } from 'class-validator';
import { IsId, IsMaybe, IsWords } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import {
  type ExtendedOf,
  extendedOf,
  type FeeAnswer,
  feeAnswers,
  type FeeCategory,
  feeCategories,
} from '../law/status-change.ts';
import {
  Day,
  Flag,
  Kind,
  MaybeDay,
  MaybeFlag,
  MoneyFields,
  Nested,
  StatusChangeFields,
  Word,
  MaybeWord,
} from './status-change-fields.dto.ts';

/** Receipt, questions, fees and speed: from the filing to the agency's answer. */

export class Filed extends StatusChangeFields {
  @Kind('filed') kind: 'filed';
}

export class Undeliverable extends StatusChangeFields {
  @Kind('undeliverable') kind: 'undeliverable';
}

/** Received by the first designated office. */
export class Received extends StatusChangeFields {
  @Kind('received') kind: 'received';
}

/** Reached the component that holds the records. */
export class Routed extends StatusChangeFields {
  @Kind('routed') kind: 'routed';
}

export class Acknowledged extends StatusChangeFields {
  @Kind('acknowledged') kind: 'acknowledged';
}

export class Perfected extends StatusChangeFields {
  @Kind('perfected') kind: 'perfected';
}

abstract class Question extends StatusChangeFields {
  /** The day the letter sets for the answer. */
  @MaybeDay() answerBy?: PlainDate;

  /** The agency says that until it is answered there is no proper request. */
  @MaybeFlag() unperfected?: boolean;
}

export class ClarificationRequested extends Question {
  @Kind('clarification-requested') kind: 'clarification-requested';
}

export class Clarified extends StatusChangeFields {
  @Kind('clarified') kind: 'clarified';
}

/** "Are you still interested?" */
export class InterestAsked extends Question {
  @Kind('interest-asked') kind: 'interest-asked';
}

export class InterestConfirmed extends StatusChangeFields {
  @Kind('interest-confirmed') kind: 'interest-confirmed';
}

/** Scope or time frame agreed anew. */
export class Narrowed extends StatusChangeFields {
  @Kind('narrowed') kind: 'narrowed';
}

export class Aggregated extends StatusChangeFields {
  @Kind('aggregated') kind: 'aggregated';

  @ApiProperty({ type: [String], description: 'Requests of this desk that the agency treats together with this one.' })
  @IsArray({ message: 'must be a list of ids' })
  @ArrayMinSize(1, { message: 'must name at least one request' })
  @ArrayMaxSize(100, { message: 'must name at most 100 requests' })
  @ArrayUnique({ message: 'must not name a request twice' })
  @IsId({ each: true })
  withRequestIds: string[];
}

export class FeeEstimated extends StatusChangeFields {
  @Kind('fee-estimated') kind: 'fee-estimated';

  @ApiPropertyOptional({ type: MoneyFields })
  @IsMaybe()
  @ValidateNested({ message: 'must be an amount: {value, currency}' })
  @Nested(() => MoneyFields)
  amount?: MoneyFields;

  /** Whether the agency waits for an answer. */
  @Flag() asksAnswer: boolean;

  @MaybeFlag() prepayment?: boolean;

  @MaybeDay() answerBy?: PlainDate;
}

export class FeeAnswered extends StatusChangeFields {
  @Kind('fee-answered') kind: 'fee-answered';

  @Word(feeAnswers) answer: FeeAnswer;
}

export class FeePaid extends StatusChangeFields {
  @Kind('fee-paid') kind: 'fee-paid';
}

export class FeeSettled extends StatusChangeFields {
  @Kind('fee-settled') kind: 'fee-settled';
}

export class FeeCategoryDecided extends StatusChangeFields {
  @Kind('fee-category-decided') kind: 'fee-category-decided';

  @Word(feeCategories) category: FeeCategory;
}

export class FeeWaiverRequested extends StatusChangeFields {
  @Kind('fee-waiver-requested') kind: 'fee-waiver-requested';
}

export class FeeWaiverDecided extends StatusChangeFields {
  @Kind('fee-waiver-decided') kind: 'fee-waiver-decided';

  @Flag() granted: boolean;
}

export class ExpeditionRequested extends StatusChangeFields {
  @Kind('expedition-requested') kind: 'expedition-requested';
}

export class ExpeditionDecided extends StatusChangeFields {
  @Kind('expedition-decided') kind: 'expedition-decided';

  @Flag() granted: boolean;
}

export class Extended extends StatusChangeFields {
  @Kind('extended') kind: 'extended';

  /** The unusual circumstances the agency claims. */
  @ApiProperty({ type: String, maxLength: 5000 })
  @IsWords(5000, { lines: true })
  ground: string;

  @MaybeDay() until?: PlainDate;

  @MaybeWord(extendedOf) of?: ExtendedOf;
}

/** The agency's own date, which binds nobody. */
export class Estimated extends StatusChangeFields {
  @Kind('estimated') kind: 'estimated';

  @Day() date: PlainDate;
}
