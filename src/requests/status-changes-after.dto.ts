import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsObject,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsId, IsMaybe, IsWords } from '../http/validators.ts';
import {
  type AppealLevel,
  appealLevels,
  type AppealOutcome,
  appealOutcomes,
  type ClosingReason,
  closingReasons,
  type DeterminationOutcome,
  determinationOutcomes,
  type ReleaseCause,
  releaseCauses,
  type SuitOutcome,
  suitOutcomes,
  type TransferScope,
  transferScopes,
} from '../law/status-change.ts';
import {
  ExemptionFields,
  Kind,
  MaybeCount,
  MaybeFlag,
  MaybeWord,
  MaybeWords,
  Nested,
  OrderedItemFields,
  StatusChangeFields,
  Word,
} from './status-change-fields.dto.ts';

/** Elsewhere, result, challenge, and the desk's own: from the agency's answer to the end. */

/** Another body is asked; this agency still answers. */
export class Consulted extends StatusChangeFields {
  @Kind('consulted') kind: 'consulted';
}

export class Transferred extends StatusChangeFields {
  @Kind('transferred') kind: 'transferred';

  @Word(transferScopes) scope: TransferScope;

  @ApiPropertyOptional({ type: String }) @IsMaybe() @IsId() toAgencyId?: string;

  @ApiPropertyOptional({ type: String }) @IsMaybe() @IsId() newRequestId?: string;

  @MaybeCount() pages?: number;
}

/** The body asks an overseer. */
export class RulingRequested extends StatusChangeFields {
  @Kind('ruling-requested') kind: 'ruling-requested';
}

/** The overseer has ruled. */
export class RulingGiven extends StatusChangeFields {
  @Kind('ruling-given') kind: 'ruling-given';
}

@ApiExtraModels(ExemptionFields)
abstract class Release extends StatusChangeFields {
  @ApiPropertyOptional({
    type: 'array',
    items: { oneOf: [{ type: 'string' }, { $ref: getSchemaPath(ExemptionFields) }] },
    description: 'A plain string means the code alone.',
  })
  @IsMaybe()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  @ValidateNested({ each: true, message: 'each must be a code or {code, withholdingStatute?, privilege?}' })
  @Nested(() => ExemptionFields)
  exemptions?: ExemptionFields[];

  @MaybeCount() pagesReleased?: number;
}

export class InterimRelease extends Release {
  @Kind('interim-release') kind: 'interim-release';

  @MaybeFlag() appealable?: boolean;
}

/** The agency has reviewed the records and says what it releases and withholds, why, and that one may appeal. */
export class Determined extends Release {
  @Kind('determined') kind: 'determined';

  @Word(determinationOutcomes) outcome: DeterminationOutcome;

  /** Without the right to appeal the letter is no determination: CREW v. FEC. True when not said. */
  @MaybeFlag() appealRightsGiven?: boolean;

  @MaybeCount() pagesWithheld?: number;
}

export class Released extends StatusChangeFields {
  @Kind('released') kind: 'released';

  @Word(releaseCauses) because: ReleaseCause;
}

export class ClosedByAgency extends StatusChangeFields {
  @Kind('closed-by-agency') kind: 'closed-by-agency';

  @Word(closingReasons) reason: ClosingReason;
}

abstract class Appeal extends StatusChangeFields {
  @MaybeWord(appealLevels) level?: AppealLevel;
}

export class Appealed extends Appeal {
  @Kind('appealed') kind: 'appealed';
}

export class AppealReceived extends Appeal {
  @Kind('appeal-received') kind: 'appeal-received';
}

export class AppealDecided extends Appeal {
  @Kind('appeal-decided') kind: 'appeal-decided';

  @Word(appealOutcomes) outcome: AppealOutcome;

  @MaybeWord(determinationOutcomes) newOutcome?: DeterminationOutcome;
}

export class MediationRequested extends StatusChangeFields {
  @Kind('mediation-requested') kind: 'mediation-requested';
}

export class MediationEnded extends StatusChangeFields {
  @Kind('mediation-ended') kind: 'mediation-ended';
}

export class LawsuitFiled extends StatusChangeFields {
  @Kind('lawsuit-filed') kind: 'lawsuit-filed';

  @MaybeWords(300) court?: string;

  @MaybeWords(100) docket?: string;
}

export class Served extends StatusChangeFields {
  @Kind('served') kind: 'served';
}

export class CourtOrdered extends StatusChangeFields {
  @Kind('court-ordered') kind: 'court-ordered';

  @ApiProperty({ type: [OrderedItemFields] })
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'must have at least one item' })
  @ArrayMaxSize(100, { message: 'must have at most 100 items' })
  @ValidateNested({ each: true, message: 'each must be {what, owedBy, dueOn, everyMonths?, pages?}' })
  @Nested(() => OrderedItemFields)
  items: OrderedItemFields[];
}

export class LawsuitEnded extends StatusChangeFields {
  @Kind('lawsuit-ended') kind: 'lawsuit-ended';

  @Word(suitOutcomes) outcome: SuitOutcome;
}

/** A dated call or letter that moves no date. */
export class Contacted extends StatusChangeFields {
  @Kind('contacted') kind: 'contacted';
}

export class Withdrawn extends StatusChangeFields {
  @Kind('withdrawn') kind: 'withdrawn';
}

export class Closed extends StatusChangeFields {
  @Kind('closed') kind: 'closed';
}

export class Reopened extends StatusChangeFields {
  @Kind('reopened') kind: 'reopened';
}

export class Corrected extends StatusChangeFields {
  @Kind('corrected') kind: 'corrected';

  @ApiProperty({ type: String, description: 'The id of the fact that was wrong, or `#n`.' })
  @IsWords(64)
  corrects: string;

  @ApiProperty({ type: Object, nullable: true, description: 'What it should have said; null takes it out.' })
  @ValidateIf((_, value) => value !== null)
  @IsObject({ message: 'must be a status change, or null to take the fact out' })
  replacement: object | null;
}

/** A free text removed for good; kinds and dates stay. */
export class Redacted extends StatusChangeFields {
  @Kind('redacted') kind: 'redacted';

  @ApiProperty({ type: String, description: 'The id of the fact whose free text goes.' })
  @IsWords(64)
  redacts: string;

  @ApiPropertyOptional({ type: [String], description: 'Which texts, such as `note`; all when not said.' })
  @IsMaybe()
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'must name at least one text' })
  @ArrayMaxSize(100, { message: 'must name at most 100 texts' })
  @ArrayUnique({ message: 'must not name a text twice' })
  @IsWords(100, { each: true })
  fields?: string[];

  @ApiProperty({ type: String })
  @IsWords(2000)
  reason: string;
}
