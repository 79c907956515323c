import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Json, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

export const actKinds = ['hold-set', 'hold-lifted', 'document-removed', 'texts-removed'] as const;
export type ActKind = (typeof actKinds)[number];

/** What an act holds besides its free texts. */
export interface ActBody {
  facts: Record<string, string | number | null>;
  /** Salted digests of its free texts, by name. */
  digests: Record<string, string>;
}

/** Something that was done with a request and is no fact of its life: the clock does not read it. Append-only. */
@Entity('request_act')
export class RequestAct {
  @Id() id: string;
  @Text() requestId: string;
  @Text() kind: ActKind;
  @Json() body: ActBody;
  @Text() actedAt: Instant;
  @Text() actedBy: string;
}

/** A free text of an act, kept beside it so that it can be removed for good. */
@Entity('request_act_text')
export class RequestActText {
  @PrimaryColumn('text') actId: string;
  /** Which one: `reason`, `filename`. */
  @PrimaryColumn('text') path: string;
  @Text() salt: string;
  @Text() text: string;
}
