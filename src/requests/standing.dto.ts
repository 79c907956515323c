import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { PlainDate } from '../law/plain-date.ts';
import {
  type Anomaly,
  type Consequence,
  consequenceKinds,
  type Deadline,
  deadlineKinds,
  deadlineStates,
  type OpenMatter,
  type OtherReading,
  type Standing,
  statuses,
  type Step,
} from '../law/standing.ts';
import { type Citation, confidences, units } from '../law/terms.ts';
import { determinationOutcomes, parties, statusChangeKinds } from '../law/status-change.ts';

/** How a standing looks in the API's description. The law's own types say what it is; these only describe them. */

const day = { type: String, format: 'date' } as const;
const noDay = { ...day, nullable: true } as const;
const words = (list: readonly string[]) => ({ type: String, enum: [...list] }) as const;

@ApiSchema({ name: 'Citation' })
export class CitationView implements Citation {
  @ApiProperty({ type: String }) label: string;
  @ApiPropertyOptional({ type: String }) url?: string;
  @ApiPropertyOptional({ type: Boolean, description: 'Nobody has read the cited text.' }) unverified?: true;
}

@ApiSchema({ name: 'Step' })
export class StepView implements Step {
  @ApiProperty(day) on: PlainDate;
  @ApiProperty({ type: String }) says: string;
  @ApiPropertyOptional({ type: CitationView }) cites?: CitationView;
}

@ApiSchema({ name: 'OtherReading' })
export class OtherReadingView implements OtherReading {
  @ApiProperty({ type: String }) policy: string;
  @ApiProperty({ type: String, description: 'The other reading, in a sentence.' }) says: string;
  @ApiProperty(noDay) dueOn: PlainDate | null;
  @ApiProperty({ type: CitationView }) cites: CitationView;
}

class CauseView {
  @ApiProperty({ type: String }) statusChangeId: string;
  @ApiProperty(words(statusChangeKinds)) kind: Deadline['causedBy']['kind'];
}

class RemainingView {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty(words(units)) unit: NonNullable<Deadline['remaining']>['unit'];
}

class MustArriveView {
  @ApiProperty(day) on: PlainDate;
  @ApiPropertyOptional({ type: String, example: '17:00' }) cutOff?: string;
}

/** A day somebody owes something, and why it is that day. */
@ApiSchema({ name: 'Deadline' })
@ApiExtraModels(CauseView, RemainingView, MustArriveView)
export class DeadlineView implements Deadline {
  @ApiProperty({ type: String, description: '`kind:id of the fact that caused it`; stable.' }) id: string;
  @ApiProperty(words(deadlineKinds)) kind: Deadline['kind'];
  @ApiProperty(words(parties)) owedBy: Deadline['owedBy'];
  @ApiProperty({ ...noDay, description: 'By the default reading; null while paused or where no date is set.' })
  dueOn: PlainDate | null;
  @ApiProperty(noDay) originalDueOn: PlainDate | null;
  @ApiProperty(words(deadlineStates)) state: Deadline['state'];
  @ApiPropertyOptional({ type: RemainingView }) remaining?: RemainingView;
  @ApiProperty({ type: CauseView }) causedBy: CauseView;
  @ApiPropertyOptional({ type: String }) metBy?: string;
  @ApiPropertyOptional(day) metOn?: PlainDate;
  @ApiProperty({ type: Boolean, description: 'Missed and still owed.' }) overdue: boolean;
  @ApiPropertyOptional({ type: Boolean, description: 'The start rests on a presumed day of receipt.' })
  assumed?: boolean;
  @ApiPropertyOptional({ type: Boolean, description: 'Shown, never missed: the text sets no day.' }) expected?: boolean;
  @ApiPropertyOptional({ type: String, description: 'Expected, and owed only on this condition.' }) onlyIf?: string;
  @ApiProperty({ type: Boolean }) lateOnEveryReading: boolean;
  @ApiProperty(noDay) latestReadingOn: PlainDate | null;
  @ApiProperty(noDay) earliestReadingOn: PlainDate | null;
  @ApiPropertyOptional({ type: MustArriveView }) mustArriveBy?: MustArriveView;
  @ApiProperty({ type: [StepView] }) steps: StepView[];
  @ApiProperty({ type: [OtherReadingView] }) otherReadings: OtherReadingView[];
  @ApiProperty({
    ...words(confidences),
    description: 'How sure we are of the rules behind the day. `low`: nobody has verified them.',
  })
  confidence: Deadline['confidence'];
}

