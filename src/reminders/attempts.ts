import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import { messageOf } from '../jobs/execute.ts';
import type { Lease } from '../jobs/lease.ts';
import type { Instant } from '../now.ts';
import { type AttemptOutcome, DeliveryAttempt } from './ledger.entity.ts';

/** What came of having a message in hand. */
export interface Came {
  messageId: string;
  lease: Pick<Lease, 'jobId' | 'attempt' | 'worker'>;
  outcome: AttemptOutcome;
  answer: string | null;
  nextAt?: Instant | null;
}

/** Kept for good, in the transaction that records what became of the message. */
export async function keepAttempts(tx: Tx, all: readonly Came[], at: Instant): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ messageId, lease, outcome, answer, nextAt = null }) => {
    const { jobId, attempt, worker } = lease;
    return { id: v7(), messageId, jobId, try: attempt, at, worker, outcome, answer, nextAt };
  });
  await tx.em.insert(DeliveryAttempt, rows);
}

/** The mail server's own line where there is one; else what went wrong before there could be. */
export function answerIn(error: unknown): string {
  const response = (error as { response?: unknown } | null)?.response;
  return messageOf(typeof response === 'string' && response !== '' ? response : error);
}
