import type { LedgerEntry, PolicyVersionRef, SentView } from './ledger.dto.ts';

/**
 * A ledger for strangers: people by what they are called in the package, and, unless they are named there, without their
 * ids and addresses, also where a server's answer repeats them.
 */
export function toHandOver(
  entries: readonly LedgerEntry[],
  calledOf: ReadonlyMap<string, string>,
  byName: boolean,
): LedgerEntry[] {
  const person = ({ id }: { id: string }) => ({ id: byName ? id : '', name: calledOf.get(id) ?? null });
  const policy = (one: PolicyVersionRef) => (one.scope === 'person' && !byName ? { ...one, subject: '' } : one);
  return entries.map(({ plan, tellings, ...entry }) => ({
    ...entry,
    recipient: person(entry.recipient),
    plan: plan.map((step) => ({
      ...step,
      by: step.by && person(step.by),
      policies: step.policies.map(policy),
    })),
    tellings: tellings.map(({ messages, ...telling }) => ({
      ...telling,
      messages: byName ? messages : messages.map(withoutAddress),
    })),
  }));
}

function withoutAddress({ address, answer, lastError, attempts, ...sent }: SentView): SentView {
  const clean = (text: string) => (address === null ? text : without(text, address));
  return {
    ...{ ...sent, address: null, answer: answer === null ? null : clean(answer) },
    ...(lastError !== undefined && { lastError: clean(lastError) }),
    attempts: attempts.map((one) => ({ ...one, answer: one.answer === null ? null : clean(one.answer) })),
  };
}

/** Servers write addresses in letters of their own choice. */
function without(text: string, address: string): string {
  const pattern = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(pattern, 'gi'), '***');
}
