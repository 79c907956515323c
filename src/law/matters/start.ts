import type { Docket } from '../docket.ts';
import { firstOf } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Step } from '../standing.ts';
import type { PolicyName } from '../statute.ts';
import type { TermStart } from '../terms.ts';
import { step } from './duty.ts';
import { startOfRequest } from './receipt.ts';
import { endOf, rolled } from './term.ts';

/** The start of a period. */
export interface Start {
  /** Day 0. */
  on: PlainDate;
  assumed: boolean;
  /** It should be the acknowledgement, and none has come: the last day to give one stands in for it. */
  unacknowledged?: true;
  steps: Step[];
  /** Other days 0, by policy. */
  others: { policy: PolicyName; on: PlainDate }[];
}

/**
 * Day 0 of a period of the request's own. Null while it has not begun and nothing lets us presume that it has, and for
 * starts that belong to an act or an appeal.
 */
export function startOf(docket: Docket, from: TermStart): Start | null {
  if (from === 'sending') return whenSent(docket) ?? startOfRequest(docket);
  if (from === 'acknowledgement') return whenAcknowledged(docket);
  return startOfRequest(docket);
}

function whenSent(docket: Docket): Start | null {
  const { filed } = docket;
  if (!filed) return null;
  const says = `sent ${formatDay(filed.on)}; that day is not counted`;
  return { on: filed.on, assumed: false, steps: [step(filed.on, says, docket.law.statute.receipt.cites)], others: [] };
}

/** From the acknowledgement; while there is none, from the last day on which it is due. */
function whenAcknowledged(docket: Docket): Start | null {
  const received = startOfRequest(docket);
  const acknowledged = firstOf(docket.facts, 'acknowledged');
  const { cites } = docket.law.statute.receipt;
  if (acknowledged) {
    const says = `acknowledged ${formatDay(acknowledged.on)}; that day is not counted`;
    return { on: acknowledged.on, assumed: false, steps: [step(acknowledged.on, says, cites)], others: [] };
  }
  const duty = docket.law.statute.duties.find(({ kind }) => kind === 'acknowledgement');
  // Where nothing says by when to acknowledge, nothing has begun.
  if (!received || !duty) return null;
  const on = rolled(docket.calendar, duty.roll, endOf(docket.calendar, received.on, duty));
  const says = `not acknowledged yet: counted from ${formatDay(on)}, the last day to acknowledge it`;
  const steps = [...received.steps, step(on, says, duty.cites)];
  return { on, assumed: received.assumed, unacknowledged: true, steps, others: [] };
}
