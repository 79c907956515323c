import { Entity } from 'typeorm';
import { Id, NullInt, NullJson, NullText, Text } from '../database/columns.ts';
import type { Box } from '../reading/page.entity.ts';
import type { Instant } from '../now.ts';

export const findingKinds = ['withheld', 'redacted'] as const;
export type FindingKind = (typeof findingKinds)[number];

export const findingStates = ['suggested', 'confirmed', 'rejected'] as const;
export type FindingState = (typeof findingStates)[number];

/** Where on the page: in its text as it was read then (UTF-16 units), or as a box drawn by hand. */
export type Place = { at: number; length: number; times: number } | { box: Box };

/** That an exemption withholds something: on pages of a document, or in what a determination withheld as a whole. */
@Entity('exemption_finding')
export class ExemptionFinding {
  @Id() id: string;
  @Text() requestId: string;
  /** For a determination: the letter that says so, if it is at hand. */
  @NullText() documentId: string | null;
  /** The determination; null for one of a letter that is not attached to its status change. */
  @NullText() statusChangeId: string | null;
  @Text() about: 'pages' | 'determination';
  /** Pages of the document, from 1: those that are redacted, or the sheet or letter that tells. */
  @NullInt() pageFrom: number | null;
  @NullInt() pageTo: number | null;
  /** Law and exemption: `us-foia:b7C`; see codes.ts. */
  @Text() code: string;
  /** As it stands there, or as it was typed. */
  @Text() raw: string;
  /** The other statute that withholds, such as `50 U.S.C. 3024(i)`. */
  @NullText() withholdingStatute: string | null;
  @Text() kind: FindingKind;
  /** Of pages that are not in the file: their numbers as the agency counts. */
  @NullInt() withheldFrom: number | null;
  @NullInt() withheldTo: number | null;
  /** How many they are, where only that is known. */
  @NullInt() withheldCount: number | null;
  @Text() state: FindingState;
  @Text() source: 'hand' | 'detected';
  @NullJson() place: Place | null;
  @NullText() note: string | null;
  /** What makes a detected finding the same when its page is read anew. */
  @NullText() mark: string | null;
  /** Null when the desk did. */
  @NullText() createdBy: string | null;
  @Text() createdAt: Instant;
  @NullText() decidedBy: string | null;
  @NullText() decidedAt: Instant | null;
}
