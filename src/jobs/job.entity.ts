import { Column, Entity } from 'typeorm';
import { Id, Int, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';
import type { Lane } from './lanes.ts';

/** A piece of durable work. The row owns time, attempts, priority, lease and death; whatever runs it only rings. */
@Entity('job')
export class Job {
  @Id() id: string;
  @Text() kind: string;
  /** The id of what it is about; a job carries no other data. */
  @Text() subjectId: string;
  /** While a job with the same kind and key waits or runs, another is not added. */
  @NullText() dedupe: string | null;
  /** Where it stands in line: jobs of one lane never wait for those of another. */
  @Text() lane: Lane;
  /** 0 first; see priorities.ts. */
  @Int() priority: number;
  @Text() runAt: Instant;
  @Text() state: 'waiting' | 'leased' | 'done' | 'dead';
  @Int() attempts: number;
  @Int() maxAttempts: number;
  /** How often the process that ran it stopped without an answer. */
  @Column('integer', { default: 0 }) crashes: number;
  /** When its last try began, by the desk's time. */
  @NullText() leasedAt: Instant | null;
  @NullText() leaseUntil: Instant | null;
  /** Grows with every lease: who holds an older one may not record anything any more. */
  @Int() leaseToken: number;
  @NullText() leasedBy: string | null;
  @NullText() lastError: string | null;
  @Text() createdAt: Instant;
  @NullText() finishedAt: Instant | null;
  /** When an owner gave it up; `JobAct` says who and why. */
  @NullText() droppedAt: Instant | null;
  /** When owners were told that it is dead. */
  @NullText() toldAt: Instant | null;
}

/** What an owner did with a job; kept when the job is not. */
@Entity('job_act')
export class JobAct {
  @Id() id: string;
  @Text() jobId: string;
  @Text() jobKind: string;
  @Text() subjectId: string;
  @Text() act: 'retry' | 'drop';
  @Text() userId: string;
  @Text() at: Instant;
  @NullText() reason: string | null;
}

/** When something was last done by whichever process did it. */
@Entity('shared_moment')
export class SharedMoment {
  @Id() name: string;
  @Text() at: Instant;
}
