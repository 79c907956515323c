import { Entity, PrimaryColumn } from 'typeorm';
import { Int, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

export type LawKind = 'statute' | 'calendar';

/** One text of a law or calendar, in force from `recordedAt` until the next version of it. */
@Entity('law_text')
export class LawText {
  /** Counts all rows: the highest is the newest. */
  @PrimaryColumn('integer') number: number;
  @Text() kind: LawKind;
  @Text() lawId: string;
  @Int() version: number;
  /** `release 0.1.0`, or `law/FILE`. */
  @Text() source: string;
  @NullText() sha256: string | null;
  @Text() recordedAt: Instant;
  /** As JSON text; null: withdrawn. */
  @NullText() body: string | null;
}
