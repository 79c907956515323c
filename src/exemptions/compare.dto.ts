import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { PageQuery } from '../http/page.ts';
import { IsCommaList } from '../http/validators.ts';
import type { Change } from './compare.ts';

export const changes: readonly Change[] = ['same', 'changed', 'only-here', 'only-there'];

export class CompareQuery extends PageQuery {
  /** Only pairs of pages with these outcomes; the summary counts all. */
  @IsCommaList(changes)
  @ApiPropertyOptional({ type: [String], enum: changes, example: ['changed', 'only-there'] })
  change?: Change[];
}

export class CodeCount {
  @ApiProperty({ example: 'us-foia:b7C' }) code: string;
  @ApiProperty({ example: '(b)(7)(C)' }) label: string;
  @ApiProperty({ type: String, nullable: true }) says: string | null;
  pages: number;
}

export class ComparisonSummary {
  /** Pairs of pages without a difference. */
  same: number;
  changed: number;
  /** Pages that the other document has not. */
  onlyHere: number;
  onlyThere: number;
  /** Words that the other document shows and this one does not, pages that only it has included. */
  wordsShown: number;
  /** Words that this document shows and the other does not. */
  wordsWithheld: number;
  @ApiProperty({ type: [CodeCount] }) codesGone: CodeCount[];
  @ApiProperty({ type: [CodeCount] }) codesNew: CodeCount[];
}

@ApiSchema({ name: 'ComparedPages' })
export class ComparedPairView {
  /** The page of this document; null where only the other has one. */
  @ApiProperty({ type: Number, nullable: true }) page: number | null;
  @ApiProperty({ type: Number, nullable: true }) otherPage: number | null;
  @ApiProperty({ enum: changes }) change: Change;
  wordsShown: number;
  wordsWithheld: number;
  /** Passages that the other page shows and this one does not; null where they differ too much for that to mean anything. */
  @ApiProperty({ type: [String], nullable: true }) shown: string[] | null;
  /** Passages that this page shows and the other does not. */
  @ApiProperty({ type: [String], nullable: true }) withheld: string[] | null;
  /** Exemptions on this page, suggested or confirmed, that the other page no longer has. */
  @ApiProperty({ type: [String], example: ['us-foia:b7C'] }) codesGone: string[];
  @ApiProperty({ type: [String] }) codesNew: string[];
}

@ApiSchema({ name: 'Comparison' })
export class ComparisonView {
  @ApiProperty({ type: ComparisonSummary }) summary: ComparisonSummary;
  /** Pairs of pages, in the order of both documents. */
  @ApiProperty({ type: [ComparedPairView] }) items: ComparedPairView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
