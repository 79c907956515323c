import type { DeliveryAttempt, PlanChange } from '../reminders/ledger.entity.ts';
import type {
  AttemptView,
  HistoryVersion,
  LedgerEntry,
  PlanStepView,
  PolicyVersionRef,
  SentView,
  TellingView,
} from './ledger.dto.ts';
import type { LedgerRow, PlanStep, Told, TriedMessage } from './load-ledger.ts';
import { promiseInWords } from './rung-words.ts';

export type NameOf = (id: string) => string | null;

export function toLedgerEntry({ reminder, steps, told }: LedgerRow, nameOf: NameOf): LedgerEntry {
  const { id, recipientId, rung, deadlineId, deadlineKind, dueOn, state, reason, plannedAt, sendAt } = reminder;
  return {
    reminderId: id,
    recipient: { id: recipientId, name: nameOf(recipientId) },
    rung,
    promised: promiseInWords(reminder),
    ...{ deadlineId, deadlineKind, dueOn },
    state: state === 'sending' ? 'planned' : state,
    ...(reason !== null && { reason }),
    plannedAt,
    plannedFor: sendAt,
    askedForOn: reminder.rungOn,
    ...(reminder.putOff !== null && { putOff: reminder.putOff }),
    plan: steps.map((step) => toStepView(step, recipientId, nameOf)),
    tellings: told.map(toTellingView),
  };
}

/** Everybody who is named in it. */
export function peopleIn({ reminder, steps }: LedgerRow): string[] {
  return [reminder.recipientId, ...steps.flatMap(({ change }) => change.byUserId ?? [])];
}

export function historyOf({ chainCount, chainHead }: Pick<PlanChange, 'chainCount' | 'chainHead'>): HistoryVersion {
  return { facts: chainCount, head: chainHead };
}

function toStepView({ change, planned, ended }: PlanStep, recipientId: string, nameOf: NameOf): PlanStepView {
  const { at, because, causeId, byUserId } = change;
  const reason = ended ? ended.reason : planned.reason;
  return {
    at,
    did: ended ? 'ended' : 'planned',
    ...(reason !== undefined && { reason }),
    ...(planned && { sendAt: planned.sendAt }),
    ...{ because, causeId },
    by: byUserId === null ? null : { id: byUserId, name: nameOf(byUserId) },
    history: historyOf(change),
    policies: policiesFor(change.policies, recipientId),
  };
}

/** What other people have set for themselves is their affair. */
export function policiesFor(policies: readonly PolicyVersionRef[], personId: string): PolicyVersionRef[] {
  return policies.filter(({ scope, subject }) => scope !== 'person' || subject === personId);
}

function toTellingView({ item, messages, together }: Told): TellingView {
  const { wordedAt, plannedFor, dueOn, explanation } = item;
  return {
    ...{ wordedAt, plannedFor, dueOn, history: historyOf(item), explanation, together },
    messages: messages.map(toSentView),
  };
}

export function toSentView({ message, attempts }: TriedMessage): SentView {
  const { id, mailId, channel, address, state, copyOf, sentAt, sentBy, serverAnswer: answer, lastError } = message;
  return {
    ...{ id, mailId, channel, address, state, copy: copyOf !== null, sentAt, sentBy, answer },
    ...(lastError !== null && { lastError }),
    attempts: withLost(attempts),
  };
}

/** Each lease of a job has its number: those of which nothing was recorded stand where they were. */
function withLost(attempts: readonly DeliveryAttempt[]): AttemptView[] {
  const last = new Map<string, number>();
  return attempts.flatMap((one) => {
    const missing = one.try - 1 - (last.get(one.jobId) ?? 0);
    last.set(one.jobId, one.try);
    const lost = { at: null, outcome: 'lost' as const, worker: null, answer: null };
    const { at, outcome, worker, answer, nextAt } = one;
    const view = { at, outcome, worker, answer, ...(nextAt !== null && { nextAt }) };
    return [...Array.from({ length: Math.max(0, missing) }, () => lost), view];
  });
}
