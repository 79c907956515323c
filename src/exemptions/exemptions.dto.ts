import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsCommaList, IsId, IsMaybe, IsOneOf, IsWords } from '../http/validators.ts';
import { type FindingKind, findingKinds, type FindingState, findingStates } from './finding.entity.ts';

export const MOST_PAGES = 1_000_000;
/** In one entry of pages that were taken out. */
export const MOST_WITHHELD = 100_000;
const MOST_AT_ONCE = 500;

const IsPageNumber = (): PropertyDecorator =>
  applyDecorators(
    IsMaybe(),
    IsInt({ message: 'must be a whole number' }),
    Min(1, { message: 'must be at least 1' }),
    Max(MOST_PAGES, { message: `must be at most ${MOST_PAGES}` }),
    ApiPropertyOptional({ type: Number, minimum: 1 }),
  );

/** Left, top, right, bottom as fractions of a page. */
export const isBox = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.every((edge) => typeof edge === 'number' && edge >= 0 && edge <= 1) &&
  value[0] < value[2] &&
  value[1] < value[3];

/** What every entry by hand says. */
export class FindingInput {
  /** The exemption, as one writes it: `(b)(7)(C)`, `b7C`, `s.40(2)`, or with its law, `us-foia:b7C`. */
  @IsWords(120)
  code: string;

  /** For (b)(3) and the like: the other statute. */
  @IsMaybe()
  @IsWords(300)
  withholdingStatute?: string;

  @IsMaybe()
  @IsWords(2000, { lines: true })
  note?: string;

  /** Where pages were taken out: their numbers as the agency counts. */
  @IsPageNumber()
  withheldFrom?: number;

  @IsPageNumber()
  withheldTo?: number;

  /** How many pages were taken out, where only that is known. */
  @IsPageNumber()
  withheldCount?: number;
}

/** An exemption on pages of a document. */
export class NewFinding extends FindingInput {
  /** `redacted`: a part of each page; `withheld`: whole pages. */
  @IsOneOf(findingKinds)
  kind: FindingKind;

  /** The first page of the document that it concerns. */
  @IsPageNumber()
  pageFrom?: number;

  /** The last one; the first alone when not said. */
  @IsPageNumber()
  pageTo?: number;

  /** Where on the page: left, top, right, bottom as fractions of its width and height. */
  @IsMaybe()
  @ValidateBy({
    name: 'isBox',
    validator: { validate: isBox, defaultMessage: () => 'must be [left, top, right, bottom], each from 0 to 1' },
  })
  @ApiPropertyOptional({ type: [Number], minItems: 4, maxItems: 4 })
  box?: [number, number, number, number];
}

/** An exemption that a determination claims for what it withholds as a whole. */
export class NewClaim extends FindingInput {
  /** The determination, or another status change that claims it. */
  @IsId()
  statusChangeId: string;
}

export class FindingsQuery extends PageQuery {
  @IsCommaList(findingStates)
  state?: FindingState[];

  /** Those of this exemption. */
  @IsMaybe()
  @IsWords(120)
  @ApiPropertyOptional({ type: String, example: 'us-foia:b7C' })
  code?: string;
}

/** Which suggestions to decide: by `ids`, or all that wait of a document, an exemption, or both. */
export class FindingDecision {
  @IsOneOf(['confirmed', 'rejected'])
  decision: 'confirmed' | 'rejected';

  @IsMaybe()
  @IsArray({ message: 'must be a list of ids' })
  @ArrayMinSize(1, { message: 'must name at least one' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `must name at most ${MOST_AT_ONCE}` })
  @IsId({ each: true })
  @ApiPropertyOptional({ type: [String] })
  ids?: string[];

  @IsMaybe()
  @IsId()
  @ApiPropertyOptional({ type: String })
  documentId?: string;

  @IsMaybe()
  @IsWords(120)
  @ApiPropertyOptional({ type: String, example: 'us-foia:b6' })
  code?: string;
}

export class Decided {
  /** How many were changed; those that were decided so already are not counted. */
  changed: number;
}

@ApiSchema({ name: 'ExemptionFinding' })
export class FindingView {
  id: string;
  requestId: string;
  @ApiProperty({ type: String, nullable: true }) documentId: string | null;
  /** The determination that claims it; for a letter, the one that it is attached to. */
  @ApiProperty({ type: String, nullable: true }) statusChangeId: string | null;
  @ApiProperty({ enum: ['pages', 'determination'] }) about: 'pages' | 'determination';
  /** Pages of the document: those that are redacted, or the sheet or letter that tells. */
  @ApiProperty({ type: Number, nullable: true }) pageFrom: number | null;
  @ApiProperty({ type: Number, nullable: true }) pageTo: number | null;
  @ApiProperty({ example: 'us-foia:b7C' }) code: string;
  @ApiProperty({ example: '(b)(7)(C)' }) label: string;
  /** What the exemption protects, where the law's data says so. */
  @ApiProperty({ type: String, nullable: true }) says: string | null;
  /** As it stands there, or as it was typed. */
  raw: string;
  @ApiProperty({ type: String, nullable: true }) withholdingStatute: string | null;
  @ApiProperty({ enum: findingKinds }) kind: FindingKind;
  @ApiProperty({ type: Number, nullable: true }) withheldFrom: number | null;
  @ApiProperty({ type: Number, nullable: true }) withheldTo: number | null;
  @ApiProperty({ type: Number, nullable: true }) withheldCount: number | null;
  @ApiProperty({ enum: findingStates }) state: FindingState;
  @ApiProperty({ enum: ['hand', 'detected'] }) source: 'hand' | 'detected';
  /** `{at, length, times}` in the page's text when it was detected, or `{box}`. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) place: object | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  /** Null when the desk found it. */
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
}

/** One page of findings, by the pages of their document. */
export class FindingList {
  @ApiProperty({ type: [FindingView] }) items: FindingView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class LedgerCounts {
  /** Pages of documents on which something is covered. */
  pagesRedacted: number;
  /** Pages that were taken out, as far as their numbers or their count are known. */
  pagesWithheld: number;
  /** Determinations that claim it for what they withhold as a whole. */
  determinations: number;
}

export class LedgerLine {
  @ApiProperty({ example: 'us-foia:b7C' }) code: string;
  @ApiProperty({ example: '(b)(7)(C)' }) label: string;
  @ApiProperty({ type: String, nullable: true }) says: string | null;
  withholdingStatutes: string[];
  @ApiProperty({ type: LedgerCounts }) confirmed: LedgerCounts;
  /** What waits for somebody to confirm it; what is confirmed already for the same page is not counted again. */
  @ApiProperty({ type: LedgerCounts }) suggested: LedgerCounts;
}

/** What was withheld and by which exemption. */
@ApiSchema({ name: 'ExemptionLedger' })
export class LedgerView {
  /** By exemption, in the order of the law. */
  @ApiProperty({ type: [LedgerLine] }) items: LedgerLine[];
  /** Each page once, however many exemptions are claimed on it. */
  @ApiProperty({ type: LedgerCounts }) confirmed: LedgerCounts;
  @ApiProperty({ type: LedgerCounts }) suggested: LedgerCounts;
}
