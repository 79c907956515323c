import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsId, IsMaybe, IsOneOf, IsWords } from '../http/validators.ts';
import { type ReasonToWithhold, reasonsToWithhold } from './withheld.ts';

export const citationFormats = ['text', 'markdown', 'bibtex', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

const LONGEST_QUOTE = 5000;
export const LAST_PAGE = 1_000_000;

/** What is cited. */
export class NewCitation {
  /** From 1, as the file's pages are counted. */
  @ApiProperty({ type: Number, minimum: 1 })
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(LAST_PAGE, { message: `must be at most ${LAST_PAGE}` })
  page: number;

  /** Words of that page, letter by letter; `…` or `[…]` where something is left out. Without it, the page is cited. */
  @IsMaybe()
  @IsWords(LONGEST_QUOTE, { lines: true })
  quote?: string;

  /** The one format to answer with; all of them when not said. */
  @IsMaybe()
  @IsOneOf(citationFormats)
  format?: CitationFormat;
}

export class CitationQuery {
  /** The one format to answer with; all of them when not said. */
  @IsMaybe()
  @IsOneOf(citationFormats)
  @ApiPropertyOptional({ enum: citationFormats })
  format?: CitationFormat;
}

export class CitationsQuery extends PageQuery {
  @IsMaybe()
  @IsOneOf(citationFormats)
  @ApiPropertyOptional({
    enum: citationFormats,
    description: 'The one format to answer with; all of them when not said.',
  })
  format?: CitationFormat;

  /** Those of this document. */
  @IsMaybe()
  @IsId()
  @ApiPropertyOptional({ type: String })
  documentId?: string;
}

/** What a quote was checked against when it was kept. */
@ApiSchema({ name: 'CheckedQuote' })
export class CheckedView {
  /** The page's own words from the quote's first to its last, exactly. */
  found: string;
  /** Where they stood in the page's text of then, in UTF-16 units. */
  from: number;
  to: number;
  /** SHA-256 of that text. */
  textSha256: string;
  /** `ocr`: recognised from an image, and so perhaps not what the paper says. */
  @ApiProperty({ enum: ['layer', 'ocr', 'markup', 'none'] })
  textSource: 'layer' | 'ocr' | 'markup' | 'none';
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  textReadAt: string | null;
  /** Whether the page's text is still that one. The citation holds either way. */
  textUnchanged: boolean;
  /** The same in a sentence. */
  says: string;
}

@ApiSchema({ name: 'CitationFormats' })
export class FormatsView {
  /** The footnote in plain text. */
  @ApiPropertyOptional({ type: String }) text?: string;
  /** The footnote's definition in Markdown. */
  @ApiPropertyOptional({ type: String }) markdown?: string;
  /** An entry for BibTeX. */
  @ApiPropertyOptional({ type: String }) bibtex?: string;
  /** An item of CSL-JSON 1.0.2. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) csl?: object;
}

@ApiSchema({ name: 'KeptCitation' })
export class CitationView {
  id: string;
  documentId: string;
  requestId: string;
  page: number;
  /** Null where a page was cited without a quote, and while the quote is withheld. */
  @ApiProperty({ type: String, nullable: true }) quote: string | null;
  /**
   * Why the quote is not told: `hidden-text`, a later reading has found text under boxes on this page, and the words
   * are not seen on it any more. They are told again when it has been decided that the text may be shown.
   */
  @ApiProperty({ enum: reasonsToWithhold, nullable: true }) withheld: ReasonToWithhold | null;
  /** Null where there is no quote to be told. */
  @ApiProperty({ type: CheckedView, nullable: true }) checked: CheckedView | null;
  permalink: string;
  @ApiProperty({ type: FormatsView }) formats: FormatsView;
  /** User who kept it. */
  createdBy: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
}

/** One page of a request's citations, oldest first. */
export class CitationList {
  @ApiProperty({ type: [CitationView] }) items: CitationView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class PermalinkDocument {
  id: string;
  requestId: string;
  filename: string;
  @ApiProperty({ type: String, nullable: true }) label: string | null;
  /** The page's text. */
  pageUrl: string;
  /** The file's bytes. */
  contentUrl: string;
}

export class PermalinkFile {
  sha256: string;
  /** The link that means this file alone. */
  permalink: string;
  /** The documents open to you that have these very bytes. */
  @ApiProperty({ type: [PermalinkDocument] }) documents: PermalinkDocument[];
}

@ApiSchema({ name: 'Permalink' })
export class PermalinkView {
  page: number;
  /** One; with status 300 those that begin with the same digits. */
  @ApiProperty({ type: [PermalinkFile] }) files: PermalinkFile[];
}
