import { formatDay, type PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import type { PlanChange, PolicyInForce } from '../reminders/ledger.entity.ts';
import type { PutOff } from '../reminders/plan-input.ts';
import { wordsIn } from '../zone.ts';
import type { FactRef, WhyContext } from './why-context.ts';
import type { SentView } from './ledger.dto.ts';

/** Pieces of the sentences that answer why. */

export function hour({ person }: Pick<WhyContext, 'person'>, at: Instant): string {
  return wordsIn(person.timeZone, at);
}

export function dayOr(on: PlainDate | null): string {
  return on === null ? 'no day' : formatDay(on);
}

/** "Ann", or the id of somebody without a name. */
export function called({ nameOf }: Pick<WhyContext, 'nameOf'>, id: string): string {
  return nameOf(id) ?? id;
}

/** "the policy of the tag weapons (version 2) and Ann's own (version 1)", or "the built-in policy". */
export function policyWords(policies: readonly PolicyInForce[] | null, c: WhyContext): string {
  if (policies === null) return 'a policy that was not kept on record';
  if (policies.length === 0) return 'the built-in policy';
  const of = ({ scope, subject }: PolicyInForce) => {
    if (scope === 'desk') return 'of the newsroom';
    if (scope === 'tag') return `of the tag ${subject}`;
    return scope === 'request' ? 'of the request' : `of ${called(c, subject)}`;
  };
  return `the policy ${policies.map((one) => `${of(one)} (version ${one.version})`).join(' and ')}`;
}

export function factWords(fact: FactRef, c: WhyContext): string {
  return `fact #${fact.sequence} (${fact.kind}), recorded ${hour(c, fact.recordedAt)} by ${called(c, fact.recordedBy)}`;
}

/** What made a plan change: "Ann edited the request". */
export function causeWords({ because, byUserId, at }: PlanChange, c: WhyContext): string {
  const who = byUserId === null ? null : called(c, byUserId);
  const what: Record<PlanChange['because'], string> = {
    recorded: 'a fact was recorded',
    edited: 'the request was edited',
    turned: 'a day had passed',
    law: 'the law, its calendar or the agency’s rules were changed',
    act: 'of what was done about a reminder',
    policy: 'a policy was changed',
    people: 'somebody’s zone, hours or account were changed',
    watchers: 'the watchers were changed',
    asked: 'it was asked for',
    due: 'it was looked at again when it came due',
  };
  return `${what[because]}${who === null ? '' : ` by ${who}`}, ${hour(c, at)}`;
}

export const putOffWords: Record<PutOff, string> = {
  snoozed: 'it had been put off',
  digest: 'it waits for the weekly digest',
  'days-off': 'its recipient is not told on days off',
  'last-morning': 'any later would have been too late',
  'not-begun': 'where its recipient is, the day had not begun at the agency by that morning',
};

/** "by email to ann@desk.test, message …: taken …, the server answered …". */
export function sentWords(
  { id, channel, address, state, sentAt, sentBy, answer, attempts, ...rest }: SentView,
  c: WhyContext,
): string {
  const way = `by ${channel}${address === null ? '' : ` to ${address}`}, message ${id}`;
  const tries = attempts.filter((one) => one.outcome === 'failed' || one.outcome === 'lost').length;
  const before = tries === 0 ? '' : ` after ${tries} failed ${tries === 1 ? 'attempt' : 'attempts'}`;
  if (state === 'sent') {
    const by = sentBy === null ? '' : ` by ${sentBy}`;
    return `${way}: sent ${hour(c, sentAt!)}${by}${before}; the answer was "${answer ?? ''}"`;
  }
  const error = rest.lastError === undefined ? '' : `: ${rest.lastError}`;
  return state === 'failed' ? `${way}: not sent${before}${error}` : `${way}: not sent yet${before}${error}`;
}

export function listOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? 'nobody') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
