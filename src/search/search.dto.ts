import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsCommaList, IsMaybe, IsOneOf, IsPlainDate, IsWords } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { type StatusChangeKind, statusChangeKinds } from '../law/status-change.ts';
import { type EntryKind, entryKinds } from './texts.ts';

const exemptionStates = ['confirmed', 'suggested'] as const;
const daysOf = ['any', 'released', 'received', 'recorded'] as const;
const LONGEST_QUERY = 1000;

export class SearchQuery extends PageQuery {
  /**
   * Words that all occur; `"a phrase"`, `begin*`, `a OR b`, `-not` or `NOT not`, brackets. AND binds closer than OR.
   * Case, accents and punctuation make no difference: `AR-15` finds "AR 15".
   */
  @ApiProperty({ example: '"stolen weapons" (iraq OR syria) -training' })
  @IsWords(LONGEST_QUERY)
  q: string;

  @IsCommaList(entryKinds) kind?: EntryKind[];

  @IsCommaList() agencyId?: string[];

  @IsCommaList() requestId?: string[];

  /** These documents and their pages alone. */
  @IsCommaList() documentId?: string[];

  /** Requests with one of these tags. */
  @IsCommaList() tag?: string[];

  /** Files of these types and their pages, as `mediaType` of a document says. */
  @IsCommaList() mediaType?: string[];

  /**
   * What one of these exemptions withholds something of: the pages that a finding is about, their document, the status
   * change whose determination claims it. With its law, `us-foia:b7C`, or of any law: `b7C`, `(b)(7)(C)`.
   */
  @IsCommaList() exemption?: string[];

  /** Which findings count for `exemption`: those that somebody has confirmed, when not said. */
  @IsCommaList(exemptionStates) exemptionState?: (typeof exemptionStates)[number][];

  /** On this day or later. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  from?: PlainDate;

  /** On this day or earlier. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  to?: PlainDate;

  /**
   * Which day `from` and `to` mean: that on which a document was released, received, or anything recorded here. `any`: of
   * a document the first of these that is known, of a status change its own day, else that of the record.
   */
  @IsOptional()
  @IsOneOf(daysOf)
  dateOf: (typeof daysOf)[number] = 'any';
}

export type SearchFilters = Omit<SearchQuery, 'q' | 'limit' | 'cursor'>;

export class SuggestionsQuery {
  /** What was typed so far; its last word is completed. */
  @ApiProperty({ example: 'stolen wea' })
  @IsWords(LONGEST_QUERY)
  q: string;
}

export class SnippetView {
  /** Plain text, never markup. */
  text: string;
  /** What of `text` was found: pairs of beginning and end, in UTF-16 units as JavaScript counts them. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 } })
  ranges: [number, number][];
}

class AgencyName {
  id: string;
  name: string;
}

class RequestName {
  id: string;
  number: string;
  subject: string;
  agency: AgencyName;
}

class DocumentName {
  id: string;
  filename: string;
  @ApiProperty({ type: String, nullable: true })
  label: string | null;
  mediaType: string;
  @ApiProperty({ type: String, nullable: true })
  releasedOn: PlainDate | null;
  @ApiProperty({ type: String, nullable: true })
  receivedOn: PlainDate | null;
}

class StatusChangeName {
  id: string;
  @ApiProperty({ enum: [...statusChangeKinds] })
  kind: StatusChangeKind;
  on: PlainDate;
}

/** One place where it was found: a page, a document by its label or file name, a request, a status change or a note. */
export class SearchHit {
  @ApiProperty({ enum: entryKinds })
  kind: EntryKind;
  /** The request that it belongs to, or is. */
  request: RequestName;
  /** Of a page, and of a document. */
  @ApiProperty({ type: DocumentName, nullable: true })
  document: DocumentName | null;
  /** The page's number, from 1. */
  @ApiProperty({ type: Number, nullable: true })
  page: number | null;
  @ApiProperty({ type: StatusChangeName, nullable: true })
  statusChange: StatusChangeName | null;
  @ApiProperty({ type: String, nullable: true })
  noteId: string | null;
  snippet: SnippetView;
  /** Where it is; stays the same. */
  url: string;
}

export class Total {
  count: number;
  /** There may be more: counting ends at 1,000. */
  atLeast: boolean;
}

/** Best first. */
export class SearchPage {
  items: SearchHit[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: Total;
  /** Some of what you may see is still being read or indexed: search again in a while. */
  incomplete: boolean;
}

export class Suggestions {
  /** The words typed, the last one completed; the commonest first. */
  suggestions: string[];
}
