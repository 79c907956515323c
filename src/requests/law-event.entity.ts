import { Entity } from 'typeorm';
import { Id, Json, NullText, Text } from '../database/columns.ts';
import type { ClosureEffect } from '../law/closures.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Citation } from '../law/terms.ts';
import type { Instant } from '../now.ts';

/** A closure under a law: of all laws of a jurisdiction, or of one law. Append-only. */
@Entity('law_event')
export class LawEvent {
  @Id() id: string;
  /** Null where it is of one law. */
  @NullText() jurisdiction: string | null;
  /** Null where it is of a jurisdiction. */
  @NullText() statuteId: string | null;
  @Text() fromOn: PlainDate;
  @Text() toOn: PlainDate;
  @Text() effect: ClosureEffect;
  @Text() says: string;
  @Json() cites: Citation;
  @Text() recordedAt: Instant;
  @Text() recordedBy: string;
}

/** That a closure holds no longer, and since when the desk knows it. Append-only. */
@Entity('law_event_withdrawal')
export class LawEventWithdrawal {
  @Id() eventId: string;
  @Text() withdrawnAt: Instant;
  @Text() withdrawnBy: string;
}
