import { Entity } from 'typeorm';
import { Id, Json, NullInt, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

export const hiddenDecisions = ['show', 'withhold'] as const;
export type HiddenDecision = (typeof hiddenDecisions)[number];

/** What a person decided on the hidden text of one document. Never changed: the newest one that saw a page counts. */
@Entity('hidden_text_decision')
export class HiddenTextDecision {
  @Id() id: string;
  @Text() documentId: string;
  @Text() decision: HiddenDecision;
  /** As it was asked for; null for all pages. */
  @NullInt() firstPage: number | null;
  @NullInt() lastPage: number | null;
  /** By page number, a digest of the hidden text that there was then. */
  @Json() seen: Record<string, string>;
  @Text() reason: string;
  @Text() decidedBy: string;
  @Text() decidedAt: Instant;
}
