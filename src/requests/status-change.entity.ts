import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Int, NullText, Text } from '../database/columns.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { StatusChangeKind } from '../law/status-change.ts';
import type { Instant } from '../now.ts';

/** One dated fact in a request's append-only, hash-chained history. The database itself refuses to change it. */
@Entity('status_change')
export class StatusChangeRow {
  @Id() id: string;
  @Text() requestId: string;
  /** 1, 2, 3 … without a gap. */
  @Int() sequence: number;
  @Text() kind: StatusChangeKind;
  @Text() onDay: PlainDate;
  @NullText() at: Instant | null;
  @Text() recordedAt: Instant;
  @Text() recordedBy: string;
  /** Canonical JSON, exactly as it was hashed; free texts are salted digests. */
  @Text() body: string;
  @Text() previousHash: string;
  @Text() hash: string;
}

/** A free text of a status change, kept beside the chain so that it can be redacted for good. */
@Entity('status_change_text')
export class StatusChangeText {
  @PrimaryColumn('text') statusChangeId: string;
  /** Which field: `note`, `ground`, `replacement.note` … */
  @PrimaryColumn('text') path: string;
  @Text() salt: string;
  @Text() text: string;
}

/** A due date that moved, kept with its reason. Append-only. */
@Entity('deadline_move')
export class DeadlineMove {
  @Id() id: string;
  @Text() requestId: string;
  @Text() deadlineId: string;
  @Text() deadlineKind: string;
  @NullText() fromOn: PlainDate | null;
  @NullText() toOn: PlainDate | null;
  @Text() because: string;
  @Text() movedAt: Instant;
}
