import { Entity } from 'typeorm';
import { Id, Int, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

/** A piece of durable work. The row owns time, attempts, priority, lease and death; whatever runs it only rings. */
@Entity('job')
export class Job {
  @Id() id: string;
  @Text() kind: string;
  /** The id of what it is about; a job carries no other data. */
  @Text() subjectId: string;
  /** While a job with the same kind and key waits or runs, another is not added. */
  @NullText() dedupe: string | null;
  /** 0 first. */
  @Int() priority: number;
  @Text() runAt: Instant;
  @Text() state: 'waiting' | 'leased' | 'done' | 'dead';
  @Int() attempts: number;
  @Int() maxAttempts: number;
  @NullText() leaseUntil: Instant | null;
  /** Grows with every lease: who holds an older one may not record anything any more. */
  @Int() leaseToken: number;
  @NullText() leasedBy: string | null;
  @NullText() lastError: string | null;
  @Text() createdAt: Instant;
  @NullText() finishedAt: Instant | null;
}
