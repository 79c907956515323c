import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../http/page.ts';
import { IsCommaList, IsWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';
import type { Job } from './job.entity.ts';
import { type Lane, lanes } from './lanes.ts';

/**
 * `due`: it may run now. `leased`: a process has it in hand. `failed`: it failed and is tried again later. `waiting`:
 * for its time. `dead`: it failed at every try, and waits for somebody. `dropped`: an owner gave it up.
 */
export const jobStates = ['due', 'leased', 'failed', 'waiting', 'done', 'dead', 'dropped'] as const;
export type JobState = (typeof jobStates)[number];

/** In which of the column's states rows of each of these states are to be found. */
export const kept: Record<JobState, Job['state']> = {
  due: 'waiting',
  leased: 'leased',
  failed: 'waiting',
  waiting: 'waiting',
  done: 'done',
  dead: 'dead',
  dropped: 'dead',
};

/** `stateOf`, for the database; `j` is the row. */
export const STATE = `CASE WHEN j.state = 'waiting' THEN
    CASE WHEN j.run_at <= :now THEN 'due' WHEN j.last_error IS NOT NULL THEN 'failed' ELSE 'waiting' END
  WHEN j.state = 'dead' AND j.dropped_at IS NOT NULL THEN 'dropped' ELSE j.state END`;

export class JobsQuery extends PageQuery {
  @IsCommaList(jobStates)
  state?: JobState[];

  /** Such as `deliver-message`. */
  @IsCommaList()
  kind?: string[];

  @IsCommaList(lanes)
  lane?: Lane[];
}

export class DropJobDto {
  /** Why it is given up; kept with who did it, and shown to owners. */
  @IsWords(500)
  reason: string;
}

/** A piece of work and how it fares. Of what it is about it holds the id alone. */
export class JobView {
  id: string;
  kind: string;
  /** In which line it waits: those of one lane never wait for those of another. */
  @ApiProperty({ enum: [...lanes] })
  lane: Lane;
  @ApiProperty({ enum: [...jobStates] })
  state: JobState;
  /** The id of what it is about. */
  subjectId: string;
  /** 0 first. */
  priority: number;
  /** When it is tried next, at the earliest; null when it is not. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextTryAt: Instant | null;
  /** This one included, while it runs. */
  attempts: number;
  maxAttempts: number;
  /** How often the process that ran it stopped without an answer. */
  crashes: number;
  /** What went wrong at the last try, in words. */
  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;
  /** Which process has it in hand, or had it last. */
  @ApiProperty({ type: String, nullable: true })
  leasedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  leaseUntil: Instant | null;
  createdAt: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  droppedAt: Instant | null;
}

export class JobActView {
  @ApiProperty({ enum: ['retry', 'drop'] })
  act: 'retry' | 'drop';
  userId: string;
  at: Instant;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class JobDetailView extends JobView {
  /** What it is about, in words; of requests their numbers alone. */
  @ApiProperty({ type: String, nullable: true })
  about: string | null;
  /** What owners did with it, oldest first. */
  @ApiProperty({ type: [JobActView] })
  acts: JobActView[];
}

export class JobList {
  items: JobView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class JobCountView {
  kind: string;
  @ApiProperty({ enum: [...jobStates] })
  state: JobState;
  count: number;
}

export class JobCounts {
  @ApiProperty({ type: [JobCountView] })
  items: JobCountView[];
}

export function stateOf(job: Pick<Job, 'state' | 'runAt' | 'lastError' | 'droppedAt'>, now: Instant): JobState {
  if (job.state === 'dead' && job.droppedAt !== null) return 'dropped';
  if (job.state !== 'waiting') return job.state;
  if (job.runAt <= now) return 'due';
  return job.lastError === null ? 'waiting' : 'failed';
}

export function toJobView(job: Job, now: Instant): JobView {
  const { id, kind, lane, subjectId, priority, attempts, maxAttempts, crashes, lastError, leasedBy, leaseUntil } = job;
  const { createdAt, finishedAt, droppedAt } = job;
  return {
    ...{ id, kind, lane, state: stateOf(job, now), subjectId, priority },
    ...{ nextTryAt: job.state === 'waiting' ? job.runAt : null, attempts, maxAttempts, crashes, lastError },
    ...{ leasedBy, leaseUntil, createdAt, finishedAt, droppedAt },
  };
}