@ApiSchema({ name: 'Consequence' })
export class ConsequenceView implements Consequence {
  @ApiProperty(words(consequenceKinds)) kind: Consequence['kind'];
  @ApiProperty(day) from: PlainDate;
  @ApiPropertyOptional(day) until?: PlainDate;
  @ApiPropertyOptional(words(['expedition', 'fees'])) issue?: Consequence['issue'];
  @ApiProperty({ type: String }) says: string;
  @ApiProperty({ type: [CitationView] }) cites: CitationView[];
  @ApiProperty({ type: [StepView] }) steps: StepView[];
}

@ApiSchema({ name: 'Anomaly' })
export class AnomalyView implements Anomaly {
  @ApiProperty({ type: String }) kind: string;
  @ApiProperty({ type: String }) statusChangeId: string;
  @ApiProperty({ type: String }) says: string;
}

@ApiSchema({ name: 'OpenMatter' })
export class OpenMatterView implements OpenMatter {
  @ApiProperty({ type: String }) kind: string;
  @ApiProperty(day) since: PlainDate;
  @ApiProperty({ type: String }) about: string;
}

class EstimateView {
  @ApiProperty(day) date: PlainDate;
  @ApiProperty({ type: String }) statusChangeId: string;
}

class ClosingView {
  @ApiProperty({ type: String }) statusChangeId: string;
  @ApiProperty(day) on: PlainDate;
}

class ReopenedView {
  @ApiProperty({ type: String }) statusChangeId: string;
  @ApiProperty(words(statusChangeKinds)) kind: NonNullable<Standing['reopened']>['kind'];
  @ApiProperty(day) on: PlainDate;
  @ApiProperty({ type: ClosingView }) closing: ClosingView;
}

/** What stands on one day, whoever it is about. */
export class StandingFields implements Omit<Standing, 'statute'> {
  @ApiProperty(day) asOf: PlainDate;
  @ApiProperty(words(statuses)) status: Standing['status'];
  @ApiProperty({ ...words(determinationOutcomes), nullable: true }) outcome: Standing['outcome'];
  @ApiProperty({ type: [OpenMatterView] }) openMatters: OpenMatterView[];
  @ApiProperty({ type: [DeadlineView] }) deadlines: DeadlineView[];
  @ApiProperty({ type: [ConsequenceView] }) consequences: ConsequenceView[];
  @ApiProperty({ type: [AnomalyView] }) anomalies: AnomalyView[];
  @ApiProperty({
    ...words(statusChangeKinds),
    isArray: true,
    description: 'Most likely first; others are accepted too.',
  })
  nextStatusChanges: Standing['nextStatusChanges'];
  @ApiProperty({ type: [String] }) trackingNumbers: string[];
  @ApiProperty(noDay) filedOn: PlainDate | null;
  @ApiPropertyOptional(day) closedOn?: PlainDate;
  @ApiPropertyOptional({
    type: ReopenedView,
    description: 'The act of agency or court that opened the request again after we had closed it.',
  })
  reopened?: ReopenedView;
  @ApiPropertyOptional({ type: EstimateView }) estimate?: EstimateView;
  @ApiProperty({ ...noDay, description: 'The next day on which this changes if nothing more is recorded.' })
  turnsOn: PlainDate | null;
}

/** What the calculator answers. */
@ApiSchema({ name: 'Standing' })
export class StandingView extends StandingFields implements Standing {
  @ApiProperty({ type: String, example: 'us-foia' }) statute: string;
}
