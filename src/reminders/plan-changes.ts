import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Instant } from '../now.ts';
import type { Request } from '../requests/request.entity.ts';
import type { EndedEntry, PlanCauseKind, PlannedEntry, PolicyInForce } from './ledger.entity.ts';
import type { Reminder } from './reminder.entity.ts';

/** Why something is planned anew. */
export interface PlanCause {
  because: PlanCauseKind;
  /** The fact, the act or the policy's version. */
  id?: string | undefined;
  /** Who did it; absent when time or the desk did. */
  byUserId?: string | null | undefined;
}

/** What has changed in the plan of one request. */
export interface Changed {
  request: Pick<Request, 'id' | 'chainCount' | 'chainHead'>;
  planned: readonly PlannedEntry[];
  ended: readonly EndedEntry[];
  policies: readonly PolicyInForce[];
}

const LOT = 500;
const FIELDS = ['id', 'requestId', 'chainCount', 'chainHead', 'policies', 'body'] as const;

/** Keeps for good what was changed and why: one row a request, one statement for all of them. Nothing changed, nothing kept. */
export async function keepPlanChanges(
  tx: Tx,
  all: readonly Changed[],
  { because, id, byUserId = null }: PlanCause,
  at: Instant,
): Promise<void> {
  const rows = all
    .filter(({ planned, ended }) => planned.length + ended.length > 0)
    .map(({ request, planned, ended, policies }) => {
      const { id: requestId, chainCount, chainHead } = request;
      const texts = { policies: JSON.stringify(policies), body: JSON.stringify({ planned, ended }) };
      return { id: v7(), requestId, chainCount, chainHead, ...texts };
    });
  for (let from = 0; from < rows.length; from += LOT) {
    const lot = rows.slice(from, from + LOT);
    const marks = lot.map(
      (_, n) => `(${FIELDS.map((name) => `:${name}${n}`).join(', ')}, :at, :because, :causeId, :by)`,
    );
    const values = Object.fromEntries(lot.flatMap((row, n) => FIELDS.map((name) => [`${name}${n}`, row[name]])));
    await sql(
      tx,
      `INSERT INTO plan_change (id, request_id, chain_count, chain_head, policies, body, at, because, cause_id, by_user_id)
       VALUES ${marks.join(', ')}`,
      { ...values, at, because, causeId: id ?? null, by: byUserId },
    );
  }
}

/** Of one request what no ladder has planned: a reminder of somebody's own, or one that was called off. */
export async function keepAsked(
  tx: Tx,
  request: Changed['request'],
  what: { planned?: readonly Reminder[]; ended?: readonly EndedEntry[] },
  cause: PlanCause,
  at: Instant,
): Promise<void> {
  const planned = (what.planned ?? []).map(toPlanned);
  await keepPlanChanges(tx, [{ request, planned, ended: what.ended ?? [], policies: [] }], cause, at);
}

type Plannable = Omit<PlannedEntry, 'to' | 'reason' | 'rungOn' | 'putOff'> &
  Pick<Reminder, 'recipientId' | 'rungOn' | 'putOff' | 'state' | 'reason'>;

export function toPlanned(row: Plannable): PlannedEntry {
  const { id, rung, deadlineId, deadlineKind, dueOn, sendAt, recipientId, rungOn, putOff, state, reason } = row;
  return {
    ...{ id, rung, deadlineId, deadlineKind, dueOn, sendAt, to: recipientId },
    ...(rungOn !== null && { rungOn }),
    ...(putOff !== null && { putOff }),
    ...(state === 'cancelled' && reason !== null && { reason }),
  };
}
