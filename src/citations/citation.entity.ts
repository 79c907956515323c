import { Entity } from 'typeorm';
import { Id, Int, NullInt, NullJson, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';
import type { Span } from './quote.ts';

/**
 * A page of a document with the words that were taken from it, kept with what they were checked against: a text layer
 * that is read anew later changes nothing of what was found then.
 */
@Entity('citation')
export class Citation {
  @Id() id: string;
  @Text() documentId: string;
  /** From 1. */
  @Int() page: number;
  /** As it was given; null where the page as a whole is cited. */
  @NullText() quote: string | null;
  /** The page's own words between the quote's first and last, exactly. */
  @NullText() found: string | null;
  /** UTF-16 units in the page's text of then. */
  @NullInt() foundFrom: number | null;
  @NullInt() foundTo: number | null;
  /** The parts between ellipses. */
  @NullJson() parts: Span[] | null;
  /** SHA-256 of that text, in UTF-8. */
  @NullText() textSha256: string | null;
  @NullText() textSource: 'layer' | 'ocr' | 'markup' | 'none' | null;
  /** When that text had been read off the file. */
  @NullText() textReadAt: Instant | null;
  @Text() createdBy: string;
  @Text() createdAt: Instant;
}
