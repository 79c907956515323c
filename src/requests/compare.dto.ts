import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type {
  ConsequenceDifference,
  DeadlineAtGlance,
  DeadlineDifference,
  StandingDifferences,
} from '../law/compare.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { consequenceKinds, deadlineKinds, deadlineStates, statuses } from '../law/standing.ts';
import { determinationOutcomes } from '../law/status-change.ts';
import { StandingView } from './standing.dto.ts';

const day = { type: String, format: 'date' } as const;
const words = (all: readonly string[]) => ({ type: String, enum: [...all] });

class DeadlineHere implements DeadlineAtGlance {
  @ApiProperty({ ...day, nullable: true }) dueOn: PlainDate | null;
  @ApiProperty(words(deadlineStates)) state: DeadlineAtGlance['state'];
  @ApiPropertyOptional(day) metOn?: PlainDate;
}

class DeadlineDifferenceView implements DeadlineDifference {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty(words(deadlineKinds)) kind: DeadlineDifference['kind'];
  @ApiProperty({ type: DeadlineHere, nullable: true }) first: DeadlineHere | null;
  @ApiProperty({ type: DeadlineHere, nullable: true }) second: DeadlineHere | null;
}

class SpanView {
  @ApiProperty(day) from: PlainDate;
  @ApiPropertyOptional(day) until?: PlainDate;
}

class ConsequenceDifferenceView implements ConsequenceDifference {
  @ApiProperty(words(consequenceKinds)) kind: ConsequenceDifference['kind'];
  @ApiProperty({ type: SpanView, nullable: true }) first: SpanView | null;
  @ApiProperty({ type: SpanView, nullable: true }) second: SpanView | null;
}

class StatusDifference {
  @ApiProperty(words(statuses)) first: NonNullable<StandingDifferences['status']>['first'];
  @ApiProperty(words(statuses)) second: NonNullable<StandingDifferences['status']>['second'];
}

class OutcomeDifference {
  @ApiProperty({ ...words(determinationOutcomes), nullable: true })
  first: NonNullable<StandingDifferences['outcome']>['first'];
  @ApiProperty({ ...words(determinationOutcomes), nullable: true })
  second: NonNullable<StandingDifferences['outcome']>['second'];
}

/** Everything in which the second standing differs from the first; null is what one side has not. */
@ApiSchema({ name: 'StandingDifferences' })
@ApiExtraModels(DeadlineHere, SpanView)
export class DifferencesView implements StandingDifferences {
  @ApiPropertyOptional({ type: StatusDifference }) status?: StatusDifference;
  @ApiPropertyOptional({ type: OutcomeDifference }) outcome?: OutcomeDifference;
  @ApiProperty({ type: [DeadlineDifferenceView] }) deadlines: DeadlineDifferenceView[];
  @ApiProperty({ type: [ConsequenceDifferenceView] }) consequences: ConsequenceDifferenceView[];
}

class WhatIfView {
  @ApiProperty({ type: StandingView }) standing: StandingView;
  @ApiProperty({ type: DifferencesView }) differences: DifferencesView;
}

/** What the calculator answers. */
@ApiSchema({ name: 'Calculated' })
export class CalculatedView extends StandingView {
  @ApiPropertyOptional({ type: WhatIfView, description: 'Only if it was asked for.' }) whatIf?: WhatIfView;
}
